//! The one-shot listener on 127.0.0.1 (RFC 8252 section 7.3): a random port, one path, one hit that carries the state of
//! its flow, then closed. Other paths, methods and `Host` headers are refused, so a page that guesses the port or rebinds
//! a name reaches nothing. What the hit means is decided by the closure it is given.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maker_words::say;
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// A bound port that nobody serves yet, so that its number can go into the redirect address.
pub(crate) struct Bound {
    listener: TcpListener,
    pub(crate) port: u16,
}

/// What the browser's tab says after a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    SignedIn,
    NotSignedIn,
    NotExpected,
}

/// Closes the port when dropped; an answer on its way is still sent.
#[derive(Debug)]
pub(crate) struct Listening(Arc<Notify>);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.notify_one();
    }
}

type OnHit = dyn Fn(&str) -> Told + Send + Sync;

struct Site {
    host: String,
    path: &'static str,
    raise_window: bool,
    on_hit: Box<OnHit>,
    done: Arc<Notify>,
}

pub(crate) async fn bind() -> io::Result<Bound> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let port = listener.local_addr()?.port();
    Ok(Bound { listener, port })
}

impl Bound {
    /// Serves `path` until a hit is taken or `deadline` has passed. `raise_window`: the page opens our deep link.
    pub(crate) fn serve(
        self,
        path: &'static str,
        raise_window: bool,
        deadline: Duration,
        on_hit: impl Fn(&str) -> Told + Send + Sync + 'static,
    ) -> Listening {
        let done = Arc::new(Notify::new());
        let site = Arc::new(Site {
            host: format!("127.0.0.1:{}", self.port),
            path,
            raise_window,
            on_hit: Box::new(on_hit),
            done: Arc::clone(&done),
        });
        let router = Router::new().fallback(answer).with_state(site);
        let closed = Arc::clone(&done);
        tokio::spawn(async move {
            let serve = axum::serve(self.listener, router)
                .with_graceful_shutdown(async move { closed.notified().await })
                .into_future();
            // An error means that the port is gone: the flow then ends by its own deadline.
            let _ = tokio::time::timeout(deadline, serve).await;
        });
        Listening(done)
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let host = request.headers().get(header::HOST).and_then(|value| value.to_str().ok());
    if host != Some(&site.host) {
        return refuse(StatusCode::MISDIRECTED_REQUEST);
    }
    if request.uri().path() != site.path {
        return refuse(StatusCode::NOT_FOUND);
    }
    if request.method() != Method::GET {
        return refuse(StatusCode::METHOD_NOT_ALLOWED);
    }
    let told = (site.on_hit)(request.uri().query().unwrap_or_default());
    if told == Told::NotExpected {
        return guarded(StatusCode::BAD_REQUEST, page(told, false));
    }
    site.done.notify_one();
    guarded(StatusCode::OK, page(told, site.raise_window))
}

fn refuse(status: StatusCode) -> Response {
    guarded(status, String::new())
}

fn guarded(status: StatusCode, page: String) -> Response {
    let mut response = (status, Html(page)).into_response();
    for (name, value) in [
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONNECTION, "close"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn page(told: Told, raise_window: bool) -> String {
    let (title, words) = match told {
        Told::SignedIn => (say!("signin-page-back"), say!("signin-page-close")),
        Told::NotSignedIn => (say!("signin-page-unfinished"), say!("signin-page-nothing")),
        Told::NotExpected => (say!("signin-page-not-expected"), say!("signin-page-start-again")),
    };
    let (refresh, button) = if raise_window {
        (
            "<meta http-equiv=\"refresh\" content=\"0; url=app.makerstudio://open\">",
            format!("<p><a id=\"open-app\" href=\"app.makerstudio://open\">{}</a></p>", say!("signin-page-open")),
        )
    } else {
        ("", String::new())
    };
    let language = maker_words::spoken();
    let (code, dir) = (language.code(), if language.is_right_to_left() { "rtl" } else { "ltr" });
    format!(
        "<!doctype html><html lang=\"{code}\" dir=\"{dir}\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"referrer\" content=\"no-referrer\"><title>{title}</title>{refresh}</head>\
         <body><h1>{title}</h1><p>{words}</p>{button}</body></html>"
    )
}
