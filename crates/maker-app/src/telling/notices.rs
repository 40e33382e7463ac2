//! Which changes of the queue the maker is told of while looking elsewhere. Pure: rows and a moment go in, notices come out.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::delivery::{DeliveryState, Wait};
use maker_domain::followup::StepState;
use maker_domain::id::{DeliveryId, PublicationId, StepId};
use maker_domain::notices::{NoticeKind, NoticeSettings};

use crate::views::{DeliveryView, Group, Notice};

/// How long changes are gathered, so that what comes together is told together.
const GATHER: TimeDelta = TimeDelta::seconds(4);

/// How long before its time the maker is told that this computer must be on.
const SOON: TimeDelta = TimeDelta::minutes(10);

/// Something that is so, and worth a word when it has just become so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Fact {
    Published(DeliveryId),
    Stopped(DeliveryId),
    StepStopped(DeliveryId, StepId),
    /// With its time: at another one it is told again.
    GoesOut(DeliveryId, DateTime<Utc>),
}

impl Fact {
    const fn kind(self) -> NoticeKind {
        match self {
            Self::Published(_) => NoticeKind::Finished,
            Self::Stopped(_) | Self::StepStopped(..) => NoticeKind::NeedsYou,
            Self::GoesOut(..) => NoticeKind::DueSoon,
        }
    }

    const fn delivery(self) -> DeliveryId {
        match self {
            Self::Published(id) | Self::Stopped(id) | Self::StepStopped(id, _) | Self::GoesOut(id, _) => id,
        }
    }
}

/// When it is, for the maker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) now: DateTime<Utc>,
    /// Of the maker's day.
    pub(super) minute: u16,
    /// The maker looks at the window, which shows all of it.
    pub(super) in_front: bool,
}

/// What is known already, and what is being gathered.
#[derive(Debug, Default)]
pub(super) struct Notices {
    /// Nothing before the first look.
    known: Option<HashSet<Fact>>,
    gathered: Vec<Fact>,
    since: DateTime<Utc>,
    was_in_front: bool,
}

impl Notices {
    /// What is to be told now.
    pub(super) fn look(&mut self, rows: &[DeliveryView], settings: &NoticeSettings, moment: Moment) -> Vec<Notice> {
        let facts = facts(rows, moment.now);
        let is: HashSet<Fact> = facts.iter().copied().collect();
        // At the start the past is known; what goes out soon is no past.
        let was = self.known.replace(is.clone());
        let is_news = |fact: &Fact| match &was {
            Some(was) => !was.contains(fact),
            None => fact.kind() == NoticeKind::DueSoon,
        };
        let news = facts.into_iter().filter(is_news).filter(|fact| settings.wants(fact.kind(), moment.minute));
        // What had become so before they turned away was seen too.
        if std::mem::replace(&mut self.was_in_front, moment.in_front) || moment.in_front {
            self.gathered.clear();
            return Vec::new();
        }
        if self.gathered.is_empty() {
            self.since = moment.now;
        }
        self.gathered.extend(news);
        // What is over before it was told is not worth a word.
        self.gathered.retain(|fact| is.contains(fact));
        // By the difference either way: a clock that is set back holds nothing up.
        if self.gathered.is_empty() || (moment.now - self.since).abs() < GATHER {
            return Vec::new();
        }
        let mut by_kind: BTreeMap<NoticeKind, Vec<Fact>> = BTreeMap::new();
        for fact in self.gathered.drain(..) {
            by_kind.entry(fact.kind()).or_default().push(fact);
        }
        by_kind.into_iter().filter_map(|(kind, facts)| notice(kind, &facts, rows, settings)).collect()
    }
}

fn facts(rows: &[DeliveryView], now: DateTime<Utc>) -> Vec<Fact> {
    rows.iter().flat_map(|row| facts_of(row, now)).collect()
}

fn facts_of(row: &DeliveryView, now: DateTime<Utc>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if matches!(row.state, DeliveryState::Published { .. }) {
        facts.push(Fact::Published(row.id));
    }
    if row.group == Group::NeedsYou {
        facts.push(Fact::Stopped(row.id));
    }
    let stopped = row.steps.iter().filter(|step| matches!(step.state, StepState::NeedsAttention { .. }));
    facts.extend(stopped.map(|step| Fact::StepStopped(row.id, step.id)));
    // Only what goes to a platform that keeps no times waits here for its own.
    if let (DeliveryState::Waiting { why: Wait::Schedule, .. }, Some(schedule)) = (&row.state, &row.schedule)
        && (now..now + SOON).contains(&schedule.at)
    {
        facts.push(Fact::GoesOut(row.id, schedule.at));
    }
    facts
}

