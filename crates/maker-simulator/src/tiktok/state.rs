//! What pretend TikTok remembers.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::accounts::{self, Account};
use super::limits::Limits;
use super::post::{Post, Stage};
use crate::clock::{Moment, stamp};
use crate::grants::Grants;

pub(crate) struct Tiktok {
    pub(crate) grants: Grants,
    pub(crate) accounts: Vec<Account>,
    pub(crate) posts: Vec<Post>,
    pub(crate) limits: Limits,
    /// The options each account was last shown by creator_info.
    pub(crate) shown_options: HashMap<&'static str, Vec<&'static str>>,
    /// Accounts whose creator_info was read since their last accepted init.
    pub(crate) composing: HashSet<&'static str>,
    /// Breaches of TikTok's sharing guidelines that its API does not refuse.
    pub(crate) violations: Vec<Value>,
}

impl Tiktok {
    pub(crate) fn new() -> Self {
        Self {
            grants: Grants::default(),
            accounts: accounts::all(),
            posts: vec![],
            limits: Limits::default(),
            shown_options: HashMap::new(),
            composing: HashSet::new(),
            violations: vec![],
        }
    }

    pub(crate) fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == id)
    }

    pub(crate) fn post_mut(&mut self, publish_id: &str) -> Option<&mut Post> {
        self.posts.iter_mut().find(|post| post.publish_id == publish_id)
    }

    pub(crate) fn violation(&mut self, rule: &str, text: &str, account: &str, publish_id: Option<&str>, now: Moment) {
        self.violations.push(json!({
            "rule": rule, "text": text, "account": account, "publish_id": publish_id, "time": stamp(now),
        }));
    }
}

/// Posts and drafts as the admin interface shows them.
pub(crate) fn admin_uploads(tiktok: &Tiktok, origin: &str, now: Moment) -> Vec<Value> {
    let one = |post: &Post| {
        let stage = post.stage(now);
        let state = match &stage {
            Stage::Uploading => "uploading",
            Stage::Processing => "processing",
            Stage::Published => "published",
            Stage::InInbox => "inbox",
            Stage::Failed(_) => "failed",
        };
        // Here even a post that is visible to nobody has an id and a page; the API never tells them.
        let id = post.arrived.as_ref().filter(|_| stage == Stage::Published).map(|arrival| arrival.post_id.clone());
        let username = tiktok.account(post.account).map_or("", |account| account.username);
        json!({
            "platform": "tiktok", "id": id, "url": id.as_ref().map(|id| format!("{origin}/@{username}/video/{id}")),
            "publish_id": post.publish_id, "bytes": post.stored_bytes(),
            "total_bytes": post.upload.as_ref().map(|upload| upload.plan.video_size),
            "sha256": post.upload.as_ref().map(|upload| upload.hash.hex()), "title": post.title, "state": state,
            "fail_reason": if let Stage::Failed(reason) = &stage { Some(reason) } else { None },
            "privacy": post.privacy, "account": post.account, "created_at": stamp(post.created),
        })
    };
    tiktok.posts.iter().map(one).collect()
}
