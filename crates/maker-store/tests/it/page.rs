//! The maker's page: services and links keep their order, come back when they were deleted, and what is typed over an
//! older screen takes nothing away.

use maker_domain::id::{LinkId, MakerId, ServiceId};
use maker_domain::image::ImageName;
use maker_domain::profile::ProfileFields;
use maker_store::StoreError;
use maker_store::links::LinkFields;
use maker_store::services::{ServiceFields, ServiceType};

use crate::desk::{Desk, at};

fn service(title: &str) -> ServiceFields {
    ServiceFields {
        title: title.into(),
        description: Some("Made of oak.".into()),
        price: 24.5,
        currency: "EUR".into(),
        kind: ServiceType::Artisan,
        position: None,
        hidden: false,
    }
}

fn link(platform: &str) -> LinkFields {
    LinkFields { platform: platform.into(), url: format!("https://{platform}.example/") }
}

async fn maker(desk: &Desk) -> MakerId {
    desk.store.local_maker().await.unwrap().1
}

async fn with(titles: &[&str]) -> (Desk, Vec<ServiceId>) {
    let desk = Desk::open().await;
    let mut ids = Vec::new();
    for (second, title) in (0..).zip(titles) {
        let id = ServiceId::make();
        desk.store.add_service(id, maker(&desk).await, &service(title), None, at(second)).await.unwrap();
        ids.push(id);
    }
    (desk, ids)
}

async fn titles(desk: &Desk) -> String {
    desk.store.services().await.unwrap().into_iter().map(|service| service.fields.title).collect()
}

#[tokio::test]
async fn s01_services_stand_where_they_were_put() {
    let (desk, ids) = with(&["a", "b", "c"]).await;
    assert_eq!(titles(&desk).await, "abc");
    desk.store.move_service(ids[2], Some(ids[0]), at(10)).await.unwrap();
    assert_eq!(titles(&desk).await, "cab");
    desk.store.move_service(ids[2], None, at(11)).await.unwrap();
    assert_eq!(titles(&desk).await, "abc");
    desk.store.move_service(ids[1], Some(ids[1]), at(12)).await.unwrap();
    desk.store.add_service(ServiceId::make(), maker(&desk).await, &service("d"), Some(ids[0]), at(13)).await.unwrap();
    assert_eq!(titles(&desk).await, "adbc");
    assert!(matches!(desk.store.move_service(ServiceId::make(), None, at(14)).await, Err(StoreError::NotFound)));
    let nowhere = desk.store.move_service(ids[0], Some(ServiceId::make()), at(15)).await;
    assert!(matches!(nowhere, Err(StoreError::NotFound)));
}

#[tokio::test]
async fn s01_rows_without_a_place_get_one_when_the_list_is_put_in_order() {
    let (desk, ids) = with(&["a"]).await;
    let foreign = ServiceId::make();
    desk.store.save_service(foreign, maker(&desk).await, &service("z"), at(1)).await.unwrap();
    assert_eq!(titles(&desk).await, "az");
    desk.store.move_service(ids[0], None, at(2)).await.unwrap();
    assert_eq!(titles(&desk).await, "za");
    desk.store.move_service(foreign, None, at(3)).await.unwrap();
    assert_eq!(titles(&desk).await, "az");
}

#[tokio::test]
async fn g05_what_was_deleted_comes_back_as_it_was_and_where_it_was() {
    let (desk, ids) = with(&["a", "b", "c"]).await;
    let before = desk.store.service(ids[1]).await.unwrap();
    desk.store.delete_service(ids[1], at(10)).await.unwrap();
    assert_eq!(titles(&desk).await, "ac");
    let typed_on =
        desk.store.save_service_over(ids[1], maker(&desk).await, &before.fields, &service("B"), at(11)).await;
    assert!(matches!(typed_on, Err(StoreError::NotFound)), "a late save brings nothing back that was deleted here");
    desk.store.restore_service(ids[1], maker(&desk).await, at(12)).await.unwrap();
    let back = desk.store.service(ids[1]).await.unwrap();
    assert_eq!((titles(&desk).await, &back.fields, back.created_at), ("abc".into(), &before.fields, before.created_at));
    assert!(matches!(desk.store.restore_service(ids[1], maker(&desk).await, at(13)).await, Err(StoreError::NotFound)));

    let (first, second) = (LinkId::make(), LinkId::make());
    for (id, platform) in [(first, "shop"), (second, "news")] {
        desk.store.add_social_link(id, maker(&desk).await, &link(platform), at(20)).await.unwrap();
    }
    let before = desk.store.social_links().await.unwrap();
    desk.store.delete_social_link(first, at(21)).await.unwrap();
    desk.store.restore_social_link(first, maker(&desk).await, at(22)).await.unwrap();
    let back = desk.store.social_links().await.unwrap();
    assert_eq!(back.iter().map(|link| link.id).collect::<Vec<_>>(), [first, second]);
    assert_eq!(
        (&back[0].fields, &back[0].position, back[0].created_at),
        (&before[0].fields, &before[0].position, at(20))
    );
}

