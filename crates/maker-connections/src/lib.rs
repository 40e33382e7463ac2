//! Sign-in and secrets: OAuth flows that come back by deep link or loopback listener, tokens in the operating system's
//! keyring, renewed in time and by one request.
//!
//! A token is in three places only: the keyring, a secret type in memory, an HTTPS request. Connections as rows, the
//! audit log and opening the browser are the caller's; calls with a token are `maker-platforms`.

mod dialect;
mod http;
mod oauth;
mod sealer;
mod sign_in;
mod tokens;
mod vault;

use maker_domain::Platform;

pub use self::dialect::Asking;
pub use self::http::HttpClient;
pub use self::sealer::{SealError, Sealer};
pub use self::sign_in::{Arrived, Grant, LinkError, PendingSignIn, Return, SCHEME, SignInError, SignIns};
pub use self::tokens::{Disconnected, TokenError, TokenKeeper, TokenSet};
pub use self::vault::{Vault, VaultError, VaultStatus};

/// The scopes every sign-in asks of `platform`, to show what was granted beside what was asked.
#[must_use]
pub fn asked_scopes(platform: Platform) -> &'static [&'static str] {
    dialect::Dialect::of(platform).scopes
}

/// The scopes a sign-in asks of `platform` when it asks for more or less.
#[must_use]
pub fn scopes_asked_for(platform: Platform, asking: Asking) -> Vec<&'static str> {
    dialect::Dialect::of(platform).asked(asking)
}
