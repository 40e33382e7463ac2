//! A line to the platforms that can be cut: then every connection breaks and new ones are refused, as without a network.
//! What the platforms have stays there.

use maker_domain::Platform;
use maker_domain::config::StudioConfig;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

pub(crate) struct Line(watch::Sender<bool>);

impl Line {
    /// Puts itself between whoever reads `config` and the platforms.
    pub(crate) async fn to(config: &mut StudioConfig) -> Self {
        let up = watch::Sender::new(true);
        for platform in Platform::ALL {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let ours = listener.local_addr().unwrap().port();
            let config = config.platform_mut(platform);
            let theirs = config.api.port().unwrap();
            for address in [&mut config.api, &mut config.upload] {
                address.set_port(Some(ours)).unwrap();
            }
            tokio::spawn(carry(listener, (ours, theirs), up.subscribe()));
        }
        Self(up)
    }

    pub(crate) fn cut(&self) {
        self.0.send_replace(false);
    }

    pub(crate) fn mend(&self) {
        self.0.send_replace(true);
    }
}

async fn carry(listener: TcpListener, ports: (u16, u16), mut up: watch::Receiver<bool>) {
    let mut door = Some(listener);
    loop {
        let Some(listener) = &door else {
            if up.wait_for(|up| *up).await.is_err() {
                return;
            }
            door = Some(TcpListener::bind(("127.0.0.1", ports.0)).await.unwrap());
            continue;
        };
        let mut watched = up.clone();
        let near = tokio::select! {
            near = listener.accept() => Some(near.unwrap().0),
            still = async { watched.wait_for(|up| !*up).await.is_ok() } => {
                if !still {
                    return;
                }
                None
            }
        };
        match near {
            Some(near) => drop(tokio::spawn(pass(near, ports, up.clone()))),
            None => door = None,
        }
    }
}

async fn pass(near: TcpStream, (ours, theirs): (u16, u16), mut up: watch::Receiver<bool>) {
    let Ok(far) = TcpStream::connect(("127.0.0.1", theirs)).await else { return };
    let (mut near_in, mut near_out) = near.into_split();
    let (mut far_in, mut far_out) = far.into_split();
    let there = tokio::io::copy(&mut near_in, &mut far_out);
    let back = async {
        let mut buffer = vec![0; 64 * 1024];
        while let Ok(read @ 1..) = far_in.read(&mut buffer).await {
            let said = through_us(buffer[..read].to_vec(), ours, theirs);
            if near_out.write_all(&said).await.is_err() {
                return;
            }
        }
    };
    tokio::select! {
        _ = there => {}
        () = back => {}
        _ = async { up.wait_for(|up| !*up).await.is_ok() } => {}
    }
}

/// The addresses that the platform gives lead over this line too. Both ports have as many digits.
fn through_us(mut said: Vec<u8>, ours: u16, theirs: u16) -> Vec<u8> {
    let (from, to) = (format!("127.0.0.1:{theirs}"), format!("127.0.0.1:{ours}"));
    assert_eq!(from.len(), to.len());
    let mut at = 0;
    while let Some(found) = said[at..].windows(from.len()).position(|w| w == from.as_bytes()) {
        said[at + found..][..to.len()].copy_from_slice(to.as_bytes());
        at += found + to.len();
    }
    said
}
