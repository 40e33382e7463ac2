//! The account that a receipt is made of.

use maker_domain::delivery::StateName;
use maker_domain::id::ProcessId;
use maker_domain::receipt::HostTraffic;
use maker_store::receipts::{Account, Entry};

use crate::desk::{Desk, a, at};

fn host(name: &str, requests: u64, sent_bytes: u64) -> HostTraffic {
    HostTraffic { host: name.into(), requests, sent_bytes }
}

#[tokio::test]
async fn bytes_to_each_host_add_up_and_the_largest_comes_first() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    assert_eq!(desk.store.account(delivery).await.unwrap(), Account::default());
    for hosts in [vec![host("api", 1, 300)], vec![host("upload", 2, 9_000), host("api", 1, 1)]] {
        desk.store.note(delivery, &Entry { hosts, ..Entry::default() }).await.unwrap();
    }
    let account = desk.store.account(delivery).await.unwrap();
    assert_eq!(account.hosts, [host("upload", 2, 9_000), host("api", 2, 301)]);
}

#[tokio::test]
async fn what_a_platform_has_for_certain_was_sent_and_is_not_counted_twice() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    let resumed = |bytes, more| Entry {
        at_least: Some(("upload".into(), bytes)),
        hosts: vec![host("upload", 1, more)],
        ..Entry::default()
    };
    desk.store.note(delivery, &resumed(9_000, 500)).await.unwrap();
    assert_eq!(desk.store.account(delivery).await.unwrap().hosts, [host("upload", 1, 9_500)]);
    desk.store.note(delivery, &resumed(9_200, 800)).await.unwrap();
    assert_eq!(desk.store.account(delivery).await.unwrap().hosts, [host("upload", 2, 10_300)]);
}

#[tokio::test]
async fn the_first_byte_leaves_once_and_a_whole_hash_forgets_its_state() {
    let desk = Desk::open().await;
    let delivery = desk.delivery().await;
    let entry = |state: &[u8], second| Entry {
        hash_state: Some(state.to_vec()),
        first_byte_at: Some(at(second)),
        ..Entry::default()
    };
    desk.store.note(delivery, &entry(b"half", 5)).await.unwrap();
    desk.store.note(delivery, &entry(b"more", 9)).await.unwrap();
    let account = desk.store.account(delivery).await.unwrap();
    assert_eq!((account.hash_state.as_deref(), account.times.first_byte_at), (Some(&b"more"[..]), Some(at(5))));

    let whole = Entry { blake3: Some("af13".into()), ..Entry::default() };
    desk.store.note(delivery, &whole).await.unwrap();

    let account = desk.store.account(delivery).await.unwrap();
    assert_eq!((account.hash_state, account.blake3.as_deref()), (None, Some("af13")));
}

#[tokio::test]
async fn a_process_that_ends_in_the_middle_is_noted_and_one_that_only_waited_is_not() {
    let (desk, dead) = (Desk::open().await, ProcessId::make());
    let (sending, waiting) =
        (desk.delivery_in(StateName::Uploading, dead).await, desk.delivery_in(StateName::Waiting, dead).await);
    desk.store.release_all_of(dead).await.unwrap();
    assert_eq!(desk.store.account(sending).await.unwrap().upload.interrupted, 1);
    assert_eq!(desk.store.account(waiting).await.unwrap().upload.interrupted, 0);
}

#[tokio::test]
async fn when_a_platform_had_every_byte_and_confirmed_it_is_noted_with_the_move() {
    let (desk, me) = (Desk::open().await, ProcessId::make());
    let delivery = desk.delivery_in(StateName::Processing, me).await;
    desk.advance(delivery, me, a(StateName::Published)).await;
    let times = desk.store.account(delivery).await.unwrap().times;
    assert_eq!((times.received_at, times.published_at), (Some(at(10)), Some(at(10))));
}
