//! The password store locked, missing, late, and with large entries. Never a file instead.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use axum::Json;
use axum::routing::post;
use maker_connections::{Return, Sealer, SignInError, TokenError, Vault, VaultError, VaultStatus};
use maker_domain::id::ConnectionId;
use maker_domain::{Clock, Platform};
use secrecy::ExposeSecret;
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;

use crate::session::{home, sessions, unlock};
use crate::stage::{Mode, Stage, TestClock, data_dir, parts, stored, until};

const CLIENT: &str = "[youtube]\nclient_id = \"id\"\nredirect = \"loopback\"\n";

sessions! {
    Unlocked: async fn f39_a_locked_store_is_locked_and_works_again_when_it_is_unlocked() {
        let stage = Stage::set(Mode::Own);
        assert_eq!(stage.vault.status().await, VaultStatus::Ready);
        let connection = stage.connect(Platform::Youtube).await;
        std::thread::spawn(lock).join().unwrap();

        assert!(matches!(stage.vault.status().await, VaultStatus::Locked(_)));
        let asked = Instant::now();
        stage.clock.advance(chrono::TimeDelta::days(1));
        let locked = stage.keeper.access_token(connection, Platform::Youtube).await;
        assert_eq!(locked.err(), Some(TokenError::Vault(VaultError::Locked)));
        assert!(asked.elapsed() < Duration::from_secs(8), "it does not hang");
        let begun = stage.sign_ins.begin(Platform::Youtube, Return::DeepLink).await;
        assert_eq!(begun.err(), Some(SignInError::Vault(VaultError::Locked)));

        unlock();
        until(async || stage.vault.status().await == VaultStatus::Ready).await;
        stage.keeper.access_token(connection, Platform::Youtube).await.unwrap();
    }

    Missing: async fn f39_without_a_store_it_says_so_writes_no_file_and_finds_one_that_is_started_later() {
        let vault = Vault::of_this_computer();
        let VaultStatus::Unavailable(remedy) = vault.status().await else { panic!("there is no bus") };
        assert!(remedy.contains("then try again"));
        let secret = "hush-own-secret".to_owned().into();
        assert!(matches!(vault.keep_own_secret(Platform::Tiktok, &secret).await, Err(VaultError::Unavailable(_))));
        let (_, sign_ins) = parts(CLIENT, &TestClock::new(), &vault);
        let begun = sign_ins.begin(Platform::Youtube, Return::DeepLink).await;
        assert!(matches!(begun, Err(SignInError::Vault(VaultError::Unavailable(_)))));
        assert!(!crate::secrecy_of_all::files_hold(&home(), "hush"));

        let mut bus = Command::new("dbus-daemon");
        bus.args(["--session", "--nofork", "--address"]).arg(format!("unix:path={}", home().join("bus").display()));
        let mut bus = bus.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("install the package dbus");
        until(async || home().join("bus").exists()).await;
        unlock();
        until(async || vault.status().await == VaultStatus::Ready).await;
        vault.keep_own_secret(Platform::Tiktok, &secret).await.unwrap();
        assert_eq!(vault.own_secret(Platform::Tiktok).await.unwrap().unwrap().expose_secret(), "hush-own-secret");
        vault.forget_own_secret(Platform::Tiktok).await.unwrap();
        assert!(vault.own_secret(Platform::Tiktok).await.unwrap().is_none());
        bus.kill().unwrap();
        bus.wait().unwrap();
    }

    Unset: async fn f39_without_a_bus_address_it_is_unavailable() {
        let vault = Vault::of_this_computer();
        assert!(matches!(vault.status().await, VaultStatus::Unavailable(_)));
        assert!(matches!(vault.own_secret(Platform::Youtube).await, Err(VaultError::Unavailable(_))));
    }

    Unlocked: async fn f41_a_refresh_token_of_4_kb_is_kept_whole() {
        let long = "r".repeat(4_096);
        let answer = serde_json::json!({
            "access_token": "a", "expires_in": 3_600, "refresh_token": long, "scope": "s", "token_type": "Bearer",
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let token = format!("http://{}/token", listener.local_addr().unwrap());
        let router = axum::Router::new().route("/token", post(async move || Json(answer)));
        tokio::spawn(async { axum::serve(listener, router).await.unwrap() });

        let clock = TestClock::new();
        let (keeper, sign_ins) = parts(&format!("{CLIENT}token = \"{token}\""), &clock, &Vault::of_this_computer());
        let pending = sign_ins.begin(Platform::Youtube, Return::DeepLink).await.unwrap();
        let state = pending.authorize_url.query_pairs().find(|(name, _)| name == "state").unwrap().1.into_owned();
        let link = format!("app.makerstudio://oauth/youtube?code=c&state={state}");
        sign_ins.finish_by_link(&link, clock.now()).unwrap();
        let grant = sign_ins.wait(pending.id).await.unwrap();
        let connection = ConnectionId::make();
        keeper.adopt(connection, grant.tokens).await.unwrap();
        assert_eq!(stored(connection)["refresh_token"], long);
    }

    Unlocked: async fn the_sealing_key_is_kept_in_the_keyring_for_the_next_start() {
        let sealer = || Sealer::new(Vault::of_this_computer(), data_dir());
        let plain = "https://upload.example/session?upload_id=hush".to_owned().into();
        let sealed = sealer().seal(&plain, "delivery").await.unwrap();
        assert_eq!(sealer().open(&sealed, "delivery").await.unwrap().expose_secret(), plain.expose_secret());
    }
}

fn lock() {
    let service = SecretService::connect(EncryptionType::Plain).unwrap();
    service.get_default_collection().unwrap().lock().unwrap();
}
