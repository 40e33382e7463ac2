//! Counts what is sent to whom, for a delivery's receipt. Bodies only: what a maker asks is how much of a file went where.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use maker_domain::receipt::HostTraffic;
use url::Url;

/// A tally for one delivery, shared by everything that sends for it.
#[derive(Debug, Default)]
pub struct Traffic(Mutex<BTreeMap<String, HostTraffic>>);

impl Traffic {
    /// What was counted since the last call, one entry per host, and forgets it: the caller adds it up where it lasts.
    #[must_use]
    pub fn take(&self) -> Vec<HostTraffic> {
        let counted = std::mem::take(&mut *self.lock());
        counted.into_values().filter(|host| host.requests > 0 || host.sent_bytes > 0).collect()
    }

    fn change(&self, host: &str, change: impl FnOnce(&mut HostTraffic)) {
        let mut counted = self.lock();
        let empty = || HostTraffic { host: host.to_owned(), ..HostTraffic::default() };
        change(counted.entry(host.to_owned()).or_insert_with(empty));
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, HostTraffic>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One request's line in the tally; nothing at all when nobody counts.
#[derive(Clone, Debug)]
pub(crate) struct Tally(Option<(Arc<Traffic>, String)>);

impl Tally {
    /// Counts a request as begun.
    pub(crate) fn begin(traffic: Option<&Arc<Traffic>>, url: &Url) -> Self {
        let tally = Self(traffic.map(|traffic| (Arc::clone(traffic), host(url))));
        tally.change(|host| host.requests = host.requests.saturating_add(1));
        tally
    }

    /// Counts bytes of the request's body.
    pub(crate) fn took(&self, bytes: u64) {
        self.change(|host| host.sent_bytes = host.sent_bytes.saturating_add(bytes));
    }

    /// Takes the request and `bytes` of its body back: there was no connection to begin it on.
    pub(crate) fn never_left(&self, bytes: u64) {
        self.change(|host| {
            host.requests = host.requests.saturating_sub(1);
            host.sent_bytes = host.sent_bytes.saturating_sub(bytes);
        });
    }

    fn change(&self, change: impl FnOnce(&mut HostTraffic)) {
        if let Some((traffic, host)) = &self.0 {
            traffic.change(host, change);
        }
    }
}

/// The host, with the port where that is not the scheme's own (the parser drops it then).
pub(crate) fn host(url: &Url) -> String {
    let name = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(host: &str, requests: u64, sent_bytes: u64) -> HostTraffic {
        HostTraffic { host: host.to_owned(), requests, sent_bytes }
    }

    #[test]
    fn each_host_is_counted_for_itself_and_forgotten_once_taken() {
        let traffic = Arc::new(Traffic::default());
        let begin = |url: &str| Tally::begin(Some(&traffic), &Url::parse(url).unwrap());
        begin("https://a.org/x?upload_id=SECRET").took(5);
        begin("https://a.org:443/y").took(6);
        begin("http://127.0.0.1:4000/");
        begin("https://offline.org/").never_left(0);
        assert_eq!(traffic.take(), [counted("127.0.0.1:4000", 1, 0), counted("a.org", 2, 11)]);
        assert_eq!(traffic.take(), []);
    }
}
