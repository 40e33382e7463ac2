//! Services and drafts out of a table.

use std::fmt::Write as _;
use std::path::PathBuf;

use maker_app::{Progress, RowKind};

use crate::desk::Desk;

fn file(desk: &Desk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[tokio::test]
async fn l06_a_preview_changes_nothing_and_then_the_good_rows_are_taken_once() {
    let desk = Desk::new().await;
    let text = "title;price;currency;type\nDelivery;24,50;EUR;driver\nSales;12 €;EUR;agent\n=1+1;0;EUR;artisan\nDelivery;24,50;EUR;driver\n";
    let path = file(&desk, "services.csv", text);
    let found = desk.studio.look_at_rows(&path, RowKind::Services).await.unwrap();
    assert_eq!((found.good, found.already, found.bad), (2, 1, 1));
    assert_eq!((found.errors[0].row, found.errors[0].column.as_str()), (3, "price"));
    assert!(desk.studio.services().await.unwrap().is_empty());

    let added = desk.studio.import_rows(&path, RowKind::Services, &Progress::default()).await.unwrap();
    assert_eq!((added.added, added.already, added.bad), (2, 1, 1));
    let titles: Vec<String> = desk.studio.services().await.unwrap().into_iter().map(|s| s.fields.title).collect();
    assert_eq!(titles, ["Delivery", "=1+1"], "in their order, and a formula is text");

    let again = desk.studio.import_rows(&path, RowKind::Services, &Progress::default()).await.unwrap();
    assert_eq!((again.added, again.already), (0, 3));
    assert_eq!(desk.studio.services().await.unwrap().len(), 2);
}

#[tokio::test]
async fn l06_drafts_come_with_what_their_row_says_and_nothing_assumed() {
    let desk = Desk::new().await;
    let text = "Title,Description,Platforms,At,Time zone\n\"Oak, oiled\",\"two\nlines\",\"youtube, tiktok\",2026-12-01 18:00,Africa/Nairobi\n";
    let path = file(&desk, "drafts.csv", text);
    desk.studio.import_rows(&path, RowKind::Drafts, &Progress::default()).await.unwrap();
    let id = desk.studio.drafts().await.unwrap()[0].id;
    let fields = desk.studio.draft(id).await.unwrap().fields;
    assert_eq!((fields.title.as_str(), fields.description.as_str()), ("Oak, oiled", "two\nlines"));
    assert_eq!((fields.targets.len(), fields.schedule.unwrap().zone.as_str()), (2, "Africa/Nairobi"));
    assert_eq!((fields.youtube.made_for_kids, fields.tiktok.privacy), (None, None));
}

#[tokio::test]
async fn l06_what_an_export_writes_for_spreadsheets_can_be_imported_as_rows() {
    let desk = Desk::new().await;
    desk.service("=SUM(A1)", 10.0).await;
    desk.service("Chair, made to measure", 1_200.5).await;
    let folder = desk.folder.path().join("export");
    desk.studio.export(&folder, &Progress::default()).await.unwrap();
    let second = Desk::new().await;
    let path = folder.join("spreadsheets/services.csv");
    let added = second.studio.import_rows(&path, RowKind::Services, &Progress::default()).await.unwrap();
    assert_eq!((added.added, added.bad), (2, 0));
    let of = async |desk: &Desk| {
        let mut all: Vec<_> = desk
            .studio
            .services()
            .await
            .unwrap()
            .into_iter()
            .map(|s| (s.fields.title, s.fields.price.to_string(), s.fields.hidden))
            .collect();
        all.sort();
        all
    };
    assert_eq!(of(&desk).await, of(&second).await);
}

#[tokio::test]
async fn l06_a_hundred_thousand_bad_rows_are_counted_and_the_first_of_them_told() {
    let desk = Desk::new().await;
    let mut text = "title,price\n".to_owned();
    for n in 0..100_000 {
        writeln!(text, "Service {n},free").unwrap();
    }
    text.push_str("Delivery,1\n");
    let found = desk.studio.look_at_rows(&file(&desk, "bad.csv", &text), RowKind::Services).await.unwrap();
    assert_eq!((found.good, found.bad, found.errors.len()), (1, 100_000, 50));
}

#[tokio::test]
async fn l06_a_row_that_was_deleted_comes_back_and_one_that_was_edited_is_left_alone() {
    let desk = Desk::new().await;
    let path = file(&desk, "drafts.json", r#"[{"title": "One"}, {"title": "Two"}]"#);
    desk.studio.import_rows(&path, RowKind::Drafts, &Progress::default()).await.unwrap();
    let drafts = desk.studio.drafts().await.unwrap();
    let one = drafts.iter().find(|d| d.title == "One").unwrap().id;
    let two = drafts.iter().find(|d| d.title == "Two").unwrap().id;
    desk.studio.delete_draft(one).await.unwrap();
    let shown = desk.studio.draft(two).await.unwrap().fields;
    let edited = maker_domain::draft::DraftFields { title: "Two, edited".into(), ..shown.clone() };
    desk.studio.save_draft(two, &shown, &edited).await.unwrap();
    let added = desk.studio.import_rows(&path, RowKind::Drafts, &Progress::default()).await.unwrap();
    assert_eq!((added.added, added.already), (1, 1));
    let mut titles: Vec<String> = desk.studio.drafts().await.unwrap().into_iter().map(|d| d.title).collect();
    titles.sort();
    assert_eq!(titles, ["One", "Two, edited"]);
}
