//! The life of an upload session: open, ask, send, give up (YouTube: resumable upload protocol).
//!
//! A 308 is no redirect here. One with a `Location` is none of the protocol's either and is never followed.

use std::ops::Range;

use chrono::{DateTime, Utc};
use maker_domain::post::Post;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, LOCATION, RANGE};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::{CHUNK_BYTES, Youtube, body, errors, is_id, range};
use crate::address::endpoint;
use crate::answer::Answer;
use crate::call::timeless;
use crate::{ApiError, FileInfo, Session, Standing, json};

impl Youtube {
    pub(super) async fn open_session(
        &self,
        token: &AccessToken,
        post: &Post,
        file: &FileInfo,
        now: DateTime<Utc>,
    ) -> Result<Session, ApiError> {
        let Post::Youtube(post) = post else { return Err(ApiError::Odd { what: "a post for another platform" }) };
        if file.size_bytes == 0 {
            return Err(ApiError::Refused {
                reason: Reason::noted(ReasonCode::ProcessingRefused, "The file is empty."),
            });
        }
        let query = [
            ("uploadType", "resumable"),
            ("part", "snippet,status"),
            ("notifySubscribers", if post.notify_subscribers { "true" } else { "false" }),
        ];
        let request = self
            .caller
            .with_token(Method::POST, endpoint(&self.upload, "videos"), token)?
            .query(&query)
            .header("X-Upload-Content-Length", file.size_bytes)
            .header("X-Upload-Content-Type", file.content_type)
            .json(&body::resource(post, now));
        let answer = self.caller.call(request).await?;
        if answer.status != StatusCode::OK {
            return Err(errors::of(&answer, now));
        }
        let Some(location) = answer.header(LOCATION)? else {
            return Err(if answer.is_page() { answer.busy(now) } else { ApiError::Odd { what: "no upload address" } });
        };
        let address = self.hosts.parse(location)?;
        tracing::debug!(total_bytes = file.size_bytes, "youtube: upload session opened");
        Ok(Session {
            address: String::from(address).into(),
            handle: None,
            chunk_bytes: CHUNK_BYTES,
            total_bytes: file.size_bytes,
            content_type: file.content_type.to_owned(),
            opened_at: now,
            expires_at: None,
        })
    }

    pub(super) async fn ask_session(
        &self,
        token: &AccessToken,
        session: &Session,
        now: DateTime<Utc>,
    ) -> Result<Standing, ApiError> {
        let url = self.hosts.check(&session.address)?;
        let request = self
            .caller
            .with_token(Method::PUT, url, token)?
            .header(CONTENT_LENGTH, 0)
            .header(CONTENT_RANGE, format!("bytes */{}", session.total_bytes));
        let answer = self.caller.call(request).await?;
        standing(&answer, session.total_bytes, now)
    }

    pub(super) async fn send_range(
        &self,
        token: &AccessToken,
        session: &Session,
        range: Range<u64>,
        body: reqwest::Body,
        now: DateTime<Utc>,
    ) -> Result<Standing, ApiError> {
        let url = self.hosts.check(&session.address)?;
        let request = self.caller.with_token(Method::PUT, url, token)?;
        let answer = self.caller.put_range(request, session, &range, body).await?;
        let standing = standing(&answer, range.end, now)?;
        if matches!(standing, Standing::Complete { .. }) && range.end < session.total_bytes {
            return Err(ApiError::Odd { what: "done before the last byte was sent" });
        }
        Ok(standing)
    }

    pub(super) async fn forget_session(&self, token: &AccessToken, session: &Session) -> Result<(), ApiError> {
        let url = self.hosts.check(&session.address)?;
        let request = self.caller.with_token(Method::DELETE, url, token)?.header(CONTENT_LENGTH, 0);
        let answer = self.caller.call(request).await?;
        match answer.status.as_u16() {
            401 | 408 | 425 | 429 | 500..=599 => Err(timeless(errors::of(&answer, DateTime::UNIX_EPOCH))),
            // 499 and 204 say it is given up, 404 and 410 that it was gone; a refusal leaves it to expire.
            _ => Ok(()),
        }
    }
}

/// What an answer to a PUT says of the session. `most` is the count of bytes the platform can have.
fn standing(answer: &Answer, most: u64, now: DateTime<Utc>) -> Result<Standing, ApiError> {
    match answer.status.as_u16() {
        200 | 201 => match video_id(&answer.json()) {
            Some(remote_id) => Ok(Standing::Complete { remote_id }),
            None if answer.is_page() => Err(answer.busy(now)),
            None => Err(ApiError::Odd { what: "done, but without a video id" }),
        },
        308 if answer.headers.contains_key(LOCATION) => Err(ApiError::Odd { what: "a redirect where none belongs" }),
        308 => Ok(Standing::Stored { bytes: range::stored(answer.header(RANGE)?, most)? }),
        404 | 410 => Ok(Standing::Gone),
        _ => Err(errors::of(answer, now)),
    }
}

/// The id, if it is one that fits into an address.
fn video_id(body: &Value) -> Option<String> {
    json::text(body, "/id").filter(|id| is_id(id)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use reqwest::header::HeaderMap;

    use super::*;

    fn answer(status: u16, headers: HeaderMap, body: &[u8]) -> Answer {
        Answer { status: StatusCode::from_u16(status).unwrap(), headers, body: body.to_vec() }
    }

    #[test]
    fn a_finished_upload_is_told_by_its_video_and_nothing_else() {
        let read = |body: &str| standing(&answer(201, HeaderMap::new(), body.as_bytes()), 10, DateTime::UNIX_EPOCH);
        assert_eq!(read(r#"{"id":"a-B_9"}"#), Ok(Standing::Complete { remote_id: "a-B_9".into() }));
        assert_eq!(read("<html>sign in to the hotel</html>"), Err(ApiError::Busy { retry_after: None }));
        for odd in ["{}", "", r#"{"id":7}"#, r#"{"id":"a/../b"}"#, r#"{"id":""}"#] {
            assert!(matches!(read(odd), Err(ApiError::Odd { .. })), "{odd}");
        }
    }

    #[test]
    fn f9_an_unknown_session_is_gone_and_not_a_failure() {
        for status in [404, 410] {
            assert_eq!(standing(&answer(status, HeaderMap::new(), b""), 10, DateTime::UNIX_EPOCH), Ok(Standing::Gone));
        }
    }

    #[test]
    fn f14_two_range_headers_are_a_protocol_error() {
        let mut headers = HeaderMap::new();
        headers.append(RANGE, "bytes=0-1".parse().unwrap());
        headers.append(RANGE, "bytes=0-5".parse().unwrap());
        let read = standing(&answer(308, headers, b""), 10, DateTime::UNIX_EPOCH);
        assert!(matches!(read, Err(ApiError::Odd { .. })), "{read:?}");
    }

    proptest! {
        #[test]
        fn any_answer_is_read_without_a_panic(status in 100_u16..=999, range in "\\PC{0,40}", body: Vec<u8>, most: u64) {
            let mut headers = HeaderMap::new();
            if let Ok(value) = range.parse() {
                headers.insert(RANGE, value);
            }
            if let Ok(Standing::Stored { bytes }) = standing(&answer(status, headers, &body), most, DateTime::UNIX_EPOCH) {
                prop_assert!(bytes <= most);
            }
        }
    }
}
