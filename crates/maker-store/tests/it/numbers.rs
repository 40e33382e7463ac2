//! Views and likes: asked for by one process at a time, kept as they were told, deleted when they must be.

use maker_domain::Platform::{Tiktok, Youtube};
use maker_domain::delivery::StateName;
use maker_domain::id::{ProcessId, VideoId};
use maker_store::numbers::Numbers;

use crate::desk::{Desk, at};
use crate::publishing::live;

fn numbers(seconds: i64, views: u64, likes: Option<u64>) -> Numbers {
    Numbers { at: at(seconds), views: Some(views), likes }
}

async fn two_videos(desk: &Desk) -> [VideoId; 2] {
    for url in ["https://youtu.be/a", "https://youtu.be/b"] {
        let me = ProcessId::make();
        let delivery = desk.delivery_in(StateName::Processing, me).await;
        desk.store.advance(delivery, me, &live(url), at(20)).await.unwrap();
    }
    let videos = desk.store.videos(9).await.unwrap();
    [videos[0].id, videos[1].id]
}

#[tokio::test]
async fn a_video_that_one_process_asks_about_is_out_of_the_others_reach_and_comes_back_by_itself() {
    let desk = Desk::open().await;
    two_videos(&desk).await;
    let mine = desk.store.take_due_videos(Youtube, 1, at(100), at(400)).await.unwrap();
    let theirs = desk.store.take_due_videos(Youtube, 9, at(101), at(400)).await.unwrap();
    assert_eq!((mine.len(), theirs.len()), (1, 1));
    assert_ne!(mine[0].id, theirs[0].id);
    assert!(desk.store.take_due_videos(Youtube, 9, at(399), at(900)).await.unwrap().is_empty());
    assert_eq!(desk.store.take_due_videos(Youtube, 9, at(400), at(900)).await.unwrap().len(), 2);
    assert!(desk.store.take_due_videos(Tiktok, 9, at(999), at(9_999)).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_was_told_last_is_shown_and_all_of_it_is_kept() {
    let desk = Desk::open().await;
    let [video, other] = two_videos(&desk).await;
    desk.store.keep_numbers(video, numbers(10, 5, Some(1)), at(600)).await.unwrap();
    desk.store.keep_numbers(video, numbers(700, 9, None), at(1_300)).await.unwrap();
    let videos = desk.store.videos(9).await.unwrap();
    let shown = |id| videos.iter().find(|v| v.id == id).unwrap().numbers;
    assert_eq!(shown(video), Some(numbers(700, 9, None)));
    assert_eq!(shown(other), None, "nothing was told yet, which is not zero");
    assert_eq!(desk.store.numbers_of(video).await.unwrap(), [numbers(10, 5, Some(1)), numbers(700, 9, None)]);
    assert_eq!(desk.count("SELECT sum(views * 100 + likes) FROM videos").await, 901, "likes are as last told");
    assert_eq!(
        desk.store.next_due_video(Youtube).await.unwrap().unwrap().timestamp(),
        0,
        "the other was never asked about"
    );
}

#[tokio::test]
async fn failures_are_counted_until_something_is_told() {
    let desk = Desk::open().await;
    let [video, _] = two_videos(&desk).await;
    let failures = async || {
        let due = desk.store.take_due_videos(Youtube, 9, at(9_000), at(9_000)).await.unwrap();
        due.iter().find(|v| v.id == video).unwrap().failures
    };
    for expected in [1, 2] {
        desk.store.ask_again(video, true, at(10)).await.unwrap();
        assert_eq!(failures().await, expected);
    }
    desk.store.keep_numbers(video, numbers(20, 1, None), at(30)).await.unwrap();
    assert_eq!(failures().await, 0);
}

#[tokio::test]
async fn numbers_that_may_not_be_kept_are_deleted_with_their_history() {
    let desk = Desk::open().await;
    let [old, fresh] = two_videos(&desk).await;
    desk.store.keep_numbers(old, numbers(10, 5, Some(1)), at(600)).await.unwrap();
    desk.store.keep_numbers(old, numbers(20, 6, Some(1)), at(600)).await.unwrap();
    desk.store.keep_numbers(fresh, numbers(500, 7, Some(2)), at(600)).await.unwrap();
    assert_eq!(desk.store.forget_numbers(Tiktok, None).await.unwrap(), 0);
    assert_eq!(desk.store.forget_numbers(Youtube, Some(at(100))).await.unwrap(), 1);
    assert!(desk.store.numbers_of(old).await.unwrap().is_empty());
    assert_eq!(desk.store.numbers_of(fresh).await.unwrap().len(), 1);
    assert_eq!(desk.count("SELECT sum(views * 100 + likes) FROM videos").await, 702);
    assert_eq!(desk.store.forget_numbers(Youtube, Some(at(100))).await.unwrap(), 0, "once");
    desk.store.forget_numbers(Youtube, None).await.unwrap();
    assert!(desk.store.videos(9).await.unwrap().iter().all(|v| v.numbers.is_none()));
}
