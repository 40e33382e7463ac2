//! The JSON of a video resource, and the admin's list of uploads.

use serde_json::{Value, json};

use super::accounts::{Account, account};
use super::state::{Session, Target, Youtube};
use super::video::{Stage, Video};
use crate::clock::{Moment, seconds_stamp, stamp};

/// The full resource as its owner sees it; callers select the parts that were asked for.
pub(crate) fn full(video: &Video, origin: &str, now: Moment) -> Value {
    let mut resource = json!({
        "kind": "youtube#video",
        "etag": format!("sim-{}", &video.sha256[..16.min(video.sha256.len())]),
        "id": video.id,
        "snippet": snippet(video, origin, now),
        "status": status(video, now),
        "contentDetails": {
            "duration": if video.seconds(now) == 0 { "P0D".to_owned() } else { duration(video.seconds(now)) },
            "dimension": "2d", "definition": "hd", "caption": "false", "licensedContent": false, "projection": "rectangular",
        },
        "statistics": statistics(video, now),
        "processingDetails": processing(video, now),
        "player": {"embedHtml": format!("<iframe width=\"480\" height=\"270\" src=\"{origin}/watch?v={}\"></iframe>", video.id)},
        "localizations": video.metadata.localizations,
    });
    if let Some(recording) = &video.metadata.recording {
        resource["recordingDetails"] = recording.clone();
    }
    resource
}

fn snippet(video: &Video, origin: &str, now: Moment) -> Value {
    let channel = account(video.account).and_then(|account| account.channel.as_ref());
    let metadata = &video.metadata;
    let mut snippet = json!({
        "publishedAt": seconds_stamp(metadata.publish_at.filter(|at| *at <= now).unwrap_or(video.created)),
        "channelId": channel.map(|channel| channel.id),
        "channelTitle": channel.map(|channel| channel.title),
        "title": metadata.title,
        "description": metadata.description,
        "thumbnails": thumbnails(&video.id, origin),
        "categoryId": metadata.category,
        "liveBroadcastContent": "none",
        "localized": {"title": metadata.title, "description": metadata.description},
    });
    if !metadata.tags.is_empty() {
        snippet["tags"] = json!(metadata.tags);
    }
    if let Some(language) = &metadata.default_language {
        snippet["defaultLanguage"] = json!(language);
    }
    if let Some(language) = &metadata.default_audio_language {
        snippet["defaultAudioLanguage"] = json!(language);
    }
    snippet
}

/// Addresses that answer with a picture.
pub(crate) fn thumbnails(id: &str, origin: &str) -> Value {
    let size = |file: &str, width: u32, height: u32| json!({"url": format!("{origin}/vi/{id}/{file}"), "width": width, "height": height});
    json!({
        "default": size("default.jpg", 120, 90),
        "medium": size("mqdefault.jpg", 320, 180),
        "high": size("hqdefault.jpg", 480, 360),
    })
}

fn status(video: &Video, now: Moment) -> Value {
    let metadata = &video.metadata;
    let mut status = json!({
        "uploadStatus": match video.stage(now) {
            Stage::Processing => "uploaded",
            Stage::Processed => "processed",
            Stage::Failed => "failed",
            Stage::Rejected => "rejected",
        },
        "privacyStatus": video.privacy(now),
        "license": metadata.license,
        "embeddable": metadata.embeddable,
        "publicStatsViewable": metadata.stats_viewable,
        "madeForKids": metadata.made_for_kids.unwrap_or(false),
    });
    if let Some(declared) = metadata.made_for_kids {
        status["selfDeclaredMadeForKids"] = json!(declared);
    }
    if let Some(synthetic) = metadata.synthetic {
        status["containsSyntheticMedia"] = json!(synthetic);
    }
    if let Some(at) = metadata.publish_at.filter(|at| *at > now) {
        status["publishAt"] = json!(seconds_stamp(at));
    }
    match video.stage(now) {
        Stage::Failed => status["failureReason"] = json!(video.failure),
        Stage::Rejected => status["rejectionReason"] = json!(video.failure),
        Stage::Processing | Stage::Processed => {}
    }
    status
}

/// Counters are strings.
pub(crate) fn statistics(video: &Video, now: Moment) -> Value {
    json!({
        "viewCount": video.views(now).to_string(),
        "likeCount": video.likes(now).to_string(),
        "favoriteCount": "0",
        "commentCount": video.comments(now).to_string(),
    })
}

