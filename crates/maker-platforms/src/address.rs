//! Which addresses a session may have: a token or a maker's bytes go there and nowhere else.
//!
//! A platform hands out upload addresses on hosts that vary by region, so the family of its hosts is allowed over https.
//! A configured stand-in (a loopback origin, another server that speaks the protocol) gets its own origin only, so its
//! answers can send us nowhere else and the live platform's family is out of reach too.

use maker_domain::config::check_address;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::ApiError;

const MAX_ADDRESS_CHARS: usize = 4_096;

/// Where the uploads of one platform may go.
#[derive(Clone, Debug)]
pub(crate) struct AllowedHosts {
    configured: Vec<Url>,
    family: &'static str,
}

impl AllowedHosts {
    /// The origins of `configured`, and every host under `family` (such as `googleapis.com`) when `configured` is in it.
    pub(crate) fn new(configured: &[&Url], family: &'static str) -> Self {
        Self { configured: configured.iter().map(|url| (*url).clone()).collect(), family }
    }

    /// Reads a session address; checked at every use, so that a stored one is not trusted more than a fresh one.
    pub(crate) fn check(&self, address: &SecretString) -> Result<Url, ApiError> {
        self.parse(address.expose_secret())
    }

    /// The same for an address the platform just gave.
    pub(crate) fn parse(&self, text: &str) -> Result<Url, ApiError> {
        let odd = |what| ApiError::Odd { what };
        if text.len() > MAX_ADDRESS_CHARS {
            return Err(odd("an upload address that is too long"));
        }
        let url = Url::parse(text).map_err(|_| odd("an upload address that is none"))?;
        check_address(&url).map_err(|_| odd("an upload address that is not safe to use"))?;
        let known = self.configured.iter().any(|own| own.origin() == url.origin());
        if known || (self.speaks_to_family() && self.in_family(&url)) {
            return Ok(url);
        }
        Err(odd("an upload address on a foreign host"))
    }

    fn speaks_to_family(&self) -> bool {
        self.configured.iter().any(|own| self.in_family(own))
    }

    fn in_family(&self, url: &Url) -> bool {
        url.scheme() == "https"
            && url.port_or_known_default() == Some(443)
            && url.host_str().is_some_and(|host| {
                host == self.family || host.strip_suffix(self.family).is_some_and(|rest| rest.ends_with('.'))
            })
    }
}

/// `base` with `path` (and its query) after it. A slash at the end of `path` is kept: TikTok's addresses have one.
pub(crate) fn endpoint(base: &Url, path: &str) -> Url {
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let mut url = base.clone();
    url.set_query(query);
    url.set_path(&format!("{}/{path}", base.path().trim_end_matches('/')));
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hosts(configured: &str) -> AllowedHosts {
        AllowedHosts::new(&[&Url::parse(configured).unwrap()], "googleapis.com")
    }

    #[test]
    fn f16_the_live_platform_may_name_its_own_hosts_over_https_only() {
        let live = hosts("https://www.googleapis.com/upload/youtube/v3");
        for good in [
            "https://www.googleapis.com/upload/x?upload_id=1",
            "https://youtube.googleapis.com/u",
            "https://googleapis.com:443/",
        ] {
            live.parse(good).unwrap();
        }
        for bad in [
            "http://www.googleapis.com/upload/x",
            "https://evilgoogleapis.com/x",
            "https://www.googleapis.com.evil.org/x",
            "https://www.googleapis.com@evil.org/x",
            "https://u:p@www.googleapis.com/x",
            "https://www.googleapis.com:8443/x",
            "http://127.0.0.1:9/x",
            "https://10.0.0.1/x",
            "file:///etc/passwd",
            "/upload/relative",
            "",
        ] {
            assert!(matches!(live.parse(bad), Err(ApiError::Odd { .. })), "{bad} was allowed");
        }
    }

    #[test]
    fn f16_a_stand_in_may_name_its_own_origin_only() {
        let local = hosts("http://127.0.0.1:4000/upload");
        local.parse("http://127.0.0.1:4000/upload/1").unwrap();
        for bad in ["http://127.0.0.1:4001/upload/1", "https://www.googleapis.com/x", "http://localhost:4000/x"] {
            assert!(local.parse(bad).is_err(), "{bad} was allowed");
        }
    }

    #[test]
    fn a_path_is_put_after_the_base_whether_or_not_it_ends_in_a_slash() {
        for base in ["https://a.org/v2", "https://a.org/v2/"] {
            let url = endpoint(&Url::parse(base).unwrap(), "user/info/");
            assert_eq!(url.as_str(), "https://a.org/v2/user/info/");
        }
        assert_eq!(endpoint(&Url::parse("http://127.0.0.1:1").unwrap(), "x").as_str(), "http://127.0.0.1:1/x");
    }
}
