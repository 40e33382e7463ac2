//! Undo and redo in drafts, step by step, also after a restart.

use maker_domain::draft::DraftFields;
use maker_domain::id::{DraftId, PostId};
use maker_store::undo::Way;
use maker_store::{Store, StoreError};

use crate::desk::{Desk, at};

struct Writer<'d> {
    desk: &'d Desk,
    draft: DraftId,
    /// Milliseconds since the morning.
    now: i64,
}

impl Writer<'_> {
    async fn title(&mut self, title: &str) {
        self.save(|fields| title.clone_into(&mut fields.title)).await;
    }

    /// Saves as the window does: over what it shows, which is what was saved last.
    async fn save(&mut self, edit: impl FnOnce(&mut DraftFields)) {
        let shown = self.desk.store.written(self.draft).await.unwrap();
        let mut typed = shown.clone();
        edit(&mut typed);
        self.now += 300;
        self.desk
            .store
            .save_draft_over(self.draft, &shown, &typed, at(0) + chrono::TimeDelta::milliseconds(self.now))
            .await
            .unwrap();
    }

    fn wait(&mut self) {
        self.now += 60_000;
    }

    async fn step(&mut self, way: Way) -> Option<String> {
        self.desk.store.step(self.draft, way, at(self.now / 1_000)).await.unwrap()?;
        Some(self.desk.store.written(self.draft).await.unwrap().title)
    }
}

async fn writer(desk: &Desk) -> Writer<'_> {
    Writer { desk, draft: desk.draft().await, now: 0 }
}

#[tokio::test]
async fn c_02_typing_is_taken_back_in_bursts_and_done_again() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    for title in ["Oak chair,", "Oak chair, o", "Oak chair, oiled"] {
        w.title(title).await;
    }
    w.wait();
    w.title("Oak chair, oiled twice").await;
    for title in ["Oak chair, oiled", "Oak chair", "Oak"] {
        w.title(title).await;
    }
    assert_eq!(w.step(Way::Undo).await.as_deref(), Some("Oak chair, oiled twice"), "what was taken away is one step");
    assert_eq!(w.step(Way::Undo).await.as_deref(), Some("Oak chair, oiled"));
    assert_eq!(w.step(Way::Undo).await.as_deref(), Some("Oak chair"), "typing without a rest is one step");
    assert_eq!(w.step(Way::Undo).await, None);
    assert_eq!(w.step(Way::Redo).await.as_deref(), Some("Oak chair, oiled"));
    assert_eq!(w.step(Way::Redo).await.as_deref(), Some("Oak chair, oiled twice"));
    w.title("Oak chair, new").await;
    assert_eq!(w.step(Way::Redo).await, None, "what is typed after an undo begins anew");
    assert_eq!(w.step(Way::Undo).await.as_deref(), Some("Oak chair, oiled twice"));
}

#[tokio::test]
async fn c12_what_is_put_in_at_once_is_taken_back_alone() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    w.title("Oak chair, /").await;
    // It ends as what stood there: nothing of the typing before it may go with it.
    w.title("Oak chair, made by hand in Lyon, see https://marta.example/").await;
    assert_eq!(w.step(Way::Undo).await.as_deref(), Some("Oak chair, /"));
    assert_eq!(w.step(Way::Redo).await.as_deref(), Some("Oak chair, made by hand in Lyon, see https://marta.example/"));
}

#[tokio::test]
async fn c_02_steps_of_different_fields_and_answers_are_apart() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    w.title("Ash").await;
    w.save(|fields| fields.description = "Oiled.".into()).await;
    w.save(|fields| fields.youtube.made_for_kids = Some(false)).await;
    let changed = desk.store.step(w.draft, Way::Undo, at(1)).await.unwrap();
    assert_eq!(changed, Some(vec!["youtube_made_for_kids".to_owned()]));
    let now = desk.store.written(w.draft).await.unwrap();
    assert_eq!((now.youtube.made_for_kids, now.description.as_str()), (None, "Oiled."));
    assert_eq!(desk.store.step(w.draft, Way::Undo, at(1)).await.unwrap(), Some(vec!["description".to_owned()]));
    assert_eq!(w.step(Way::Undo).await.as_deref(), Some("Oak chair"));
}

