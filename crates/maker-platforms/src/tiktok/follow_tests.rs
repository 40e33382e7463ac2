use maker_domain::post::TiktokPost;

use super::*;

fn post(privacy: &str, to_inbox: bool) -> Post {
    Post::Tiktok(TiktokPost {
        caption: String::new(),
        privacy: privacy.into(),
        allow_comment: false,
        allow_duet: false,
        allow_stitch: false,
        your_brand: false,
        branded_content: false,
        ai_generated: false,
        to_inbox,
        cover_at_ms: None,
    })
}

fn processing(stage: Stage) -> State {
    State::Settled(Following::Processing { stage })
}

#[test]
fn every_status_has_its_meaning() {
    let public = post(PUBLIC, false);
    let status = |status: &str| read(&json!({"status": status, "fail_reason": "spam_risk_text"}), &public);
    assert_eq!(status("PROCESSING_UPLOAD"), processing(Stage::Working));
    assert_eq!(status("A_STATUS_OF_TOMORROW"), processing(Stage::Working));
    assert_eq!(status("SEND_TO_USER_INBOX"), processing(Stage::InInbox));
    let reason = Reason::with_words(ReasonCode::DetailsRefused, "spam_risk_text");
    assert_eq!(status("FAILED"), State::Settled(Following::Failed { reason }));
}

#[test]
fn only_a_post_that_can_get_an_id_waits_for_one() {
    let complete = json!({"status": "PUBLISH_COMPLETE", "publicaly_available_post_id": []});
    assert_eq!(read(&complete, &post(PUBLIC, false)), processing(Stage::AwaitingAddress));
    assert_eq!(read(&complete, &post("", true)), processing(Stage::AwaitingAddress));
    for level in ["SELF_ONLY", "MUTUAL_FOLLOW_FRIENDS", "FOLLOWER_OF_CREATOR"] {
        assert_eq!(read(&complete, &post(level, false)), State::Posted { id: None }, "{level}");
    }
}

#[test]
fn an_id_of_nineteen_digits_makes_the_address_digit_by_digit() {
    for id in [json!(7_123_456_789_012_345_679_u64), json!("7123456789012345679")] {
        let data = json!({"status": "PUBLISH_COMPLETE", "publicaly_available_post_id": [id]});
        assert_eq!(read(&data, &post(PUBLIC, false)), State::Posted { id: Some(7_123_456_789_012_345_679) });
    }
    let web = Url::parse("https://www.tiktok.com").unwrap();
    let page = video_page(&web, "ada.l", 7_123_456_789_012_345_679);
    assert_eq!(page.as_str(), "https://www.tiktok.com/@ada.l/video/7123456789012345679");
    assert_eq!(account_page(&web, Some("../a?b#c")).as_str(), "https://www.tiktok.com/@..%2Fa%3Fb%23c");
}

#[test]
fn an_address_to_share_is_taken_from_tiktoks_own_pages_only() {
    let web = Url::parse("https://www.tiktok.com").unwrap();
    let video = |url: &str| shared(&json!({ "share_url": url }), &web).map(String::from);
    let good = video("https://www.tiktok.com/@a/video/1?utm_source=x");
    assert_eq!(good.as_deref(), Some("https://www.tiktok.com/@a/video/1"));
    assert_eq!(video("https://evil.org/@a/video/1"), None);
    assert_eq!(video("javascript:alert(1)"), None);
}

#[test]
fn questions_become_rare() {
    let pauses: Vec<u64> = [0, 1, 2, 3, 1_000].map(|n| pause(n, Stage::Working).as_secs()).into();
    assert_eq!(pauses, [5, 10, 20, 30, 30]);
    assert_eq!(pause(u32::MAX, Stage::AwaitingAddress).as_secs(), 180);
    assert_eq!(pause(u32::MAX, Stage::InInbox).as_secs(), 900);
}
