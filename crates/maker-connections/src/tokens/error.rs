//! Why there is no access token now, and which of it means a new sign-in: only a grant the platform has called dead.

use maker_domain::reason::{Reason, ReasonCode};
use maker_words::say;

use crate::oauth::CallError;
use crate::vault::VaultError;

/// No access token now.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// The platform no longer accepts the grant, or the keyring entry is gone.
    #[error("{}", say!("token-sign-in-again"))]
    SignInAgain {
        /// The platform's own words, if it said any.
        words: Option<String>,
    },
    /// The line is down; the grant is as it was.
    #[error("{}", say!("token-network"))]
    Network,
    /// The platform or our backend answers, but not with tokens; the grant is as it was.
    #[error("{}", say!("token-platform"))]
    Platform {
        /// What came instead, for "Details".
        words: String,
    },
    /// The platform refuses our client, not the maker's grant.
    #[error("{}", say!("token-client-refused"))]
    ClientRefused {
        /// The platform's own words.
        words: String,
    },
    /// No client id for this platform.
    #[error("{}", say!("token-not-set-up"))]
    NotSetUp,
    /// Another process holds the renewal for unusually long, or its lock file cannot be made.
    #[error("{}", say!("token-busy"))]
    Busy,
    /// The password store does not give or take the tokens now.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl TokenError {
    /// What a delivery stops with; `None` when it should be tried again by itself.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        match self {
            Self::SignInAgain { words: Some(words) } => Some(Reason::with_words(ReasonCode::SignInAgain, words)),
            Self::SignInAgain { words: None } => Some(Reason::new(ReasonCode::SignInAgain)),
            Self::ClientRefused { words } => Some(Reason::with_words(ReasonCode::NotSetUp, words)),
            Self::NotSetUp => Some(Reason::new(ReasonCode::NotSetUp)),
            Self::Vault(error) => Some(Reason::new(error.reason())),
            Self::Network | Self::Platform { .. } | Self::Busy => None,
        }
    }

    /// Sorts a refused refresh by the platform's list of dead grants.
    pub(super) fn of_refresh(error: CallError, dead_grant: &[&str]) -> Self {
        match error {
            CallError::Network => Self::Network,
            CallError::NotSetUp => Self::NotSetUp,
            CallError::Vault(error) => Self::Vault(error),
            CallError::Odd(words) => Self::Platform { words },
            CallError::Refused { code, words } if dead_grant.contains(&&*code) => {
                Self::SignInAgain { words: Some(words) }
            }
            CallError::Refused { code, words } if matches!(&*code, "invalid_client" | "unauthorized_client") => {
                Self::ClientRefused { words }
            }
            CallError::Refused { words, .. } => Self::Platform { words },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_recognised_dead_grant_asks_to_sign_in_again() {
        let refused = |code: &str| CallError::Refused { code: code.into(), words: "w".into() };
        let dead = &["invalid_grant"][..];
        let sorted = |error| TokenError::of_refresh(error, dead).reason().map(|r| r.code);
        assert_eq!(sorted(refused("invalid_grant")), Some(ReasonCode::SignInAgain));
        assert_eq!(sorted(refused("invalid_client")), Some(ReasonCode::NotSetUp));
        for passing in
            [refused("invalid_request"), refused("rate_limited"), CallError::Network, CallError::Odd("502".into())]
        {
            assert_eq!(sorted(passing), None);
        }
    }
}
