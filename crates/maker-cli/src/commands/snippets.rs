//! `snippets`: what the maker writes again and again.

use clap::Subcommand;
use maker_app::views::SnippetView;
use maker_app::{Answer, Studio};
use maker_domain::id::SnippetId;
use maker_domain::snippet::{SnippetFields, SnippetKind};
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, no_id};

#[derive(Debug, Subcommand)]
pub(crate) enum Snippets {
    /// Add a text, or a list of tags
    New {
        /// What it is found by
        #[arg(long)]
        name: String,
        /// The text
        #[arg(long, required_unless_present = "tags", conflicts_with = "tags")]
        text: Option<String>,
        /// The tags, with commas between them
        #[arg(long, value_delimiter = ',', value_name = "TAG,TAG")]
        tags: Vec<String>,
    },
    /// Change a snippet; what is not said stays
    Edit {
        /// The snippet's id, as `maker snippets` shows it
        snippet: String,
        /// What it is found by
        #[arg(long)]
        name: Option<String>,
        /// The text
        #[arg(long, conflicts_with = "tags")]
        text: Option<String>,
        /// The tags, with commas between them
        #[arg(long, value_delimiter = ',', value_name = "TAG,TAG")]
        tags: Vec<String>,
    },
    /// Put a snippet before another one, or behind all
    Move {
        /// The snippet's id
        snippet: String,
        /// The other one's id
        #[arg(long, value_name = "SNIPPET")]
        before: Option<String>,
    },
    /// Delete a snippet
    Delete {
        /// The snippet's id
        snippet: String,
    },
    /// Bring back a snippet that was deleted in the last thirty days
    Restore {
        /// The snippet's id
        snippet: String,
    },
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Option<Snippets>) -> Answer<End> {
    match command {
        None => studio.snippets().await?.iter().for_each(|snippet| show(output, snippet)),
        Some(Snippets::New { name, text, tags }) => {
            let fields = put(SnippetFields { name, ..SnippetFields::default() }, text, &tags);
            show(output, &studio.new_snippet(&fields).await?);
        }
        Some(Snippets::Edit { snippet, name, text, tags }) => {
            let before = studio.snippet(id(&snippet)?).await?;
            let mut fields = put(before.fields, text, &tags);
            fields.name = name.unwrap_or(fields.name);
            show(output, &studio.save_snippet(before.id, &fields).await?);
        }
        Some(Snippets::Move { snippet, before }) => {
            let before = before.as_deref().map(id).transpose()?;
            studio.move_snippet(id(&snippet)?, before).await?.iter().for_each(|snippet| show(output, snippet));
        }
        Some(Snippets::Delete { snippet }) => {
            let id = id(&snippet)?;
            studio.delete_snippet(id).await?;
            let back = || say!("cli-deleted", command = format!("`maker snippets restore {id}`"));
            output.result(&json!({ "deleted": id }), back);
        }
        Some(Snippets::Restore { snippet }) => {
            let id = id(&snippet)?;
            studio.restore_snippet(id).await?;
            output.result(&json!({ "restored": id }), || say!("cli-is-back"));
        }
    }
    Ok(End::Done)
}

/// The text or the tags that were said, and which of the two it is from then on.
fn put(mut fields: SnippetFields, text: Option<String>, tags: &[String]) -> SnippetFields {
    if let Some(text) = text {
        (fields.kind, fields.text) = (SnippetKind::Text, text);
    }
    if !tags.is_empty() {
        let tag = |tag: &String| tag.trim().trim_start_matches('#').to_owned();
        let tags = tags.iter().map(tag).filter(|tag| !tag.is_empty()).collect();
        (fields.kind, fields.tags) = (SnippetKind::Tags, tags);
    }
    fields
}

fn show(output: Output, SnippetView { id, fields, .. }: &SnippetView) {
    let SnippetFields { name, kind, text, tags } = fields;
    let value = match kind {
        SnippetKind::Text => json!({ "id": id, "name": name, "kind": kind, "text": text }),
        SnippetKind::Tags => json!({ "id": id, "name": name, "kind": kind, "tags": tags }),
    };
    output.result(&value, || {
        let words = match kind {
            SnippetKind::Text => text.lines().next().unwrap_or_default().to_owned(),
            SnippetKind::Tags => tags.join(", "),
        };
        format!("{id}  {name}  {words}")
    });
}

fn id(text: &str) -> Answer<SnippetId> {
    SnippetId::parse(text).ok_or_else(|| no_id("snippet"))
}
