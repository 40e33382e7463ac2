//! The doctor: looks at everything publishing depends on and says what to do where something is not well. Its report
//! holds no secret and may be shown to anyone.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::Platform;
use maker_domain::config::RedirectMode;
use maker_platforms::reach;
use maker_words::say;

use crate::Answer;
use crate::studio::Studio;
use crate::views::{DoctorLine, DoctorRemedy, KeyringState, WindowFacts};

/// A clock that is further off than this makes sign-ins fail and times wrong.
const CLOCK: TimeDelta = TimeDelta::minutes(2);

impl Studio {
    /// Every check, in the order they build on each other; with what only a window knows, where one asks.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn doctor(&self, window: Option<WindowFacts>) -> Answer<Vec<DoctorLine>> {
        let mut lines = vec![self.data_folder(), self.database().await, self.activity_log().await];
        lines.push(self.password_store().await);
        let [youtube, tiktok] = Platform::ALL.map(|platform| &self.inner.config.platform(platform).api);
        let (youtube, tiktok) = tokio::join!(reach(youtube), reach(tiktok));
        lines.extend(network([youtube, tiktok]));
        lines.extend(clock([youtube, tiktok].into_iter().flatten().flatten().next(), self.inner.now()));
        if let Some(window) = window {
            lines.push(codecs(window));
            lines.extend(window.links.map(links));
        }
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
    pub async fn doctor_report(&self, window: Option<WindowFacts>) -> Answer<String> {
        let mut lines = vec![say!(
            "doctor-report",
            version = env!("CARGO_PKG_VERSION"),
            system = std::env::consts::OS,
            processor = std::env::consts::ARCH,
        )];
        for line in self.doctor(window).await? {
            let mark = if line.ok { "ok" } else { "!!" };
            lines.push(format!("{mark} {}", say!("doctor-report-line", name = line.name, found = line.found)));
        }
        Ok(lines.join("\n") + "\n")
    }

    fn data_folder(&self) -> DoctorLine {
        let probe = self.inner.data_dir.join(".doctor");
        let written = std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe));
        match written {
            Ok(()) => well(say!("doctor-data-folder"), say!("doctor-can-be-written")),
            Err(error) => ill(say!("doctor-data-folder"), error.to_string(), say!("doctor-check-disk")),
        }
    }

    async fn database(&self) -> DoctorLine {
        match self.inner.store.check_integrity().await {
            Ok(()) => well(say!("doctor-database"), say!("doctor-sound")),
            Err(error) => ill(say!("doctor-database"), error.to_string(), say!("doctor-restore")),
        }
    }

    async fn activity_log(&self) -> DoctorLine {
        let name = say!("doctor-activity-log");
        match self.check_activity().await {
            Ok(check) if check.broken.is_none() => well(name, say!("doctor-unbroken")),
            Ok(check) => ill(name, check.message, say!("doctor-another-program")),
            Err(error) => ill(name, error.message, say!("doctor-restore")),
        }
    }

    async fn password_store(&self) -> DoctorLine {
        let keyring = self.keyring().await;
        let found = match keyring.state {
            KeyringState::Ready => return well(say!("doctor-password-store"), say!("doctor-ready")),
            KeyringState::Locked => say!("doctor-locked"),
            KeyringState::Unavailable => say!("doctor-not-running"),
        };
        let remedy = Some(DoctorRemedy::CheckAgain);
        DoctorLine { remedy, ..ill(say!("doctor-password-store"), found, keyring.message) }
    }

    fn set_up(&self, platform: Platform) -> DoctorLine {
        let config = self.inner.config.platform(platform);
        let name = say!("doctor-set-up", platform = platform.name());
        if !config.is_set_up() {
            let fix = say!("reason-not-set-up-next");
            return DoctorLine {
                remedy: Some(DoctorRemedy::DataFolder),
                ..ill(name, say!("doctor-no-client-id"), fix)
            };
        }
        let way = match config.redirect {
            RedirectMode::Loopback => say!("doctor-own-key"),
            RedirectMode::Backend => say!("doctor-by-backend"),
        };
        well(name, way)
    }

    async fn connected(&self, platform: Platform) -> Answer<DoctorLine> {
        let name = say!("doctor-connection", platform = platform.name());
        // Not being connected is a choice, not an illness.
        let Some(row) = self.inner.store.connection(platform).await? else {
            return Ok(well(name, say!("doctor-not-connected")));
        };
        let account = row.account.name;
        if self.has_live_token(platform).await {
            return Ok(well(name, say!("doctor-connected", account = account)));
        }
        let found = say!("doctor-no-access", account = account);
        let fix = say!("doctor-connect-again");
        Ok(DoctorLine { remedy: Some(DoctorRemedy::Connections), ..ill(name, found, fix) })
    }
}

