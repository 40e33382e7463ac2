//! The line between a device and the model's backend: it loses requests and answers, and repeats old requests later.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use maker_domain::sync::wire::{Ancestor, FindAncestor, Page, Pull, Push, Pushed};
use maker_sync::{Backend, Failure};
use maker_sync_model::{ModelServer, Refusal};
use uuid::Uuid;

use crate::truth::Truth;

/// The backend with the knowledge of all that ever happened to it.
pub(crate) struct World {
    pub(crate) server: ModelServer,
    pub(crate) truth: Truth,
    /// Every push that arrived, for repeating it and for looking through.
    pub(crate) arrived: Vec<(String, Push)>,
}

pub(crate) type Shared = Arc<Mutex<World>>;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Fault {
    #[default]
    None,
    RequestLost,
    AnswerLost,
}

#[derive(Clone)]
pub(crate) struct Line {
    pub(crate) device: String,
    pub(crate) world: Shared,
    pub(crate) fault: Arc<Mutex<Fault>>,
}

impl Line {
    fn talk<A>(&self, exchange: impl FnOnce(&mut World) -> Result<A, Refusal>) -> Result<A, Failure> {
        let fault = std::mem::take(&mut *self.fault.lock().unwrap());
        if fault == Fault::RequestLost {
            return Err(Failure::Offline);
        }
        let answer = exchange(&mut self.world.lock().unwrap());
        if fault == Fault::AnswerLost {
            return Err(Failure::Offline);
        }
        answer.map_err(|refusal| match refusal {
            Refusal::Diverged => Failure::Diverged,
            Refusal::Resync => Failure::Resync,
            Refusal::TooLarge => Failure::Refused("too large".into()),
        })
    }
}

impl World {
    /// Takes a push op by op, so that what each of them did can be told.
    pub(crate) fn push(&mut self, device: &str, push: &Push) -> Result<Pushed, Refusal> {
        let mut all = self.server.push(device, &Push { ops: Vec::new(), ..push.clone() })?;
        for op in &push.ops {
            let before = self.server.rows();
            let one = self.server.push(device, &Push { ops: vec![op.clone()], ..push.clone() })?;
            self.truth.note(op, &before, &self.server.rows(), &one.results[0]);
            all.results.extend(one.results);
            all.head = one.head;
        }
        Ok(all)
    }
}

#[async_trait]
impl Backend for Line {
    async fn push(&self, _: Uuid, push: &Push) -> Result<Pushed, Failure> {
        self.talk(|world| {
            world.arrived.push((self.device.clone(), push.clone()));
            world.push(&self.device, push)
        })
    }

    async fn pull(&self, _: Uuid, pull: &Pull) -> Result<Page, Failure> {
        self.talk(|world| world.server.pull(pull))
    }

    async fn ancestor(&self, _: Uuid, find: &FindAncestor) -> Result<Ancestor, Failure> {
        self.talk(|world| Ok(world.server.ancestor(find)))
    }
}
