//! When something goes out. A maker means a time on a wall in some place; which instant that is, is worked out anew whenever
//! it is needed, so that a country that changes its clocks moves the instant and never the maker's word.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use maker_words::{One, say};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::uploads::DAY_MINUTES;

/// A date and a time of day in a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
pub struct WallTime {
    /// The day, as a calendar there shows it.
    pub date: NaiveDate,
    /// The minute of the day, 0 to 1,439.
    pub minute: u16,
    /// The place by its IANA name, such as `Europe/Paris`. Kept as it is written: another version may know more of them.
    pub zone: String,
}

/// When one platform gets its share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "when", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum When {
    /// As soon as Publish is pressed.
    Now,
    /// At its time.
    At(WallTime),
}

/// The instant that a [`WallTime`] stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Meant {
    /// The instant.
    pub at: DateTime<Utc>,
    /// How it came about.
    pub reading: Reading,
}

/// What the clocks of the place do at that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Reading {
    /// The time comes once.
    Plain,
    /// The clocks go forward over it: it never comes. Meant is the instant at which they would have shown it, had they not
    /// been changed; they show a later time then.
    Skipped,
    /// The clocks go back and show it twice. Meant is the first.
    Twice,
}

/// Why a wall time stands for no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoInstant {
    /// The place is not in our list.
    #[error("{}", say!("schedule-no-zone"))]
    Zone,
    /// No day or minute that we can use.
    #[error("{}", say!("schedule-no-date"))]
    Date,
}

/// Days before and after which nobody means it.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2200;

/// Clocks that go forward skip a day at most (Samoa left out 30 December 2011).
const LONGEST_GAP_QUARTERS: i32 = 26 * 4;

impl WallTime {
    /// Reads `2026-12-01 18:00` with an optional zone behind it; without one it is `zone`. `T` may stand for the space.
    #[must_use]
    pub fn parse(text: &str, zone: &str) -> Option<Self> {
        let text = text.trim();
        // Only the letter behind the date stands for a space: places have it in their names.
        let (date, rest) = text.split_once([' ', 'T'])?;
        let mut parts = rest.split_whitespace();
        let (time, place) = (parts.next()?, parts.next().unwrap_or(zone));
        if parts.next().is_some() {
            return None;
        }
        let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
        let (hour, minute) = time.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        let made = Self { date, minute: hour.checked_mul(60)?.checked_add(minute)?, zone: place.to_owned() };
        (minute < 60 && made.meant().is_ok()).then_some(made)
    }

    /// What the clocks of `zone` show at `at`, without its seconds; `None` for a place that is not known.
    #[must_use]
    pub fn of(at: DateTime<Utc>, zone: &str) -> Option<Self> {
        let tz: Tz = zone.parse().ok()?;
        Some(Self::from_local(at.with_timezone(&tz).naive_local(), zone))
    }

    /// A local time of `zone`, without its seconds.
    #[must_use]
    pub fn from_local(local: NaiveDateTime, zone: &str) -> Self {
        use chrono::Timelike as _;
        let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or_default();
        Self { date: local.date(), minute, zone: zone.to_owned() }
    }

    /// The local time, without its place; `None` for a minute that no day has.
    #[must_use]
    pub fn local(&self) -> Option<NaiveDateTime> {
        let minute = u32::from(self.minute);
        self.date.and_hms_opt(minute / 60, minute % 60, 0).filter(|_| YEARS.contains(&self.date.year()))
    }

    /// The instant that is meant. A time that the clocks skip is read with the offset that held before they went forward,
    /// a time that comes twice is the first of the two: the rule of RFC 5545, by which other calendars read it too.
    ///
    /// # Errors
    /// [`NoInstant`] for a place or a date that cannot be used.
    pub fn meant(&self) -> Result<Meant, NoInstant> {
        let tz: Tz = self.zone.parse().map_err(|_| NoInstant::Zone)?;
        let local = self.local().ok_or(NoInstant::Date)?;
        let found = tz.from_local_datetime(&local);
        if let Some(at) = found.single() {
            return Ok(Meant { at: at.with_timezone(&Utc), reading: Reading::Plain });
        }
        if let Some(at) = found.earliest() {
            return Ok(Meant { at: at.with_timezone(&Utc), reading: Reading::Twice });
        }
        let before = (1..=LONGEST_GAP_QUARTERS)
            .find_map(|quarters| tz.from_local_datetime(&(local - TimeDelta::minutes(15) * quarters)).latest())
            .ok_or(NoInstant::Date)?;
        let at = (local - before.offset().fix()).and_utc();
        Ok(Meant { at, reading: Reading::Skipped })
    }

