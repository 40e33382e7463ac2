//! What was deleted: listed until its day, and given up after it.

use maker_domain::deleted::Deletable;
use maker_domain::id::PostId;
use maker_domain::image::ImageName;
use maker_store::StoreError;

use crate::desk::{Desk, add_draft, at, fields};

const DAY: i64 = 24 * 60 * 60;

async fn listed(desk: &Desk, now: i64) -> Vec<(Deletable, String)> {
    desk.store.bin(at(now)).await.unwrap().into_iter().map(|thing| (thing.kind, thing.title)).collect()
}

#[tokio::test]
async fn g_05_what_was_deleted_is_listed_until_it_can_no_longer_come_back() {
    let desk = Desk::open().await;
    let (user, maker) = desk.store.local_maker().await.unwrap();
    let (named, nameless) = (add_draft(&desk.store, "Oak chair").await, add_draft(&desk.store, " ").await);
    let [written, empty, pictured] = [(); 3].map(|()| PostId::make());
    for (post, text) in [(written, "\n New mugs\nfrom the kiln"), (empty, ""), (pictured, "")] {
        desk.store.begin_post(post, maker, at(0)).await.unwrap();
        desk.store.save_post_text(post, "", text, at(0)).await.unwrap();
    }
    desk.store.add_post_picture(pictured, ImageName::of(b"a mug"), "image/jpeg", at(1)).await.unwrap();
    let gone = PostId::make();
    desk.store.begin_post(gone, maker, at(0)).await.unwrap();
    desk.store.save_post_text(gone, "", "Market day", at(0)).await.unwrap();
    desk.store.publish_post(gone, (user, maker), at(1)).await.unwrap();

    desk.store.delete_draft(named, at(10)).await.unwrap();
    desk.store.delete_draft(nameless, at(20)).await.unwrap();
    for (second, post) in (30..).step_by(10).zip([written, empty, pictured]) {
        desk.store.delete_post_draft(post, at(second)).await.unwrap();
    }
    desk.store.delete_post(gone, at(60)).await.unwrap();

    let all = [
        (Deletable::Post, "Market day".to_owned()),
        (Deletable::PostDraft, String::new()),
        (Deletable::PostDraft, "New mugs".to_owned()),
        (Deletable::Draft, crate::desk::media().file_name),
        (Deletable::Draft, "Oak chair".to_owned()),
    ];
    assert_eq!(listed(&desk, 100).await, all, "what had nothing in it is not worth a line");
    let first = &desk.store.bin(at(100)).await.unwrap()[0];
    assert_eq!((first.deleted_at, first.until), (at(60), at(60 + 30 * DAY)));
    assert_eq!(listed(&desk, 30 * DAY + 15).await.len(), 4, "the first one's time is over");

    desk.store.restore_draft(nameless, at(200)).await.unwrap();
    assert_eq!(listed(&desk, 200).await.len(), 4);
}

#[tokio::test]
async fn g_05_after_thirty_days_a_deleted_draft_goes_with_its_versions_and_no_other_does() {
    let desk = Desk::open().await;
    let (deleted, kept) = (desk.draft().await, desk.draft().await);
    for draft in [deleted, kept] {
        desk.store.save_draft(draft, &fields("Ash"), at(50)).await.unwrap();
    }
    desk.store.delete_draft(deleted, at(100)).await.unwrap();
    desk.store.empty_bin_of_drafts(at(30 * DAY)).await.unwrap();
    assert_eq!(desk.store.draft(deleted).await.unwrap().fields.title, "Ash");
    desk.store.empty_bin_of_drafts(at(31 * DAY)).await.unwrap();
    assert!(matches!(desk.store.draft(deleted).await, Err(StoreError::NotFound)));
    assert_eq!(desk.store.versions(deleted, None, 9).await.unwrap(), []);
    assert_eq!(desk.store.draft(kept).await.unwrap().fields.title, "Ash");
    assert_eq!(desk.store.versions(kept, None, 9).await.unwrap().len(), 1);
}
