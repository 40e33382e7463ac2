//! What pretend YouTube remembers.

use std::collections::HashMap;

use serde_json::Value;

use super::accounts::ACCOUNTS;
use super::metadata::Metadata;
use super::quota::Ledger;
use super::video::{Image, Video};
use crate::clock::Moment;
use crate::grants::Grants;
use crate::hash::RewindableHash;

pub(crate) struct Youtube {
    pub(crate) grants: Grants,
    pub(crate) ledger: Ledger,
    pub(crate) sessions: HashMap<String, Session>,
    pub(crate) videos: Vec<Video>,
    pub(crate) captions: Vec<Caption>,
    pub(crate) playlists: Vec<Playlist>,
    /// Account and time of every accepted upload, for the channel's own daily cap.
    pub(crate) uploads: Vec<(&'static str, Moment)>,
}

/// An upload that was opened.
pub(crate) struct Session {
    pub(crate) account: &'static str,
    pub(crate) target: Target,
    /// What `part` named when it was opened; the final answer has these.
    pub(crate) part: String,
    pub(crate) total: Option<u64>,
    pub(crate) hash: RewindableHash,
    /// The beginning of the bytes, kept for thumbnails only.
    pub(crate) head: Vec<u8>,
    /// Raised by every request that sends bytes; an older request that is still arriving has lost its right to store.
    pub(crate) lease: u64,
    pub(crate) opened: Moment,
    /// The final answer, repeated to whoever asks again.
    pub(crate) finished: Option<Value>,
}

#[derive(Clone)]
pub(crate) enum Target {
    Video(Box<Metadata>),
    Caption { video_id: String, language: String, name: String, draft: bool },
    Thumbnail { video_id: String },
}

pub(crate) struct Caption {
    pub(crate) id: String,
    pub(crate) account: &'static str,
    pub(crate) video_id: String,
    pub(crate) language: String,
    pub(crate) name: String,
    pub(crate) draft: bool,
    pub(crate) bytes: u64,
    pub(crate) updated: Moment,
}

pub(crate) struct Playlist {
    pub(crate) id: String,
    pub(crate) account: &'static str,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) privacy: String,
    pub(crate) created: Moment,
    /// Item id, video id, time added.
    pub(crate) items: Vec<(String, String, Moment)>,
}

impl Youtube {
    pub(crate) fn new(now: Moment) -> Self {
        let playlists = ACCOUNTS.iter().filter_map(|account| {
            let channel = account.channel.as_ref()?;
            Some(Playlist {
                id: channel.playlist.to_owned(),
                account: account.id,
                title: format!("{}: all videos", channel.title),
                description: String::new(),
                privacy: "public".to_owned(),
                created: now,
                items: vec![],
            })
        });
        Self {
            grants: Grants::default(),
            ledger: Ledger::default(),
            sessions: HashMap::new(),
            videos: vec![],
            captions: vec![],
            playlists: playlists.collect(),
            uploads: vec![],
        }
    }

    pub(crate) fn video(&self, id: &str) -> Option<&Video> {
        self.videos.iter().find(|video| video.id == id)
    }

    pub(crate) fn video_mut(&mut self, id: &str) -> Option<&mut Video> {
        self.videos.iter_mut().find(|video| video.id == id)
    }

    pub(crate) fn set_thumbnail(&mut self, id: &str, image: Image, now: Moment) {
        if let Some(video) = self.video_mut(id) {
            // YouTube: on a Short whose processing has not finished the call may be ignored, with a 200.
            let ignored = video.short && video.stage(now) == super::video::Stage::Processing;
            if !ignored {
                video.thumbnail = Some(image);
            }
        }
    }
}
