//! A body of bytes at hand that is passed on in pieces: a line that moves is then seen to move, however large the file.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame};

const PIECE_BYTES: usize = 64 * 1024;

/// `parts` one after the other, never copied.
pub(crate) struct Pieces(VecDeque<Bytes>);

impl Pieces {
    pub(crate) fn new(parts: impl IntoIterator<Item = Bytes>) -> Self {
        Self(parts.into_iter().filter(|part| !part.is_empty()).collect())
    }

    /// How many bytes there are in all.
    pub(crate) fn length(&self) -> u64 {
        self.0.iter().map(|part| u64::try_from(part.len()).unwrap_or(u64::MAX)).sum()
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some(part) = self.0.front_mut() else { return Poll::Ready(None) };
        let piece = part.split_to(part.len().min(PIECE_BYTES));
        if part.is_empty() {
            self.0.pop_front();
        }
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }
}
