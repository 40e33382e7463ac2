//! A device joins a workspace with what it has, and leaves it with what is its own.

use chrono::TimeDelta;
use maker_domain::id::DraftId;
use maker_store::StoreError;
use maker_store::sync::Link;
use maker_sync_play::{Device, settle, titled, two, world};
use uuid::Uuid;

#[tokio::test]
async fn a_second_device_brings_its_own_drafts_into_the_workspace() {
    let world = world();
    let laptop = Device::unlinked("Laptop", &world, TimeDelta::zero()).await;
    let tablet = Device::unlinked("Tablet", &world, TimeDelta::zero()).await;
    let chair = laptop.add_draft(&titled("Chair")).await;
    let before = tablet.published("Table").await;
    let stool = tablet.draft_with_file("Stool").await;
    let (_, workspace) = laptop.store.local_maker().await.unwrap();
    laptop.link(workspace.0).await;
    settle(&[&laptop]).await;
    tablet.link(workspace.0).await;
    settle(&[&tablet, &laptop]).await;

    assert_eq!(tablet.store.local_maker().await.unwrap().1, workspace);
    for device in [&laptop, &tablet] {
        device.store.check_integrity().await.unwrap();
        assert_eq!(device.fields(chair).await.title, "Chair");
        assert_eq!(device.fields(stool.0).await.title, "Stool");
    }
    assert_eq!(tablet.store.delivery(before).await.unwrap().title, "Table");
    assert_eq!(tablet.store.draft(stool).await.unwrap().media.unwrap().file_name, "chair.mp4");
    assert_eq!(laptop.store.deliveries_elsewhere(10).await.unwrap()[0].id, before);
    assert_eq!(laptop.store.page_name().await.unwrap(), "My page");

    let another = Link {
        workspace: Uuid::now_v7(),
        backend: "https://b.example".into(),
        account: "b@example.com".into(),
        device: Uuid::now_v7(),
        device_name: "Tablet".into(),
    };
    let refused = tablet.store.link(&another, tablet.now()).await;
    assert!(matches!(refused, Err(StoreError::OtherWorkspace)));
}

#[tokio::test]
async fn a_removed_member_keeps_uploads_and_loses_the_workspace() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let theirs = tablet.add_draft(&titled("Theirs")).await;
    let delivery = laptop.published("Oak chair").await;
    settle(&[&laptop, &tablet]).await;
    laptop.store.erase_workspace(laptop.now()).await.unwrap();
    assert!(laptop.store.draft(DraftId(theirs)).await.is_err());
    assert_eq!(laptop.store.delivery(delivery).await.unwrap().title, "Oak chair");
    let record = laptop.store.sync_record().await.unwrap();
    assert_eq!((record.workspace, record.signed_in, record.waiting), (None, false, 0));
    laptop.store.check_integrity().await.unwrap();
    laptop.add_draft(&titled("Mine again")).await;
}
