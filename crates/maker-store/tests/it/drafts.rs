//! Drafts: nothing typed is lost.

use maker_domain::id::DraftId;
use maker_store::StoreError;

use crate::desk::{Desk, at, fields, media, publish};

async fn titles(desk: &Desk, draft: DraftId) -> Vec<String> {
    desk.store.versions(draft, None, 2_000).await.unwrap().into_iter().map(|v| v.fields.title).collect()
}

async fn save(desk: &Desk, draft: DraftId, title: &str, second: i64) {
    desk.store.save_draft(draft, &fields(title), at(second)).await.unwrap();
}

#[tokio::test]
async fn a_draft_comes_back_as_it_was_saved_with_its_file() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let mut fields = fields("Ключ 👩‍👩‍👧 \u{202e}chair");
    fields.youtube.made_for_kids = Some(false);
    fields.tags = vec!["a b".into()];
    desk.store.save_draft(draft, &fields, at(5)).await.unwrap();

    let back = desk.store.draft(draft).await.unwrap();

    assert_eq!((back.fields, back.media, back.updated_at), (fields, Some(media()), at(5)));
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_whose_name_is_no_utf8_is_found_again() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let path = std::path::PathBuf::from(std::ffi::OsStr::from_bytes(b"/videos/\xff\xfe.mp4"));
    desk.store
        .set_media(draft, &maker_store::drafts::DraftMedia { path: path.clone(), ..media() }, at(1))
        .await
        .unwrap();
    assert_eq!(desk.store.draft(draft).await.unwrap().media.unwrap().path, path);
}

#[tokio::test]
async fn the_version_that_an_edit_replaced_is_kept() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    save(&desk, draft, "Ash chair", 100).await;
    assert_eq!(titles(&desk, draft).await, ["Oak chair"]);
}

#[tokio::test]
async fn a_burst_of_typing_is_one_edit() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    for (second, title) in (100..).zip(["A", "As", "Ash", "Ash ", "Ash c"]) {
        save(&desk, draft, title, second).await;
    }
    assert_eq!(titles(&desk, draft).await, ["Oak chair"]);
}

#[tokio::test]
async fn what_stood_for_an_hour_is_kept_also_when_it_ended_a_burst() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    save(&desk, draft, "Ash", 100).await;
    save(&desk, draft, "Ash chair, oiled", 105).await;
    save(&desk, draft, "x", 3_700).await;
    assert_eq!(titles(&desk, draft).await, ["Ash chair, oiled", "Oak chair"]);
}

#[tokio::test]
async fn typing_for_long_keeps_a_version_now_and_then() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    for second in 100..200 {
        save(&desk, draft, &"x".repeat(second), i64::try_from(second).unwrap()).await;
    }
    let kept = titles(&desk, draft).await.len();
    assert!((3..=5).contains(&kept), "{kept} versions of 100 keystrokes in 100 s");
}

#[tokio::test]
async fn c_02_what_a_burst_of_typing_takes_away_again_is_kept() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    for (second, title) in (100..).zip(["Oak chair, oi", "Oak chair, oiled", "Oak chair", "Oak", "", "Ash"]) {
        save(&desk, draft, title, second).await;
    }
    assert_eq!(titles(&desk, draft).await, ["Oak chair, oiled", "Oak chair"]);
}

#[tokio::test]
async fn f26_a_clock_that_is_set_back_an_hour_loses_no_version() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    save(&desk, draft, "Ash", 100).await;
    save(&desk, draft, "Beech", -3_500).await;
    assert_eq!(titles(&desk, draft).await, ["Ash", "Oak chair"]);
}

#[tokio::test]
async fn saving_what_is_there_already_changes_nothing() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    save(&desk, draft, "Oak chair", 100).await;
    assert_eq!(titles(&desk, draft).await, Vec::<String>::new());
    assert_eq!(desk.store.draft(draft).await.unwrap().updated_at, at(0));
}

#[tokio::test]
async fn a_deleted_draft_leaves_the_list_and_comes_back_whole() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let before = desk.store.draft(draft).await.unwrap();
    desk.store.delete_draft(draft, at(1)).await.unwrap();
    assert!(desk.store.drafts().await.unwrap().is_empty());

    desk.store.restore_draft(draft, at(2)).await.unwrap();

    let back = &desk.store.drafts().await.unwrap()[0];
    assert_eq!((back.id, &back.fields, &back.media), (draft, &before.fields, &before.media));
}

#[tokio::test]
async fn the_list_begins_with_the_last_edited() {
    let desk = Desk::open().await;
    let (first, second) = (desk.draft().await, desk.draft().await);
    save(&desk, first, "edited", 50).await;
    let ids: Vec<DraftId> = desk.store.drafts().await.unwrap().iter().map(|d| d.id).collect();
    assert_eq!(ids, [first, second]);
}

#[tokio::test]
async fn a_still_is_kept_up_to_128_kib_and_reaches_what_was_published_from_it() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    assert!(desk.store.set_still(draft, &vec![7; 131_073]).await.is_err());
    let delivery = publish(&desk.store, draft, &[maker_domain::Platform::Youtube]).await[0];
    let jpeg = vec![7; 131_072];
    desk.store.set_still(draft, &jpeg).await.unwrap();
    assert_eq!(desk.store.draft(draft).await.unwrap().media.unwrap().still, Some(jpeg.clone()));
    let publication = desk.row(delivery).await.publication_id;
    assert_eq!(desk.store.stills(&[publication]).await.unwrap(), [(publication, jpeg)]);
}

#[tokio::test]
async fn a_draft_that_never_was_is_not_there() {
    let desk = Desk::open().await;
    let nobody = DraftId::make();
    assert!(matches!(desk.store.draft(nobody).await, Err(StoreError::NotFound)));
    assert!(matches!(desk.store.save_draft(nobody, &fields("x"), at(1)).await, Err(StoreError::NotFound)));
    assert!(matches!(desk.store.delete_draft(nobody, at(1)).await, Err(StoreError::NotFound)));
    assert!(matches!(desk.store.restore_draft(nobody, at(1)).await, Err(StoreError::NotFound)));
}
