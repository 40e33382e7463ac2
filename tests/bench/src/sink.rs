//! The sink's listener: a thread for each connection, in the clear or over TLS.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::json;
use socket2::{Domain, Socket, Type};
use url::Url;

use crate::http::{Connection, Wire};
use crate::line::Line;
use crate::youtube::Youtube;

/// What a slow line holds at the receiver: little, so that bytes count as sent when they have passed, and several segments
/// of a loopback device (64 KiB each), so that its window never closes.
const SLOW_LINE_BUFFER: usize = 512 * 1024;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Write the configuration file that points Maker Studio here
    #[arg(long, value_name = "FILE")]
    write_config: PathBuf,
    /// Certificate chain in PEM; with it the sink speaks HTTPS
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Its key in PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// How fast the line is, all connections together
    #[arg(long)]
    bytes_per_second: Option<u64>,
    /// How late each answer is
    #[arg(long, default_value_t = 0)]
    answer_delay_ms: u64,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let tls = match (&options.tls_cert, &options.tls_key) {
        (Some(chain), Some(key)) => Some(Arc::new(tls(chain, key)?)),
        _ => None,
    };
    let line = Line::new(options.bytes_per_second, options.answer_delay_ms);
    let listener = listen(&line)?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let base = Url::parse(&format!("{scheme}://{}/", listener.local_addr()?))?;
    std::fs::write(&options.write_config, config(&base))?;
    println!("{}", json!({"youtube": base.as_str().trim_end_matches('/')}));
    std::io::stdout().flush()?;

    let (youtube, line) = (&Youtube::at(base), &line);
    std::thread::scope(|scope| {
        for stream in listener.incoming() {
            let (stream, tls) = (stream?, tls.clone());
            scope.spawn(move || {
                if let Err(error) = serve(stream, tls, youtube, line) {
                    eprintln!("a connection ended: {error:#}");
                }
            });
        }
        Ok(())
    })
}

fn serve(stream: TcpStream, tls: Option<Arc<ServerConfig>>, youtube: &Youtube, line: &Line) -> anyhow::Result<()> {
    stream.set_nodelay(true)?;
    let wire: Box<dyn Wire> = match tls {
        Some(config) => Box::new(StreamOwned::new(ServerConnection::new(config)?, stream)),
        None => Box::new(stream),
    };
    let mut connection = Connection::new(wire, line);
    while let Some(head) = connection.head()? {
        youtube.answer(&head, &mut connection)?;
    }
    Ok(())
}

fn listen(line: &Line) -> anyhow::Result<TcpListener> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    if line.is_paced() {
        // Before listening: connections inherit it.
        socket.set_recv_buffer_size(SLOW_LINE_BUFFER)?;
    }
    socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into())?;
    socket.listen(64)?;
    Ok(socket.into())
}

fn tls(chain: &Path, key: &Path) -> anyhow::Result<ServerConfig> {
    let certificates: Result<Vec<_>, _> =
        CertificateDer::pem_file_iter(chain).with_context(|| chain.display().to_string())?.collect();
    let key = PrivateKeyDer::from_pem_file(key).with_context(|| key.display().to_string())?;
    // By name: with two in a workspace, rustls picks none by itself.
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    Ok(config.with_no_client_auth().with_single_cert(certificates?, key)?)
}

fn config(base: &Url) -> String {
    format!(
        "[youtube]\nclient_id = \"sink\"\nclient_secret = \"sink\"\nredirect = \"loopback\"\n\
         authorize = \"{base}o/oauth2/v2/auth\"\ntoken = \"{base}token\"\nrevoke = \"{base}revoke\"\n\
         api = \"{base}youtube/v3\"\nupload = \"{base}upload/youtube/v3\"\nweb = \"{base}\"\n"
    )
}
