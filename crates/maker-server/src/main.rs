//! Starts the backend: reads the configuration, opens the database, listens, tells its address in one line of JSON,
//! serves until stopped. Or brings a database to this version and ends.

mod report;

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::{Parser, Subcommand, ValueEnum};
use maker_domain::config::check_address;
use maker_domain::{Clock, Platform};
use maker_server::db::{Database, DatabaseAddress};
use maker_server::older::{Found, Line};
use maker_server::sync::retention;
use maker_server::{
    Backend, Bounds, Images, ImagesAddress, Relay, Settings, SystemClock, new_password, read_config, router, serve,
    stop_signal, visitors, write_app_config,
};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use url::Url;

use self::report::Report;

/// The backend of Maker Studio: accounts, and sign-in at the platforms without giving the app a client secret.
#[derive(Parser)]
#[command(version)]
#[command(
    after_help = "Client secrets may be given as MAKER_SERVER_YOUTUBE_CLIENT_SECRET and MAKER_SERVER_TIKTOK_CLIENT_SECRET \
in the environment instead of the file."
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// sqlite:FILE or postgres://USER@HOST/NAME. Everybody on the computer can read a command line: an address with a
    /// password belongs into the environment.
    #[arg(long, global = true, env = "MAKER_SERVER_DATABASE", hide_env_values = true)]
    #[arg(default_value = "sqlite:maker-server.db")]
    database: DatabaseAddress,
    /// Where pictures of posts are kept: FOLDER, or s3://BUCKET/PREFIX with the keys in AWS_ACCESS_KEY_ID and
    /// AWS_SECRET_ACCESS_KEY. Usually the folder `images` beside a SQLite file; with PostgreSQL no picture is taken unless
    /// you say.
    #[arg(long, env = "MAKER_SERVER_IMAGES")]
    images: Option<ImagesAddress>,
    /// Address and port to listen on; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Client ids, secrets and addresses of the platforms (TOML).
    #[arg(long)]
    config: Option<PathBuf>,
    /// Writes the configuration an app needs to use this backend to this file.
    #[arg(long)]
    write_config: Option<PathBuf>,
    /// The address makers see, such as https://studio.example.org. Needed when listening beyond this computer.
    #[arg(long)]
    public_url: Option<Url>,
    /// Requests come through a proxy of your own: the address that it adds to X-Forwarded-For counts.
    #[arg(long)]
    behind_proxy: bool,
    /// How many connections there may be at once. Each takes one of the files that the process may have open, and a device
    /// that waits for changes holds one.
    #[arg(long, default_value_t = Bounds::default().connections, value_parser = connections)]
    connections: usize,
    /// How many of them an address may hold. Behind a proxy all are one, and there is no such bound.
    #[arg(long, default_value_t = 200, value_parser = connections)]
    connections_per_address: usize,
    /// How the log is written; text on a terminal and JSON elsewhere, unless you say.
    #[arg(long, global = true)]
    log: Option<LogFormat>,
}

#[derive(Clone, Copy, ValueEnum)]
enum LogFormat {
    Text,
    Json,
}

/// How often what is of no more use is forgotten.
const SWEEP: Duration = Duration::from_secs(3_600);

#[derive(Subcommand)]
enum Command {
    /// Brings the database to this version. Serving does that by itself for SQLite, never for PostgreSQL. Brings an older backend's database forward as well, and goes on with one where that was interrupted.
    Migrate {
        /// Only tells what it would do.
        #[arg(long)]
        dry_run: bool,
        /// Tells it as lines of JSON.
        #[arg(long)]
        json: bool,
        /// Writes what is told of single rows to this file instead, for there may be many.
        #[arg(long)]
        rows: Option<PathBuf>,
    },
    /// Gives an account a new password, tells it once, and signs all its devices out: for people who have lost theirs, or
    /// whose old one could not be brought forward. They change it once they are in.
    NewPassword {
        /// The account's e-mail address or its id.
        account: String,
        /// Gives the account this address.
        #[arg(long)]
        email: Option<String>,
    },
    /// Records that a backup of the database is safe, so that devices need not keep what it has. Run it when the backup is
    /// done, with the moment at which it began.
    BackedUp {
        /// Such as 2026-09-25T03:00:00Z.
        #[arg(long)]
        began: DateTime<Utc>,
    },
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    start_log(arguments.log);
    match arguments.command {
        Some(Command::Migrate { dry_run, json, rows }) => {
            return migrate(&open(&arguments.database).await?, dry_run, Report::new(json, rows)?).await;
        }
        Some(Command::NewPassword { account, email }) => {
            let database = open(&arguments.database).await?;
            let now = SystemClock.now().timestamp_millis();
            let password = new_password(&database, &account, email.as_deref(), now).await?;
            println!("{}", password.expose());
            database.close().await;
            return Ok(());
        }
        Some(Command::BackedUp { began }) => return backed_up(&open(&arguments.database).await?, began).await,
        None => {}
    }
    // From the environment only: everybody on the computer can read a command line.
    let secrets = [
        (Platform::Youtube, std::env::var("MAKER_SERVER_YOUTUBE_CLIENT_SECRET").ok()),
        (Platform::Tiktok, std::env::var("MAKER_SERVER_TIKTOK_CLIENT_SECRET").ok()),
    ];
    let config = read_config(arguments.config.as_deref(), secrets)?;
    let listener =
        TcpListener::bind(arguments.listen).await.with_context(|| format!("cannot listen on {}", arguments.listen))?;
    let public = public_url(arguments.public_url, listener.local_addr()?)?;
    let database = open(&arguments.database).await?;
    database.ready_to_serve().await.with_context(|| arguments.database.to_string())?;
    tracing::info!(database = %arguments.database, "the database is open");
    let images = open_images(arguments.images, &arguments.database).await?;
    if let Some(path) = &arguments.write_config {
        write_app_config(path, &public, &config)?;
    }
    // Before the address is told: whoever knows it may stop us at once.
    let stop_asked = stop_signal()?;
    let settings = Settings { behind_proxy: arguments.behind_proxy, ..Settings::default() };
    let backend = Backend::new(database, Arc::new(SystemClock), settings, images)?;
    let router = router(&backend, Relay::new(config, public.clone())?)?;
    let sweeping = tokio::spawn(sweep(Arc::clone(&backend)));
    let following = {
        let backend = Arc::clone(&backend);
        tokio::spawn(async move { backend.hints.follow(&backend.database, backend.stopping.clone()).await })
    };
    let flushing = {
        let backend = Arc::clone(&backend);
        tokio::spawn(async move { visitors::follow(&backend).await })
    };
    let per_address = (!arguments.behind_proxy).then_some(arguments.connections_per_address);
    let bounds = Bounds { connections: arguments.connections, per_address, ..Bounds::default() }.within_files();
    println!("{}", serde_json::json!({ "backend": public.as_str().trim_end_matches('/') }));
    serve(listener, router, bounds, backend.stopping.clone(), stop_asked).await?;
    sweeping.abort();
    following.abort();
    flushing.abort();
    backend.database.close().await;
    Ok(())
}

