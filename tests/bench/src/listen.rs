//! Opens many streams of hints at a backend, from many addresses of this computer, waits until each has said its first
//! word, and reads how much memory the backend takes with all of them (Linux: proc(5)).

use std::fs::{OpenOptions, read_to_string};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use serde_json::json;
use socket2::{Domain, Socket, Type};
use url::Url;

use crate::measure::number_in;

/// How long a stream may take until its first word.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The backend's address
    #[arg(long)]
    backend: Url,
    /// Its process
    #[arg(long)]
    pid: u32,
    /// A file with a token and a workspace in each line: the listeners take turns with them
    #[arg(long, value_name = "FILE")]
    tokens: PathBuf,
    /// How many listen
    #[arg(long, default_value_t = 2_000)]
    listeners: u32,
    /// From how many addresses
    #[arg(long, default_value_t = 20)]
    addresses: u8,
    /// How long they listen before the memory is read
    #[arg(long, default_value_t = 5)]
    settle_seconds: u64,
    /// Append the figures to this file
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let text = read_to_string(&options.tokens)?;
    let tokens: Vec<_> = text.lines().filter_map(|line| line.split_once(' ')).collect();
    ensure!(!tokens.is_empty() && options.addresses > 0, "nobody can listen");
    let port = options.backend.port_or_known_default().context("an address without a port")?;
    let status = format!("/proc/{}/status", options.pid);
    let before_kib = number_in(&status, "VmRSS:");
    ensure!(before_kib > 0, "there is no process {}", options.pid);
    let began = Instant::now();
    let mut streams = Vec::new();
    for number in 0..options.listeners {
        let (token, workspace) = tokens[number as usize % tokens.len()];
        // 127.0.0.1 is whoever asks meanwhile.
        let from = Ipv4Addr::new(127, 0, 0, 2 + (number % u32::from(options.addresses)) as u8);
        let stream = listen(from, port, token, workspace).with_context(|| format!("listener {number} from {from}"))?;
        streams.push(stream);
    }
    let opened_s = began.elapsed().as_secs_f64();
    std::thread::sleep(Duration::from_secs(options.settle_seconds));
    let with_kib = number_in(&status, "VmRSS:");
    let open = streams.iter().filter(|stream| is_open(stream)).count();
    ensure!(open == streams.len(), "{} of {} streams have ended", streams.len() - open, streams.len());
    let line = json!({
        "listeners": open, "addresses": options.addresses, "opened_s": opened_s, "rss_kib_before": before_kib, "rss_kib": with_kib,
    });
    let mut file = OpenOptions::new().create(true).append(true).open(&options.to)?;
    Ok(writeln!(file, "{line}")?)
}

fn listen(from: Ipv4Addr, port: u16, token: &str, workspace: &str) -> anyhow::Result<TcpStream> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.bind(&SocketAddr::new(IpAddr::V4(from), 0).into())?;
    socket.connect(&SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port).into())?;
    let mut stream = TcpStream::from(socket);
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "GET /v1/t/{workspace}/sync/events HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {token}\r\naccept: text/event-stream\r\n\r\n"
    )?;
    let (mut said, mut piece) = (String::new(), [0; 2_048]);
    while !said.contains("event: head") {
        let read = stream.read(&mut piece)?;
        ensure!(read > 0 && said.len() < 16_384, "it said {said:?}");
        said.push_str(&String::from_utf8_lossy(&piece[..read]));
    }
    ensure!(said.starts_with("HTTP/1.1 200"), "it said {said:?}");
    Ok(stream)
}

/// Nothing to read is open, and so is something; only an end is not.
fn is_open(stream: &TcpStream) -> bool {
    let quiet = |error: std::io::Error| error.kind() == std::io::ErrorKind::WouldBlock;
    stream.set_nonblocking(true).is_ok() && stream.peek(&mut [0]).map_or_else(quiet, |there| there > 0)
}
