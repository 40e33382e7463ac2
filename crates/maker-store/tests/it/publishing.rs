//! One press of Publish: whole or not at all, and never twice.

use maker_domain::Platform::{self, Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::id::{DraftId, ProcessId};
use maker_store::StoreError;
use maker_store::deliveries::Step;
use maker_store::videos::NewVideo;

use crate::desk::{Desk, a, at, fields, media, post, publication, publish};

async fn nothing_was_written(desk: &Desk) {
    for sql in ["SELECT count(*) FROM publications", "SELECT count(*) FROM deliveries"] {
        assert_eq!(desk.count(sql).await, 0, "{sql}");
    }
}

#[tokio::test]
async fn publish_makes_a_delivery_for_each_platform_and_takes_the_draft_off_the_list() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;

    publish(&desk.store, draft, &[Youtube, Tiktok]).await;

    assert!(desk.store.drafts().await.unwrap().is_empty());
    let rows = desk.store.deliveries().await.unwrap();
    let mut platforms: Vec<Platform> = rows.iter().map(|d| d.platform).collect();
    platforms.sort();
    assert_eq!(platforms, [Youtube, Tiktok]);
    for row in rows {
        assert_eq!((row.state, row.total_bytes, row.confirmed_bytes), (DeliveryState::queued(), 1_000, 0));
        assert_eq!((row.draft_id, row.post), (Some(draft), post(row.platform)));
        let file = desk.store.published_file(row.publication_id).await.unwrap();
        assert_eq!((file.path, file.identity, file.facts), (media().path, media().identity, media().facts));
    }
}

#[tokio::test]
async fn the_same_draft_is_never_published_twice() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    publish(&desk.store, draft, &[Youtube]).await;

    let second = desk.store.publish(&publication(draft, &[Youtube]), at(2)).await;

    assert!(matches!(second, Err(StoreError::NotFound)), "{second:?}");
    assert_eq!(desk.count("SELECT count(*) FROM deliveries").await, 1);
}

#[tokio::test]
async fn a_published_draft_cannot_be_made_publishable_by_deleting_and_restoring_it() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    publish(&desk.store, draft, &[Youtube]).await;

    // A window that still shows the draft deletes it and takes that back.
    let _ = desk.store.delete_draft(draft, at(2)).await;
    let _ = desk.store.restore_draft(draft, at(3)).await;

    assert!(desk.store.drafts().await.unwrap().is_empty(), "the draft is back on the list");
    assert!(desk.store.publish(&publication(draft, &[Youtube]), at(4)).await.is_err(), "published twice");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_presses_at_the_same_moment_one_counts() {
    let desk = Desk::open().await;
    let other = maker_store::Store::open(&desk.path, at(0)).await.unwrap();
    for _ in 0..10 {
        let draft = desk.draft().await;
        let (here, there) = (publication(draft, &[Youtube]), publication(draft, &[Youtube]));
        let (one, two) = tokio::join!(desk.store.publish(&here, at(1)), other.publish(&there, at(1)));
        assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    }
    assert_eq!(desk.count("SELECT count(*) FROM deliveries").await, 10);
}

#[tokio::test]
async fn a_publication_that_cannot_be_written_whole_is_not_written_at_all() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;

    let twice_the_same = desk.store.publish(&publication(draft, &[Tiktok, Youtube, Youtube]), at(2)).await;

    assert!(matches!(twice_the_same, Err(StoreError::Database(_))), "{twice_the_same:?}");
    nothing_was_written(&desk).await;
    assert_eq!(desk.store.drafts().await.unwrap()[0].id, draft, "the draft is still on the list");
}

#[tokio::test]
async fn a_draft_that_is_deleted_or_has_no_file_or_never_was_is_not_published() {
    let desk = Desk::open().await;
    let (_, maker) = desk.store.local_maker().await.unwrap();
    let (deleted, without_file) = (desk.draft().await, DraftId::make());
    desk.store.delete_draft(deleted, at(1)).await.unwrap();
    desk.store.add_draft(without_file, maker, &fields("x"), None, at(1)).await.unwrap();
    for draft in [deleted, without_file, DraftId::make()] {
        let refused = desk.store.publish(&publication(draft, &[Youtube]), at(2)).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }
    nothing_was_written(&desk).await;
}

