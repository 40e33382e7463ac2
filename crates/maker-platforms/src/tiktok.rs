//! TikTok: the Content Posting API, direct to the account or into its inbox.
//!
//! `plan` cuts a file into TikTok's chunks; `session` opens, asks, sends and gives up; `progress` reads how far the
//! platform is; `follow` asks how the video is doing; `envelope` and `errors` read what every answer is wrapped in.

mod body;
mod creator;
mod envelope;
mod errors;
mod follow;
mod numbers;
mod plan;
mod progress;
mod session;

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
use errors::Trouble;

/// The family of hosts that TikTok's uploads go to; the host itself varies by region.
const HOST_FAMILY: &str = "tiktokapis.com";

const DIRECT_SCOPES: &[&str] = &["video.publish"];
const INBOX_SCOPES: &[&str] = &["video.upload"];

/// TikTok at the configured addresses.
#[derive(Clone, Debug)]
pub(crate) struct Tiktok {
    caller: Caller,
    api: Url,
    web: Url,
    hosts: AllowedHosts,
}

impl Tiktok {
    pub(crate) fn new(config: &PlatformConfig, http: reqwest::Client, patience: Patience) -> Self {
        Self {
            caller: Caller::new(http, patience),
            api: config.api.clone(),
            web: config.web.clone(),
            hosts: AllowedHosts::new(&[&config.upload, &config.api], HOST_FAMILY),
        }
    }

    /// A call of the API: `path` with its slash at the end, and the `data` of its answer.
    async fn post(
        &self,
        token: &AccessToken,
        path: &str,
        body: Option<&Value>,
        now: DateTime<Utc>,
    ) -> Result<Value, Trouble> {
        let mut request = self.caller.with_token(Method::POST, endpoint(&self.api, path), token)?;
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json; charset=UTF-8").body(body.to_string());
        } else {
            request = request.header("Content-Length", 0);
        }
        envelope::data(&self.caller.call(request).await?, now)
    }
}

#[async_trait]
impl PlatformApi for Tiktok {
    fn platform(&self) -> Platform {
        Platform::Tiktok
    }

    fn upload_scopes(&self, post: &Post) -> &'static [&'static str] {
        match post {
            Post::Tiktok(post) if post.to_inbox => INBOX_SCOPES,
            Post::Tiktok(_) | Post::Youtube(_) => DIRECT_SCOPES,
        }
    }

    async fn account(&self, token: &AccessToken) -> Result<Account, ApiError> {
        let url = endpoint(&self.api, "user/info/");
        let request = self.caller.with_token(Method::GET, url, token)?;
        let request = request.query(&[("fields", "open_id,avatar_url,display_name")]);
        let answer = self.caller.call(request).await?;
        let data = envelope::data(&answer, DateTime::UNIX_EPOCH).map_err(|trouble| timeless(trouble.into()))?;
        let id = json::id(&data, "/user/open_id").ok_or(ApiError::Odd { what: "an account without an id" })?;
        Ok(Account {
            name: json::shown(&data, "/user/display_name").unwrap_or_else(|| id.clone()),
            avatar_url: json::address(&data, "/user/avatar_url"),
            id,
        })
    }

    async fn creator_info(&self, token: &AccessToken, now: DateTime<Utc>) -> Result<Option<CreatorInfo>, ApiError> {
        self.query_creator(token, now).await.map(Some)
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

    fn upload_window(&self) -> Option<Duration> {
        session::ADDRESS_LIVES.to_std().ok()
    }

    fn next_range(&self, session: &Session, stored: u64) -> Option<Range<u64>> {
        plan::next(stored, session.chunk_bytes, session.total_bytes)
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
        post: &Post,
        now: DateTime<Utc>,
    ) -> Result<Following, ApiError> {
        self.follow_post(token, remote_id, post, now).await
    }

    fn follow_pause(&self, asked: u32, stage: Stage) -> Duration {
        follow::pause(asked, stage)
    }

    async fn forget(&self, token: &AccessToken, session: &Session) -> Result<(), ApiError> {
        self.forget_session(token, session).await
    }

    fn step_scopes(&self, _kind: StepKind) -> &'static [&'static str] {
        &[]
    }

    fn waits_for_processing(&self, _kind: StepKind) -> bool {
        false
    }

    /// TikTok has no call for any of them: a cover is a moment of the video and goes with the post.
    async fn do_step(
        &self,
        _token: &AccessToken,
        _remote_id: &str,
        _step: &StepWork,
        _tried: bool,
        _now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        let what = "TikTok takes no thumbnail, captions or playlist from outside.";
        Err(ApiError::Refused { reason: Reason::noted(ReasonCode::DetailsRefused, what) })
    }

    async fn playlists(&self, _token: &AccessToken, _now: DateTime<Utc>) -> Result<Vec<Playlist>, ApiError> {
        Ok(Vec::new())
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
        self.query_numbers(token, ids, now).await
    }

    fn counted(&self, traffic: Arc<Traffic>) -> Arc<dyn PlatformApi> {
        Arc::new(Self { caller: self.caller.counted(traffic), ..self.clone() })
    }
}
