//! Everything out and everything in again.

use std::path::{Path, PathBuf};

use maker_app::{ErrorCode, Progress};
use maker_domain::delivery::DeliveryState;
use maker_domain::preset::PresetSettings;
use maker_domain::reason::ReasonCode;
use maker_domain::snippet::SnippetFields;
use maker_store::sync::Link;
use proptest::prelude::*;
use uuid::Uuid;

use crate::desk::{Desk, at};

pub(crate) async fn exported(desk: &Desk) -> (PathBuf, tempfile::TempDir, String) {
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("export");
    let done = desk.studio.export(&folder, &Progress::default()).await.unwrap();
    (folder, out, done.content)
}

fn everything(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut all, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { all.push((path.clone(), std::fs::read(&path).unwrap())) }
        }
    }
    all
}

#[tokio::test]
async fn l06_what_is_exported_comes_back_the_same_in_another_install() {
    let desk = Desk::new().await;
    desk.fill().await;
    let order = SnippetFields { name: "order".into(), text: "Made to order.".into(), ..SnippetFields::default() };
    let thrown = SnippetFields { name: "thrown".into(), ..order.clone() };
    let thrown = desk.studio.new_snippet(&thrown).await.unwrap();
    desk.studio.delete_snippet(thrown.id).await.unwrap();
    desk.studio.new_snippet(&order).await.unwrap();
    let preset = desk.studio.new_preset("Shorts", &PresetSettings::default()).await.unwrap();
    desk.studio.set_default_preset(Some(preset.id)).await.unwrap();
    let (folder, _out, content) = exported(&desk).await;
    let second = Desk::new().await;
    let taken = second.studio.import_folder(&folder, &Progress::default()).await.unwrap();
    assert_eq!((taken.content.as_str(), taken.pictures, taken.open_deliveries), (content.as_str(), 2, 1));
    let (again, _out, content_again) = exported(&second).await;
    assert_eq!(content_again, content);
    for file in ["spreadsheets/services.csv", "spreadsheets/posts.csv", "data/post_media.jsonl", "data/posts.jsonl"] {
        assert_eq!(std::fs::read(folder.join(file)).unwrap(), std::fs::read(again.join(file)).unwrap(), "{file}");
    }
    assert_eq!(second.pictures(), 2);
    let posts = second.studio.posts().await.unwrap();
    assert_eq!((posts.posts[0].pictures[0].alt.as_str(), posts.drafts[0].pictures.len()), ("Two blue mugs", 1));
    assert_eq!(posts.posts[0].pictures[0].trouble, None);
    assert_eq!(second.studio.profile().await.unwrap().fields.name, "Marta Oak");
    let snippets = second.studio.snippets().await.unwrap();
    assert_eq!(snippets.into_iter().map(|snippet| snippet.fields).collect::<Vec<_>>(), [order]);
    let presets = second.studio.presets().await.unwrap();
    assert_eq!((presets.len(), presets[0].name.as_str(), presets[0].is_default), (1, "Shorts", true));
}

#[tokio::test]
async fn l06_what_was_under_way_there_is_not_sent_from_here_before_the_maker_has_looked() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (folder, _out, _) = exported(&desk).await;
    let second = Desk::new().await;
    second.studio.import_folder(&folder, &Progress::default()).await.unwrap();
    let row = second.store.deliveries().await.unwrap().remove(0);
    let DeliveryState::NeedsAttention { reason } = row.state else { panic!("{:?}", row.state) };
    assert_eq!((reason.code, row.restored), (ReasonCode::Restored, true));
    assert!(second.store.due(at(99_999), &Default::default()).await.unwrap().is_empty());
}

#[tokio::test]
async fn f42_no_secret_is_in_an_export() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (folder, _out, _) = exported(&desk).await;
    for (path, bytes) in everything(&folder) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        // The bytes of the canary, as text and in hexadecimal digits.
        for secret in ["canary", "63616e617279"] {
            assert!(!text.contains(secret), "{path:?}");
        }
    }
}

