//! `export`, `import`, `backup`, `restore`: the maker's data in and out.

use std::path::Path;

use clap::ValueEnum;
use maker_app::views::{RestoreView, RowsView};
use maker_app::{Answer, AppError, ErrorCode, Progress, RowKind, Studio};
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, tell};

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum RowsOf {
    /// Services of your page
    Services,
    /// Drafts of videos
    Drafts,
}

pub(crate) async fn export(studio: &Studio, output: Output, folder: &Path) -> Answer<End> {
    let done = studio.export(folder, &until_interrupted()).await?;
    if done.missing_pictures > 0 {
        tell(&say!("cli-export-missing", count = done.missing_pictures));
    }
    output.result(&done, || say!("cli-exported", rows = done.rows, pictures = done.pictures, folder = &done.folder));
    Ok(End::Done)
}

pub(crate) async fn import(
    studio: &Studio,
    output: Output,
    from: &Path,
    kind: Option<RowsOf>,
    check: bool,
) -> Answer<End> {
    let kind = match kind {
        Some(RowsOf::Services) => RowKind::Services,
        Some(RowsOf::Drafts) => RowKind::Drafts,
        None if from.is_file() => {
            return Err(AppError::new(ErrorCode::BadInput, say!("cli-import-kind")));
        }
        None => {
            let done = studio.import_folder(from, &until_interrupted()).await?;
            if done.open_deliveries > 0 {
                tell(&say!("cli-import-open", count = done.open_deliveries));
            }
            output.result(&done, || say!("cli-imported", rows = done.rows, pictures = done.pictures));
            return Ok(End::Done);
        }
    };
    let found = studio.look_at_rows(from, kind).await?;
    tell_of(&found);
    if check {
        output.result(&found, || counts(&found));
        return Ok(if found.bad > 0 { End::BadInput } else { End::Done });
    }
    let added = studio.import_rows(from, kind, &until_interrupted()).await?;
    output.result(&added, || say!("cli-rows-added", added = added.added, already = added.already, bad = added.bad));
    // What is good is here, and a script is to notice that not everything was.
    Ok(if added.bad > 0 { End::BadInput } else { End::Done })
}

fn tell_of(found: &RowsView) {
    if !found.ignored.is_empty() {
        tell(&say!("cli-rows-ignored", columns = found.ignored.join(", ")));
    }
    for error in &found.errors {
        let row = error.row.to_string();
        tell(&match error.column.as_str() {
            "" => say!("cli-rows-row", row = row, what = &error.message),
            column => say!("cli-rows-cell", row = row, column = column, what = &error.message),
        });
    }
    let more = u64::from(found.bad).saturating_sub(found.errors.len() as u64);
    if more > 0 {
        tell(&say!("cli-rows-more", count = more));
    }
}

fn counts(found: &RowsView) -> String {
    say!("cli-rows-found", good = found.good, already = found.already, bad = found.bad)
}

pub(crate) async fn back_up(studio: &Studio, output: Output, file: &Path) -> Answer<End> {
    let done = studio.back_up(file).await?;
    output.result(&done, || say!("cli-backed-up", bytes = done.bytes, pictures = done.pictures, file = &done.file));
    Ok(End::Done)
}

/// The backup was made ready before the studio was opened, which has put it in its place where it could.
pub(crate) async fn restored(studio: &Studio, output: Output, staged: Option<RestoreView>) -> Answer<End> {
    let Some(staged) = staged else { return Ok(End::Other) };
    let waits = studio.data().await?.restore_waits;
    let value = json!({"restored": !waits, "kept": staged.kept, "backup": staged.backup});
    output.result(&value, || if waits { say!("cli-restore-waits") } else { say!("cli-restored", kept = &staged.kept) });
    Ok(if waits { End::NotYetKnown } else { End::Done })
}

/// Ctrl+C stops the work, which leaves nothing half done.
pub(crate) fn until_interrupted() -> Progress {
    let progress = Progress::default();
    let stop = progress.clone();
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop.cancel();
        }
    });
    progress
}
