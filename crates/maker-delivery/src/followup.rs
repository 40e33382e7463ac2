//! Follow-up steps: thumbnail, captions, playlist. Each is tried alone, once the platform has the video, and nothing here
//! can move a delivery.

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use chrono::TimeDelta;
use maker_domain::check::attachments::CAPTIONS_MAX_BYTES;
use maker_domain::followup::{FollowUp, StepState};
use maker_domain::id::StepId;
use maker_domain::media::FileIdentity;
use maker_domain::reason::{Reason, ReasonCode};
use maker_platforms::{ApiError, StepWork};
use maker_store::StoreError;
use maker_store::receipts::Entry;
use maker_store::steps::DeliveryStep;

use crate::access::AccessError;
use crate::backoff;
use crate::decide::Trouble;
use crate::shared::{Shared, lock};
use crate::steps::{api, authorised, granted, note_network};

/// How long a step may take before another process may take it over: a caption file has up to 100 MB, and a line may be
/// slow. A dead process's steps are taken over at once.
const LEASE: TimeDelta = TimeDelta::hours(2);

/// Answers that make no sense, before the maker is told.
const ODD_ANSWERS: u32 = 5;

/// Begins every step whose time has come.
pub(crate) async fn claim_due(shared: &Arc<Shared>) -> Result<(), StoreError> {
    let (store, me) = (&shared.parts.store, shared.parts.alive.id);
    for step in store.due_steps(shared.now(), shared.only().as_deref()).await? {
        let waits = |api: Arc<dyn maker_platforms::PlatformApi>| api.waits_for_processing(step.work.kind());
        if !step.published && api(shared, step.platform).is_ok_and(waits) {
            continue;
        }
        if shared.stopping.is_cancelled() {
            break;
        }
        if !lock(&shared.steps).insert(step.id) {
            continue;
        }
        let now = shared.now();
        match store.claim_step(step.id, me, now, now + LEASE).await {
            Ok(true) => begin(shared, step),
            other => {
                lock(&shared.steps).remove(&step.id);
                other?;
            }
        }
    }
    Ok(())
}

fn begin(shared: &Arc<Shared>, step: DeliveryStep) {
    let shared = Arc::clone(shared);
    shared.workers.clone().spawn(async move {
        let (id, delivery) = (step.id, step.delivery);
        tokio::select! {
            done = work(&shared, step) => if let Err(error) = done {
                tracing::warn!(step = %id, %error, "what became of a step could not be written; it is looked at again");
            },
            // Whether it was done is asked at the next start: it counts as tried.
            () = shared.stopping.cancelled() => {}
        }
        lock(&shared.steps).remove(&id);
        shared.moved(delivery);
        shared.kick.notify_one();
    });
}

async fn work(shared: &Shared, step: DeliveryStep) -> Result<(), StoreError> {
    let done = attempt(shared, &step).await;
    note_network(shared, done.as_ref().err());
    if let Err(trouble) = &done {
        tracing::info!(step = %step.id, ?trouble, "step {} met trouble", step.id);
    }
    let after = decide(done, step.failures, shared.chance());
    let not_before = match (&after.state, after.pause) {
        (StepState::Waiting { until: Some(until) }, _) => Some(*until),
        (_, pause) => pause.map(|pause| shared.now() + TimeDelta::from_std(pause).unwrap_or(TimeDelta::minutes(1))),
    };
    let (store, me) = (&shared.parts.store, shared.parts.alive.id);
    store.settle_step(step.id, me, &after.state, not_before, after.failures, shared.now()).await
}

async fn attempt(shared: &Shared, step: &DeliveryStep) -> Result<(), Trouble> {
    let traffic = Arc::default();
    let api = api(shared, step.platform)?.counted(Arc::clone(&traffic));
    let api = api.as_ref();
    let has = granted(shared, step.platform).await?;
    if !api.step_scopes(step.work.kind()).iter().all(|needed| has.scopes.iter().any(|s| s == needed)) {
        return Err(AccessError::NeedsMaker(ReasonCode::MissingScope).into());
    }
    let file = match &step.file {
        Some((path, identity)) => Some(read(path, identity).await?),
        None => None,
    };
    let work = &stuffed(&step.work, file)?;
    let remote_id = step.remote_id.as_deref().unwrap_or_default();
    // Written before anything leaves: whoever comes after a crash looks first.
    if let Err(error) = shared.parts.store.try_step(step.id, shared.parts.alive.id).await {
        tracing::warn!(step = %step.id, %error, "a step cannot be begun while this cannot be written");
        return Err(ApiError::Busy { retry_after: None }.into());
    }
    let (tried, now) = (step.tried, shared.now());
    let done =
        authorised(shared, step.platform, |t| async move { api.do_step(&t, remote_id, work, tried, now).await }).await;
    let entry = Entry { hosts: traffic.take(), ..Entry::default() };
    if let Err(error) = shared.parts.store.note(step.delivery, &entry).await {
        tracing::warn!(step = %step.id, %error, "the receipt lacks what step {} has sent", step.id);
    }
    done
}

