//! Asks one address again and again over kept connections, and says how many answers came and how long they took.
//!
//! Without a rate each connection asks as soon as it has its answer, which tells the most that a server gives. With one,
//! each request has its moment, and its time is counted from then on: whoever is late because the answer before was late
//! counts as waiting, as a real reader would.

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream, ToSocketAddrs};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, bail, ensure};
use serde_json::json;
use url::Url;

/// An answer that takes longer is a failure.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(clap::Args)]
pub(crate) struct Options {
    /// The address
    #[arg(long)]
    url: Url,
    /// Append the figures to this file
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// A word that goes with the figures
    #[arg(long)]
    who: String,
    /// How many connections
    #[arg(long, default_value_t = 32)]
    connections: u32,
    /// For how long
    #[arg(long, default_value_t = 10)]
    seconds: u32,
    /// How long before anything counts
    #[arg(long, default_value_t = 2)]
    settle_seconds: u32,
    /// How many requests in a second, all connections together
    #[arg(long)]
    rate: Option<f64>,
    /// A header, such as "accept-encoding: gzip"
    #[arg(long = "header")]
    headers: Vec<String>,
    /// The status that every answer has to have
    #[arg(long, default_value_t = 200)]
    status: u16,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let address = address(&options.url)?;
    let request = request(options);
    let began = Instant::now() + Duration::from_millis(50);
    let counts = began + Duration::from_secs(options.settle_seconds.into());
    let end = counts + Duration::from_secs(options.seconds.into());
    let connections: Vec<_> = std::thread::scope(|scope| {
        let start = |number| {
            let (request, pace) = (&request, Pace::of(options, number, began));
            scope.spawn(move || one(address, request, options.status, pace, counts, end))
        };
        let all: Vec<_> = (0..options.connections).map(start).collect();
        all.into_iter()
            .map(|thread| thread.join().map_err(|_| anyhow::anyhow!("a connection's thread ended badly")))
            .collect()
    });
    let (mut times, mut bytes) = (Vec::new(), 0);
    for connection in connections {
        let answers = connection??;
        times.extend(answers.times_us);
        bytes += answers.bytes;
    }
    ensure!(!times.is_empty(), "no answer came");
    times.sort_unstable();
    let at = |share: f64| f64::from(times[((times.len() - 1) as f64 * share) as usize]) / 1_000.0;
    let line = json!({
        "who": options.who, "requests": times.len(), "per_s": times.len() as f64 / f64::from(options.seconds),
        "asked_per_s": options.rate, "p50_ms": at(0.5), "p99_ms": at(0.99), "max_ms": at(1.0), "bytes_each": bytes / times.len() as u64,
    });
    let mut file = OpenOptions::new().create(true).append(true).open(&options.to)?;
    Ok(writeln!(file, "{line}")?)
}

fn address(url: &Url) -> anyhow::Result<SocketAddr> {
    let host = url.host_str().context("an address without a host")?;
    let all = (host, url.port_or_known_default().unwrap_or(80)).to_socket_addrs()?;
    // A name may stand for two addresses of which one is listened on.
    all.into_iter().find(|address| TcpStream::connect(address).is_ok()).context("nobody listens there")
}

