//! A data folder with a studio on it, and content for it.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use maker_app::{Face, Options, Studio};
use maker_domain::draft::DraftFields;
use maker_domain::id::{DeliveryId, DraftId, LinkId, PublicationId, ServiceId};
use maker_domain::link::LinkFields;
use maker_domain::media::{Container, FileIdentity, MediaFacts};
use maker_domain::post::Post;
use maker_domain::profile::ProfileFields;
use maker_domain::service::{ServiceFields, ServiceType};
use maker_domain::{Platform, VideoType};
use maker_store::Store;
use maker_store::drafts::DraftMedia;
use maker_store::publications::NewPublication;
use maker_store::sessions::StoredSession;

pub(crate) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap() + TimeDelta::seconds(seconds)
}

pub(crate) struct Desk {
    pub(crate) studio: Studio,
    /// The same database by another connection, as another process has it.
    pub(crate) store: Store,
    pub(crate) folder: tempfile::TempDir,
}

pub(crate) async fn open(data_dir: &Path) -> Studio {
    Studio::open(Options { data_dir: data_dir.to_owned(), config: None, face: Face::CommandLine }).await.unwrap()
}

impl Desk {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let studio = open(folder.path()).await;
        let store = Store::open(&folder.path().join("studio.db"), at(0)).await.unwrap();
        Self { studio, store, folder }
    }

    pub(crate) async fn service(&self, title: &str, price: f64) -> ServiceId {
        let (id, (_, maker)) = (ServiceId::make(), self.store.local_maker().await.unwrap());
        let fields = ServiceFields {
            title: title.to_owned(),
            description: (title.len().is_multiple_of(2)).then(|| format!("About {title}")),
            price,
            currency: "EUR".to_owned(),
            kind: ServiceType::Driver,
            position: None,
            hidden: title.len().is_multiple_of(3),
        };
        self.store.add_service(id, maker, &fields, None, at(1)).await.unwrap();
        id
    }

    /// Something of everything.
    pub(crate) async fn fill(&self) {
        self.service("Delivery in Lyon", 24.5).await;
        let (_, maker) = self.store.local_maker().await.unwrap();
        let link = LinkFields { platform: "Instagram".to_owned(), url: "https://instagram.com/marta".to_owned() };
        self.store.add_social_link(LinkId::make(), maker, &link, at(2)).await.unwrap();
        let profile = ProfileFields {
            name: "Marta Oak".to_owned(),
            bio: "Chairs.".to_owned(),
            country: Some("FR".to_owned()),
            picture: None,
        };
        let shown = self.store.profile().await.unwrap().fields;
        self.store.save_profile_over(&shown, &profile, at(3)).await.unwrap();
        let post = self.studio.new_post().await.unwrap().id;
        self.studio.save_post(post, "", "New mugs =1+1").await.unwrap();
        let png = self.folder.path().join("mugs.png");
        image::RgbImage::from_pixel(40, 30, image::Rgb([200, 80, 10])).save(&png).unwrap();
        let added = self.studio.add_pictures(post, &[png]).await.unwrap();
        let picture = added.draft.pictures[0].id;
        self.studio.describe_picture(post, picture, "", "Two blue mugs").await.unwrap();
        self.studio.publish_post(post).await.unwrap();
        let draft = self.draft("How I oil an oak chair").await;
        let edited = DraftFields { title: "How I wax an oak chair".into(), ..DraftFields::default() };
        self.store.save_draft(draft, &edited, at(40_000)).await.unwrap();
        self.publish(draft).await;
        let png = self.folder.path().join("unfinished.png");
        image::RgbImage::from_pixel(30, 40, image::Rgb([2, 80, 210])).save(&png).unwrap();
        let begun = self.studio.new_post().await.unwrap().id;
        self.studio.add_pictures(begun, &[png]).await.unwrap();
    }

    pub(crate) async fn draft(&self, title: &str) -> DraftId {
        let (id, (_, maker)) = (DraftId::make(), self.store.local_maker().await.unwrap());
        let fields = DraftFields { title: title.to_owned(), tags: vec!["oak".into()], ..DraftFields::default() };
        let media = DraftMedia {
            path: "/videos/chair.mp4".into(),
            file_name: "chair.mp4".into(),
            facts: MediaFacts {
                container: Container::Mp4,
                size_bytes: 1_000,
                duration_s: Some(2.5),
                width: Some(720),
                height: Some(1280),
                codec: Some("H.264".into()),
                fps: Some(30.0),
            },
            identity: FileIdentity { size_bytes: 1_000, modified_at: at(-100), fingerprint: "f00d".into() },
            still: Some(vec![0xff, 0xd8, 0, 7]),
        };
        self.store.add_draft(id, maker, &fields, Some(&media), at(4)).await.unwrap();
        id
    }

    /// One delivery that waits, and an upload under way whose address is a secret.
    pub(crate) async fn publish(&self, draft: DraftId) -> DeliveryId {
        let delivery = DeliveryId::make();
        let mut fields = DraftFields { title: "Chair".into(), targets: Platform::ALL.into(), ..DraftFields::default() };
        fields.tiktok.privacy = Some("SELF_ONLY".into());
        fields.tiktok.ai_generated = Some(false);
        let new = NewPublication {
            id: PublicationId::make(),
            draft_id: draft,
            title: "Chair".into(),
            video_type: VideoType::Short,
            posts: vec![(delivery, Post::resolve(&fields, Platform::Tiktok).unwrap())],
            steps: Vec::new(),
            times: Vec::new(),
        };
        self.store.publish(&new, at(50_000)).await.unwrap();
        let session = StoredSession {
            sealed_address: b"canary-sealed-address".to_vec(),
            handle: Some("canary-handle".into()),
            chunk_bytes: 8 << 20,
            total_bytes: 1_000,
            content_type: "video/mp4".into(),
            opened_at: at(5),
            expires_at: None,
            sent_all: false,
        };
        self.store.open_session(delivery, &session).await.unwrap();
        delivery
    }

    /// How many rows there are of what an export has.
    pub(crate) async fn rows(&self) -> u64 {
        self.store.snapshot().await.unwrap().count().await.unwrap()
    }

    /// Pictures on the shelf.
    pub(crate) fn pictures(&self) -> usize {
        let images = self.folder.path().join("images");
        let Ok(shelves) = std::fs::read_dir(images) else { return 0 };
        shelves.flat_map(|shelf| std::fs::read_dir(shelf.unwrap().path()).into_iter().flatten()).count()
    }
}