/// The most that can be counted is far beyond what any system allows.
fn connections(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| (1..=1_000_000).contains(number));
    number.ok_or_else(|| "a number from 1 to 1,000,000".to_owned())
}

async fn sweep(backend: Arc<Backend>) {
    loop {
        match backend.sweep().await {
            Ok(rows) => tracing::debug!(rows, "forgot what had ended"),
            Err(error) => tracing::warn!(%error, "what had ended could not be forgotten"),
        }
        match retention::forget_everywhere(&backend.database, backend.now_ms()).await {
            Ok(forgotten) => tracing::debug!(?forgotten, "forgot what was old"),
            Err(error) => tracing::warn!(%error, "what was old could not be forgotten"),
        }
        match backend.collect_images().await {
            Ok(collected) => tracing::debug!(?collected, "collected pictures"),
            Err(error) => tracing::warn!(%error, "pictures could not be collected"),
        }
        tokio::time::sleep(SWEEP).await;
    }
}

/// A bucket that does not answer yet is no reason not to start: `/ready` tells when it does.
async fn open_images(given: Option<ImagesAddress>, database: &DatabaseAddress) -> anyhow::Result<Option<Images>> {
    let Some(address) = given.or_else(|| ImagesAddress::beside(database)) else {
        tracing::warn!("pictures of posts are not taken: say where they are kept, with --images");
        return Ok(None);
    };
    let images = Images::open(&address).with_context(|| format!("cannot keep pictures in {address}"))?;
    match images.answers().await {
        Ok(()) => tracing::info!(images = %address, "pictures have their place"),
        Err(error) => tracing::warn!(images = %address, error = format!("{error:#}"), "pictures cannot be kept yet"),
    }
    Ok(Some(images))
}

fn start_log(format: Option<LogFormat>) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    // A log that cannot be written, such as to a full disk, is no reason to end a request: complaining of it would.
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(false);
    let usual = if std::io::stderr().is_terminal() { LogFormat::Text } else { LogFormat::Json };
    match format.unwrap_or(usual) {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
}

async fn open(address: &DatabaseAddress) -> anyhow::Result<Database> {
    Database::open(address).await.with_context(|| format!("cannot open {address}"))
}

/// Tells each migration in a line of its own.
async fn migrate(database: &Database, dry_run: bool, mut report: Report) -> anyhow::Result<()> {
    if matches!(database.found().await?, Found::Older(_) | Found::Unfinished) {
        let now = SystemClock.now().timestamp_millis();
        let mut tell = |line: Line| report.older(&line);
        match dry_run {
            true => database.plan_forward(now, &mut tell).await?,
            false => database.bring_forward(now, &mut tell).await?,
        }
        report.end(dry_run)?;
        database.close().await;
        return Ok(());
    }
    let (steps, word) = match dry_run {
        true => (database.pending().await?, "would run"),
        false => (database.migrate().await?, "ran"),
    };
    for step in &steps {
        report.migration(word, step)?;
    }
    if steps.is_empty() {
        report.nothing()?;
    }
    database.close().await;
    Ok(())
}

async fn backed_up(database: &Database, began: DateTime<Utc>) -> anyhow::Result<()> {
    anyhow::ensure!(began <= SystemClock.now(), "--began is in the future: give the moment at which the backup began.");
    anyhow::ensure!(database.pending().await?.is_empty(), "The database is not at this version: run `migrate` first.");
    let workspaces = retention::record_backup(database, began.timestamp_millis()).await?;
    println!("recorded for {workspaces} workspaces");
    database.close().await;
    Ok(())
}

/// Google's web clients take plain http for the name `localhost` only, so loopback is called by that name.
fn public_url(given: Option<Url>, listening: SocketAddr) -> anyhow::Result<Url> {
    let url = match given {
        Some(url) => url,
        None if listening.ip().is_loopback() => Url::parse(&format!("http://localhost:{}", listening.port()))?,
        None => anyhow::bail!("Listening beyond this computer needs --public-url https://..., the address makers see."),
    };
    check_address(&url).map_err(|why| anyhow::anyhow!("--public-url is not usable: {why}."))?;
    anyhow::ensure!(url.query().is_none() && url.fragment().is_none(), "--public-url has to end with its path.");
    Ok(url)
}
