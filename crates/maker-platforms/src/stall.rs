//! Notices a line that went silent while bytes are sent, without a limit on how long sending may take.
//!
//! The body is watched from inside: each piece the connection takes is progress. While the source of the bytes has
//! nothing ready (a speed limit, a slow disk) the line is not to blame and the clock stands.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::time::{Instant, sleep_until};

use crate::traffic::Tally;

type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// When the line last moved.
#[derive(Debug)]
pub(crate) struct Line(Mutex<Seen>);

#[derive(Clone, Copy, Debug)]
struct Seen {
    moved_at: Instant,
    waits_for_source: bool,
}

impl Line {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(Seen { moved_at: Instant::now(), waits_for_source: false })))
    }

    /// Runs `work` until it is done; `None` when the line stood still for `stall`.
    pub(crate) async fn watch<T>(&self, stall: Duration, work: impl Future<Output = T>) -> Option<T> {
        tokio::pin!(work);
        loop {
            tokio::select! {
                biased;
                out = &mut work => return Some(out),
                () = sleep_until(self.deadline(stall)) => {
                    if self.deadline(stall) <= Instant::now() {
                        return None;
                    }
                }
            }
        }
    }

    fn deadline(&self, stall: Duration) -> Instant {
        let seen = *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.waits_for_source { Instant::now() + stall } else { seen.moved_at + stall }
    }

    fn note(&self, waits_for_source: bool) {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *seen = Seen { moved_at: Instant::now(), waits_for_source };
    }
}

/// A body of exactly `left` more bytes that tells `line` and `tally` whenever a piece is taken.
pub(crate) struct WatchedBody {
    source: reqwest::Body,
    line: Arc<Line>,
    left: u64,
    tally: Tally,
}

impl WatchedBody {
    pub(crate) fn new(source: reqwest::Body, line: Arc<Line>, length: u64, tally: Tally) -> Self {
        Self { source, line, left: length, tally }
    }

    fn count(&mut self, piece: &Bytes) -> Result<(), BoxError> {
        let taken = u64::try_from(piece.len())?;
        self.left = self.left.checked_sub(taken).ok_or("the body gives more bytes than the range has")?;
        self.tally.took(taken);
        Ok(())
    }
}

impl Body for WatchedBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let polled = Pin::new(&mut self.source).poll_frame(cx);
        self.line.note(polled.is_pending());
        let Some(frame) = ready!(polled) else {
            // A short body must break the request: the platform would wait for the rest or store a torn chunk.
            let short = self.left > 0;
            return Poll::Ready(short.then(|| Err("the body gives fewer bytes than the range has".into())));
        };
        let frame = frame?;
        if let Some(piece) = frame.data_ref() {
            let piece = piece.clone();
            self.count(&piece)?;
        }
        Poll::Ready(Some(Ok(frame)))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

#[cfg(test)]
mod tests {
    use std::future::{pending, poll_fn};

    use super::*;

    const STALL: Duration = Duration::from_secs(45);

    #[tokio::test(start_paused = true)]
    async fn f6_a_line_that_does_not_move_is_given_up_after_the_stall_time() {
        let start = Instant::now();
        assert_eq!(Line::new().watch(STALL, pending::<()>()).await, None);
        assert_eq!(start.elapsed(), STALL);
    }

    #[tokio::test(start_paused = true)]
    async fn a_line_that_moves_now_and_then_may_take_for_ever() {
        let line = Line::new();
        let slow = async {
            for _ in 0..100 {
                tokio::time::sleep(STALL / 2).await;
                line.note(false);
            }
        };
        assert_eq!(line.watch(STALL, slow).await, Some(()));
    }

    #[tokio::test(start_paused = true)]
    async fn a_source_with_nothing_to_give_is_not_held_against_the_line() {
        let line = Line::new();
        let late = futures_util::stream::once(async {
            tokio::time::sleep(STALL * 10).await;
            Ok::<_, std::io::Error>("abc")
        });
        let mut body = WatchedBody::new(reqwest::Body::wrap_stream(late), Arc::clone(&line), 3, nobody());
        // A connection reads its body in a task of its own; the watch must not be what polls it.
        let taken = tokio::spawn(async move { poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await.is_some() });
        let taken = line.watch(STALL, taken).await;
        assert!(matches!(taken, Some(Ok(true))), "the line was blamed for its source");
        assert!(line.watch(STALL, pending::<()>()).await.is_none(), "after that it is the line's turn again");
    }

    fn nobody() -> Tally {
        Tally::begin(None, &url::Url::parse("https://a.org/").unwrap())
    }

    #[tokio::test]
    async fn a_body_of_another_length_than_its_range_is_an_error() {
        for (bytes, length) in [("abc", 2), ("abc", 4)] {
            let mut body = WatchedBody::new(reqwest::Body::from(bytes), Line::new(), length, nobody());
            let mut failed = false;
            while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
                failed = frame.is_err();
                if failed {
                    break;
                }
            }
            assert!(failed, "{length} bytes were promised and {} accepted", bytes.len());
        }
    }
}
