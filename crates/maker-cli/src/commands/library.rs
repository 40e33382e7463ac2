//! `library`: everything that is published or being written.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use maker_app::views::{EntryDetailsView, EntryView, UsedAgain};
use maker_app::{Answer, Studio};
use maker_domain::id::EntryId;
use maker_domain::library::{EntryKind, EntryState, LibraryFilter, LibraryOrder};
use maker_domain::{Platform, VideoType};
use maker_words::{One, say};
use serde_json::json;

use crate::End;
use crate::args::{platform, video_type};
use crate::output::{Output, named, no_id, tell};

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
                tell(warning);
            }
            output.result(&made, || words(&made));
            Ok(End::Done)
        }
        Some(LibraryAct::Remove { entries }) => {
            let removed = studio.remove_entries(&ids(&entries)?).await?;
            if removed.len() < entries.len() {
                tell(&say!("cli-library-some"));
            }
            output.result(&json!({ "removed": removed }), || say!("cli-library-taken-out", count = removed.len()));
            Ok(if removed.is_empty() { End::BadInput } else { End::Done })
        }
        Some(LibraryAct::Restore { entries }) => {
            let restored = studio.restore_entries(&ids(&entries)?).await?;
            output.result(&json!({ "restored": restored }), || say!("cli-library-back", count = restored));
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
        tell(&say!("cli-library-more"));
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
    let kind = say!("cli-library-kind", kind = One(&entry.kind.as_str().to_lowercase()));
    let mut parts =
        vec![entry.id.to_string(), entry.at.format("%Y-%m-%d %H:%M UTC").to_string(), kind, title.to_owned()];
    parts.extend(places);
    parts.join("  ")
}

fn all_of(details: &EntryDetailsView) -> String {
    let mut lines = vec![line(&details.entry)];
    for text in &details.texts {
        let line = text.platform.map_or_else(|| text.title.clone(), |on| named(on.name(), &text.title));
        lines.push(line.trim_end().to_owned());
        lines.extend(text.description.clone());
    }
    if let Some(file) = &details.file {
        lines.push(say!("cli-library-file", file = &file.name));
        lines.extend(file.trouble.clone());
    }
    for delivery in &details.deliveries {
        let state = delivery.state.name().as_str().to_lowercase().replace('_', "-");
        let state = say!("cli-library-state", state = One(&state));
        lines.push(format!("{} {}  {}  {state}", say!("cli-library-delivery"), delivery.id, delivery.platform));
    }
    for entry in &details.audit {
        let at = entry.at.format("%Y-%m-%d %H:%M UTC");
        lines.push(format!(
            "{at}  {}  {}  {}",
            entry.platform,
            super::activity::use_in_words(entry.action),
            entry.told
        ));
    }
    lines.join("\n")
}

fn words(made: &UsedAgain) -> String {
    match (made.draft_id, made.post_id) {
        (Some(draft), _) => format!("{draft}  {}", say!("cli-library-draft")),
        (None, Some(post)) => format!("{post}  {}", say!("cli-library-post")),
        (None, None) => String::new(),
    }
}

fn ids(texts: &[String]) -> Answer<Vec<EntryId>> {
    texts.iter().map(|text| id(text)).collect()
}

fn id(text: &str) -> Answer<EntryId> {
    EntryId::parse(text).ok_or_else(|| no_id("entry"))
}

fn entry_kind(text: &str) -> Result<EntryKind, String> {
    EntryKind::parse(text).ok_or_else(|| "the kinds are video, post and draft".to_owned())
}

fn entry_state(text: &str) -> Result<EntryState, String> {
    EntryState::parse(&text.replace('-', "_"))
        .ok_or_else(|| "the states are published, on-its-way, needs-you and draft".to_owned())
}
