//! Signing up, in, and out, as devices do it.

use reqwest::Method;
use rstest::rstest;
use serde_json::json;

use crate::desk::{Desk, House, PASSWORD, device, email, told};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test]
async fn a_person_signs_up_and_in_on_a_second_device_and_finds_both(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let first = house.sign_up("Ana").await;
    let (status, signed_in) = house.sign_in("aNA", PASSWORD).await;
    assert_eq!((status, &signed_in["user"]["id"]), (201, &json!(first.signed.user.id)), "case does not matter");
    let second = Desk::of(&house, signed_in).await;
    assert_ne!(first.signed.device_id, second.signed.device_id);

    let (_, me) = house.get("/v1/me", &second.token).await;
    assert_eq!((&me["name"], &me["email"]), (&json!("Ana"), &json!(email("Ana"))));
    let (_, devices) = house.get("/v1/devices", &second.token).await;
    let devices = devices.as_array().unwrap();
    assert_eq!(devices.len(), 2);
    let this: Vec<_> = devices.iter().filter(|device| device["this"] == true).collect();
    assert_eq!(this.len(), 1);
    assert_eq!((&this[0]["id"], &this[0]["name"]), (&json!(second.signed.device_id), &json!("Workshop")));
}

#[rstest]
#[tokio::test]
async fn an_address_has_one_account_whatever_its_case_also_when_two_ask_at_once(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let body = |name: &str| json!({"email": email(name), "name": name, "password": PASSWORD, "device": device()});
    let both = tokio::join!(house.post("/v1/accounts", "", body("eva")), house.post("/v1/accounts", "", body("EVA")));
    let mut answers = [both.0, both.1];
    answers.sort_by_key(|answer| answer.0);
    assert_eq!((answers[0].0, answers[1].0), (201, 409));
    assert_eq!(answers[1].1["code"], "email_taken");
}

#[rstest]
#[tokio::test]
async fn an_access_token_is_for_minutes_and_the_secret_rotates(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let desk = house.sign_up("Ana").await;
    let next = house.refresh(&desk.secret).await.unwrap();
    assert_eq!(next.expires_in_s, 900);
    assert_ne!(next.refresh_secret.expose(), desk.secret);
    for token in [desk.token.as_str(), next.access_token.expose()] {
        assert_eq!(house.get("/v1/me", token).await.0, 200);
    }
    for token in ["msa_0", "", &"x".repeat(5_000), next.refresh_secret.expose()] {
        let (status, problem) = house.get("/v1/me", token).await;
        assert_eq!((status, &problem["code"]), (401, &json!("token_invalid")), "{token}");
    }
}

#[rstest]
#[tokio::test]
async fn a_lost_answer_costs_nothing_the_secret_before_works_until_the_newest_was_used(
    #[values(Sqlite, Postgres)] on: On,
) {
    let house = House::open(on).await;
    let desk = house.sign_up("Ana").await;
    let mut answers = Vec::new();
    for _ in 0..3 {
        answers.push(house.refresh(&desk.secret).await.unwrap());
    }
    let newest = answers.pop().unwrap();
    let after = house.refresh(newest.refresh_secret.expose()).await.unwrap();
    assert_eq!(house.get("/v1/me", after.access_token.expose()).await.0, 200);
}

#[rstest]
#[tokio::test]
async fn f57_a_secret_that_was_replaced_for_good_signs_the_device_out_whoever_shows_it(
    #[values(Sqlite, Postgres)] on: On,
) {
    let house = House::open(on).await;
    let thief_first = house.sign_up("Ana").await;
    let other = Desk::of(&house, house.sign_in("Ana", PASSWORD).await.1).await;
    let next = house.refresh(&thief_first.secret).await.unwrap();
    let newest = house.refresh(next.refresh_secret.expose()).await.unwrap();
    let shown_again = house.refresh(&thief_first.secret).await.unwrap_err();
    assert_eq!((shown_again.0, &shown_again.1["code"]), (401, &json!("device_revoked")));
    let owner = house.refresh(newest.refresh_secret.expose()).await.unwrap_err();
    assert_eq!((owner.0, &owner.1["code"]), (401, &json!("device_revoked")), "nobody goes on with it");
    assert_eq!(house.get("/v1/me", newest.access_token.expose()).await.0, 401);
    assert_eq!(house.get("/v1/me", &other.token).await.0, 200, "the other device is not concerned");
}

