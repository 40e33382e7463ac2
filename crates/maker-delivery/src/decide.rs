//! What follows from an error: a pure function with a table of tests. Nothing here acts.

use std::time::Duration;

use chrono::{DateTime, Utc};
use maker_domain::delivery::{DeliveryState, Wait};
use maker_domain::reason::{Reason, ReasonCode};
use maker_platforms::ApiError;

use crate::access::{AccessError, SealError};
use crate::backoff;

/// What went wrong in a step.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The platform's answer, or its absence.
    Api(ApiError),
    /// No token.
    Access(AccessError),
    /// No seal.
    Seal(SealError),
    /// The file is not what it was.
    File(ReasonCode),
    /// At this line's speed the platform's time limit would end the upload before it is through.
    TooSlow,
    /// It came out of a backup, and nobody can tell whether it was published since.
    Restored,
}

impl From<ApiError> for Trouble {
    fn from(error: ApiError) -> Self {
        Self::Api(error)
    }
}

impl From<AccessError> for Trouble {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl From<SealError> for Trouble {
    fn from(error: SealError) -> Self {
        Self::Seal(error)
    }
}

/// What to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Rest in `state` and try again after `pause`.
    TryAgain {
        /// The state to rest in.
        state: DeliveryState,
        /// How long.
        pause: Duration,
    },
    /// The network is gone: rest in `state` and look again after `pause`. Nothing was sent, so nothing has failed.
    AwaitNetwork {
        /// The state to rest in.
        state: DeliveryState,
        /// How long.
        pause: Duration,
    },
    /// Rest in `state` until a known time.
    WaitUntil {
        /// The state to rest in.
        state: DeliveryState,
        /// Until then.
        until: DateTime<Utc>,
    },
    /// The session is gone: open another.
    StartOver,
    /// Stop in `state`: the maker mends it, or it is final.
    Stop(DeliveryState),
}

/// What is known of the attempt that met the trouble.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempt {
    /// Failures in a row without progress, this one not counted.
    pub(crate) failures: u32,
    /// Sessions that were gone for this delivery, this one not counted.
    pub(crate) lost_sessions: u32,
    /// The last byte has left, so the video may be live: rest as unconfirmed, never as waiting.
    pub(crate) unconfirmed: bool,
    /// The last byte has left in this session once, whatever was told since.
    pub(crate) sent_all: bool,
    /// Uniform in 0..1.
    pub(crate) chance: f64,
}

/// Sessions that may be gone before we stop opening new ones.
const SESSIONS: u32 = 3;

/// What follows from `trouble` while bytes are being sent or a session is being opened or asked.
pub(crate) fn while_sending(trouble: &Trouble, attempt: Attempt) -> Verdict {
    let rest = |why, until| {
        if attempt.unconfirmed { DeliveryState::Unconfirmed } else { DeliveryState::Waiting { why, until } }
    };
    let again = |why, floor| Verdict::TryAgain {
        state: rest(why, None),
        pause: backoff::pause(attempt.failures, attempt.chance, floor),
    };
    let stop = |reason| Verdict::Stop(DeliveryState::stopped(reason));
    match trouble {
        Trouble::Api(ApiError::Network { offline: true }) | Trouble::Access(AccessError::Later { offline: true }) => {
            Verdict::AwaitNetwork { state: rest(Wait::Network, None), pause: backoff::offline(attempt.chance) }
        }
        Trouble::Api(ApiError::Network { .. }) | Trouble::Access(AccessError::Later { .. }) => {
            again(Wait::Network, None)
        }
        Trouble::Api(ApiError::Busy { retry_after }) => again(Wait::Platform, *retry_after),
        Trouble::Api(ApiError::NotBefore { why, until }) => {
            Verdict::WaitUntil { state: rest(*why, Some(*until)), until: *until }
        }
        // A copy of the last part may have arrived after the platform said that it had not, and made the video.
        Trouble::Api(ApiError::SessionGone) | Trouble::Seal(SealError::Broken) if attempt.sent_all => {
            stop(Reason::new(ReasonCode::CannotTell))
        }
        Trouble::Api(ApiError::SessionGone) | Trouble::Seal(SealError::Broken) if attempt.lost_sessions < SESSIONS => {
            Verdict::StartOver
        }
        Trouble::Api(ApiError::SessionGone) | Trouble::Seal(SealError::Broken) => {
            stop(Reason::new(ReasonCode::SessionLost))
        }
        // A fresh token was refused too: only the maker can help.
        Trouble::Api(ApiError::TokenRejected) => stop(Reason::new(ReasonCode::SignInAgain)),
        Trouble::Api(ApiError::Refused { reason }) => stop(reason.clone()),
        // An odd answer to the last byte says nothing about the video: keep asking.
        Trouble::Api(ApiError::Odd { .. }) if attempt.unconfirmed => again(Wait::Platform, None),
        Trouble::Api(ApiError::Odd { what }) => stop(Reason::noted(ReasonCode::OddAnswer, what)),
        Trouble::Access(AccessError::NeedsMaker(code)) | Trouble::Seal(SealError::Key(code)) | Trouble::File(code) => {
            stop(Reason::new(*code))
        }
        Trouble::TooSlow => stop(Reason::new(ReasonCode::WindowTooShort)),
        Trouble::Restored => stop(Reason::new(ReasonCode::Restored)),
    }
}

