//! What sync costs: real desks with their databases on disk, real servers over HTTP. Prints one JSON line for each setting.

mod latency;
mod servers;
mod wire;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use clap::{Parser, Subcommand};
use maker_domain::sync::wire::{OPS_MAX, PAGE_MAX};
use maker_server::SystemClock;
use maker_sync::exchange;
use maker_sync_torture::desk::Desk;
use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};
use tokio::process::Command as Process;

use servers::{Engine, Servers};

/// Pulls that find nothing.
const IDLE_PULLS: usize = 200;
const ACCOUNT: &str = "amina";

#[derive(Parser)]
#[command(about = "What sync costs, in rows, bytes and milliseconds")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Rows up from one desk and down to a new one
    Rows {
        /// The database of the server
        #[arg(long)]
        engine: Engine,
        #[arg(long)]
        rows: u32,
    },
    /// From an edit on one desk to its being on another
    Latency {
        #[arg(long, default_value_t = 100)]
        edits: usize,
    },
    /// Fills an empty desk: its memory is of a process of its own
    Bootstrap {
        folder: PathBuf,
        #[arg(long)]
        backend: String,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let said = match Arguments::parse().command {
        Command::Rows { engine, rows } => rows_up_and_down(engine, rows).await?,
        Command::Latency { edits } => latency::measure(edits).await?,
        Command::Bootstrap { folder, backend } => bootstrap(&folder, &backend).await?,
    };
    println!("{said}");
    Ok(())
}

async fn rows_up_and_down(engine: Engine, rows: u32) -> anyhow::Result<Value> {
    let folder = tempfile::tempdir_in(servers::scratch()?)?;
    let servers = Servers::start(engine, folder.path(), 1).await?;
    let backend = &servers.addresses[0];
    let first = new_desk(&folder.path().join("first"), backend).await?;
    fill(&folder.path().join("first"), rows).await?;
    first.sign_in(ACCOUNT).await?;
    let parts = first.parts();
    let began = Instant::now();
    loop {
        let moved = exchange::push(&parts.store, parts.backend.as_ref(), &SystemClock, OPS_MAX).await?;
        if !moved.more || moved.count == 0 {
            break;
        }
    }
    let up = began.elapsed();
    while exchange::pull(&parts.store, parts.backend.as_ref(), &SystemClock, PAGE_MAX).await?.more {}

    let line = wire::Meter::before(backend).await?;
    let second = folder.path().join("second");
    std::fs::create_dir_all(&second)?;
    let mut down = Process::new(std::env::current_exe()?);
    down.arg("bootstrap").arg(&second).args(["--backend", &line.address]).kill_on_drop(true);
    let down = down.output().await?;
    ensure!(down.status.success(), "{}", String::from_utf8_lossy(&down.stderr));
    let down: Value = serde_json::from_slice(&down.stdout)?;
    ensure!(down["rows"].as_u64() == Some(rows.into()), "{down} of {rows} rows");
    let seconds = down["seconds"].as_f64().context("seconds")?;

    let mut idle = Vec::new();
    for _ in 0..IDLE_PULLS {
        let began = Instant::now();
        exchange::pull(&parts.store, parts.backend.as_ref(), &SystemClock, PAGE_MAX).await?;
        idle.push(began.elapsed());
        // Within what a device may ask.
        tokio::time::sleep(Duration::from_millis(21)).await;
    }
    Ok(json!({
        "engine": engine.name(),
        "rows": rows,
        "push_rows_per_s": per_second(rows, up.as_secs_f64()),
        "bootstrap_rows_per_s": per_second(rows, seconds),
        "bootstrap_s": round(seconds, 2),
        "bootstrap_bytes_per_row": round(line.down() as f64 / f64::from(rows), 1),
        "bootstrap_memory_mib": down["grown_mib"],
        "no_op_pull_ms": round(latency::at(&mut idle, 50).as_secs_f64() * 1e3, 2),
    }))
}

async fn new_desk(folder: &Path, backend: &str) -> anyhow::Result<Desk> {
    std::fs::create_dir_all(folder)?;
    Desk::open(folder, backend).await
}

/// Small rows as a maker's own hand would make them, though in one go: triggers note each.
async fn fill(folder: &Path, rows: u32) -> anyhow::Result<()> {
    let mut database = SqliteConnection::connect(&format!("sqlite:{}", folder.join("studio.db").display())).await?;
    let maker: String = sqlx::query_scalar("SELECT id FROM makers").fetch_one(&mut database).await?;
    let mut tx = database.begin().await?;
    for number in 0..rows {
        let at = 1_790_000_000_000_i64 + i64::from(number);
        sqlx::query(
            "INSERT INTO services (id, maker_id, title, description, price, currency, type, position, hidden, created_at, updated_at) \
             VALUES (?, ?, ?, ?, ?, 'EUR', 'ARTISAN', NULL, 0, ?, ?)",
        )
        .bind(uuid::Uuid::now_v7().to_string())
        .bind(&maker)
        .bind(format!("Chair {number}"))
        .bind(format!("Oak, oiled, made to measure, number {number}"))
        .bind(f64::from(number % 500) + 0.5)
        .bind(at)
        .bind(at)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn bootstrap(folder: &Path, backend: &str) -> anyhow::Result<Value> {
    let desk = Desk::open(folder, backend).await?;
    desk.sign_in(ACCOUNT).await?;
    let parts = desk.parts();
    let before = peak_kib()?;
    let began = Instant::now();
    let mut rows = 0;
    loop {
        let moved = exchange::pull(&parts.store, parts.backend.as_ref(), &SystemClock, PAGE_MAX).await?;
        rows += moved.count;
        if !moved.more {
            break;
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    // Before they are counted: that reads them all at once, which no exchange does.
    let grown = peak_kib()?.saturating_sub(before);
    // Its own page is a row as well.
    let services = parts.store.services().await?.len();
    ensure!(rows >= services, "{rows} rows came and {services} are there");
    Ok(json!({ "rows": services, "seconds": seconds, "grown_mib": round(grown as f64 / 1024.0, 1) }))
}

/// The most memory that this process ever held.
fn peak_kib() -> anyhow::Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}

fn per_second(rows: u32, seconds: f64) -> f64 {
    (f64::from(rows) / seconds).round()
}

fn round(number: f64, digits: i32) -> f64 {
    let unit = 10_f64.powi(digits);
    (number * unit).round() / unit
}
