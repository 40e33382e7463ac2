//! How the platforms differ in OAuth, as data: one row each, and no other file asks which platform it is.
//!
//! Sources: Google "OAuth 2.0 for mobile and desktop apps"; TikTok "Login Kit for Desktop" and "Manage user access
//! tokens". Addresses and client ids are configuration (`maker_domain::config`), not dialect.

use maker_domain::Platform;
use oauth2::{PkceCodeChallenge, PkceCodeVerifier};
use sha2::{Digest, Sha256};

/// One platform's way of speaking OAuth.
#[derive(Debug)]
pub(crate) struct Dialect {
    /// What the client id is called in forms and addresses.
    pub(crate) client_id: &'static str,
    /// Between two scopes, asked or granted.
    pub(crate) scope_separator: char,
    /// How the SHA-256 of the verifier is written.
    pub(crate) challenge: Challenge,
    /// Added to the consent page's address.
    pub(crate) authorize_extra: &'static [(&'static str, &'static str)],
    /// The least that uploading, naming the account and reading numbers needs.
    pub(crate) scopes: &'static [&'static str],
    /// What captions and playlists need beside it.
    pub(crate) step_scopes: &'static [&'static str],
    /// Follows `http://127.0.0.1:<port>` in the redirect address; the slashes count, it is compared byte by byte.
    pub(crate) loopback_path: &'static str,
    /// Which token ends the whole grant when revoked.
    pub(crate) revoke: RevokeBy,
    /// Where the maker can withdraw the access by hand.
    pub(crate) access_page: &'static str,
    /// The `error` values of a refresh after which only a new sign-in helps.
    pub(crate) dead_grant: &'static [&'static str],
}

/// How a PKCE challenge is written. Both are called `S256` on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Challenge {
    /// Unpadded base64url (RFC 7636 section 4.2).
    Base64Url,
    /// 64 lower-case hex digits (TikTok's own reading).
    Hex,
}

/// Which token a platform's revoke call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RevokeBy {
    RefreshToken,
    AccessToken,
}

/// How much a sign-in asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asking {
    /// What every maker needs.
    #[default]
    Upload,
    /// Captions and playlists too. A whole new consent for everything, since Google widens no grant of an installed app
    /// (its page on OAuth for desktop apps: incremental authorisation).
    UploadAndSteps,
}

impl Asking {
    /// For signing in again to an account that granted `granted`: no right is lost by it.
    #[must_use]
    pub fn again(platform: Platform, granted: &[String]) -> Self {
        let wider = Dialect::of(platform).step_scopes;
        if granted.iter().any(|scope| wider.contains(&scope.as_str())) { Self::UploadAndSteps } else { Self::Upload }
    }
}

impl Dialect {
    /// The row of `platform`.
    pub(crate) const fn of(platform: Platform) -> &'static Self {
        match platform {
            Platform::Youtube => &YOUTUBE,
            Platform::Tiktok => &TIKTOK,
        }
    }

    /// What is asked at the consent page.
    pub(crate) fn asked(&self, asking: Asking) -> Vec<&'static str> {
        match asking {
            Asking::Upload => self.scopes.to_vec(),
            Asking::UploadAndSteps => [self.scopes, self.step_scopes].concat(),
        }
    }

    /// The challenge that belongs to `verifier`.
    pub(crate) fn challenge_for(&self, verifier: &PkceCodeVerifier) -> String {
        match self.challenge {
            Challenge::Base64Url => PkceCodeChallenge::from_code_verifier_sha256(verifier).as_str().to_owned(),
            Challenge::Hex => hex::encode(Sha256::digest(verifier.secret().as_bytes())),
        }
    }

    /// Splits a platform's list of granted scopes.
    pub(crate) fn split_scopes(&self, list: &str) -> Vec<String> {
        list.split([self.scope_separator, ' ']).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    }
}

static YOUTUBE: Dialect = Dialect {
    client_id: "client_id",
    scope_separator: ' ',
    challenge: Challenge::Base64Url,
    // Without both, a second sign-in on the same account brings no refresh token.
    authorize_extra: &[("access_type", "offline"), ("prompt", "consent")],
    scopes: &["https://www.googleapis.com/auth/youtube.upload", "https://www.googleapis.com/auth/youtube.readonly"],
    // The one scope that captions take; playlists take it too.
    step_scopes: &["https://www.googleapis.com/auth/youtube.force-ssl"],
    loopback_path: "/",
    revoke: RevokeBy::RefreshToken,
    access_page: "https://myaccount.google.com/connections",
    dead_grant: &["invalid_grant"],
};

static TIKTOK: Dialect = Dialect {
    client_id: "client_key",
    scope_separator: ',',
    challenge: Challenge::Hex,
    // Always shows the page, so that the maker sees and can switch the account.
    authorize_extra: &[("disable_auto_auth", "1")],
    scopes: &["user.info.basic", "user.info.profile", "video.publish", "video.upload", "video.list"],
    step_scopes: &[],
    loopback_path: "/callback/",
    revoke: RevokeBy::AccessToken,
    access_page: "https://www.tiktok.com/setting",
    dead_grant: &["invalid_grant", "access_denied"],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f34_each_platform_gets_the_challenge_it_expects() {
        let verifier = || PkceCodeVerifier::new("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into());
        assert_eq!(
            Dialect::of(Platform::Youtube).challenge_for(&verifier()),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
        assert_eq!(
            Dialect::of(Platform::Tiktok).challenge_for(&verifier()),
            "13d31e961a1ad8ec2f16b10c4c982e0876a878ad6df144566ee1894acb70f9c3"
        );
    }

    #[test]
    fn more_is_asked_only_for_captions_and_playlists_and_again_of_whoever_granted_it() {
        let force_ssl = "https://www.googleapis.com/auth/youtube.force-ssl";
        let asked = |platform, asking| Dialect::of(platform).asked(asking);
        assert!(!asked(Platform::Youtube, Asking::Upload).contains(&force_ssl));
        assert!(asked(Platform::Youtube, Asking::UploadAndSteps).contains(&force_ssl));
        assert_eq!(asked(Platform::Tiktok, Asking::UploadAndSteps), asked(Platform::Tiktok, Asking::Upload));
        for platform in Platform::ALL {
            for asking in [Asking::Upload, Asking::UploadAndSteps] {
                let granted: Vec<_> = asked(platform, asking).iter().map(|&scope| scope.to_owned()).collect();
                assert_eq!(asked(platform, Asking::again(platform, &granted)), asked(platform, asking));
            }
            assert_eq!(Asking::again(platform, &[]), Asking::Upload);
        }
    }

    #[test]
    fn granted_scopes_are_read_in_each_platforms_writing() {
        assert_eq!(Dialect::of(Platform::Youtube).split_scopes("a  b"), ["a", "b"]);
        assert_eq!(Dialect::of(Platform::Tiktok).split_scopes("a,b, c"), ["a", "b", "c"]);
        assert!(Dialect::of(Platform::Tiktok).split_scopes("").is_empty());
    }
}
