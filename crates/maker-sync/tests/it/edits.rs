//! What was edited goes out once, comes back whole, and stays on the screen meanwhile.

use chrono::TimeDelta;
use maker_domain::sync::wire::{DELETED, FieldEdit, Op, Push, RowEdit, SCHEMA};
use maker_sync_play::{Device, settle, titled, two, world};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn a_field_that_is_edited_a_hundred_times_before_it_is_sent_is_one_edit_with_its_first_base() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.settle().await;
    let rev = world.lock().unwrap().server.head().seq;
    for n in 0..100 {
        laptop.save(draft, |fields| fields.title = format!("Chair {n}")).await;
    }
    laptop.push(500).await;
    let arrived = world.lock().unwrap().arrived.last().unwrap().1.clone();
    assert_eq!(arrived.ops.len(), 1);
    let title = &arrived.ops[0].rows[0].f["title"];
    assert_eq!((&title.v, title.rev, title.op), (&json!("Chair 99"), rev, None));
}

#[tokio::test]
async fn an_edit_that_was_sent_never_changes_and_what_follows_names_it() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.next_fault(maker_sync_play::Fault::AnswerLost);
    laptop.push(500).await;
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    laptop.push(500).await;
    let world = world.lock().unwrap();
    let [(_, first), (_, second)] = &world.arrived[..] else { panic!("{:?}", world.arrived) };
    assert_eq!(first.ops[0], second.ops[0]);
    let made = first.ops.iter().find(|op| op.rows[0].row == draft).unwrap();
    let title = &second.ops.last().unwrap().rows[0].f["title"];
    assert_eq!((title.op, title.rev), (Some(made.id), 0));
}

#[tokio::test]
async fn before_the_first_sign_in_nothing_is_noted() {
    let world = world();
    let laptop = Device::unlinked("Laptop", &world, TimeDelta::zero()).await;
    laptop.add_draft(&titled("Chair")).await;
    let noted: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sync_touched").fetch_one(&mut *laptop.beside().await).await.unwrap();
    assert_eq!((noted, laptop.store.sync_position().await.unwrap()), (0, None));
}

#[tokio::test]
async fn i4_an_accepted_edit_stays_on_the_screen_until_its_row_comes_back() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    settle(&[&laptop, &tablet]).await;
    // Many rows of others lie between, so that the row comes with a later page.
    for n in 0..5 {
        tablet.add_draft(&titled(&format!("Other {n}"))).await;
    }
    tablet.save(draft, |fields| fields.tags = vec!["oak".into()]).await;
    tablet.push(500).await;
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    laptop.push(500).await;
    for _ in 0..10 {
        assert_eq!(laptop.fields(draft).await.title, "Stool");
        laptop.pull(1).await;
    }
    assert_eq!(laptop.fields(draft).await.tags, ["oak"]);
    assert!(!format!("{:?}", world.lock().unwrap().server.rows()).contains(DELETED));
}

#[tokio::test]
async fn i17_i11_a_hundred_pages_are_taken_in_one_by_one_and_are_then_all_there() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let rows = 5_000;
    {
        let mut world = world.lock().unwrap();
        for n in 0..rows / 500 {
            let op = |m: usize| {
                let f = |v| FieldEdit { v, rev: 0, op: None };
                let fields = [
                    ("title", json!(format!("Service {}", n * 500 + m))),
                    ("price", json!(1.5)),
                    ("currency", json!("EUR")),
                    ("type", json!("ARTISAN")),
                    ("created_at", json!(1)),
                    ("updated_at", json!(1)),
                ];
                let f = fields.into_iter().map(|(name, v)| (name.to_owned(), f(v))).collect();
                let row = RowEdit {
                    t: "services".into(),
                    row: Uuid::now_v7(),
                    f,
                    resolves: Default::default(),
                    saw: Default::default(),
                };
                Op { id: Uuid::now_v7(), at: 1, rows: vec![row] }
            };
            let push = Push {
                now: world.server.now,
                seen: world.server.head(),
                schema: SCHEMA,
                ops: (0..500).map(op).collect(),
            };
            let pushed = world.server.push("Elsewhere", &push).unwrap();
            assert!(pushed.results.iter().all(|r| r.at.is_some()), "{:?}", pushed.results[0]);
        }
    }
    let began = std::time::Instant::now();
    for _ in 0..rows / 50 + 2 {
        laptop.pull(50).await;
    }
    eprintln!("{rows} rows in {:?}", began.elapsed());
    assert_eq!(laptop.store.services().await.unwrap().len(), rows);
    assert_eq!(laptop.store.sync_record().await.unwrap().waiting, 0);
}

