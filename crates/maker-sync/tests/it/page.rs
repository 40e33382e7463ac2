//! What is on the page: services, links, posts and their pictures.

use maker_domain::id::{LinkId, PostId, PostMediaId, ServiceId};
use maker_store::links::LinkFields;
use maker_store::posts::PostPicture;
use maker_store::services::{ServiceFields, ServiceType};
use maker_sync_play::{settle, two, world};

#[tokio::test]
async fn the_rest_of_the_page_goes_there_and_back() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (user, maker) = laptop.store.local_maker().await.unwrap();
    let service = ServiceId::make();
    let mut fields = ServiceFields {
        title: "Delivery in Lyon".into(),
        description: Some("By bicycle.".into()),
        price: 12.0,
        currency: "EUR".into(),
        kind: ServiceType::Driver,
        position: Some("a".into()),
        hidden: false,
    };
    laptop.store.save_service(service, maker, &fields, laptop.now()).await.unwrap();
    let link = LinkId::make();
    let leads = LinkFields { platform: "Mastodon".into(), url: "https://m.example/@a".into() };
    laptop.store.add_social_link(link, maker, &leads, laptop.now()).await.unwrap();
    let post = PostId::make();
    laptop.store.save_post(post, (user, maker), "New mugs!", &["i1".into()], laptop.now()).await.unwrap();
    let picture = PostPicture {
        id: PostMediaId::make(),
        post,
        image: "i1".into(),
        content_type: "image/jpeg".into(),
        alt: Some("Two mugs".into()),
        position: "m".into(),
    };
    laptop.store.save_picture(&picture, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;

    assert_eq!(tablet.store.services().await.unwrap()[0].fields, fields);
    assert_eq!(tablet.store.social_links().await.unwrap(), laptop.store.social_links().await.unwrap());
    assert_eq!(tablet.store.social_link(link).await.unwrap().fields, leads);
    let there = &tablet.store.posts(10).await.unwrap()[0];
    assert_eq!((&there.content[..], &there.images[..]), ("New mugs!", &["i1".to_owned()][..]));
    assert_eq!(tablet.store.pictures(post).await.unwrap(), std::slice::from_ref(&picture));

    fields.price = 12.55;
    fields.description = None;
    tablet.store.save_service(service, maker, &fields, tablet.now()).await.unwrap();
    tablet.store.delete_social_link(link, tablet.now()).await.unwrap();
    tablet.store.delete_post(post, tablet.now()).await.unwrap();
    settle(&[&tablet, &laptop]).await;
    assert_eq!(laptop.store.services().await.unwrap()[0].fields, fields);
    assert_eq!(laptop.store.social_links().await.unwrap(), []);
    assert_eq!((laptop.store.posts(10).await.unwrap().len(), laptop.store.pictures(post).await.unwrap().len()), (0, 0));
    assert_eq!(laptop.store.sync_record().await.unwrap().waiting, 0);
    let bad = ServiceFields { price: 1.005, ..fields };
    assert!(laptop.store.save_service(service, maker, &bad, laptop.now()).await.is_err());
}

#[tokio::test]
async fn a_child_that_comes_before_its_parent_waits_for_it() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (user, maker) = laptop.store.local_maker().await.unwrap();
    let post = PostId::make();
    let picture = PostPicture {
        id: PostMediaId::make(),
        post,
        image: "i1".into(),
        content_type: "image/jpeg".into(),
        alt: None,
        position: "m".into(),
    };
    laptop.store.save_picture(&picture, laptop.now()).await.unwrap();
    laptop.push(500).await;
    tablet.pull(1).await;
    tablet.pull(1).await;
    assert_eq!(tablet.store.pictures(post).await.unwrap().len(), 1);
    laptop.store.save_post(post, (user, maker), "New mugs!", &[], laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.posts(10).await.unwrap().len(), 1);
}
