//! Once the platform has every byte: asks how the video is doing until it is live, or the platform says it will not be.

use chrono::{DateTime, TimeDelta, Utc};
use maker_domain::delivery::{DeliveryState, Stage, StateName};
use maker_domain::post::Post;
use maker_domain::reason::ReasonCode;
use maker_platforms::{Following, PublishedVideo};
use maker_store::StoreError;
use maker_store::deliveries::{Delivery, Step};
use maker_store::videos::NewVideo;

use crate::decide::{self, Attempt, Trouble};
use crate::ledger::Ledger;
use crate::sending::check_file;
use crate::shared::Shared;
use crate::steps::{advance, api, authorised, note_network, rest};

pub(crate) async fn run(shared: &Shared, mut row: Delivery) -> Result<(), StoreError> {
    if row.state.name() != StateName::Processing {
        // Back from the maker's hands: it goes on being followed.
        if !row.state.may_become(&DeliveryState::Processing { stage: Stage::Working }) {
            advance(shared, row.id, &Step::to(DeliveryState::Preparing)).await?;
        }
        row.state = DeliveryState::Processing { stage: Stage::Working };
        advance(shared, row.id, &Step { asked: row.asked, ..Step::to(row.state.clone()) }).await?;
    }
    let mut ledger = Ledger::open(shared, &row).await?;
    let asked = ask(shared, &row, &ledger).await;
    ledger.write(shared).await;
    if ledger.lacks_hash() {
        complete_hash(shared, &row, &mut ledger).await;
    }
    match asked {
        Ok(following) => {
            note_network(shared, None);
            note(shared, &row, following).await
        }
        Err(trouble) => {
            note_network(shared, Some(&trouble));
            tracing::info!(delivery = %row.id, ?trouble, "the platform could not be asked about delivery {}", row.id);
            let attempt = Attempt {
                failures: row.failures,
                lost_sessions: 0,
                unconfirmed: false,
                sent_all: true,
                chance: shared.chance(),
            };
            rest(shared, &row, decide::while_following(&trouble, &row.state, attempt)).await
        }
    }
}

/// Adds what was sent before a restart and not counted, while the file is still the one that was sent. The video is with
/// the platform: whatever stands in the way here costs the receipt its hash and nothing else.
pub(crate) async fn complete_hash(shared: &Shared, row: &Delivery, ledger: &mut Ledger) {
    let Ok(publication) = shared.parts.store.published_file(row.publication_id).await else { return };
    if check_file(&publication).await.is_err() {
        return;
    }
    let Ok(seat) = shared.feeds.seat(&publication.path, &publication.identity) else { return };
    while let Some(index) = ledger.hash.next_missing() {
        if shared.stopping.is_cancelled() || seat.count(index, &ledger.hash).await.is_err() {
            return;
        }
    }
    ledger.write(shared).await;
}

async fn ask(shared: &Shared, row: &Delivery, ledger: &Ledger) -> Result<Following, Trouble> {
    let api = api(shared, row.platform)?.counted(std::sync::Arc::clone(&ledger.traffic));
    let api = api.as_ref();
    let remote_id = row.remote_id.as_deref().unwrap_or_default();
    let now = shared.now();
    let post = &row.post;
    authorised(shared, row.platform, |t| async move { api.follow(&t, remote_id, post, now).await }).await
}

async fn note(shared: &Shared, row: &Delivery, following: Following) -> Result<(), StoreError> {
    let step = match following {
        Following::Processing { stage } => {
            let pause = api(shared, row.platform)
                .map_or(std::time::Duration::from_secs(60), |a| a.follow_pause(row.asked, stage));
            Step {
                not_before: Some(shared.now() + TimeDelta::from_std(pause).unwrap_or(TimeDelta::minutes(1))),
                asked: row.asked.saturating_add(1),
                ..Step::to(DeliveryState::Processing { stage })
            }
        }
        Following::Scheduled { at } => {
            let (pause, asked) = until_public(shared, row, at);
            Step {
                not_before: Some(shared.now() + pause),
                asked,
                scheduled_at: Some(at),
                ..Step::to(DeliveryState::Processing { stage: Stage::Scheduled })
            }
        }
        Following::Published(video) => {
            let state = DeliveryState::Published { url: video.url.clone(), exact: video.exact };
            Step { video: video.exact.then(|| to_row(row, video)), ..Step::to(state) }
        }
        // Nobody knows any more whether it is live: only the maker can look.
        Following::Failed { reason } if reason.code == ReasonCode::CannotTell => {
            Step::to(DeliveryState::NeedsAttention { reason })
        }
        // The platform has ended it and nothing is live: trying again starts anew.
        Following::Failed { reason } => Step::to(DeliveryState::Failed { reason }),
    };
    advance(shared, row.id, &step).await
}

/// The pause before the next question, and how often was asked. Until its time a video is looked at once a day, in case it
/// was changed there; from then on as often as one that is being worked on.
fn until_public(shared: &Shared, row: &Delivery, at: DateTime<Utc>) -> (TimeDelta, u32) {
    let left = at - shared.now();
    if left > TimeDelta::zero() {
        return ((left + TimeDelta::seconds(5)).min(TimeDelta::days(1)), 0);
    }
    let pause = api(shared, row.platform).ok().map(|api| api.follow_pause(row.asked, Stage::Scheduled));
    let pause = pause.and_then(|pause| TimeDelta::from_std(pause).ok()).unwrap_or(TimeDelta::minutes(1));
    (pause, row.asked.saturating_add(1))
}

fn to_row(row: &Delivery, video: PublishedVideo) -> NewVideo {
    let description = match &row.post {
        Post::Youtube(post) => post.description.clone(),
        Post::Tiktok(post) => post.caption.clone(),
    };
    NewVideo {
        title: video.title.filter(|t| !t.is_empty()).unwrap_or_else(|| row.title.clone()),
        description: Some(description).filter(|d| !d.is_empty()),
        url: video.url,
        thumbnail_url: video.thumbnail_url,
        duration_s: video.duration_s,
    }
}
