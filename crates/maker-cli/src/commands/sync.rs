//! `sync`: how it stands, now, and what was edited on two devices.

use clap::{Subcommand, ValueEnum};
use maker_app::views::{ConflictView, KeptView, SyncState, SyncStatus};
use maker_app::{Answer, Resolution, Studio};
use maker_words::{One, say};
use uuid::Uuid;

use crate::End;
use crate::output::{Output, no_id};

#[derive(Debug, Subcommand)]
pub(crate) enum Sync {
    /// Say how it stands
    Status {
        /// List the edits that are only on this computer
        #[arg(long)]
        edits: bool,
    },
    /// Bring everything there and back now
    Now,
    /// List what was edited on two devices
    Conflicts,
    /// Settle what was edited on two devices
    Resolve {
        /// The table, as `maker sync conflicts` shows it
        table: String,
        /// The row
        row: String,
        /// The kept version
        version: String,
        /// What to do with it
        how: Settle,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Settle {
    /// Show it from here on
    Use,
    /// Keep both, as two drafts
    Both,
    /// Leave what is shown
    Dismiss,
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Sync) -> Answer<End> {
    match command {
        Sync::Status { edits } => {
            let status = studio.sync_status().await?;
            output.result(&status, || status_line(&status));
            if edits {
                for edit in studio.pending_edits().await? {
                    output.result(&edit, || {
                        let stands = if edit.refused { "refused" } else { "waits" };
                        let how = say!("cli-sync-edit", stands = One(stands));
                        let why = edit.why.as_deref().unwrap_or_default();
                        format!("{how}  {}  {}  {}  {why}", edit.table, edit.row, edit.fields.join(", "))
                    });
                }
            }
            Ok(end_of(&status))
        }
        Sync::Now => {
            let status = studio.sync_now().await?;
            output.result(&status, || status_line(&status));
            Ok(end_of(&status))
        }
        Sync::Conflicts => {
            for conflict in studio.conflicts().await? {
                output.result(&conflict, || {
                    let ConflictView { table, row, title, field, .. } = &conflict;
                    let shown = format!("{:?}", conflict.shown);
                    let shown = say!("cli-sync-conflict", title = title, field = field, value = shown);
                    let mut lines = vec![format!("{table}  {row}  {shown}")];
                    lines.extend(conflict.kept.iter().map(|KeptView { version, value, device, at }| {
                        let value = format!("{value:?}");
                        let kept = say!("cli-sync-kept", device = device, time = at.to_string(), value = value);
                        format!("  {version}  {kept}")
                    }));
                    lines.join("\n")
                });
            }
            Ok(End::Done)
        }
        Sync::Resolve { table, row, version, how } => {
            let row = Uuid::parse_str(&row).map_err(|_| no_id("row"))?;
            let how = match how {
                Settle::Use => Resolution::Use,
                Settle::Both => Resolution::KeepBoth,
                Settle::Dismiss => Resolution::Dismiss,
            };
            let now = studio.conflicts().await?;
            let of = now.iter().find(|c| c.row == row && c.kept.iter().any(|kept| kept.version == version));
            let seen = of.map_or("", |conflict| conflict.shown.as_str());
            let second = studio.resolve_conflict(&table, row, &version, seen, how).await?;
            output.result(&serde_json::json!({ "second_draft": second }), || match second {
                Some(draft) => say!("cli-sync-both", draft = draft.to_string()),
                None => say!("cli-sync-settled"),
            });
            Ok(End::Done)
        }
    }
}

pub(crate) fn status_line(status: &SyncStatus) -> String {
    let refused = (status.refused > 0).then(|| say!("cli-sync-refused", count = status.refused));
    let conflicts = (status.conflicts > 0).then(|| say!("cli-sync-conflicts", count = status.conflicts));
    let sentences = [Some(status.message.clone()), refused, conflicts];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

const fn end_of(status: &SyncStatus) -> End {
    match status.state {
        SyncState::Off | SyncState::UpToDate => End::Done,
        SyncState::Waiting | SyncState::Offline => End::NotYetKnown,
        SyncState::SignInAgain | SyncState::UpgradeRequired | SyncState::Refused => End::NeedsMaker,
    }
}
