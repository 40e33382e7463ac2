//! The life of an upload: init, chunks, status, cancel (TikTok: media transfer guide).
//!
//! The upload address is a credential itself, so no token travels with the chunks. It lives for an hour.

use std::ops::Range;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::post::{Post, TiktokPost};
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use reqwest::Method;
use reqwest::header::CONTENT_RANGE;
use serde_json::{Value, json};

use super::errors::{Trouble, fail_reason};
use super::plan::{self, Plan};
use super::{Tiktok, body, progress};
use crate::answer::Answer;
use crate::call::timeless;
use crate::{ApiError, FileInfo, Session, Standing, json};

pub(super) const ADDRESS_LIVES: TimeDelta = TimeDelta::hours(1);

/// What TikTok takes.
const CONTENT_TYPES: [&str; 3] = ["video/mp4", "video/quicktime", "video/webm"];

impl Tiktok {
    pub(super) async fn open_session(
        &self,
        token: &AccessToken,
        post: &Post,
        file: &FileInfo,
        now: DateTime<Utc>,
    ) -> Result<Session, ApiError> {
        let Post::Tiktok(post) = post else { return Err(ApiError::Odd { what: "a post for another platform" }) };
        if !CONTENT_TYPES.contains(&file.content_type) {
            return Err(refused(ReasonCode::ProcessingRefused, file.content_type));
        }
        let plan = plan::usual(file.size_bytes)
            .ok_or_else(|| refused(ReasonCode::ProcessingRefused, "The file is empty or too large."))?;
        let request = self.prepare(token, post, now).await?;
        let (plan, data) = match self.init(token, &request, plan, file.size_bytes, now).await {
            Ok(data) => (plan, data),
            Err(trouble) if trouble.is_about_chunk_size() => {
                let Some(other) = plan::fallback(file.size_bytes) else { return Err(trouble.into()) };
                (other, self.init(token, &request, other, file.size_bytes, now).await?)
            }
            Err(trouble) => return Err(trouble.into()),
        };
        let handle = json::text(&data, "/publish_id").filter(|id| is_publish_id(id));
        let handle = handle.ok_or(ApiError::Odd { what: "no publish_id" })?.to_owned();
        let address = json::text(&data, "/upload_url").ok_or(ApiError::Odd { what: "no upload address" })?;
        self.hosts.parse(address)?;
        tracing::debug!(
            publish_id = handle,
            total_bytes = file.size_bytes,
            chunks = plan.count,
            "tiktok: upload opened"
        );
        Ok(Session {
            // Kept as given: TikTok signs it.
            address: address.to_owned().into(),
            handle: Some(handle),
            chunk_bytes: plan.chunk_bytes,
            total_bytes: file.size_bytes,
            content_type: file.content_type.to_owned(),
            opened_at: now,
            expires_at: Some(now + ADDRESS_LIVES),
        })
    }

    /// Checks the choices against what the account may do at this moment, as TikTok asks before every post.
    async fn prepare(&self, token: &AccessToken, post: &TiktokPost, now: DateTime<Utc>) -> Result<Init, ApiError> {
        if post.to_inbox {
            return Ok(Init { path: "post/publish/inbox/video/init/", post_info: None });
        }
        let creator = self.query_creator(token, now).await?;
        if !creator.privacy_options.contains(&post.privacy) {
            return Err(refused(ReasonCode::PrivacyNotOffered, &post.privacy));
        }
        if post.branded_content && post.privacy == PRIVATE {
            return Err(refused(ReasonCode::DetailsRefused, "Branded content visibility cannot be set to private."));
        }
        Ok(Init { path: "post/publish/video/init/", post_info: Some(body::post_info(post, &creator)) })
    }

    async fn init(
        &self,
        token: &AccessToken,
        init: &Init,
        plan: Plan,
        size_bytes: u64,
        now: DateTime<Utc>,
    ) -> Result<Value, Trouble> {
        let body = body::init(init.post_info.as_ref(), plan, size_bytes);
        self.post(token, init.path, Some(&body), now).await
    }

    pub(super) async fn ask_session(
        &self,
        token: &AccessToken,
        session: &Session,
        now: DateTime<Utc>,
    ) -> Result<Standing, ApiError> {
        let handle = handle(session)?;
        match self.status(token, handle, now).await {
            Ok(data) => standing(&data, session, handle, now),
            Err(ApiError::SessionGone) => Ok(Standing::Gone),
            Err(error) => Err(error),
        }
    }

