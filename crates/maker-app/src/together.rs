//! Several drafts written side by side: which they are, and the times they are given.

use chrono::TimeDelta;
use maker_domain::check::{self, Field};
use maker_domain::id::DraftId;
use maker_domain::schedule::{Rhythm, SLOT_DAYS, WallTime, next_free, stagger};
use maker_words::say;

use crate::studio::Studio;
use crate::views::DraftView;
use crate::{Answer, AppError, ErrorCode};

/// Drafts on one screen.
const MOST: usize = 200;

/// Where the window keeps which they are.
const KEY: &str = "together";

impl Studio {
    /// Lays drafts out side by side, in this order, until others are; also over a restart.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for more than two hundred.
    pub async fn compose_together(&self, drafts: &[DraftId]) -> Answer<()> {
        if drafts.len() > MOST {
            let message = say!("app-together-most", most = MOST);
            return Err(AppError::new(ErrorCode::BadInput, message));
        }
        Ok(self.inner.store.set_setting(KEY, &drafts).await?)
    }

    /// The drafts that lie side by side, as far as they are not published or deleted.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn together(&self) -> Answer<Vec<DraftView>> {
        // What another version has kept there is as good as nothing.
        let drafts: Vec<DraftId> = self.inner.store.setting(KEY).await.ok().flatten().unwrap_or_default();
        self.views_of(&drafts).await
    }

    /// Times for these drafts, one for each in their order: from `start` on by a rhythm, or at those of the maker's slots
    /// from then on at which nothing else goes.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a start that has passed or is none, and when there are too few free slots.
    pub async fn stagger(&self, drafts: &[DraftId], start: &WallTime, every: Rhythm) -> Answer<Vec<WallTime>> {
        let refuse = |message: String| AppError::new(ErrorCode::BadInput, message).at(Field::Schedule);
        if drafts.len() > MOST {
            return Err(refuse(say!("app-times-most", most = MOST)));
        }
        if let Some(trouble) = check::time_trouble(start, self.inner.now()) {
            return Err(refuse(trouble));
        }
        match every {
            Rhythm::Slots => self.free_slots(drafts, start).await,
            steps => stagger(start, steps, drafts.len()).map_err(|error| refuse(error.to_string())),
        }
    }

    async fn free_slots(&self, drafts: &[DraftId], start: &WallTime) -> Answer<Vec<WallTime>> {
        let refuse = |message: String| AppError::new(ErrorCode::BadInput, message).at(Field::Schedule);
        let settings = self.settings().await?;
        let zone = settings.zone();
        let at = start.meant().map_err(|error| refuse(error.to_string()))?.at;
        let Some(mut after) = WallTime::of(at - TimeDelta::minutes(1), zone).and_then(|wall| wall.local()) else {
            return Err(refuse(maker_domain::schedule::NoInstant::Zone.to_string()));
        };
        let busy = self.calendar(at, at + TimeDelta::days((SLOT_DAYS + 2).into())).await?;
        let taken: Vec<_> = busy
            .iter()
            .filter(|item| !item.draft_id.is_some_and(|draft| drafts.contains(&draft)))
            .filter_map(|item| WallTime::of(item.at, zone)?.local())
            .collect();
        let last = after + TimeDelta::days(SLOT_DAYS.into());
        let mut times = Vec::with_capacity(drafts.len());
        while times.len() < drafts.len() {
            match next_free(&settings.slots, after, &taken).filter(|free| *free <= last) {
                Some(free) => {
                    times.push(WallTime::from_local(free, zone));
                    after = free;
                }
                None if settings.slots.is_empty() => {
                    return Err(refuse(say!("app-no-slots")));
                }
                None => {
                    return Err(refuse(say!("app-few-slots", free = times.len(), drafts = drafts.len())));
                }
            }
        }
        Ok(times)
    }

    /// The drafts among these that can still be edited, in this order, without their small pictures.
    pub(crate) async fn views_of(&self, drafts: &[DraftId]) -> Answer<Vec<DraftView>> {
        let mut views = Vec::with_capacity(drafts.len());
        for draft in self.inner.store.open_drafts(drafts).await? {
            views.push(self.view(draft).await?);
        }
        Ok(views)
    }
}
