//! How much a platform takes in a day, and when its limits end.

use chrono::{DateTime, Days, TimeDelta, TimeZone, Utc};
use chrono_tz::America::Los_Angeles;

use crate::Platform;

/// How many uploads a platform takes in a day. Others count too, so less than what is left may be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLimit {
    /// As many may be begun.
    pub uploads: u32,
    /// Uploads that were begun since then count.
    pub since: DateTime<Utc>,
    /// When it begins anew; `None` where each upload counts for a day of its own.
    pub until: Option<DateTime<Utc>>,
}

/// What `platform` takes now. YouTube counts the calls of everybody who uses the same client, from midnight to midnight in
/// Pacific time (YouTube: quota costs); TikTok about 15 posts of one account in any 24 hours, by whatever app.
#[must_use]
pub fn day_limit(platform: Platform, now: DateTime<Utc>) -> DayLimit {
    match platform {
        Platform::Youtube => {
            let midnight = now.with_timezone(&Los_Angeles).date_naive().and_hms_opt(0, 0, 0);
            let since = midnight.and_then(|at| Los_Angeles.from_local_datetime(&at).earliest());
            let since = since.map_or(now - TimeDelta::hours(24), |at| at.with_timezone(&Utc));
            DayLimit { uploads: 100, since, until: Some(youtube_quota_reset(now)) }
        }
        Platform::Tiktok => DayLimit { uploads: 15, since: now - TimeDelta::hours(24), until: None },
    }
}

/// The next midnight in Pacific time, when YouTube's daily quotas start anew (YouTube: quota costs).
#[must_use]
pub fn youtube_quota_reset(now: DateTime<Utc>) -> DateTime<Utc> {
    let tomorrow = now.with_timezone(&Los_Angeles).date_naive().checked_add_days(Days::new(1));
    tomorrow
        .and_then(|d| d.and_hms_opt(0, 0, 0))
        .and_then(|t| Los_Angeles.from_local_datetime(&t).earliest())
        .map_or(now + TimeDelta::hours(24), |t| t.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n06_a_day_of_youtubes_is_from_midnight_to_midnight_there_also_when_clocks_change() {
        for (now, since, until) in [
            ((2026, 11, 22, 12), (2026, 11, 22, 8), (2026, 11, 23, 8)),
            // 1 November has 25 hours there, 8 March 23.
            ((2026, 11, 2, 7), (2026, 11, 1, 7), (2026, 11, 2, 8)),
            ((2026, 3, 8, 20), (2026, 3, 8, 8), (2026, 3, 9, 7)),
        ] {
            let at = |(y, m, d, h)| Utc.with_ymd_and_hms(y, m, d, h, 0, 0).unwrap();
            let limit = day_limit(Platform::Youtube, at(now));
            assert_eq!((limit.since, limit.until), (at(since), Some(at(until))), "{now:?}");
        }
    }

    #[test]
    fn quota_starts_anew_at_pacific_midnight_in_summer_and_in_winter() {
        let winter = Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap();
        assert_eq!(youtube_quota_reset(winter), Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap());
        let summer = Utc.with_ymd_and_hms(2026, 7, 1, 6, 59, 59).unwrap();
        assert_eq!(youtube_quota_reset(summer), Utc.with_ymd_and_hms(2026, 7, 1, 7, 0, 0).unwrap());
    }
}
