//! The backend's address as somebody typed it: refused unless what is sent there can be read by nobody on the way and
//! goes to no service that answers only to this machine or its neighbours.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

use maker_words::say;
use url::{Host, Url};

/// Longer than any address that people type.
const LONGEST: usize = 2_048;

/// An address that may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackendAddress(Url);

/// Why an address may not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not an address at all.
    #[error("{}", say!("backend-no-address"))]
    NotAnAddress,
    /// Neither `https:` nor `http:`.
    #[error("{}", say!("backend-no-web"))]
    NotTheWeb,
    /// Plain `http:` to another machine.
    #[error("{}", say!("backend-not-encrypted"))]
    NotEncrypted,
    /// An address that only machines of the same network segment have, such as a cloud's own service.
    #[error("{}", say!("backend-link-local"))]
    LinkLocal,
    /// A user name, a password, a query or a fragment.
    #[error("{}", say!("backend-too-much"))]
    TooMuch,
}

impl BackendAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// [`AddressError`] with what to write instead.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        if text.len() > LONGEST {
            return Err(AddressError::NotAnAddress);
        }
        let mut url = Url::parse(text.trim()).map_err(|_| AddressError::NotAnAddress)?;
        let host = match url.scheme() {
            "https" | "http" => url.host().ok_or(AddressError::NotAnAddress)?,
            _ => return Err(AddressError::NotTheWeb),
        };
        if is_link_local(&host) {
            return Err(AddressError::LinkLocal);
        }
        if url.scheme() == "http" && !is_loopback(&host) {
            return Err(AddressError::NotEncrypted);
        }
        if !url.username().is_empty() || url.password().is_some() || url.query().is_some() || url.fragment().is_some() {
            return Err(AddressError::TooMuch);
        }
        if !url.path().ends_with('/') {
            let path = format!("{}/", url.path());
            url.set_path(&path);
        }
        Ok(Self(url))
    }

    /// The address of something below it; `path` has no slash in front.
    #[must_use]
    pub fn join(&self, path: &str) -> Url {
        let mut url = self.0.clone();
        url.set_path(&format!("{}{path}", self.0.path()));
        url
    }
}

impl fmt::Display for BackendAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => plain(*ip).is_loopback(),
    }
}

fn is_link_local(host: &Host<&str>) -> bool {
    let ip = match host {
        Host::Domain(_) => return false,
        Host::Ipv4(ip) => IpAddr::V4(*ip),
        Host::Ipv6(ip) => plain(*ip),
    };
    match ip {
        IpAddr::V4(ip) => ip.is_link_local() || ip.is_unspecified() || ip.is_multicast() || ip.is_broadcast(),
        IpAddr::V6(ip) => ip.is_unicast_link_local() || ip.is_unspecified() || ip.is_multicast(),
    }
}

/// An IPv4 address in the clothes of an IPv6 one is what it is.
fn plain(ip: Ipv6Addr) -> IpAddr {
    ip.to_ipv4_mapped().map_or(IpAddr::V6(ip), IpAddr::V4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f65_only_what_nobody_can_read_on_the_way_is_a_backend() {
        use AddressError as E;
        for (text, refused) in [
            ("https://studio.example.com", None),
            ("  https://studio.example.com:8443/base ", None),
            ("http://127.0.0.1:4000", None),
            ("http://localhost:4000/", None),
            ("http://[::1]:4000", None),
            ("http://[::ffff:127.0.0.1]:4000", None),
            ("http://studio.example.com", Some(E::NotEncrypted)),
            ("http://192.168.1.5", Some(E::NotEncrypted)),
            ("http://localhost.example.com", Some(E::NotEncrypted)),
            ("http://169.254.169.254/latest", Some(E::LinkLocal)),
            ("https://169.254.169.254", Some(E::LinkLocal)),
            ("https://[::ffff:169.254.169.254]", Some(E::LinkLocal)),
            ("https://[fe80::1]", Some(E::LinkLocal)),
            ("https://0xa9fea9fe", Some(E::LinkLocal)),
            ("http://0.0.0.0:4000", Some(E::LinkLocal)),
            ("file:///etc/passwd", Some(E::NotTheWeb)),
            ("ftp://studio.example.com", Some(E::NotTheWeb)),
            ("javascript:alert(1)", Some(E::NotTheWeb)),
            ("studio.example.com", Some(E::NotAnAddress)),
            ("", Some(E::NotAnAddress)),
            ("https://", Some(E::NotAnAddress)),
            ("https://me:secret@studio.example.com", Some(E::TooMuch)),
            ("https://studio.example.com/?to=http://a", Some(E::TooMuch)),
        ] {
            assert_eq!(BackendAddress::parse(text).err(), refused, "{text}");
        }
    }

    #[test]
    fn a_path_is_below_the_address() {
        let address = BackendAddress::parse("https://a.example/studio").unwrap();
        assert_eq!(address.join("v1/me").as_str(), "https://a.example/studio/v1/me");
        assert_eq!(address.to_string(), "https://a.example/studio");
    }
}
