//! Settings, and the page of checks.

use maker_domain::schedule::Slot;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What the maker has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// What the window speaks, by its code such as `fr`; `None` = as the system has it.
    pub language: Option<String>,
    /// The maker's time zone by its IANA name; `None` = this computer's.
    pub time_zone: Option<String>,
    /// The first day of a week, 1 for Monday to 7 for Sunday; `None` = as usual where this computer is.
    pub week_start: Option<u8>,
    /// Times of the week at which the maker likes to publish.
    pub slots: Vec<Slot>,
    /// This computer's zone. Read only.
    pub machine_zone: String,
}

impl Settings {
    /// The zone that the maker's times are in.
    #[must_use]
    pub fn zone(&self) -> &str {
        self.time_zone.as_deref().unwrap_or(&self.machine_zone)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: None,
            time_zone: None,
            week_start: None,
            slots: Vec::new(),
            machine_zone: "UTC".to_owned(),
        }
    }
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// One line of the doctor's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct DoctorLine {
    /// What was looked at.
    pub name: String,
    /// Whether it is well.
    pub ok: bool,
    /// What was found; no secret.
    pub found: String,
    /// What to do, when it is not well.
    pub fix: Option<String>,
    /// The button for it, where there is one.
    pub remedy: Option<DoctorRemedy>,
}

/// What a button beside a line of the doctor's does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DoctorRemedy {
    /// Looks once more.
    CheckAgain,
    /// Leads to the connections.
    Connections,
    /// Shows the folder with the configuration file.
    DataFolder,
    /// Makes this the program for its links.
    RegisterLinks,
}

/// What only a window knows of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
pub struct WindowFacts {
    /// It plays what most cameras make.
    pub plays: bool,
    /// The system brings links to this program; `None` where that cannot be asked.
    pub links: Option<bool>,
}
