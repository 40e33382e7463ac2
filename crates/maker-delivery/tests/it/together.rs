//! Several uploads at once: the disk is read once for all, nobody waits for a slow one, the queue's order and the maker's
//! limits hold.

use std::time::Duration;

use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::id::DeliveryId;
use maker_harness::eventually;
use maker_store::deliveries::Way;
use serde_json::{Value, json};

use crate::bench::{Bench, PART, WAIT};

/// The whole log of one platform's uploads, as a row of "open" and "put".
async fn order_at(bench: &Bench, platform: &str) -> Vec<String> {
    let log = bench.simulator.log_after(0).await;
    let ours = log.iter().filter(|entry| entry["platform"] == platform);
    ours.filter_map(|entry| entry["step"].as_str())
        .filter(|step| ["open", "put"].contains(step))
        .map(str::to_owned)
        .collect()
}

async fn numbers(bench: &Bench, platform: &str, step: &str) -> Vec<u64> {
    let requests = bench.simulator.requests(step).await;
    requests.iter().filter(|r| r["platform"] == platform).filter_map(|r| r["number"].as_u64()).collect()
}

async fn first_byte_at(bench: &Bench, delivery: DeliveryId) -> chrono::DateTime<chrono::Utc> {
    bench.store.account(delivery).await.unwrap().times.first_byte_at.unwrap()
}

