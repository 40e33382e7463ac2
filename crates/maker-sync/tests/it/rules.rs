//! The rules, one by one.

use chrono::TimeDelta;
use maker_domain::delivery::{DeliveryState, Wait};
use maker_domain::id::{DraftId, LinkId, PostId, PostMediaId, ProcessId, ServiceId};
use maker_domain::profile::ProfileFields;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::sync::wire::{DELETED, FieldEdit, Op, Push, RowEdit, SCHEMA};
use maker_store::StoreError;
use maker_store::deliveries::{Look, Step};
use maker_store::links::LinkFields;
use maker_store::posts::PostPicture;
use maker_store::services::{ServiceFields, ServiceType};
use maker_store::sessions::StoredSession;
use maker_store::sync::{Link, Resolution, as_text};
use maker_sync_play::{Device, FOLDER, Shared, media, settle, titled, two, world};
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn a_field_that_is_edited_a_hundred_times_before_it_is_sent_is_one_edit_with_its_first_base() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.settle().await;
    let rev = world.lock().unwrap().server.head().seq;
    for n in 0..100 {
        laptop.save(draft, |fields| fields.title = format!("Chair {n}")).await;
    }
    laptop.push(500).await;
    let arrived = world.lock().unwrap().arrived.last().unwrap().1.clone();
    assert_eq!(arrived.ops.len(), 1);
    let title = &arrived.ops[0].rows[0].f["title"];
    assert_eq!((&title.v, title.rev, title.op), (&json!("Chair 99"), rev, None));
}

#[tokio::test]
async fn an_edit_that_was_sent_never_changes_and_what_follows_names_it() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.next_fault(maker_sync_play::Fault::AnswerLost);
    laptop.push(500).await;
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    laptop.push(500).await;
    let world = world.lock().unwrap();
    let [(_, first), (_, second)] = &world.arrived[..] else { panic!("{:?}", world.arrived) };
    assert_eq!(first.ops[0], second.ops[0]);
    let made = first.ops.iter().find(|op| op.rows[0].row == draft).unwrap();
    let title = &second.ops.last().unwrap().rows[0].f["title"];
    assert_eq!((title.op, title.rev), (Some(made.id), 0));
}

#[tokio::test]
async fn what_was_typed_and_deleted_without_a_network_is_deleted() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.push(500).await;
    laptop.store.delete_draft(DraftId(draft), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.drafts().await.unwrap(), []);
    laptop.store.restore_draft(DraftId(draft), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Chair");
}

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
async fn a_delivery_of_another_device_is_seen_and_never_claimed() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let delivery = laptop.published("Oak chair").await;
    let me = ProcessId::make();
    let later = laptop.now() + TimeDelta::minutes(5);
    assert!(laptop.store.claim(delivery, me, laptop.now(), later).await.unwrap());
    laptop.store.advance(delivery, me, &Step::to(DeliveryState::Preparing), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;

    let [seen] = &tablet.store.deliveries_elsewhere(10).await.unwrap()[..] else { panic!("it is not seen") };
    assert_eq!((seen.id, seen.device.as_deref(), &seen.title[..]), (delivery, Some("Laptop"), "Oak chair"));
    assert_eq!(seen.state, DeliveryState::Preparing);
    assert_eq!(tablet.store.due(later, &Look::default()).await.unwrap(), []);
    assert_eq!(tablet.store.deliveries().await.unwrap(), []);
    assert!(!tablet.store.claim(delivery, ProcessId::make(), later, later).await.unwrap());
    assert_eq!(laptop.store.deliveries_elsewhere(10).await.unwrap(), [], "its own are not elsewhere");

    // Nor does what comes down move a delivery of this device's own.
    laptop.store.advance(delivery, me, &Step::to(DeliveryState::Uploading), laptop.now()).await.unwrap();
    laptop.pull(100).await;
    assert_eq!(laptop.store.delivery(delivery).await.unwrap().state, DeliveryState::Uploading);
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.deliveries_elsewhere(10).await.unwrap()[0].state, DeliveryState::Uploading);

    // What has ended there is on nobody's way.
    laptop.store.advance(delivery, me, &Step::to(DeliveryState::Cancelled), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.store.deliveries_elsewhere(10).await.unwrap(), []);
}

