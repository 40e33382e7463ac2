//! A connection: the authorised link to a platform, without its secrets.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How a connection stands. Stored in upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum ConnectionStatus {
    /// Tokens are in the keyring and the platform accepts them.
    Connected,
    /// The platform no longer accepts the grant: the maker signs in again; drafts and queue stay.
    SignInAgain,
}

impl ConnectionStatus {
    /// The stored form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connected => "CONNECTED",
            Self::SignInAgain => "SIGN_IN_AGAIN",
        }
    }

    /// Reads the stored form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Connected, Self::SignInAgain].into_iter().find(|s| s.as_str() == text)
    }
}

/// Whose account it is, as the platform tells it right after sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The platform's own id: a YouTube channel id, a TikTok `open_id`.
    pub id: String,
    /// The name people see: channel title, TikTok nickname.
    pub name: String,
    /// Address of the account's picture, if it has one.
    pub avatar_url: Option<String>,
}
