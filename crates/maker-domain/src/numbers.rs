//! When a published video's views and likes are asked for again, and when what was told is too old to keep.

use chrono::{DateTime, TimeDelta, Utc};

use crate::Platform;

/// YouTube's Developer Policies, III.E.4: stored data is refreshed or deleted within 30 days.
const YOUTUBE_KEEPS: TimeDelta = TimeDelta::days(30);

/// The pause after the numbers of a video that was published at `published` were told at `now`. A new video's numbers move
/// by the hour, an old one's hardly; the longest pause leaves several tries before YouTube's 30 days are over. `chance`, in
/// 0..1, spreads videos that were published together over a tenth of it.
#[must_use]
pub fn pause(published: DateTime<Utc>, now: DateTime<Utc>, chance: f64) -> TimeDelta {
    const STEPS: [(TimeDelta, TimeDelta); 4] = [
        (TimeDelta::hours(2), TimeDelta::minutes(10)),
        (TimeDelta::days(1), TimeDelta::hours(1)),
        (TimeDelta::days(7), TimeDelta::hours(6)),
        (TimeDelta::days(30), TimeDelta::days(1)),
    ];
    let age = now - published;
    let step = STEPS.iter().find(|(until, _)| age < *until).map_or(TimeDelta::days(7), |(_, pause)| *pause);
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "at most a week in milliseconds")]
    let spread = (step.num_milliseconds() as f64 * 0.1 * chance.clamp(0.0, 1.0)) as i64;
    step + TimeDelta::milliseconds(spread)
}

/// The pause after `failures` tries in a row that told nothing: from a minute, doubling, up to six hours.
#[must_use]
pub fn pause_after_failure(failures: u32) -> TimeDelta {
    TimeDelta::minutes(1 << failures.saturating_sub(1).min(9)).min(TimeDelta::hours(6))
}

/// Numbers that were last told before this are to be deleted; `None` where the platform sets no such time.
#[must_use]
pub fn too_old(platform: Platform, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match platform {
        Platform::Youtube => Some(now - YOUTUBE_KEEPS),
        Platform::Tiktok => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hours)
    }

    #[test]
    fn the_older_a_video_the_seldomer_it_is_asked_about() {
        let pauses = [0, 1, 12, 24 * 3, 24 * 20, 24 * 400].map(|age| pause(at(0), at(age), 0.0));
        assert!(pauses.is_sorted(), "{pauses:?}");
        assert_eq!(pauses[0], TimeDelta::minutes(10));
        assert_eq!(pauses[5], TimeDelta::days(7));
    }

    #[test]
    fn even_the_longest_pause_leaves_three_tries_before_youtubes_thirty_days() {
        let longest = pause(at(0), at(24 * 4_000), 1.0);
        assert!(longest * 3 < YOUTUBE_KEEPS, "{longest}");
    }

    #[test]
    fn a_clock_that_stands_before_the_publication_is_no_trouble() {
        assert_eq!(pause(at(50), at(0), 0.0), TimeDelta::minutes(10));
    }

    #[test]
    fn failures_are_waited_out_longer_and_longer_up_to_six_hours() {
        let pauses: Vec<_> = (0..40).map(pause_after_failure).collect();
        assert!(pauses.is_sorted());
        assert_eq!(
            (pauses[0], pauses[1], pauses[39]),
            (TimeDelta::minutes(1), TimeDelta::minutes(1), TimeDelta::hours(6))
        );
    }
}
