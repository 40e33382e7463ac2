//! What the faces are shown of the maker's page: the profile, services, links.

use chrono::{DateTime, Utc};
use maker_domain::id::{LinkId, MakerId, ServiceId};
use maker_domain::link::LinkFields;
use maker_domain::profile::ProfileFields;
use maker_domain::service::ServiceFields;
use serde::Serialize;
use specta::Type;

/// What the maker says of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ProfileView {
    /// The maker.
    pub id: MakerId,
    /// What is edited.
    pub fields: ProfileFields,
    /// What is missing or too long, in the maker's words.
    pub trouble: Option<String>,
    /// Why the picture is not to be seen, here or on the page, in the maker's words.
    pub picture_trouble: Option<String>,
    /// Where everybody finds the page; `None` while nobody is signed in.
    pub address: Option<String>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// A service.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct ServiceView {
    /// Its id.
    pub id: ServiceId,
    /// What is edited.
    pub fields: ServiceFields,
    /// What it lacks to be shown on the page, in the maker's words.
    pub missing: Option<String>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// A link to a page elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct LinkView {
    /// Its id.
    pub id: LinkId,
    /// What is edited.
    pub fields: LinkFields,
    /// What is wrong with the address, in the maker's words.
    pub trouble: Option<String>,
    /// The page shows it: its address is one of the web.
    pub shown: bool,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct CountryView {
    /// ISO 3166-1, two capital letters.
    pub code: String,
    /// Its name.
    pub name: String,
}