    /// What there is to say of this time because of the clocks of its place; `None` for a plain one.
    #[must_use]
    pub fn note(&self) -> Option<String> {
        let meant = self.meant().ok()?;
        let utc = meant.at.format("%H:%M").to_string();
        match meant.reading {
            Reading::Plain => None,
            Reading::Skipped => {
                let shown = Self::of(meant.at, &self.zone)?;
                Some(say!("schedule-skipped", time = self.time(), shown = shown.time(), utc = utc))
            }
            Reading::Twice => Some(say!("schedule-twice", time = self.time(), utc = utc)),
        }
    }

    /// The time of day, such as `18:00`.
    #[must_use]
    pub fn time(&self) -> String {
        format!("{:02}:{:02}", self.minute / 60, self.minute % 60)
    }
}

/// A month's name, 1 being January.
#[must_use]
pub fn month_in_words(month: u32) -> String {
    say!("schedule-month", month = One(&format!("m{month}")))
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.date, self.time(), self.zone)
    }
}

/// A part of the week at which the maker likes to publish.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct Slot {
    /// 1 is Monday, 7 is Sunday.
    pub weekday: u8,
    /// The minute of the day, 0 to 1,439.
    pub minute: u16,
}

/// How the times of several things follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "every", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Rhythm {
    /// So many hours apart, as they pass.
    Hours {
        /// 1 to 720.
        count: u16,
    },
    /// So many days apart, always at the same time of the day.
    Days {
        /// 1 to 366.
        count: u16,
    },
    /// At the maker's own slots.
    Slots,
}

/// `count` times, the first of them `start`, each so far behind the one before. Hours are those that pass: where clocks go
/// forward the time on the wall moves with them. An hour that the clocks show twice has no second name on a wall, and is
/// passed over, so that no two are at once. Slots are not counted here: see [`next_free`].
///
/// # Errors
/// [`NoInstant`] for a start that cannot be used, or steps that lead to where nobody means it.
pub fn stagger(start: &WallTime, every: Rhythm, count: usize) -> Result<Vec<WallTime>, NoInstant> {
    let first = start.meant()?.at;
    let nth = |n: u32| -> Result<WallTime, NoInstant> {
        match every {
            Rhythm::Hours { count } => first
                .checked_add_signed(TimeDelta::hours(i64::from(count.max(1)) * i64::from(n)))
                .and_then(|at| WallTime::of(at, &start.zone))
                .ok_or(NoInstant::Date),
            Rhythm::Days { count } => {
                let days = Days::new(u64::from(count.max(1)) * u64::from(n));
                let date = start.date.checked_add_days(days).ok_or(NoInstant::Date)?;
                Ok(WallTime { date, ..start.clone() })
            }
            Rhythm::Slots => Err(NoInstant::Date),
        }
    };
    let mut made = Vec::new();
    let mut last = None;
    for n in 0.. {
        if made.len() >= count {
            break;
        }
        let wall = if n == 0 { start.clone() } else { nth(n)? };
        let at = wall.meant()?.at;
        if last.is_none_or(|last| at > last) {
            last = Some(at);
            made.push(wall);
        }
    }
    Ok(made)
}

/// How far ahead a free slot is looked for, in days.
pub const SLOT_DAYS: u32 = 8 * 7;

