//! Rate limits: so many calls of one endpoint in a sliding minute, for each access token. Pure: time is an argument.

use std::collections::{HashMap, VecDeque};

use chrono::TimeDelta;

use crate::clock::Moment;

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Endpoint {
    DirectInit,
    InboxInit,
    PhotoInit,
    CreatorInfo,
    Status,
    UserInfo,
    VideoList,
    VideoQuery,
}

impl Endpoint {
    fn per_minute(self) -> usize {
        match self {
            Self::DirectInit | Self::InboxInit | Self::PhotoInit => 6,
            Self::CreatorInfo => 20,
            Self::Status => 30,
            Self::UserInfo | Self::VideoList | Self::VideoQuery => 600,
        }
    }
}

#[derive(Default)]
pub(crate) struct Limits {
    calls: HashMap<(String, Endpoint), VecDeque<Moment>>,
}

impl Limits {
    /// Counts the call, unless the minute is full. Refused calls do not count.
    pub(crate) fn allow(&mut self, token: &str, endpoint: Endpoint, now: Moment) -> bool {
        let calls = self.calls.entry((token.to_owned(), endpoint)).or_default();
        let minute_ago = now - TimeDelta::seconds(60);
        while calls.front().is_some_and(|call| *call <= minute_ago) {
            calls.pop_front();
        }
        let free = calls.len() < endpoint.per_minute();
        if free {
            calls.push_back(now);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::*;

    #[test]
    fn the_window_slides_and_tokens_and_endpoints_are_apart() {
        let noon = Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).single().unwrap_or_default();
        let mut limits = Limits::default();
        for second in 0..6 {
            assert!(limits.allow("a", Endpoint::DirectInit, noon + TimeDelta::seconds(second)));
        }
        assert!(!limits.allow("a", Endpoint::DirectInit, noon + TimeDelta::seconds(59)));
        assert!(limits.allow("a", Endpoint::InboxInit, noon));
        assert!(limits.allow("b", Endpoint::DirectInit, noon));
        assert!(limits.allow("a", Endpoint::DirectInit, noon + TimeDelta::seconds(60)));
        assert!(!limits.allow("a", Endpoint::DirectInit, noon + TimeDelta::seconds(60)));
    }
}
