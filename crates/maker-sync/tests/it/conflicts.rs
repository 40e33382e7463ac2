//! What two devices did to the same thing without seeing each other: nothing that was typed is lost.

use maker_domain::id::{DraftId, LinkId, ServiceId};
use maker_domain::profile::ProfileFields;
use maker_store::links::LinkFields;
use maker_store::services::{ServiceFields, ServiceType};
use maker_store::sync::{Resolution, as_text};
use maker_sync_play::{Device, Shared, settle, titled, two, world};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn i8_an_edit_beats_a_delete_that_did_not_see_it_in_both_orders() {
    for delete_first in [true, false] {
        let world = world();
        let (laptop, tablet) = two(&world).await;
        let draft = laptop.add_draft(&titled("Chair")).await;
        settle(&[&laptop, &tablet]).await;
        laptop.store.delete_draft(DraftId(draft), laptop.now()).await.unwrap();
        tablet.save(draft, |fields| fields.title = "Stool".into()).await;
        let order = if delete_first { [&laptop, &tablet] } else { [&tablet, &laptop] };
        order[0].push(500).await;
        order[1].push(500).await;
        settle(&[&laptop, &tablet]).await;
        for device in [&laptop, &tablet] {
            assert_eq!(device.store.drafts().await.unwrap()[0].fields.title, "Stool", "delete first: {delete_first}");
        }
    }
}

#[tokio::test]
async fn i8_an_edit_of_what_was_cleared_away_sends_the_whole_row_again() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    settle(&[&laptop, &tablet]).await;
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    tablet.store.delete_draft(DraftId(draft), tablet.now()).await.unwrap();
    tablet.settle().await;
    let head = world.lock().unwrap().server.head().seq;
    world.lock().unwrap().server.purge(head);
    settle(&[&laptop, &tablet]).await;
    for device in [&laptop, &tablet] {
        let fields = device.store.drafts().await.unwrap()[0].fields.clone();
        assert_eq!((&fields.title[..], &fields.description[..]), ("Stool", "Oak, oiled."));
    }
}

