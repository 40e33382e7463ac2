//! From the moment an edit is in one desk's database to the moment it is in another's, with nobody asking.

use std::time::{Duration, Instant};

use maker_domain::Clock;
use maker_domain::draft::DraftFields;
use maker_domain::id::DraftId;
use maker_server::SystemClock;
use maker_sync::Sync;
use maker_sync::session::Event;
use maker_sync_torture::desk::Desk;
use serde_json::{Value, json};

use crate::servers::{Engine, Servers, scratch};
use crate::{ACCOUNT, new_desk, round};

pub(crate) async fn measure(edits: usize) -> anyhow::Result<Value> {
    let folder = tempfile::tempdir_in(scratch()?)?;
    let servers = Servers::start(Engine::Postgres, folder.path(), 2).await?;
    let [one, other] = &servers.addresses[..] else { anyhow::bail!("two servers were asked for") };
    let writer = new_desk(&folder.path().join("writer"), one).await?;
    let beside = new_desk(&folder.path().join("beside"), one).await?;
    let elsewhere = new_desk(&folder.path().join("elsewhere"), other).await?;
    let mut running = Vec::new();
    for desk in [&writer, &beside, &elsewhere] {
        desk.sign_in(ACCOUNT).await?;
        let sync = Sync::start(desk.parts());
        sync.tell(Event::SignedIn);
        running.push(sync);
    }
    let draft = DraftId::make();
    let (_, maker) = writer.store.local_maker().await?;
    writer.store.add_draft(draft, maker, &titled(0), None, SystemClock.now()).await?;
    let (mut same, mut across) = (Vec::new(), Vec::new());
    for number in 1..=edits {
        writer.store.save_draft(draft, &titled(number), SystemClock.now()).await?;
        let began = Instant::now();
        // As the window does; what another program writes is noticed some time later.
        running[0].tell(Event::Edited);
        let (near, far) = tokio::join!(seen(&beside, draft, number, began), seen(&elsewhere, draft, number, began));
        same.push(near);
        across.push(far);
        // Not in step with whatever beats in the background.
        tokio::time::sleep(Duration::from_millis(50 + (number as u64 * 37) % 300)).await;
    }
    let ms = |times: &mut Vec<Duration>, percent| round(at(times, percent).as_secs_f64() * 1e3, 0);
    Ok(json!({
        "edits": edits,
        "same_instance_p50_ms": ms(&mut same, 50),
        "same_instance_p95_ms": ms(&mut same, 95),
        "other_instance_p50_ms": ms(&mut across, 50),
        "other_instance_p95_ms": ms(&mut across, 95),
    }))
}

fn titled(number: usize) -> DraftFields {
    DraftFields { title: number.to_string(), ..DraftFields::default() }
}

async fn seen(desk: &Desk, draft: DraftId, number: usize, began: Instant) -> Duration {
    let title = number.to_string();
    loop {
        if desk.store.draft(draft).await.is_ok_and(|draft| draft.fields.title == title) {
            return began.elapsed();
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// The value below which so many in a hundred are.
pub(crate) fn at(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times.get(times.len() * percent / 100).or(times.last()).copied().unwrap_or_default()
}
