//! Keeps the computer awake while bytes are on their way, where the maker wishes so and the system can be asked.

use std::time::Duration;

use maker_store::Store;
use tokio::sync::watch;

/// How often to look whether the maker has changed their mind.
const LOOK: Duration = Duration::from_secs(5);

/// Holds the computer awake for as long as `uploads` counts any and the setting says so; ends with the engine.
pub(crate) async fn hold(store: Store, mut uploads: watch::Receiver<usize>) {
    let mut held: Option<keepawake::KeepAwake> = None;
    let mut refused = false;
    loop {
        let wanted = *uploads.borrow_and_update() > 0 && crate::uploads::kept(&store).await.keep_awake;
        if wanted && held.is_none() && !refused {
            held = ask().await;
            // A system that cannot be asked is asked again with the next upload, not every few seconds.
            refused = held.is_none();
        }
        if !wanted {
            refused = false;
            release(held.take()).await;
        }
        tokio::select! {
            changed = uploads.changed() => if changed.is_err() {
                return release(held.take()).await;
            },
            () = tokio::time::sleep(LOOK), if wanted || held.is_some() => {}
        }
    }
}

/// The system's own answer takes as long as it likes, so it is waited for apart.
async fn ask() -> Option<keepawake::KeepAwake> {
    let asked = tokio::task::spawn_blocking(|| {
        keepawake::Builder::default()
            .sleep(true)
            .idle(true)
            .reason("Videos are being uploaded")
            .app_name("Maker Studio")
            .app_reverse_domain("app.makerstudio")
            .create()
    });
    match asked.await {
        Ok(Ok(held)) => Some(held),
        Ok(Err(error)) => {
            tracing::info!(%error, "this system does not let us keep it awake");
            None
        }
        Err(_) => None,
    }
}

async fn release(held: Option<keepawake::KeepAwake>) {
    if held.is_some() {
        let _ = tokio::task::spawn_blocking(move || drop(held)).await;
    }
}
