//! What each of TikTok's codes means for an upload. The code decides; the status only where there is none.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::delivery::Wait;
use maker_domain::reason::{Reason, ReasonCode};

use crate::answer::Answer;
use crate::{ApiError, words};

/// TikTok's rates are per minute and token.
const RATE_PAUSE: Duration = Duration::from_secs(60);

/// The next step a code leads to.
#[derive(Clone, Copy)]
enum Class {
    Refresh,
    Refuse(ReasonCode),
    NextMinute,
    NextDay(Wait),
    Later,
    Gone,
}

/// `error.code` of the posting and display APIs. TikTok spells the one for bad input in two ways.
const CODES: &[(&str, Class)] = &[
    ("access_token_invalid", Class::Refresh),
    ("scope_not_authorized", Class::Refuse(ReasonCode::MissingScope)),
    ("scope_permission_missed", Class::Refuse(ReasonCode::MissingScope)),
    ("rate_limit_exceeded", Class::NextMinute),
    ("internal_error", Class::Later),
    ("invalid_param", Class::Refuse(ReasonCode::DetailsRefused)),
    ("invalid_params", Class::Refuse(ReasonCode::DetailsRefused)),
    ("privacy_level_option_mismatch", Class::Refuse(ReasonCode::PrivacyNotOffered)),
    ("unaudited_client_can_only_post_to_private_accounts", Class::Refuse(ReasonCode::PrivateAccountsOnly)),
    ("spam_risk_user_banned_from_posting", Class::Refuse(ReasonCode::AccountRefused)),
    ("spam_risk_too_many_posts", Class::NextDay(Wait::AccountLimit)),
    ("spam_risk_too_many_pending_share", Class::NextDay(Wait::AccountLimit)),
    // The cap on accounts that post through this app in a day: ours, not the account's.
    ("reached_active_user_cap", Class::NextDay(Wait::Quota)),
    ("invalid_publish_id", Class::Gone),
];

/// `fail_reason` of a post that TikTok took and then gave up.
const FAIL_REASONS: &[(&str, ReasonCode)] = &[
    ("file_format_check_failed", ReasonCode::ProcessingRefused),
    ("duration_check_failed", ReasonCode::ProcessingRefused),
    ("frame_rate_check_failed", ReasonCode::ProcessingRefused),
    ("picture_size_check_failed", ReasonCode::ProcessingRefused),
    ("internal", ReasonCode::PlatformTrouble),
    ("auth_removed", ReasonCode::AccessRemoved),
    ("spam_risk_too_many_posts", ReasonCode::PostingLimit),
    ("spam_risk_user_banned_from_posting", ReasonCode::AccountRefused),
    ("spam_risk_text", ReasonCode::DetailsRefused),
    ("spam_risk", ReasonCode::RejectedByPlatform),
];

/// A failed call: what it means, and TikTok's message, which tells two kinds of bad input apart.
#[derive(Debug)]
pub(super) struct Trouble {
    meaning: ApiError,
    message: String,
}

impl Trouble {
    /// What `code` means, with TikTok's words beside it.
    pub(super) fn named(code: &str, message: &str, answer: &Answer, now: DateTime<Utc>) -> Self {
        let refuse = |reason| {
            let words = words::code_and_message(code, message);
            ApiError::Refused { reason: Reason::with_words(reason, &words) }
        };
        let meaning = match CODES.iter().find(|(name, _)| *name == code).map(|(_, class)| *class) {
            Some(Class::Refresh) => ApiError::TokenRejected,
            Some(Class::Refuse(reason)) => refuse(reason),
            Some(Class::NextMinute) => ApiError::Busy { retry_after: Some(RATE_PAUSE) },
            Some(Class::NextDay(why)) => ApiError::NotBefore { why, until: now + TimeDelta::hours(24) },
            Some(Class::Later) => answer.busy(now),
            Some(Class::Gone) => ApiError::SessionGone,
            None => match answer.error_by_status(now) {
                busy @ (ApiError::Busy { .. } | ApiError::TokenRejected) => busy,
                _ => refuse(ReasonCode::RefusedByPlatform),
            },
        };
        Self { meaning, message: message.to_owned() }
    }

