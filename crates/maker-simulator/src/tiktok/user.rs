//! `user/info`: identity and counts, field by field, each field behind its scope.

use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use super::access::{BASIC, Caller, PROFILE, STATS, authorise};
use super::errors::{Answer, Refusal, answer};
use super::limits::Endpoint;
use super::post::Stage;
use crate::params::Params;
use crate::world::App;

const FIELDS: &[(&str, &str)] = &[
    ("open_id", BASIC),
    ("union_id", BASIC),
    ("avatar_url", BASIC),
    ("avatar_url_100", BASIC),
    ("avatar_large_url", BASIC),
    ("display_name", BASIC),
    ("bio_description", PROFILE),
    ("profile_deep_link", PROFILE),
    ("is_verified", PROFILE),
    ("username", PROFILE),
    ("follower_count", STATS),
    ("following_count", STATS),
    ("likes_count", STATS),
    ("video_count", STATS),
];

pub(crate) async fn info(State(app): State<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let caller = match authorise(&app, &parts, &[BASIC, PROFILE, STATS], Some(Endpoint::UserInfo)) {
        Ok(caller) => caller,
        Err(refusal) => return refusal.into_response(),
    };
    answer(read(&app, &caller, &Params::of_query(&parts)))
}

fn read(app: &App, caller: &Caller, params: &Params) -> Answer<Value> {
    let wanted = params.list("fields");
    if wanted.is_empty() {
        return Err(Refusal::invalid("The fields parameter is missing"));
    }
    let all = everything(app, caller.account);
    let mut user = Map::new();
    for name in wanted {
        let Some((_, scope)) = FIELDS.iter().find(|(field, _)| *field == name) else {
            return Err(Refusal::invalid("A field is unknown"));
        };
        if !caller.scopes.iter().any(|granted| granted == scope) {
            return Err(Refusal::new(400, "scope_permission_missed", "A field needs a scope that was not granted."));
        }
        user.insert(name.clone(), all[&name].clone());
    }
    Ok(json!({"user": user}))
}

fn everything(app: &App, id: &str) -> Value {
    let (tiktok, now) = (app.tiktok(), app.now());
    let Some(account) = tiktok.account(id) else { return Value::Null };
    let avatar = format!("{}/avatar/{id}", app.addresses.tiktok);
    let live: Vec<_> =
        tiktok.posts.iter().filter(|post| post.account == id && post.stage(now) == Stage::Published).collect();
    json!({
        "open_id": account.open_id(),
        "union_id": format!("sim-union-{id}"),
        "avatar_url": avatar, "avatar_url_100": avatar, "avatar_large_url": avatar,
        "display_name": account.nickname,
        "bio_description": "", "is_verified": false,
        "profile_deep_link": format!("{}/@{}", app.addresses.tiktok, account.username),
        "username": account.username,
        "follower_count": 321, "following_count": 45,
        "likes_count": live.iter().map(|post| post.views(now) / 9).sum::<i64>(),
        "video_count": live.len(),
    })
}
