//! YouTube: the Data API v3 and its resumable upload protocol.
//!
//! `session` opens, asks, sends and gives up; `range` reads how far the platform is; `follow` asks how the video is
//! doing; `steps` does what comes after; `errors` is the table of what each reason means.

mod body;
mod captions;
mod duration;
mod errors;
mod follow;
mod numbers;
mod playlist_items;
mod playlists;
mod range;
mod related;
mod session;
mod steps;
mod thumbnails;

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::check::CreatorInfo;
use maker_domain::config::PlatformConfig;
use maker_domain::connection::Account;
use maker_domain::delivery::Stage;
use maker_domain::followup::StepKind;
use maker_domain::post::Post;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use reqwest::Method;
use serde_json::Value;
use url::Url;

use crate::address::{AllowedHosts, endpoint};
use crate::call::{Caller, timeless};
use crate::{
    ApiError, FileInfo, Following, Patience, PlatformApi, Playlist, Session, Standing, StepWork, Traffic, VideoNumbers,
    json,
};

/// The family of hosts that YouTube's uploads go to.
const HOST_FAMILY: &str = "googleapis.com";

/// Bytes in one request; a multiple of 256 KiB as the protocol asks of every chunk but the last.
const CHUNK_BYTES: u64 = 8 * 1024 * 1024;

/// `youtube.upload` sends; without `youtube.readonly` nobody could see what became of the video.
const UPLOAD_SCOPES: &[&str] =
    &["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.readonly"];

/// YouTube at the configured addresses.
#[derive(Clone, Debug)]
pub(crate) struct Youtube {
    caller: Caller,
    api: Url,
    upload: Url,
    web: Url,
    hosts: AllowedHosts,
}

impl Youtube {
    pub(crate) fn new(config: &PlatformConfig, http: reqwest::Client, patience: Patience) -> Self {
        Self {
            caller: Caller::new(http, patience),
            api: config.api.clone(),
            upload: config.upload.clone(),
            web: config.web.clone(),
            hosts: AllowedHosts::new(&[&config.upload], HOST_FAMILY),
        }
    }

    /// A list call of the Data API.
    async fn list(
        &self,
        token: &AccessToken,
        resource: &str,
        query: &[(&str, &str)],
        now: DateTime<Utc>,
    ) -> Result<Value, ApiError> {
        let url = endpoint(&self.api, resource);
        let request = self.caller.with_token(Method::GET, url, token)?.query(query);
        let answer = self.caller.call(request).await?;
        let body = answer.json();
        if answer.status.is_success() && body.is_object() { Ok(body) } else { Err(errors::of_step(&answer, now)) }
    }
}

#[async_trait]
impl PlatformApi for Youtube {
    fn platform(&self) -> Platform {
        Platform::Youtube
    }

    fn upload_scopes(&self, _post: &Post) -> &'static [&'static str] {
        UPLOAD_SCOPES
    }

    async fn account(&self, token: &AccessToken) -> Result<Account, ApiError> {
        let query = [("part", "id,snippet"), ("mine", "true")];
        let body = self.list(token, "channels", &query, DateTime::UNIX_EPOCH).await.map_err(timeless)?;
        let channel =
            body.pointer("/items/0").ok_or(ApiError::Refused { reason: Reason::new(ReasonCode::NoChannel) })?;
        let id = json::id(channel, "/id").ok_or(ApiError::Odd { what: "a channel without an id" })?;
        let pictures = ["/snippet/thumbnails/default/url", "/snippet/thumbnails/medium/url"];
        Ok(Account {
            name: json::shown(channel, "/snippet/title").unwrap_or_else(|| id.clone()),
            avatar_url: pictures.iter().find_map(|path| json::address(channel, path)),
            id,
        })
    }

    async fn creator_info(&self, _token: &AccessToken, _now: DateTime<Utc>) -> Result<Option<CreatorInfo>, ApiError> {
        Ok(None)
    }

    async fn open(
        &self,
        token: &AccessToken,
        post: &Post,
        file: &FileInfo,
        now: DateTime<Utc>,
    ) -> Result<Session, ApiError> {
        self.open_session(token, post, file, now).await
    }

    async fn ask(&self, token: &AccessToken, session: &Session, now: DateTime<Utc>) -> Result<Standing, ApiError> {
        self.ask_session(token, session, now).await
    }

    fn next_range(&self, session: &Session, stored: u64) -> Option<Range<u64>> {
        range::next(stored, session.chunk_bytes, session.total_bytes)
    }

    async fn send(
        &self,
        token: &AccessToken,
        session: &Session,
        range: Range<u64>,
        body: reqwest::Body,
        now: DateTime<Utc>,
    ) -> Result<Standing, ApiError> {
        self.send_range(token, session, range, body, now).await
    }

    async fn follow(
        &self,
        token: &AccessToken,
        remote_id: &str,
        _post: &Post,
        now: DateTime<Utc>,
    ) -> Result<Following, ApiError> {
        let query = [("part", "status,processingDetails,snippet,contentDetails"), ("id", remote_id)];
        let body = self.list(token, "videos", &query, now).await?;
        follow::read(&body, remote_id, &self.web).ok_or(ApiError::Busy { retry_after: None })
    }

    fn follow_pause(&self, asked: u32, _stage: Stage) -> Duration {
        follow::pause(asked)
    }

    async fn forget(&self, token: &AccessToken, session: &Session) -> Result<(), ApiError> {
        self.forget_session(token, session).await
    }

    fn step_scopes(&self, kind: StepKind) -> &'static [&'static str] {
        steps::scopes(kind)
    }

    fn waits_for_processing(&self, kind: StepKind) -> bool {
        steps::waits_for_processing(kind)
    }

    async fn do_step(
        &self,
        token: &AccessToken,
        remote_id: &str,
        step: &StepWork,
        tried: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        self.do_one_step(token, remote_id, step, tried, now).await
    }

    async fn playlists(&self, token: &AccessToken, now: DateTime<Utc>) -> Result<Vec<Playlist>, ApiError> {
        self.list_playlists(token, now).await
    }

    fn video_id(&self, url: &str) -> Option<String> {
        Url::parse(url).ok().and_then(|url| numbers::video_id(&url))
    }

    fn numbers_at_once(&self) -> usize {
        numbers::AT_ONCE
    }

    fn numbers_scopes(&self) -> &'static [&'static str] {
        numbers::SCOPES
    }

    async fn numbers(
        &self,
        token: &AccessToken,
        ids: &[String],
        now: DateTime<Utc>,
    ) -> Result<Vec<VideoNumbers>, ApiError> {
        let query = [("part", "id,statistics"), ("id", &ids.join(","))];
        let body = self.list(token, "videos:batchGetStats", &query, now).await?;
        numbers::read(&body, ids).ok_or(ApiError::Busy { retry_after: None })
    }

    fn counted(&self, traffic: Arc<Traffic>) -> Arc<dyn PlatformApi> {
        Arc::new(Self { caller: self.caller.counted(traffic), ..self.clone() })
    }
}

/// Whether `text` can be the id of a video or playlist: it goes into addresses.
fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}
