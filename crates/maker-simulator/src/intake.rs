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
    let mut line = Line::new();
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
        line.carry(usable as u64, || app.faults.pace(platform)).await;
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

/// A line of the ordered speed. Reckoned anew when that changes: what was slow before is not made up for by a burst.
struct Line {
    rate: Option<u64>,
    since: Instant,
    bytes: u64,
}

impl Line {
    fn new() -> Self {
        Self { rate: None, since: Instant::now(), bytes: 0 }
    }

    /// Waits until `bytes` more would have arrived; `rate`, in bytes per second, is asked again and again.
    async fn carry(&mut self, bytes: u64, rate: impl Fn() -> Option<u64>) {
        self.bytes += bytes;
        loop {
            let now = rate();
            if now != self.rate {
                *self = Self { rate: now, since: Instant::now(), bytes };
            }
            let Some(rate) = now else { return };
            let due = Duration::from_secs_f64(self.bytes as f64 / rate.max(1) as f64);
            let ahead = due.saturating_sub(self.since.elapsed());
            if ahead.is_zero() {
                return;
            }
            // Short naps, so that a cleared or changed pace takes effect soon.
            tokio::time::sleep(ahead.min(Duration::from_millis(100))).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_line_that_becomes_faster_makes_nothing_up_for_the_time_before() {
        let mut line = Line::new();
        let begun = Instant::now();
        line.carry(100, || Some(10)).await;
        assert_eq!(begun.elapsed().as_secs(), 10);
        line.carry(2_000, || Some(1_000)).await;
        assert_eq!(begun.elapsed().as_secs(), 12);
        line.carry(1_000_000, || None).await;
        assert_eq!(begun.elapsed().as_secs(), 12);
    }
}
