//! What is told of a maker to everybody. A column that is not here is not public. Times are UTC milliseconds since 1970.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A maker, with the first page of everything.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Maker {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) bio: Option<String>,
    /// ISO 3166-1, two letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) country: Option<String>,
    /// The picture beside the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) picture: Option<Picture>,
    /// They have chosen one, and it is not here yet.
    #[serde(skip)]
    pub(crate) picture_waits: bool,
    pub(crate) counts: Counts,
    pub(crate) services: Listed<Service>,
    pub(crate) links: Listed<Link>,
    pub(crate) posts: Listed<Post>,
    pub(crate) videos: Listed<Video>,
}

/// How much there is of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Counts {
    pub(crate) services: i64,
    pub(crate) links: i64,
    pub(crate) posts: i64,
    pub(crate) videos: i64,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Listed<T> {
    pub(crate) items: Vec<T>,
    /// Ask again with `after` set to this for what follows; missing at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
}

/// Something that a maker offers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Service {
    #[serde(default)]
    pub(crate) id: Uuid,
    pub(crate) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    pub(crate) price: f64,
    /// ISO 4217.
    pub(crate) currency: String,
    /// `DRIVER`, `AGENT`, `ARTISAN`, or a word that a newer app has added.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    pub(crate) created_at: i64,
}

/// An address to go to: `http` or `https`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Link {
    #[serde(default)]
    pub(crate) id: Uuid,
    /// What the maker calls the place.
    pub(crate) platform: String,
    pub(crate) url: String,
}

/// A published text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Post {
    #[serde(default)]
    pub(crate) id: Uuid,
    pub(crate) content: String,
    #[serde(default)]
    pub(crate) pictures: Vec<Picture>,
    /// Of visitors here.
    #[serde(default)]
    pub(crate) likes: i64,
    pub(crate) created_at: i64,
}

/// A picture of a post, or of the maker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Picture {
    /// Where it is, on this backend.
    pub(crate) address: String,
    /// What is on it, in words; empty when the maker has said nothing, and of their own picture their name.
    pub(crate) alt: String,
    pub(crate) content_type: String,
}

/// A video at its platform.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Video {
    #[serde(default)]
    pub(crate) id: Uuid,
    pub(crate) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    /// Where it can be watched.
    pub(crate) url: String,
    /// `YOUTUBE`, `TIKTOK`, or a word that a newer app has added.
    pub(crate) platform: String,
    /// `SHORT`, `LONG`, `DEMO`, or a word that a newer app has added.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) duration: Option<f64>,
    /// As far as this backend knows; the platform's own numbers are not here.
    #[serde(default)]
    pub(crate) views: i64,
    /// Of visitors here.
    #[serde(default)]
    pub(crate) likes: i64,
    /// How many comments can be read here.
    #[serde(default)]
    pub(crate) comments: i64,
    pub(crate) created_at: i64,
}

/// What a visitor says about a video.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct Comment {
    #[serde(default)]
    pub(crate) id: Uuid,
    /// The name under which they wrote it.
    pub(crate) author: String,
    pub(crate) content: String,
    pub(crate) created_at: i64,
}
