//! Reads what comes back from the browser: the deep link, or the query of a hit on the listener. Every such text may
//! come from anybody on this computer or on the web, so it is bounded and taken apart here and believed nowhere: whose
//! flow it is, if any, is decided by its state in `flows.rs`.

use maker_domain::Platform;
use maker_words::say;
use secrecy::SecretString;
use url::Url;

use crate::oauth::tidy;

/// Longer links are refused unread; the longest honest one has a code of about 1,000 characters.
pub(crate) const LINK_LIMIT: usize = 4_096;
/// Our scheme: the app's identifier, reverse domain as RFC 8252 section 7.1 asks.
pub const SCHEME: &str = "app.makerstudio";

/// Why a link or hit was not taken. Running sign-ins are unharmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// Not one of ours: scheme, path, platform, length, characters or missing parts.
    #[error("{}", say!("signin-link-not-ours"))]
    NotOurs,
    /// No sign-in waits for it: forged, used before, cancelled or of another run.
    #[error("{}", say!("signin-link-not-expected"))]
    NotExpected,
    /// Its sign-in waited too long.
    #[error("{}", say!("signin-link-expired"))]
    Expired,
}

/// What a redirect said.
#[derive(Debug)]
pub(crate) struct Returned {
    pub(crate) state: SecretString,
    pub(crate) issuer: Option<String>,
    pub(crate) said: Said,
}

/// Consent or not.
#[derive(Debug)]
pub(crate) enum Said {
    Code {
        code: SecretString,
        scopes: Option<String>,
    },
    /// `error=access_denied`.
    Denied,
    Error(String),
}

/// Reads `app.makerstudio://oauth/<platform>?...`.
pub(crate) fn read_link(link: &str) -> Result<(Platform, Returned), LinkError> {
    if link.len() > LINK_LIMIT || link.bytes().any(|b| b.is_ascii_control()) {
        return Err(LinkError::NotOurs);
    }
    let url = Url::parse(link).map_err(|_| LinkError::NotOurs)?;
    let bare = url.username().is_empty() && url.password().is_none() && url.port().is_none();
    if url.scheme() != SCHEME || url.host_str() != Some("oauth") || !bare || url.fragment().is_some() {
        return Err(LinkError::NotOurs);
    }
    let slug = url.path().strip_prefix('/').ok_or(LinkError::NotOurs)?;
    let platform = Platform::ALL.into_iter().find(|p| p.slug() == slug).ok_or(LinkError::NotOurs)?;
    Ok((platform, read_query(url.query().unwrap_or_default())?))
}

/// Reads the query of a redirect. A parameter given twice is nobody's honest answer (RFC 6749 section 3.1).
pub(crate) fn read_query(query: &str) -> Result<Returned, LinkError> {
    if query.len() > LINK_LIMIT {
        return Err(LinkError::NotOurs);
    }
    let (mut code, mut state, mut scopes, mut error, mut words, mut issuer) = (None, None, None, None, None, None);
    for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
        let place = match &*name {
            "code" => &mut code,
            "state" => &mut state,
            "scopes" => &mut scopes,
            "error" => &mut error,
            "error_description" => &mut words,
            "iss" => &mut issuer,
            _ => continue,
        };
        if value.contains('\0') || place.replace(value.into_owned()).is_some() {
            return Err(LinkError::NotOurs);
        }
    }
    let filled = |value: Option<String>| value.filter(|v| !v.is_empty());
    let state = filled(state).ok_or(LinkError::NotOurs)?.into();
    let said = match (filled(error), filled(code)) {
        (Some(error), _) if error == "access_denied" => Said::Denied,
        (Some(error), _) => Said::Error(tidy(&filled(words).unwrap_or(error))),
        (None, Some(code)) => Said::Code { code: code.into(), scopes: filled(scopes) },
        (None, None) => return Err(LinkError::NotOurs),
    };
    Ok(Returned { state, issuer, said })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn f30_links_that_are_not_ours_are_refused_without_a_panic() {
        let long = format!("app.makerstudio://oauth/youtube?state=s&code={}", "x".repeat(1_000_000));
        for bad in [
            "",
            "app.makerstudio:",
            "app.makerstudio://",
            "app.makerstudio://oauth",
            "app.makerstudio://oauth/",
            "app.makerstudio://oauth/youtube",
            "app.makerstudio://oauth/youtube?code=c",
            "app.makerstudio://oauth/youtube?state=s",
            "app.makerstudio://oauth/youtube?state=&code=c",
            "app.makerstudio://oauth/YouTube?state=s&code=c",
            "app.makerstudio://oauth/youtube/?state=s&code=c",
            "app.makerstudio://oauth/youtube/../tiktok/x?state=s&code=c",
            "app.makerstudio://oauth/instagram?state=s&code=c",
            "app.makerstudio://open?state=s&code=c",
            "app.makerstudio://oauth:80/youtube?state=s&code=c",
            "app.makerstudio://user@oauth/youtube?state=s&code=c",
            "app.makerstudio://oauth/youtube?state=s&code=c#x",
            "app.makerstudio:/oauth/youtube?state=s&code=c",
            "app.makerstudio.evil://oauth/youtube?state=s&code=c",
            "https://oauth/youtube?state=s&code=c",
            "app.makerstudio://oauth/youtube?state=s&code=c%00",
            "app.makerstudio://oauth/youtube?state=s&code=c\0",
            "app.makerstudio://oauth/youtube?state=s&state=t&code=c",
            "app.makerstudio://oauth/youtube%00?state=s&code=c",
            &long,
        ] {
            let shown = bad.get(..80).unwrap_or(bad);
            assert_eq!(read_link(bad).err(), Some(LinkError::NotOurs), "{shown}");
        }
    }

    #[test]
    fn an_honest_link_is_read_with_its_code_decoded() {
        let link = "app.makerstudio://oauth/tiktok?code=a%2A%21b+c&state=s~1&scopes=user.info.basic%2Cvideo.list&x=1";
        let (platform, returned) = read_link(link).unwrap();
        assert_eq!(platform, Platform::Tiktok);
        assert_eq!(returned.state.expose_secret(), "s~1");
        let Said::Code { code, scopes } = returned.said else { panic!("no code") };
        assert_eq!(code.expose_secret(), "a*!b c");
        assert_eq!(scopes.as_deref(), Some("user.info.basic,video.list"));
    }

    #[test]
    fn f35_a_denial_is_told_apart_from_a_platforms_error() {
        let said = |query: &str| read_query(query).unwrap().said;
        assert!(matches!(said("error=access_denied&state=s"), Said::Denied));
        assert!(
            matches!(said("error=server_error&error_description=Try+later&state=s"), Said::Error(w) if w == "Try later")
        );
        assert!(matches!(said("error=server_error&state=s&code=c"), Said::Error(w) if w == "server_error"));
    }

    #[test]
    fn f43_what_came_back_prints_without_code_and_state() {
        let printed = format!("{:?}", read_query("code=hush-code&state=hush-state").unwrap());
        assert!(!printed.contains("hush"), "{printed}");
    }
}
