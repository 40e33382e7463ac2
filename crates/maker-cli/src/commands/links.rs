//! `links`: the links of the maker's page to pages elsewhere.

use clap::Subcommand;
use maker_app::views::LinkView;
use maker_app::{Answer, Studio};
use maker_domain::id::LinkId;
use maker_domain::link::{LinkFields, tidy};
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, named, no_id, tell};

#[derive(Debug, Subcommand)]
pub(crate) enum Links {
    /// Add a link; it is called by the place that it leads to
    Add {
        /// The address
        address: String,
        /// What to call it instead
        #[arg(long)]
        name: Option<String>,
    },
    /// Change a link; what is not said stays
    Edit {
        /// The link's id, as `maker links` shows it
        link: String,
        /// The address
        #[arg(long)]
        address: Option<String>,
        /// What to call it
        #[arg(long)]
        name: Option<String>,
    },
    /// Put a link before another one, or behind all
    Move {
        /// The link's id
        link: String,
        /// The other one's id
        #[arg(long, value_name = "LINK")]
        before: Option<String>,
    },
    /// Delete a link
    Delete {
        /// The link's id
        link: String,
    },
    /// Bring back a link that was deleted on this computer in the last thirty days
    Restore {
        /// The link's id
        link: String,
    },
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Option<Links>) -> Answer<End> {
    match command {
        None => studio.links().await?.iter().for_each(|link| show(output, link)),
        Some(Links::Add { address, name }) => {
            let added = studio.add_link(&address).await?;
            let named = match name {
                Some(platform) => {
                    let fields = LinkFields { platform, ..added.fields.clone() };
                    studio.save_link(added.id, &added.fields, &fields).await?
                }
                None => added,
            };
            show(output, &named);
        }
        Some(Links::Edit { link, address, name }) => {
            let before = studio.link(id(&link)?).await?;
            let mut fields = before.fields.clone();
            fields.url = address.map_or(fields.url, |address| tidy(&address));
            fields.platform = name.unwrap_or(fields.platform);
            show(output, &studio.save_link(before.id, &before.fields, &fields).await?);
        }
        Some(Links::Move { link, before }) => {
            let before = before.as_deref().map(id).transpose()?;
            studio.move_link(id(&link)?, before).await?.iter().for_each(|link| show(output, link));
        }
        Some(Links::Delete { link }) => {
            let id = id(&link)?;
            studio.delete_link(id).await?;
            output.result(&json!({ "deleted": id }), || {
                say!("cli-deleted", command = format!("`maker links restore {id}`"))
            });
        }
        Some(Links::Restore { link }) => {
            let id = id(&link)?;
            studio.restore_link(id).await?;
            output.result(&json!({ "restored": id }), || say!("cli-is-back"));
        }
    }
    Ok(End::Done)
}

fn show(output: Output, link: &LinkView) {
    let LinkFields { platform, url } = &link.fields;
    if let Some(trouble) = &link.trouble {
        tell(&named(&link.id.to_string(), trouble));
    }
    let value =
        json!({ "id": link.id, "name": platform, "address": url, "trouble": link.trouble, "public": link.shown });
    output.result(&value, || format!("{}  {platform}  {url}", link.id));
}

fn id(text: &str) -> Answer<LinkId> {
    LinkId::parse(text).ok_or_else(|| no_id("link"))
}
