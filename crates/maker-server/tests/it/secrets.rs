//! Whatever opens a door is in the answer that makes it, and nowhere else.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};

use crate::desk::{Desk, House, PASSWORD, email, told};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test]
async fn f57_f43_no_secret_is_in_the_database_and_neither_secrets_nor_addresses_are_in_the_log(
    #[values(Sqlite, Postgres)] on: On,
) {
    let house = House::open(on).await;
    let ana = house.sign_up("ana").await;
    let ben = Desk::of(&house, {
        house.sign_up("ben").await;
        house.sign_in("ben", PASSWORD).await.1
    })
    .await;
    let workspace = ana.workspace(&house).await;
    let (_, invitation) = house.post(&format!("/v1/t/{workspace}/invitations"), &ana.token, Value::Null).await;
    let (_, used) = house.post(&format!("/v1/t/{workspace}/invitations"), &ana.token, Value::Null).await;
    house.post("/v1/invitations/accept", &ben.token, json!({"code": used["code"]})).await;
    let next = house.refresh(&ana.secret).await.unwrap();
    assert_eq!(house.sign_in("ana", "hush wrong guess").await.0, 401);
    assert_eq!(told(house.ask(Method::GET, "/v1/me?hush-query=1", &ana.token)).await.0, 200);
    assert_eq!(house.get("/v1/hush-path", &ana.token).await.0, 404);
    assert_eq!(house.post("/v1/accounts", "", json!({"email": 7, "hush-field": 1})).await.0, 422);

    let code = |of: &Value| of["code"].as_str().unwrap().to_owned();
    let opens_doors = [
        PASSWORD.to_owned(),
        "hush wrong guess".to_owned(),
        ana.signed.refresh_secret.expose().to_owned(),
        ana.token.clone(),
        ana.secret.clone(),
        next.access_token.expose().to_owned(),
        next.refresh_secret.expose().to_owned(),
        ben.secret.clone(),
        code(&invitation),
        code(&used),
    ];
    let kept = everything_kept(&house);
    assert!(kept.contains(&email("ana")), "the whole database was looked at");
    let log = house.log();
    assert!(log.contains("/v1/t/{workspace}/invitations") && log.contains("request_id"), "the log was taken: {log}");
    for secret in &opens_doors {
        // The part after the word that says what it is for, too.
        for shown in [secret.as_str(), secret.split('_').next_back().unwrap()] {
            assert!(!kept.contains(shown), "{secret} is in the database");
            assert!(!log.contains(shown), "{secret} is in the log");
        }
    }
    assert!(!log.contains("hush") && !log.contains("Workshop"), "what people wrote is in the log: {log}");
}

/// Every byte of the database, as text.
fn everything_kept(house: &House) -> String {
    if let Some(database) = &house.place.postgres {
        let tables = database.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        let dump = |table: &str| database.sql(&format!("SELECT t::text FROM \"{table}\" t"));
        return tables.lines().map(dump).collect();
    }
    let entries = std::fs::read_dir(house.place.folder.path()).unwrap();
    let files = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let bytes = files.map(|file| std::fs::read(file).unwrap());
    bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).collect()
}
