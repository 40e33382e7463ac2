//! Posts: what is being written stays apart from what is public, and both come back as they were.

use maker_domain::id::{PostId, PostMediaId};
use maker_domain::image::{ImageName, MOST_OF_A_POST};
use maker_domain::text_post::{public_address, unfinished};
use maker_store::StoreError;
use maker_store::posts::PostPicture;
use maker_store::sync::Link;
use uuid::Uuid;

use crate::desk::{Desk, at, fields};

fn image(n: usize) -> ImageName {
    ImageName::of(&n.to_le_bytes())
}

impl Desk {
    /// A post that is being written, with so many pictures.
    async fn written(&self, text: &str, pictures: usize) -> PostId {
        let post = PostId::make();
        let (_, maker) = self.store.local_maker().await.unwrap();
        self.store.begin_post(post, maker, at(1)).await.unwrap();
        self.store.save_post_text(post, "", text, at(2)).await.unwrap();
        for n in 0..pictures {
            self.store.add_post_picture(post, image(n), "image/png", at(3)).await.unwrap();
        }
        post
    }

    /// Types this over what is there.
    async fn type_over(&self, post: PostId, text: &str, at: chrono::DateTime<chrono::Utc>) {
        let shown = self.store.post_draft(post).await.unwrap().text;
        self.store.save_post_text(post, &shown, text, at).await.unwrap();
    }

    async fn published(&self, text: &str, pictures: usize) -> PostId {
        let post = self.written(text, pictures).await;
        self.publish(post).await;
        post
    }

    async fn publish(&self, post: PostId) {
        let by = self.store.local_maker().await.unwrap();
        self.store.publish_post(post, by, at(50)).await.unwrap();
    }

    async fn order(&self, post: PostId) -> Vec<String> {
        self.store.pictures(post).await.unwrap().into_iter().map(|picture| picture.image).collect()
    }
}

fn names(which: &[usize]) -> Vec<String> {
    which.iter().map(|n| image(*n).to_string()).collect()
}