/// One notice of everything of one kind.
fn notice(kind: NoticeKind, facts: &[Fact], rows: &[DeliveryView], settings: &NoticeSettings) -> Option<Notice> {
    let row = |fact: &Fact| rows.iter().find(|row| row.id == fact.delivery());
    let told: Vec<&DeliveryView> = facts.iter().filter_map(row).collect();
    let first = *told.first()?;
    let videos: HashSet<PublicationId> = told.iter().map(|row| row.publication_id).collect();
    let mut platforms: Vec<_> = told.iter().map(|row| row.platform).collect();
    platforms.sort_unstable();
    platforms.dedup();
    let due = facts.iter().filter_map(|fact| if let Fact::GoesOut(_, at) = fact { Some(*at) } else { None }).min();
    Some(Notice {
        kind,
        videos: u32::try_from(videos.len()).unwrap_or(u32::MAX),
        title: first.title.clone(),
        platforms,
        what: facts.first().and_then(|fact| what(*fact, first)),
        at: due,
        delivery: (videos.len() == 1).then_some(first.id),
        sound: settings.sound,
    })
}

/// What happened, in the maker's words.
fn what(fact: Fact, row: &DeliveryView) -> Option<String> {
    let explanation = match fact {
        Fact::Stopped(_) => row.explanation.as_ref(),
        Fact::StepStopped(_, id) => row.steps.iter().find(|step| step.id == id)?.explanation.as_ref(),
        Fact::Published(_) | Fact::GoesOut(..) => None,
    };
    explanation.map(|explanation| explanation.what.clone())
}

#[cfg(test)]
mod tests {
    use maker_domain::Platform;
    use maker_domain::notices::QuietHours;
    use maker_domain::reason::{Reason, ReasonCode};

    use super::*;
    use crate::telling::dock::tests::row;
    use crate::views::ScheduleView;

    const NIGHT: u16 = 3 * 60;
    const DAY: u16 = 12 * 60;