/// What follows from `trouble` once the platform has every byte. Nothing but the platform's own word about the video
/// ends a delivery here: the video may be live. `state` is where the delivery stands.
pub(crate) fn while_following(trouble: &Trouble, state: &DeliveryState, attempt: Attempt) -> Verdict {
    let again = |floor| Verdict::TryAgain {
        state: state.clone(),
        pause: backoff::pause(attempt.failures, attempt.chance, floor),
    };
    match trouble {
        Trouble::Api(ApiError::Network { offline: true }) | Trouble::Access(AccessError::Later { offline: true }) => {
            Verdict::AwaitNetwork { state: state.clone(), pause: backoff::offline(attempt.chance) }
        }
        Trouble::Api(ApiError::NotBefore { until, .. }) => Verdict::WaitUntil { state: state.clone(), until: *until },
        Trouble::Api(ApiError::Busy { retry_after }) => again(*retry_after),
        Trouble::Access(AccessError::NeedsMaker(code)) | Trouble::Seal(SealError::Key(code)) => {
            Verdict::Stop(DeliveryState::NeedsAttention { reason: Reason::new(*code) })
        }
        Trouble::Api(ApiError::TokenRejected) => {
            Verdict::Stop(DeliveryState::NeedsAttention { reason: Reason::new(ReasonCode::SignInAgain) })
        }
        Trouble::Api(
            ApiError::Network { .. } | ApiError::SessionGone | ApiError::Refused { .. } | ApiError::Odd { .. },
        )
        | Trouble::Access(AccessError::Later { .. })
        | Trouble::Seal(SealError::Broken)
        | Trouble::File(_)
        | Trouble::TooSlow
        | Trouble::Restored => again(None),
    }
}

#[cfg(test)]
mod tests {
    use maker_domain::delivery::{Stage, StateName};

    use super::*;

    const FRESH: Attempt = Attempt { failures: 0, lost_sessions: 0, unconfirmed: false, sent_all: false, chance: 1.0 };

    fn state_after(trouble: Trouble, attempt: Attempt) -> StateName {
        match while_sending(&trouble, attempt) {
            Verdict::TryAgain { state, .. }
            | Verdict::AwaitNetwork { state, .. }
            | Verdict::WaitUntil { state, .. }
            | Verdict::Stop(state) => state.name(),
            Verdict::StartOver => StateName::Preparing,
        }
    }

    #[test]
    fn network_loss_waits_and_never_fails_however_often() {
        for failures in [0, 10, 100_000] {
            let attempt = Attempt { failures, ..FRESH };
            assert_eq!(state_after(ApiError::Network { offline: true }.into(), attempt), StateName::Waiting);
        }
    }