    /// Whether TikTok finds fault with the size of the chunks only, which another plan may mend.
    pub(super) fn is_about_chunk_size(&self) -> bool {
        self.message.to_ascii_lowercase().contains("chunk size is invalid")
    }
}

impl From<ApiError> for Trouble {
    fn from(meaning: ApiError) -> Self {
        Self { meaning, message: String::new() }
    }
}

impl From<Trouble> for ApiError {
    fn from(trouble: Trouble) -> Self {
        trouble.meaning
    }
}

/// Why TikTok gave a post up.
pub(super) fn fail_reason(word: &str) -> Reason {
    let known = FAIL_REASONS.iter().find(|(name, _)| *name == word).map(|(_, code)| *code);
    Reason::with_words(known.unwrap_or(ReasonCode::RefusedByPlatform), &words::plain(word))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;
    use reqwest::StatusCode;
    use reqwest::header::HeaderMap;

    use super::*;

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap()
    }

    fn named(status: u16, code: &str) -> ApiError {
        let status = StatusCode::from_u16(status).unwrap();
        let answer = Answer { status, headers: HeaderMap::new(), body: b"{}".to_vec() };
        Trouble::named(code, "See our guidelines", &answer, noon()).into()
    }

    #[test]
    fn every_code_leads_to_its_own_next_step_whatever_the_status() {
        use ReasonCode as R;
        let tomorrow = noon() + TimeDelta::hours(24);
        let refused = |reason, code: &str| ApiError::Refused {
            reason: Reason::with_words(reason, &format!("{code}: See our guidelines")),
        };
        let until = |why| ApiError::NotBefore { why, until: tomorrow };
        let cases = [
            ("access_token_invalid", ApiError::TokenRejected),
            ("scope_not_authorized", refused(R::MissingScope, "scope_not_authorized")),
            ("rate_limit_exceeded", ApiError::Busy { retry_after: Some(Duration::from_secs(60)) }),
            ("internal_error", ApiError::Busy { retry_after: None }),
            ("invalid_param", refused(R::DetailsRefused, "invalid_param")),
            ("invalid_params", refused(R::DetailsRefused, "invalid_params")),
            ("privacy_level_option_mismatch", refused(R::PrivacyNotOffered, "privacy_level_option_mismatch")),
            ("spam_risk_too_many_posts", until(Wait::AccountLimit)),
            ("spam_risk_too_many_pending_share", until(Wait::AccountLimit)),
            ("reached_active_user_cap", until(Wait::Quota)),
            ("spam_risk_user_banned_from_posting", refused(R::AccountRefused, "spam_risk_user_banned_from_posting")),
            ("invalid_publish_id", ApiError::SessionGone),
            ("url_ownership_unverified", refused(R::RefusedByPlatform, "url_ownership_unverified")),
        ];
        for (code, expected) in cases {
            for status in [200, 400, 403] {
                assert_eq!(named(status, code), expected, "{status} {code}");
            }
        }
        assert_eq!(named(503, "a code of tomorrow"), ApiError::Busy { retry_after: None });
    }

    #[test]
    fn every_fail_reason_has_its_meaning_and_keeps_its_word() {
        use ReasonCode as R;
        let cases = [
            ("frame_rate_check_failed", R::ProcessingRefused),
            ("internal", R::PlatformTrouble),
            ("auth_removed", R::AccessRemoved),
            ("spam_risk_too_many_posts", R::PostingLimit),
            ("a reason of tomorrow", R::RefusedByPlatform),
        ];
        for (word, code) in cases {
            assert_eq!(fail_reason(word), Reason::with_words(code, word));
        }
    }
}
