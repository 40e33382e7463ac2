//! Where a request comes from.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};

/// The address that requests are counted by; an IPv6 network of one subscriber (/64) counts as one. Without a connection
/// (a request that the program makes to itself) it is nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// The address of the other end of the connection.
    pub(crate) fn of(extensions: &Extensions) -> Option<Self> {
        if let Some(peer) = extensions.get::<Self>() {
            return Some(*peer);
        }
        extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| Self::counted(peer.0.ip()))
    }

    pub(crate) fn counted(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() >> 64 << 64)),
            address => address,
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Peer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.extensions).unwrap_or(Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED))))
    }
}

/// What the operator's own proxy says: it adds the address it saw to the end. What stands before that anybody may have
/// written.
pub(crate) fn forwarded(headers: &HeaderMap) -> Option<Peer> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    last.rsplit(',').next()?.trim().parse().ok().map(Peer::counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscribers_network_counts_as_one_address_and_only_the_proxys_own_word_counts() {
        let counted = |text: &str| Peer::counted(text.parse().unwrap()).0.to_string();
        assert_eq!(counted("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(counted("::ffff:203.0.113.7"), "203.0.113.7");
        let mut headers = HeaderMap::new();
        headers.append("x-forwarded-for", "198.51.100.1, 203.0.113.9".parse().unwrap());
        assert_eq!(forwarded(&headers), Some(Peer::counted("203.0.113.9".parse().unwrap())));
        headers.append("x-forwarded-for", "nonsense".parse().unwrap());
        assert_eq!(forwarded(&headers), None);
    }
}