    #[test]
    fn a_network_that_is_gone_is_looked_for_steadily_and_uses_up_no_tries() {
        let (gone, state) =
            (ApiError::Network { offline: true }.into(), DeliveryState::Processing { stage: Stage::Working });
        for failures in [0, 100_000] {
            let attempt = Attempt { failures, ..FRESH };
            for verdict in [while_sending(&gone, attempt), while_following(&gone, &state, attempt)] {
                let Verdict::AwaitNetwork { pause, .. } = verdict else { panic!("{verdict:?}") };
                assert!(pause <= Duration::from_secs(10), "{pause:?}: it would not be noticed when it is back");
            }
        }
    }

    #[test]
    fn f4_after_the_last_byte_every_unclear_end_is_unconfirmed() {
        let attempt = Attempt { unconfirmed: true, ..FRESH };
        let unclear: [Trouble; 4] = [
            ApiError::Network { offline: false }.into(),
            ApiError::Busy { retry_after: None }.into(),
            ApiError::Odd { what: "x" }.into(),
            AccessError::Later { offline: true }.into(),
        ];
        for trouble in unclear {
            assert_eq!(state_after(trouble, attempt), StateName::Unconfirmed);
        }
    }

    #[test]
    fn f9_a_session_is_opened_anew_three_times_and_then_the_maker_is_told() {
        for lost_sessions in 0..3 {
            let verdict = while_sending(&ApiError::SessionGone.into(), Attempt { lost_sessions, ..FRESH });
            assert_eq!(verdict, Verdict::StartOver);
        }
        let verdict = while_sending(&ApiError::SessionGone.into(), Attempt { lost_sessions: 3, ..FRESH });
        assert_eq!(verdict, Verdict::Stop(DeliveryState::stopped(Reason::new(ReasonCode::SessionLost))));
    }

    #[test]
    fn f9_a_session_that_is_lost_after_its_last_byte_left_is_never_opened_anew_by_itself() {
        for trouble in [ApiError::SessionGone.into(), Trouble::from(SealError::Broken)] {
            let verdict = while_sending(&trouble, Attempt { sent_all: true, ..FRESH });
            assert_eq!(
                verdict,
                Verdict::Stop(DeliveryState::stopped(Reason::new(ReasonCode::CannotTell))),
                "{trouble:?}"
            );
        }
    }

    #[test]
    fn f12_a_limit_with_a_known_end_is_waited_out_without_a_retry() {
        let until = DateTime::from_timestamp_millis(1_000).unwrap();
        let verdict = while_sending(&ApiError::NotBefore { why: Wait::Quota, until }.into(), FRESH);
        let state = DeliveryState::Waiting { why: Wait::Quota, until: Some(until) };
        assert_eq!(verdict, Verdict::WaitUntil { state, until });
    }

    #[test]
    fn f11_a_refused_refresh_asks_the_maker_to_sign_in() {
        let trouble = AccessError::NeedsMaker(ReasonCode::SignInAgain).into();
        assert_eq!(state_after(trouble, FRESH), StateName::NeedsAttention);
    }

    #[test]
    fn once_every_byte_is_there_no_trouble_calls_it_failed() {
        let state = DeliveryState::Processing { stage: Stage::Working };
        let troubles: [Trouble; 6] = [
            ApiError::Network { offline: true }.into(),
            ApiError::Refused { reason: Reason::new(ReasonCode::RefusedByPlatform) }.into(),
            ApiError::Odd { what: "x" }.into(),
            ApiError::SessionGone.into(),
            ApiError::TokenRejected.into(),
            AccessError::NeedsMaker(ReasonCode::SignInAgain).into(),
        ];
        for trouble in troubles {
            let verdict = while_following(&trouble, &state, FRESH);
            assert!(
                !matches!(verdict, Verdict::Stop(DeliveryState::Failed { .. }) | Verdict::StartOver),
                "{trouble:?}"
            );
        }
    }
}
