//! The doctor: looks at everything publishing depends on and says what to do where something is not well. Its report
//! holds no secret and may be shown to anyone.

use maker_domain::Platform;
use maker_domain::config::RedirectMode;

use crate::Answer;
use crate::studio::Studio;
use crate::views::{DoctorLine, KeyringState};

impl Studio {
    /// Every check, in the order they build on each other.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn doctor(&self) -> Answer<Vec<DoctorLine>> {
        let mut lines = vec![self.data_folder(), self.database().await, self.password_store().await];
        for platform in Platform::ALL {
            lines.push(self.set_up(platform));
            lines.push(self.connected(platform).await?);
        }
        Ok(lines)
    }

    /// The same as text, to be copied to whoever helps.
    ///
    /// # Errors
    /// As [`Studio::doctor`].
    pub async fn doctor_report(&self) -> Answer<String> {
        let mut report = format!("Maker Studio {} on {}\n", env!("CARGO_PKG_VERSION"), std::env::consts::OS);
        for line in self.doctor().await? {
            let mark = if line.ok { "ok" } else { "!!" };
            report.push_str(&format!("{mark} {}: {}\n", line.name, line.found));
        }
        Ok(report)
    }

    fn data_folder(&self) -> DoctorLine {
        let probe = self.inner.data_dir.join(".doctor");
        let written = std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe));
        DoctorLine {
            name: "Data folder".into(),
            ok: written.is_ok(),
            found: match &written {
                Ok(()) => "can be written".into(),
                Err(error) => error.to_string(),
            },
            fix: written.is_err().then(|| "Check the disk's free space and your permissions.".into()),
        }
    }

    async fn database(&self) -> DoctorLine {
        let sound = self.inner.store.check_integrity().await;
        DoctorLine {
            name: "Database".into(),
            ok: sound.is_ok(),
            found: match &sound {
                Ok(()) => "sound".into(),
                Err(error) => error.to_string(),
            },
            fix: sound.is_err().then(|| "Close Maker Studio and restore the data folder from a backup.".into()),
        }
    }

    async fn password_store(&self) -> DoctorLine {
        let keyring = self.keyring().await;
        let found = match keyring.state {
            KeyringState::Ready => "ready",
            KeyringState::Locked => "locked",
            KeyringState::Unavailable => "not running",
        };
        let ok = keyring.state == KeyringState::Ready;
        DoctorLine { name: "Password store".into(), ok, found: found.into(), fix: (!ok).then_some(keyring.message) }
    }

    fn set_up(&self, platform: Platform) -> DoctorLine {
        let config = self.inner.config.platform(platform);
        let ok = !config.client_id.is_empty();
        let way = match config.redirect {
            RedirectMode::Loopback => "your own key",
            RedirectMode::Backend => "the backend",
        };
        DoctorLine {
            name: format!("{platform}: set-up"),
            ok,
            found: if ok { format!("signs in by {way}") } else { "no client id".into() },
            fix: (!ok).then(|| "Set a backend address or your own client id in the configuration file.".into()),
        }
    }

    async fn connected(&self, platform: Platform) -> Answer<DoctorLine> {
        let row = self.inner.store.connection(platform).await?;
        let live = row.is_some() && self.has_live_token(platform).await;
        let found = match (&row, live) {
            (None, _) => "not connected".to_owned(),
            (Some(row), true) => format!("connected as {}", row.account.name),
            (Some(row), false) => format!("connected as {}, but no access could be had", row.account.name),
        };
        Ok(DoctorLine {
            name: format!("{platform}: connection"),
            // Not being connected is a choice, not an illness.
            ok: row.is_none() || live,
            found,
            fix: (row.is_some() && !live).then(|| "Check the network; if it is well, connect again.".to_owned()),
        })
    }
}
