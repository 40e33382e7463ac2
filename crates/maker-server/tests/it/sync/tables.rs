//! Every table of the registry on both engines.

use maker_domain::sync::registry::{Column, Kind, TABLES};
use maker_domain::sync::wire::Outcome;
use maker_server::sync::{Author, Sender, apply, prepare};
use maker_server::transaction;
use rstest::rstest;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::workspace::{NOW, Workspace, op};
use crate::engines::On::{self, Postgres, Sqlite};

fn sample(column: &Column) -> Value {
    match (column.name, column.kind) {
        ("images", _) => json!(["a.jpg", "it's \"b\".jpg"]),
        (_, Kind::Text) => json!("Käse 🧀 'quoted' \\ \"line\"\nnext"),
        (_, Kind::Integer) => json!(9_007_199_254_740_992_i64),
        (_, Kind::Real) => json!(12.1),
        (_, Kind::Bool) => json!(true),
        (_, Kind::Time) => json!(NOW + 123),
        (_, Kind::Id) => json!(Uuid::from_u128(77)),
        (_, Kind::Json) => json!({ "z": [1, null, { "a": 1.5 }], "é": "x" }),
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_column_of_every_table_comes_back_as_it_was_sent(#[values(Sqlite, Postgres)] on: On) {
    let w = Workspace::new(on).await;
    for table in TABLES {
        let mut fields: Map<_, _> = table.columns.iter().map(|c| (c.name.to_owned(), sample(c))).collect();
        let id = match table.name {
            "makers" => w.id,
            "social_connections" => {
                fields.insert("platform".to_owned(), json!("YOUTUBE"));
                Uuid::new_v5(&w.id, b"YOUTUBE")
            }
            _ => Uuid::now_v7(),
        };
        for author in [Author::Backend, w.laptop] {
            // Numbers of the backend are its own to write, and a null is a value as well.
            let mut op = op(table.name, id, w.head().await.seq, &Value::Object(fields.clone()));
            if author != Author::Backend {
                op.rows[0].f.retain(|name, _| {
                    table
                        .column(name)
                        .is_some_and(|c| !c.required && c.owner == maker_domain::sync::registry::Owner::Member)
                });
                op.rows[0].f.values_mut().for_each(|field| field.v = Value::Null);
                if op.rows[0].f.is_empty() {
                    continue;
                }
            }
            let prepared = prepare(w.id, &author, &[op]);
            let sender = Sender { author: &author, seen: None, schema: 1, now: NOW };
            let pushed = transaction!(w.database, |tx| { apply(tx, w.id, sender, &prepared, &w.limits, NOW).await });
            let outcome = pushed.unwrap().results.remove(0).outcome;
            assert!(matches!(outcome, Outcome::Applied | Outcome::Noop), "{}: {outcome:?}", table.name);
            let row = w.row(id).await;
            if author == Author::Backend {
                assert_eq!(serde_json::to_value(&row.f).unwrap(), Value::Object(fields.clone()), "{}", table.name);
            } else {
                let kept = |c: &&Column| {
                    c.required
                        || c.merge == maker_domain::sync::registry::Merge::Immutable
                        || c.owner == maker_domain::sync::registry::Owner::Backend
                };
                let left = table.columns.iter().filter(kept).count();
                assert_eq!(row.f.len(), left, "{}: nothing stands where null was written", table.name);
            }
        }
    }
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counting_views_changes_the_videos_own_row_for_other_readers_and_never_its_revision(
    #[values(Sqlite, Postgres)] on: On,
) {
    let w = Workspace::new(on).await;
    let id = Uuid::now_v7();
    let video = json!({ "title": "t", "url": "https://youtu.be/x", "platform": "YOUTUBE", "type": "SHORT",
                        "created_at": NOW, "updated_at": NOW });
    w.expect(&w.laptop, op("videos", id, 0, &video), Outcome::Applied).await;
    let author = Author::Backend;
    let prepared =
        prepare(w.id, &author, &[op("video_stats", id, 0, &json!({ "views": 41, "likes": 7, "as_of": NOW }))]);
    let sender = Sender { author: &author, seen: None, schema: 1, now: NOW };
    transaction!(w.database, |tx| { apply(tx, w.id, sender, &prepared, &w.limits, NOW).await }).unwrap();
    assert_eq!(w.count("SELECT views * 100 + likes FROM videos").await, 4_107);
    let rows = w.rows().await;
    let video = rows.iter().find(|row| row.t == "videos").unwrap();
    assert_eq!((video.rev, rows.len()), (1, 2));
    assert_eq!(w.count("SELECT count(*) FROM videos WHERE user_id IS NOT NULL AND maker_id = tenant_id").await, 1);
}
