//! The line between a device and the model's backend: it loses requests and answers, and repeats old requests later.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use maker_domain::sync::wire::{Ancestor, FindAncestor, Page, Pull, Push, Pushed};
use maker_sync::{Backend, Failure};
use maker_sync_model::differential::{Answer, Call, Step};
use maker_sync_model::{ModelServer, Refusal};
use uuid::Uuid;

use crate::truth::Truth;

/// The backend with the knowledge of all that ever happened to it.
#[derive(Default)]
pub struct World {
    /// The backend.
    pub server: ModelServer,
    /// What really happened to it.
    pub truth: Truth,
    /// Every push that arrived, for repeating it and for looking through.
    pub arrived: Vec<(String, Push)>,
    /// Everything it was told, with its answers.
    pub told: Vec<Step>,
}

/// The one world that the devices of a test share.
pub type Shared = Arc<Mutex<World>>;

/// What happens to the next exchange.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// It never arrives.
    RequestLost,
    /// It arrives, and nobody hears so.
    AnswerLost,
}

/// A device's line to the backend.
#[derive(Clone)]
pub struct Line {
    /// The device's name.
    pub device: String,
    /// The backend.
    pub world: Shared,
    /// What happens to the next exchange.
    pub fault: Arc<Mutex<Fault>>,
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
    /// Keeps what the backend was told, and what it said.
    pub fn tell(&mut self, call: Call, answer: Answer) {
        self.told.push(Step { now: self.server.now, call, answer });
    }

    /// Takes a push op by op, so that what each of them did can be told.
    ///
    /// # Errors
    /// The backend's refusal.
    pub fn push(&mut self, device: &str, push: &Push) -> Result<Pushed, Refusal> {
        let answer = self.take(device, push);
        self.tell(Call::Push(device.to_owned(), push.clone()), Answer::Pushed(answer.clone()));
        answer
    }

    fn pull(&mut self, pull: &Pull) -> Result<Page, Refusal> {
        let answer = self.server.pull(pull);
        self.tell(Call::Pull(pull.clone()), Answer::Page(answer.clone()));
        answer
    }

    fn ancestor(&mut self, find: &FindAncestor) -> Ancestor {
        let answer = self.server.ancestor(find);
        self.tell(Call::Ancestor(find.clone()), Answer::Ancestor(answer));
        answer
    }

    fn take(&mut self, device: &str, push: &Push) -> Result<Pushed, Refusal> {
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
        self.talk(|world| world.pull(pull))
    }

    async fn ancestor(&self, _: Uuid, find: &FindAncestor) -> Result<Ancestor, Failure> {
        self.talk(|world| Ok(world.ancestor(find)))
    }
}
