//! The flows that wait in this process, and the one place where a redirect is matched to one: state in constant time,
//! once, within the deadline.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use maker_domain::Platform;
use maker_domain::id::SignInId;
use oauth2::PkceCodeVerifier;
use secrecy::{ExposeSecret, SecretString};
use subtle::ConstantTimeEq;
use tokio::sync::watch;
use tokio::time::Instant;

use super::link::{LinkError, Returned, Said};
use super::listener::Listening;
use super::{Arrived, SignInError};

pub(super) struct Flow {
    pub(super) id: SignInId,
    pub(super) platform: Platform,
    pub(super) state: SecretString,
    /// Origin of the consent page: what `iss` must be when it is sent (RFC 9207).
    pub(super) issuer: String,
    pub(super) verifier: PkceCodeVerifier,
    pub(super) redirect_uri: String,
    /// On the wall clock, for links: a computer that slept does not stretch it.
    pub(super) expires_at: DateTime<Utc>,
    /// On the monotonic clock, for the waiting caller: a changed wall clock does not end it.
    pub(super) deadline: Instant,
    pub(super) arrival: Option<Arrival>,
    /// Held so that the port closes with the flow.
    pub(super) _listening: Option<Listening>,
}

pub(super) enum Arrival {
    Code { code: SecretString, scopes: Option<String> },
    Denied,
    Error(String),
}

#[derive(Clone, Default)]
pub(super) struct Flows(Arc<Inner>);

#[derive(Default)]
struct Inner {
    waiting: Mutex<HashMap<SignInId, Flow>>,
    changed: watch::Sender<()>,
}

impl Flows {
    pub(super) fn add(&self, flow: Flow) {
        let mut waiting = self.lock();
        // Nobody waits for these any more: a caller that went away without cancelling.
        waiting.retain(|_, old| Instant::now() < old.deadline);
        waiting.insert(flow.id, flow);
    }

    pub(super) fn take(&self, id: SignInId) -> Option<Flow> {
        let taken = self.lock().remove(&id);
        self.0.changed.send_replace(());
        taken
    }

    /// Matches a redirect to its flow, and says whether it brought consent.
    pub(super) fn arrive(
        &self,
        platform: Platform,
        returned: Returned,
        now: DateTime<Utc>,
    ) -> Result<(Arrived, bool), LinkError> {
        let mut waiting = self.lock();
        let state = returned.state.expose_secret().as_bytes();
        let mut found = None;
        for flow in waiting.values_mut() {
            let same = flow.state.expose_secret().as_bytes().ct_eq(state);
            if bool::from(same) && flow.platform == platform && flow.arrival.is_none() {
                found = Some(flow);
            }
        }
        let flow = found.ok_or(LinkError::NotExpected)?;
        if returned.issuer.is_some_and(|issuer| issuer.trim_end_matches('/') != flow.issuer) {
            return Err(LinkError::NotExpected);
        }
        if now >= flow.expires_at {
            return Err(LinkError::Expired);
        }
        let consent = matches!(returned.said, Said::Code { .. });
        flow.arrival = Some(match returned.said {
            Said::Code { code, scopes } => Arrival::Code { code, scopes },
            Said::Denied => Arrival::Denied,
            Said::Error(words) => Arrival::Error(words),
        });
        let arrived = Arrived { id: flow.id, platform };
        drop(waiting);
        self.0.changed.send_replace(());
        Ok((arrived, consent))
    }

    /// The flow with its arrival, or without one when its time is over.
    pub(super) async fn wait(&self, id: SignInId) -> Result<Flow, SignInError> {
        let mut changed = self.0.changed.subscribe();
        loop {
            changed.mark_unchanged();
            let deadline = {
                let waiting = self.lock();
                let flow = waiting.get(&id).ok_or(SignInError::Cancelled)?;
                if flow.arrival.is_some() || flow.deadline <= Instant::now() {
                    drop(waiting);
                    return self.take(id).ok_or(SignInError::Cancelled);
                }
                flow.deadline
            };
            // Either way the flow is looked at again.
            let _ = tokio::time::timeout_at(deadline, changed.changed()).await;
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<SignInId, Flow>> {
        self.0.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
