//! Receiving a video's bytes: streamed, never collected, at the pace and with the accidents that were ordered.
//! What the bytes mean to a session or chunk is the caller's business.

use std::time::Duration;

use axum::body::Body;
use futures_util::StreamExt;
use tokio::time::Instant;

use crate::faults::{Kind, Order};
use crate::steps::{Platform, Step};
use crate::world::App;

/// How a request's body ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum End {
    Whole,
    /// The client left or sent less than it announced.
    Broken,
    /// A fault wants the connection cut; the name is for the log.
    Cut(&'static str),
}

/// Feeds each piece to `take` in order. Nothing is kept here.
pub(crate) async fn receive(app: &App, platform: Platform, body: Body, mut take: impl FnMut(&[u8])) -> (u64, End) {
    let accident = Accident::ordered(app, platform);
    let mut frames = body.into_data_stream();
    let started = Instant::now();
    let mut received = 0_u64;
    while let Some(frame) = frames.next().await {
        let Ok(frame) = frame else { return (received, End::Broken) };
        let allowed = accident.as_ref().map_or(u64::MAX, |accident| accident.after_bytes.saturating_sub(received));
        let usable = frame.len().min(usize::try_from(allowed).unwrap_or(usize::MAX));
        take(&frame[..usable]);
        received += usable as u64;
        if let Some(accident) = &accident
            && received >= accident.after_bytes
        {
            return (received, accident.happen(app).await);
        }
        keep_pace(app, platform, started, received).await;
    }
    match &accident {
        Some(accident) => (received, accident.happen(app).await),
        None => (received, End::Whole),
    }
}

/// Reads and forgets, so that a client that is still sending gets to read the answer. Not for ever: beyond the largest
/// chunk of either platform the connection is simply closed.
pub(crate) async fn drain(body: Body) {
    const PATIENCE_BYTES: usize = 128 << 20;
    let mut frames = body.into_data_stream();
    let mut bytes = 0;
    while bytes < PATIENCE_BYTES
        && let Some(Ok(frame)) = frames.next().await
    {
        bytes += frame.len();
    }
}

/// Waits without an answer until the ordered time is over or faults are cleared.
pub(crate) async fn stall(app: &App, order: &Order) {
    let mut clearing = app.faults.watch_clearing();
    let patience = Duration::from_secs_f64(order.seconds.unwrap_or(3600.0).clamp(0.0, 86_400.0));
    tokio::select! {
        () = tokio::time::sleep(patience) => {}
        _ = clearing.changed() => {}
    }
}

struct Accident {
    after_bytes: u64,
    stalls: Option<Order>,
}

impl Accident {
    fn ordered(app: &App, platform: Platform) -> Option<Self> {
        if let Some(order) = app.faults.take_on(platform, Kind::DropMidChunk, Step::Put, Some(Step::Put)) {
            return Some(Self { after_bytes: order.after_bytes.unwrap_or(100_000), stalls: None });
        }
        let order = app.faults.take_on(platform, Kind::Stall, Step::Put, Some(Step::Put))?;
        Some(Self { after_bytes: order.after_bytes.unwrap_or(0), stalls: Some(order) })
    }

    async fn happen(&self, app: &App) -> End {
        match &self.stalls {
            None => End::Cut("drop_mid_chunk"),
            Some(order) => {
                stall(app, order).await;
                End::Cut("stall")
            }
        }
    }
}

async fn keep_pace(app: &App, platform: Platform, started: Instant, received: u64) {
    while let Some(rate) = app.faults.pace(platform) {
        let due = Duration::from_secs_f64(received as f64 / rate.max(1) as f64);
        let ahead = due.saturating_sub(started.elapsed());
        if ahead.is_zero() {
            return;
        }
        // Short naps, so that a cleared or changed pace takes effect soon.
        tokio::time::sleep(ahead.min(Duration::from_millis(100))).await;
    }
}
