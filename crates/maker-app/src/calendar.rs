//! The calendar: what goes out when, and moving it.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::check::Field;
use maker_domain::delivery::{DeliveryState, Stage, StateName};
use maker_domain::draft::DraftFields;
use maker_domain::id::{DeliveryId, DraftId};
use maker_domain::schedule::{SLOT_DAYS, WallTime, next_free};
use maker_domain::text::beginning;
use maker_domain::{Platform, check};
use maker_store::StoreError;
use maker_store::calendar::DatedDraft;
use maker_store::deliveries::Delivery;
use maker_store::publications::Timed;
use maker_words::say;

use crate::studio::Studio;
use crate::views::{CalendarItem, CalendarTray, DraftSummary, ScheduleView, TrayDraft};
use crate::{Answer, AppError, ErrorCode};

/// The longest stretch in one answer: six weeks of a month's picture, and room for a list of a quarter.
const LONGEST: TimeDelta = TimeDelta::days(100);

/// Drafts in the tray.
const TRAY: u32 = 100;

/// From here on a delivery that waited for its time counts as late: the engine looks each second.
const LATE: TimeDelta = TimeDelta::minutes(2);

/// No place is further from UTC than this; days of a draft are read with this much room on either side.
const ROOM: TimeDelta = TimeDelta::days(2);

impl Studio {
    /// What is between these instants, in the order of time.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for more than a hundred days; [`AppError`] when the database cannot be read.
    pub async fn calendar(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Answer<Vec<CalendarItem>> {
        let within = |at: DateTime<Utc>| from <= at && at < to;
        if to <= from || to - from > LONGEST {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-too-many-days")));
        }
        let store = &self.inner.store;
        let days = ((from - ROOM).date_naive(), (to + ROOM).date_naive());
        let mut items: Vec<CalendarItem> = Vec::new();
        for draft in store.drafts_dated(days.0, days.1).await? {
            items.extend(of_draft(&draft).into_iter().filter(|item| within(item.at)));
        }
        items.extend(store.deliveries_dated(from, to).await?.into_iter().map(of_delivery).filter(|i| within(i.at)));
        items.extend(store.videos_dated(from, to).await?.into_iter().filter(|v| within(v.created_at)).map(|video| {
            CalendarItem {
                key: format!("video:{}", video.id),
                draft_id: None,
                delivery_id: None,
                video_id: Some(video.id),
                title: beginning(&video.title),
                platforms: vec![video.platform],
                at: video.created_at,
                wall: None,
                note: None,
                state: Some(DeliveryState::Published { url: String::new(), exact: false }),
                late_minutes: None,
                fixed: Some(say!("app-time-out")),
            }
        }));
        items.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
        Ok(items)
    }

    /// Drafts of videos that have no time yet.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn calendar_tray(&self) -> Answer<CalendarTray> {
        let (drafts, count) = self.inner.store.drafts_undated(TRAY).await?;
        let tray = |draft: DatedDraft| TrayDraft {
            id: draft.id,
            title: title(&draft),
            platforms: draft.fields.targets.iter().copied().collect(),
        };
        Ok(CalendarTray { drafts: drafts.into_iter().map(tray).collect(), count })
    }

    /// Gives these platforms of a draft another time, or none. Those that follow the shared time move together.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a place that is not known; [`ErrorCode::NotFound`].
    pub async fn move_draft(&self, id: DraftId, platforms: &[Platform], to: Option<&WallTime>) -> Answer<()> {
        if let Some(Err(error)) = to.map(WallTime::meant) {
            return Err(AppError::new(ErrorCode::BadInput, error.to_string()).at(Field::Schedule));
        }
        let before = self.inner.store.draft(id).await?.fields;
        let mut after = before.clone();
        after.move_to(platforms, to);
        self.inner.store.save_draft_over(id, &before, &after, self.inner.now()).await?;
        self.inner.changed("drafts");
        Ok(())
    }

    /// Gives a delivery that has not begun another time; without one it goes now.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a time that has passed; [`ErrorCode::NotNow`] when it has begun.
    pub async fn reschedule(&self, id: DeliveryId, to: Option<&WallTime>) -> Answer<()> {
        let now = self.inner.now();
        let row = self.inner.store.delivery(id).await?;
        let timed = match to {
            None => None,
            Some(wall) => {
                let shared = Some(wall.clone());
                let alone = DraftFields { targets: [row.platform].into(), schedule: shared, ..DraftFields::default() };
                if let Some(wrong) = check::times(&alone, now).into_iter().find(|f| f.level == check::Level::Error) {
                    return Err(AppError::new(ErrorCode::BadInput, wrong.message).at(Field::Schedule));
                }
                let meant = wall.meant().map_err(|e| AppError::new(ErrorCode::BadInput, e.to_string()))?;
                Some(Timed { wall: wall.clone(), at: meant.at })
            }
        };
        match self.inner.store.reschedule(id, timed.as_ref(), now).await {
            Err(StoreError::IllegalMove(_)) => {
                let why = fixed(&row).unwrap_or_else(|| say!("app-time-begun-cancel"));
                return Err(AppError::new(ErrorCode::NotNow, why));
            }
            other => other?,
        }
        if let Some(engine) = self.inner.engine() {
            engine.look();
        }
        self.inner.changed("deliveries");
        Ok(())
    }

