//! The listeners, and the one thing a web framework will not do for a fault: end a connection without an answer.
//! Each connection carries a [`Wire`]; once it is cut, every further read or write on the socket fails.

use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::extract::connect_info::Connected;
use axum::http::Extensions;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::log::Note;

/// Marks an answer that is never sent because its connection was cut.
#[derive(Clone)]
pub(crate) struct Unsent;

/// Cuts the connection a request came on. The response returned is swallowed by the cut; it carries the reason to the log.
pub(crate) fn cut(parts: &Parts, why: &'static str) -> Response {
    cut_by(&parts.extensions, why)
}

pub(crate) fn cut_by(extensions: &Extensions, why: &'static str) -> Response {
    if let Some(ConnectInfo(wire)) = extensions.get::<ConnectInfo<Wire>>() {
        wire.cut.store(true, Ordering::Release);
    }
    let mut response = Body::empty().into_response();
    response.extensions_mut().insert(Note::fault(why));
    response.extensions_mut().insert(Unsent);
    response
}

#[derive(Clone, Default)]
pub(crate) struct Wire {
    cut: Arc<AtomicBool>,
}

pub(crate) struct Door {
    listener: TcpListener,
}

impl Door {
    /// Listens on `first`'s port plus `place`, or on any free port when that port is 0.
    pub(crate) async fn open(first: SocketAddr, place: u16) -> io::Result<Self> {
        let mut address = first;
        if first.port() != 0 {
            let port = first.port().checked_add(place).ok_or(io::ErrorKind::AddrNotAvailable)?;
            address.set_port(port);
        }
        Ok(Self { listener: TcpListener::bind(address).await? })
    }

    pub(crate) fn origin(&self) -> io::Result<String> {
        Ok(format!("http://{}", self.listener.local_addr()?))
    }

    pub(crate) async fn serve(self, router: Router, mut stopped: watch::Receiver<bool>) {
        let service = router.into_make_service_with_connect_info::<Wire>();
        let stop = async move {
            // An error means the simulator was dropped, which is as good a reason to stop.
            let _ = stopped.wait_for(|stopped| *stopped).await;
        };
        if let Err(error) = axum::serve(self, service).with_graceful_shutdown(stop).await {
            tracing::error!(%error, "a listener ended");
        }
    }
}

impl Connected<IncomingStream<'_, Door>> for Wire {
    fn connect_info(stream: IncomingStream<'_, Door>) -> Self {
        stream.io().wire.clone()
    }
}

impl Listener for Door {
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY was refused");
        }
        (Line { stream, wire: Wire::default() }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

/// A TCP stream that obeys its [`Wire`].
pub(crate) struct Line {
    stream: TcpStream,
    wire: Wire,
}

impl Line {
    fn check(&self) -> io::Result<()> {
        if self.wire.cut.load(Ordering::Acquire) { Err(io::ErrorKind::ConnectionReset.into()) } else { Ok(()) }
    }
}

impl AsyncRead for Line {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Line {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.check()?;
        Pin::new(&mut self.stream).poll_write_vectored(cx, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