#[tokio::test]
async fn an_upload_that_waits_for_the_network_is_no_edit_each_time_it_is_looked_at() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let delivery = laptop.published("Oak chair").await;
    let me = ProcessId::make();
    let later = laptop.now() + TimeDelta::minutes(5);
    assert!(laptop.store.claim(delivery, me, laptop.now(), later).await.unwrap());
    let waits = DeliveryState::Waiting { why: Wait::Network, until: None };
    laptop.store.advance(delivery, me, &Step::to(waits.clone()), laptop.now()).await.unwrap();
    laptop.store.gather_edits(laptop.now()).await.unwrap();
    let waiting = async || laptop.store.own_edits(100).await.unwrap().len();
    let before = waiting().await;
    for second in 1..=20 {
        let now = laptop.now() + TimeDelta::seconds(4 * second);
        // What has been sent and not answered cannot take anything in any more.
        laptop.next_fault(maker_sync_play::Fault::AnswerLost);
        laptop.push(500).await;
        laptop.store.advance(delivery, me, &Step::to(waits.clone()), now).await.unwrap();
        laptop.store.gather_edits(now).await.unwrap();
    }
    assert_eq!(waiting().await, before, "nobody has edited anything");
}

#[tokio::test]
async fn a_file_on_another_device_is_named_and_a_later_choice_takes_its_place() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.draft_with_file("Oak chair").await;
    settle(&[&laptop, &tablet]).await;
    let seen = tablet.store.draft(draft).await.unwrap();
    let elsewhere = seen.elsewhere.unwrap();
    assert_eq!(
        (seen.media, elsewhere.device.as_deref(), &elsewhere.file_name[..]),
        (None, Some("Laptop"), "chair.mp4")
    );
    assert_eq!(elsewhere.facts, media("chair.mp4", 1_000).facts);
    assert_eq!(laptop.store.draft(draft).await.unwrap().elsewhere, None);

    tablet.store.set_media(draft, &media("new chair.mp4", 2_000), tablet.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    let (here, there) = (laptop.store.draft(draft).await.unwrap(), tablet.store.draft(draft).await.unwrap());
    assert_eq!((here.media, here.elsewhere.unwrap().file_name), (None, "new chair.mp4".into()));
    assert_eq!(there.media.unwrap().file_name, "new chair.mp4");
}

#[tokio::test]
async fn i16_f64_no_path_no_session_address_and_no_words_from_outside_are_ever_sent() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let delivery = laptop.published("Oak chair").await;
    let me = ProcessId::make();
    let later = laptop.now() + TimeDelta::minutes(5);
    assert!(laptop.store.claim(delivery, me, laptop.now(), later).await.unwrap());
    laptop.store.advance(delivery, me, &Step::to(DeliveryState::Preparing), laptop.now()).await.unwrap();
    let session = StoredSession {
        sealed_address: b"canary-address".to_vec(),
        handle: Some("canary-handle".into()),
        chunk_bytes: 1,
        total_bytes: 1_000,
        content_type: "video/mp4".into(),
        opened_at: laptop.now(),
        expires_at: None,
        sent_all: false,
    };
    laptop.store.open_session(delivery, &session).await.unwrap();
    laptop.settle().await;
    let reason =
        Reason::with_words(ReasonCode::RefusedByPlatform, "see https://upload.example/?upload_id=canary-words");
    let refused = Step::to(DeliveryState::NeedsAttention { reason });
    laptop.store.advance(delivery, me, &refused, laptop.now()).await.unwrap();
    laptop.settle().await;
    let sent = format!("{:?}", world.lock().unwrap().arrived);
    let kept = format!("{:?}", laptop.confirmed().await);
    assert!(sent.contains("REFUSED_BY_PLATFORM") && kept.contains("chair.mp4"), "nothing was looked at");
    for canary in ["canary", FOLDER, "amina", "secret", "f00d"] {
        assert!(!sent.contains(canary) && !kept.contains(canary), "{canary} was sent");
    }
}

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
async fn i13_what_is_refused_stays_with_its_content_and_stands_in_nobodys_way() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let (chair, stool) = (laptop.add_draft(&titled("Chair")).await, laptop.add_draft(&titled("Stool")).await);
    settle(&[&laptop, &tablet]).await;
    let long = "x".repeat(300 << 10);
    laptop.save(chair, |fields| fields.description = long.clone()).await;
    laptop.save(stool, |fields| fields.title = "Bench".into()).await;
    settle(&[&laptop, &tablet]).await;

    assert_eq!(tablet.fields(stool).await.title, "Bench");
    assert_eq!(laptop.fields(chair).await.description, long, "it is still on the screen");
    let [refused] = &laptop.store.own_edits(10).await.unwrap()[..] else { panic!("it is not kept") };
    assert!(refused.refused && refused.why.as_ref().unwrap().to_string().contains("Shorten"), "{:?}", refused.why);
    assert_eq!(refused.edit.f["description"].v, json!(long));
    assert_eq!(laptop.store.sync_record().await.unwrap().refused, 1);

    laptop.save(chair, |fields| fields.description = "Shorter.".into()).await;
    settle(&[&laptop, &tablet]).await;
    assert_eq!(laptop.store.own_edits(10).await.unwrap(), []);
    assert_eq!(tablet.fields(chair).await.description, "Shorter.");

    laptop.save(chair, |fields| fields.description = long.clone()).await;
    laptop.settle().await;
    let refused = laptop.store.own_edits(10).await.unwrap()[0].id;
    laptop.store.discard_refused(refused, laptop.now()).await.unwrap();
    assert_eq!(laptop.fields(chair).await.description, "Shorter.", "given up, it shows what the backend has");
}

