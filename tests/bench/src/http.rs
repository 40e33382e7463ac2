//! Just enough HTTP/1.1 (RFC 9112) for two clients that speak it well: heads, bodies of an announced length, keep-alive.

use std::io::{self, ErrorKind, Read, Write};
use std::net::TcpStream;

use anyhow::{Context, bail};

use crate::line::Line;

/// More than any head of either client.
const LONGEST_HEAD: usize = 32 * 1024;

/// What is read at once from a fast line, and from a slow one.
const PIECE: usize = 512 * 1024;
const SMALL_PIECE: usize = 16 * 1024;

pub(crate) trait Wire: Read + Write + Send {
    /// Takes what has come, at most as much as `piece` holds, and forgets it. Answers how many bytes that was; what is in
    /// `piece` afterwards says nothing.
    fn skip(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        self.read(piece)
    }
}

impl<T: Read + Write + Send> Wire for rustls::StreamOwned<rustls::ServerConnection, T> {}

impl Wire for TcpStream {
    /// The kernel throws it away (tcp(7), `MSG_TRUNC`): on a machine that is client and platform in one, a platform that
    /// copies what it discards takes time away from the client that no client of a real platform loses.
    #[cfg(target_os = "linux")]
    fn skip(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        rustix::net::recv(&*self, piece, rustix::net::RecvFlags::TRUNC).map(|(_, taken)| taken).map_err(io::Error::from)
    }
}

/// A client's connection.
pub(crate) struct Connection<'a> {
    wire: Box<dyn Wire>,
    line: &'a Line,
    /// Read and not used yet: what came with a head belongs to its body.
    ahead: Vec<u8>,
    piece: Vec<u8>,
}

/// A request's head.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) method: String,
    pub(crate) target: String,
    headers: Vec<(String, String)>,
}

impl Head {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn body_bytes(&self) -> anyhow::Result<u64> {
        if self.header("transfer-encoding").is_some() {
            bail!("a body of unknown length");
        }
        self.header("content-length").map_or(Ok(0), |text| text.parse().context("a Content-Length that is no number"))
    }
}

impl<'a> Connection<'a> {
    pub(crate) fn new(wire: Box<dyn Wire>, line: &'a Line) -> Self {
        let piece = vec![0; if line.is_paced() { SMALL_PIECE } else { PIECE }];
        Self { wire, line, ahead: Vec::new(), piece }
    }

    /// The next request's head; `None` when the client has gone.
    pub(crate) fn head(&mut self) -> anyhow::Result<Option<Head>> {
        let end = loop {
            if let Some(at) = self.ahead.windows(4).position(|w| w == b"\r\n\r\n") {
                break at + 4;
            }
            if self.ahead.len() > LONGEST_HEAD {
                bail!("a head without an end");
            }
            match self.wire.read(&mut self.piece) {
                Ok(0) => return Ok(None),
                Ok(read) => self.ahead.extend_from_slice(&self.piece[..read]),
                Err(error) if is_farewell(&error) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        };
        let head = parse(&self.ahead[..end])?;
        self.ahead.drain(..end);
        if head.header("expect").is_some_and(|e| e.eq_ignore_ascii_case("100-continue")) {
            self.wire.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
            self.wire.flush()?;
        }
        Ok(Some(head))
    }

    /// Reads the body of `head` and forgets it, telling `note` of each piece. Answers how many bytes came.
    pub(crate) fn discard(&mut self, head: &Head, mut note: impl FnMut(usize)) -> anyhow::Result<u64> {
        let announced = head.body_bytes()?;
        let mut left = announced;
        let early = self.ahead.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        self.ahead.drain(..early);
        left -= early as u64;
        if early > 0 {
            note(early);
            self.line.pass(early);
        }
        while left > 0 {
            let most = self.piece.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            let read = match self.wire.skip(&mut self.piece[..most]) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if is_farewell(&error) => break,
                Err(error) => return Err(error.into()),
            };
            left -= read as u64;
            note(read);
            self.line.pass(read);
        }
        Ok(announced - left)
    }

    pub(crate) fn answer(&mut self, status: &str, headers: &[(&str, String)], body: &str) -> anyhow::Result<()> {
        self.line.delay_answer();
        let mut text = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        text.push_str(body);
        self.wire.write_all(text.as_bytes())?;
        Ok(self.wire.flush()?)
    }
}

fn parse(bytes: &[u8]) -> anyhow::Result<Head> {
    let text = std::str::from_utf8(bytes).context("a head that is no text")?;
    let mut lines = text.split("\r\n");
    let mut first = lines.next().unwrap_or_default().split(' ');
    let (Some(method), Some(target)) = (first.next(), first.next()) else { bail!("no request: {text:?}") };
    let headers = lines.filter_map(|line| line.split_once(':'));
    Ok(Head {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: headers.map(|(k, v)| (k.trim().to_ascii_lowercase(), v.trim().to_owned())).collect(),
    })
}

/// A client that leaves is no trouble, however it does it.
fn is_farewell(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads what is given, keeps what is written.
    struct Tape(io::Cursor<Vec<u8>>, std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

    impl Read for Tape {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            self.0.read(into)
        }
    }

    impl Write for Tape {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.1.lock().unwrap().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Wire for Tape {}

    #[test]
    fn two_requests_on_one_connection_are_told_apart_by_their_lengths() {
        let text = "PUT /a HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabcGET /b HTTP/1.1\r\n\r\n";
        let said = std::sync::Arc::default();
        let line = Line::new(None, 0);
        let tape = Tape(io::Cursor::new(text.into()), std::sync::Arc::clone(&said));
        let mut connection = Connection::new(Box::new(tape), &line);
        let put = connection.head().unwrap().unwrap();
        assert_eq!(connection.discard(&put, |_| {}).unwrap(), 3);
        let get = connection.head().unwrap().unwrap();
        assert_eq!((get.method.as_str(), get.target.as_str()), ("GET", "/b"));
        assert_eq!(connection.discard(&get, |_| {}).unwrap(), 0);
        assert!(connection.head().unwrap().is_none());
        assert_eq!(said.lock().unwrap().as_slice(), b"HTTP/1.1 100 Continue\r\n\r\n");
    }

    #[test]
    fn a_body_that_breaks_off_is_as_long_as_what_came() {
        let line = Line::new(None, 0);
        let tape = Tape(io::Cursor::new("PUT /a HTTP/1.1\r\nContent-Length: 9\r\n\r\nabcd".into()), Default::default());
        let mut connection = Connection::new(Box::new(tape), &line);
        let put = connection.head().unwrap().unwrap();
        assert_eq!(connection.discard(&put, |_| {}).unwrap(), 4);
    }
}
