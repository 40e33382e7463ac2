//! The tables' own rules, which hold whoever writes.

use sqlx::{Executor, SqliteConnection};

use crate::desk::Desk;

async fn is_refused(connection: &mut SqliteConnection, sql: &'static str, rule: &str) {
    let refusal = connection.execute(sql).await.expect_err(sql).to_string();
    assert!(refusal.contains(rule), "{sql}: {refusal}");
}

#[tokio::test]
async fn every_table_is_strict_and_none_has_a_column_for_a_token() {
    let desk = Desk::open().await;
    let mut db = desk.beside().await;
    let loose: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 \
           AND name NOT IN ('sqlite_schema', 'sqlite_sequence', '_sqlx_migrations')",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert_eq!(loose, Vec::<String>::new());
    let columns: Vec<String> = sqlx::query_scalar(
        "SELECT lower(c.name) FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.schema = 'main'",
    )
    .fetch_all(&mut db)
    .await
    .unwrap();
    assert!(columns.len() > 50, "nothing was looked at");
    let secret = |name: &&String| ["token", "secret", "password"].iter().any(|word| name.contains(word));
    assert_eq!(columns.iter().find(secret), None);
}

#[tokio::test]
async fn a_maker_has_one_connection_per_platform_and_a_delivery_one_video() {
    let desk = Desk::open().await;
    desk.delivery().await;
    let mut db = desk.beside().await;
    db.execute(
        "INSERT INTO social_connections SELECT 'c1', 'YOUTUBE', '', NULL, id, 'a', 'A', NULL, 'CONNECTED', NULL, 0, 0 FROM makers",
    )
    .await
    .unwrap();
    is_refused(
        &mut db,
        "INSERT INTO social_connections SELECT 'c2', 'YOUTUBE', '', NULL, id, 'b', 'B', NULL, 'CONNECTED', NULL, 0, 0 FROM makers",
        "UNIQUE constraint failed: social_connections.maker_id, social_connections.platform",
    )
    .await;
    db.execute(
        "INSERT INTO videos (id, user_id, delivery_id, title, url, platform, type, created_at, updated_at) \
         SELECT 'v1', u.id, d.id, 't', 'https://a', 'YOUTUBE', 'SHORT', 0, 0 FROM users u, deliveries d",
    )
    .await
    .unwrap();
    is_refused(
        &mut db,
        "INSERT INTO videos (id, user_id, delivery_id, title, url, platform, type, created_at, updated_at) \
         SELECT 'v2', u.id, d.id, 't', 'https://b', 'YOUTUBE', 'SHORT', 0, 0 FROM users u, deliveries d",
        "UNIQUE constraint failed: videos.delivery_id",
    )
    .await;
}

#[tokio::test]
async fn a_publication_has_one_delivery_per_platform_and_no_delivery_is_without_one() {
    let desk = Desk::open().await;
    desk.delivery().await;
    let mut db = desk.beside().await;
    is_refused(
        &mut db,
        "INSERT INTO deliveries (id, publication_id, platform, post, state, detail, total_bytes, created_at, updated_at) \
         SELECT 'd2', publication_id, platform, '{}', 'WAITING', '{}', 1, 0, 0 FROM deliveries",
        "UNIQUE constraint failed: deliveries.publication_id, deliveries.platform",
    )
    .await;
    is_refused(
        &mut db,
        "INSERT INTO deliveries (id, publication_id, platform, post, state, detail, total_bytes, created_at, updated_at) \
         VALUES ('d3', 'nowhere', 'YOUTUBE', '{}', 'WAITING', '{}', 1, 0, 0)",
        "FOREIGN KEY constraint failed",
    )
    .await;
}

#[tokio::test]
async fn a_table_takes_only_values_of_its_own_kind() {
    let desk = Desk::open().await;
    desk.delivery().await;
    let mut db = desk.beside().await;
    is_refused(&mut db, "UPDATE deliveries SET total_bytes = 'many'", "cannot store TEXT value").await;
    is_refused(&mut db, "UPDATE deliveries SET state = 'LIVE'", "CHECK constraint failed").await;
    is_refused(&mut db, "UPDATE deliveries SET detail = 'not json'", "CHECK constraint failed").await;
    is_refused(&mut db, "UPDATE drafts SET fields = '{'", "CHECK constraint failed").await;
}

#[tokio::test]
async fn with_a_publication_go_its_deliveries_and_their_sessions_but_never_a_published_video() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    desk.store.open_session(delivery, &crate::desk::session()).await.unwrap();
    let mut db = desk.beside().await;
    db.execute(
        "INSERT INTO videos (id, user_id, delivery_id, title, url, platform, type, created_at, updated_at) \
         SELECT 'v1', u.id, d.id, 't', 'https://a', 'YOUTUBE', 'SHORT', 0, 0 FROM users u, deliveries d",
    )
    .await
    .unwrap();
    db.execute("DELETE FROM publications").await.unwrap();
    assert_eq!(desk.count("SELECT count(*) FROM deliveries").await, 0);
    assert_eq!(desk.count("SELECT count(*) FROM upload_sessions").await, 0);
    assert_eq!(desk.count("SELECT count(*) FROM videos WHERE delivery_id IS NULL").await, 1);
}
