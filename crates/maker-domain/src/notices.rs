//! What the maker is told of outside the window, and when not.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::uploads::{DAY_MINUTES, is_within};

/// What the maker has set. The values a maker has not touched are those of [`NoticeSettings::default`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct NoticeSettings {
    /// Tell that a video is published.
    pub finished: bool,
    /// Tell that something needs the maker.
    pub needs_you: bool,
    /// Tell that something goes out soon for which this computer must be on.
    pub due_soon: bool,
    /// With a sound.
    pub sound: bool,
    /// The part of the day in which nothing is told.
    pub quiet: Option<QuietHours>,
}

/// A part of the maker's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuietHours {
    /// First minute of the day, 0 to 1,439.
    pub from_minute: u16,
    /// The minute it ends before. Before `from_minute`: over midnight.
    pub to_minute: u16,
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum NoticeKind {
    /// Published.
    Finished,
    /// The maker must do something.
    NeedsYou,
    /// Goes out within minutes, from this computer.
    DueSoon,
}

impl Default for NoticeSettings {
    fn default() -> Self {
        Self { finished: true, needs_you: true, due_soon: true, sound: false, quiet: None }
    }
}

impl NoticeSettings {
    /// Whether a notice of this kind is wanted at `minute` of the maker's day.
    #[must_use]
    pub fn wants(&self, kind: NoticeKind, minute: u16) -> bool {
        let is_on = match kind {
            NoticeKind::Finished => self.finished,
            NoticeKind::NeedsYou => self.needs_you,
            NoticeKind::DueSoon => self.due_soon,
        };
        is_on && !self.quiet.is_some_and(|q| is_within(minute, q.from_minute, q.to_minute))
    }

    /// What is wrong with these settings, in the maker's words; `None` when they can be kept.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        let quiet = self.quiet?;
        if quiet.from_minute >= DAY_MINUTES || quiet.to_minute >= DAY_MINUTES {
            return Some(say!("fields-uploads-hours"));
        }
        if quiet.from_minute == quiet.to_minute {
            return Some(say!("fields-notices-quiet"));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [NoticeKind; 3] = [NoticeKind::Finished, NoticeKind::NeedsYou, NoticeKind::DueSoon];

    fn quiet(from: u16, to: u16) -> NoticeSettings {
        let quiet = QuietHours { from_minute: from * 60, to_minute: to * 60 };
        NoticeSettings { quiet: Some(quiet), ..Default::default() }
    }

    #[test]
    fn t03_everything_is_told_and_without_a_sound_until_the_maker_says_otherwise() {
        let usual = NoticeSettings::default();
        assert!(KINDS.iter().all(|kind| usual.wants(*kind, 3 * 60)));
        assert!(!usual.sound);
        let of_another_version: NoticeSettings = serde_json::from_str("{}").unwrap();
        assert_eq!(of_another_version, usual);
    }

    #[test]
    fn t03_each_kind_is_switched_off_by_itself() {
        let off = [
            NoticeSettings { finished: false, ..Default::default() },
            NoticeSettings { needs_you: false, ..Default::default() },
            NoticeSettings { due_soon: false, ..Default::default() },
        ];
        for (settings, silent) in off.iter().zip(KINDS) {
            for kind in KINDS {
                assert_eq!(settings.wants(kind, 0), kind != silent, "{kind:?}");
            }
        }
    }

    #[test]
    fn t03_quiet_hours_hold_by_day_and_over_midnight_and_end_at_their_minute() {
        let told = |settings: &NoticeSettings, minute| settings.wants(NoticeKind::Finished, minute);
        let (day, night) = (quiet(9, 17), quiet(22, 7));
        assert_eq!([8 * 60 + 59, 9 * 60, 16 * 60 + 59, 17 * 60].map(|m| told(&day, m)), [true, false, false, true]);
        let minutes = [21 * 60 + 59, 22 * 60, 23 * 60 + 59, 0, 6 * 60 + 59, 7 * 60, 12 * 60];
        assert_eq!(minutes.map(|m| told(&night, m)), [true, false, false, false, false, true, true]);
    }

    #[test]
    fn t03_hours_that_cannot_be_are_named() {
        assert_eq!(quiet(22, 7).trouble(), None);
        assert!(quiet(24, 7).trouble().is_some());
        assert!(quiet(7, 7).trouble().is_some());
    }
}
