//! Captions that are chosen for a draft: what YouTube would refuse, or show wrong, is said before anything is sent.

use std::path::PathBuf;

use maker_domain::Platform;
use maker_domain::draft::DraftFields;

use crate::desk::Desk;

fn file(desk: &Desk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test]
async fn two_tracks_of_one_language_and_name_stand_in_the_way_until_one_is_changed() {
    let desk = Desk::new().await;
    let draft = desk.draft("Oak chair").await;
    let shown = desk.studio.draft(draft).await.unwrap().fields;
    let fields = DraftFields { targets: [Platform::Youtube].into(), ..shown.clone() };
    desk.studio.save_draft(draft, &shown, &fields).await.unwrap();
    let cue = b"1\n00:00:01,000 --> 00:00:02,000\nOil twice.\n";
    desk.studio.add_captions(draft, &file(&desk, "a.srt", cue), Some("en"), "").await.unwrap();
    let second = desk.studio.add_captions(draft, &file(&desk, "b.srt", cue), Some("en"), "").await.unwrap();
    let same =
        |view: &maker_app::views::DraftView| view.findings.iter().any(|f| f.message.contains("track name of “a.srt”"));
    assert!(same(&second), "{:?}", second.findings);
    let id = second.attachments[1].id;
    for (language, name, still) in [("en", "For all", false), ("en", "", true), ("fr", "", false)] {
        let now = desk.studio.describe_captions(id, language, name).await.unwrap();
        assert_eq!(same(&now), still, "{language:?} {name:?}: {:?}", now.findings);
    }
}

#[tokio::test]
async fn a_file_is_refused_by_what_it_is_and_not_as_a_video() {
    let desk = Desk::new().await;
    let draft = desk.draft("Oak chair").await;
    let latin = b"1\n00:00:01,000 --> 00:00:02,000\nD\xe9j\xe0 sec.\n";
    for (name, bytes, says) in
        [("empty.srt", &b""[..], "choose a file with captions"), ("fr.srt", latin, "Save it as UTF-8")]
    {
        let refused = desk.studio.add_captions(draft, &file(&desk, name, bytes), None, "").await.unwrap_err();
        assert!(refused.message.contains(says), "{name}: {}", refused.message);
    }
    let refused = desk.studio.add_thumbnail(draft, &file(&desk, "empty.jpg", b"")).await.unwrap_err();
    assert!(refused.message.contains("choose another picture"), "{}", refused.message);
}

#[tokio::test]
async fn captions_that_were_taken_off_come_back_with_their_words() {
    let desk = Desk::new().await;
    let draft = desk.draft("Oak chair").await;
    let cue = b"1\n00:00:01,000 --> 00:00:02,000\nHuiler deux fois.\n";
    let with = desk.studio.add_captions(draft, &file(&desk, "a.srt", cue), Some("fr"), "Pour tous").await.unwrap();
    let id = with.attachments[0].id;
    assert!(desk.studio.remove_attachment(id).await.unwrap().attachments.is_empty());
    let back = desk.studio.restore_attachment(id).await.unwrap().attachments;
    assert_eq!((back[0].id, &back[0].language[..], &back[0].name[..]), (id, "fr", "Pour tous"));
    assert!(desk.studio.restore_attachment(id).await.is_err(), "it is there already");
}

#[tokio::test]
async fn only_the_last_fifty_that_were_taken_off_come_back() {
    let desk = Desk::new().await;
    let draft = desk.draft("Oak chair").await;
    let cue = file(&desk, "a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nOil twice.\n");
    let mut off = Vec::new();
    for _ in 0..51 {
        let id = desk.studio.add_captions(draft, &cue, Some("en"), "").await.unwrap().attachments[0].id;
        desk.studio.remove_attachment(id).await.unwrap();
        off.push(id);
    }
    let oldest = desk.studio.restore_attachment(off[0]).await.unwrap_err();
    assert_eq!(oldest.code, maker_app::ErrorCode::NotFound);
    assert_eq!(desk.studio.restore_attachment(off[1]).await.unwrap().attachments[0].id, off[1]);
}
