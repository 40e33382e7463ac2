//! Renewing access tokens: once, in time, never losing a rotated refresh token, and never calling a fault the end.

use std::process::{Child, Command, Stdio};

use chrono::TimeDelta;
use maker_connections::{TokenError, Vault};
use maker_domain::Platform;
use maker_domain::id::ConnectionId;
use maker_domain::reason::ReasonCode;
use serde_json::json;

use crate::session::sessions;
use crate::stage::{Mode, Stage, TestClock, browser, data_dir, entry, parts, stored, until};

const DAY: TimeDelta = TimeDelta::days(1);

sessions! {
    Unlocked: async fn f36_two_refreshes_at_once_make_one_request() {
        let stage = Stage::set(Mode::Relay);
        stage.order(json!({"kind": "rotate_every_refresh"})).await;
        for platform in Platform::ALL {
            let connection = stage.connect(platform).await;
            stage.clock.advance(DAY);
            let before = stage.token_calls().await;
            let ask = || stage.keeper.access_token(connection, platform);
            let (one, two, three) = tokio::join!(ask(), ask(), ask());
            assert_eq!(one.as_ref().unwrap(), &two.unwrap());
            assert_eq!(one.unwrap(), three.unwrap());
            assert_eq!(stage.token_calls().await - before, 1, "{platform}");
        }
    }

    Unlocked: async fn f36_two_processes_at_once_make_one_request() {
        let stage = Stage::set(Mode::Own);
        stage.order(json!({"kind": "rotate_every_refresh"})).await;
        let connection = stage.connect(Platform::Tiktok).await;
        let before = stage.token_calls().await;
        // Both are held back by the lock until both have begun.
        let lock = std::fs::File::open(data_dir().join(format!("locks/refresh-{connection}.lock"))).unwrap();
        lock.lock().unwrap();
        let others: Vec<Child> = (0..2).map(|number| another_process(&stage, connection, number)).collect();
        until(async || (0..2).all(|number| begun(number).exists())).await;
        lock.unlock().unwrap();
        for mut other in others {
            assert!(other.wait().unwrap().success());
        }
        assert_eq!(stage.token_calls().await - before, 1);
        stage.clock.advance(DAY);
        stage.keeper.access_token(connection, Platform::Tiktok).await.unwrap();
    }

    Unlocked: async fn after_a_401_it_renews_once_and_not_when_someone_already_did() {
        let stage = Stage::set(Mode::Own);
        for platform in Platform::ALL {
            let connection = stage.connect(platform).await;
            let refused = stage.keeper.access_token(connection, platform).await.unwrap();
            let before = stage.token_calls().await;
            let tell = || stage.keeper.rejected(connection, platform, refused.clone());
            let (one, two) = tokio::join!(tell(), tell());
            let newer = one.unwrap();
            assert_ne!(newer, refused);
            assert_eq!(newer, two.unwrap());
            assert_eq!(stage.keeper.access_token(connection, platform).await.unwrap(), newer);
            assert_eq!(stage.token_calls().await - before, 1);
        }
    }

    Unlocked: async fn f37_a_rotated_token_that_was_never_stored_means_at_worst_to_sign_in_again() {
        let stage = Stage::set(Mode::Own);
        stage.order(json!({"kind": "rotate_every_refresh"})).await;
        let connection = stage.connect(Platform::Tiktok).await;
        let lost = stored(connection);
        // What a process did that was killed between the platform's answer and the keyring.
        let form = [
            ("client_key", "simulatedmakerstudio"),
            ("client_secret", "simulated-tiktok-client-secret"),
            ("grant_type", "refresh_token"),
            ("refresh_token", lost["refresh_token"].as_str().unwrap()),
        ];
        let to = format!("{}/v2/oauth/token/", stage.simulator.address("tiktok"));
        browser().post(to).form(&form).send().await.unwrap().error_for_status().unwrap();
        stage.clock.advance(DAY);
        let before = stage.token_calls().await;
        let outcome = stage.keeper.access_token(connection, Platform::Tiktok).await;
        assert_eq!(outcome.unwrap_err().reason().unwrap().code, ReasonCode::SignInAgain);
        assert_eq!(stage.token_calls().await - before, 1, "no loop");
    }

    Unlocked: async fn a_caller_who_goes_away_does_not_lose_a_rotated_token() {
        let stage = Stage::set(Mode::Own);
        stage.order(json!({"kind": "rotate_every_refresh"})).await;
        let connection = stage.connect(Platform::Tiktok).await;
        let old = stored(connection);
        stage.clock.advance(DAY);
        let asking = stage.keeper.access_token(connection, Platform::Tiktok);
        let dropped = tokio::time::timeout(std::time::Duration::from_millis(1), asking).await;
        until(async || stored(connection)["refresh_token"] != old["refresh_token"]).await;
        assert!(dropped.is_err(), "the caller was gone before the answer");
        stage.clock.advance(DAY);
        stage.keeper.access_token(connection, Platform::Tiktok).await.unwrap();
    }

    Unlocked: async fn an_own_secret_is_read_when_it_is_needed_and_not_when_the_program_starts() {
        let stage = Stage::set(Mode::Own);
        let connection = stage.connect(Platform::Tiktok).await;
        // Once it has moved to the store the file is without it; when the program started, the store did not give it yet.
        let config = std::fs::read_to_string(&stage.config_file).unwrap();
        let config: Vec<&str> = config.lines().filter(|line| !line.starts_with("client_secret")).collect();
        let (keeper, _) = parts(&config.join("\n"), &stage.clock, &stage.vault);
        stage.clock.advance(DAY);
        let without = keeper.access_token(connection, Platform::Tiktok).await;
        assert!(matches!(without, Err(TokenError::ClientRefused { .. })), "{without:?}");

        let secret = "simulated-tiktok-client-secret".to_owned().into();
        stage.vault.keep_own_secret(Platform::Tiktok, &secret).await.unwrap();
        keeper.access_token(connection, Platform::Tiktok).await.unwrap();
    }

    Unlocked: async fn only_a_dead_grant_asks_to_sign_in_again_and_a_fault_never_does() {
        let stage = Stage::set(Mode::Own);
        for platform in Platform::ALL {
            let connection = stage.connect(platform).await;
            stage.clock.advance(DAY);
            stage.order(json!({"kind": "html_502", "on": "token"})).await;
            let odd = stage.keeper.access_token(connection, platform).await.unwrap_err();
            assert!(matches!(&odd, TokenError::Platform { words } if !words.contains('<')), "{odd:?}");
            assert_eq!(odd.reason(), None);
            stage.order(json!({"kind": "status_503", "on": "token"})).await;
            let overloaded = stage.keeper.access_token(connection, platform).await.unwrap_err();
            assert!(matches!(overloaded, TokenError::Platform { .. }), "{overloaded:?}");
            stage.no_faults().await;
            stage.keeper.access_token(connection, platform).await.unwrap();

            stage.order(json!({"kind": "oauth_http_200"})).await;
            stage.order(json!({"kind": "refuse_refresh"})).await;
            stage.clock.advance(DAY);
            let dead = stage.keeper.access_token(connection, platform).await.unwrap_err();
            assert!(matches!(&dead, TokenError::SignInAgain { words: Some(_) }), "{dead:?}");
            stage.no_faults().await;
        }
        let connection = stage.connect(Platform::Youtube).await;
        stage.clock.advance(DAY);
        let Stage { simulator, keeper, .. } = stage;
        drop(simulator);
        let away = keeper.access_token(connection, Platform::Youtube).await.unwrap_err();
        assert_eq!((away.reason(), away), (None, TokenError::Network));
    }

    Unlocked: async fn a_token_near_its_end_is_used_on_while_renewing_fails() {
        let stage = Stage::set(Mode::Own);
        let connection = stage.connect(Platform::Youtube).await;
        let token = stage.keeper.access_token(connection, Platform::Youtube).await.unwrap();
        stage.order(json!({"kind": "status_503", "on": "token"})).await;
        stage.clock.advance(TimeDelta::minutes(58));
        let before = stage.token_calls().await;
        assert_eq!(stage.keeper.access_token(connection, Platform::Youtube).await.unwrap(), token);
        assert_eq!(stage.token_calls().await - before, 1, "it was tried");
        assert_ne!(stage.keeper.access_token(connection, Platform::Youtube).await.unwrap(), token);
    }

    Unlocked: async fn f40_a_wiped_entry_asks_that_account_to_sign_in_and_leaves_the_others() {
        let stage = Stage::set(Mode::Own);
        let wiped = stage.connect(Platform::Youtube).await;
        let other = stage.connect(Platform::Tiktok).await;
        entry(wiped).delete_credential().unwrap();
        stage.clock.advance(DAY);
        let gone = stage.keeper.access_token(wiped, Platform::Youtube).await;
        assert_eq!(gone.err(), Some(TokenError::SignInAgain { words: None }));
        stage.keeper.access_token(other, Platform::Tiktok).await.unwrap();
    }
}

fn begun(number: usize) -> std::path::PathBuf {
    crate::session::home().join(format!("begun-{number}"))
}

fn another_process(stage: &Stage, connection: ConnectionId, number: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "renewals::another_process_renews", "--ignored"])
        .env("MAKER_TEST_CONFIG", &stage.config_file)
        .env("MAKER_TEST_CONNECTION", connection.to_string())
        .env("MAKER_TEST_BEGUN", begun(number))
        .stdout(Stdio::null())
        .spawn()
        .unwrap()
}

#[tokio::test]
#[ignore = "the second process of f36"]
async fn another_process_renews() {
    let variable = |name: &str| std::env::var(name).unwrap();
    let clock = TestClock::new();
    clock.advance(DAY);
    let config = std::fs::read_to_string(variable("MAKER_TEST_CONFIG")).unwrap();
    let (keeper, _) = parts(&config, &clock, &Vault::of_this_computer());
    let connection = ConnectionId::parse(&variable("MAKER_TEST_CONNECTION")).unwrap();
    std::fs::write(variable("MAKER_TEST_BEGUN"), "").unwrap();
    keeper.access_token(connection, Platform::Tiktok).await.unwrap();
}