fn processing(video: &Video, now: Moment) -> Value {
    let mut details = json!({
        "processingStatus": match video.stage(now) {
            Stage::Processing => "processing",
            Stage::Processed => "succeeded",
            Stage::Failed => "failed",
            Stage::Rejected => "terminated",
        },
        "fileDetailsAvailability": "available",
        "processingIssuesAvailability": "available",
        "thumbnailsAvailability": "available",
    });
    match video.stage(now) {
        Stage::Processing => {
            let whole = (video.ready - video.created).num_milliseconds().max(1);
            let left = (video.ready - now).num_milliseconds().max(0);
            let done = ((whole - left) * 100 / whole).clamp(0, 100);
            details["processingProgress"] =
                json!({"partsTotal": "100", "partsProcessed": done.to_string(), "timeLeftMs": left.to_string()});
        }
        Stage::Failed => details["processingFailureReason"] = json!("transcodeFailed"),
        Stage::Processed | Stage::Rejected => {}
    }
    details
}

pub(crate) fn duration(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let part = |value: u64, unit: &str| if value == 0 { String::new() } else { format!("{value}{unit}") };
    format!("PT{}{}{}", part(hours, "H"), part(minutes, "M"), part(rest, "S"))
}

pub(crate) fn channel(owner: &Account, origin: &str, videos: usize, views: u64) -> Option<Value> {
    let channel = owner.channel.as_ref()?;
    let avatar = json!({"url": format!("{origin}/avatar/{}", owner.id), "width": 88, "height": 88});
    Some(json!({
        "kind": "youtube#channel",
        "etag": format!("sim-{}", channel.id),
        "id": channel.id,
        "snippet": {
            "title": channel.title, "description": "", "customUrl": channel.handle,
            "publishedAt": "2024-05-01T09:00:00Z", "thumbnails": {"default": avatar.clone(), "medium": avatar.clone(), "high": avatar},
            "localized": {"title": channel.title, "description": ""},
        },
        "statistics": {
            "viewCount": views.to_string(), "subscriberCount": channel.subscribers.to_string(),
            "hiddenSubscriberCount": false, "videoCount": videos.to_string(),
        },
        "contentDetails": {"relatedPlaylists": {"likes": "", "uploads": channel.playlist}},
        "status": {
            "privacyStatus": "public", "isLinked": true,
            "longUploadsStatus": if owner.phone_verified { "allowed" } else { "eligible" }, "madeForKids": false,
        },
    }))
}

/// Sessions that are still open, then videos, as the admin interface shows them.
pub(crate) fn admin_uploads(youtube: &Youtube, origin: &str, now: Moment) -> Vec<Value> {
    let mut open: Vec<&Session> = youtube.sessions.values().filter(|session| session.finished.is_none()).collect();
    open.sort_by_key(|session| session.opened);
    let open = open.into_iter().filter_map(|session| {
        let Target::Video(metadata) = &session.target else { return None };
        Some(json!({
            "platform": "youtube", "id": null, "url": null, "bytes": session.hash.sure_bytes(), "total_bytes": session.total,
            "sha256": session.hash.hex(), "title": metadata.title, "state": "uploading", "privacy": metadata.privacy,
            "account": session.account, "created_at": stamp(session.opened),
        }))
    });
    let videos = youtube.videos.iter().map(|video| {
        let state = match video.stage(now) {
            Stage::Processing => "processing",
            Stage::Processed => "published",
            Stage::Failed | Stage::Rejected => "failed",
        };
        json!({
            "platform": "youtube", "id": video.id, "url": format!("{origin}/watch?v={}", video.id), "bytes": video.bytes,
            "total_bytes": video.bytes, "sha256": video.sha256, "title": video.metadata.title, "state": state,
            "privacy": video.privacy(now), "account": video.account, "created_at": stamp(video.created),
            "has_thumbnail": video.thumbnail.is_some(),
            "captions": youtube.captions.iter().filter(|caption| caption.video_id == video.id).map(|caption| &caption.language).collect::<Vec<_>>(),
            "playlists": youtube.playlists.iter().filter(|list| list.items.iter().any(|item| item.1 == video.id)).map(|list| &list.id).collect::<Vec<_>>(),
        })
    });
    videos.chain(open).collect()
}
