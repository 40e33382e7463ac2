//! Serving the router until the operator stops it, with a bound on every connection.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use crate::peer::Peer;

/// How long requests in flight may go on after a stop.
const LAST_REQUESTS: Duration = Duration::from_secs(35);
/// How long to wait when the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(100);

/// Files beside connections: the database's, the listener, calls to platforms.
const OTHER_FILES: usize = 124;
/// So many connections are tried in any case.
const FEWEST: usize = 16;
/// What a process usually may have open.
const USUAL_FILES: u64 = 1_024;

/// What clients may hold of the backend at once.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Connections; whoever comes then waits in the system's queue.
    pub connections: usize,
    /// Connections of one address; whoever comes then is hung up on. `None` behind a proxy, where all are one.
    pub per_address: Option<usize>,
    /// How long a connection may take to send the head of its next request, or to say nothing between two.
    pub head: Duration,
}

impl Default for Bounds {
    /// Room for 2,000 devices that listen for changes, and as many that ask something.
    fn default() -> Self {
        Self { connections: 4_096, per_address: Some(200), head: Duration::from_secs(30) }
    }
}

impl Bounds {
    /// Lets the process have as many files open as it needs for its connections, as far as the system allows; with fewer
    /// files there are fewer connections.
    #[must_use]
    pub fn within_files(self) -> Self {
        let wanted = self.connections.saturating_add(OTHER_FILES);
        // Only the limit that a process may set for itself is touched, and never the one above it.
        let allowed = rlimit::increase_nofile_limit(wanted as u64).unwrap_or_else(|error| {
            tracing::warn!(%error, "how many files may be open cannot be asked; taken to be {USUAL_FILES}");
            USUAL_FILES
        });
        let allowed = usize::try_from(allowed).unwrap_or(usize::MAX);
        if allowed >= wanted {
            return self;
        }
        let connections = allowed.saturating_sub(OTHER_FILES).max(FEWEST);
        tracing::warn!(
            connections,
            files = allowed,
            "the system allows {allowed} open files, which is {connections} connections: raise its limit for more"
        );
        Self { connections, ..self }
    }
}

/// Serves until `stop_asked` ends, then cancels `stopping` and lets requests in flight finish.
///
/// # Errors
/// When the listener breaks.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    stopping: CancellationToken,
    stop_asked: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let seats = Arc::new(Semaphore::new(bounds.connections));
    let addresses = Addresses::default();
    let graceful = GracefulShutdown::new();
    let mut stop_asked = std::pin::pin!(stop_asked);
    loop {
        let accepted = tokio::select! {
            () = &mut stop_asked => break,
            accepted = accept(&listener, &seats) => accepted,
        };
        let (stream, from, seat) = accepted?;
        let peer = Peer::counted(from.ip());
        let Some(place) = addresses.take(peer, bounds.per_address) else {
            continue;
        };
        let service = router.clone().map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(ConnectInfo(from));
            request
        });
        let mut builder = Builder::new(hyper_util::rt::TokioExecutor::new()).http1_only();
        builder.http1().timer(TokioTimer::new()).header_read_timeout(bounds.head);
        let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)).into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that breaks off is its own business.
            let _ = connection.await;
            drop((seat, place));
        });
    }
    drop(listener);
    tracing::info!("stopping: requests in flight are finished first");
    stopping.cancel();
    // Whoever takes longer is cut off.
    let _ = tokio::time::timeout(LAST_REQUESTS, graceful.shutdown()).await;
    Ok(())
}

/// A seat first: who has none is not accepted, and waits in the system's queue.
async fn accept(
    listener: &TcpListener,
    seats: &Arc<Semaphore>,
) -> std::io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let seat = Arc::clone(seats).acquire_owned().await.map_err(std::io::Error::other)?;
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                // Small answers leave at once; a socket that refuses this works as well.
                let _ = stream.set_nodelay(true);
                return Ok((stream, from, seat));
            }
            // The client has gone again, or the system has no room: neither is the listener's end.
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "a connection could not be accepted");
                tokio::time::sleep(NO_ROOM).await;
            }
        }
    }
}

/// How many connections each address has.
#[derive(Clone, Default)]
struct Addresses(Arc<Mutex<HashMap<std::net::IpAddr, usize>>>);

/// One connection of an address, until it is dropped.
struct Place {
    addresses: Addresses,
    peer: Peer,
}

impl Addresses {
    fn take(&self, peer: Peer, most: Option<usize>) -> Option<Place> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = all.entry(peer.0).or_default();
        if most.is_some_and(|most| *count >= most) {
            return None;
        }
        *count += 1;
        Some(Place { addresses: self.clone(), peer })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut all = self.addresses.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = all.get_mut(&self.peer.0) {
            *count -= 1;
            if *count == 0 {
                all.remove(&self.peer.0);
            }
        }
    }
}

/// Ends with the first SIGTERM or SIGINT after this call.
///
/// # Errors
/// When the system gives no handler.
pub fn stop_signal() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without a handler there is nothing to wait for but the process's end.
        let _ = tokio::signal::ctrl_c().await;
    })
}
