//! What one grant consists of, and the form it has in the keyring.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::secret::AccessToken;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Renewal starts this long before the end, or a tenth of the lifetime when that is less.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// The tokens of one grant, with the scopes the maker really granted. Prints without its secrets.
#[derive(Clone)]
pub struct TokenSet {
    pub(crate) access_token: SecretString,
    pub(crate) refresh_token: Option<SecretString>,
    /// When the access token ends.
    pub expires_at: DateTime<Utc>,
    /// From when on it is renewed ahead of its end.
    pub(crate) renew_at: DateTime<Utc>,
    /// When the grant itself ends, if the platform says so.
    pub refresh_expires_at: Option<DateTime<Utc>>,
    /// Granted scopes, in the platform's spelling.
    pub scopes: Vec<String>,
}

/// A token answer's facts, before they are put on the time line.
pub(crate) struct Issued {
    pub(crate) access_token: SecretString,
    pub(crate) refresh_token: Option<SecretString>,
    pub(crate) lifetime: TimeDelta,
    pub(crate) refresh_lifetime: Option<TimeDelta>,
    pub(crate) scopes: Option<Vec<String>>,
}

impl TokenSet {
    /// The access token, as requests need it.
    #[must_use]
    pub fn access(&self) -> AccessToken {
        AccessToken::new(self.access_token.expose_secret().to_owned())
    }

    pub(crate) fn first(issued: Issued, asked: &[&str], now: DateTime<Utc>) -> Self {
        let scopes = issued.scopes.unwrap_or_else(|| asked.iter().map(|s| (*s).to_owned()).collect());
        Self {
            access_token: issued.access_token,
            refresh_token: issued.refresh_token,
            expires_at: later(now, issued.lifetime),
            renew_at: later(now, issued.lifetime - AHEAD.min(issued.lifetime / 10)),
            refresh_expires_at: issued.refresh_lifetime.map(|l| later(now, l)),
            scopes,
        }
    }

    /// The set after a refresh: what the answer leaves out stays as it was (RFC 6749 section 6).
    pub(crate) fn renewed(&self, issued: Issued, now: DateTime<Utc>) -> Self {
        let mut next = Self::first(issued, &[], now);
        if next.refresh_token.is_none() {
            next.refresh_token = self.refresh_token.clone();
        }
        next.refresh_expires_at = next.refresh_expires_at.or(self.refresh_expires_at);
        if next.scopes.is_empty() {
            next.scopes.clone_from(&self.scopes);
        }
        next
    }

    pub(crate) fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now < self.renew_at
    }

    pub(crate) fn to_json(&self) -> Zeroizing<Vec<u8>> {
        let stored = Stored {
            access_token: self.access_token.expose_secret().into(),
            refresh_token: self.refresh_token.as_ref().map(|t| t.expose_secret().into()),
            expires_at: self.expires_at,
            renew_at: self.renew_at,
            refresh_expires_at: self.refresh_expires_at,
            scopes: self.scopes.clone(),
        };
        // Strings, dates and lists of strings always have a JSON form; an empty entry would read as a lost sign-in.
        Zeroizing::new(serde_json::to_vec(&stored).unwrap_or_default())
    }

    /// `None` when the entry is none of ours: the account then signs in again.
    pub(crate) fn from_json(bytes: &[u8]) -> Option<Self> {
        let stored: Stored<'_> = serde_json::from_slice(bytes).ok()?;
        Some(Self {
            access_token: stored.access_token.into_owned().into(),
            refresh_token: stored.refresh_token.map(|t| t.into_owned().into()),
            expires_at: stored.expires_at,
            renew_at: stored.renew_at,
            refresh_expires_at: stored.refresh_expires_at,
            scopes: stored.scopes,
        })
    }
}

impl fmt::Debug for TokenSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenSet")
            .field("expires_at", &self.expires_at)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

#[derive(Serialize, Deserialize)]
struct Stored<'a> {
    access_token: std::borrow::Cow<'a, str>,
    refresh_token: Option<std::borrow::Cow<'a, str>>,
    expires_at: DateTime<Utc>,
    renew_at: DateTime<Utc>,
    refresh_expires_at: Option<DateTime<Utc>>,
    scopes: Vec<String>,
}

fn later(now: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    now.checked_add_signed(by).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn issued(access: &str, refresh: Option<&str>, seconds: i64) -> Issued {
        Issued {
            access_token: access.to_owned().into(),
            refresh_token: refresh.map(|t| t.to_owned().into()),
            lifetime: TimeDelta::seconds(seconds),
            refresh_lifetime: None,
            scopes: Some(vec!["s".into()]),
        }
    }

    #[test]
    fn renewal_starts_five_minutes_or_a_tenth_of_the_lifetime_ahead() {
        let now = DateTime::UNIX_EPOCH;
        for (lifetime, fresh_until) in [(3_600, 3_300), (60, 54), (10, 9), (86_400, 86_100)] {
            let set = TokenSet::first(issued("a", None, lifetime), &[], now);
            assert_eq!(set.renew_at, now + TimeDelta::seconds(fresh_until), "{lifetime}");
            assert!(set.is_fresh(now + TimeDelta::seconds(fresh_until - 1)));
            assert!(!set.is_fresh(now + TimeDelta::seconds(fresh_until)));
        }
    }

    #[test]
    fn a_refresh_that_brings_no_refresh_token_keeps_the_old_one() {
        let old = TokenSet::first(issued("a", Some("r1"), 60), &[], DateTime::UNIX_EPOCH);
        let kept = old.renewed(issued("b", None, 60), DateTime::UNIX_EPOCH);
        assert_eq!(kept.refresh_token.unwrap().expose_secret(), "r1");
        let rotated = old.renewed(issued("b", Some("r2"), 60), DateTime::UNIX_EPOCH);
        assert_eq!(rotated.refresh_token.unwrap().expose_secret(), "r2");
    }

    #[test]
    fn a_set_comes_back_from_its_keyring_form_and_a_foreign_entry_does_not() {
        let set = TokenSet::first(issued("a\"\\é", Some("r"), 60), &[], DateTime::UNIX_EPOCH);
        let back = TokenSet::from_json(&set.to_json()).unwrap();
        assert_eq!(back.access(), set.access());
        assert_eq!((back.expires_at, back.renew_at, back.scopes), (set.expires_at, set.renew_at, set.scopes));
        for foreign in [&b""[..], b"{}", b"password", b"\xff"] {
            assert!(TokenSet::from_json(foreign).is_none());
        }
    }

    #[test]
    fn f43_a_set_prints_without_its_tokens() {
        let set = TokenSet::first(issued("acc-secret", Some("ref-secret"), 60), &[], DateTime::UNIX_EPOCH);
        let printed = format!("{set:?}");
        assert!(!printed.contains("acc-secret") && !printed.contains("ref-secret"), "{printed}");
    }
}