async fn whole_at_both(bench: &Bench) {
    for platform in [Youtube, Tiktok] {
        bench.the_video(platform).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_destinations_that_go_together_read_the_disk_once() {
    let bench = Bench::new().await;
    // Who comes later than the window reaches reads for itself: both are there before a byte is read, and share a speed that
    // does not let one run ahead while a busy computer keeps the other waiting between its chunks.
    bench.wishes.0.lock().unwrap().cap_bytes_s = Some(16_000_000);
    bench.simulator.fault(json!({"kind": "hold_answer", "on": "open", "times": 0})).await;
    let both = bench.publish(100, &[Youtube, Tiktok]).await;
    let engine = bench.engine();
    eventually("both have opened a session", WAIT, async || (bench.opened().await == 2).then_some(())).await;
    assert_eq!(engine.read_bytes(), 0);
    bench.simulator.no_faults().await;
    for delivery in both {
        bench.published(delivery).await;
    }
    whole_at_both(&bench).await;
    let (read, size) = (engine.read_bytes(), bench.size());
    assert!(read >= size && read * 100 <= size * 105, "{read} bytes were read of a file of {size} for two");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_destination_holds_up_no_other_and_still_ends() {
    for slow in [
        json!({"platform": "youtube", "kind": "pace", "bytes_per_second": 1_000_000}),
        json!({"platform": "youtube", "kind": "hold_answer", "times": 0}),
    ] {
        let bench = Bench::new().await;
        bench.simulator.fault(slow).await;
        let both = bench.publish(100, &[Youtube, Tiktok]).await;
        let _engine = bench.engine();
        bench.published(both[1]).await;
        let behind = bench.row(both[0]).await;
        assert!(behind.confirmed_bytes < behind.total_bytes / 2, "it was not slow: {behind:?}");
        bench.simulator.no_faults().await;
        bench.published(both[0]).await;
        whole_at_both(&bench).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_one_file_at_a_time_the_second_begins_when_the_first_is_there() {
    let bench = Bench::new().await;
    bench.wishes.0.lock().unwrap().files_at_once = 1;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "pace", "bytes_per_second": 10_000_000})).await;
    let first = bench.publish(20, &[Youtube]).await[0];
    let second = bench.publish(20, &[Tiktok]).await[0];
    let _engine = bench.engine();
    bench.published(first).await;
    bench.published(second).await;
    let (last_put, opened) = (numbers(&bench, "youtube", "put").await, numbers(&bench, "tiktok", "open").await);
    assert!(last_put.iter().max() < opened.iter().min(), "{last_put:?} {opened:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_files_at_a_time_the_second_does_not_wait_for_the_first() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"platform": "youtube", "kind": "pace", "bytes_per_second": 4_000_000})).await;
    let first = bench.publish(20, &[Youtube]).await[0];
    let second = bench.publish(20, &[Tiktok]).await[0];
    let _engine = bench.engine();
    bench.published(second).await;
    bench.simulator.no_faults().await;
    bench.published(first).await;
    let (last_put, opened) = (numbers(&bench, "youtube", "put").await, numbers(&bench, "tiktok", "open").await);
    assert!(opened.iter().max() < last_put.iter().max(), "{opened:?} {last_put:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_takes_one_upload_at_a_time_however_many_files_may_go_at_once() {
    let bench = Bench::new().await;
    bench.wishes.0.lock().unwrap().files_at_once = 8;
    let mut all = Vec::new();
    for _ in 0..3 {
        all.extend(bench.publish(20, &[Youtube, Tiktok]).await);
    }
    let _engines = [bench.engine(), bench.engine()];
    for delivery in all {
        bench.published(delivery).await;
    }
    let parts = usize::try_from(bench.size().div_ceil(PART)).unwrap();
    let youtube = [vec!["open"], vec!["put"; parts]].concat().repeat(3);
    let tiktok = ["open", "put"].repeat(3);
    assert_eq!(order_at(&bench, "youtube").await, youtube);
    assert_eq!(order_at(&bench, "tiktok").await, tiktok);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_moved_up_goes_before_its_neighbour() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 1_000_000})).await;
    let mut queue = Vec::new();
    for _ in 0..3 {
        queue.extend(bench.publish(10, &[Youtube]).await);
    }
    let _engine = bench.engine();
    bench.arrived(1).await;
    let now = maker_domain::Clock::now(&*bench.clock);
    bench.store.reorder(queue[2], Way::Up, now).await.unwrap();
    let sent = bench.store.reorder(queue[0], Way::Down, now).await;
    assert!(sent.is_err(), "what is being sent has no place to give up: {sent:?}");
    bench.simulator.no_faults().await;
    for delivery in &queue {
        bench.published(*delivery).await;
    }
    let (second, third) = (first_byte_at(&bench, queue[1]).await, first_byte_at(&bench, queue[2]).await);
    assert!(third < second, "{third} {second}");
    assert!(first_byte_at(&bench, queue[0]).await < third);
}

#[tokio::test(flavor = "multi_thread")]
async fn trying_again_now_does_not_wait_for_the_time_that_was_set() {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_503", "on": "open", "retry_after": 9_000})).await;
    let delivery = bench.publish(10, &[Youtube]).await[0];
    let engine = bench.engine();
    bench.until_rests(delivery).await;
    let before = bench.clock.moved();
    engine.go_on(delivery).await.unwrap();
    bench.until("every byte is there", delivery, |row| row.remote_id.is_some()).await;
    assert_eq!(bench.clock.moved(), before, "time was helped");
}

/// Bytes that have arrived of uploads that are open.
async fn under_way(bench: &Bench) -> u64 {
    bench.simulator.uploads().await.iter().filter_map(|u: &Value| u["bytes"].as_u64()).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn f23_a_cap_that_is_set_while_two_uploads_run_slows_both_and_lifting_it_lets_them_end() {
    let bench = Bench::new().await;
    // Slow enough that the cap finds them under way, and far faster than the cap.
    bench.simulator.fault(json!({"kind": "pace", "bytes_per_second": 5_000_000})).await;
    let both = bench.publish(100, &[Youtube, Tiktok]).await;
    let engine = bench.engine();
    bench.arrived(1).await;
    bench.wishes.0.lock().unwrap().cap_bytes_s = Some(50_000);
    engine.look();
    let (mut quiet, mut before) = (0, 0);
    eventually("it is felt", Duration::from_secs(30), async || {
        let now = under_way(&bench).await;
        // Twenty looks are a second at least, in which five million bytes would come without the cap.
        quiet = if now - before < 100_000 { quiet + 1 } else { 0 };
        before = now;
        (quiet >= 20).then_some(())
    })
    .await;
    bench.simulator.no_faults().await;
    let capped = under_way(&bench).await;
    eventually("bytes trickle", Duration::from_secs(30), async || {
        (under_way(&bench).await > capped + 100_000).then_some(())
    })
    .await;
    assert!(under_way(&bench).await < capped + 5_000_000, "the cap does not hold");

    bench.wishes.0.lock().unwrap().cap_bytes_s = None;

    for delivery in both {
        bench.published(delivery).await;
    }
    whole_at_both(&bench).await;
    assert_eq!(bench.opened().await, 2);
    assert_eq!(bench.received().await, 2 * bench.size(), "sent once");
}
