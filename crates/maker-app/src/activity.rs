//! The activity: what every connection was used for, looked through, checked and taken along as a file.

mod export;

use maker_delivery::AccessError;
use maker_domain::Platform;
use maker_domain::activity::{AS_WISHED, ActivityFilter, AuditAction};
use maker_domain::reason::ReasonCode;
use maker_domain::text::beginning;
use maker_platforms::ApiError;
use maker_store::audit::{About, ActivityEntry, ActivityWanted, Checked, NewAudit, Trouble};
use maker_words::say;

pub use export::ExportFormat;

use crate::library::begins;
use crate::studio::{Inner, Studio};
use crate::views::{ActivityAbout, ActivityCheck, ActivityEntryView, ActivityView};
use crate::{Answer, rights};

impl Studio {
    /// A part of the activity: up to `limit` entries (500 at most) older than the one with the number `before`.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn activity(&self, filter: &ActivityFilter, before: Option<u32>, limit: u32) -> Answer<ActivityView> {
        let page = self.inner.store.activity(&self.wanted_activity(filter).await, before, limit).await?;
        let entries = page.entries.into_iter().map(ActivityEntryView::from).collect();
        Ok(ActivityView { entries, next: page.next, total: page.total })
    }

    /// Whether every entry is as it was written and none is missing. Takes a while where there are many; the database is
    /// free for others between the steps.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn check_activity(&self) -> Answer<ActivityCheck> {
        let mut so_far = Checked::default();
        while !so_far.done {
            so_far = self.inner.store.check_activity(so_far).await?;
            tokio::task::yield_now().await;
        }
        Ok(ActivityCheck {
            entries: so_far.entries,
            broken: so_far.broken.as_ref().map(|broken| broken.n),
            message: said(&so_far),
        })
    }

    async fn wanted_activity(&self, filter: &ActivityFilter) -> ActivityWanted {
        let zone = self.zone().await;
        ActivityWanted {
            since: filter.from.and_then(|day| begins(day, zone)),
            before: filter.to.and_then(|day| begins(day.succ_opt()?, zone)),
            filter: filter.clone(),
        }
    }
}

impl Inner {
    /// Notes that something was read by a connection; `what` names it. Where nothing was asked, nothing is noted.
    pub(crate) async fn note_read<T>(
        &self,
        platform: Platform,
        what: &'static str,
        answer: &Result<Result<T, ApiError>, AccessError>,
    ) {
        let outcome = match answer {
            Ok(Ok(_)) => "OK",
            Ok(Err(ApiError::Network { .. })) => "NO_ANSWER",
            Ok(Err(_)) => "REFUSED",
            Err(_) => return,
        };
        let scope = match what {
            "creator_info" => Some("video.publish"),
            "playlists" => AuditAction::Playlist.right(platform),
            _ => None,
        };
        let action = AuditAction::Read;
        self.keys.note(NewAudit { platform, account: None, action, scope, outcome, subject: Some(what) }).await;
    }
}

fn said(checked: &Checked) -> String {
    match &checked.broken {
        None => say!("app-log-unbroken"),
        Some(broken) => match broken.trouble {
            Trouble::Changed => say!("app-log-changed", n = broken.n),
            Trouble::Missing => {
                say!("app-log-missing", n = broken.n)
            }
        },
    }
}

/// How an entry ended, in words: the sentence of a reason, or the code itself.
pub(crate) fn told(outcome: &str, on: Platform) -> String {
    match outcome {
        "OK" => say!("app-outcome-done"),
        "STARTED" => say!("app-outcome-started"),
        "PUBLISHED" => say!("app-outcome-published"),
        "CANCELLED" => say!("app-outcome-cancelled"),
        "NO_ANSWER" => say!("app-outcome-no-answer"),
        "REFUSED" => say!("app-outcome-refused"),
        "NOT_REVOKED" => say!("app-outcome-not-revoked"),
        "TIMED_OUT" => say!("app-outcome-timed-out"),
        "NO_NETWORK" => say!("app-outcome-no-network"),
        "KEYRING" => say!("app-outcome-keyring"),
        "PLATFORM_REFUSED" => say!("app-outcome-platform-refused"),
        code => reason(code).map_or_else(|| code.to_owned(), |r| r.explain(on).what),
    }
}

fn reason(code: &str) -> Option<ReasonCode> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

impl From<ActivityEntry> for ActivityEntryView {
    fn from(entry: ActivityEntry) -> Self {
        Self {
            n: entry.n,
            at: entry.at,
            platform: entry.platform,
            right: entry.scope.as_deref().map(rights::in_words),
            told: told(&entry.outcome, entry.platform),
            well: AS_WISHED.contains(&entry.outcome.as_str()),
            account: entry.account,
            action: entry.action,
            scope: entry.scope,
            outcome: entry.outcome,
            subject: entry.subject,
            hash: entry.hash,
            about: entry.about.map(Into::into),
        }
    }
}

impl From<About> for ActivityAbout {
    fn from(about: About) -> Self {
        Self {
            delivery: about.delivery,
            title: beginning(&about.title),
            listed: about.listed,
            entry: about.entry,
            draft: about.draft,
        }
    }
}
