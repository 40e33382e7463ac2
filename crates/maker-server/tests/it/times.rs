//! What ends by itself, at its time and not before, and what is forgotten then.

use maker_server::db::{Database, sql};
use maker_server::{Member, Signed};
use rstest::rstest;
use serde_json::{Value, json};

use crate::desk::{Desk, House, PASSWORD};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::inside::Hand;

const START: i64 = 1_790_000_000_000;
const DAY_S: i64 = 24 * 3_600;

async fn count(database: &Database, of: &'static str) -> i64 {
    sql(of).one::<(i64,)>(&mut database.reader().await.unwrap()).await.unwrap().0
}

#[rstest]
#[tokio::test]
async fn an_access_token_ends_after_a_quarter_of_an_hour_and_is_forgotten(#[values(Sqlite, Postgres)] on: On) {
    let hand = Hand::at(START);
    let (house, backend) = House::inside(on, hand.clone()).await;
    let desk = house.sign_up("Ana").await;
    hand.pass(15 * 60 - 1);
    assert_eq!(house.get("/v1/me", &desk.token).await.0, 200);
    hand.pass(1);
    let (status, problem) = house.get("/v1/me", &desk.token).await;
    assert_eq!((status, &problem["code"]), (401, &json!("token_invalid")));
    assert_eq!(count(&backend.database, "SELECT count(*) FROM access_tokens").await, 1);
    assert_eq!(backend.sweep().await.unwrap(), 1);
    assert_eq!(count(&backend.database, "SELECT count(*) FROM access_tokens").await, 0);
    let next = house.refresh(&desk.secret).await.unwrap();
    assert_eq!(house.get("/v1/me", next.access_token.expose()).await.0, 200, "the device goes on with another");
}

#[rstest]
#[tokio::test]
async fn an_invitation_is_good_for_a_week(#[values(Sqlite, Postgres)] on: On) {
    let hand = Hand::at(START);
    let (house, backend) = House::inside(on, hand.clone()).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    let workspace = ana.workspace(&house).await;
    let (_, invitation) = house.post(&format!("/v1/t/{workspace}/invitations"), &ana.token, Value::Null).await;
    hand.pass(7 * DAY_S);
    let again = house.refresh(&ben.secret).await.unwrap();
    let code = json!({"code": invitation["code"]});
    assert_eq!(house.post("/v1/invitations/accept", again.access_token.expose(), code).await.0, 404);
    hand.pass(40 * DAY_S);
    backend.sweep().await.unwrap();
    assert_eq!(count(&backend.database, "SELECT count(*) FROM workspace_invitations").await, 0);
}

#[rstest]
#[tokio::test]
async fn a_secret_that_was_replaced_gives_a_thief_away_for_ninety_days(#[values(Sqlite, Postgres)] on: On) {
    let hand = Hand::at(START);
    let (house, backend) = House::inside(on, hand.clone()).await;
    let desk = house.sign_up("Ana").await;
    let mut newest = desk.secret.clone();
    for _ in 0..3 {
        newest = house.refresh(&newest).await.unwrap().refresh_secret.expose().to_owned();
    }
    hand.pass(89 * DAY_S);
    backend.sweep().await.unwrap();
    assert!(count(&backend.database, "SELECT count(*) FROM spent_secrets").await > 0);
    assert_eq!(house.refresh(&desk.secret).await.unwrap_err().1["code"], "device_revoked");
    assert!(house.refresh(&newest).await.is_err());
    hand.pass(2 * DAY_S);
    backend.sweep().await.unwrap();
    assert_eq!(count(&backend.database, "SELECT count(*) FROM spent_secrets").await, 0);
}

#[rstest]
#[tokio::test]
async fn the_hundred_and_first_device_signs_out_the_one_that_was_quiet_for_longest(#[values(Sqlite, Postgres)] on: On) {
    let hand = Hand::at(START);
    let (house, backend) = House::inside(on, hand.clone()).await;
    let first = house.sign_up("Ana").await;
    let user = first.signed.user.id.to_string();
    // Ninety-nine others, past the passwords that would take a while.
    for number in 1..100_i64 {
        maker_server::transaction!(backend.database, |tx| {
            sql(
                "INSERT INTO devices (id, user_id, name, platform, app_version, secret_hash, created_at, last_seen_at) \
                 VALUES ($1, $2, 'd', 'd', 'd', $1, $3, $3)",
            )
            .bind(uuid::Uuid::now_v7())
            .bind(&user)
            .bind(START + number)
            .run(tx)
            .await
        })
        .unwrap();
    }
    assert_eq!(house.get("/v1/me", &first.token).await.0, 200);
    hand.pass(60);
    Desk::of(&house, house.sign_in("Ana", PASSWORD).await.1).await;
    assert_eq!(house.get("/v1/me", &first.token).await.1["code"], "device_revoked");
    let active = "SELECT count(*) FROM devices WHERE revoked_at IS NULL";
    assert_eq!(count(&backend.database, active).await, 100);
}

#[rstest]
#[tokio::test]
async fn f58_an_answer_that_goes_on_for_long_can_ask_whether_it_still_may(#[values(Sqlite, Postgres)] on: On) {
    let hand = Hand::at(START);
    let (house, backend) = House::inside(on, hand.clone()).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    let workspace = ana.workspace(&house).await;
    ana.invite(&house, &workspace, &ben).await;
    let member = |desk: &Desk, role| {
        let Signed { user, device } = Signed { user: desk.signed.user.id, device: desk.signed.device_id };
        Member { user, device, workspace: workspace.parse().unwrap(), role }
    };
    let (anas, bens) =
        (member(&ana, maker_domain::account::Role::Owner), member(&ben, maker_domain::account::Role::Member));
    hand.pass(3_600);
    anas.still(&backend).await.unwrap();
    bens.still(&backend).await.unwrap();
    hand.pass(-3_600);
    let path = format!("/v1/t/{workspace}/members/{}", ben.signed.user.id);
    assert_eq!(house.delete(&path, &ana.token).await.0, 204);
    assert!(format!("{:?}", bens.still(&backend).await).contains("membership_revoked"));
    let path = format!("/v1/devices/{}", ana.signed.device_id);
    assert_eq!(house.delete(&path, &ana.token).await.0, 204);
    assert!(format!("{:?}", anas.still(&backend).await).contains("device_revoked"));
}
