//! `drafts` and `deleted`: what is being written, what it said before, and what can come back.

use clap::Subcommand;
use maker_app::views::DeletedView;
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::Platform;
use maker_domain::deleted::Deletable;
use maker_domain::id::DraftId;
use maker_domain::schedule::Rhythm;
use maker_domain::versions::{Fate, FieldChange};
use maker_words::{One, say};
use serde_json::json;
use uuid::Uuid;

use crate::End;
use crate::output::{Output, named, no_id, tell};

#[derive(Debug, Subcommand)]
pub(crate) enum Drafts {
    /// List what a draft said before, newest first, or what restoring one version would do
    Versions {
        /// The draft's id, as `maker drafts` shows it; a post that is being written has its post's id
        draft: String,
        /// One version's id: compares it with what the draft says now
        version: Option<String>,
    },
    /// Make a draft say again what it said
    Restore {
        /// The draft's id
        draft: String,
        /// The version's id, as `maker drafts versions` shows it
        version: String,
    },
    /// Delete a draft
    Delete {
        /// The draft's id
        draft: String,
    },
    /// Give drafts times one after another, in the order in which they are named
    Times {
        /// The drafts' ids
        #[arg(required = true)]
        drafts: Vec<String>,
        /// When the first one goes out, such as "2026-12-01 18:00"
        #[arg(long, value_name = "TIME")]
        from: String,
        /// How far apart: 2d for two days, 6h for six hours, slots for your own times
        #[arg(long, default_value = "1d", value_parser = rhythm, value_name = "2d|6h|slots")]
        every: Rhythm,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Deleted {
    /// Bring one of them back
    Restore {
        /// Its id, as `maker deleted` shows it
        id: String,
    },
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Option<Drafts>) -> Answer<End> {
    match command {
        None => list(studio, output).await?,
        Some(Drafts::Versions { draft, version: None }) => versions(studio, output, draft_id(&draft)?).await?,
        Some(Drafts::Versions { draft, version: Some(version) }) => {
            let (draft, version) = (draft_id(&draft)?, version_id(&version)?);
            for change in studio.compare_version(draft, version).await? {
                output.result(&change, || in_words(&change));
            }
        }
        Some(Drafts::Restore { draft, version }) => {
            let (draft, version) = (draft_id(&draft)?, version_id(&version)?);
            studio.restore_version(draft, version, None).await?;
            output.result(&json!({ "draft": draft, "restored": version }), || {
                say!("cli-says-again", command = format!("`maker drafts versions {draft}`"))
            });
        }
        Some(Drafts::Times { drafts, from, every }) => {
            let drafts = drafts.iter().map(|draft| draft_id(draft)).collect::<Answer<Vec<DraftId>>>()?;
            let Some(start) = super::calendar::at(studio, Some(&from)).await? else { return Ok(End::BadInput) };
            let times = studio.stagger(&drafts, &start, every).await?;
            for (draft, time) in drafts.iter().zip(&times) {
                studio.move_draft(*draft, &Platform::ALL, Some(time)).await?;
                output.result(&json!({ "draft": draft, "time": time }), || format!("{time}  {draft}"));
            }
        }
        Some(Drafts::Delete { draft }) => {
            let draft = draft_id(&draft)?;
            studio.delete_draft(draft).await?;
            output.result(&json!({ "deleted": draft }), || {
                say!("cli-deleted-for-days", command = format!("`maker deleted restore {draft}`"))
            });
        }
    }
    Ok(End::Done)
}

pub(crate) async fn deleted(studio: &Studio, output: Output, command: Option<Deleted>) -> Answer<End> {
    let all = studio.deleted().await?;
    match command {
        None => {
            for thing in &all {
                output.result(thing, || line(thing));
            }
            if all.is_empty() {
                tell(&say!("cli-deleted-empty"));
            }
        }
        Some(Deleted::Restore { id }) => {
            let wanted = Uuid::parse_str(&id).ok();
            let missing = || AppError::new(ErrorCode::BadInput, say!("cli-deleted-gone"));
            // A post and a change of it that were both deleted have one id: the later one comes first.
            let found = all.iter().find(|thing| Some(thing.id) == wanted).ok_or_else(missing)?;
            studio.restore_deleted(found.kind, found.id).await?;
            output.result(&json!({ "restored": found.id }), || say!("cli-titled-is-back", title = &found.title));
        }
    }
    Ok(End::Done)
}

async fn list(studio: &Studio, output: Output) -> Answer<()> {
    let drafts = studio.drafts().await?;
    for draft in &drafts {
        let value =
            json!({ "id": draft.id, "title": draft.title, "targets": draft.targets, "updated_at": draft.updated_at });
        output.result(&value, || {
            format!("{}  {}  {}", draft.id, draft.updated_at.format("%Y-%m-%d %H:%M UTC"), draft.title)
        });
    }
    if drafts.is_empty() {
        tell(&say!("cli-drafts-empty"));
    }
    Ok(())
}

async fn versions(studio: &Studio, output: Output, draft: DraftId) -> Answer<()> {
    let (mut after, mut any) = (None, false);
    loop {
        let page = studio.versions(draft, after).await?;
        for version in &page.versions {
            any = true;
            output.result(version, || {
                let until = version.until.format("%Y-%m-%d %H:%M:%S UTC").to_string();
                let changed = match version.elsewhere {
                    true => say!("cli-version-elsewhere", until = until, line = &version.line),
                    false => say!("cli-version", until = until, line = &version.line),
                };
                format!("{}  {changed}", version.id)
            });
        }
        after = page.versions.last().map(|version| version.id);
        if !page.more || after.is_none() {
            break;
        }
    }
    if !any {
        tell(&say!("cli-one-version"));
    }
    Ok(())
}

/// What restoring would take away in `[-…-]`, and what it would bring in `{+…+}`, as word differences are usually written.
fn in_words(change: &FieldChange) -> String {
    let marked = change.pieces.iter().map(|piece| match piece.fate {
        Fate::Same => piece.text.clone(),
        Fate::Removed => format!("[-{}-]", piece.text),
        Fate::Added => format!("{{+{}+}}", piece.text),
    });
    named(&change.field, &marked.collect::<String>())
}

fn line(thing: &DeletedView) -> String {
    let kind = match thing.kind {
        Deletable::Draft => "draft",
        Deletable::PostDraft => "post-draft",
        Deletable::Post => "post",
        Deletable::Service => "service",
        Deletable::Link => "link",
    };
    let until = say!("cli-deleted-until", time = thing.until.format("%Y-%m-%d %H:%M UTC").to_string());
    format!("{}  {until}  {}  {}", thing.id, say!("cli-deleted-kind", kind = One(kind)), thing.title)
}

fn draft_id(text: &str) -> Answer<DraftId> {
    DraftId::parse(text).ok_or_else(|| no_id("draft"))
}

fn version_id(text: &str) -> Answer<Uuid> {
    Uuid::parse_str(text).map_err(|_| no_id("version"))
}

fn rhythm(text: &str) -> Result<Rhythm, String> {
    let text = text.trim().to_lowercase();
    let count = |unit: char| text.strip_suffix(unit)?.parse::<u16>().ok().filter(|count| *count > 0);
    if text == "slots" {
        return Ok(Rhythm::Slots);
    }
    let days = count('d').filter(|count| *count <= 366).map(|count| Rhythm::Days { count });
    let hours = || count('h').filter(|count| *count <= 720).map(|count| Rhythm::Hours { count });
    days.or_else(hours).ok_or_else(|| "write it as 2d, 6h or slots".to_owned())
}
