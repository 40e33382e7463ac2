//! Secret values have types of their own: they print as redacted and cannot be serialised.

use secrecy::{ExposeSecret, SecretString};

/// A platform's access token. Exposed at one place only: the `Authorization` header.
#[derive(Clone, Debug)]
pub struct AccessToken(SecretString);

impl AccessToken {
    /// Takes ownership of the token's text, which is wiped from memory when dropped.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(text.into())
    }

    /// The token's text, for the request header and nothing else.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl PartialEq for AccessToken {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}
