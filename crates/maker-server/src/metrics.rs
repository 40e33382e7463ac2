//! Numbers for the operator, in OpenMetrics. Routes are counted by their template, so that no id and no guess is in them.

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::db::Database;

/// Upper ends in seconds, from a read in memory to a platform that hardly answers.
const SECONDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Request {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct SignIn {
    outcome: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Refused {
    reason: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Connections {
    state: &'static str,
}

/// What has been counted since the start.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    seconds: Family<Request, Histogram>,
    sign_ins: Family<SignIn, Counter>,
    connections: Family<Connections, Gauge>,
    panics: Counter,
    images_stored: Counter,
    images_refused: Family<Refused, Counter>,
    images_collected: Counter,
    pages: Counter,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("maker_server");
        let seconds = Family::new_with_constructor((|| Histogram::new(SECONDS)) as fn() -> Histogram);
        let (sign_ins, connections) = (Family::default(), Family::default());
        let (panics, pages) = (Counter::default(), Counter::default());
        let help = "Answers by route, and how long they took to begin";
        registry.register_with_unit("http_request_duration", help, Unit::Seconds, seconds.clone());
        registry.register("sign_ins", "Sign-ins with address and password", sign_ins.clone());
        registry.register("database_connections", "Connections to the database", connections.clone());
        registry.register("panics", "Requests that ended in a panic", panics.clone());
        let (images_stored, images_refused, images_collected) =
            (Counter::default(), Family::default(), Counter::default());
        let help = "Bytes of pictures that were stored";
        registry.register_with_unit("images_stored", help, Unit::Bytes, images_stored.clone());
        registry.register("images_refused", "Pictures that were refused", images_refused.clone());
        let help = "Bytes of pictures that nothing showed any more";
        registry.register_with_unit("images_collected", help, Unit::Bytes, images_collected.clone());
        registry.register("pages_made", "Public pages that were read and written anew", pages.clone());
        Self {
            registry,
            seconds,
            sign_ins,
            connections,
            panics,
            images_stored,
            images_refused,
            images_collected,
            pages,
        }
    }
}

impl Metrics {
    pub(crate) fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let labels = Request { method, route: route.to_owned(), status };
        self.seconds.get_or_create(&labels).observe(took.as_secs_f64());
    }

    pub(crate) fn sign_in(&self, right: bool) {
        let outcome = if right { "accepted" } else { "refused" };
        self.sign_ins.get_or_create(&SignIn { outcome }).inc();
    }

    pub(crate) fn panicked(&self) {
        self.panics.inc();
    }

    pub(crate) fn image_stored(&self, bytes: u64) {
        self.images_stored.inc_by(bytes);
    }

    pub(crate) fn image_refused(&self, reason: &'static str) {
        self.images_refused.get_or_create(&Refused { reason }).inc();
    }

    pub(crate) fn images_collected(&self, bytes: u64) {
        self.images_collected.inc_by(bytes);
    }

    pub(crate) fn page_made(&self) {
        self.pages.inc();
    }

    /// All of them as text.
    pub(crate) fn text(&self, database: &Database) -> Result<String, std::fmt::Error> {
        let (open, idle) = database.connections();
        for (state, count) in [("open", open), ("idle", idle)] {
            self.connections.get_or_create(&Connections { state }).set(i64::from(count));
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}
