//! The channel's playlists, and one more (YouTube: playlists.list, playlists.insert).
//!
//! A playlist is recognised by its title and its privacy together, on the first try as on any other: one made by a try
//! whose answer was lost is found again, and so is one that the maker already has under that name, which is then used
//! in place of a second one that nobody could tell apart. The privacy belongs to it because a video must not land in a
//! list that more people see than the maker chose. YouTube has no mark of our own that viewers would not see too.

use std::cmp::Reverse;

use chrono::{DateTime, Utc};
use maker_domain::draft::YoutubePrivacy;
use maker_domain::secret::AccessToken;
use reqwest::Method;
use serde_json::{Value, json};

use super::steps::{is_unclear, items, made};
use super::{Youtube, body, is_id};
use crate::address::endpoint;
use crate::{ApiError, Playlist, json};

/// YouTube's most on one page.
const PAGE: &str = "50";
/// A thousand playlists. Beyond them one is not found and may be made again.
const MOST_PAGES: usize = 20;
const MOST_SHOWN: usize = 200;
const MOST_TITLE_CHARS: usize = 200;

impl Youtube {
    pub(super) async fn list_playlists(
        &self,
        token: &AccessToken,
        now: DateTime<Utc>,
    ) -> Result<Vec<Playlist>, ApiError> {
        let mut all = self.all_playlists(token, now).await?;
        all.truncate(MOST_SHOWN);
        Ok(all)
    }

    /// The id of the playlist with this title and privacy, made if it is not there.
    pub(super) async fn find_or_make_playlist(
        &self,
        token: &AccessToken,
        title: &str,
        privacy: YoutubePrivacy,
        now: DateTime<Utc>,
    ) -> Result<Found, ApiError> {
        let is_it = |list: &&Playlist| same_title(&list.title, title) && list.privacy == Some(privacy);
        if let Some(list) = self.all_playlists(token, now).await?.iter().find(is_it) {
            return Ok(Found { id: list.id.clone(), is_new: false });
        }
        match self.make_playlist(token, title, privacy, now).await {
            Ok(id) => Ok(Found { id, is_new: true }),
            Err(error) if is_unclear(&error) => {
                let all = self.all_playlists(token, now).await.unwrap_or_default();
                all.iter().find(is_it).map(|list| Found { id: list.id.clone(), is_new: true }).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    async fn make_playlist(
        &self,
        token: &AccessToken,
        title: &str,
        privacy: YoutubePrivacy,
        now: DateTime<Utc>,
    ) -> Result<String, ApiError> {
        let resource = json!({"snippet": {"title": title}, "status": {"privacyStatus": body::privacy(privacy)}});
        let request = self
            .caller
            .with_token(Method::POST, endpoint(&self.api, "playlists"), token)?
            .query(&[("part", "snippet,status")])
            .json(&resource);
        let made = made(&self.caller.call(request).await?, now)?;
        json::id(&made, "/id").filter(|id| is_id(id)).ok_or(ApiError::Odd { what: "a playlist id that is none" })
    }

    /// Newest first.
    async fn all_playlists(&self, token: &AccessToken, now: DateTime<Utc>) -> Result<Vec<Playlist>, ApiError> {
        let mut found = Vec::new();
        let mut page = String::new();
        for _ in 0..MOST_PAGES {
            let query = [("part", "snippet,status"), ("mine", "true"), ("maxResults", PAGE), ("pageToken", &page)];
            let query = if page.is_empty() { &query[..3] } else { &query };
            let list = self.list(token, "playlists", query, now).await?;
            found.extend(items(&list, "youtube#playlistListResponse")?.iter().take(50).filter_map(read));
            match json::id(&list, "/nextPageToken").filter(|next| *next != page) {
                Some(next) => page = next,
                None => break,
            }
        }
        found.sort_by_key(|(made_at, _)| Reverse(*made_at));
        Ok(found.into_iter().map(|(_, list)| list).collect())
    }
}

/// A playlist, and whether it has just been made.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) is_new: bool,
}

fn read(item: &Value) -> Option<(Option<DateTime<Utc>>, Playlist)> {
    let privacy = json::text(item, "/status/privacyStatus");
    let kinds = [YoutubePrivacy::Public, YoutubePrivacy::Unlisted, YoutubePrivacy::Private];
    let made_at = json::text(item, "/snippet/publishedAt").and_then(|text| DateTime::parse_from_rfc3339(text).ok());
    let list = Playlist {
        id: json::text(item, "/id").filter(|id| is_id(id))?.to_owned(),
        title: json::shown(item, "/snippet/title").unwrap_or_default().chars().take(MOST_TITLE_CHARS).collect(),
        privacy: kinds.into_iter().find(|kind| Some(body::privacy(*kind)) == privacy),
    };
    Some((made_at.map(|at| at.to_utc()), list))
}

/// White space at the ends and in rows is YouTube's to change.
fn same_title(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_playlist_is_read_field_by_field() {
        let item = json!({"id": "PL1", "snippet": {"title": "Knives", "publishedAt": "2026-11-22T12:00:00Z"},
            "status": {"privacyStatus": "unlisted"}});
        let (made_at, list) = read(&item).unwrap();
        assert_eq!(
            list,
            Playlist { id: "PL1".into(), title: "Knives".into(), privacy: Some(YoutubePrivacy::Unlisted) }
        );
        assert!(made_at.is_some());
        let odd = json!({"id": "PL1", "snippet": {"title": 7, "publishedAt": "soon"}, "status": []});
        assert_eq!(read(&odd), Some((None, Playlist { id: "PL1".into(), title: String::new(), privacy: None })));
        for bad in [json!({}), json!({"id": "../x"}), json!({"id": ["PL1"]}), json!(7)] {
            assert_eq!(read(&bad), None, "{bad}");
        }
    }

    #[test]
    fn titles_are_the_same_whatever_happens_to_their_white_space() {
        assert!(same_title(" Knives  and\tforks ", "Knives and forks"));
        assert!(!same_title("knives", "Knives"));
    }
}