/// The first of the maker's slots after `after` at which nothing of `taken` goes, all by the same clocks; `None` when the
/// next eight weeks are full, or there are no slots.
#[must_use]
pub fn next_free(slots: &[Slot], after: NaiveDateTime, taken: &[NaiveDateTime]) -> Option<NaiveDateTime> {
    let mut slots = slots.to_vec();
    slots.sort_unstable();
    (0..=SLOT_DAYS).filter_map(|day| after.date().checked_add_days(Days::new(day.into()))).find_map(|date| {
        let weekday = u8::try_from(date.weekday().number_from_monday()).unwrap_or_default();
        slots
            .iter()
            .filter(|slot| slot.weekday == weekday && slot.minute < DAY_MINUTES)
            .filter_map(|slot| date.and_hms_opt(u32::from(slot.minute) / 60, u32::from(slot.minute) % 60, 0))
            .find(|time| *time > after && !taken.contains(time))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(date: &str, time: &str, zone: &str) -> WallTime {
        let (hour, minute) = time.split_once(':').unwrap();
        let minute = hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap();
        WallTime { date: date.parse().unwrap(), minute, zone: zone.into() }
    }

    fn meant(date: &str, time: &str, zone: &str) -> (String, Reading) {
        let meant = wall(date, time, zone).meant().unwrap();
        (meant.at.format("%Y-%m-%d %H:%M").to_string(), meant.reading)
    }

    #[test]
    fn k07_a_plain_time_is_the_instant_of_its_place() {
        for (date, time, zone, utc) in [
            ("2026-12-01", "18:00", "Europe/Paris", "2026-12-01 17:00"),
            ("2026-07-01", "18:00", "Europe/Paris", "2026-07-01 16:00"),
            ("2026-12-01", "18:00", "Africa/Nairobi", "2026-12-01 15:00"),
            ("2026-12-01", "05:30", "Asia/Kathmandu", "2026-11-30 23:45"),
            ("2026-12-01", "18:00", "UTC", "2026-12-01 18:00"),
        ] {
            assert_eq!(meant(date, time, zone), (utc.into(), Reading::Plain), "{zone}");
        }
    }

    #[test]
    fn k07_a_time_that_the_clocks_skip_is_read_as_if_they_had_not_been_changed() {
        for (date, time, zone, utc) in [
            ("2027-03-28", "02:30", "Europe/Paris", "2027-03-28 01:30"),
            ("2027-03-14", "02:00", "America/New_York", "2027-03-14 07:00"),
            // Half an hour, and not at two o'clock.
            ("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03 15:45"),
            // Midnight itself is skipped.
            ("2026-09-06", "00:10", "America/Santiago", "2026-09-06 04:10"),
            // A whole day is skipped.
            ("2011-12-30", "12:00", "Pacific/Apia", "2011-12-30 22:00"),
        ] {
            assert_eq!(meant(date, time, zone), (utc.into(), Reading::Skipped), "{zone}");
        }
        let note = wall("2027-03-28", "02:30", "Europe/Paris").note().unwrap();
        assert!(note.contains("02:30") && note.contains("03:30") && note.contains("01:30 UTC"), "{note}");
    }

    #[test]
    fn k07_of_a_time_that_comes_twice_the_first_is_meant() {
        for (date, time, zone, utc) in [
            ("2026-10-25", "02:30", "Europe/Paris", "2026-10-25 00:30"),
            ("2026-11-01", "01:30", "America/New_York", "2026-11-01 05:30"),
            ("2027-04-04", "01:45", "Australia/Lord_Howe", "2027-04-03 14:45"),
        ] {
            assert_eq!(meant(date, time, zone), (utc.into(), Reading::Twice), "{zone}");
        }
        let note = wall("2026-10-25", "02:30", "Europe/Paris").note().unwrap();
        assert!(note.contains("twice") && note.contains("00:30 UTC"), "{note}");
    }

    #[test]
    fn what_is_no_time_is_refused_and_never_guessed() {
        assert_eq!(wall("2026-12-01", "18:00", "Europe/Atlantis").meant(), Err(NoInstant::Zone));
        assert_eq!(wall("2026-12-01", "24:00", "UTC").meant(), Err(NoInstant::Date));
        let far = WallTime { date: NaiveDate::MAX, minute: 0, zone: "Pacific/Apia".into() };
        assert_eq!(far.meant(), Err(NoInstant::Date));
        for text in [
            "",
            "tomorrow",
            "2026-13-01 10:00",
            "2026-12-01",
            "2026-12-01 25:00",
            "2026-12-01 10:00 Mars",
            "2026-12-01 10:60",
            "2026-12-01 10:00 UTC x",
        ] {
            assert_eq!(WallTime::parse(text, "UTC"), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_it_is_shown() {
        let time = wall("2026-12-01", "18:05", "Europe/Paris");
        assert_eq!(WallTime::parse(&time.to_string(), "UTC"), Some(time.clone()));
        assert_eq!(WallTime::parse("2026-12-01T18:05", "Europe/Paris"), Some(time.clone()));
        let in_utc = WallTime { zone: "UTC".into(), ..time.clone() };
        for text in ["2026-12-01 18:05 UTC", "2026-12-01T18:05 UTC", "2026-12-01 18:05"] {
            assert_eq!(WallTime::parse(text, "UTC"), Some(in_utc.clone()), "{text}");
        }
        assert_eq!(WallTime::of(time.meant().unwrap().at, "Europe/Paris"), Some(time));
    }

    #[test]
    fn c14_times_follow_each_other_by_the_clocks_of_their_place() {
        let start = wall("2027-03-27", "02:30", "Europe/Paris");
        let times = |every, count| -> Vec<String> {
            stagger(&start, every, count).unwrap().iter().map(|w| format!("{} {}", w.date, w.time())).collect()
        };
        assert_eq!(
            times(Rhythm::Days { count: 1 }, 3),
            ["2027-03-27 02:30", "2027-03-28 02:30", "2027-03-29 02:30"],
            "a day on is the same time, also where the clocks skip it"
        );
        assert_eq!(
            times(Rhythm::Hours { count: 24 }, 3),
            ["2027-03-27 02:30", "2027-03-28 03:30", "2027-03-29 03:30"],
            "24 hours on is 24 hours on"
        );
        assert_eq!(times(Rhythm::Days { count: 7 }, 2)[1], "2027-04-03 02:30");
        assert_eq!(times(Rhythm::Hours { count: 6 }, 0), Vec::<String>::new());
    }

    #[test]
    fn c14_no_two_times_are_at_once_where_the_clocks_go_back() {
        let start = wall("2026-10-25", "00:30", "Europe/Paris");
        let made = stagger(&start, Rhythm::Hours { count: 1 }, 6).unwrap();
        let at: Vec<_> = made.iter().map(|wall| wall.meant().unwrap().at).collect();
        assert!(at.windows(2).all(|pair| pair[0] < pair[1]), "{at:?}");
        assert_eq!(made.iter().filter(|wall| wall.time() == "02:30").count(), 1);
        assert_eq!(made.len(), 6);
    }

    #[test]
    fn c14_times_that_lead_nowhere_are_refused() {
        let far = wall("2199-12-01", "18:00", "UTC");
        assert_eq!(stagger(&far, Rhythm::Days { count: 366 }, 200), Err(NoInstant::Date));
        assert_eq!(stagger(&wall("2026-12-01", "18:00", "Mars/X"), Rhythm::Slots, 1), Err(NoInstant::Zone));
        assert_eq!(stagger(&wall("2026-12-01", "18:00", "UTC"), Rhythm::Slots, 2), Err(NoInstant::Date));
    }

    #[test]
    fn k06_the_next_free_slot_is_the_first_that_nothing_else_has() {
        // 26 November 2026 is a Thursday.
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        let slots = [Slot { weekday: 5, minute: 18 * 60 }, Slot { weekday: 4, minute: 9 * 60 }];
        let after = at("2026-11-26 09:00");
        assert_eq!(next_free(&slots, after, &[]), Some(at("2026-11-27 18:00")));
        assert_eq!(next_free(&slots, after, &[at("2026-11-27 18:00")]), Some(at("2026-12-03 09:00")));
        assert_eq!(next_free(&[], after, &[]), None);
        assert_eq!(next_free(&[Slot { weekday: 9, minute: 5_000 }], after, &[]), None);
    }
}
