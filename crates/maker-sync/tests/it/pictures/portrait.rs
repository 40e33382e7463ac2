//! The maker's own picture, which is a field and a picture.

use chrono::TimeDelta;
use maker_domain::image::ImageName;
use maker_domain::profile::ProfileFields;
use maker_store::sync::Resolution;
use maker_sync_play::{Device, two, world};

use super::{Pictured, noise};
use crate::gallery::Gallery;

/// Makes these bytes the maker's picture.
async fn choose(device: &Device, bytes: &[u8]) -> ImageName {
    let name = ImageName::of(bytes);
    device.shelf().keep(name, bytes.to_vec()).await.unwrap();
    device.store.note_image(name, bytes.len() as u64, None).await.unwrap();
    let shown = device.store.profile().await.unwrap().fields;
    let fields = ProfileFields { picture: Some(name), ..shown.clone() };
    device.store.save_profile_over(&shown, &fields, device.now()).await.unwrap();
    name
}

#[tokio::test]
async fn p01_the_makers_picture_comes_to_their_other_desk_and_of_two_chosen_at_once_none_is_lost() {
    let world = world();
    let gallery = Gallery::open().await;
    let (laptop, tablet) = two(&world).await;
    let bytes = noise(900);
    let first = choose(&laptop, &bytes).await;
    for device in [&laptop, &tablet] {
        device.bring(&gallery).await.unwrap();
    }
    assert_eq!(tablet.store.profile().await.unwrap().fields.picture, Some(first));
    assert_eq!(tablet.shelf().read(first).await.unwrap(), Some(bytes), "before anybody looks at it");

    let (lathe, shop) = (noise(800), noise(700));
    let chosen = [choose(&laptop, &lathe).await, choose(&tablet, &shop).await];
    for device in [&laptop, &tablet, &laptop, &tablet] {
        device.bring(&gallery).await.unwrap();
    }
    for device in [&laptop, &tablet] {
        let conflict = device.store.conflicts(10).await.unwrap().remove(0);
        assert_eq!((&conflict.table[..], &conflict.field[..]), ("makers", "picture"));
        let shown = device.store.profile().await.unwrap().fields.picture.unwrap();
        let kept: ImageName = conflict.kept[0].value.as_str().unwrap().parse().unwrap();
        assert!(chosen.contains(&shown) && chosen.contains(&kept) && shown != kept, "{conflict:?}");
        let on_the_shelf = device.shelf().tidy(device.now()).await.unwrap();
        let later = device.now() + TimeDelta::days(400);
        device.store.sort_out_images(&on_the_shelf, device.now()).await.unwrap();
        assert_eq!(
            device.store.sort_out_images(&on_the_shelf, later).await.unwrap(),
            [first],
            "what was replaced goes"
        );
        for picture in chosen {
            assert!(device.shelf().read(picture).await.unwrap().is_some(), "both are here to choose from");
        }
    }
    let conflict = laptop.store.conflicts(10).await.unwrap().remove(0);
    let (row, version, seen) = (conflict.row, &conflict.kept[0].version, conflict.shown.as_str().unwrap());
    laptop.store.resolve("makers", row, version, seen, Resolution::Use, laptop.now()).await.unwrap();
    for device in [&laptop, &tablet] {
        device.bring(&gallery).await.unwrap();
    }
    let kept = conflict.kept[0].value.as_str().unwrap().parse().ok();
    assert_eq!(tablet.store.profile().await.unwrap().fields.picture, kept);
    assert_eq!(tablet.store.conflicts(10).await.unwrap(), []);
}
