//! The OAuth relay: a page that hands the browser's answer to the app by deep link, and token calls to which the client
//! secret is added. It keeps no state: state, code and verifier are the app's business, and useless one without the other.

mod callback;
mod forward;
mod page;

use std::sync::Arc;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use maker_domain::Platform;
use maker_domain::config::StudioConfig;
use reqwest::redirect::Policy;
use url::Url;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::limit;
use crate::problem::Problem;

/// No honest form is longer: a code of 1,000 and a verifier of 128 characters.
const BODY_LIMIT: usize = 16 * 1024;

/// What the relay needs to know. Cheap to clone.
#[derive(Clone)]
pub struct Relay {
    config: Arc<StudioConfig>,
    public: Url,
    /// One that follows the system's proxy settings, and one that never does, for loopback addresses.
    usual: reqwest::Client,
    direct: reqwest::Client,
}

impl Relay {
    /// `public` is the address makers and platforms see, such as `https://studio.example.org`.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(config: StudioConfig, public: Url) -> anyhow::Result<Self> {
        Ok(Self { config: Arc::new(config), public, usual: client(false)?, direct: client(true)? })
    }

    /// The address that everybody sees.
    pub(crate) fn public(&self) -> &Url {
        &self.public
    }

    /// The redirect address registered at `platform`.
    fn callback(&self, platform: Platform) -> String {
        format!("{}/oauth/{}/callback", self.public.as_str().trim_end_matches('/'), platform.slug())
    }

    /// Whether any platform has a client id and a secret.
    pub(crate) fn is_set_up(&self) -> bool {
        Platform::ALL.into_iter().map(|p| self.config.platform(p)).any(|c| c.is_set_up() && c.client_secret.is_some())
    }
}

pub(crate) fn routes<S: Clone + Send + Sync + 'static>(relay: Relay) -> OpenApiRouter<S> {
    let routes = OpenApiRouter::new()
        .routes(routes!(callback::callback))
        .routes(routes!(forward::token))
        .routes(routes!(forward::revoke))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .with_state(relay);
    limit::per_address(routes)
}

/// Only the exact lower-case form is an address of ours.
fn platform(slug: &str) -> Result<Platform, Problem> {
    let found = Platform::ALL.into_iter().find(|p| p.slug() == slug);
    found.ok_or_else(|| Problem::new(axum::http::StatusCode::NOT_FOUND, "There is no such platform here."))
}

fn client(direct: bool) -> anyhow::Result<reqwest::Client> {
    let builder = reqwest::Client::builder()
        // Platforms are asked for nothing that has to be unpacked.
        .no_zstd()
        .redirect(Policy::none())
        .referer(false)
        .connect_timeout(Duration::from_secs(10))
        .timeout(Duration::from_secs(25))
        .user_agent(concat!("MakerStudioServer/", env!("CARGO_PKG_VERSION")));
    Ok(if direct { builder.no_proxy() } else { builder }.build()?)
}