type Reached = Option<Option<DateTime<Utc>>>;

fn network(reached: [Reached; 2]) -> Vec<DoctorLine> {
    let lines = Platform::ALL.into_iter().zip(reached).map(|(platform, reached)| {
        let name = say!("doctor-network", platform = platform.name());
        if reached.is_some() {
            return well(name, say!("doctor-reached"));
        }
        let fix = say!("doctor-look-at-pages");
        DoctorLine { remedy: Some(DoctorRemedy::CheckAgain), ..ill(name, say!("doctor-not-reached"), fix) }
    });
    lines.collect()
}

/// Nothing where nobody could be asked: then the network's lines say why.
fn clock(there: Option<DateTime<Utc>>, here: DateTime<Utc>) -> Option<DoctorLine> {
    let off = here - there?;
    if off.abs() <= CLOCK {
        return Some(well(say!("doctor-clock"), say!("doctor-clock-right")));
    }
    let found = match (off.num_minutes().abs(), off > TimeDelta::zero()) {
        (minutes @ ..120, true) => say!("doctor-minutes-fast", count = minutes),
        (minutes @ ..120, false) => say!("doctor-minutes-slow", count = minutes),
        (minutes, true) => say!("doctor-hours-fast", count = minutes / 60),
        (minutes, false) => say!("doctor-hours-slow", count = minutes / 60),
    };
    let fix = say!("doctor-set-clock");
    Some(DoctorLine { remedy: Some(DoctorRemedy::CheckAgain), ..ill(say!("doctor-clock"), found, fix) })
}

fn codecs(window: WindowFacts) -> DoctorLine {
    let name = say!("doctor-preview");
    if window.plays {
        return well(name, say!("doctor-plays"));
    }
    let fix = if cfg!(target_os = "linux") { say!("doctor-install-gstreamer") } else { say!("doctor-install-media") };
    ill(name, say!("doctor-cannot-play"), fix)
}

fn links(registered: bool) -> DoctorLine {
    let name = say!("doctor-links");
    if registered {
        return well(name, say!("doctor-links-well"));
    }
    let fix = say!("doctor-register");
    DoctorLine { remedy: Some(DoctorRemedy::RegisterLinks), ..ill(name, say!("doctor-not-registered"), fix) }
}

fn well(name: impl Into<String>, found: impl Into<String>) -> DoctorLine {
    DoctorLine { name: name.into(), ok: true, found: found.into(), fix: None, remedy: None }
}

fn ill(name: impl Into<String>, found: impl Into<String>, fix: impl Into<String>) -> DoctorLine {
    DoctorLine { name: name.into(), ok: false, found: found.into(), fix: Some(fix.into()), remedy: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn t05_a_clock_that_is_off_is_told_with_how_far_and_which_way() {
        let there = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let found = |seconds| clock(Some(there), there + TimeDelta::seconds(seconds)).map(|line| (line.ok, line.found));
        assert_eq!(found(119), Some((true, "right".into())));
        assert_eq!(found(-125), Some((false, "2 minutes slow".into())));
        assert_eq!(found(3 * 3_600), Some((false, "3 hours fast".into())));
        assert_eq!(clock(None, there), None, "where nobody could be asked");
    }

    #[test]
    fn t05_whatever_is_not_well_says_what_to_do() {
        let mut lines = network([None, Some(None)]);
        lines.extend([codecs(WindowFacts { plays: false, links: Some(false) }), links(false)]);
        for line in lines.iter().filter(|line| !line.ok) {
            assert!(line.fix.as_ref().is_some_and(|fix| fix.ends_with('.')), "{line:?}");
        }
        assert_eq!(lines.iter().filter(|line| line.ok).count(), 1);
    }
}
