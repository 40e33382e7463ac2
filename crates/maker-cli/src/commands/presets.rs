//! `presets`: named sets of platform settings.

use clap::Subcommand;
use maker_app::views::PresetView;
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::id::{DraftId, PresetId};
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, named, no_id};

#[derive(Debug, Subcommand)]
pub(crate) enum Presets {
    /// Keep what of a draft's settings may be kept; what TikTok asks for each post is not
    Save {
        /// The draft's id, as `maker drafts` shows it
        draft: String,
        /// What to call it
        #[arg(long)]
        name: String,
    },
    /// Put a preset on drafts; their texts, tags and times stay
    Apply {
        /// The preset's name or id
        preset: String,
        /// The drafts' ids
        #[arg(required = true)]
        drafts: Vec<String>,
    },
    /// Let new drafts begin with a preset, or with none
    Default {
        /// The preset's name or id
        preset: Option<String>,
    },
    /// Give a preset another name
    Rename {
        /// The preset's name or id
        preset: String,
        /// The new name
        name: String,
    },
    /// Delete a preset; drafts stay as they are
    Delete {
        /// The preset's name or id
        preset: String,
    },
    /// Bring back a preset that was deleted in the last thirty days
    Restore {
        /// The preset's id
        preset: String,
    },
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Option<Presets>) -> Answer<End> {
    match command {
        None => studio.presets().await?.iter().for_each(|preset| show(output, preset)),
        Some(Presets::Save { draft, name }) => show(output, &studio.preset_of_draft(draft_id(&draft)?, &name).await?),
        Some(Presets::Apply { preset, drafts }) => {
            let preset = find(studio, &preset).await?;
            let drafts = drafts.iter().map(|draft| draft_id(draft)).collect::<Answer<Vec<DraftId>>>()?;
            let changed = studio.apply_settings(&preset.settings, &drafts).await?;
            for draft in &changed {
                let said = || named(&draft.id.to_string(), &say!("cli-preset-put-on", preset = &preset.name));
                output.result(&json!({ "draft": draft.id, "preset": preset.id }), said);
            }
            if changed.len() < drafts.len() {
                return Err(AppError::new(ErrorCode::NotFound, say!("cli-preset-some-gone")));
            }
        }
        Some(Presets::Default { preset }) => {
            let usual = match preset {
                Some(preset) => Some(find(studio, &preset).await?),
                None => None,
            };
            studio.set_default_preset(usual.as_ref().map(|preset| preset.id)).await?;
            let said = || match &usual {
                Some(preset) => say!("cli-preset-usual", preset = &preset.name),
                None => say!("cli-preset-none"),
            };
            output.result(&json!({ "default": usual.as_ref().map(|preset| preset.id) }), said);
        }
        Some(Presets::Rename { preset, name }) => {
            let preset = find(studio, &preset).await?;
            show(output, &studio.save_preset(preset.id, &name, &preset.settings).await?);
        }
        Some(Presets::Delete { preset }) => {
            let PresetView { id, .. } = find(studio, &preset).await?;
            studio.delete_preset(id).await?;
            let back = || say!("cli-deleted", command = format!("`maker presets restore {id}`"));
            output.result(&json!({ "deleted": id }), back);
        }
        Some(Presets::Restore { preset }) => {
            let id = PresetId::parse(&preset).ok_or_else(none)?;
            studio.restore_preset(id).await?;
            output.result(&json!({ "restored": id }), || say!("cli-is-back"));
        }
    }
    Ok(End::Done)
}

fn show(output: Output, preset: &PresetView) {
    let PresetView { id, name, settings, is_default, .. } = preset;
    let value = json!({ "id": id, "name": name, "settings": settings, "default": is_default });
    output.result(&value, || match is_default {
        true => format!("{id}  {name}  {}", say!("cli-preset-is-usual")),
        false => format!("{id}  {name}"),
    });
}

async fn find(studio: &Studio, preset: &str) -> Answer<PresetView> {
    let wanted = preset.trim().to_lowercase();
    let meant = |p: &PresetView| p.id.to_string() == wanted || p.name.to_lowercase() == wanted;
    studio.presets().await?.into_iter().find(meant).ok_or_else(none)
}

fn none() -> AppError {
    AppError::new(ErrorCode::BadInput, say!("cli-no-preset"))
}

fn draft_id(text: &str) -> Answer<DraftId> {
    DraftId::parse(text).ok_or_else(|| no_id("draft"))
}
