use chrono::TimeZone;
use proptest::prelude::*;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;

use super::*;

fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
}

fn session() -> Session {
    Session {
        address: "https://open-upload.tiktokapis.com/u?upload_token=S".into(),
        handle: Some("v_pub_file~1".into()),
        chunk_bytes: 10_000_000,
        total_bytes: 64_000_001,
        content_type: "video/mp4".into(),
        opened_at: noon(),
        expires_at: Some(noon() + ADDRESS_LIVES),
    }
}

fn chunk(status: u16, progress: Option<&str>, range: Range<u64>) -> Result<Option<Standing>, ApiError> {
    let mut headers = HeaderMap::new();
    if let Some(text) = progress {
        headers.insert(CONTENT_RANGE, text.parse().unwrap());
    }
    let answer = Answer { status: StatusCode::from_u16(status).unwrap(), headers, body: Vec::new() };
    chunk_answer(&answer, &session(), &range, noon())
}

fn stored(bytes: u64) -> Result<Option<Standing>, ApiError> {
    Ok(Some(Standing::Stored { bytes }))
}

fn complete() -> Standing {
    Standing::Complete { remote_id: "v_pub_file~1".into() }
}

const FIRST: Range<u64> = 0..10_000_000;
const LAST: Range<u64> = 50_000_000..64_000_001;

#[test]
fn every_status_of_a_chunk_has_its_meaning() {
    assert_eq!(chunk(206, Some("bytes 0-9999999/64000001"), FIRST), stored(10_000_000));
    assert_eq!(chunk(206, None, FIRST), stored(10_000_000));
    assert_eq!(chunk(206, Some("bytes 0-0/64000001"), FIRST), stored(0));
    assert_eq!(chunk(201, None, LAST), Ok(Some(complete())));
    assert!(matches!(chunk(201, None, FIRST), Err(ApiError::Odd { .. })));
    assert_eq!(chunk(403, None, FIRST), Ok(Some(Standing::Gone)));
    assert_eq!(chunk(404, None, FIRST), Ok(Some(Standing::Gone)));
    assert!(matches!(chunk(400, None, FIRST), Err(ApiError::Refused { .. })));
    assert_eq!(chunk(503, None, FIRST), Err(ApiError::Busy { retry_after: None }));
    assert!(matches!(chunk(307, None, FIRST), Err(ApiError::Odd { .. })));
}

#[test]
fn a_chunk_sent_again_learns_from_416_where_to_go_on() {
    assert_eq!(chunk(416, Some("bytes 0-20000000/64000001"), FIRST), stored(20_000_000));
    assert_eq!(chunk(416, None, FIRST), Ok(None), "without a header only the status can tell");
    assert_eq!(chunk(416, Some("bytes 0-64000001/64000001"), LAST), Ok(None), "everything is there: asked for the end");
}

fn status(data: Value) -> Result<Standing, ApiError> {
    standing(&data, &session(), "v_pub_file~1", noon())
}

#[test]
fn f4_every_status_of_an_upload_settles_it() {
    let uploading = |bytes: Value| status(json!({"status": "PROCESSING_UPLOAD", "uploaded_bytes": bytes}));
    assert_eq!(uploading(json!(0)), Ok(Standing::Stored { bytes: 0 }));
    assert_eq!(uploading(Value::Null), Ok(Standing::Stored { bytes: 0 }));
    assert_eq!(uploading(json!(19_999_999)), Ok(Standing::Stored { bytes: 10_000_000 }));
    assert_eq!(uploading(json!("20000000")), Ok(Standing::Stored { bytes: 20_000_000 }));
    assert_eq!(uploading(json!(64_000_001)), Ok(complete()));
    for odd in [json!(-1), json!(1.5), json!("x"), json!([]), json!(64_000_002)] {
        assert!(matches!(uploading(odd.clone()), Err(ApiError::Odd { .. })), "{odd}");
    }
    for done in ["PUBLISH_COMPLETE", "SEND_TO_USER_INBOX"] {
        assert_eq!(status(json!({"status": done})), Ok(complete()));
    }
    let failed = status(json!({"status": "FAILED", "fail_reason": "auth_removed"}));
    let reason = Reason::with_words(ReasonCode::AccessRemoved, "auth_removed");
    assert_eq!(failed, Ok(Standing::Failed { reason }));
    assert!(matches!(status(json!({"status": "PROCESSING_DOWNLOAD"})), Err(ApiError::Odd { .. })));
    assert!(matches!(status(Value::Null), Err(ApiError::Odd { .. })));
}

#[test]
fn an_upload_that_was_not_through_in_its_hour_is_gone_and_one_that_was_is_not() {
    let later = noon() + ADDRESS_LIVES;
    let at = |bytes: u64| {
        let data = json!({"status": "PROCESSING_UPLOAD", "uploaded_bytes": bytes});
        standing(&data, &session(), "v_pub_file~1", later)
    };
    assert_eq!(at(50_000_000), Ok(Standing::Gone));
    assert_eq!(at(64_000_001), Ok(complete()));
}

proptest! {
    #[test]
    fn any_answer_to_a_chunk_is_read_without_a_panic(status in 100_u16..=999, text in "bytes[ 0-9/*-]{0,40}|[ -~]{0,40}") {
        if let Ok(Some(Standing::Stored { bytes })) = chunk(status, Some(&text), FIRST) {
            prop_assert!(bytes < 64_000_001);
        }
    }
}