    /// `status/fetch`, which is also what `follow` asks.
    pub(super) async fn status(
        &self,
        token: &AccessToken,
        publish_id: &str,
        now: DateTime<Utc>,
    ) -> Result<Value, ApiError> {
        let body = json!({ "publish_id": publish_id });
        Ok(self.post(token, "post/publish/status/fetch/", Some(&body), now).await?)
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
        let request = self.caller.without_token(Method::PUT, url);
        let answer = self.caller.put_range(request, session, &range, body).await?;
        match chunk_answer(&answer, session, &range, now)? {
            Some(standing) => Ok(standing),
            None => self.ask_session(token, session, now).await,
        }
    }

    pub(super) async fn forget_session(&self, token: &AccessToken, session: &Session) -> Result<(), ApiError> {
        let body = json!({ "publish_id": handle(session)? });
        match self.post(token, "post/publish/cancel/", Some(&body), DateTime::UNIX_EPOCH).await.map_err(ApiError::from)
        {
            // `publish_not_cancellable` and an unknown id among them: TikTok forgets an upload after an hour by itself.
            Ok(_) | Err(ApiError::Refused { .. } | ApiError::SessionGone | ApiError::Odd { .. }) => Ok(()),
            Err(error) => Err(timeless(error)),
        }
    }
}

/// The level nobody but the maker sees.
pub(super) const PRIVATE: &str = "SELF_ONLY";

/// Where an upload is announced, and with which choices.
struct Init {
    path: &'static str,
    post_info: Option<Value>,
}

/// What the answer to a chunk says; `None` when only `status/fetch` can tell.
fn chunk_answer(
    answer: &Answer,
    session: &Session,
    range: &Range<u64>,
    now: DateTime<Utc>,
) -> Result<Option<Standing>, ApiError> {
    let is_last = range.end == session.total_bytes;
    let bytes = match answer.status.as_u16() {
        201 if is_last => return Ok(Some(Standing::Complete { remote_id: handle(session)?.to_owned() })),
        201 => return Err(ApiError::Odd { what: "done before the last byte was sent" }),
        206 => progress::stored(answer.header(CONTENT_RANGE)?, session, range.end)?.or(Some(range.end)),
        416 => progress::stored(answer.header(CONTENT_RANGE)?, session, session.total_bytes)?,
        403 | 404 => return Ok(Some(Standing::Gone)),
        _ => return Err(answer.error_by_status(now)),
    };
    Ok(bytes.filter(|bytes| *bytes < session.total_bytes).map(|bytes| Standing::Stored { bytes }))
}

/// What `status/fetch` says of an upload.
fn standing(data: &Value, session: &Session, handle: &str, now: DateTime<Utc>) -> Result<Standing, ApiError> {
    let complete = Standing::Complete { remote_id: handle.to_owned() };
    match json::text(data, "/status") {
        Some("PROCESSING_UPLOAD") => {
            let said = data.pointer("/uploaded_bytes").filter(|value| !value.is_null());
            let bytes = said.map_or(Some(0), json::whole).filter(|bytes| *bytes <= session.total_bytes);
            let bytes = bytes.ok_or(ApiError::Odd { what: "a count of bytes that cannot be" })?;
            if bytes == session.total_bytes {
                return Ok(complete);
            }
            if session.expires_at.is_some_and(|end| end <= now) {
                return Ok(Standing::Gone);
            }
            let bytes = plan::whole_chunks(bytes, session.chunk_bytes, session.total_bytes);
            Ok(Standing::Stored { bytes })
        }
        Some("SEND_TO_USER_INBOX" | "PUBLISH_COMPLETE") => Ok(complete),
        Some("FAILED") => {
            Ok(Standing::Failed { reason: fail_reason(json::text(data, "/fail_reason").unwrap_or_default()) })
        }
        _ => Err(ApiError::Odd { what: "a status that fits no upload" }),
    }
}

fn handle(session: &Session) -> Result<&str, ApiError> {
    session.handle.as_deref().ok_or(ApiError::Odd { what: "a session without a publish_id" })
}

/// At most 64 characters by the document; some room, but nothing that cannot be an id.
fn is_publish_id(text: &str) -> bool {
    text.len() <= 128 && text.bytes().all(|b| b.is_ascii_graphic())
}

/// Something that TikTok would not take, noticed before it was asked.
fn refused(code: ReasonCode, what: &str) -> ApiError {
    ApiError::Refused { reason: Reason::noted(code, what) }
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