#[tokio::test]
async fn what_is_sent_is_frozen_whatever_becomes_of_the_draft() {
    let desk = Desk::open().await;
    let draft = desk.draft().await;
    let delivery = publish(&desk.store, draft, &[Youtube]).await[0];
    desk.store.save_draft(draft, &fields("Another title"), at(2)).await.unwrap();
    let mut other = media();
    other.path = "/videos/other.mp4".into();
    desk.store.set_media(draft, &other, at(2)).await.unwrap();

    let row = desk.row(delivery).await;

    assert_eq!((row.title.as_str(), row.post), ("Oak chair", post(Youtube)));
    assert_eq!(desk.store.published_file(row.publication_id).await.unwrap().path, media().path);
}

/// The step by which a video is there at `url`.
pub(crate) fn live(url: &str) -> Step {
    Step {
        video: Some(NewVideo {
            title: "Oak chair".into(),
            description: None,
            url: url.into(),
            thumbnail_url: None,
            duration_s: Some(2.5),
        }),
        ..Step::to(DeliveryState::Published { url: url.into(), exact: true })
    }
}

#[tokio::test]
async fn published_writes_one_video_with_its_address_in_the_same_step() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Processing, me).await;
    assert!(desk.store.videos(9).await.unwrap().is_empty(), "no address, no row");

    desk.store.advance(delivery, me, &live("https://youtu.be/x"), at(20)).await.unwrap();

    let videos = desk.store.videos(9).await.unwrap();
    assert_eq!(videos.len(), 1);
    assert_eq!((videos[0].delivery_id, videos[0].url.as_str()), (Some(delivery), "https://youtu.be/x"));
    assert_eq!((videos[0].platform, videos[0].created_at), (Youtube, at(20)));
    assert_eq!(desk.row(delivery).await.state.name(), StateName::Published);
}

#[tokio::test]
async fn a_second_published_is_refused_and_writes_no_second_video() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Processing, me).await;
    desk.store.advance(delivery, me, &live("https://youtu.be/x"), at(20)).await.unwrap();

    let second = desk.store.advance(delivery, me, &live("https://youtu.be/y"), at(21)).await;

    assert!(matches!(second, Err(StoreError::IllegalMove(_))), "{second:?}");
    assert_eq!(desk.store.videos(9).await.unwrap()[0].url, "https://youtu.be/x");
    assert_eq!(desk.count("SELECT count(*) FROM videos").await, 1);
}

#[tokio::test]
async fn a_video_that_cannot_be_written_leaves_the_delivery_where_it_was() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Processing, me).await;
    let mut db = desk.beside().await;
    sqlx::query(
        "INSERT INTO videos (id, user_id, delivery_id, title, url, platform, type, created_at, updated_at) \
         SELECT 'v1', u.id, d.id, 't', 'https://a', 'YOUTUBE', 'SHORT', 0, 0 FROM users u, deliveries d",
    )
    .execute(&mut db)
    .await
    .unwrap();

    assert!(desk.store.advance(delivery, me, &live("https://youtu.be/y"), at(21)).await.is_err());

    assert_eq!(desk.row(delivery).await.state, a(StateName::Processing));
    assert!(desk.store.audit_entries(9).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_file_that_moved_is_told_once_for_all_of_a_publications_deliveries() {
    let desk = Desk::open().await;
    let ids = publish(&desk.store, desk.draft().await, &[Youtube, Tiktok]).await;
    let publication = desk.row(ids[0]).await.publication_id;
    let mut identity = media().identity;
    identity.modified_at = at(77);
    desk.store.relocate(publication, "/elsewhere/chair.mp4".as_ref(), &identity).await.unwrap();
    let file = desk.store.published_file(desk.row(ids[1]).await.publication_id).await.unwrap();
    assert_eq!((file.path.to_str(), file.identity), (Some("/elsewhere/chair.mp4"), identity));
}