#[tokio::test]
async fn what_is_being_written_is_no_post_and_no_draft_of_a_video() {
    let desk = Desk::open().await;
    let post = desk.written("New mugs", 2).await;
    assert_eq!(desk.store.posts(10).await.unwrap(), []);
    assert_eq!(desk.store.drafts().await.unwrap(), []);
    assert!(matches!(desk.store.draft(maker_domain::id::DraftId(post.0)).await, Err(StoreError::NotFound)));
    assert_eq!(desk.order(post).await, Vec::<String>::new());
    let [draft] = &desk.store.post_drafts().await.unwrap()[..] else { panic!("it is not listed") };
    assert_eq!((draft.id, &draft.text[..], draft.pictures.len(), draft.published), (post, "New mugs", 2, false));
    let video = maker_domain::id::DraftId(post.0);
    assert!(matches!(desk.store.delete_draft(video, at(9)).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn publishing_makes_the_post_with_its_pictures_and_their_addresses_and_spends_the_draft() {
    let desk = Desk::open().await;
    let post = desk.published("New mugs", 2).await;
    let (_, maker) = desk.store.local_maker().await.unwrap();
    let there = desk.store.post(post).await.unwrap();
    assert_eq!(there.content, "New mugs");
    assert_eq!(there.images, [public_address(maker, image(0)), public_address(maker, image(1))]);
    assert_eq!(desk.order(post).await, names(&[0, 1]));
    assert_eq!(desk.store.post_drafts().await.unwrap(), []);
    assert_eq!(desk.store.pictures(unfinished(post)).await.unwrap(), []);
    assert!(matches!(
        desk.store.publish_post(post, desk.store.local_maker().await.unwrap(), at(60)).await,
        Err(StoreError::NotFound)
    ));
}

#[tokio::test]
async fn a_post_beyond_a_limit_is_not_published_and_stays_as_it_was_typed() {
    let desk = Desk::open().await;
    let by = desk.store.local_maker().await.unwrap();
    for text in [" ", &"x".repeat(5_001)] {
        let post = desk.written(text, 1).await;
        assert!(matches!(desk.store.publish_post(post, by, at(9)).await, Err(StoreError::IllegalMove(_))));
        let draft = desk.store.post_draft(post).await.unwrap();
        assert_eq!((draft.text.as_str(), draft.pictures.len()), (text, 1));
    }
    let post = desk.written("Many", MOST_OF_A_POST).await;
    let more = desk.store.add_post_picture(post, image(99), "image/png", at(9)).await;
    assert!(matches!(more, Err(StoreError::IllegalMove(_))), "{more:?}");
}

#[tokio::test]
async fn a_change_of_a_post_is_public_when_it_is_published_and_not_before() {
    let desk = Desk::open().await;
    let post = desk.published("New mugs", 3).await;
    let before = desk.store.pictures(post).await.unwrap();
    let (_, maker) = desk.store.local_maker().await.unwrap();
    desk.store.edit_post(post, maker, at(100)).await.unwrap();
    desk.type_over(post, "New mugs and bowls", at(101)).await;
    let copies = desk.store.post_draft(post).await.unwrap().pictures;
    desk.store.remove_post_picture(post, copies[0].id, at(102)).await.unwrap();
    desk.store.describe_post_picture(post, copies[1].id, "", "Two mugs", at(103)).await.unwrap();
    desk.store.add_post_picture(post, image(7), "image/png", at(104)).await.unwrap();
    desk.store.move_post_picture(post, copies[2].id, Some(copies[1].id), at(105)).await.unwrap();

    assert_eq!(desk.store.post(post).await.unwrap().content, "New mugs");
    assert_eq!(desk.store.pictures(post).await.unwrap(), before, "nothing of it is public");

    desk.publish(post).await;
    assert_eq!(desk.store.post(post).await.unwrap().content, "New mugs and bowls");
    assert_eq!(desk.order(post).await, names(&[2, 1, 7]));
    let after = desk.store.pictures(post).await.unwrap();
    assert_eq!((after[1].id, after[1].alt.as_deref()), (before[1].id, Some("Two mugs")), "what stays is the same row");
    assert_eq!(desk.store.posts(10).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_change_that_was_begun_goes_on_where_it_was_left() {
    let desk = Desk::open().await;
    let post = desk.published("New mugs", 1).await;
    let (_, maker) = desk.store.local_maker().await.unwrap();
    desk.store.edit_post(post, maker, at(100)).await.unwrap();
    desk.type_over(post, "Half a thou", at(101)).await;
    desk.store.edit_post(post, maker, at(200)).await.unwrap();
    let draft = desk.store.post_draft(post).await.unwrap();
    assert_eq!((draft.text.as_str(), draft.pictures.len(), draft.published), ("Half a thou", 1, true));
    assert!(matches!(desk.store.edit_post(PostId::make(), maker, at(1)).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn what_was_typed_before_a_change_is_begun_anew_is_kept_as_a_version() {
    let desk = Desk::open().await;
    let post = desk.published("New mugs", 0).await;
    let (_, maker) = desk.store.local_maker().await.unwrap();
    desk.store.edit_post(post, maker, at(100)).await.unwrap();
    desk.type_over(post, "Given up", at(200)).await;
    desk.store.delete_post_draft(post, at(201)).await.unwrap();
    assert_eq!(desk.store.post(post).await.unwrap().content, "New mugs", "the post stays");
    desk.store.edit_post(post, maker, at(300)).await.unwrap();
    assert_eq!(desk.store.post_draft(post).await.unwrap().text, "New mugs");
    let kept = desk.store.versions(maker_domain::id::DraftId(post.0), None, 9).await.unwrap();
    assert!(kept.iter().any(|version| version.fields.description == "Given up"), "{kept:?}");
}

#[tokio::test]
async fn pictures_are_put_in_order_and_only_the_one_that_is_moved_is_written() {
    let desk = Desk::open().await;
    let post = desk.written("In order", 4).await;
    let before = desk.store.pictures(unfinished(post)).await.unwrap();
    desk.store.move_post_picture(post, before[3].id, Some(before[1].id), at(9)).await.unwrap();
    assert_eq!(desk.order(unfinished(post)).await, names(&[0, 3, 1, 2]));
    desk.store.move_post_picture(post, before[0].id, None, at(10)).await.unwrap();
    assert_eq!(desk.order(unfinished(post)).await, names(&[3, 1, 2, 0]));
    desk.store.move_post_picture(post, before[1].id, Some(before[1].id), at(11)).await.unwrap();
    let after = desk.store.pictures(unfinished(post)).await.unwrap();
    assert_eq!(after[2], before[2]);
    let nowhere = desk.store.move_post_picture(post, before[0].id, Some(PostMediaId::make()), at(12)).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn places_that_leave_no_room_are_made_anew() {
    let desk = Desk::open().await;
    let post = desk.written("In order", 0).await;
    for n in 0..3 {
        let picture = PostPicture {
            id: PostMediaId::make(),
            post: unfinished(post),
            image: image(n).to_string(),
            content_type: "image/png".into(),
            alt: None,
            position: "Place".into(),
        };
        desk.store.save_picture(&picture, at(1)).await.unwrap();
    }
    let ids: Vec<_> = desk.store.pictures(unfinished(post)).await.unwrap().into_iter().map(|p| p.id).collect();
    desk.store.move_post_picture(post, ids[2], Some(ids[0]), at(2)).await.unwrap();
    desk.store.move_post_picture(post, ids[1], Some(ids[0]), at(3)).await.unwrap();
    let after: Vec<_> = desk.store.pictures(unfinished(post)).await.unwrap().into_iter().map(|p| p.id).collect();
    assert_eq!(after, [ids[2], ids[1], ids[0]]);
}

#[tokio::test]
async fn what_was_deleted_comes_back_as_it_was() {
    let desk = Desk::open().await;
    let by = desk.store.local_maker().await.unwrap();
    let post = desk.published("New mugs", 2).await;
    let before = (desk.store.post(post).await.unwrap(), desk.store.pictures(post).await.unwrap());
    desk.store.delete_post(post, at(100)).await.unwrap();
    assert_eq!((desk.store.posts(10).await.unwrap().len(), desk.order(post).await.len()), (0, 0));
    desk.store.restore_post(post, by, at(110)).await.unwrap();
    let after = (desk.store.post(post).await.unwrap(), desk.store.pictures(post).await.unwrap());
    assert_eq!(
        (&after.0.content, &after.0.images, after.0.created_at),
        (&before.0.content, &before.0.images, before.0.created_at)
    );
    assert_eq!(after.1, before.1);
    assert!(matches!(desk.store.restore_post(post, by, at(120)).await, Err(StoreError::NotFound)), "once");

    let draft = desk.written("Half", 3).await;
    let before = desk.store.post_draft(draft).await.unwrap();
    desk.store.remove_post_picture(draft, before.pictures[1].id, at(130)).await.unwrap();
    desk.store.restore_post_picture(draft, before.pictures[1].id, at(131)).await.unwrap();
    desk.store.delete_post_draft(draft, at(132)).await.unwrap();
    let nothing_new = desk.store.save_post_text(draft, "Half", "Half", at(133)).await;
    assert!(matches!(nothing_new, Err(StoreError::NotFound)));
    desk.store.restore_post_draft(draft, at(134)).await.unwrap();
    let after = desk.store.post_draft(draft).await.unwrap();
    assert_eq!((after.text, after.pictures), (before.text, before.pictures));
}

#[tokio::test]
async fn the_bin_is_emptied_after_thirty_days() {
    let desk = Desk::open().await;
    let by = desk.store.local_maker().await.unwrap();
    let day = 24 * 60 * 60;
    let (old, recent) = (desk.published("Old", 1).await, desk.published("Recent", 1).await);
    desk.store.delete_post(old, at(0)).await.unwrap();
    desk.store.delete_post(recent, at(2 * day)).await.unwrap();
    desk.store.empty_post_bin(at(31 * day)).await.unwrap();
    assert!(matches!(desk.store.restore_post(old, by, at(31 * day)).await, Err(StoreError::NotFound)));
    desk.store.restore_post(recent, by, at(31 * day)).await.unwrap();
}

#[tokio::test]
async fn the_addresses_of_pictures_follow_the_desk_into_its_workspace() {
    let desk = Desk::open().await;
    let post = desk.published("New mugs", 1).await;
    let workspace = Uuid::now_v7();
    let link = Link {
        workspace,
        backend: "https://studio.example.com".into(),
        account: "amina@example.com".into(),
        device: Uuid::now_v7(),
        device_name: "Laptop".into(),
    };
    desk.store.link(&link, at(100)).await.unwrap();
    let there = desk.store.post(post).await.unwrap();
    assert_eq!(there.images, [public_address(maker_domain::id::MakerId(workspace), image(0))]);
}

#[tokio::test]
async fn a_draft_of_a_video_cannot_be_written_as_a_post() {
    let desk = Desk::open().await;
    let video = desk.draft().await;
    let as_post = PostId(video.0);
    assert!(matches!(desk.store.save_post_text(as_post, "", "x", at(1)).await, Err(StoreError::NotFound)));
    assert!(matches!(desk.store.delete_post_draft(as_post, at(1)).await, Err(StoreError::NotFound)));
    assert!(matches!(desk.store.restore_post_draft(as_post, at(1)).await, Err(StoreError::NotFound)));
    assert_eq!(desk.store.draft(video).await.unwrap().fields, fields("Oak chair"));
}

#[tokio::test]
async fn f62_what_is_typed_over_a_text_that_the_screen_had_not_shown_is_merged_with_it() {
    let desk = Desk::open().await;
    let post = desk.written("New mugs from the kiln.", 0).await;
    // Another window writes below this one.
    desk.type_over(post, "New mugs from the wood kiln.", at(3)).await;
    desk.store.save_post_text(post, "New mugs from the kiln.", "New blue mugs from the kiln.", at(4)).await.unwrap();
    assert_eq!(desk.store.post_draft(post).await.unwrap().text, "New blue mugs from the wood kiln.");
}

#[tokio::test]
async fn what_is_typed_where_it_has_been_published_meanwhile_is_a_change_of_the_post() {
    let desk = Desk::open().await;
    let post = desk.written("New mugs", 2).await;
    desk.publish(post).await;
    // This window had not heard of it.
    desk.store.save_post_text(post, "New mugs", "New mugs!", at(60)).await.unwrap();
    let draft = desk.store.post_draft(post).await.unwrap();
    assert_eq!((draft.text.as_str(), draft.pictures.len(), draft.published), ("New mugs!", 2, true));
    assert_eq!(desk.store.post(post).await.unwrap().content, "New mugs");
    desk.publish(post).await;
    let nothing_new = desk.store.save_post_text(post, "New mugs!", "New mugs!", at(70)).await;
    assert!(matches!(nothing_new, Err(StoreError::NotFound)), "what says nothing new begins nothing");
}

#[tokio::test]
async fn what_another_device_typed_and_found_published_is_what_a_change_begins_with() {
    let desk = Desk::open().await;
    let post = desk.published("New mugs", 1).await;
    let (_, maker) = desk.store.local_maker().await.unwrap();
    // As it arrives by sync: the text of the draft is newer than the publication that spent it.
    let mut beside = desk.beside().await;
    sqlx::query("UPDATE drafts SET fields = json_set(fields, '$.description', 'New mugs, and more'), updated_at = ?")
        .bind(at(55).timestamp_millis())
        .execute(&mut beside)
        .await
        .unwrap();
    desk.store.edit_post(post, maker, at(60)).await.unwrap();
    let draft = desk.store.post_draft(post).await.unwrap();
    assert_eq!((draft.text.as_str(), draft.pictures.len()), ("New mugs, and more", 1));
}

#[tokio::test]
async fn what_is_typed_into_a_draft_that_another_window_has_deleted_brings_it_back() {
    let desk = Desk::open().await;
    let post = desk.written("Half", 2).await;
    desk.store.delete_post_draft(post, at(10)).await.unwrap();
    desk.store.save_post_text(post, "Half", "Half a thought", at(11)).await.unwrap();
    let draft = desk.store.post_draft(post).await.unwrap();
    assert_eq!((draft.text.as_str(), draft.pictures.len()), ("Half a thought", 2));
}
