//! Caps over 24 hours: posts of a creator, drafts waiting, and makers of an app that is not audited. Refusals carry 403 here;
//! creator_info says the same codes with HTTP 200.

use std::collections::HashSet;

use chrono::TimeDelta;

use super::errors::{Answer, Refusal};
use super::post::{Post, PostKind};
use super::state::Tiktok;
use crate::faults::Kind;
use crate::steps::Platform;
use crate::world::App;

const POSTS: usize = 15;
const DRAFTS: usize = 5;
const UNAUDITED_MAKERS: usize = 5;

/// Whether this creator may post directly now.
pub(crate) fn may_post(app: &App, tiktok: &Tiktok, account: &str) -> Answer<()> {
    let ordered = |kind| app.faults.take(Platform::Tiktok, kind).is_some();
    if ordered(Kind::BannedFromPosting) {
        return Err(Refusal::forbidden("spam_risk_user_banned_from_posting"));
    }
    let posts = recent(app, tiktok).filter(|post| post.account == account && post.kind != PostKind::Draft).count();
    if posts >= POSTS || ordered(Kind::TooManyPosts) {
        return Err(Refusal::forbidden("spam_risk_too_many_posts"));
    }
    may_be_active(app, tiktok, account)
}

/// Whether another draft may be sent to this creator's inbox now.
pub(crate) fn may_send_draft(app: &App, tiktok: &Tiktok, account: &str) -> Answer<()> {
    let waiting = recent(app, tiktok)
        .filter(|post| post.account == account && post.kind == PostKind::Draft && !post.draft_finished);
    if waiting.count() >= DRAFTS || app.faults.take(Platform::Tiktok, Kind::TooManyDrafts).is_some() {
        return Err(Refusal::forbidden("spam_risk_too_many_pending_share"));
    }
    may_be_active(app, tiktok, account)
}

fn may_be_active(app: &App, tiktok: &Tiktok, account: &str) -> Answer<()> {
    let active: HashSet<_> = recent(app, tiktok).map(|post| post.account).collect();
    let full = app.options.unaudited && active.len() >= UNAUDITED_MAKERS && !active.contains(account);
    if full || app.faults.take(Platform::Tiktok, Kind::ActiveUserCap).is_some() {
        return Err(Refusal::forbidden("reached_active_user_cap"));
    }
    Ok(())
}

fn recent<'a>(app: &App, tiktok: &'a Tiktok) -> impl Iterator<Item = &'a Post> {
    let since = app.now() - TimeDelta::hours(24);
    tiktok.posts.iter().filter(move |post| post.created > since)
}
