//! What the maker has set.

use crate::studio::Studio;
use crate::views::Settings;
use crate::{Answer, AppError, ErrorCode};

pub(crate) const KEY: &str = "window";

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
    /// [`ErrorCode::BadInput`] for a time zone that does not exist.
    pub async fn save_settings(&self, settings: &Settings) -> Answer<Settings> {
        if let Some(zone) = &settings.time_zone
            && zone.parse::<chrono_tz::Tz>().is_err()
        {
            return Err(AppError::new(
                ErrorCode::BadInput,
                "There is no such time zone. Write it as in Africa/Nairobi.",
            ));
        }
        self.inner.store.set_setting(KEY, settings).await?;
        self.inner.changed("settings");
        self.settings().await
    }
}

fn machine_zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}