#[tokio::test]
async fn i13_over_quota_waits_and_is_delivered_once_there_is_room() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    laptop.settle().await;
    let full = world.lock().unwrap().server.rows().len();
    world.lock().unwrap().server.rows_max = full;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.push(500).await;
    let record = laptop.store.sync_record().await.unwrap();
    assert_eq!((record.waiting, record.refused, record.over_quota), (1, 0, 1));
    assert_eq!(laptop.fields(draft).await.title, "Chair");

    {
        let mut there = world.lock().unwrap();
        there.server.rows_max = usize::MAX;
        there.server.now += 24 * 60 * 60 * 1_000;
    }
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Chair");
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

#[tokio::test]
async fn i14_columns_and_tables_of_a_newer_version_are_kept_word_for_word() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    laptop.settle().await;
    let mut beside = laptop.beside().await;
    // What a page of a newer backend writes there.
    let fields = json!({"title": "Chair", "description": "Oak, oiled.", "kind": "VIDEO", "status": "DRAFT",
        "mood": {"a": [1, null]}, "youtube_privacy": "members_only", "created_at": 1, "updated_at": 1});
    sqlx::query("UPDATE sync_rows SET fields = ? WHERE row_id = ?")
        .bind(fields.to_string())
        .bind(draft.to_string())
        .execute(&mut *beside)
        .await
        .unwrap();
    sqlx::query(
        "INSERT INTO sync_rows (tbl, row_id, rev, deleted, fields, generation) VALUES ('moods', ?, 1, 0, '{\"a\":1}', 0)",
    )
    .bind(Uuid::now_v7().to_string())
    .execute(&mut *beside)
    .await
    .unwrap();
    drop(beside);
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    laptop.push(500).await;
    let sent = world.lock().unwrap().arrived.last().unwrap().1.ops.last().unwrap().rows[0].clone();
    assert_eq!(sent.f["title"].v, json!("Stool"));
    assert!(!sent.f.contains_key("mood") && !sent.f.contains_key("youtube_privacy"), "{:?}", sent.f.keys());
    assert!(laptop.confirmed().await.keys().any(|(table, _)| table == "moods"));
}

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

#[tokio::test]
async fn before_the_first_sign_in_nothing_is_noted() {
    let world = world();
    let laptop = Device::unlinked("Laptop", &world, TimeDelta::zero()).await;
    laptop.add_draft(&titled("Chair")).await;
    let noted: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sync_touched").fetch_one(&mut *laptop.beside().await).await.unwrap();
    assert_eq!((noted, laptop.store.sync_position().await.unwrap()), (0, None));
}

