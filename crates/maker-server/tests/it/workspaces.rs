//! Workspaces and who works in them; and that nobody else can so much as tell that there is one.

use reqwest::Method;
use rstest::rstest;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{House, told};
use crate::engines::On::{self, Postgres, Sqlite};

#[rstest]
#[tokio::test]
async fn a_desks_maker_becomes_a_workspace_once_and_stays_its_owners(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    let workspace = ana.workspace(&house).await;
    let again = json!({"id": workspace, "name": "Another name"});
    let (status, found) = house.post("/v1/workspaces", &ana.token, again.clone()).await;
    assert_eq!((status, &found["name"]), (200, &json!("Clay")), "asked again it is as it was");
    let (status, problem) = house.post("/v1/workspaces", &ben.token, again).await;
    assert_eq!((status, &problem["code"]), (409, &json!("workspace_taken")));
    assert!(!problem.to_string().contains("Ana") && !problem.to_string().contains("Clay"), "{problem}");
    let (_, own) = house.get("/v1/workspaces", &ana.token).await;
    assert_eq!(own.as_array().unwrap().len(), 1);
    assert_eq!(house.get("/v1/workspaces", &ben.token).await.1, json!([]));
}

#[rstest]
#[tokio::test]
async fn two_who_make_the_same_workspace_at_once_do_not_both_get_it(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    for _ in 0..5 {
        let body = json!({"id": Uuid::now_v7(), "name": "Clay"});
        let (one, other) = tokio::join!(
            house.post("/v1/workspaces", &ana.token, body.clone()),
            house.post("/v1/workspaces", &ben.token, body.clone())
        );
        assert_eq!(one.0 + other.0, 200 + 409, "{one:?} {other:?}");
    }
}

#[rstest]
#[tokio::test]
async fn a_code_lets_one_person_in_once_however_it_is_typed(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let (ana, ben, eva) = (house.sign_up("Ana").await, house.sign_up("Ben").await, house.sign_up("Eva").await);
    let workspace = ana.workspace(&house).await;
    let invitations = format!("/v1/t/{workspace}/invitations");
    let (_, invitation) = house.post(&invitations, &ana.token, Value::Null).await;
    let code = invitation["code"].as_str().unwrap();
    let (_, open) = house.get(&invitations, &ana.token).await;
    assert_eq!(open[0]["id"], invitation["id"]);
    assert!(!open.to_string().contains(code), "the code was told once");

    let typed = json!({"code": code.to_lowercase().replace('-', " ")});
    assert_eq!(house.post("/v1/invitations/accept", &ana.token, typed.clone()).await.0, 200, "the owner tries it out");
    let both = tokio::join!(
        house.post("/v1/invitations/accept", &ben.token, typed.clone()),
        house.post("/v1/invitations/accept", &eva.token, typed.clone())
    );
    assert_eq!(both.0.0 + both.1.0, 200 + 404, "{both:?}");
    let (_, members) = house.get(&format!("/v1/t/{workspace}/members"), &ana.token).await;
    assert_eq!(members.as_array().unwrap().len(), 2);
    assert!(!members.to_string().contains("hush.example"), "members need not know addresses: {members}");
    assert_eq!(house.get(&invitations, &ana.token).await.1, json!([]));
}

#[rstest]
#[tokio::test]
async fn an_invitation_that_was_taken_back_leads_nowhere(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    let workspace = ana.workspace(&house).await;
    let invitations = format!("/v1/t/{workspace}/invitations");
    let (_, invitation) = house.post(&invitations, &ana.token, Value::Null).await;
    let path = format!("{invitations}/{}", invitation["id"].as_str().unwrap());
    assert_eq!(house.delete(&path, &ana.token).await.0, 204);
    assert_eq!(house.delete(&path, &ana.token).await.0, 404);
    let code = json!({"code": invitation["code"]});
    assert_eq!(house.post("/v1/invitations/accept", &ben.token, code).await.0, 404);
}

