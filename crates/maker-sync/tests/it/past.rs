//! What was deleted, undone or replaced is so on every device.

use chrono::TimeDelta;
use maker_domain::id::DraftId;
use maker_sync_play::{Device, settle, titled, two, world};

#[tokio::test]
async fn what_was_typed_and_deleted_without_a_network_is_deleted() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.push(500).await;
    laptop.store.delete_draft(DraftId(draft), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.drafts().await.unwrap(), []);
    laptop.store.restore_draft(DraftId(draft), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Chair");
}

#[tokio::test]
async fn g_05_a_draft_that_is_given_up_after_thirty_days_stays_deleted_everywhere() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Oak chair")).await;
    laptop.store.delete_draft(DraftId(draft), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    laptop.store.empty_bin_of_drafts(laptop.now() + TimeDelta::days(31)).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(laptop.store.sync_record().await.unwrap().waiting, 0);
    assert_eq!((laptop.store.drafts().await.unwrap(), tablet.store.drafts().await.unwrap()), (vec![], vec![]));
}

#[tokio::test]
async fn c_02_what_another_devices_edit_replaces_is_kept_as_a_version_and_what_comes_back_is_not() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Oak chair")).await;
    settle(&[&laptop, &tablet]).await;
    let versions = async |device: &Device| -> Vec<(String, bool)> {
        let kept = device.store.versions(DraftId(draft), None, 9).await.unwrap();
        kept.into_iter().map(|version| (version.fields.title, version.elsewhere)).collect()
    };
    assert_eq!((versions(&laptop).await, versions(&tablet).await), (vec![], vec![]));
    tablet.save(draft, |fields| fields.title = "Ash stool".into()).await;
    settle(&[&laptop, &tablet]).await;
    assert_eq!(laptop.fields(draft).await.title, "Ash stool");
    assert_eq!(versions(&laptop).await, [("Oak chair".to_owned(), true)]);
    assert_eq!(versions(&tablet).await, [("Oak chair".to_owned(), false)], "where it was typed it is kept once");
}

#[tokio::test]
async fn c_02_undo_travels_like_any_edit() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Oak chair")).await;
    settle(&[&laptop, &tablet]).await;
    let shown = laptop.fields(draft).await;
    let mut typed = shown.clone();
    typed.title = "Ash chair".into();
    laptop.store.save_draft_over(DraftId(draft), &shown, &typed, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Ash chair");
    let way = maker_store::undo::Way::Undo;
    assert_eq!(tablet.store.step(DraftId(draft), way, tablet.now()).await.unwrap(), None, "it was typed elsewhere");
    laptop.store.step(DraftId(draft), way, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Oak chair");
}
