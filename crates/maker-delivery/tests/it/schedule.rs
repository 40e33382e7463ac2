//! Times: what a platform cannot keep waits here and goes once, also when this computer was off; what it can keep is told to it.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::Clock;
use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, Stage, StateName, Wait};
use maker_domain::id::DeliveryId;
use maker_domain::post::Post;
use maker_domain::schedule::WallTime;
use maker_store::StoreError;
use maker_store::publications::Timed;
use serde_json::json;

use crate::bench::Bench;

fn timed(at: DateTime<Utc>) -> Timed {
    let wall = WallTime::of(at, "Europe/Paris").unwrap();
    Timed { at: wall.meant().unwrap().at, wall }
}

impl Bench {
    fn in_hours(&self, hours: i64) -> Timed {
        timed(self.clock.now() + TimeDelta::hours(hours))
    }

    async fn to_tiktok_in(&self, hours: i64) -> (DeliveryId, Timed) {
        let at = self.in_hours(hours);
        (self.publish_at(10, Tiktok, at.clone()).await, at)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn k_a_post_to_tiktok_waits_for_its_time_while_others_go_and_then_goes_once() {
    let bench = Bench::new().await;
    let (delivery, at) = bench.to_tiktok_in(6).await;
    let _engine = bench.engine();
    let other = bench.publish(10, &[Youtube]).await[0];
    bench.published(other).await;
    let row = bench.row(delivery).await;
    assert_eq!(row.state, DeliveryState::Waiting { why: Wait::Schedule, until: Some(at.at) });
    assert_eq!((row.scheduled_at, row.wall), (Some(at.at), Some(at.wall)));
    let row = bench.published(delivery).await;
    assert!(bench.clock.now() >= at.at, "before its time");
    assert!(row.begun_at.unwrap() - at.at < TimeDelta::minutes(2));
    bench.the_video(Tiktok).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn k_a_time_that_was_missed_is_made_up_for_once_at_the_next_start_and_marked_as_late() {
    let bench = Bench::new().await;
    let (delivery, at) = bench.to_tiktok_in(6).await;
    bench.clock.pass(TimeDelta::days(2));
    let first = bench.engine();
    let row = bench.published(delivery).await;
    assert!(row.begun_at.unwrap() - at.at > TimeDelta::days(1), "{row:?}");
    first.stop().await;
    let _second = bench.engine();
    let other = bench.publish(10, &[Youtube]).await[0];
    bench.published(other).await;
    bench.the_video(Tiktok).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f17_k_a_missed_time_that_two_starts_find_and_the_first_is_ended_in_goes_once() {
    let bench = Bench::new().await;
    let (delivery, _) = bench.to_tiktok_in(6).await;
    bench.clock.pass(TimeDelta::hours(7));
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 6_000_000})).await;
    let first = bench.engine();
    bench.until("it has begun", delivery, |row| row.state.name() == StateName::Uploading).await;
    first.stop().await;
    let began = bench.row(delivery).await.begun_at;
    bench.simulator.no_faults().await;
    let _engines = [bench.engine(), bench.engine()];
    assert_eq!(bench.published(delivery).await.begun_at, began, "it was begun once");
    bench.the_video(Tiktok).await;
    assert_eq!(bench.opened().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn k_what_waits_for_its_time_is_moved_by_nothing_else() {
    let bench = Bench::new().await;
    let (delivery, at) = bench.to_tiktok_in(6).await;
    let waits = DeliveryState::Waiting { why: Wait::Schedule, until: Some(at.at) };
    let engine = bench.engine();
    engine.go_on(delivery).await.unwrap();
    assert_eq!(bench.row(delivery).await.not_before, Some(at.at), "tried before its time");
    // A pause and a cancel that are taken back bring it back to its time.
    for wish in [maker_store::deliveries::Intent::Pause, maker_store::deliveries::Intent::Cancel] {
        engine.ask(delivery, wish).await.unwrap();
        engine.go_on(delivery).await.unwrap();
        let row = bench.row(delivery).await;
        assert_eq!((row.state, row.not_before), (waits.clone(), Some(at.at)));
    }
    assert_eq!(bench.opened().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn k02_a_delivery_that_has_not_begun_gets_another_time_or_goes_now() {
    let bench = Bench::new().await;
    let (delivery, _) = bench.to_tiktok_in(1).await;
    let _engine = bench.engine();
    let later = bench.in_hours(9);
    bench.store.reschedule(delivery, Some(&later), bench.clock.now()).await.unwrap();
    bench.clock.pass(TimeDelta::hours(2));
    let other = bench.publish(10, &[Youtube]).await[0];
    bench.published(other).await;
    let until = Some(later.at);
    assert_eq!(bench.row(delivery).await.state, DeliveryState::Waiting { why: Wait::Schedule, until }, "the old time");
    bench.store.reschedule(delivery, None, bench.clock.now()).await.unwrap();
    bench.published(delivery).await;
    assert!(bench.clock.now() < later.at, "it waited all the same");
    let moved = bench.store.reschedule(delivery, Some(&later), bench.clock.now()).await;
    assert!(matches!(moved, Err(StoreError::IllegalMove(_))), "what is out does not move");
    bench.the_video(Tiktok).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn k02_what_some_process_works_on_is_not_moved_and_what_was_moved_is_not_claimed() {
    let bench = Bench::new().await;
    let (delivery, _) = bench.to_tiktok_in(1).await;
    let someone = bench.someone_else();
    let until = |hours| bench.clock.now() + TimeDelta::hours(hours);
    bench.clock.pass(TimeDelta::hours(2));
    assert!(bench.store.claim(delivery, someone.id, bench.clock.now(), until(1)).await.unwrap());
    let later = bench.in_hours(9);
    let moved = bench.store.reschedule(delivery, Some(&later), bench.clock.now()).await;
    assert!(matches!(moved, Err(StoreError::IllegalMove(_))), "{moved:?}");
    bench.store.release(delivery, someone.id).await.unwrap();
    bench.store.reschedule(delivery, Some(&later), bench.clock.now()).await.unwrap();
    // Whoever looked before that is too late.
    assert!(!bench.store.claim(delivery, someone.id, bench.clock.now(), until(1)).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn k_youtube_is_told_the_time_and_makes_the_video_public_by_itself() {
    let bench = Bench::new().await;
    let there: DateTime<Utc> = bench.simulator.now().await.parse().unwrap();
    let at = timed(there.max(bench.clock.now()) + TimeDelta::hours(6));
    let delivery = bench.publish_at(10, Youtube, at.clone()).await;
    let _engine = bench.engine();
    let row = bench
        .until("it is with YouTube", delivery, |row| {
            row.state == DeliveryState::Processing { stage: Stage::Scheduled } && row.lease.is_none()
        })
        .await;
    assert_eq!((row.scheduled_at, row.wall), (Some(at.at), Some(at.wall)));
    let there = bench.the_video(Youtube).await;
    assert_eq!(there["privacy"], "private", "it must not be seen yet");
    assert!(bench.store.videos(10).await.unwrap().is_empty(), "it is not public, so it is no row of what is public");
    let moved = bench.store.reschedule(delivery, None, bench.clock.now()).await;
    assert!(matches!(moved, Err(StoreError::IllegalMove(_))), "YouTube has it");
    bench.simulator.pass(6 * 3_600 + 60).await;
    bench.published(delivery).await;
    assert_eq!(bench.the_video(Youtube).await["privacy"], "public");
}

#[tokio::test(flavor = "multi_thread")]
async fn k_a_video_for_youtube_that_comes_after_its_time_is_public_at_once() {
    let bench = Bench::new().await;
    // A past `publishAt` is refused.
    bench.simulator.fault(json!({"platform": "youtube", "kind": "past_publish_at_rejected"})).await;
    let delivery = bench.publish_at(10, Youtube, bench.in_hours(1)).await;
    let Post::Youtube(post) = bench.row(delivery).await.post else { panic!("another platform's") };
    assert!(post.publish_at.is_some());
    bench.clock.pass(TimeDelta::days(3));
    let _engine = bench.engine();
    bench.published(delivery).await;
    assert_eq!(bench.the_video(Youtube).await["privacy"], "public");
}
