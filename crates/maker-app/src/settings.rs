//! What the maker has set.

use maker_domain::schedule::Slot;
use maker_domain::uploads::DAY_MINUTES;
use maker_words::say;

use crate::events::{EVERYTHING, StudioEvent};
use crate::studio::Studio;
use crate::views::Settings;
use crate::{Answer, AppError, ErrorCode};

pub(crate) const KEY: &str = "window";

const MOST_SLOTS: usize = 50;
const LONGEST_LANGUAGE: usize = 35;

impl Studio {
    /// The settings as they are.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn settings(&self) -> Answer<Settings> {
        // A value from another version that cannot be read is as good as none: settings are never in the way.
        let mut settings: Settings = self.inner.store.setting(KEY).await.ok().flatten().unwrap_or_default();
        settings.machine_zone = machine_zone();
        Ok(settings)
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a time zone that does not exist, or a language that is no code of one.
    pub async fn save_settings(&self, settings: &Settings) -> Answer<Settings> {
        if let Some(zone) = &settings.time_zone
            && zone.parse::<chrono_tz::Tz>().is_err()
        {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-bad-zone")));
        }
        if !settings.language.as_deref().is_none_or(is_language_code) {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-bad-language")));
        }
        let week = settings.week_start.is_none_or(|day| (1..=7).contains(&day));
        let slot = |slot: &Slot| (1..=7).contains(&slot.weekday) && slot.minute < DAY_MINUTES;
        if !week || !settings.slots.iter().all(slot) || settings.slots.len() > MOST_SLOTS {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-bad-slots")));
        }
        self.inner.store.set_setting(KEY, settings).await?;
        if self.speak_as_chosen().await {
            // What is shown was said in the language before.
            self.inner.tell(StudioEvent::Changed(EVERYTHING.to_vec()));
            self.inner.changed("sync");
        }
        self.inner.changed("settings");
        self.settings().await
    }
}

/// Which languages there are is known by the window, which has their words; another version may have more.
fn is_language_code(code: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
    code.len() <= LONGEST_LANGUAGE && code.split('-').all(is_part)
}

fn machine_zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}
