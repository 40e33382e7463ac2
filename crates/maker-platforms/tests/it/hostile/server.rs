//! A server that answers the requests it gets with the next line of a script, whatever they are.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use maker_domain::Platform;
use maker_platforms::PlatformApi;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::PATIENCE;
use super::made_up::Raw;
use crate::stub::patient_api_at;

pub(super) struct Server {
    pub(super) origin: String,
    apis: [Arc<dyn PlatformApi>; 2],
    state: Arc<Mutex<State>>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct State {
    script: VecDeque<Raw>,
    asked: usize,
    last_head: String,
    /// Those of an earlier script must not go on dripping.
    open: Vec<JoinHandle<std::io::Result<()>>>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let (shared, own) = (Arc::clone(&state), origin.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let answering = tokio::spawn(answer(stream, Arc::clone(&shared), own.clone()));
                shared.lock().unwrap().open.push(answering);
            }
        });
        let apis = Platform::ALL.map(|platform| patient_api_at(&origin, platform, PATIENCE));
        Self { origin, apis, state, task }
    }

    /// The answers from here on; the last one for ever.
    pub(super) fn play(&self, script: Vec<Raw>) {
        let mut state = self.state.lock().unwrap();
        state.open.drain(..).for_each(|old| old.abort());
        *state = State { script: script.into(), ..State::default() };
    }

    /// The platform, with every address here.
    pub(super) fn api(&self, platform: Platform) -> &dyn PlatformApi {
        let found = self.apis.iter().find(|api| api.platform() == platform);
        found.expect("every platform is there").as_ref()
    }

    pub(super) fn asked(&self) -> usize {
        self.state.lock().unwrap().asked
    }

    pub(super) fn last_head(&self) -> String {
        self.state.lock().unwrap().last_head.clone()
    }
}

async fn answer(mut stream: TcpStream, state: Arc<Mutex<State>>, origin: String) -> std::io::Result<()> {
    read_request(&mut stream, &state).await?;
    let raw = {
        let mut state = state.lock().unwrap();
        state.asked += 1;
        if state.script.len() > 1 { state.script.pop_front() } else { state.script.front().cloned() }
    };
    match raw {
        None => {}
        Some(Raw::Drip(first, drop)) => {
            stream.write_all(first.as_bytes()).await?;
            loop {
                stream.write_all(drop.as_bytes()).await?;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        Some(Raw::Bytes(bytes)) => stream.write_all(&with_origin(bytes, &origin)).await?,
    }
    stream.shutdown().await
}

async fn read_request(stream: &mut TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        if stream.read_buf(&mut bytes).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length =
        head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut rest = length.unwrap_or(0_usize).saturating_sub(bytes.len() - end);
    let mut sink = vec![0; 65_536];
    while rest > 0 {
        let piece = rest.min(sink.len());
        rest -= stream.read_exact(&mut sink[..piece]).await?;
    }
    state.lock().unwrap().last_head = head;
    Ok(())
}

/// `{origin}` and `{host}` in the first bytes stand for the server's own.
fn with_origin(mut bytes: Vec<u8>, origin: &str) -> Vec<u8> {
    let marks = [("{origin}", origin), ("{host}", origin.trim_start_matches("http://"))];
    let mut from = 0;
    while let Some(at) = bytes.iter().skip(from).take(100_000).position(|byte| *byte == b'{').map(|at| from + at) {
        if let Some((mark, own)) = marks.iter().find(|(mark, _)| bytes[at..].starts_with(mark.as_bytes())) {
            bytes.splice(at..at + mark.len(), own.bytes());
        }
        from = at + 1;
    }
    bytes
}
