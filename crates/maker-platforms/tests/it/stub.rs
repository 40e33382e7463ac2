//! A server that says exactly what a test writes, right or wrong, and remembers what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use maker_domain::Platform;
use maker_domain::config::StudioConfig;
use maker_domain::secret::AccessToken;
use maker_platforms::{Patience, PlatformApi, Session, http_client, platform_api_with};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::posts::noon;

/// What happens to one request.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// The request is read to its end and this is written, byte by byte as it stands; `{origin}` is the stub's own.
    Say(String),
    /// The head is read, then nothing happens any more: no byte is taken, none is given.
    Silence,
    /// The head is read and the line cut.
    HangUp,
    /// A good head, then a body without end.
    BodyWithoutEnd,
    /// The request is read in pieces of 256 KiB with this pause between them, then the answer is written.
    ReadSlowly(Duration, String),
}

/// One request's head (and its body, when it was small).
pub(crate) type Seen = Arc<Mutex<Vec<String>>>;

pub(crate) struct Stub {
    pub(crate) origin: String,
    seen: Seen,
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Stub {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Stub {
    /// Does `acts` one after the other; the last one for ever.
    pub(crate) async fn start(acts: Vec<Act>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let seen = Seen::default();
        let task = tokio::spawn(serve(listener, acts, origin.clone(), Arc::clone(&seen)));
        Self { origin, seen, task }
    }

    pub(crate) async fn saying(answer: &str) -> Self {
        Self::start(vec![Act::Say(answer.to_owned())]).await
    }

    pub(crate) fn requests(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn api(&self, platform: Platform) -> Arc<dyn PlatformApi> {
        api_at(&self.origin, platform)
    }

    /// A session of one chunk at this stub.
    pub(crate) fn session(&self, platform: Platform, total_bytes: u64) -> Session {
        Session {
            address: format!("{}/session?upload_id=SECRET", self.origin).into(),
            handle: (platform == Platform::Tiktok).then(|| "v_pub_file~1".into()),
            chunk_bytes: total_bytes.min(8 << 20),
            total_bytes,
            content_type: "video/mp4".into(),
            opened_at: noon(),
            expires_at: None,
        }
    }
}

/// An API whose every address is at `origin`.
pub(crate) fn api_at(origin: &str, platform: Platform) -> Arc<dyn PlatformApi> {
    patient_api_at(origin, platform, Patience::default())
}

/// The same with a patience of its own.
pub(crate) fn patient_api_at(origin: &str, platform: Platform, patience: Patience) -> Arc<dyn PlatformApi> {
    let text = format!(
        "[youtube]\napi = \"{origin}/youtube/v3\"\nupload = \"{origin}/upload/youtube/v3\"\n[tiktok]\napi = \"{origin}/v2\"\n"
    );
    let config = StudioConfig::parse(&text).unwrap();
    platform_api_with(config.platform(platform), platform, http_client().unwrap(), patience)
}

pub(crate) fn token() -> AccessToken {
    AccessToken::new("TOP-SECRET-TOKEN".into())
}

/// A whole answer; the end of the connection is its end.
pub(crate) fn answer(status: &str, headers: &[&str], body: &str) -> String {
    let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    format!("HTTP/1.1 {status}\r\n{headers}Connection: close\r\n\r\n{body}")
}

/// TikTok's envelope around `data`.
pub(crate) fn ok(data: &str) -> String {
    answer("200 OK", &["Content-Type: application/json"], &format!(r#"{{"data":{data},"error":{{"code":"ok"}}}}"#))
}

async fn serve(listener: TcpListener, acts: Vec<Act>, origin: String, seen: Seen) {
    let mut count = 0;
    let mut open = Vec::new();
    while let Ok((mut stream, _)) = listener.accept().await {
        let act = acts[count.min(acts.len() - 1)].clone();
        count += 1;
        let (origin, seen) = (origin.clone(), Arc::clone(&seen));
        open.push(tokio::spawn(async move { play(&mut stream, act, &origin, &seen).await }));
    }
}

async fn play(stream: &mut TcpStream, act: Act, origin: &str, seen: &Seen) -> std::io::Result<()> {
    let (head, mut body) = read_head(stream).await?;
    let at = {
        let mut seen = seen.lock().unwrap();
        seen.push(head.clone());
        seen.len() - 1
    };
    match act {
        Act::HangUp => return Ok(()),
        Act::Silence => return std::future::pending().await,
        Act::BodyWithoutEnd => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n").await?;
            loop {
                stream.write_all(&[b' '; 8_192]).await?;
            }
        }
        Act::ReadSlowly(pause, text) => {
            let mut rest = content_length(&head).saturating_sub(body.len());
            let mut buffer = vec![0; 256 << 10];
            while rest > 0 {
                tokio::time::sleep(pause).await;
                let piece = rest.min(buffer.len());
                stream.read_exact(&mut buffer[..piece]).await?;
                rest -= piece;
            }
            stream.write_all(text.as_bytes()).await?;
        }
        Act::Say(text) => {
            let length = content_length(&head);
            let mut rest = length.saturating_sub(body.len());
            let mut buffer = vec![0; 65_536];
            while rest > 0 {
                let read = stream.read(&mut buffer[..rest.min(65_536)]).await?;
                if read == 0 {
                    return Ok(());
                }
                rest -= read;
                if length < 65_536 {
                    body.extend_from_slice(&buffer[..read]);
                }
            }
            seen.lock().unwrap()[at].push_str(&String::from_utf8_lossy(&body));
            stream.write_all(text.replace("{origin}", origin).as_bytes()).await?;
        }
    }
    stream.shutdown().await
}

async fn read_head(stream: &mut TcpStream) -> std::io::Result<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            let body = bytes.split_off(at + 4);
            return Ok((String::from_utf8_lossy(&bytes).into_owned(), body));
        }
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    }
}

fn content_length(head: &str) -> usize {
    let line =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:").map(str::to_owned));
    line.and_then(|value| value.trim().parse().ok()).unwrap_or_default()
}
