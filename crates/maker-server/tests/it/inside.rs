//! The backend in this process, where a test chooses its clock and its bounds.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Utc};
use maker_domain::Clock;
use maker_domain::config::StudioConfig;
use maker_server::{Backend, Bounds, Images, ImagesAddress, Relay, Settings, router, serve};
use tokio::net::TcpListener;

use crate::engines::Place;

/// Serves on a free port until the test's runtime ends.
pub(crate) async fn inside(
    place: &Place,
    clock: Arc<dyn Clock>,
    settings: Settings,
    bounds: Bounds,
) -> (Arc<Backend>, SocketAddr) {
    let images = Images::open(&ImagesAddress::Folder(place.images())).unwrap();
    let backend = Backend::new(place.migrated().await, clock, settings, Some(images)).unwrap();
    let relay = Relay::new(StudioConfig::parse("").unwrap(), "http://localhost:1".parse().unwrap()).unwrap();
    let router = router(&backend, relay).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve(listener, router, bounds, backend.stopping.clone(), std::future::pending()));
    (backend, address)
}

/// Time that stands until the test moves it.
pub(crate) struct Hand(AtomicI64);

impl Hand {
    pub(crate) fn at(ms: i64) -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(ms)))
    }

    pub(crate) fn pass(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000, Ordering::SeqCst);
    }
}

impl Clock for Hand {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap()
    }
}