#[tokio::test]
async fn g_20_steps_are_there_after_the_program_was_closed() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    w.title("Ash chair").await;
    w.wait();
    w.title("Beech chair").await;
    w.step(Way::Undo).await;
    let draft = w.draft;
    desk.store.close().await;
    let store = Store::open(&desk.path, at(500)).await.unwrap();
    store.step(draft, Way::Undo, at(501)).await.unwrap();
    assert_eq!(store.written(draft).await.unwrap().title, "Oak chair");
    for expected in ["Ash chair", "Beech chair"] {
        store.step(draft, Way::Redo, at(502)).await.unwrap();
        assert_eq!(store.written(draft).await.unwrap().title, expected);
    }
}

#[tokio::test]
async fn c_02_taking_back_leaves_what_another_device_wrote_since() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    w.save(|fields| fields.description = "Made of oak, by hand.".into()).await;
    w.wait();
    w.save(|fields| fields.description = "Made of oak, by hand. Oiled.".into()).await;
    w.wait();
    w.title("Mine").await;
    // As a page from the backend writes it: nothing that was typed here.
    let mut theirs = desk.store.written(w.draft).await.unwrap();
    theirs.description = "Well made of oak, by hand. Oiled.".into();
    theirs.title = "Theirs".into();
    desk.store.save_draft(w.draft, &theirs, at(200)).await.unwrap();

    let changed = desk.store.step(w.draft, Way::Undo, at(300)).await.unwrap();
    assert_eq!(changed, Some(vec!["description".to_owned()]), "nothing is left of the step of the title");
    let now = desk.store.written(w.draft).await.unwrap();
    assert_eq!((now.title.as_str(), now.description.as_str()), ("Theirs", "Well made of oak, by hand."));
}

#[tokio::test]
async fn c_02_what_undo_takes_away_is_kept_as_a_version() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    w.title("Oak chair, oiled").await;
    w.step(Way::Undo).await;
    let kept = desk.store.versions(w.draft, None, 9).await.unwrap();
    assert!(kept.iter().any(|version| version.fields.title == "Oak chair, oiled"), "{kept:?}");
}

#[tokio::test]
async fn c_02_the_text_of_a_post_is_taken_back_too() {
    let desk = Desk::open().await;
    let (post, (_, maker)) = (PostId::make(), desk.store.local_maker().await.unwrap());
    desk.store.begin_post(post, maker, at(0)).await.unwrap();
    desk.store.save_post_text(post, "", "New mugs", at(1)).await.unwrap();
    desk.store.save_post_text(post, "New mugs", "New bowls", at(100)).await.unwrap();
    let draft = DraftId(post.0);
    assert_eq!(desk.store.step(draft, Way::Undo, at(101)).await.unwrap(), Some(vec!["description".to_owned()]));
    assert_eq!(desk.store.post_draft(post).await.unwrap().text, "New mugs");
    assert!(matches!(desk.store.step(DraftId::make(), Way::Undo, at(1)).await, Err(StoreError::NotFound)));
    desk.store.delete_post_draft(post, at(102)).await.unwrap();
    assert!(matches!(desk.store.step(draft, Way::Undo, at(103)).await, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn c_02_steps_are_bounded_in_number_size_and_time() {
    let desk = Desk::open().await;
    let mut w = writer(&desk).await;
    for n in 0..400 {
        w.wait();
        w.title(&format!("{n}")).await;
    }
    assert_eq!(desk.count("SELECT count(*) FROM draft_steps").await, 300);
    for n in 0..12 {
        w.wait();
        w.save(|fields| fields.description = n.to_string().repeat(1 << 19)).await;
    }
    let bytes = desk.count("SELECT sum(octet_length(was) + octet_length(became)) FROM draft_steps").await;
    assert!(bytes <= 4 << 20, "{bytes}");
    desk.store.forget_old_steps(at(w.now / 1_000 + 31 * 24 * 60 * 60)).await.unwrap();
    assert_eq!(desk.count("SELECT count(*) FROM draft_steps").await, 0);
}
