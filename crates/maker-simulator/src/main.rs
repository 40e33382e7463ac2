//! `maker-simulator`: starts the pretend platforms, prints one JSON line with their addresses, and runs until it is
//! told to stop. Logs go to stderr, so stdout stays readable by programs.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use maker_simulator::{Options, Simulator, write_config};

#[derive(Parser)]
#[command(version, about = "Stands in for YouTube and TikTok on this machine")]
struct Arguments {
    /// Where YouTube listens; TikTok and the admin interface take the next two ports (port 0: three free ports)
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: std::net::SocketAddr,
    /// Write the configuration file that points Maker Studio and its backend here
    #[arg(long, value_name = "FILE")]
    write_config: Option<PathBuf>,
    /// How long a platform processes a video after its last byte
    #[arg(long, default_value_t = 1500)]
    processing_ms: u64,
    /// Life of an access token; without it YouTube gives 3599 s and TikTok 86400 s
    #[arg(long)]
    access_token_seconds: Option<u32>,
    /// Behave as TikTok does to an app that has not passed its audit
    #[arg(long)]
    unaudited: bool,
    /// Behave as Google does to a project in Testing: refresh tokens die after seven days
    #[arg(long)]
    testing_mode: bool,
    /// How many videos each YouTube channel may upload a day
    #[arg(long)]
    channel_uploads_per_day: Option<u32>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into());
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()))
        .init();
    let arguments = Arguments::parse();
    // Listened for before anybody can know that the program runs, so that no early signal kills it.
    let stop = asked_to_stop()?;

    let simulator = Simulator::start(Options {
        listen: arguments.listen,
        processing_ms: arguments.processing_ms,
        access_token_seconds: arguments.access_token_seconds,
        unaudited: arguments.unaudited,
        testing_mode: arguments.testing_mode,
        channel_uploads_per_day: arguments.channel_uploads_per_day,
    })
    .await?;
    if let Some(path) = &arguments.write_config {
        write_config(path, simulator.addresses()).with_context(|| format!("writing {}", path.display()))?;
    }
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "{}", serde_json::to_string(simulator.addresses())?)?;
    stdout.flush()?;
    drop(stdout);

    stop.await?;
    simulator.stop().await;
    Ok(())
}

#[cfg(unix)]
fn asked_to_stop() -> anyhow::Result<impl Future<Output = anyhow::Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => Ok(()),
            _ = interrupt.recv() => Ok(()),
        }
    })
}

#[cfg(not(unix))]
fn asked_to_stop() -> anyhow::Result<impl Future<Output = anyhow::Result<()>>> {
    Ok(async { Ok(tokio::signal::ctrl_c().await?) })
}
