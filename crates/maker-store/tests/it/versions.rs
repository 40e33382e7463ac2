//! Versions of drafts: viewed, thinned, given up.

use maker_domain::id::DraftId;
use maker_store::StoreError;
use uuid::Uuid;

use crate::desk::{Desk, at, fields, publish};

async fn save(desk: &Desk, draft: DraftId, title: &str, second: i64) {
    desk.store.save_draft(draft, &fields(title), at(second)).await.unwrap();
}

#[tokio::test]
async fn c_02_versions_are_listed_newest_first_page_by_page_and_read_one_by_one() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    for (n, title) in ["Ash", "Beech", "Cedar"].iter().enumerate() {
        save(&desk, draft, title, 100 * (i64::try_from(n).unwrap() + 1)).await;
    }
    let newest = desk.store.versions(draft, None, 2).await.unwrap();
    assert_eq!(newest.iter().map(|v| v.fields.title.as_str()).collect::<Vec<_>>(), ["Beech", "Ash"]);
    assert_eq!((newest[0].until, newest[0].elsewhere), (at(300), false));
    let older = desk.store.versions(draft, Some(newest[1].id), 2).await.unwrap();
    assert_eq!(older.iter().map(|v| v.fields.title.as_str()).collect::<Vec<_>>(), ["Oak chair"]);

    assert_eq!(desk.store.version(draft, older[0].id).await.unwrap(), older[0]);
    let other = desk.draft().await;
    assert!(matches!(desk.store.version(other, older[0].id).await, Err(StoreError::NotFound)), "of another draft");
    assert!(matches!(desk.store.version(draft, Uuid::now_v7()).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn c_02_versions_of_one_draft_are_bounded_and_the_newest_and_the_first_stay() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    for n in 0..1_100 {
        save(&desk, draft, &format!("{n}"), 60 * (n + 1)).await;
    }
    let kept = desk.store.versions(draft, None, 5_000).await.unwrap();
    assert_eq!(kept.len(), 1_000);
    assert_eq!(kept.last().unwrap().fields.title, "Oak chair");
    let newest: Vec<String> = kept.iter().take(200).map(|v| v.fields.title.clone()).collect();
    assert_eq!(newest, (899..1_099).rev().map(|n| n.to_string()).collect::<Vec<_>>());
}

#[tokio::test]
async fn c_02_large_versions_make_room_too() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    for n in 0..40 {
        let mut large = fields("Oak chair");
        large.description = n.to_string().repeat(1 << 19);
        desk.store.save_draft(draft, &large, at(60 * (n + 1))).await.unwrap();
    }
    let bytes = desk.count("SELECT sum(octet_length(fields)) FROM revisions").await;
    assert!(bytes <= 16 << 20, "{bytes}");
    let kept = desk.store.versions(draft, None, 100).await.unwrap();
    assert!(kept[0].fields.description.starts_with("3838"), "the newest is there");
}

#[tokio::test]
async fn c_02_versions_of_what_was_published_go_after_ninety_days_and_of_what_is_written_never() {
    let desk = Desk::open().await;
    let (written, published) = (desk.draft().await, desk.draft().await);
    for draft in [written, published] {
        save(&desk, draft, "Ash", 100).await;
    }
    publish(&desk.store, published, &[maker_domain::Platform::Youtube]).await;
    const DAY: i64 = 24 * 60 * 60;
    desk.store.forget_old_versions(at(89 * DAY)).await.unwrap();
    assert_eq!(desk.store.versions(published, None, 9).await.unwrap().len(), 1);
    desk.store.forget_old_versions(at(91 * DAY)).await.unwrap();
    assert_eq!(desk.store.versions(published, None, 9).await.unwrap(), []);
    assert_eq!(desk.store.versions(written, None, 9).await.unwrap().len(), 1);
}
