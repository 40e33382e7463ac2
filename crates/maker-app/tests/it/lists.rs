//! What a list shows of a text that is longer than any platform takes.

use maker_domain::library::{LibraryFilter, LibraryOrder};

use crate::desk::Desk;

#[tokio::test]
async fn a_list_shows_the_beginning_of_half_a_megabyte_of_title_and_the_composer_and_the_search_have_all_of_it() {
    let desk = Desk::new().await;
    let title = format!("{} varnish", "oak chair ".repeat(50_000));
    let draft = desk.draft(&title).await;

    let filter = LibraryFilter { text: "varnish".to_owned(), ..LibraryFilter::default() };
    let found = desk.studio.library(&filter, LibraryOrder::Newest, None, 10).await.unwrap().entries;
    let overview = desk.studio.overview().await.unwrap();
    let tray = desk.studio.calendar_tray().await.unwrap();
    for (list, titles) in [
        ("home", overview.drafts.iter().map(|row| &row.title).collect::<Vec<_>>()),
        ("calendar", tray.drafts.iter().map(|row| &row.title).collect()),
        ("library", found.iter().map(|row| &row.title).collect()),
    ] {
        assert_eq!(titles.len(), 1, "{list}");
        assert!(titles[0].len() < 400 && titles[0].starts_with("oak chair oak") && titles[0].ends_with('…'), "{list}");
    }
    assert_eq!(desk.studio.draft(draft).await.unwrap().fields.title, title);

    desk.studio.delete_draft(draft).await.unwrap();
    let deleted = desk.studio.deleted().await.unwrap();
    assert!(deleted[0].title.len() < 400 && deleted[0].title.ends_with('…'));
}
