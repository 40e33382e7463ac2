//! One answer of a platform, read whole and bounded, and the questions both APIs ask of it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_domain::reason::{Reason, ReasonCode};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, RETRY_AFTER};
use serde_json::Value;

use crate::{ApiError, words};

/// The most of an answer that is read.
pub(crate) const MAX_ANSWER_BYTES: usize = 1024 * 1024;

/// The longest `Retry-After` that is believed; longer ones are cut to it, so that no answer parks an upload for days.
const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(3_600);

/// Status, headers and body.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Reads at most [`MAX_ANSWER_BYTES`]. More is a protocol error, except where the status alone says enough.
    pub(crate) async fn read(mut response: reqwest::Response) -> Result<Self, ApiError> {
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|_| ApiError::Network { offline: false })? {
            if body.len() + chunk.len() > MAX_ANSWER_BYTES {
                if status.is_success() {
                    return Err(ApiError::Odd { what: "an answer of more than 1 MiB" });
                }
                break;
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Self { status, headers, body })
    }

    /// The body as JSON; `Null` when it is none.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// The one value of a header; `None` when it is absent, `Odd` when it is given twice or is no text.
    pub(crate) fn header(&self, name: HeaderName) -> Result<Option<&str>, ApiError> {
        let mut values = self.headers.get_all(&name).iter();
        match (values.next(), values.next()) {
            (None, _) => Ok(None),
            (Some(value), None) => {
                value.to_str().map(Some).map_err(|_| ApiError::Odd { what: "a header that is no text" })
            }
            (Some(_), Some(_)) => Err(ApiError::Odd { what: "a header given twice" }),
        }
    }

    /// Whether this is a page for people, which only a box on the way (or a front end in trouble) sends.
    pub(crate) fn is_page(&self) -> bool {
        let announced = self.headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).is_some_and(|t| {
            let media = t.split(';').next().unwrap_or_default().trim();
            media.eq_ignore_ascii_case("text/html")
        });
        announced || self.body.trim_ascii_start().starts_with(b"<")
    }

    /// What the status alone means, for an answer whose body says nothing we know.
    pub(crate) fn error_by_status(&self, now: DateTime<Utc>) -> ApiError {
        match self.status.as_u16() {
            401 => ApiError::TokenRejected,
            407 | 408 | 425 | 429 | 500..=599 => self.busy(now),
            200..=299 if self.is_page() => self.busy(now),
            300..=399 => ApiError::Odd { what: "a redirect where none belongs" },
            400..=499 => ApiError::Refused { reason: Reason::with_words(ReasonCode::RefusedByPlatform, &self.words()) },
            _ => ApiError::Odd { what: "a status that fits nothing" },
        }
    }

    /// Try again later, with the pause the platform asked for.
    pub(crate) fn busy(&self, now: DateTime<Utc>) -> ApiError {
        let asked = self.headers.get(RETRY_AFTER).and_then(|v| v.to_str().ok());
        ApiError::Busy { retry_after: asked.and_then(|text| retry_after(text, now)) }
    }

    /// The body as words when it is plain text, else the status: a page is never shown as a message.
    fn words(&self) -> String {
        let text = std::str::from_utf8(&self.body).unwrap_or_default();
        if self.is_page() || text.trim().is_empty() || !self.json().is_null() {
            return format!("HTTP {}", self.status.as_u16());
        }
        words::plain(text)
    }
}

/// Seconds or a date (RFC 9110 section 10.2.3), cut to an hour. What is neither, or not in the future, is ignored.
fn retry_after(text: &str, now: DateTime<Utc>) -> Option<Duration> {
    let text = text.trim();
    let asked = if text.bytes().all(|b| b.is_ascii_digit()) {
        Duration::from_secs(text.parse().ok()?)
    } else {
        let date = DateTime::parse_from_rfc2822(text).ok()?;
        date.with_timezone(&Utc).signed_duration_since(now).to_std().ok()?
    };
    Some(asked.min(LONGEST_RETRY_AFTER)).filter(|pause| !pause.is_zero())
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use proptest::prelude::*;

    use super::*;

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
    }

    fn answer(status: u16, headers: &[(&'static str, &str)], body: &str) -> Answer {
        let pairs = headers.iter().map(|(k, v)| (HeaderName::from_static(k), v.parse().unwrap()));
        Answer { status: StatusCode::from_u16(status).unwrap(), headers: pairs.collect(), body: body.into() }
    }

    #[test]
    fn f7_a_pause_is_believed_in_seconds_or_as_a_date_and_nonsense_is_ignored() {
        let cases = [
            ("7", Some(7)),
            (" 7 ", Some(7)),
            ("Sun, 22 Nov 2026 12:01:30 GMT", Some(90)),
            ("86400", Some(3_600)),
            ("Sun, 22 Nov 2037 12:01:30 GMT", Some(3_600)),
            ("0", None),
            ("-1", None),
            ("soon", None),
            ("", None),
            ("99999999999999999999999", None),
            ("Sun, 22 Nov 2026 11:00:00 GMT", None),
        ];
        for (text, seconds) in cases {
            assert_eq!(retry_after(text, noon()), seconds.map(Duration::from_secs), "{text}");
        }
    }

    #[test]
    fn f13_a_page_of_a_middle_box_is_busy_and_never_a_message() {
        let page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
        for status in [200, 429, 502] {
            assert_eq!(answer(status, &[], page).error_by_status(noon()), ApiError::Busy { retry_after: None });
        }
        let refused = answer(403, &[("content-type", "text/html; charset=UTF-8")], page).error_by_status(noon());
        let reason = Reason::with_words(ReasonCode::RefusedByPlatform, "HTTP 403");
        assert_eq!(refused, ApiError::Refused { reason });
    }

    #[test]
    fn plain_words_of_a_refusal_are_kept() {
        let reason = Reason::with_words(ReasonCode::RefusedByPlatform, "at least 262144 bytes required");
        let refused = answer(400, &[], "at least 262144 bytes required\n").error_by_status(noon());
        assert_eq!(refused, ApiError::Refused { reason });
    }

    proptest! {
        #[test]
        fn any_bytes_and_status_are_an_error_and_no_panic(status in 100_u16..=999, body: Vec<u8>, pause in "\\PC{0,40}") {
            let mut any = answer(status, &[], "");
            any.body = body;
            if let Ok(value) = pause.parse() {
                any.headers.insert(RETRY_AFTER, value);
            }
            any.error_by_status(noon());
            prop_assert!(retry_after(&pause, noon()).is_none_or(|p| p <= LONGEST_RETRY_AFTER));
        }
    }
}
