//! What the faces are shown of what a maker writes and chooses again and again.

use chrono::{DateTime, Utc};
use maker_domain::id::{PresetId, SnippetId};
use maker_domain::preset::PresetSettings;
use maker_domain::snippet::SnippetFields;
use serde::Serialize;
use specta::Type;

/// A snippet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct SnippetView {
    /// Its id.
    pub id: SnippetId,
    /// What is edited.
    pub fields: SnippetFields,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// A preset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PresetView {
    /// Its id.
    pub id: PresetId,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub settings: PresetSettings,
    /// New drafts begin with it.
    pub is_default: bool,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}