#[rstest]
#[tokio::test]
async fn a_backend_that_has_lost_the_newest_secret_in_a_restore_knows_the_device_by_its_first(
    #[values(Sqlite, Postgres)] on: On,
) {
    let house = House::open(on).await;
    let desk = house.sign_up("Ana").await;
    let first = desk.signed.refresh_secret.expose();
    let with_first = async |newest: &str| {
        let body = json!({ "refresh_secret": newest, "first_secret": first });
        house.post("/v1/auth/token", "", body).await
    };
    // Of a history that this backend does not have any more.
    let (status, again) = with_first("msr_lost").await;
    assert_eq!(status, 200, "{again}");
    assert_eq!(house.refresh("msr_lost").await.unwrap_err().1["code"], "device_revoked");
    let (status, next) = with_first(again["refresh_secret"].as_str().unwrap()).await;
    assert_eq!((status, house.get("/v1/me", next["access_token"].as_str().unwrap()).await.0), (200, 200));
    // The first secret makes nothing good again that was spent, and no device that was signed out.
    assert_eq!(with_first(&desk.secret).await.0, 401);
    assert_eq!(with_first("msr_lost").await.1["code"], "device_revoked");
}

#[rstest]
#[tokio::test]
async fn f57_one_who_uses_the_stolen_secret_first_is_found_out_by_its_owner(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let owner = house.sign_up("Ana").await;
    let owners = house.refresh(&owner.secret).await.unwrap();
    // The thief has the same secret and comes while it still is the one before.
    let thiefs = house.refresh(&owner.secret).await.unwrap();
    assert!(house.refresh(owners.refresh_secret.expose()).await.is_err());
    assert!(house.refresh(thiefs.refresh_secret.expose()).await.is_err());
    assert_eq!(house.get("/v1/me", thiefs.access_token.expose()).await.1["code"], "device_revoked");
}

#[rstest]
#[tokio::test]
async fn f58_a_device_that_is_signed_out_is_refused_by_the_next_request_at_any_instance(
    #[values(Sqlite, Postgres)] on: On,
) {
    let house = House::open(on).await;
    let other_instance = house.another();
    let ask =
        async |token: &str| told(house.ask_at(&other_instance.address("backend"), Method::GET, "/v1/me", token)).await;
    let first = house.sign_up("Ana").await;
    let second = Desk::of(&house, house.sign_in("Ana", PASSWORD).await.1).await;
    assert_eq!(ask(&second.token).await.0, 200);
    let path = format!("/v1/devices/{}", second.signed.device_id);
    assert_eq!(house.delete(&path, &first.token).await.0, 204);
    let (status, problem) = ask(&second.token).await;
    assert_eq!((status, &problem["code"]), (401, &json!("device_revoked")));
    assert_eq!(house.refresh(&second.secret).await.unwrap_err().1["code"], "device_revoked");
    assert_eq!(house.delete(&path, &first.token).await.0, 404, "it is signed in no more");
    assert_eq!(ask(&first.token).await.0, 200);
}

#[rstest]
#[tokio::test]
async fn a_new_password_signs_every_other_device_out(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let first = house.sign_up("Ana").await;
    let second = Desk::of(&house, house.sign_in("Ana", PASSWORD).await.1).await;
    let change = |current: &str| json!({"current": current, "new": "another good word"});
    let (status, problem) = house.post("/v1/me/password", &second.token, change("a wrong guess")).await;
    assert_eq!((status, &problem["code"]), (403, &json!("sign_in_refused")));
    assert_eq!(house.get("/v1/me", &first.token).await.0, 200);
    assert_eq!(house.post("/v1/me/password", &second.token, change(PASSWORD)).await.0, 204);
    assert_eq!(house.get("/v1/me", &first.token).await.1["code"], "device_revoked");
    assert_eq!(house.get("/v1/me", &second.token).await.0, 200);
    assert_eq!(house.sign_in("Ana", PASSWORD).await.0, 401);
    assert_eq!(house.sign_in("Ana", "another good word").await.0, 201);
}