#[rstest]
#[tokio::test]
async fn f58_a_member_who_is_removed_is_told_so_by_the_next_request_and_may_be_invited_again(
    #[values(Sqlite, Postgres)] on: On,
) {
    let house = House::open(on).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    let workspace = ana.workspace(&house).await;
    ana.invite(&house, &workspace, &ben).await;
    let members = format!("/v1/t/{workspace}/members");
    assert_eq!(house.get(&members, &ben.token).await.0, 200);
    let refused = house.delete(&format!("{members}/{}", ana.signed.user.id), &ben.token).await;
    assert_eq!((refused.0, &refused.1["code"]), (403, &json!("owner_only")));
    let last = house.delete(&format!("{members}/{}", ana.signed.user.id), &ana.token).await;
    assert_eq!((last.0, &last.1["code"]), (409, &json!("last_owner")));

    let bens = format!("{members}/{}", ben.signed.user.id);
    assert_eq!(house.delete(&bens, &ana.token).await.0, 204);
    let (status, problem) = house.get(&members, &ben.token).await;
    assert_eq!((status, &problem["code"]), (403, &json!("membership_revoked")));
    assert_eq!(house.get("/v1/workspaces", &ben.token).await.1, json!([]));
    assert_eq!(house.delete(&bens, &ana.token).await.0, 404);

    ana.invite(&house, &workspace, &ben).await;
    assert_eq!(house.get(&members, &ben.token).await.0, 200);
    assert_eq!(house.delete(&bens, &ben.token).await.0, 204, "whoever wants to leaves");
}

#[rstest]
#[tokio::test]
async fn f59_other_peoples_ids_read_like_ids_of_nobody_at_every_route(#[values(Sqlite, Postgres)] on: On) {
    let house = House::open(on).await;
    let (ana, ben) = (house.sign_up("Ana").await, house.sign_up("Ben").await);
    let (anas, bens) = (ana.workspace(&house).await, ben.workspace(&house).await);
    let (_, invitation) = house.post(&format!("/v1/t/{anas}/invitations"), &ana.token, Value::Null).await;
    let (nobody, user, device) = (Uuid::now_v7().to_string(), ana.signed.user.id, ana.signed.device_id);
    let invitation = invitation["id"].as_str().unwrap();
    for (method, theirs, nobodys) in [
        (Method::DELETE, format!("/v1/devices/{device}"), format!("/v1/devices/{nobody}")),
        (Method::GET, format!("/v1/t/{anas}/members"), format!("/v1/t/{nobody}/members")),
        (Method::DELETE, format!("/v1/t/{anas}/members/{user}"), format!("/v1/t/{nobody}/members/{user}")),
        (Method::DELETE, format!("/v1/t/{bens}/members/{user}"), format!("/v1/t/{bens}/members/{nobody}")),
        (Method::GET, format!("/v1/t/{anas}/invitations"), format!("/v1/t/{nobody}/invitations")),
        (Method::POST, format!("/v1/t/{anas}/invitations"), format!("/v1/t/{nobody}/invitations")),
        (
            Method::DELETE,
            format!("/v1/t/{anas}/invitations/{invitation}"),
            format!("/v1/t/{nobody}/invitations/{invitation}"),
        ),
        (
            Method::DELETE,
            format!("/v1/t/{bens}/invitations/{invitation}"),
            format!("/v1/t/{bens}/invitations/{nobody}"),
        ),
        (Method::GET, format!("/v1/t/{anas}/members"), "/v1/t/' OR '1'='1/members".to_owned()),
    ] {
        let of_theirs = told(house.ask(method.clone(), &theirs, &ben.token)).await;
        let of_nobodys = told(house.ask(method.clone(), &nobodys, &ben.token)).await;
        assert_eq!(of_theirs.0, 404, "{method} {theirs}: {}", of_theirs.1);
        assert_eq!(of_theirs, of_nobodys, "{method} {theirs}");
    }
    assert_eq!(house.get(&format!("/v1/t/{anas}/members"), &ana.token).await.1.as_array().unwrap().len(), 1);
    assert_eq!(house.get(&format!("/v1/t/{anas}/invitations"), &ana.token).await.1[0]["id"], invitation);
}
