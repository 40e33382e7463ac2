//! What a maker writes and chooses again and again: kept, put in order, bounded, brought back.

use maker_domain::draft::YoutubePrivacy;
use maker_domain::id::{PresetId, SnippetId};
use maker_domain::preset::{PresetSettings, YoutubePreset};
use maker_domain::snippet::{self, SnippetFields, SnippetKind};
use maker_store::{Store, StoreError};

use crate::desk::{Desk, at};

fn text(name: &str) -> SnippetFields {
    SnippetFields { name: name.into(), text: format!("{name}!"), ..SnippetFields::default() }
}

async fn with(names: &[&str]) -> (Desk, Vec<SnippetId>) {
    let desk = Desk::open().await;
    let mut ids = Vec::new();
    for (second, name) in (0..).zip(names) {
        let id = SnippetId::make();
        assert!(desk.store.add_snippet(id, &text(name), at(second)).await.unwrap());
        ids.push(id);
    }
    (desk, ids)
}

async fn names(store: &Store) -> String {
    store.snippets().await.unwrap().into_iter().map(|snippet| snippet.fields.name).collect()
}

#[tokio::test]
async fn c12_snippets_stand_where_they_were_put_and_outlive_a_restart() {
    let (desk, ids) = with(&["a", "b", "c"]).await;
    desk.store.move_snippet(ids[2], Some(ids[0]), at(10)).await.unwrap();
    let tags = SnippetFields { kind: SnippetKind::Tags, tags: vec!["oak".into(), "hand tools".into()], ..text("b") };
    desk.store.save_snippet(ids[1], &tags, at(11)).await.unwrap();
    desk.store.close().await;
    let again = Store::open(&desk.path, at(12)).await.unwrap();
    assert_eq!(names(&again).await, "cab");
    assert_eq!(again.snippet(ids[1]).await.unwrap().fields, tags, "its text is kept beside its tags");
}

#[tokio::test]
async fn c12_a_deleted_snippet_comes_back_at_its_place_for_thirty_days() {
    let (desk, ids) = with(&["a", "b", "c"]).await;
    desk.store.delete_snippet(ids[1], at(10)).await.unwrap();
    assert_eq!(names(&desk.store).await, "ac");
    let refused = desk.store.save_snippet(ids[1], &text("b"), at(11)).await;
    assert!(matches!(refused, Err(StoreError::NotFound)));
    desk.store.restore_snippet(ids[1], at(12)).await.unwrap();
    assert_eq!(names(&desk.store).await, "abc");
    desk.store.delete_snippet(ids[1], at(13)).await.unwrap();
    let late = desk.store.restore_snippet(ids[1], at(13 + 31 * 86_400)).await;
    assert!(matches!(late, Err(StoreError::NotFound)));
    desk.store.add_snippet(SnippetId::make(), &text("d"), at(14 + 31 * 86_400)).await.unwrap();
    assert_eq!(desk.count("SELECT count(*) FROM snippets").await, 3, "it is gone for good");
}

#[tokio::test]
async fn c12_there_are_so_many_snippets_and_no_more() {
    let (desk, ids) = with(&["a"]).await;
    for n in 1..snippet::MOST {
        let second = i64::try_from(n).unwrap();
        assert!(desk.store.add_snippet(SnippetId::make(), &text("x"), at(second)).await.unwrap());
    }
    assert!(!desk.store.add_snippet(SnippetId::make(), &text("y"), at(999)).await.unwrap());
    desk.store.delete_snippet(ids[0], at(1_000)).await.unwrap();
    assert!(desk.store.add_snippet(SnippetId::make(), &text("y"), at(1_001)).await.unwrap());
}

#[tokio::test]
async fn c14_one_preset_at_most_is_the_usual_one() {
    let desk = Desk::open().await;
    let settings = PresetSettings {
        youtube: YoutubePreset { privacy: Some(YoutubePrivacy::Unlisted), ..YoutubePreset::default() },
        ..PresetSettings::default()
    };
    let [shorts, long] = [PresetId::make(), PresetId::make()];
    assert!(desk.store.add_preset(shorts, "Shorts", &settings, at(1)).await.unwrap());
    assert!(desk.store.add_preset(long, "Long ones", &settings, at(2)).await.unwrap());
    assert_eq!(desk.store.default_preset().await.unwrap(), None);
    for usual in [shorts, long] {
        desk.store.set_default_preset(Some(usual), at(3)).await.unwrap();
        assert_eq!(desk.store.default_preset().await.unwrap().map(|p| p.id), Some(usual));
    }
    let nobody = desk.store.set_default_preset(Some(PresetId::make()), at(4)).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)));
    assert_eq!(desk.store.default_preset().await.unwrap().map(|p| p.id), Some(long), "a refusal changes nothing");
    desk.store.delete_preset(long, at(5)).await.unwrap();
    assert_eq!(desk.store.default_preset().await.unwrap(), None);
    desk.store.restore_preset(long, at(6)).await.unwrap();
    let all = desk.store.presets().await.unwrap();
    assert_eq!(all.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Long ones", "Shorts"]);
    assert_eq!(all[0].settings, settings);
}
