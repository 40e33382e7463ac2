//! What is done for a video once YouTube has it: which right each step needs, and what they have in common.
//!
//! `thumbnails`, `captions`, `playlists` and `playlist_items` are the calls themselves. Only a thumbnail may be sent twice
//! (it replaces itself); for the others every try after the first looks before it acts.

use chrono::{DateTime, Utc};
use maker_domain::followup::StepKind;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use serde_json::Value;

use super::{Youtube, errors, is_id};
use crate::answer::Answer;
use crate::{ApiError, StepWork, json};

const PICTURE_SCOPES: &[&str] = &["https://www.googleapis.com/auth/youtube.upload"];
const MANAGE_SCOPES: &[&str] = &["https://www.googleapis.com/auth/youtube.force-ssl"];

/// `captions.insert` takes nothing less than `youtube.force-ssl`; playlists take it too, so one more consent does for
/// both.
pub(super) const fn scopes(kind: StepKind) -> &'static [&'static str] {
    match kind {
        StepKind::Thumbnail => PICTURE_SCOPES,
        StepKind::Captions | StepKind::Playlist => MANAGE_SCOPES,
    }
}

/// YouTube (thumbnails.set, 3 November 2026): for a Short only when its processing has succeeded, otherwise the call may be
/// answered 200 and ignored. Whether a video is a Short is YouTube's own decision, so every thumbnail waits.
pub(super) const fn waits_for_processing(kind: StepKind) -> bool {
    match kind {
        StepKind::Thumbnail => true,
        StepKind::Captions | StepKind::Playlist => false,
    }
}

impl Youtube {
    pub(super) async fn do_one_step(
        &self,
        token: &AccessToken,
        video_id: &str,
        step: &StepWork,
        tried: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        if !is_id(video_id) {
            return Err(ApiError::Odd { what: "a video id that is none" });
        }
        match step {
            StepWork::Thumbnail { image } => self.set_thumbnail(token, video_id, image.clone(), now).await,
            StepWork::Captions { language, name, file } => {
                self.add_captions(token, video_id, (language, name), file.clone(), tried, now).await
            }
            StepWork::Playlist { playlist } => self.add_to_playlist(token, video_id, playlist, tried, now).await,
        }
    }
}

/// The resource in the answer to a change. Without an id in it nothing says that anything was made.
pub(super) fn made(answer: &Answer, now: DateTime<Utc>) -> Result<Value, ApiError> {
    let body = done(answer, now)?;
    json::text(&body, "/id").ok_or(ApiError::Odd { what: "something made that has no id" })?;
    Ok(body)
}

/// The body of an answer that says yes.
pub(super) fn done(answer: &Answer, now: DateTime<Utc>) -> Result<Value, ApiError> {
    let body = answer.json();
    if answer.status.is_success() && body.is_object() { Ok(body) } else { Err(errors::of_step(answer, now)) }
}

/// Whether a change that ended like this may have been made all the same. A pause that the platform asks for is kept, so
/// then nothing is looked up at once.
pub(super) const fn is_unclear(error: &ApiError) -> bool {
    matches!(error, ApiError::Network { offline: false } | ApiError::Busy { retry_after: None })
}

/// The entries of a list of `kind`. Google leaves `items` out of some empty lists; anything else without them is no list
/// at all, and must not be read as "nothing is there".
pub(super) fn items<'a>(list: &'a Value, kind: &str) -> Result<&'a [Value], ApiError> {
    match list.pointer("/items") {
        Some(Value::Array(items)) => Ok(items),
        None if json::text(list, "/kind") == Some(kind) => Ok(&[]),
        _ => Err(ApiError::Odd { what: "a list without entries" }),
    }
}

/// Something about the maker's file or playlist that YouTube would not take, noticed before it was asked.
pub(super) fn refused(what: &str) -> ApiError {
    ApiError::Refused { reason: Reason::noted(ReasonCode::DetailsRefused, what) }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_a_real_list_can_say_that_nothing_is_there() {
        const KIND: &str = "youtube#captionListResponse";
        assert_eq!(items(&json!({"items": []}), KIND), Ok(&[] as &[Value]));
        assert_eq!(items(&json!({"kind": KIND}), KIND), Ok(&[] as &[Value]));
        for odd in [json!({}), json!({"kind": "youtube#video"}), json!({"kind": KIND, "items": {}}), json!([])] {
            assert!(matches!(items(&odd, KIND), Err(ApiError::Odd { .. })), "{odd}");
        }
    }
}