    /// An empty draft with a time; its file comes later.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a place that is not known.
    pub async fn new_draft_at(&self, at: &WallTime) -> Answer<DraftSummary> {
        at.meant().map_err(|e| AppError::new(ErrorCode::BadInput, e.to_string()).at(Field::Schedule))?;
        let targets = self.inner.store.connections().await?.into_iter().map(|c| c.platform).collect();
        let fields = DraftFields { targets, schedule: Some(at.clone()), ..DraftFields::default() };
        self.add_draft(&self.begun(fields).await?, None).await
    }

    /// The first of the maker's own slots at which nothing goes yet, by the maker's clocks; `None` without slots.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn next_slot(&self) -> Answer<Option<WallTime>> {
        let settings = self.settings().await?;
        let zone = settings.zone();
        let now = self.inner.now();
        let Some(here) = WallTime::of(now, zone).and_then(|wall| wall.local()) else { return Ok(None) };
        let taken = self.calendar(now, now + TimeDelta::days((SLOT_DAYS + 2).into())).await?;
        let taken: Vec<_> =
            taken.iter().filter_map(|item| WallTime::of(item.at, zone)).filter_map(|wall| wall.local()).collect();
        Ok(next_free(&settings.slots, here, &taken).map(|local| WallTime::from_local(local, zone)))
    }

    /// How long from now until `at`; negative when that has passed.
    #[must_use]
    pub fn until(&self, at: DateTime<Utc>) -> TimeDelta {
        at - self.inner.now()
    }
}

/// The items of a draft: one for each time it has.
fn of_draft(draft: &DatedDraft) -> Vec<CalendarItem> {
    let mut times: BTreeMap<&WallTime, Vec<Platform>> = BTreeMap::new();
    for platform in &draft.fields.targets {
        if let Some(wall) = draft.fields.goes_out(*platform) {
            times.entry(wall).or_default().push(*platform);
        }
    }
    if let (true, Some(wall)) = (draft.fields.targets.is_empty(), &draft.fields.schedule) {
        times.insert(wall, Vec::new());
    }
    let item = |(wall, platforms): (&WallTime, Vec<Platform>)| {
        let on: Vec<&str> = platforms.iter().map(|p| p.slug()).collect();
        Some(CalendarItem {
            key: format!("draft:{}:{}", draft.id, on.join("+")),
            draft_id: Some(draft.id),
            delivery_id: None,
            video_id: None,
            title: title(draft),
            platforms,
            at: wall.meant().ok()?.at,
            note: wall.note(),
            wall: Some(wall.clone()),
            state: None,
            late_minutes: None,
            fixed: None,
        })
    };
    times.into_iter().filter_map(item).collect()
}

fn of_delivery(row: Delivery) -> CalendarItem {
    let fixed = fixed(&row);
    CalendarItem {
        key: format!("delivery:{}", row.id),
        draft_id: None,
        delivery_id: Some(row.id),
        video_id: None,
        late_minutes: late_minutes(&row),
        note: row.wall.as_ref().and_then(WallTime::note),
        at: row.scheduled_at.unwrap_or(row.created_at),
        title: beginning(&row.title),
        platforms: vec![row.platform],
        wall: row.wall,
        state: Some(row.state),
        fixed,
    }
}

/// Why a delivery cannot get another time; `None` while it can.
pub(crate) fn fixed(row: &Delivery) -> Option<String> {
    let platform = row.platform;
    match &row.state {
        DeliveryState::Published { .. } => Some(say!("app-time-out")),
        DeliveryState::Processing { stage: Stage::Scheduled } => {
            Some(say!("app-time-with-platform", platform = platform.name()))
        }
        state => match state.name() {
            StateName::Waiting | StateName::Paused | StateName::NeedsAttention => {
                let begun = row.remote_id.is_some() || row.confirmed_bytes > 0;
                let whole = if begun { say!("app-time-begun") } else { say!("app-time-soon") };
                (begun || row.scheduled_at.is_none()).then_some(whole)
            }
            StateName::Failed | StateName::Cancelled => Some(say!("app-time-ended")),
            _ => Some(say!("app-time-on-its-way")),
        },
    }
}

pub(crate) fn schedule_view(row: &Delivery) -> Option<ScheduleView> {
    Some(ScheduleView { at: row.scheduled_at?, wall: row.wall.clone(), late_minutes: late_minutes(row) })
}

fn late_minutes(row: &Delivery) -> Option<u32> {
    let late = row.begun_at? - row.scheduled_at?;
    (late >= LATE).then(|| u32::try_from(late.num_minutes()).unwrap_or(u32::MAX))
}

fn title(draft: &DatedDraft) -> String {
    match draft.fields.title.trim() {
        "" => draft.file_name.clone().unwrap_or_else(|| say!("app-untitled")),
        title => beginning(title),
    }
}
