//! The `part` parameter: which pieces of a resource a call writes and returns.

use serde_json::{Map, Value};

use super::errors::{Answer, ApiError};
use crate::params::Params;

const KNOWN: &[&str] = &[
    "brandPartner",
    "contentDetails",
    "fileDetails",
    "id",
    "liveStreamingDetails",
    "localizations",
    "paidProductPlacementDetails",
    "player",
    "processingDetails",
    "recordingDetails",
    "snippet",
    "statistics",
    "status",
    "suggestions",
    "topicDetails",
    "brandingSettings",
    "auditDetails",
    "contentOwnerDetails",
];

pub(crate) struct Parts(Vec<String>);

impl Parts {
    pub(crate) fn read(params: &Params) -> Answer<Self> {
        let names = params.list("part");
        if names.is_empty() {
            return Err(ApiError::missing_parameter("part", "Required parameter: part"));
        }
        match names.iter().find(|name| !KNOWN.contains(&name.as_str())) {
            Some(unknown) => {
                let message = format!("'{unknown}' is not a part of this resource.");
                Err(ApiError::new(400, "youtube.part", "unknownPart", &message).at("parameter", "part"))
            }
            None => Ok(Self(names)),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|part| part == name)
    }

    pub(crate) fn joined(&self) -> String {
        self.0.join(",")
    }

    /// The parts of a full resource that were asked for; `kind`, `etag` and `id` always come along.
    pub(crate) fn select(&self, full: Value) -> Value {
        let Value::Object(full) = full else { return full };
        let chosen =
            full.into_iter().filter(|(name, _)| ["kind", "etag", "id"].contains(&name.as_str()) || self.has(name));
        Value::Object(chosen.collect::<Map<_, _>>())
    }
}
