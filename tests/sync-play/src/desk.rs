//! What a test puts on a desk, and worlds for it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::id::{DeliveryId, DraftId, PublicationId};
use maker_domain::media::{Container, FileIdentity, MediaFacts};
use maker_domain::post::{Post, YoutubePost};
use maker_domain::{Clock, VideoType};
use maker_store::drafts::DraftMedia;
use maker_store::publications::NewPublication;
use uuid::Uuid;

use crate::device::Device;
use crate::line::{Shared, World};

/// Where the maker's videos are: nobody else learns of it.
pub const FOLDER: &str = "/home/amina/secret folder";

/// A backend that has never heard of anybody.
#[must_use]
pub fn world() -> Shared {
    Arc::new(Mutex::new(World::default()))
}

/// Two devices of one workspace.
pub async fn two(world: &Shared) -> (Device, Device) {
    let workspace = Uuid::now_v7();
    let laptop = Device::new("Laptop", workspace, world, TimeDelta::zero()).await;
    let tablet = Device::new("Tablet", workspace, world, TimeDelta::zero()).await;
    (laptop, tablet)
}

/// The fields of a draft with that title.
#[must_use]
pub fn titled(title: &str) -> DraftFields {
    DraftFields { title: title.into(), description: "Oak, oiled.".into(), ..DraftFields::default() }
}

/// A video of that name in [`FOLDER`].
#[must_use]
pub fn media(name: &str, size_bytes: u64) -> DraftMedia {
    DraftMedia {
        path: PathBuf::from(FOLDER).join(name),
        file_name: name.into(),
        facts: MediaFacts {
            container: Container::Mp4,
            size_bytes,
            duration_s: Some(2.5),
            width: Some(720),
            height: Some(1_280),
            codec: Some("H.264".into()),
            fps: Some(30.0),
        },
        identity: FileIdentity { size_bytes, modified_at: chrono::DateTime::UNIX_EPOCH, fingerprint: "f00d".into() },
        still: None,
    }
}

impl Device {
    /// What the device's clock says.
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    /// A draft with a file, published to YouTube.
    pub async fn published(&self, title: &str) -> DeliveryId {
        let draft = self.draft_with_file(title).await;
        let delivery = DeliveryId::make();
        let post = Post::Youtube(YoutubePost {
            title: title.into(),
            description: String::new(),
            tags: Vec::new(),
            category_id: "22".into(),
            privacy: YoutubePrivacy::Public,
            made_for_kids: false,
            synthetic: false,
            notify_subscribers: true,
            publish_at: None,
        });
        let new = NewPublication {
            id: PublicationId::make(),
            draft_id: draft,
            title: title.into(),
            video_type: VideoType::Short,
            posts: vec![(delivery, post)],
            steps: Vec::new(),
            times: Vec::new(),
        };
        self.store.publish(&new, self.now()).await.unwrap();
        delivery
    }

    /// A draft with a file.
    pub async fn draft_with_file(&self, title: &str) -> DraftId {
        let draft = DraftId(self.add_draft(&titled(title)).await);
        self.store.set_media(draft, &media("chair.mp4", 1_000), self.now()).await.unwrap();
        draft
    }

    /// Changes fields of a draft.
    pub async fn save(&self, draft: Uuid, change: impl FnOnce(&mut DraftFields)) {
        let mut fields = self.store.draft(DraftId(draft)).await.unwrap().fields;
        change(&mut fields);
        self.store.save_draft(DraftId(draft), &fields, self.now()).await.unwrap();
    }

    /// The fields of a draft.
    pub async fn fields(&self, draft: Uuid) -> DraftFields {
        self.store.draft(DraftId(draft)).await.unwrap().fields
    }
}

/// Brings all of them to the same.
pub async fn settle(devices: &[&Device]) {
    for _ in 0..3 {
        for device in devices {
            device.settle().await;
        }
    }
}
