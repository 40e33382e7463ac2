//! How a video is doing once TikTok has every byte (`status/fetch`), and when to ask again.
//!
//! TikTok tells an id for public posts only, and only after moderation. Without one there is no address for the video
//! itself, so the account's page stands in for it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_domain::delivery::Stage;
use maker_domain::post::Post;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use serde_json::{Value, json};
use url::Url;

use super::Tiktok;
use super::errors::fail_reason;
use crate::{ApiError, Following, PublishedVideo, json};

/// The level that gets an id once TikTok has looked at the video.
const PUBLIC: &str = "PUBLIC_TO_EVERYONE";

const FIRST_PAUSES_S: [u64; 3] = [5, 10, 20];
/// Moderation usually takes under a minute and sometimes hours; an inbox waits for a person.
const SOON: u32 = 12;

impl Tiktok {
    pub(super) async fn follow_post(
        &self,
        token: &AccessToken,
        publish_id: &str,
        post: &Post,
        now: DateTime<Utc>,
    ) -> Result<Following, ApiError> {
        let data = match self.status(token, publish_id, now).await {
            // Every byte was there, so the video may be live: nothing may be tried anew by itself.
            Err(ApiError::SessionGone) => {
                let reason = Reason::with_words(ReasonCode::CannotTell, "invalid_publish_id");
                return Ok(Following::Failed { reason });
            }
            other => other?,
        };
        match read(&data, post) {
            State::Settled(following) => Ok(following),
            State::Posted { id } => Ok(Following::Published(self.describe(token, id, now).await?)),
        }
    }

    /// Address, still and length of a posted video. What TikTok does not tell is left out; only a line that broke, a
    /// busy platform or an old token is worth another question.
    async fn describe(
        &self,
        token: &AccessToken,
        id: Option<u64>,
        now: DateTime<Utc>,
    ) -> Result<PublishedVideo, ApiError> {
        let username = match self.query_creator(token, now).await {
            Ok(creator) => Some(creator.username).filter(|name| !name.is_empty()),
            Err(error @ (ApiError::Network { .. } | ApiError::Busy { .. } | ApiError::TokenRejected)) => {
                return Err(error);
            }
            Err(_) => None,
        };
        let Some(id) = id else { return Ok(bare(account_page(&self.web, username.as_deref()), false)) };
        let video = self.query_video(token, id, now).await.unwrap_or_default();
        let own = username.map(|name| video_page(&self.web, &name, id));
        let address = own.or_else(|| shared(&video, &self.web));
        let exact = address.is_some();
        Ok(PublishedVideo {
            thumbnail_url: json::address(&video, "/cover_image_url"),
            duration_s: video.pointer("/duration").and_then(Value::as_f64).filter(|s| *s > 0.0),
            title: json::shown(&video, "/title"),
            ..bare(address.unwrap_or_else(|| account_page(&self.web, None)), exact)
        })
    }

    /// `None` without the scope `video.list`, and for any other failure: it is an ornament.
    async fn query_video(&self, token: &AccessToken, id: u64, now: DateTime<Utc>) -> Option<Value> {
        let path = "video/query/?fields=id,title,cover_image_url,duration,share_url";
        let body = json!({ "filters": { "video_ids": [id.to_string()] } });
        let data = self.post(token, path, Some(&body), now).await.ok()?;
        let videos = data.pointer("/videos").and_then(Value::as_array)?;
        videos.iter().find(|video| video.pointer("/id").and_then(json::whole) == Some(id)).cloned()
    }
}

/// The pause after `asked` questions.
pub(super) fn pause(asked: u32, stage: Stage) -> Duration {
    let first = usize::try_from(asked).ok().and_then(|n| FIRST_PAUSES_S.get(n)).copied();
    let later = match stage {
        // TikTok keeps no times.
        Stage::Working | Stage::Scheduled => 30,
        Stage::AwaitingAddress if asked < SOON => 30,
        Stage::AwaitingAddress => 180,
        Stage::InInbox if asked < SOON => 60,
        Stage::InInbox => 900,
    };
    Duration::from_secs(first.unwrap_or(later))
}

/// What a status means.
#[derive(Debug, PartialEq)]
enum State {
    Settled(Following),
    Posted { id: Option<u64> },
}

fn read(data: &Value, post: &Post) -> State {
    let processing = |stage| State::Settled(Following::Processing { stage });
    match json::text(data, "/status").unwrap_or_default() {
        "FAILED" => {
            let reason = fail_reason(json::text(data, "/fail_reason").unwrap_or_default());
            State::Settled(Following::Failed { reason })
        }
        "SEND_TO_USER_INBOX" => processing(Stage::InInbox),
        "PUBLISH_COMPLETE" => match post_id(data) {
            None if may_get_an_id(post) => processing(Stage::AwaitingAddress),
            id => State::Posted { id },
        },
        // PROCESSING_UPLOAD, and whatever TikTok may call its work tomorrow.
        _ => processing(Stage::Working),
    }
}

/// TikTok's own spelling.
fn post_id(data: &Value) -> Option<u64> {
    data.pointer("/publicaly_available_post_id/0").and_then(json::whole).filter(|id| *id > 0)
}

/// Who may watch a post from the inbox was chosen in TikTok's app and is not told.
fn may_get_an_id(post: &Post) -> bool {
    matches!(post, Post::Tiktok(post) if post.to_inbox || post.privacy == PUBLIC)
}

fn bare(url: Url, exact: bool) -> PublishedVideo {
    PublishedVideo { url: url.into(), exact, thumbnail_url: None, duration_s: None, title: None }
}

fn account_page(web: &Url, username: Option<&str>) -> Url {
    page(web, username.map(|name| format!("@{name}")).as_slice())
}

fn video_page(web: &Url, username: &str, id: u64) -> Url {
    page(web, &[format!("@{username}"), "video".to_owned(), id.to_string()])
}

fn page(web: &Url, segments: &[String]) -> Url {
    let mut url = web.clone();
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().extend(segments);
    }
    url
}

/// The address TikTok gives to share, if it is on TikTok's own pages; without its query, which tells who shared it.
fn shared(video: &Value, web: &Url) -> Option<Url> {
    let mut url = Url::parse(&json::address(video, "/share_url")?).ok()?;
    url.set_query(None);
    (url.origin() == web.origin()).then_some(url)
}

#[cfg(test)]
#[path = "follow_tests.rs"]
mod tests;