#[tokio::test]
async fn g20_what_another_window_wrote_stays_when_an_older_screen_is_saved() {
    let (desk, ids) = with(&["Chairs"]).await;
    let maker = maker(&desk).await;
    let shown = desk.store.service(ids[0]).await.unwrap().fields;
    let theirs = ServiceFields {
        title: "Ash chairs".into(),
        description: Some("Made of oak, oiled.".into()),
        hidden: true,
        ..shown.clone()
    };
    desk.store.save_service_over(ids[0], maker, &shown, &theirs, at(10)).await.unwrap();
    let mine = ServiceFields { price: 30.0, description: Some("Well made of oak.".into()), ..shown.clone() };
    desk.store.save_service_over(ids[0], maker, &shown, &mine, at(11)).await.unwrap();
    let now = desk.store.service(ids[0]).await.unwrap();
    let both = ServiceFields { price: 30.0, description: Some("Well made of oak, oiled.".into()), ..theirs };
    assert_eq!((now.fields, now.updated_at), (both.clone(), at(11)));
    desk.store.save_service_over(ids[0], maker, &both, &both, at(12)).await.unwrap();
    assert_eq!(desk.store.service(ids[0]).await.unwrap().updated_at, at(11), "nothing was changed");

    let shown = ProfileFields { name: "My page".into(), ..ProfileFields::default() };
    let theirs = ProfileFields { country: Some("FR".into()), ..shown.clone() };
    let mine = ProfileFields { bio: "I make chairs.".into(), ..shown.clone() };
    desk.store.save_profile_over(&shown, &theirs, at(20)).await.unwrap();
    desk.store.save_profile_over(&shown, &mine, at(21)).await.unwrap();
    let now = desk.store.profile().await.unwrap();
    assert_eq!(
        (now.fields.country.as_deref(), &now.fields.bio[..], now.updated_at),
        (Some("FR"), "I make chairs.", at(21))
    );
    let nowhere = ProfileFields { country: Some("fr".into()), ..shown };
    assert!(desk.store.save_profile_over(&mine, &nowhere, at(22)).await.is_err());

    let id = LinkId::make();
    desk.store.add_social_link(id, maker, &link("shop"), at(30)).await.unwrap();
    let renamed = LinkFields { platform: "My shop".into(), ..link("shop") };
    let moved = LinkFields { url: "https://oak.example/".into(), ..link("shop") };
    desk.store.save_social_link_over(id, maker, &link("shop"), &renamed, at(31)).await.unwrap();
    desk.store.save_social_link_over(id, maker, &link("shop"), &moved, at(32)).await.unwrap();
    let now = desk.store.social_link(id).await.unwrap().fields;
    assert_eq!((&now.platform[..], &now.url[..]), ("My shop", "https://oak.example/"));
}

#[tokio::test]
async fn s02_a_price_that_is_none_is_not_stored() {
    let (desk, ids) = with(&["Chairs"]).await;
    let shown = desk.store.service(ids[0]).await.unwrap().fields;
    for price in [-1.0, 1.005, f64::NAN, f64::INFINITY] {
        let bad = ServiceFields { price, ..shown.clone() };
        let maker = maker(&desk).await;
        assert!(desk.store.save_service_over(ids[0], maker, &shown, &bad, at(5)).await.is_err(), "{price}");
        assert!(desk.store.add_service(ServiceId::make(), maker, &bad, None, at(5)).await.is_err(), "{price}");
    }
    assert_eq!(desk.store.services().await.unwrap().len(), 1);
}

#[tokio::test]
async fn p01_a_picture_is_a_field_of_the_profile_like_the_others() {
    let desk = Desk::open().await;
    let shown = desk.store.profile().await.unwrap().fields;
    let (face, workshop) = (ImageName::of(b"Marta"), ImageName::of(b"the workshop"));
    let theirs = ProfileFields { picture: Some(face), ..shown.clone() };
    let mine = ProfileFields { name: "Marta Oak".into(), ..shown.clone() };
    desk.store.save_profile_over(&shown, &theirs, at(1)).await.unwrap();
    desk.store.save_profile_over(&shown, &mine, at(2)).await.unwrap();
    let now = desk.store.profile().await.unwrap().fields;
    assert_eq!((&now.name[..], now.picture), ("Marta Oak", Some(face)), "an older screen takes nothing away");
    let other = ProfileFields { picture: Some(workshop), ..now.clone() };
    desk.store.save_profile_over(&now, &other, at(3)).await.unwrap();
    assert_eq!(desk.store.profile().await.unwrap().fields, other);
    desk.store.save_profile_over(&other, &ProfileFields { picture: None, ..other.clone() }, at(4)).await.unwrap();
    assert_eq!(desk.store.profile().await.unwrap().fields.picture, None);
}
