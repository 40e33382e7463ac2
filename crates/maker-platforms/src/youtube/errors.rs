//! What each of YouTube's errors means for an upload or a step. The reason decides first, the status second: YouTube says
//! "no channel" with 401 and "daily cap" with 400.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::delivery::Wait;
use maker_domain::quota::youtube_quota_reset;
use maker_domain::reason::{Reason, ReasonCode};

use crate::answer::Answer;
use crate::{ApiError, json, words};

/// The next step a reason leads to.
#[derive(Clone, Copy)]
enum Class {
    Refresh,
    Refuse(ReasonCode),
    NextQuotaDay,
    NextDay,
    Later,
}

/// `errors[0].reason` of the Data API. Every other reason that begins with `invalid` is about the post's details.
const REASONS: &[(&str, Class)] = &[
    ("authError", Class::Refresh),
    ("youtubeSignupRequired", Class::Refuse(ReasonCode::NoChannel)),
    ("insufficientPermissions", Class::Refuse(ReasonCode::MissingScope)),
    ("forbidden", Class::Refuse(ReasonCode::AccountRefused)),
    ("authenticatedUserAccountSuspended", Class::Refuse(ReasonCode::AccountRefused)),
    ("authenticatedUserAccountClosed", Class::Refuse(ReasonCode::AccountRefused)),
    ("mediaBodyRequired", Class::Refuse(ReasonCode::ProcessingRefused)),
    ("defaultLanguageNotSet", Class::Refuse(ReasonCode::DetailsRefused)),
    ("forbiddenPrivacySetting", Class::Refuse(ReasonCode::DetailsRefused)),
    ("forbiddenLicenseSetting", Class::Refuse(ReasonCode::DetailsRefused)),
    ("quotaExceeded", Class::NextQuotaDay),
    ("dailyLimitExceeded", Class::NextQuotaDay),
    ("uploadLimitExceeded", Class::NextDay),
    ("rateLimitExceeded", Class::Later),
    ("userRateLimitExceeded", Class::Later),
    ("backendError", Class::Later),
    ("internalError", Class::Later),
];

/// What is meant otherwise where a picture, captions or a playlist are sent (YouTube: errors of thumbnails.set,
/// captions.insert, playlists.insert and playlistItems.insert).
const STEP_REASONS: &[(&str, Class)] = &[
    ("mediaBodyRequired", Class::Refuse(ReasonCode::DetailsRefused)),
    ("uploadRateLimitExceeded", Class::Later),
    ("contentRequired", Class::Refuse(ReasonCode::DetailsRefused)),
    ("nameTooLong", Class::Refuse(ReasonCode::DetailsRefused)),
    ("captionExists", Class::Refuse(ReasonCode::DetailsRefused)),
    ("playlistTitleRequired", Class::Refuse(ReasonCode::DetailsRefused)),
    ("maxPlaylistExceeded", Class::Refuse(ReasonCode::DetailsRefused)),
    ("playlistForbidden", Class::Refuse(ReasonCode::DetailsRefused)),
    ("playlistNotFound", Class::Refuse(ReasonCode::DetailsRefused)),
    ("playlistItemsNotAccessible", Class::Refuse(ReasonCode::DetailsRefused)),
    ("playlistOperationUnsupported", Class::Refuse(ReasonCode::DetailsRefused)),
    ("playlistContainsMaximumNumberOfVideos", Class::Refuse(ReasonCode::DetailsRefused)),
    // What two changes of one playlist at the same moment get: "The operation was aborted."
    ("SERVICE_UNAVAILABLE", Class::Later),
];

/// Names what an answer that is no success means for an upload.
pub(super) fn of(answer: &Answer, now: DateTime<Utc>) -> ApiError {
    read(answer, &[], now)
}

/// The same for a follow-up step.
pub(super) fn of_step(answer: &Answer, now: DateTime<Utc>) -> ApiError {
    if answer.status.as_u16() == 413 {
        let reason = Reason::with_words(ReasonCode::DetailsRefused, "The file is too large.");
        return ApiError::Refused { reason };
    }
    read(answer, STEP_REASONS, now)
}

/// The reason YouTube names; empty when it names none.
pub(super) fn reason(answer: &Answer) -> String {
    json::id(&answer.json(), "/error/errors/0/reason").unwrap_or_default()
}

