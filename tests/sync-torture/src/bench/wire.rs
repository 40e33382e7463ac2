//! Counts what goes over the line.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpStream};

/// Stands before a backend.
pub(crate) struct Meter {
    /// Where it is reached.
    pub(crate) address: String,
    down: Arc<AtomicU64>,
}

impl Meter {
    pub(crate) async fn before(backend: &str) -> anyhow::Result<Self> {
        let to = backend.strip_prefix("http://").context("an address over http")?.to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        let down = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&down);
        tokio::spawn(async move {
            while let Ok((desk, _)) = listener.accept().await {
                let (to, counted) = (to.clone(), Arc::clone(&counted));
                tokio::spawn(async move { pass(desk, &to, &counted).await });
            }
        });
        Ok(Self { address, down })
    }

    /// Bytes from the backend so far, heads included.
    pub(crate) fn down(&self) -> u64 {
        self.down.load(Ordering::Relaxed)
    }
}

async fn pass(mut desk: TcpStream, to: &str, counted: &AtomicU64) -> std::io::Result<()> {
    let mut backend = TcpStream::connect(to).await?;
    let (mut from_desk, mut to_desk) = desk.split();
    let (mut from_backend, mut to_backend) = backend.split();
    let down = async {
        let mut buffer = vec![0; 64 << 10];
        loop {
            let read = from_backend.read(&mut buffer).await?;
            if read == 0 {
                return to_desk.shutdown().await;
            }
            counted.fetch_add(read as u64, Ordering::Relaxed);
            to_desk.write_all(&buffer[..read]).await?;
        }
    };
    let up = async {
        copy(&mut from_desk, &mut to_backend).await?;
        to_backend.shutdown().await
    };
    tokio::try_join!(up, down).map(|_| ())
}
