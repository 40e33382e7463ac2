//! What stands before several servers: each connection goes to one that answers. Some are cut at a random moment, so that
//! requests arrive whose answers do not.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use maker_harness::Chance;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

/// One connection in so many is cut.
const CUT: u64 = 12;
/// A connection that is cut lives for no longer than this.
const LIFE: Duration = Duration::from_millis(400);

/// Starts it, and gives its address. It ends with the runtime.
pub(crate) async fn start(servers: Vec<u16>, seed: u64) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let chance = Arc::new(Mutex::new(Chance::new(seed, 7)));
    tokio::spawn(async move {
        loop {
            let Ok((mut desk, _)) = listener.accept().await else { continue };
            let (first, cut) = {
                let mut chance = chance.lock().unwrap();
                (chance.below(servers.len() as u64), chance.once_in(CUT).then(|| chance.moment(LIFE)))
            };
            let mut order = servers.clone();
            order.rotate_left(usize::try_from(first).unwrap());
            tokio::spawn(async move {
                for port in order {
                    let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)).await else { continue };
                    let talk = copy_bidirectional(&mut desk, &mut server);
                    let _ = match cut {
                        Some(after) => tokio::time::timeout(after, talk).await.unwrap_or(Ok((0, 0))),
                        None => talk.await,
                    };
                    return;
                }
            });
        }
    });
    address
}
