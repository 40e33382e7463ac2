//! What stands at the dock or taskbar: how far all uploads are together, and how much needs the maker. Pure.

use std::collections::HashSet;

use maker_domain::delivery::{DeliveryState, StateName, Wait};
use maker_domain::followup::StepState;
use maker_domain::id::{DeliveryId, StepId};

use crate::views::{DeliveryView, DockView, Group};

/// What is counted together, and what of it the maker has seen.
#[derive(Debug, Default)]
pub(super) struct Dock {
    /// What was on its way since nothing was: the bar must not go back whenever one of them is through.
    batch: HashSet<DeliveryId>,
    seen: HashSet<Need>,
}

/// Something that needs the maker: a delivery, or a step of one.
type Need = (DeliveryId, Option<StepId>);

impl Dock {
    /// What is to be shown now. Whoever looks at Home sees everything that the badge counts.
    pub(super) fn look(&mut self, rows: &[DeliveryView], is_on_home: bool) -> DockView {
        let needs: HashSet<Need> = rows.iter().flat_map(needs_of).collect();
        if is_on_home {
            self.seen.clone_from(&needs);
        } else {
            // What was mended and stops again is new.
            self.seen.retain(|need| needs.contains(need));
        }
        let needs_you = u32::try_from(needs.difference(&self.seen).count()).unwrap_or(u32::MAX);
        DockView { percent: self.percent(rows), needs_you }
    }

    fn percent(&mut self, rows: &[DeliveryView]) -> Option<u8> {
        let runs = |row: &&DeliveryView| matches!(row.state, DeliveryState::Preparing | DeliveryState::Uploading);
        let comes = |row: &&DeliveryView| {
            runs(row)
                || matches!(
                    row.state,
                    DeliveryState::Waiting { why: Wait::Turn | Wait::Network | Wait::Metered | Wait::Platform, .. }
                )
        };
        let coming: HashSet<DeliveryId> = rows.iter().filter(comes).map(|row| row.id).collect();
        if coming.is_empty() {
            self.batch.clear();
        }
        self.batch.extend(&coming);
        let (mut sent, mut all) = (0, 0);
        for row in rows.iter().filter(|row| self.batch.contains(&row.id)) {
            let part = if has_arrived(row) { row.total_bytes } else { row.confirmed_bytes.min(row.total_bytes) };
            // What was paused or given up is not on its way any more.
            if has_arrived(row) || coming.contains(&row.id) {
                (sent, all) = (sent + u128::from(part), all + u128::from(row.total_bytes));
            }
        }
        let percent = (sent * 100).checked_div(all).unwrap_or(0).min(99);
        rows.iter().any(|row| runs(&row)).then(|| u8::try_from(percent).unwrap_or(99))
    }
}

fn has_arrived(row: &DeliveryView) -> bool {
    matches!(row.state.name(), StateName::Processing | StateName::Published | StateName::Unconfirmed)
}

fn needs_of(row: &DeliveryView) -> Vec<Need> {
    let itself = (row.group == Group::NeedsYou).then_some((row.id, None));
    let steps = row.steps.iter().filter(|step| matches!(step.state, StepState::NeedsAttention { .. }));
    itself.into_iter().chain(steps.map(|step| (row.id, Some(step.id)))).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use chrono::DateTime;
    use maker_domain::id::PublicationId;
    use maker_domain::reason::{Reason, ReasonCode};
    use maker_domain::{Platform, VideoType};
    use uuid::Uuid;

    use super::*;

    /// A delivery of a video of its own to YouTube, of 100 bytes.
    pub(in crate::telling) fn row(number: u128, state: DeliveryState) -> DeliveryView {
        DeliveryView {
            id: DeliveryId(Uuid::from_u128(number)),
            publication_id: PublicationId(Uuid::from_u128(number)),
            draft_id: None,
            platform: Platform::Youtube,
            account_name: None,
            title: format!("Video {number}"),
            video_type: VideoType::Long,
            group: crate::queue::group(&state),
            explanation: crate::queue::explanation(&state, Platform::Youtube),
            total_bytes: 100,
            confirmed_bytes: 0,
            speed_bytes_s: None,
            left_s: None,
            deadline: None,
            steps: Vec::new(),
            schedule: None,
            actions: Vec::new(),
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            state,
        }
    }

    fn sent(number: u128, bytes: u64) -> DeliveryView {
        DeliveryView { confirmed_bytes: bytes, ..row(number, DeliveryState::Uploading) }
    }

    fn turn(number: u128) -> DeliveryView {
        row(number, DeliveryState::queued())
    }

    fn done(number: u128) -> DeliveryView {
        row(number, DeliveryState::Published { url: "https://youtu.be/x".into(), exact: true })
    }

    fn stopped(number: u128) -> DeliveryView {
        row(number, DeliveryState::stopped(Reason::new(ReasonCode::FileMissing)))
    }

    #[test]
    fn y01_the_bar_shows_all_that_uploads_together_and_does_not_go_back_when_one_is_through() {
        let mut dock = Dock::default();
        let mut percent = |rows: &[DeliveryView]| dock.look(rows, false).percent;
        assert_eq!(percent(&[done(9)]), None);
        assert_eq!(percent(&[done(9), sent(1, 50), turn(2)]), Some(25), "what waits for its turn counts");
        assert_eq!(percent(&[done(9), sent(1, 100), turn(2)]), Some(50));
        assert_eq!(percent(&[done(9), done(1), sent(2, 0)]), Some(50));
        assert_eq!(percent(&[done(9), done(1), sent(2, 100)]), Some(99), "not before it is through");
        assert_eq!(percent(&[done(9), done(1), done(2)]), None);
        assert_eq!(percent(&[done(9), done(1), done(2), sent(3, 10)]), Some(10), "and begins anew");
    }

    #[test]
    fn y01_nothing_runs_nothing_is_shown_and_what_is_paused_is_not_counted() {
        let mut dock = Dock::default();
        let mut percent = |rows: &[DeliveryView]| dock.look(rows, false).percent;
        assert_eq!(percent(&[sent(1, 40), sent(2, 0)]), Some(20));
        let paused = DeliveryView { confirmed_bytes: 40, ..row(1, DeliveryState::Paused) };
        assert_eq!(percent(&[paused.clone(), sent(2, 10)]), Some(10));
        assert_eq!(percent(&[paused, row(2, DeliveryState::Waiting { why: Wait::Network, until: None })]), None);
    }

    #[test]
    fn y01_the_badge_counts_what_needs_the_maker_until_it_was_seen_on_home() {
        let mut dock = Dock::default();
        let mut badge = |rows: &[DeliveryView], home| dock.look(rows, home).needs_you;
        assert_eq!(badge(&[stopped(1), stopped(2), sent(3, 0)], false), 2);
        assert_eq!(badge(&[stopped(1), stopped(2), sent(3, 0)], true), 0);
        assert_eq!(badge(&[stopped(1), stopped(2), sent(3, 0)], false), 0, "seen");
        assert_eq!(badge(&[stopped(1), stopped(2), stopped(3)], false), 1, "a new one");
        assert_eq!(badge(&[sent(1, 0), stopped(2), stopped(3)], false), 1);
        assert_eq!(badge(&[stopped(1), stopped(2), stopped(3)], false), 2, "stopped once more");
    }
}
