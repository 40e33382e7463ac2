//! `sync`: how it stands, now, and what was edited on two devices.

use clap::{Subcommand, ValueEnum};
use maker_app::views::{SyncState, SyncStatus};
use maker_app::{Answer, AppError, ErrorCode, Resolution, Studio};
use uuid::Uuid;

use crate::End;
use crate::output::Output;

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
                        let how = if edit.refused { "refused" } else { "waits" };
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
                    let mut text = format!(
                        "{}  {}  {}: {} shows {:?}",
                        conflict.table, conflict.row, conflict.title, conflict.field, conflict.shown
                    );
                    for kept in &conflict.kept {
                        text.push_str(&format!(
                            "\n  {}  from {} on {}: {:?}",
                            kept.version, kept.device, kept.at, kept.value
                        ));
                    }
                    text
                });
            }
            Ok(End::Done)
        }
        Sync::Resolve { table, row, version, how } => {
            let bad = |_| AppError::new(ErrorCode::BadInput, "This is no row's id. `maker sync conflicts` shows them.");
            let row = Uuid::parse_str(&row).map_err(bad)?;
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
                Some(draft) => format!("Both are kept: the second draft is {draft}."),
                None => "Settled.".to_owned(),
            });
            Ok(End::Done)
        }
    }
}

pub(crate) fn status_line(status: &SyncStatus) -> String {
    let mut line = status.message.clone();
    if status.refused > 0 {
        line.push_str(&format!(" {} refused: `maker sync status --edits` shows why.", status.refused));
    }
    if status.conflicts > 0 {
        line.push_str(&format!(" {} edited on two devices: `maker sync conflicts` shows them.", status.conflicts));
    }
    line
}

const fn end_of(status: &SyncStatus) -> End {
    match status.state {
        SyncState::Off | SyncState::UpToDate => End::Done,
        SyncState::Waiting | SyncState::Offline => End::NotYetKnown,
        SyncState::SignInAgain | SyncState::UpgradeRequired | SyncState::Refused => End::NeedsMaker,
    }
}