fn read(answer: &Answer, own: &[(&str, Class)], now: DateTime<Utc>) -> ApiError {
    let body = answer.json();
    let reason = json::text(&body, "/error/errors/0/reason").unwrap_or_default();
    let message = json::text(&body, "/error/errors/0/message").or_else(|| json::text(&body, "/error/message"));
    let refuse = |code| {
        let words = words::code_and_message(reason, message.unwrap_or_default());
        ApiError::Refused { reason: Reason::with_words(code, &words) }
    };
    match class(reason, own, answer.status.as_u16()) {
        Some(Class::Refresh) => ApiError::TokenRejected,
        Some(Class::Refuse(code)) => refuse(code),
        Some(Class::NextQuotaDay) => ApiError::NotBefore { why: Wait::Quota, until: youtube_quota_reset(now) },
        Some(Class::NextDay) => ApiError::NotBefore { why: Wait::AccountLimit, until: now + TimeDelta::hours(24) },
        Some(Class::Later) => answer.busy(now),
        None => match answer.error_by_status(now) {
            ApiError::Refused { reason: by_status } if reason.is_empty() && message.is_none() => {
                ApiError::Refused { reason: by_status }
            }
            ApiError::Refused { .. } => refuse(ReasonCode::RefusedByPlatform),
            other => other,
        },
    }
}

fn class(reason: &str, own: &[(&str, Class)], status: u16) -> Option<Class> {
    let known = own.iter().chain(REASONS).find(|(name, _)| *name == reason).map(|(_, class)| *class);
    let about_details = reason.starts_with("invalid") && matches!(status, 400 | 403);
    known.or_else(|| about_details.then_some(Class::Refuse(ReasonCode::DetailsRefused)))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use proptest::prelude::*;
    use reqwest::StatusCode;
    use reqwest::header::HeaderMap;
    use serde_json::json;

    use super::*;

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
    }

    fn answer(status: u16, body: impl Into<Vec<u8>>) -> Answer {
        Answer { status: StatusCode::from_u16(status).unwrap(), headers: HeaderMap::new(), body: body.into() }
    }

    fn with_reason(status: u16, reason: &str) -> Answer {
        let item = json!({"message": "See <b>this</b>.", "domain": "youtube", "reason": reason});
        answer(status, json!({"error": {"code": status, "message": "m", "errors": [item]}}).to_string())
    }

    fn refused(code: ReasonCode, reason: &str) -> ApiError {
        ApiError::Refused { reason: Reason::with_words(code, &format!("{reason}: See this.")) }
    }

    #[test]
    fn every_reason_leads_to_its_own_next_step() {
        use ReasonCode as R;
        let quota =
            ApiError::NotBefore { why: Wait::Quota, until: Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap() };
        let cap = ApiError::NotBefore { why: Wait::AccountLimit, until: noon() + TimeDelta::hours(24) };
        let busy = ApiError::Busy { retry_after: None };
        let cases = [
            (401, "authError", ApiError::TokenRejected),
            (401, "youtubeSignupRequired", refused(R::NoChannel, "youtubeSignupRequired")),
            (403, "insufficientPermissions", refused(R::MissingScope, "insufficientPermissions")),
            (403, "forbidden", refused(R::AccountRefused, "forbidden")),
            (403, "quotaExceeded", quota.clone()),
            (403, "dailyLimitExceeded", quota),
            (400, "uploadLimitExceeded", cap),
            (403, "rateLimitExceeded", busy.clone()),
            (429, "userRateLimitExceeded", busy.clone()),
            (503, "backendError", busy.clone()),
            (400, "invalidTitle", refused(R::DetailsRefused, "invalidTitle")),
            (400, "invalidSomethingOfTomorrow", refused(R::DetailsRefused, "invalidSomethingOfTomorrow")),
            (403, "forbiddenPrivacySetting", refused(R::DetailsRefused, "forbiddenPrivacySetting")),
            (400, "mediaBodyRequired", refused(R::ProcessingRefused, "mediaBodyRequired")),
            (400, "badRequest", refused(R::RefusedByPlatform, "badRequest")),
            (401, "invalidCredentials", ApiError::TokenRejected),
            (500, "somethingElse", busy),
        ];
        for (status, reason, expected) in cases {
            assert_eq!(of(&with_reason(status, reason), noon()), expected, "{status} {reason}");
        }
    }

    #[test]
    fn the_platforms_words_are_kept_without_their_html_and_at_most_five_hundred_characters() {
        let long = "<p>é</p>".repeat(2_000);
        let body = json!({"error": {"message": long, "errors": [{"reason": "invalidTitle", "message": long}]}});
        let ApiError::Refused { reason } = of(&answer(400, body.to_string()), noon()) else { panic!("not refused") };
        let words = reason.platform_words.unwrap();
        assert!(words.starts_with("invalidTitle: éé") && words.chars().count() <= 500, "{words}");
    }

    proptest! {
        #[test]
        fn any_answer_is_an_error_and_no_panic(status in 100_u16..=999, body: Vec<u8>, reason in "\\PC{0,30}") {
            of(&answer(status, body), noon());
            of(&with_reason(status, &reason), noon());
        }
    }
}
