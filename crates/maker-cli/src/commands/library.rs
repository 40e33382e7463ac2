//! `library`: everything that is published or being written.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use maker_app::views::{EntryDetailsView, EntryView, UsedAgain};
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::id::EntryId;
use maker_domain::library::{EntryKind, EntryState, LibraryFilter, LibraryOrder};
use maker_domain::{Platform, VideoType};
use serde_json::json;

use crate::End;
use crate::args::{platform, video_type};
use crate::output::{Output, say};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Library {
    #[command(subcommand)]
    command: Option<LibraryAct>,
    /// Words that have to be in it; the last letters of each may be missing
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    /// Only videos, posts or drafts
    #[arg(long, value_parser = entry_kind, value_name = "video|post|draft")]
    kind: Option<EntryKind>,
    /// Only what is, or is to go, on this platform
    #[arg(long, value_parser = platform)]
    platform: Option<Platform>,
    /// Only videos of this type
    #[arg(long = "type", value_parser = video_type, value_name = "SHORT|LONG|DEMO")]
    video_type: Option<VideoType>,
    /// Only what stands so
    #[arg(long, value_parser = entry_state, value_name = "published|on-its-way|needs-you|draft")]
    state: Option<EntryState>,
    /// From this day on, such as 2026-01-31, in your time zone
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// Up to this day
    #[arg(long, value_name = "DAY")]
    to: Option<NaiveDate>,
    /// The order
    #[arg(long, value_enum, default_value = "newest")]
    sort: Sort,
    /// So many at most
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    limit: usize,
}

#[derive(Debug, Subcommand)]
enum LibraryAct {
    /// Show everything that is known about an entry
    Show {
        /// The entry's id, as `maker library` shows it
        entry: String,
    },
    /// Make a new draft of an old video, or a new post of an old one
    Again {
        /// The entry's id
        entry: String,
    },
    /// Take entries out of the library; what is on a platform stays there
    Remove {
        /// The entries' ids
        #[arg(required = true)]
        entries: Vec<String>,
    },
    /// Bring back what was taken out on this computer in the last thirty days
    Restore {
        /// The entries' ids
        #[arg(required = true)]
        entries: Vec<String>,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Sort {
    /// The latest first
    Newest,
    /// The oldest first
    Oldest,
    /// By title
    Title,
    /// The most viewed first
    MostViewed,
}

/// As many entries are read at once.
const PART: usize = 500;

pub(crate) async fn run(studio: &Studio, output: Output, library: Library) -> Answer<End> {
    match library.command {
        None => list(studio, output, library).await,
        Some(LibraryAct::Show { entry }) => {
            let details = studio.library_entry(id(&entry)?).await?;
            output.result(&details, || all_of(&details));
            Ok(End::Done)
        }
        Some(LibraryAct::Again { entry }) => {
            let made = studio.use_again(id(&entry)?).await?;
            if let Some(warning) = &made.warning {
                say(warning);
            }
            output.result(&made, || words(&made));
            Ok(End::Done)
        }
        Some(LibraryAct::Remove { entries }) => {
            let removed = studio.remove_entries(&ids(&entries)?).await?;
            if removed.len() < entries.len() {
                say("Some of these were not in the library.");
            }
            output.result(&json!({ "removed": removed }), || {
                format!(
                    "{} taken out. Videos on a platform stay there. `maker library restore ID` brings it back.",
                    entries_in_words(removed.len())
                )
            });
            Ok(if removed.is_empty() { End::BadInput } else { End::Done })
        }
        Some(LibraryAct::Restore { entries }) => {
            let restored = studio.restore_entries(&ids(&entries)?).await?;
            output
                .result(&json!({ "restored": restored }), || format!("{} back.", entries_in_words(restored as usize)));
            Ok(if restored == 0 { End::BadInput } else { End::Done })
        }
    }
}

async fn list(studio: &Studio, output: Output, library: Library) -> Answer<End> {
    let order = match library.sort {
        Sort::Newest => LibraryOrder::Newest,
        Sort::Oldest => LibraryOrder::Oldest,
        Sort::Title => LibraryOrder::Title,
        Sort::MostViewed => LibraryOrder::MostViewed,
    };
    let filter = LibraryFilter {
        text: library.words.join(" "),
        kind: library.kind,
        platform: library.platform,
        video_type: library.video_type,
        state: library.state,
        from: library.from,
        to: library.to,
    };
    let (mut left, mut after, mut more) = (library.limit, None, true);
    while more && left > 0 {
        let part = u32::try_from(left.min(PART)).unwrap_or_default();
        let page = studio.library(&filter, order, after.as_ref(), part).await?;
        left -= page.entries.len().min(left);
        for entry in &page.entries {
            output.result(entry, || line(entry));
        }
        more = page.next.is_some();
        after = page.next;
    }
    if more {
        say("There are more: ask for them with --limit, or for fewer with words and filters.");
    }
    Ok(End::Done)
}

fn line(entry: &EntryView) -> String {
    let places: Vec<String> = entry
        .places
        .iter()
        .map(|place| match &place.url {
            Some(url) => format!("{} {url}", place.platform),
            None => place.platform.to_string(),
        })
        .collect();
    let title = entry.title.lines().next().unwrap_or_default();
    let kind = entry.kind.as_str().to_lowercase();
    let mut parts =
        vec![entry.id.to_string(), entry.at.format("%Y-%m-%d %H:%M UTC").to_string(), kind, title.to_owned()];
    parts.extend(places);
    parts.join("  ")
}

fn all_of(details: &EntryDetailsView) -> String {
    let mut lines = vec![line(&details.entry)];
    for text in &details.texts {
        let place = text.platform.map(|on| format!("{on}: ")).unwrap_or_default();
        lines.push(format!("{place}{}", text.title).trim_end().to_owned());
        lines.extend(text.description.clone());
    }
    if let Some(file) = &details.file {
        lines.push(format!("File: {}", file.name));
        lines.extend(file.trouble.clone());
    }
    for delivery in &details.deliveries {
        let state = delivery.state.name().as_str().to_lowercase().replace('_', " ");
        lines.push(format!("Delivery {}  {}  {state}", delivery.id, delivery.platform));
    }
    for entry in &details.audit {
        let at = entry.at.format("%Y-%m-%d %H:%M UTC");
        lines.push(format!("{at}  {}  {}  {}", entry.platform, entry.action, entry.outcome));
    }
    lines.join("\n")
}

fn words(made: &UsedAgain) -> String {
    match (made.draft_id, made.post_id) {
        (Some(draft), _) => format!("{draft}  A new draft: finish it in the window."),
        (None, Some(post)) => format!("{post}  A new post is being written: finish it in the window."),
        (None, None) => String::new(),
    }
}

fn entries_in_words(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}

fn ids(texts: &[String]) -> Answer<Vec<EntryId>> {
    texts.iter().map(|text| id(text)).collect()
}

fn id(text: &str) -> Answer<EntryId> {
    let bad = || AppError::new(ErrorCode::BadInput, "This is no entry\u{2019}s id. `maker library` shows them.");
    EntryId::parse(text).ok_or_else(bad)
}

fn entry_kind(text: &str) -> Result<EntryKind, String> {
    EntryKind::parse(text).ok_or_else(|| "the kinds are video, post and draft".to_owned())
}

fn entry_state(text: &str) -> Result<EntryState, String> {
    EntryState::parse(&text.replace('-', "_"))
        .ok_or_else(|| "the states are published, on-its-way, needs-you and draft".to_owned())
}
