//! How uploads behave on this computer, and the queue's acts that concern many.

use async_trait::async_trait;
use chrono::{Timelike, Utc};
use maker_delivery::{Limits, Wishes};
use maker_domain::Clock;
use maker_domain::delivery::StateName;
use maker_domain::id::{DeliveryId, PublicationId, StepId};
use maker_domain::uploads::UploadSettings;
use maker_store::Store;
use maker_store::deliveries::{Intent, Way};
use maker_words::say;
use std::sync::Arc;

use crate::metered;
use crate::studio::Studio;
use crate::views::{Settings, StillView};
use crate::{Answer, AppError, ErrorCode};

/// Where they are kept among the settings.
const KEY: &str = "uploads";

/// Pictures that are given at once.
const MOST_STILLS: usize = 100;

/// Reads the settings for the engine, which asks every second: so a change in whichever window or program is felt by all.
pub(crate) struct Kept {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
}

#[async_trait]
impl Wishes for Kept {
    async fn limits(&self) -> Limits {
        let settings = kept(&self.store).await;
        let zone = self.store.setting::<Settings>(crate::settings::KEY).await.ok().flatten().and_then(|s| s.time_zone);
        Limits {
            files_at_once: usize::from(settings.files_at_once.max(1)),
            cap_bytes_s: settings.cap_at(minute_of_day(self.clock.as_ref(), zone)),
            hold: settings.wait_on_metered && metered::is_metered().await == Some(true),
        }
    }
}

impl Studio {
    /// The settings as they are.
    ///
    /// # Errors
    /// None today; a database that cannot be read gives the usual values.
    pub async fn upload_settings(&self) -> Answer<UploadSettings> {
        Ok(kept(&self.inner.store).await)
    }

    /// Keeps the settings. They hold for what is running within two seconds, in every program on this data folder.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for what cannot work.
    pub async fn save_upload_settings(&self, settings: &UploadSettings) -> Answer<UploadSettings> {
        if let Some(wrong) = settings.trouble() {
            return Err(AppError::new(ErrorCode::BadInput, wrong));
        }
        self.inner.store.set_setting(KEY, settings).await?;
        if let Some(engine) = self.inner.engine() {
            engine.look();
        }
        self.inner.changed("settings");
        self.upload_settings().await
    }

    /// Whether the network is metered; `None` where this system does not tell.
    ///
    /// # Errors
    /// None today.
    pub async fn metered(&self) -> Answer<Option<bool>> {
        Ok(metered::is_metered().await)
    }

    /// Puts a waiting upload before the one above it.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it does not wait.
    pub async fn move_up(&self, id: DeliveryId) -> Answer<()> {
        self.reorder(id, Way::Up).await
    }

    /// Puts a waiting upload after the one below it.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it does not wait.
    pub async fn move_down(&self, id: DeliveryId) -> Answer<()> {
        self.reorder(id, Way::Down).await
    }

    async fn reorder(&self, id: DeliveryId, way: Way) -> Answer<()> {
        self.inner.store.reorder(id, way, self.inner.now()).await?;
        self.inner.changed("deliveries");
        Ok(())
    }

    /// Stops every upload that can be stopped; answers how many.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn pause_all(&self) -> Answer<u32> {
        let can = |name| matches!(name, StateName::Waiting | StateName::Preparing | StateName::Uploading);
        let mut paused = 0;
        for row in self.inner.store.deliveries().await? {
            if can(row.state.name()) && row.remote_id.is_none() && self.ask(row.id, Intent::Pause).await.is_ok() {
                paused += 1;
            }
        }
        Ok(paused)
    }

    /// Lets every paused upload go on; answers how many.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn resume_all(&self) -> Answer<u32> {
        let mut resumed = 0;
        for row in self.inner.store.deliveries().await? {
            if row.state.name() == StateName::Paused && self.go_on(row.id).await.is_ok() {
                resumed += 1;
            }
        }
        Ok(resumed)
    }

    /// Tries one follow-up step again now.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it is done.
    pub async fn retry_step(&self, id: StepId) -> Answer<()> {
        match self.inner.engine() {
            Some(engine) => engine.retry_step(id).await?,
            None => self.inner.store.retry_step(id, self.inner.now()).await?,
        }
        self.inner.changed("deliveries");
        Ok(())
    }

    /// The small pictures of publications, at most a hundred at once.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for more; [`AppError`] when the database cannot be read.
    pub async fn stills(&self, publications: &[PublicationId]) -> Answer<Vec<StillView>> {
        if publications.len() > MOST_STILLS {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-too-many-stills")));
        }
        let found = self.inner.store.stills(publications).await?;
        let still = |id: &PublicationId| {
            let jpeg = found.iter().find(|(which, _)| which == id).map(|(_, jpeg)| jpeg);
            jpeg.map(|j| crate::drafts::data_url(j))
        };
        Ok(publications.iter().map(|id| StillView { publication_id: *id, still: still(id) }).collect())
    }
}

/// A value of another version that cannot be read is as good as none: settings are never in the way.
pub(crate) async fn kept(store: &Store) -> UploadSettings {
    store.setting(KEY).await.ok().flatten().filter(|s: &UploadSettings| s.trouble().is_none()).unwrap_or_default()
}

/// The minute of the maker's day. Where the maker has set no zone, and this computer's is not known, it is UTC's.
pub(crate) fn minute_of_day(clock: &dyn Clock, zone: Option<String>) -> u16 {
    let zone: chrono_tz::Tz = zone
        .or_else(|| iana_time_zone::get_timezone().ok())
        .and_then(|name| name.parse().ok())
        .unwrap_or(chrono_tz::UTC);
    let now: chrono::DateTime<Utc> = clock.now();
    let local = now.with_timezone(&zone);
    u16::try_from(local.hour() * 60 + local.minute()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct At(i64);

    impl Clock for At {
        fn now(&self) -> chrono::DateTime<Utc> {
            chrono::DateTime::from_timestamp(self.0, 0).unwrap()
        }
    }

    #[test]
    fn q05_hours_are_those_of_the_makers_zone() {
        // 25 November 2026, 07:30 UTC.
        let clock = At(1_795_591_800);
        let minutes = ["UTC", "Africa/Nairobi", "America/Los_Angeles"].map(|z| minute_of_day(&clock, Some(z.into())));
        assert_eq!(minutes, [7 * 60 + 30, 10 * 60 + 30, 23 * 60 + 30]);
    }
}