fn request(options: &Options) -> String {
    let url = &options.url;
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    let mut request = format!("GET {}{query} HTTP/1.1\r\nhost: {}\r\n", url.path(), url.host_str().unwrap_or_default());
    for header in &options.headers {
        request.push_str(header);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    request
}

/// When a connection asks.
#[derive(Clone, Copy)]
struct Pace {
    first: Instant,
    between: Option<Duration>,
}

impl Pace {
    fn of(options: &Options, number: u32, began: Instant) -> Self {
        let between = options.rate.map(|rate| Duration::from_secs_f64(f64::from(options.connections) / rate));
        let first = began + between.unwrap_or_default() * number / options.connections;
        Self { first, between }
    }
}

struct Answers {
    times_us: Vec<u32>,
    bytes: u64,
}

fn one(
    address: SocketAddr,
    request: &str,
    status: u16,
    pace: Pace,
    counts: Instant,
    end: Instant,
) -> anyhow::Result<Answers> {
    let mut line = TcpStream::connect(address)?;
    line.set_nodelay(true)?;
    line.set_read_timeout(Some(PATIENCE))?;
    let (mut answers, mut buffer, mut due) = (Answers { times_us: Vec::new(), bytes: 0 }, Vec::new(), pace.first);
    loop {
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        let asked = if pace.between.is_some() { due } else { Instant::now() };
        if asked >= end {
            return Ok(answers);
        }
        line.write_all(request.as_bytes())?;
        let length = answer(&mut line, &mut buffer, status)?;
        if asked >= counts {
            let took = asked.elapsed().as_micros();
            answers.times_us.push(u32::try_from(took).unwrap_or(u32::MAX));
            answers.bytes += length as u64;
        }
        due += pace.between.unwrap_or_default();
    }
}

/// Reads one answer and gives its length.
fn answer(line: &mut TcpStream, buffer: &mut Vec<u8>, status: u16) -> anyhow::Result<usize> {
    buffer.clear();
    let mut piece = [0; 32 * 1024];
    let head = loop {
        if let Some(at) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        let read = line.read(&mut piece)?;
        ensure!(read > 0, "the server hung up");
        buffer.extend_from_slice(&piece[..read]);
    };
    let text = std::str::from_utf8(&buffer[..head]).context("a head that is no text")?;
    let told: Option<u16> = text.split(' ').nth(1).and_then(|status| status.parse().ok());
    ensure!(told == Some(status), "another answer came: {text}");
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>())
    });
    let length = match length {
        Some(length) => length.context("a Content-Length that is no number")?,
        None if status == 304 => 0,
        None => bail!("an answer of unknown length"),
    };
    let mut there = buffer.len();
    while there < head + length {
        let read = line.read(&mut piece)?;
        ensure!(read > 0, "the server hung up");
        there += read;
    }
    ensure!(there == head + length, "more came than was announced");
    Ok(there)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    fn asked(options: &[&str], answers: &'static [u8]) -> anyhow::Result<serde_json::Value> {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            options: Options,
        }
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/m/x?y=1", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for line in listener.incoming() {
                let mut line = line.unwrap();
                std::thread::spawn(move || {
                    let mut head = [0; 4_096];
                    while line.read(&mut head).is_ok_and(|read| read > 0) {
                        line.write_all(answers).unwrap();
                    }
                });
            }
        });
        let file = tempfile(&format!("{}", url.len()));
        let to = file.display().to_string();
        let fixed = [
            "load",
            "--url",
            &url,
            "--to",
            &to,
            "--who",
            "w",
            "--connections",
            "2",
            "--seconds",
            "1",
            "--settle-seconds",
            "0",
        ];
        let line = <Line as clap::Parser>::parse_from(fixed.iter().chain(options));
        let outcome = run(&line.options);
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let _ = std::fs::remove_file(&file);
        outcome.map(|()| serde_json::from_str(text.lines().last().unwrap()).unwrap())
    }

    fn tempfile(name: &str) -> PathBuf {
        let thread = std::thread::current().name().unwrap_or_default().replace(':', "-");
        std::env::temp_dir().join(format!("maker-bench-load-{}-{thread}-{name}", std::process::id()))
    }

    #[test]
    fn answers_are_counted_and_no_faster_than_was_asked_for() {
        let figures = asked(&["--rate", "50"], b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc").unwrap();
        let requests = figures["requests"].as_u64().unwrap();
        assert!((1..=51).contains(&requests), "{figures}");
        assert_eq!(figures["bytes_each"], 41, "{figures}");
    }

    #[test]
    fn an_answer_that_was_not_expected_ends_it() {
        assert!(asked(&[], b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n").is_err());
        assert!(asked(&["--status", "304"], b"HTTP/1.1 304 Not Modified\r\n\r\n").is_ok());
    }
}