#[tokio::test]
async fn i17_i11_a_hundred_pages_are_taken_in_one_by_one_and_are_then_all_there() {
    let world = world();
    let (laptop, _) = two(&world).await;
    let rows = 5_000;
    {
        let mut world = world.lock().unwrap();
        for n in 0..rows / 500 {
            let op = |m: usize| {
                let f = |v| FieldEdit { v, rev: 0, op: None };
                let fields = [
                    ("title", json!(format!("Service {}", n * 500 + m))),
                    ("price", json!(1.5)),
                    ("currency", json!("EUR")),
                    ("type", json!("ARTISAN")),
                    ("created_at", json!(1)),
                    ("updated_at", json!(1)),
                ];
                let f = fields.into_iter().map(|(name, v)| (name.to_owned(), f(v))).collect();
                let row = RowEdit {
                    t: "services".into(),
                    row: Uuid::now_v7(),
                    f,
                    resolves: Default::default(),
                    saw: Default::default(),
                };
                Op { id: Uuid::now_v7(), at: 1, rows: vec![row] }
            };
            let push = Push {
                now: world.server.now,
                seen: world.server.head(),
                schema: SCHEMA,
                ops: (0..500).map(op).collect(),
            };
            let pushed = world.server.push("Elsewhere", &push).unwrap();
            assert!(pushed.results.iter().all(|r| r.at.is_some()), "{:?}", pushed.results[0]);
        }
    }
    let began = std::time::Instant::now();
    for _ in 0..rows / 50 + 2 {
        laptop.pull(50).await;
    }
    eprintln!("{rows} rows in {:?}", began.elapsed());
    assert_eq!(laptop.store.services().await.unwrap().len(), rows);
    assert_eq!(laptop.store.sync_record().await.unwrap().waiting, 0);
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

#[tokio::test]
async fn i4_an_accepted_edit_stays_on_the_screen_until_its_row_comes_back() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Chair")).await;
    settle(&[&laptop, &tablet]).await;
    // Many rows of others lie between, so that the row comes with a later page.
    for n in 0..5 {
        tablet.add_draft(&titled(&format!("Other {n}"))).await;
    }
    tablet.save(draft, |fields| fields.tags = vec!["oak".into()]).await;
    tablet.push(500).await;
    laptop.save(draft, |fields| fields.title = "Stool".into()).await;
    laptop.push(500).await;
    for _ in 0..10 {
        assert_eq!(laptop.fields(draft).await.title, "Stool");
        laptop.pull(1).await;
    }
    assert_eq!(laptop.fields(draft).await.tags, ["oak"]);
    assert!(!format!("{:?}", world.lock().unwrap().server.rows()).contains(DELETED));
}

#[tokio::test]
async fn c_02_what_another_devices_edit_replaces_is_kept_as_a_version_and_what_comes_back_is_not() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Oak chair")).await;
    settle(&[&laptop, &tablet]).await;
    let versions = async |device: &Device| -> Vec<(String, bool)> {
        let kept = device.store.versions(DraftId(draft), None, 9).await.unwrap();
        kept.into_iter().map(|version| (version.fields.title, version.elsewhere)).collect()
    };
    assert_eq!((versions(&laptop).await, versions(&tablet).await), (vec![], vec![]));
    tablet.save(draft, |fields| fields.title = "Ash stool".into()).await;
    settle(&[&laptop, &tablet]).await;
    assert_eq!(laptop.fields(draft).await.title, "Ash stool");
    assert_eq!(versions(&laptop).await, [("Oak chair".to_owned(), true)]);
    assert_eq!(versions(&tablet).await, [("Oak chair".to_owned(), false)], "where it was typed it is kept once");
}

#[tokio::test]
async fn c_02_undo_travels_like_any_edit() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Oak chair")).await;
    settle(&[&laptop, &tablet]).await;
    let shown = laptop.fields(draft).await;
    let mut typed = shown.clone();
    typed.title = "Ash chair".into();
    laptop.store.save_draft_over(DraftId(draft), &shown, &typed, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Ash chair");
    let way = maker_store::undo::Way::Undo;
    assert_eq!(tablet.store.step(DraftId(draft), way, tablet.now()).await.unwrap(), None, "it was typed elsewhere");
    laptop.store.step(DraftId(draft), way, laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(tablet.fields(draft).await.title, "Oak chair");
}

#[tokio::test]
async fn g_05_a_draft_that_is_given_up_after_thirty_days_stays_deleted_everywhere() {
    let world = world();
    let (laptop, tablet) = two(&world).await;
    let draft = laptop.add_draft(&titled("Oak chair")).await;
    laptop.store.delete_draft(DraftId(draft), laptop.now()).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    laptop.store.empty_bin_of_drafts(laptop.now() + TimeDelta::days(31)).await.unwrap();
    settle(&[&laptop, &tablet]).await;
    assert_eq!(laptop.store.sync_record().await.unwrap().waiting, 0);
    assert_eq!((laptop.store.drafts().await.unwrap(), tablet.store.drafts().await.unwrap()), (vec![], vec![]));
}
