//! A stream of hints: the workspace has got further, pull. Nothing depends on any of them.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use futures_util::stream::{self, Stream};
use tokio::time::{Instant, Interval, MissedTickBehavior};

use super::Listener;
use super::history::Head;
use crate::auth::Member;
use crate::backend::Backend;
use crate::problem::Problem;

/// How often a stream without news says that it lives, and whether its reader still may listen is asked.
const HEARTBEAT: Duration = Duration::from_secs(25);

/// Hints as server-sent events: `event: head`, `data: {"seq": n}`, beginning with the head as it is.
#[utoipa::path(get, path = "/v1/t/{workspace}/sync/events", tag = "sync", params(("workspace" = Uuid, Path)),
    responses((status = 200, description = "The stream", body = String, content_type = "text/event-stream")))]
pub(super) async fn events(
    State(backend): State<Arc<Backend>>,
    member: Member,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let listener = backend.hints.listen(member.workspace, member.user).ok_or_else(|| {
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "Too many streams are open. Close some.").retry_after(60)
    })?;
    // After listening has begun, so that nothing falls in between.
    let mut moment = backend.database.snapshot().await?;
    let head = Head::read(&mut moment, member.workspace).await?.token.seq;
    backend.hints.tell(member.workspace, head);
    let mut heartbeat = tokio::time::interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
    heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let stream = Streaming { backend, member, listener, heartbeat };
    let first = stream::iter([Ok(told(head))]);
    Ok(Sse::new(stream::StreamExt::chain(first, stream::unfold(Box::new(stream), Streaming::next))))
}

struct Streaming {
    backend: Arc<Backend>,
    member: Member,
    listener: Listener,
    heartbeat: Interval,
}

impl Streaming {
    /// `None` once the backend stops or the reader is no member any more.
    async fn next(mut self: Box<Self>) -> Option<(Result<Event, Infallible>, Box<Self>)> {
        let event = tokio::select! {
            () = self.backend.stopping.cancelled() => return None,
            head = self.listener.next() => told(head),
            _ = self.heartbeat.tick() => {
                self.member.still(&self.backend).await.ok()?;
                Event::default().comment("still here")
            }
        };
        Some((Ok(event), self))
    }
}

fn told(head: u64) -> Event {
    Event::default().event("head").data(format!("{{\"seq\":{head}}}"))
}
