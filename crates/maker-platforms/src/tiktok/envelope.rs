//! What every answer of TikTok's API is wrapped in: success is `error.code` = `ok`, whatever the status.

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::errors::Trouble;
use crate::answer::Answer;
use crate::{ApiError, json};

/// The `data` of a successful answer.
pub(super) fn data(answer: &Answer, now: DateTime<Utc>) -> Result<Value, Trouble> {
    let mut body = answer.json();
    match json::text(&body, "/error/code") {
        Some("ok") if answer.status.is_success() => {
            Ok(body.get_mut("data").map(Value::take).filter(Value::is_object).unwrap_or_default())
        }
        Some(code) if code != "ok" => {
            Err(Trouble::named(code, json::text(&body, "/error/message").unwrap_or_default(), answer, now))
        }
        _ if answer.status.is_success() && !answer.is_page() => {
            Err(ApiError::Odd { what: "an answer without error.code" }.into())
        }
        _ => Err(answer.error_by_status(now).into()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use reqwest::StatusCode;
    use reqwest::header::HeaderMap;
    use serde_json::json;

    use super::*;

    fn read(status: u16, body: impl Into<Vec<u8>>) -> Result<Value, ApiError> {
        let status = StatusCode::from_u16(status).unwrap();
        let answer = Answer { status, headers: HeaderMap::new(), body: body.into() };
        data(&answer, DateTime::UNIX_EPOCH).map_err(ApiError::from)
    }

    #[test]
    fn only_ok_is_success() {
        assert_eq!(read(200, r#"{"data":{"a":1},"error":{"code":"ok"}}"#), Ok(json!({"a": 1})));
        assert_eq!(read(200, r#"{"data":[],"error":{"code":"ok"}}"#), Ok(Value::Null));
        let rejected = r#"{"data":{},"error":{"code":"access_token_invalid","message":"m","log_id":"1"}}"#;
        for status in [200, 401, 500] {
            assert_eq!(read(status, rejected), Err(ApiError::TokenRejected), "{status}");
        }
        assert!(matches!(read(200, "{}"), Err(ApiError::Odd { .. })));
        assert_eq!(read(503, r#"{"error":{"code":"ok"}}"#), Err(ApiError::Busy { retry_after: None }));
    }

    #[test]
    fn f13_a_page_is_busy_and_deep_nesting_is_odd() {
        assert_eq!(read(200, "<html></html>"), Err(ApiError::Busy { retry_after: None }));
        assert_eq!(read(502, "<html></html>"), Err(ApiError::Busy { retry_after: None }));
        assert!(matches!(read(200, "[".repeat(500_000)), Err(ApiError::Odd { .. })));
    }

    proptest! {
        #[test]
        fn any_bytes_are_an_answer_or_an_error(status in 100_u16..=999, body: Vec<u8>) {
            let _ = read(status, body);
        }
    }
}
