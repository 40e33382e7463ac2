//! The delivery state machine: one platform's share of a publication, from waiting to a public address.
//!
//! A state carries what belongs to it. Who moves it is `maker-delivery`; every move is checked against
//! [`DeliveryState::may_become`] and committed before the next network step.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::reason::Reason;

/// Where a delivery stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "state", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryState {
    /// Goes on by itself, once `why` is over.
    Waiting {
        /// What it waits for.
        why: Wait,
        /// When that ends, if known.
        until: Option<DateTime<Utc>>,
    },
    /// Checks the file and opens a session.
    Preparing,
    /// Bytes are on their way.
    Uploading,
    /// The platform has every byte and works on the video.
    Processing {
        /// What the platform is at.
        stage: Stage,
    },
    /// The platform has confirmed the video.
    Published {
        /// The platform's address for it.
        url: String,
        /// False when the platform gives no address for this video itself (a private TikTok post): `url` is then the
        /// account's page.
        exact: bool,
    },
    /// The maker can mend it.
    NeedsAttention {
        /// What, and what to do.
        reason: Reason,
    },
    /// Final; nothing is live.
    Failed {
        /// Why.
        reason: Reason,
    },
    /// Stopped by the maker; goes on when told to.
    Paused,
    /// Given up by the maker.
    Cancelled,
    /// The final answer was lost: being settled by asking. Nothing is sent meanwhile.
    Unconfirmed,
}

/// What a waiting delivery waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Wait {
    /// Its turn.
    Turn,
    /// Its time: the maker wants it later, and the platform keeps no times.
    Schedule,
    /// The network.
    Network,
    /// A network that is not metered. Told while that is so, and never stored: the row stays as it is.
    Metered,
    /// The platform, which is down or busy; tried again with growing pauses.
    Platform,
    /// The app's daily quota with the platform.
    Quota,
    /// The account's own daily cap.
    AccountLimit,
}

/// What a platform does with a video it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Stage {
    /// Makes its own versions of it.
    Working,
    /// TikTok has posted it and has not told its address yet.
    AwaitingAddress,
    /// It lies in the maker's TikTok inbox.
    InInbox,
    /// It is there, for the maker's eyes only, and the platform itself makes it public at its time.
    Scheduled,
}

/// The name of a state without what it carries: the stored form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateName {
    /// See [`DeliveryState::Waiting`]; the others likewise.
    Waiting,
    /// -
    Preparing,
    /// -
    Uploading,
    /// -
    Processing,
    /// -
    Published,
    /// -
    NeedsAttention,
    /// -
    Failed,
    /// -
    Paused,
    /// -
    Cancelled,
    /// -
    Unconfirmed,
}

impl StateName {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Waiting,
        Self::Preparing,
        Self::Uploading,
        Self::Processing,
        Self::Published,
        Self::NeedsAttention,
        Self::Failed,
        Self::Paused,
        Self::Cancelled,
        Self::Unconfirmed,
    ];

    /// The stored form, such as `NEEDS_ATTENTION`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "WAITING",
            Self::Preparing => "PREPARING",
            Self::Uploading => "UPLOADING",
            Self::Processing => "PROCESSING",
            Self::Published => "PUBLISHED",
            Self::NeedsAttention => "NEEDS_ATTENTION",
            Self::Failed => "FAILED",
            Self::Paused => "PAUSED",
            Self::Cancelled => "CANCELLED",
            Self::Unconfirmed => "UNCONFIRMED",
        }
    }

    /// Whether nothing follows by itself or by the maker.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Published | Self::Cancelled)
    }

    /// Whether the engine works on it without being told.
    #[must_use]
    pub const fn runs_by_itself(self) -> bool {
        matches!(self, Self::Waiting | Self::Preparing | Self::Uploading | Self::Processing | Self::Unconfirmed)
    }

    /// The moves that exist. Everything else is a defect and refused by the store.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        use StateName as S;
        match self {
            S::Waiting => {
                matches!(next, S::Waiting | S::Preparing | S::Paused | S::Cancelled | S::NeedsAttention | S::Failed)
            }
            S::Preparing => {
                matches!(next, S::Preparing | S::Uploading | S::Processing | S::Waiting | S::Unconfirmed)
                    || matches!(next, S::Paused | S::Cancelled | S::NeedsAttention | S::Failed)
            }
            S::Uploading => {
                matches!(next, S::Preparing | S::Processing | S::Waiting | S::Unconfirmed)
                    || matches!(next, S::Paused | S::Cancelled | S::NeedsAttention | S::Failed)
            }
            // Every byte is there, so the only questions left are the platform's.
            S::Processing => matches!(next, S::Processing | S::Published | S::NeedsAttention | S::Failed),
            // Settled by asking: arrived, not arrived, refused. Never cancelled: it may already be live.
            S::Unconfirmed => matches!(
                next,
                S::Unconfirmed | S::Preparing | S::Uploading | S::Processing | S::NeedsAttention | S::Failed
            ),
            S::NeedsAttention => matches!(next, S::Waiting | S::Cancelled),
            S::Paused => matches!(next, S::Waiting | S::Cancelled),
            // Trying again starts anew; nothing of the failed attempt is live.
            S::Failed => matches!(next, S::Waiting | S::Cancelled),
            // Undo of a cancel, within its ten seconds.
            S::Cancelled => matches!(next, S::Waiting),
            S::Published => false,
        }
    }
}

