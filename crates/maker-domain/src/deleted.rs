//! What a maker can delete and have back.

use serde::{Deserialize, Serialize};
use specta::Type;

/// What something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Deletable {
    /// A draft of a video.
    Draft,
    /// A post that was being written, or a change of one.
    PostDraft,
    /// A published post.
    Post,
    /// A service.
    Service,
    /// A link.
    Link,
}