/// The whole file, when it is still the one that was chosen.
async fn read(path: &Path, identity: &FileIdentity) -> Result<Bytes, Trouble> {
    // The largest that any step takes: what is larger is not read at all.
    if identity.size_bytes > CAPTIONS_MAX_BYTES {
        return Err(Trouble::File(ReasonCode::DetailsRefused));
    }
    maker_media::unchanged(path, identity).await.map_err(|error| Trouble::File(error.reason()))?;
    let bytes = tokio::fs::read(path).await.map_err(|_| Trouble::File(ReasonCode::FileUnreadable))?;
    if bytes.len() as u64 == identity.size_bytes {
        Ok(bytes.into())
    } else {
        Err(Trouble::File(ReasonCode::FileChanged))
    }
}

fn stuffed(work: &FollowUp, file: Option<Bytes>) -> Result<StepWork, Trouble> {
    let file = file.ok_or(Trouble::File(ReasonCode::FileMissing));
    Ok(match work {
        FollowUp::Thumbnail { .. } => StepWork::Thumbnail { image: file? },
        FollowUp::Captions { language, name, .. } => {
            StepWork::Captions { language: language.clone(), name: name.clone(), file: file? }
        }
        FollowUp::Playlist { playlist } => StepWork::Playlist { playlist: playlist.clone() },
    })
}

/// What follows from a try.
#[derive(Debug, PartialEq)]
struct After {
    state: StepState,
    pause: Option<std::time::Duration>,
    failures: u32,
}

fn decide(done: Result<(), Trouble>, failures: u32, chance: f64) -> After {
    let needs = |reason| After { state: StepState::NeedsAttention { reason }, pause: None, failures: 0 };
    let again = |floor| After {
        state: StepState::Waiting { until: None },
        pause: Some(backoff::pause(failures, chance, floor)),
        failures: failures.saturating_add(1),
    };
    match done {
        Ok(()) => After { state: StepState::Done, pause: None, failures: 0 },
        // The network is gone: looked for steadily, and nothing has failed.
        Err(
            Trouble::Api(ApiError::Network { offline: true }) | Trouble::Access(AccessError::Later { offline: true }),
        ) => After { state: StepState::Waiting { until: None }, pause: Some(backoff::offline(chance)), failures },
        Err(Trouble::Api(ApiError::Network { .. }) | Trouble::Access(AccessError::Later { .. })) => again(None),
        Err(Trouble::Api(ApiError::Busy { retry_after })) => again(retry_after),
        Err(Trouble::Api(ApiError::NotBefore { until, .. })) => {
            After { state: StepState::Waiting { until: Some(until) }, pause: None, failures: 0 }
        }
        Err(Trouble::Api(ApiError::TokenRejected)) => needs(Reason::new(ReasonCode::SignInAgain)),
        Err(Trouble::Api(ApiError::Refused { reason })) => needs(reason),
        Err(Trouble::Api(ApiError::Odd { .. })) if failures < ODD_ANSWERS => again(None),
        Err(Trouble::Api(ApiError::Odd { what })) => needs(Reason::noted(ReasonCode::OddAnswer, what)),
        Err(Trouble::Access(AccessError::NeedsMaker(code)) | Trouble::File(code)) => needs(Reason::new(code)),
        // None of these belongs to a step.
        Err(Trouble::Api(ApiError::SessionGone) | Trouble::Seal(_) | Trouble::TooSlow | Trouble::Restored) => {
            needs(Reason::new(ReasonCode::OddAnswer))
        }
    }
}

/// Steps under way in this process.
pub(crate) type Running = std::collections::HashSet<StepId>;

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use maker_domain::delivery::Wait;

    use super::*;

    fn after(error: ApiError, failures: u32) -> After {
        decide(Err(error.into()), failures, 1.0)
    }

    #[test]
    fn q11_a_step_waits_for_what_passes_and_asks_for_what_only_the_maker_can_mend() {
        assert_eq!(decide(Ok(()), 3, 1.0).state, StepState::Done);
        for passing in [ApiError::Network { offline: true }, ApiError::Busy { retry_after: None }] {
            for failures in [0, 100_000] {
                assert_eq!(after(passing.clone(), failures).state, StepState::Waiting { until: None });
            }
        }
        let reason = Reason::with_words(ReasonCode::AccountRefused, "forbidden");
        let refused = after(ApiError::Refused { reason: reason.clone() }, 0);
        assert_eq!(refused.state, StepState::NeedsAttention { reason });
    }

    #[test]
    fn a_network_that_is_gone_is_looked_for_steadily_and_counts_as_no_failure() {
        for failures in [0, 3, 100_000] {
            let after = after(ApiError::Network { offline: true }, failures);
            assert_eq!(after.failures, failures);
            assert!(after.pause.is_some_and(|pause| pause <= std::time::Duration::from_secs(10)), "{after:?}");
        }
    }

    #[test]
    fn f12_a_quota_is_waited_out_until_its_known_end() {
        let until = DateTime::from_timestamp_millis(9_000).unwrap();
        let waits = after(ApiError::NotBefore { why: Wait::Quota, until }, 2);
        assert_eq!(waits, After { state: StepState::Waiting { until: Some(until) }, pause: None, failures: 0 });
    }

    #[test]
    fn an_answer_that_makes_no_sense_is_asked_about_a_few_times_and_not_for_ever() {
        let odd = ApiError::Odd { what: "x" };
        assert!(matches!(after(odd.clone(), 0).state, StepState::Waiting { .. }));
        assert!(matches!(after(odd, ODD_ANSWERS).state, StepState::NeedsAttention { .. }));
    }
}