impl DeliveryState {
    /// A delivery as it starts.
    #[must_use]
    pub const fn queued() -> Self {
        Self::Waiting { why: Wait::Turn, until: None }
    }

    /// The state's name.
    #[must_use]
    pub const fn name(&self) -> StateName {
        match self {
            Self::Waiting { .. } => StateName::Waiting,
            Self::Preparing => StateName::Preparing,
            Self::Uploading => StateName::Uploading,
            Self::Processing { .. } => StateName::Processing,
            Self::Published { .. } => StateName::Published,
            Self::NeedsAttention { .. } => StateName::NeedsAttention,
            Self::Failed { .. } => StateName::Failed,
            Self::Paused => StateName::Paused,
            Self::Cancelled => StateName::Cancelled,
            Self::Unconfirmed => StateName::Unconfirmed,
        }
    }

    /// See [`StateName::may_become`].
    #[must_use]
    pub fn may_become(&self, next: &Self) -> bool {
        self.name().may_become(next.name())
    }

    /// The state that stops a delivery for `reason`: mendable, or final.
    #[must_use]
    pub const fn stopped(reason: Reason) -> Self {
        if reason.code.can_be_mended() { Self::NeedsAttention { reason } } else { Self::Failed { reason } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reason::ReasonCode;

    #[test]
    fn published_is_the_end_and_comes_only_from_processing() {
        for from in StateName::ALL {
            assert_eq!(from.may_become(StateName::Published), from == StateName::Processing, "{from:?}");
            assert!(!StateName::Published.may_become(from), "published moved to {from:?}");
        }
    }

    #[test]
    fn what_may_be_live_is_never_cancelled_nor_paused() {
        for from in [StateName::Processing, StateName::Unconfirmed, StateName::Published] {
            assert!(!from.may_become(StateName::Cancelled), "{from:?}");
            assert!(!from.may_become(StateName::Paused), "{from:?}");
        }
    }

    #[test]
    fn every_state_keeps_its_content_through_storage() {
        let states = [
            DeliveryState::queued(),
            DeliveryState::Processing { stage: Stage::AwaitingAddress },
            DeliveryState::Published { url: "https://youtu.be/x".into(), exact: true },
            DeliveryState::stopped(Reason::with_words(ReasonCode::DetailsRefused, "invalidTitle")),
            DeliveryState::Unconfirmed,
        ];
        for state in states {
            let text = serde_json::to_string(&state).unwrap();
            assert!(text.contains(&format!("\"state\":\"{}\"", state.name().as_str())), "{text}");
            assert_eq!(serde_json::from_str::<DeliveryState>(&text).unwrap(), state);
        }
    }

    #[test]
    fn a_reason_that_can_be_mended_asks_for_attention_and_another_ends() {
        assert_eq!(DeliveryState::stopped(Reason::new(ReasonCode::FileMissing)).name(), StateName::NeedsAttention);
        assert_eq!(DeliveryState::stopped(Reason::new(ReasonCode::ProcessingRefused)).name(), StateName::Failed);
    }
}
