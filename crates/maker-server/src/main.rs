//! Starts the backend: reads the configuration, listens, tells its address in one line of JSON, serves until stopped.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;
use clap::Parser;
use maker_domain::Platform;
use maker_domain::config::check_address;
use maker_server::{Relay, read_config, router, serve, stop_signal, write_app_config};
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;
use url::Url;

/// The backend of Maker Studio: signs makers in without giving the app a client secret.
#[derive(Parser)]
#[command(version)]
#[command(
    after_help = "Client secrets may be given as MAKER_SERVER_YOUTUBE_CLIENT_SECRET and MAKER_SERVER_TIKTOK_CLIENT_SECRET \
in the environment instead of the file."
)]
struct Arguments {
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
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let arguments = Arguments::parse();
    // From the environment only: everybody on the computer can read a command line.
    let secrets = [
        (Platform::Youtube, std::env::var("MAKER_SERVER_YOUTUBE_CLIENT_SECRET").ok()),
        (Platform::Tiktok, std::env::var("MAKER_SERVER_TIKTOK_CLIENT_SECRET").ok()),
    ];
    let config = read_config(arguments.config.as_deref(), secrets)?;
    let listener =
        TcpListener::bind(arguments.listen).await.with_context(|| format!("cannot listen on {}", arguments.listen))?;
    let public = public_url(arguments.public_url, listener.local_addr()?)?;
    if let Some(path) = &arguments.write_config {
        write_app_config(path, &public, &config)?;
    }
    // Before the address is told: whoever knows it may stop us at once.
    let stop_asked = stop_signal()?;
    let router = router(Relay::new(config, public.clone())?);
    println!("{}", serde_json::json!({ "backend": public.as_str().trim_end_matches('/') }));
    serve(listener, router, stop_asked).await?;
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
