//! What a newcomer is shown.

use maker_domain::id::DraftId;
use maker_domain::service::ServiceType;
use serde::{Deserialize, Serialize};
use specta::Type;

/// How far a newcomer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct WelcomeView {
    /// It stands where Home has nothing to show yet.
    pub show: bool,
    /// Where it was left.
    pub step: WelcomeStep,
    /// What the newcomer does.
    #[specta(type = Option<String>)]
    pub trade: Option<ServiceType>,
    /// What everybody does first, until it is done or dismissed.
    pub checklist: Option<Checklist>,
    /// The draft of the sample, while there is one.
    pub sample: Option<DraftId>,
}

/// A part of the welcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum WelcomeStep {
    /// What this is, and how to begin.
    #[default]
    Hello,
    /// Name, country, and what you do.
    You,
    /// The platforms.
    Connect,
}

/// What everybody does first, and what of it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Checklist {
    /// The page has the maker's name.
    pub profile: bool,
    /// A service has a title.
    pub service: bool,
    /// A platform is connected.
    pub connection: bool,
    /// Something is published.
    pub publication: bool,
}

/// What is different from here on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(default)]
pub struct WelcomeChange {
    /// The part that is shown.
    pub step: Option<WelcomeStep>,
    /// It is not shown again.
    pub done: bool,
    /// Nor is the list of what everybody does first.
    pub dismiss_list: bool,
    /// What the newcomer does.
    #[specta(type = Option<String>)]
    pub trade: Option<ServiceType>,
}
