//! A video's place in a playlist (YouTube: playlistItems.insert, playlistItems.list). YouTube lets a video stand twice in
//! one list, so it is for us to see that it does not.

use chrono::{DateTime, Utc};
use maker_domain::followup::PlaylistChoice;
use maker_domain::secret::AccessToken;
use reqwest::Method;
use serde_json::json;

use super::playlists::Found;
use super::steps::{is_unclear, items, made, refused};
use super::{Youtube, errors, is_id};
use crate::address::endpoint;
use crate::{ApiError, json};

impl Youtube {
    pub(super) async fn add_to_playlist(
        &self,
        token: &AccessToken,
        video_id: &str,
        playlist: &PlaylistChoice,
        tried: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        let (list, tried) = match playlist {
            PlaylistChoice::Existing { id, .. } if is_id(id) => (Found { id: id.clone(), is_new: false }, tried),
            PlaylistChoice::Existing { .. } => return Err(refused("This is not the id of a playlist.")),
            PlaylistChoice::New { title, privacy } => {
                let list = self.find_or_make_playlist(token, title, *privacy, now).await?;
                let tried = tried && !list.is_new;
                (list, tried)
            }
        };
        if tried && self.has_item(token, &list.id, video_id, now).await? {
            return Ok(());
        }
        match self.insert_item(token, &list, video_id, now).await {
            Err(error) if is_unclear(&error) => match self.has_item(token, &list.id, video_id, now).await {
                Ok(true) => Ok(()),
                _ => Err(error),
            },
            other => other,
        }
    }

    async fn insert_item(
        &self,
        token: &AccessToken,
        list: &Found,
        video_id: &str,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        let video = json!({"kind": "youtube#video", "videoId": video_id});
        let request = self
            .caller
            .with_token(Method::POST, endpoint(&self.api, "playlistItems"), token)?
            .query(&[("part", "snippet")])
            .json(&json!({"snippet": {"playlistId": list.id, "resourceId": video}}));
        let answer = self.caller.call(request).await?;
        match errors::reason(&answer).as_str() {
            "videoAlreadyInPlaylist" => Ok(()),
            // A list that has just been made is not known everywhere at once.
            "playlistNotFound" if list.is_new => Err(answer.busy(now)),
            _ => made(&answer, now).map(|_| ()),
        }
    }

    async fn has_item(
        &self,
        token: &AccessToken,
        list_id: &str,
        video_id: &str,
        now: DateTime<Utc>,
    ) -> Result<bool, ApiError> {
        let query = [("part", "snippet"), ("playlistId", list_id), ("videoId", video_id), ("maxResults", "50")];
        let list = self.list(token, "playlistItems", &query, now).await?;
        let is_it = |item| json::text(item, "/snippet/resourceId/videoId") == Some(video_id);
        Ok(items(&list, "youtube#playlistItemListResponse")?.iter().any(is_it))
    }
}
