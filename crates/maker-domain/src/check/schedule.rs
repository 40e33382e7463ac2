//! Times that can be kept: in the future, of a place that is known, and such that the platform takes them.

use chrono::{DateTime, Datelike as _, TimeDelta, Utc};
use maker_words::say;

use super::{Field, Finding};
use crate::Platform;
use crate::draft::{DraftFields, YoutubePrivacy};
use crate::schedule::{WallTime, month_in_words};

/// A time must be so far ahead: YouTube takes a past one for "at once", and clocks differ.
const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// Why nothing can go out at a time, at `now`; `None` when it can.
#[must_use]
pub fn time_trouble(wall: &WallTime, now: DateTime<Utc>) -> Option<String> {
    match wall.meant() {
        Err(error) => Some(error.to_string()),
        Ok(meant) if meant.at < now + AHEAD => Some(say!(
            "schedule-passed",
            day = wall.date.day(),
            month = month_in_words(wall.date.month()),
            year = wall.date.year().to_string(),
            time = wall.time(),
        )),
        Ok(_) => None,
    }
}

/// What stands in the way of the times in `fields`, at `now`.
#[must_use]
pub fn times(fields: &DraftFields, now: DateTime<Utc>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut told = Vec::new();
    for platform in &fields.targets {
        let Some(wall) = fields.goes_out(*platform) else { continue };
        match time_trouble(wall, now) {
            // Said once, though two platforms share it.
            Some(message) if !told.contains(&wall) => {
                told.push(wall);
                found.push(Finding::error(*platform, Field::Schedule, message));
            }
            Some(_) => {}
            None => found.extend(wall.note().map(|note| Finding::warning(*platform, Field::Schedule, note))),
        }
        let hidden = fields.youtube.privacy.is_some_and(|p| p != YoutubePrivacy::Public);
        if *platform == Platform::Youtube && hidden {
            found.push(Finding::error(*platform, Field::Schedule, say!("schedule-hidden")));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Level;
    use crate::schedule::When;

    fn now() -> DateTime<Utc> {
        DateTime::parse_from_rfc3339("2026-11-26T12:00:00Z").unwrap().to_utc()
    }

    fn both(time: &str) -> DraftFields {
        let schedule = Some(WallTime { zone: "Europe/Paris".into(), ..WallTime::parse(time, "UTC").unwrap() });
        DraftFields { targets: Platform::ALL.into(), schedule, ..Default::default() }
    }

    #[test]
    fn a_time_that_has_passed_is_refused_once_with_what_to_do() {
        for passed in ["2026-11-26 13:00", "2020-01-01 00:00"] {
            let found = times(&both(passed), now());
            assert_eq!(found.iter().map(|f| (f.level, f.field)).collect::<Vec<_>>(), [(Level::Error, Field::Schedule)]);
            assert!(found[0].message.contains("has passed. Choose a later time"), "{}", found[0].message);
        }
        assert_eq!(times(&both("2026-11-26 13:01"), now()), []);
    }

    #[test]
    fn a_platform_that_goes_now_needs_no_time() {
        let mut fields = both("2020-01-01 00:00");
        (fields.youtube.schedule, fields.tiktok.schedule) = (Some(When::Now), Some(When::Now));
        assert_eq!(times(&fields, now()), []);
    }

    #[test]
    fn youtube_makes_nothing_public_that_is_to_stay_hidden() {
        for privacy in [YoutubePrivacy::Private, YoutubePrivacy::Unlisted] {
            let mut fields = both("2026-12-01 18:00");
            fields.youtube.privacy = Some(privacy);
            let found = times(&fields, now());
            assert!(found.len() == 1 && found[0].level == Level::Error && found[0].platform == Some(Platform::Youtube));
        }
    }

    #[test]
    fn k07_a_changed_clock_is_told_and_does_not_block() {
        let found = times(&both("2027-03-28 02:30"), now());
        assert!(found.len() == 2 && found.iter().all(|f| f.level == Level::Warning && f.message.contains("01:30 UTC")));
        let mut fields = both("2026-12-01 18:00");
        fields.schedule.as_mut().unwrap().zone = "Moon/Base".into();
        assert!(times(&fields, now()).iter().all(|f| f.level == Level::Error));
    }
}
