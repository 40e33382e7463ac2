//! When a platform's limits end.

use chrono::{DateTime, Days, TimeDelta, TimeZone, Utc};
use chrono_tz::America::Los_Angeles;

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
    fn quota_starts_anew_at_pacific_midnight_in_summer_and_in_winter() {
        let winter = Utc.with_ymd_and_hms(2026, 11, 22, 12, 0, 0).unwrap();
        assert_eq!(youtube_quota_reset(winter), Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap());
        let summer = Utc.with_ymd_and_hms(2026, 7, 1, 6, 59, 59).unwrap();
        assert_eq!(youtube_quota_reset(summer), Utc.with_ymd_and_hms(2026, 7, 1, 7, 0, 0).unwrap());
    }
}
