//! Workspaces have nothing of each other's pictures.

use maker_domain::image::ImageName;
use maker_server::db::{Database, sql};
use maker_server::transaction;
use reqwest::header::CONTENT_TYPE;
use reqwest::{Method, StatusCode};
use rstest::rstest;
use uuid::Uuid;

use super::pictures::{large, small};
use super::studio::{Studio, objects, there};
use crate::engines::On::{self, Postgres, Sqlite};
use crate::programs::{Program, server_on};

#[rstest]
#[tokio::test]
async fn f59_pictures_of_another_workspace_read_like_those_of_nobody_at_every_route(
    #[values(Sqlite, Postgres)] on: On,
) {
    let studio = Studio::open(on).await;
    let bytes = small(1);
    let name = studio.stored(&bytes).await;
    let ben = studio.house.sign_up("Ben").await;
    let bens = ben.workspace(&studio.house).await;
    let (nowhere, none) = (Uuid::now_v7().to_string(), ImageName::of(b"none"));
    let ask = async |method: Method, path: String, token: &str| {
        let request = studio.house.ask(method, &path, token).header(CONTENT_TYPE, "application/octet-stream");
        let answer = request.body(bytes.clone()).send().await.unwrap();
        (answer.status(), answer.text().await.unwrap())
    };
    for (method, call) in [
        (Method::GET, format!("images/{name}")),
        (Method::GET, format!("images/{name}/upload")),
        (Method::PATCH, format!("images/{name}/upload?offset=0&size={}", bytes.len())),
        (Method::PATCH, format!("images/{name}/upload?nonsense")),
    ] {
        let path = |workspace: &str| format!("/v1/t/{workspace}/{call}");
        let theirs = ask(method.clone(), path(&studio.id), &ben.token).await;
        assert_eq!(theirs.0, StatusCode::NOT_FOUND, "{call}");
        assert_eq!(theirs, ask(method.clone(), path(&nowhere), &ben.token).await, "{call}");
        assert_eq!(ask(method.clone(), path(&studio.id), "").await.0, StatusCode::UNAUTHORIZED, "{call}");
    }
    let own = ask(Method::GET, format!("/v1/t/{bens}/images/{name}"), &ben.token).await;
    assert_eq!(own, ask(Method::GET, format!("/v1/t/{bens}/images/{none}"), &ben.token).await);
    for no_name in ["", "..%2f..%2fetc%2fpasswd", &name.to_string().to_uppercase(), "%ff", "a"] {
        let path = format!("/v1/t/{}/images/{no_name}", studio.id);
        assert_eq!(ask(Method::GET, path, &studio.ana.token).await.0, StatusCode::NOT_FOUND, "{no_name}");
    }
}

/// A role that may do everything but look past the rule, as an operator's should be.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f59_postgres_itself_keeps_pictures_of_workspaces_apart_and_lets_them_be_taken_and_removed() {
    let studio = Studio::open(Postgres).await;
    let place = studio.house.place.postgres.as_ref().unwrap();
    let role = format!("r{}", Uuid::now_v7().simple());
    place.sql(&format!("CREATE ROLE {role} LOGIN; GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}"));
    let address = place.url.replace("studio@", &format!("{role}@"));
    let mut command = server_on(&address);
    let server = Program::start(command.arg("--images").arg(studio.house.place.images()));
    let (bytes, begun) = (large(2), large(3));
    let answer = studio.send_to(&server.address("backend"), &bytes).await;
    assert_eq!((answer.0, there(&answer.1)), (200, (bytes.len() as u64, true)), "{answer:?}");
    assert_eq!(studio.send_part_to(&server.address("backend"), &begun, 0).await.0, 200);

    let database = Database::open(&address.parse().unwrap()).await.unwrap();
    for (tenant, expected) in [(Uuid::now_v7().to_string(), 0), (studio.id.clone(), 1)] {
        let seen = transaction!(database, |tx| {
            sql("SELECT set_config('app.tenant', $1, true)").bind(&tenant).one::<(String,)>(tx).await?;
            let mut counts = Vec::new();
            for table in [
                "SELECT count(*) FROM images",
                "SELECT count(*) FROM image_uploads",
                "SELECT count(*) FROM image_parts",
            ] {
                counts.push(sql(table).one::<(i64,)>(tx).await?.0);
            }
            let changed = sql("UPDATE images SET touched_at = touched_at").run(tx).await?;
            counts.push(changed as i64);
            Ok::<_, maker_server::db::DbError>(counts)
        });
        assert_eq!(seen.unwrap(), [expected; 4]);
    }
    let removed = transaction!(database, |tx| { sql("DELETE FROM images").run(tx).await });
    assert_eq!(removed.unwrap(), 1);
    assert_eq!(place.sql("SELECT count(*) FROM image_leftovers").trim(), "1", "its object is not forgotten");
    assert_eq!(objects(&studio.house.place.images()), 1);
}
