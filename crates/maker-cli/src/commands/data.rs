//! `export`, `import`, `backup`, `restore`: the maker's data in and out.

use std::path::Path;

use clap::ValueEnum;
use maker_app::views::{RestoreView, RowsView};
use maker_app::{Answer, AppError, ErrorCode, Progress, RowKind, Studio};
use serde_json::json;

use crate::End;
use crate::output::{Output, say};

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
        say(&format!("{} pictures are on another device only and not in it.", done.missing_pictures));
    }
    output.result(&done, || format!("{} rows and {} pictures are in {}.", done.rows, done.pictures, done.folder));
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
            let message = "Say what the rows of this file are: --kind services or --kind drafts.";
            return Err(AppError::new(ErrorCode::BadInput, message));
        }
        None => {
            let done = studio.import_folder(from, &until_interrupted()).await?;
            if done.open_deliveries > 0 {
                say(&format!("{} uploads had not ended there: `maker queue` shows them.", done.open_deliveries));
            }
            output.result(&done, || format!("{} rows and {} pictures were taken in.", done.rows, done.pictures));
            return Ok(End::Done);
        }
    };
    let found = studio.look_at_rows(from, kind).await?;
    tell(&found);
    if check {
        output.result(&found, || counts(&found));
        return Ok(if found.bad > 0 { End::BadInput } else { End::Done });
    }
    let added = studio.import_rows(from, kind, &until_interrupted()).await?;
    output.result(&added, || {
        format!("{} added, {} were here already, {} left out.", added.added, added.already, added.bad)
    });
    // What is good is here, and a script is to notice that not everything was.
    Ok(if added.bad > 0 { End::BadInput } else { End::Done })
}

fn tell(found: &RowsView) {
    if !found.ignored.is_empty() {
        say(&format!("These columns mean nothing here: {}.", found.ignored.join(", ")));
    }
    for error in &found.errors {
        let column = if error.column.is_empty() { String::new() } else { format!(", {}", error.column) };
        say(&format!("row {}{column}: {}", error.row, error.message));
    }
    let more = u64::from(found.bad).saturating_sub(found.errors.len() as u64);
    if more > 0 {
        say(&format!("And {more} more rows that cannot be added."));
    }
}

fn counts(found: &RowsView) -> String {
    format!("{} can be added, {} are here already, {} cannot be added.", found.good, found.already, found.bad)
}

pub(crate) async fn back_up(studio: &Studio, output: Output, file: &Path) -> Answer<End> {
    let done = studio.back_up(file).await?;
    output.result(&done, || format!("{} bytes with {} pictures are in {}.", done.bytes, done.pictures, done.file));
    Ok(End::Done)
}

/// The backup was made ready before the studio was opened, which has put it in its place where it could.
pub(crate) async fn restored(studio: &Studio, output: Output, staged: Option<RestoreView>) -> Answer<End> {
    let Some(staged) = staged else { return Ok(End::Other) };
    let waits = studio.data().await?.restore_waits;
    let value = json!({"restored": !waits, "kept": staged.kept, "backup": staged.backup});
    output.result(&value, || {
        if waits {
            "The backup is checked and ready. Close Maker Studio everywhere: it takes the database's place at the next start."
                .to_owned()
        } else {
            format!("The backup is in its place. What was there before is in {}.", staged.kept)
        }
    });
    Ok(if waits { End::NotYetKnown } else { End::Done })
}

/// Ctrl+C stops the work, which leaves nothing half done.
fn until_interrupted() -> Progress {
    let progress = Progress::default();
    let stop = progress.clone();
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            stop.cancel();
        }
    });
    progress
}
