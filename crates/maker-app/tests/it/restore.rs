//! When a backup takes over, and when everything is deleted: at a start at which nobody else has the folder open.

use maker_app::{ErrorCode, Progress, Studio};

use crate::desk::{Desk, open};

#[tokio::test]
async fn t04_a_backup_takes_over_at_the_next_start_and_never_below_a_program_that_is_open() {
    let desk = Desk::new().await;
    desk.service("Yesterday", 1.0).await;
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("b.backup");
    desk.studio.back_up(&file).await.unwrap();
    desk.service("Today", 2.0).await;
    desk.store.close().await;
    let Desk { studio, folder, .. } = desk;
    let staged = Studio::restore(folder.path(), &file, &Progress::default()).await.unwrap();
    assert_eq!(studio.services().await.unwrap().len(), 2, "nothing changes before");

    let second = open(folder.path()).await;
    assert_eq!(second.services().await.unwrap().len(), 2, "it took over below a program that is open");
    assert!(second.data().await.unwrap().restore_waits);
    second.close().await;
    studio.close().await;

    let after = open(folder.path()).await;
    let titles: Vec<String> = after.services().await.unwrap().into_iter().map(|s| s.fields.title).collect();
    assert_eq!(titles, ["Yesterday"]);
    let data = after.data().await.unwrap();
    assert!(!data.restore_waits && staged.kept.ends_with(&data.kept[0].name), "{data:?}");
}

#[tokio::test]
async fn t04_a_restore_that_is_cancelled_says_so_and_nothing_waits() {
    let desk = Desk::new().await;
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("b.backup");
    desk.studio.back_up(&file).await.unwrap();
    let progress = Progress::default();
    progress.cancel();
    let refused = Studio::restore(desk.folder.path(), &file, &progress).await.unwrap_err();
    assert_eq!((refused.code, &refused.message[..]), (ErrorCode::NotNow, "Cancelled. Nothing was changed."));
    assert!(!desk.studio.data().await.unwrap().restore_waits);
}

#[tokio::test]
async fn t04_a_database_that_cannot_be_opened_can_be_restored() {
    let desk = Desk::new().await;
    desk.service("Yesterday", 1.0).await;
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("b.backup");
    desk.studio.back_up(&file).await.unwrap();
    desk.store.close().await;
    desk.studio.close().await;
    std::fs::write(desk.folder.path().join("studio.db"), vec![7; 9_000]).unwrap();
    Studio::restore(desk.folder.path(), &file, &Progress::default()).await.unwrap();
    assert_eq!(open(desk.folder.path()).await.services().await.unwrap().len(), 1);
}

#[tokio::test]
async fn t04_a_backup_is_not_written_where_it_would_be_lost_with_what_it_is_of() {
    let desk = Desk::new().await;
    let inside = desk.studio.back_up(&desk.folder.path().join("b.backup")).await.unwrap_err();
    assert_eq!(inside.code, ErrorCode::BadInput);
    let nowhere = desk.studio.back_up(std::path::Path::new("/no/such/folder/b.backup")).await.unwrap_err();
    assert_eq!(nowhere.code, ErrorCode::BadInput);
}

#[tokio::test]
async fn t04_what_is_deleted_is_gone_at_the_next_start_and_the_makers_own_files_are_not() {
    let desk = Desk::new().await;
    desk.fill().await;
    let own = desk.folder.path().join("config.toml");
    std::fs::write(&own, "").unwrap();
    desk.studio.delete_data().await.unwrap();
    desk.store.close().await;
    desk.studio.close().await;
    let after = open(desk.folder.path()).await;
    assert!(after.data().await.unwrap().is_empty && after.posts().await.unwrap().posts.is_empty());
    assert!(own.exists() && !desk.folder.path().join("images").exists());
}