    fn at(seconds: i64) -> Moment {
        Moment { now: DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds), minute: DAY, in_front: false }
    }

    fn uploading(number: u128) -> DeliveryView {
        row(number, DeliveryState::Uploading)
    }

    fn published(number: u128) -> DeliveryView {
        row(number, DeliveryState::Published { url: "https://youtu.be/x".into(), exact: true })
    }

    fn stopped(number: u128) -> DeliveryView {
        row(number, DeliveryState::stopped(Reason::new(ReasonCode::FileMissing)))
    }

    fn waiting(number: u128, at_s: i64) -> DeliveryView {
        let at = DateTime::UNIX_EPOCH + TimeDelta::seconds(at_s);
        let mut row = row(number, DeliveryState::Waiting { why: Wait::Schedule, until: Some(at) });
        row.platform = Platform::Tiktok;
        row.schedule = Some(ScheduleView { at, wall: None, late_minutes: None });
        row
    }

    /// Looks at each list of rows at its second, and gives what was told.
    fn told(settings: &NoticeSettings, looks: &[(Moment, &[DeliveryView])]) -> Vec<(NoticeKind, u32)> {
        let mut notices = Notices::default();
        let all = looks.iter().flat_map(|(moment, rows)| notices.look(rows, settings, *moment));
        all.map(|notice| (notice.kind, notice.videos)).collect::<Vec<_>>()
    }

    #[test]
    fn y02_what_is_published_within_seconds_is_told_together_and_once() {
        let before: Vec<_> = (1..=3).map(uploading).collect();
        let (one, all): (Vec<_>, Vec<_>) =
            (vec![published(1), uploading(2), uploading(3)], (1..=3).map(published).collect());
        let looks = [(at(0), &before[..]), (at(1), &one), (at(3), &all), (at(5), &all), (at(6), &all), (at(60), &all)];
        assert_eq!(told(&NoticeSettings::default(), &looks), [(NoticeKind::Finished, 3)]);
    }

    #[test]
    fn y02_one_video_on_two_platforms_is_one_notice_that_leads_to_it() {
        let on_both = |make: fn(u128) -> DeliveryView| {
            let (mut youtube, mut tiktok) = (make(1), make(2));
            tiktok.platform = Platform::Tiktok;
            tiktok.publication_id = youtube.publication_id;
            youtube.title = "How I oil an oak chair".into();
            vec![youtube, tiktok]
        };
        let mut notices = Notices::default();
        let usual = NoticeSettings::default();
        assert!(notices.look(&on_both(uploading), &usual, at(0)).is_empty());
        assert!(notices.look(&on_both(published), &usual, at(1)).is_empty());
        let [notice] = &notices.look(&on_both(published), &usual, at(5))[..] else { panic!("one notice") };
        assert_eq!((notice.videos, notice.platforms.as_slice()), (1, &[Platform::Youtube, Platform::Tiktok][..]));
        assert_eq!(
            (notice.title.as_str(), notice.delivery),
            ("How I oil an oak chair", Some(on_both(published)[0].id))
        );
        assert!(!notice.sound);
    }

    #[test]
    fn y02_what_was_so_at_the_start_is_told_to_nobody() {
        let rows = [published(1), stopped(2)];
        assert_eq!(told(&NoticeSettings::default(), &[(at(0), &rows), (at(5), &rows), (at(10), &rows)]), []);
    }

    #[test]
    fn y02_what_stops_is_told_with_its_reason_and_again_only_when_it_stops_again() {
        let usual = NoticeSettings::default();
        let mut notices = Notices::default();
        notices.look(&[uploading(1)], &usual, at(0));
        notices.look(&[stopped(1)], &usual, at(1));
        let first = notices.look(&[stopped(1)], &usual, at(5));
        assert_eq!(first[0].what, Some(ReasonCode::FileMissing.explain(Platform::Youtube).what));
        assert!((6..100).all(|s| notices.look(&[stopped(1)], &usual, at(s)).is_empty()));
        notices.look(&[uploading(1)], &usual, at(100));
        notices.look(&[stopped(1)], &usual, at(101));
        assert_eq!(notices.look(&[stopped(1)], &usual, at(105)).len(), 1);
    }

    #[test]
    fn y02_nothing_is_told_while_the_window_is_in_front_nor_afterwards_of_what_was_seen_there() {
        let front = |seconds| Moment { in_front: true, ..at(seconds) };
        let (before, after) = ([uploading(1)], [published(1)]);
        let looks = [(at(0), &before[..]), (front(1), &after), (front(6), &after), (at(7), &after), (at(20), &after)];
        assert_eq!(told(&NoticeSettings::default(), &looks), []);
        let looks = [(front(0), &before[..]), (at(1), &after), (at(20), &after)];
        assert_eq!(told(&NoticeSettings::default(), &looks), [], "it was there when they turned away");
        // Whoever comes back while it is gathered sees it too.
        let looks = [(at(0), &before[..]), (at(1), &after), (front(2), &after), (at(3), &after), (at(20), &after)];
        assert_eq!(told(&NoticeSettings::default(), &looks), []);
    }

    #[test]
    fn t03_quiet_hours_and_kinds_that_are_off_are_told_of_nothing() {
        let night = |seconds| Moment { minute: NIGHT, ..at(seconds) };
        let quiet = NoticeSettings {
            quiet: Some(QuietHours { from_minute: 22 * 60, to_minute: 7 * 60 }),
            ..NoticeSettings::default()
        };
        let (before, after) = ([uploading(1), uploading(2)], [published(1), stopped(2)]);
        let looks = [(night(0), &before[..]), (night(1), &after), (night(5), &after), (at(20_000), &after)];
        assert_eq!(told(&quiet, &looks), []);
        let no_end = NoticeSettings { finished: false, ..NoticeSettings::default() };
        let looks = [(at(0), &before[..]), (at(1), &after), (at(5), &after)];
        assert_eq!(told(&no_end, &looks), [(NoticeKind::NeedsYou, 1)]);
    }

    #[test]
    fn y02_what_goes_out_within_ten_minutes_is_told_once_for_each_time() {
        let usual = NoticeSettings::default();
        let mut notices = Notices::default();
        let mut told = |rows: &[DeliveryView], seconds| notices.look(rows, &usual, at(seconds)).len();
        let hour = [waiting(1, 3_600)];
        assert_eq!((told(&hour, 0), told(&hour, 2_999), told(&hour, 3_004)), (0, 0, 0));
        assert_eq!((told(&hour, 3_008), told(&hour, 3_300), told(&hour, 3_599)), (1, 0, 0));
        // The maker moves it, and it goes out later.
        let later = [waiting(1, 7_200)];
        assert_eq!((told(&later, 3_599), told(&later, 6_700), told(&later, 6_704)), (0, 0, 1));
        let mut at_the_start = Notices::default();
        assert_eq!(at_the_start.look(&hour, &usual, at(3_400)).len(), 0);
        let first = at_the_start.look(&hour, &usual, at(3_404));
        assert_eq!(first[0].at, Some(at(3_600).now), "also what was due soon when the program started");
    }

    #[test]
    fn y02_a_clock_that_is_set_back_holds_nothing_up() {
        let (before, after) = ([uploading(1)], [published(1)]);
        let looks = [(at(90_000), &before[..]), (at(90_001), &after), (at(10), &after), (at(11), &after)];
        assert_eq!(told(&NoticeSettings::default(), &looks), [(NoticeKind::Finished, 1)]);
    }
}