/// Two devices and a draft whose title was edited on both, which they have told each other of.
async fn contested(world: &Shared) -> (Device, Device, Uuid) {
    let (laptop, tablet) = two(world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    settle(&[&laptop, &tablet]).await;
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    tablet.save(draft, |fields| fields.title = "Bench".into()).await;
    settle(&[&laptop, &tablet]).await;
    (laptop, tablet, draft)
}

#[tokio::test]
async fn f62_edited_on_two_devices_shows_one_and_keeps_the_other_until_it_is_settled() {
    for how in [Resolution::Use, Resolution::KeepBoth, Resolution::Dismiss] {
        let world = world();
        let (laptop, tablet, draft) = contested(&world).await;

        let [conflict] = &laptop.store.conflicts(10).await.unwrap()[..] else { panic!("no conflict") };
        let (shown, kept) = (conflict.shown.as_str().unwrap().to_owned(), &conflict.kept[0]);
        let other = kept.value.as_str().unwrap().to_owned();
        assert_eq!(laptop.fields(draft).await.title, shown);
        assert_eq!(tablet.fields(draft).await.title, shown);
        assert_eq!(kept.device, if other == "Stool" { "Laptop" } else { "Tablet" });

        let second = laptop
            .store
            .resolve("drafts", draft, &kept.version, &as_text(&conflict.shown), how, laptop.now())
            .await
            .unwrap();
        assert_eq!(laptop.store.conflicts(10).await.unwrap(), [], "it is settled at once");
        settle(&[&laptop, &tablet]).await;
        for device in [&laptop, &tablet] {
            assert_eq!(device.store.conflicts(10).await.unwrap(), []);
            let expected = if how == Resolution::Use { &other } else { &shown };
            assert_eq!(device.fields(draft).await.title, *expected, "{how:?}");
            assert_eq!(second.is_some(), how == Resolution::KeepBoth);
            if let Some(second) = second {
                assert_eq!(device.fields(second).await.title, other);
            }
        }
        let again =
            laptop.store.resolve("drafts", draft, &kept.version, &as_text(&conflict.shown), how, laptop.now()).await;
        assert!(again.is_err(), "it can be settled once");
    }
}

#[tokio::test]
async fn f62_a_choice_between_two_values_does_not_replace_a_third_that_came_meanwhile() {
    for how in [Resolution::Use, Resolution::Dismiss] {
        let world = world();
        let (laptop, tablet, draft) = contested(&world).await;
        let [conflict] = &laptop.store.conflicts(10).await.unwrap()[..] else { panic!("no conflict") };
        let kept = &conflict.kept[0];
        // The laptop's screen still shows the two.
        tablet.save(draft, |fields| fields.title = "Throne".into()).await;
        settle(&[&laptop, &tablet]).await;
        laptop
            .store
            .resolve("drafts", draft, &kept.version, &as_text(&conflict.shown), how, laptop.now())
            .await
            .unwrap();
        settle(&[&laptop, &tablet]).await;
        for device in [&laptop, &tablet] {
            let open = device.store.conflicts(10).await.unwrap();
            let beside: Vec<_> = open.iter().flat_map(|c| &c.kept).map(|kept| kept.value.clone()).collect();
            let title = device.fields(draft).await.title;
            match how {
                Resolution::Use => assert_eq!((json!(title), beside), (kept.value.clone(), vec![json!("Throne")])),
                _ => assert_eq!((title.as_str(), beside), ("Throne", vec![])),
            }
        }
    }
}

#[tokio::test]
async fn i3_what_is_typed_of_the_page_over_an_older_screen_is_merged_or_kept_beside() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (_, maker) = laptop.store.local_maker().await.unwrap();
    let (service, link) = (ServiceId::make(), LinkId::make());
    let shown = ServiceFields {
        title: "Chairs".into(),
        description: Some("Made of oak.".into()),
        price: 12.0,
        currency: "EUR".into(),
        kind: ServiceType::Artisan,
        position: None,
        hidden: false,
    };
    let leads = LinkFields { platform: "Shop".into(), url: "https://a.example/".into() };
    laptop.store.save_service(service, maker, &shown, laptop.now()).await.unwrap();
    laptop.store.add_social_link(link, maker, &leads, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    let profile = laptop.store.profile().await.unwrap().fields;

    let theirs =
        ServiceFields { title: "Ash chairs".into(), description: Some("Made of oak, oiled.".into()), ..shown.clone() };
    tablet.store.save_service_over(service, maker, &shown, &theirs, tablet.now()).await.unwrap();
    let their_leads = LinkFields { url: "https://b.example/".into(), ..leads.clone() };
    tablet.store.save_social_link_over(link, maker, &leads, &their_leads, tablet.now()).await.unwrap();
    let their_profile = ProfileFields { name: "Tablet".into(), ..profile.clone() };
    tablet.store.save_profile_over(&profile, &their_profile, tablet.now()).await.unwrap();
    settle(&[&tablet, &laptop]).await;
    assert_eq!(laptop.store.service(service).await.unwrap().fields, theirs, "it is below the screen");

    let mine =
        ServiceFields { title: "Oak chairs".into(), description: Some("Well made of oak.".into()), ..shown.clone() };
    laptop.store.save_service_over(service, maker, &shown, &mine, laptop.now()).await.unwrap();
    let my_leads = LinkFields { url: "https://c.example/".into(), ..leads.clone() };
    laptop.store.save_social_link_over(link, maker, &leads, &my_leads, laptop.now()).await.unwrap();
    let my_profile = ProfileFields { name: "Laptop".into(), ..profile.clone() };
    laptop.store.save_profile_over(&profile, &my_profile, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;

    for device in [&laptop, &tablet] {
        let now = device.store.service(service).await.unwrap().fields;
        assert_eq!(now.description.as_deref(), Some("Well made of oak, oiled."));
        let conflicts = device.store.conflicts(10).await.unwrap();
        for (table, field, values) in [
            ("services", "title", ["Ash chairs", "Oak chairs"]),
            ("social_links", "url", ["https://b.example/", "https://c.example/"]),
            ("makers", "name", ["Laptop", "Tablet"]),
        ] {
            let one = conflicts.iter().find(|c| (&c.table[..], &c.field[..]) == (table, field)).expect(table);
            let mut both = vec![one.shown.as_str().unwrap(), one.kept[0].value.as_str().unwrap()];
            both.sort_unstable();
            assert_eq!(both, values);
        }
        assert_eq!(conflicts.len(), 3, "{conflicts:?}");
    }

    tablet.store.delete_service(service, tablet.now()).await.unwrap();
    settle(&[&tablet, &laptop]).await;
    let typed_on = ServiceFields { price: 20.0, ..mine.clone() };
    laptop.store.save_service_over(service, maker, &mine, &typed_on, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.service(service).await.unwrap().fields.price, 20.0, "whoever typed on meant it to stay");
}