#[rstest]
#[tokio::test]
async fn what_is_asked_of_the_person_is_changed_and_the_rest_stays(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let desk = house.sign_up("Ana").await;
    let change = async |body| told(house.ask(Method::PATCH, "/v1/me", &desk.token).json(&body)).await;
    assert_eq!(change(json!({"name": " Ana María "})).await.1["name"], "Ana María");
    assert_eq!(change(json!({})).await.1["name"], "Ana María");
    assert_eq!(change(json!({"name": ""})).await.0, 422);
}

#[rstest]
#[tokio::test]
async fn f56_guessing_is_stopped_for_the_account_known_or_not_and_reads_the_same(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    house.sign_up("Ana").await;
    let mut texts = Vec::new();
    for name in ["Ana", "nobody"] {
        for _ in 0..10 {
            let (status, problem) = house.sign_in(name, "a wrong guess").await;
            assert_eq!(status, 401);
            texts.push(problem);
        }
        let right = house.ask(Method::POST, "/v1/devices", "");
        let body = json!({"email": email(name), "password": PASSWORD, "device": device()});
        let answer = right.json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 429, "also with the right password");
        assert!(answer.headers()["retry-after"].to_str().unwrap().parse::<u32>().unwrap() >= 1);
    }
    texts.dedup();
    assert_eq!(texts.len(), 1, "{texts:?}");
}

#[tokio::test]
async fn f56_many_guesses_at_once_are_no_way_around_the_limit() {
    let house = House::open(Sqlite).await;
    house.sign_up("Ana").await;
    let guesses = (0..30).map(|_| house.sign_in("Ana", "a wrong guess"));
    let answers = futures_util::future::join_all(guesses).await;
    assert_eq!(answers.iter().filter(|(status, _)| *status == 401).count(), 10);
    assert_eq!(answers.iter().filter(|(status, _)| *status == 429).count(), 20);
}

/// By the processor's time and not the clock's, which also counts whatever else this computer does.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn f56_an_unknown_address_takes_as_long_as_a_known_one() {
    let house = House::open(Sqlite).await;
    let worked = || {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", house.program().id())).unwrap();
        // Behind the name, which is in brackets: the twelfth and thirteenth are user and system ticks.
        let (_, fields) = stat.rsplit_once(") ").unwrap();
        fields.split(' ').skip(11).take(2).map(|ticks| ticks.parse::<f64>().unwrap()).sum::<f64>()
    };
    house.sign_up("known").await;
    let mut ticks = [0.0; 2];
    for _ in 0..9 {
        for (ticks, name) in ticks.iter_mut().zip(["known", "unknown"]) {
            let before = worked();
            assert_eq!(house.sign_in(name, "a wrong guess").await.0, 401);
            *ticks += worked() - before;
        }
    }
    let [known, unknown] = ticks;
    assert!((known / unknown - 1.0).abs() < 0.25, "known {known} ticks, unknown {unknown}");
    assert!(unknown > 9.0, "a password was checked: {unknown} ticks");
}

#[tokio::test]
async fn f60_a_device_that_asks_without_end_is_told_when_to_come_back_and_others_are_served() {
    let house = House::open(Sqlite).await;
    let (ana, ben) = (house.sign_up("ana").await, house.sign_up("ben").await);
    let refused = async || {
        let asks = (0..100).map(|_| house.get("/v1/workspaces", &ana.token));
        let answers = futures_util::future::join_all(asks).await;
        answers.into_iter().find(|(status, _)| *status == 429)
    };
    let patience = std::time::Duration::from_secs(60);
    let (_, problem) = maker_harness::eventually("it is told to wait", patience, refused).await;
    assert_eq!(problem["code"], "too_many");
    assert_eq!(house.get("/v1/workspaces", &ben.token).await.0, 200);
}