#[tokio::test]
async fn l06_an_export_never_goes_over_what_is_there_and_leaves_nothing_when_it_is_cancelled() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (folder, out, _) = exported(&desk).await;
    let before = everything(&folder).len();
    let refused = desk.studio.export(&folder, &Progress::default()).await.unwrap_err();
    assert_eq!((refused.code, everything(&folder).len()), (ErrorCode::BadInput, before));
    let cancelled = Progress::default();
    cancelled.cancel();
    assert!(desk.studio.export(&out.path().join("second"), &cancelled).await.is_err());
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 1, "something was left");
    assert_eq!(desk.studio.data_work(), None);
}

#[tokio::test]
async fn l06_an_install_with_content_is_refused_with_the_next_step() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (folder, _out, _) = exported(&desk).await;
    let second = Desk::new().await;
    second.service("Mine", 1.0).await;
    let rows = second.rows().await;
    let refused = second.studio.import_folder(&folder, &Progress::default()).await.unwrap_err();
    assert!(refused.message.contains("MAKER_STUDIO_DATA_DIR"), "{}", refused.message);
    assert_eq!((second.rows().await, second.pictures()), (rows, 0));
}

#[tokio::test]
async fn l06_what_is_imported_goes_to_the_backend_as_ordinary_edits() {
    let desk = Desk::new().await;
    desk.fill().await;
    let (folder, _out, _) = exported(&desk).await;
    let second = Desk::new().await;
    let link = Link {
        workspace: Uuid::now_v7(),
        backend: "https://studio.example.org".into(),
        account: "marta@example.org".into(),
        device: Uuid::now_v7(),
        device_name: "Second".into(),
    };
    second.store.link(&link, at(1)).await.unwrap();
    second.store.gather_edits(at(2)).await.unwrap();
    second.studio.import_folder(&folder, &Progress::default()).await.unwrap();
    let ops = second.store.edits_to_push(500, at(3)).await.unwrap();
    let tables: std::collections::BTreeSet<&str> =
        ops.iter().flat_map(|op| &op.rows).map(|row| row.t.as_str()).collect();
    for table in ["makers", "services", "social_links", "posts", "post_media", "drafts", "publications", "deliveries"] {
        assert!(tables.contains(table), "{table} is not among {tables:?}");
    }
    // Its pictures are addressed as those of this page.
    let post = second.store.posts(1).await.unwrap().remove(0);
    assert!(post.images[0].contains(&link.workspace.to_string()), "{:?}", post.images);
}

#[tokio::test]
async fn l06_a_cell_that_looks_like_a_formula_is_not_one_in_the_spreadsheet() {
    let desk = Desk::new().await;
    desk.service("=HYPERLINK(\"https://evil.example\")", 1.0).await;
    let (folder, _out, _) = exported(&desk).await;
    let text = std::fs::read_to_string(folder.join("spreadsheets/services.csv")).unwrap();
    assert!(text.contains("\"'=HYPERLINK("), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn l06_any_content_has_the_same_hash_after_an_import(
        services in prop::collection::vec((".{0,40}", 0_u32..10_000_000), 0..12),
        drafts in prop::collection::vec(".{0,60}", 0..8),
        post in "[^\\x00]{1,200}",
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let desk = Desk::new().await;
            for (title, cents) in &services {
                desk.service(&title.replace('\0', ""), f64::from(*cents) / 100.0).await;
            }
            for title in &drafts {
                desk.draft(&title.replace('\0', "")).await;
            }
            let id = desk.studio.new_post().await.unwrap().id;
            desk.studio.save_post(id, "", &post).await.unwrap();
            let (folder, _out, content) = exported(&desk).await;
            let second = Desk::new().await;
            second.studio.import_folder(&folder, &Progress::default()).await.unwrap();
            assert_eq!(exported(&second).await.2, content);
        });
    }
}
