//! Files of every size, and files that are no longer what was chosen: f19 and f20, through the whole engine.

use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::{DeliveryState, StateName};
use maker_domain::reason::ReasonCode;
use serde_json::json;

use crate::bench::{Bench, PART};

const QUARTER: u64 = 256 * 1024;

#[tokio::test(flavor = "multi_thread")]
async fn f20_files_of_every_awkward_size_arrive_byte_for_byte() {
    for size in [1, QUARTER - 1, QUARTER, QUARTER + 1, PART - 1, PART, PART + 1, 2 * PART] {
        let bench = Bench::new().await;
        let bytes: Vec<u8> = (0..size).map(|n| (n * 31 % 251) as u8).collect();
        let both = bench.publish_bytes(&bytes, &[Youtube, Tiktok]).await;
        let engine = bench.engine();
        for (delivery, platform) in both.into_iter().zip([Youtube, Tiktok]) {
            bench.published(delivery).await;
            assert_eq!(bench.the_video(platform).await["bytes"], size);
            let account = bench.store.account(delivery).await.unwrap();
            assert_eq!(account.blake3, Some(blake3::hash(&bytes).to_hex().to_string()), "{size}");
        }
        assert_eq!((bench.opened().await, bench.received().await), (2, 2 * size), "{size}");
        assert!(engine.read_bytes() >= size);
    }
}

/// Harms the film while it waits in mid-upload, lets it go on, and tells what the maker is told.
async fn told_after(harm: impl Fn(&Bench)) -> ReasonCode {
    let bench = Bench::new().await;
    bench.simulator.fault(json!({"kind": "status_503", "skip": 1, "retry_after": 900})).await;
    let delivery = bench.publish_to_youtube(30).await;
    let engine = bench.engine();
    bench.until_rests(delivery).await;
    harm(&bench);
    engine.go_on(delivery).await.unwrap();
    let row = bench.until_state(delivery, StateName::NeedsAttention).await;
    let DeliveryState::NeedsAttention { reason } = row.state else { unreachable!() };
    assert!(bench.simulator.uploads_in("youtube", "published").await.is_empty(), "it was finished all the same");
    assert!(bench.store.session(delivery).await.unwrap().is_some(), "the session was given up");
    reason.code
}

fn film(bench: &Bench) -> std::fs::File {
    std::fs::OpenOptions::new().write(true).open(bench.path("chair.mp4")).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_file_that_grew_or_shrank_is_no_longer_the_one_that_was_chosen() {
    for size in [29_000_000, 31_000_000] {
        let code = told_after(|bench| film(bench).set_len(size).unwrap()).await;
        assert_eq!(code, ReasonCode::FileChanged, "{size}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_file_of_the_same_size_and_another_time_is_another() {
    let code = told_after(|bench| {
        let later = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_900_000_000);
        film(bench).set_modified(later).unwrap();
    })
    .await;
    assert_eq!(code, ReasonCode::FileChanged);
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_other_bytes_under_the_same_size_and_time_are_found_before_they_are_sent() {
    let code = told_after(|bench| {
        let path = bench.path("chair.mp4");
        let (size, before) = (bench.size(), std::fs::metadata(&path).unwrap().modified().unwrap());
        std::fs::write(&path, vec![7; usize::try_from(size).unwrap()]).unwrap();
        film(bench).set_modified(before).unwrap();
    })
    .await;
    assert_eq!(code, ReasonCode::FileChanged);
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_folder_in_the_films_place_is_named() {
    let code = told_after(|bench| {
        std::fs::rename(bench.path("chair.mp4"), bench.path("away.mp4")).unwrap();
        std::fs::create_dir(bench.path("chair.mp4")).unwrap();
    })
    .await;
    assert!([ReasonCode::FileChanged, ReasonCode::FileUnreadable, ReasonCode::FileMissing].contains(&code), "{code:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f27_a_title_in_any_script_arrives_as_it_was_written() {
    for title in ["كرسي من خشب البلوط", "Oak 🪑 chair — “hand-made” & co.", "オーク材の椅子"]
    {
        let bench = Bench::new().await;
        let delivery = bench.publish_with(title, Vec::new()).await;
        let _engine = bench.engine();
        bench.published(delivery).await;
        assert_eq!(bench.the_video(Youtube).await["title"], title);
    }
}
