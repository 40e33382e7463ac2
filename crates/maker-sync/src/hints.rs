//! Hints from the backend that there is something new: server-sent events. Losing one is harmless, for the loop looks by
//! itself once a minute.

use std::time::Duration;

use futures_util::StreamExt;
use rand::Rng;
use reqwest::Method;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::http::HttpBackend;
use crate::session::Event;

/// The backend says something at least every 25 seconds.
const SILENCE: Duration = Duration::from_secs(60);
/// The longest line of hints; theirs have some dozens of bytes.
const LINE_MAX: usize = 4_096;
const FIRST_REST: Duration = Duration::from_secs(2);
const LONGEST_REST: Duration = Duration::from_secs(300);

/// Passes hints on until nobody listens.
pub(crate) async fn listen(backend: HttpBackend, workspace: Uuid, to: mpsc::Sender<Event>) {
    let mut rest = FIRST_REST;
    loop {
        if hear(&backend, workspace, &to).await {
            rest = FIRST_REST;
        }
        if to.is_closed() {
            return;
        }
        let pause = rand::rng().random_range(rest / 2..=rest);
        tokio::time::sleep(pause).await;
        rest = (rest * 2).min(LONGEST_REST);
    }
}

/// Listens until the line breaks. Whether anything was heard.
async fn hear(backend: &HttpBackend, workspace: Uuid, to: &mpsc::Sender<Event>) -> bool {
    let path = format!("v1/t/{workspace}/sync/events");
    let Ok(answer) = backend.stream(Method::GET, &path).await else { return false };
    // Whatever came while nobody listened.
    let mut heard = to.try_send(Event::Look).is_ok();
    let mut lines = Lines::default();
    let mut pieces = answer.bytes_stream();
    while let Ok(Some(Ok(piece))) = tokio::time::timeout(SILENCE, pieces.next()).await {
        heard = true;
        let Some(hints) = lines.take(&piece) else { return heard };
        // A full queue has a look in it already.
        if hints && matches!(to.try_send(Event::Look), Err(mpsc::error::TrySendError::Closed(_))) {
            return heard;
        }
    }
    heard
}

/// Lines that come in pieces.
#[derive(Default)]
struct Lines(Vec<u8>);

impl Lines {
    /// Whether a line with data has ended in this piece; `None` for a line without an end.
    fn take(&mut self, piece: &[u8]) -> Option<bool> {
        let mut hint = false;
        for byte in piece {
            if matches!(byte, b'\n' | b'\r') {
                hint |= self.0.starts_with(b"data:");
                self.0.clear();
            } else if self.0.len() < LINE_MAX {
                self.0.push(*byte);
            } else {
                return None;
            }
        }
        Some(hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hint_is_heard_in_whatever_pieces_it_comes() {
        let mut lines = Lines::default();
        assert_eq!(lines.take(b": still here\n\nevent: he"), Some(false));
        assert_eq!(lines.take(b"ad\r\ndata: {\"seq\":7}"), Some(false));
        assert_eq!(lines.take(b"\r\n\r\n"), Some(true));
    }

    #[test]
    fn f60_a_line_without_an_end_is_not_kept() {
        let mut lines = Lines::default();
        assert_eq!(lines.take(&[b'x'; LINE_MAX]), Some(false));
        assert_eq!(lines.take(b"xx"), None);
    }
}
