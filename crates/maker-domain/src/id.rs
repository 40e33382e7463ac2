//! Ids are UUIDv7, made on the device, so rows sort by age and never collide when devices meet.

use std::fmt;

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes a new id from the system's clock and random source; call it at the edge and pass the id in.
            #[must_use]
            pub fn make() -> Self {
                Self(Uuid::now_v7())
            }

            /// Reads the usual hyphenated form; `None` when it is not a UUID.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::parse_str(text).ok().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

ids! {
    /// The person who signs in.
    UserId;
    /// A maker's business page.
    MakerId;
    /// What the composer edits before anything is public.
    DraftId;
    /// One press of Publish.
    PublicationId;
    /// One platform's share of a publication.
    DeliveryId;
    /// A thumbnail or caption file chosen for a draft.
    AttachmentId;
    /// Something to be done for a video once the platform has it.
    StepId;
    /// A video that a platform has given an address.
    VideoId;
    /// Something a maker offers that is not a thing: delivery, representation, craft.
    ServiceId;
    /// A link to a page elsewhere, for display only.
    LinkId;
    /// What a maker writes again and again.
    SnippetId;
    /// A named set of platform settings.
    PresetId;
    /// A published text.
    PostId;
    /// A picture of a post.
    PostMediaId;
    /// An entry of the library: of a video its publication's id, or its own where that is not known here; of a post and
    /// of a draft their own.
    EntryId;
    /// What a visitor wrote under a video.
    CommentId;
    /// An authorised link to a platform. Also the name of its keyring entry.
    ConnectionId;
    /// A sign-in that waits for the browser.
    SignInId;
    /// One running program, as the owner of leases.
    ProcessId;
}