#[tokio::test]
async fn i14_columns_and_tables_of_a_newer_version_are_kept_word_for_word() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.settle().await;
    let mut beside = laptop.beside().await;
    // What a page of a newer backend writes there.
    let fields = json!({"title": "Chair", "description": "Oak, oiled.", "kind": "VIDEO", "status": "DRAFT",
        "mood": {"a": [1, null]}, "youtube_privacy": "members_only", "created_at": 1, "updated_at": 1});
    sqlx::query("UPDATE sync_rows SET fields = ? WHERE row_id = ?")
        .bind(fields.to_string())
        .bind(draft.to_string())
        .execute(&mut *beside)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO sync_rows (tbl, row_id, rev, deleted, fields, generation) VALUES ('moods', ?, 1, 0, '{\"a\":1}', 0)",
    )
    .bind(Uuid::now_v7().to_string())
    .execute(&mut *beside)
    .await
    .unwrap();
    drop(beside);
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    laptop.push(500).await;
    let sent = world.lock().unwrap().arrived.last().unwrap().1.ops.last().unwrap().rows[0].clone();
    assert_eq!(sent.f["title"].v, json!("Stool"));
    assert!(!sent.f.contains_key("mood") && !sent.f.contains_key("youtube_privacy"), "{:?}", sent.f.keys());
    assert!(laptop.confirmed().await.keys().any(|(table, _)| table == "moods"));
}

#[tokio::test]
async fn i13_what_is_refused_stays_with_its_content_and_stands_in_nobodys_way() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (chair, stool) = (laptop.add_draft(&titled("Chair")).await, laptop.add_draft(&titled("Stool")).await);
    settle(&[&laptop, &tablet]).await;
    let long = "x".repeat(300 << 10);
    laptop.save(chair, |fields| fields.description = long.clone()).await;
    laptop.save(stool, |fields| fields.title = "Bench".into()).await;
    settle(&[&laptop, &tablet]).await;

    assert_eq!(tablet.fields(stool).await.title, "Bench");
    assert_eq!(laptop.fields(chair).await.description, long, "it is still on the screen");
    let [refused] = &laptop.store.own_edits(10).await.unwrap()[..] else { panic!("it is not kept") };
    assert!(refused.refused && refused.why.as_ref().unwrap().to_string().contains("Shorten"), "{:?}", refused.why);
    assert_eq!(refused.edit.f["description"].v, json!(long));
    assert_eq!(laptop.store.sync_record().await.unwrap().refused, 1);

    laptop.save(chair, |fields| fields.description = "Shorter.".into()).await;
    settle(&[&laptop, &tablet]).await;
    assert_eq!(laptop.store.own_edits(10).await.unwrap(), []);
    assert_eq!(tablet.fields(chair).await.description, "Shorter.");

    laptop.save(chair, |fields| fields.description = long.clone()).await;
    laptop.settle().await;
    let refused = laptop.store.own_edits(10).await.unwrap()[0].id;
    laptop.store.discard_refused(refused, laptop.now()).await.unwrap();
    assert_eq!(laptop.fields(chair).await.description, "Shorter.", "given up, it shows what the backend has");
}

#[tokio::test]
async fn i13_over_quota_waits_and_is_delivered_once_there_is_room() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    laptop.settle().await;
    let full = world.lock().unwrap().server.rows().len();
    world.lock().unwrap().server.rows_max = full;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.push(500).await;
    let record = laptop.store.sync_record().await.unwrap();
    assert_eq!((record.waiting, record.refused, record.over_quota), (1, 0, 1));
    assert_eq!(laptop.fields(draft).await.title, "Chair");

    {
        let mut there = world.lock().unwrap();
        there.server.rows_max = usize::MAX;
        there.server.now += 24 * 60 * 60 * 1_000;
    }
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Chair");
}
