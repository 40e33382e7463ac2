//! One publication: begun, killed, begun again, and in the end left to finish.

use std::path::PathBuf;
use std::process::ExitStatus;
use std::time::Duration;

use maker_harness::{Chance, Ended, World, eventually};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Child;

use super::account::Lost;
use super::figures::Figures;
use super::moments::{Moment, PROCESSING_SECONDS, Plan, TURNS};
use super::torn;
use crate::publish::BOTH;

/// The platforms' time between rounds. TikTok takes 15 posts of an account in a day, and 6 openings in a minute.
const BETWEEN_ROUNDS_SECONDS: u64 = 6 * 3_600;

/// Longest that anything which goes on by itself may take. Far more than it needs: a machine under load is no fault.
const PATIENCE: Duration = Duration::from_secs(120);

/// A file to publish.
pub(super) struct Film {
    pub(super) path: PathBuf,
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

pub(super) struct Round<'a> {
    pub(super) world: &'a World,
    pub(super) film: &'a Film,
    pub(super) title: String,
    /// What was done, for the report of a round that fails.
    pub(super) story: Vec<String>,
    /// Number of the log's newest entry when the round began.
    pub(super) log_before: u64,
    pub(super) kills: u64,
    /// What a torn database has forgotten.
    pub(super) lost: Lost,
    /// TikTok's sign-in may be lost.
    sign_in_at_risk: bool,
    seen: std::sync::atomic::AtomicU64,
    first: Moment,
    chance: Chance,
}

/// How a program that should be killed ended.
#[derive(Debug)]
enum Fell {
    Killed {
        /// The platform had answered, and what it said was not written down yet.
        between: bool,
    },
    /// It was done before its moment came.
    Done(ExitStatus),
}

impl<'a> Round<'a> {
    pub(super) fn new(world: &'a World, films: &'a [Film; 2], seed: u64, number: u64) -> Self {
        let mut chance = Chance::new(seed, number);
        let turn = usize::try_from(number % TURNS.len() as u64).unwrap_or(0);
        Self {
            world,
            film: &films[usize::from(chance.once_in(8))],
            title: format!("Round {number}"),
            story: vec![format!("seed {seed}, round {number}")],
            log_before: 0,
            kills: 0,
            lost: Lost::default(),
            sign_in_at_risk: false,
            seen: 0.into(),
            first: TURNS[turn],
            chance,
        }
    }

    /// The whole round.
    ///
    /// # Errors
    /// What did not hold, with all that is known.
    pub(super) async fn run(mut self, figures: &mut Figures) -> Result<(), String> {
        self.world.simulator.pass(BETWEEN_ROUNDS_SECONDS).await;
        self.note_log().await;
        self.log_before = self.seen();
        let wanted = 1 + self.chance.below(3);
        let mut plan = Plan::draw(self.first, &mut self.chance);
        for nth in 0..wanted {
            if nth > 0 {
                let moment = self.chance.pick(&TURNS);
                plan = Plan::draw(moment, &mut self.chance);
            }
            if !self.can_come(&plan).await {
                plan = plan.instead(Moment::Any, &mut self.chance);
            }
            match self.kill_one(&plan, nth == 0).await? {
                Fell::Killed { between } => figures.note_kill(plan.moment, between),
                Fell::Done(status) if status.success() => break,
                // Without its sign-in there is nothing to kill any more.
                Fell::Done(status) if status.code() == Some(3) && self.sign_in_at_risk => break,
                Fell::Done(status) => return Err(self.report(&format!("it ended by itself: {status}")).await),
            }
        }
        self.finish(figures).await
    }

    /// Starts the program and kills it at the moment of `plan`.
    async fn kill_one(&mut self, plan: &Plan, is_first: bool) -> Result<Fell, String> {
        self.note_log().await;
        for fault in plan.faults() {
            self.world.simulator.fault(fault).await;
        }
        let mut child = if is_first { self.publish() } else { self.world.begin(&["resume", "--wait", "100"]) };
        if matches!(plan.moment, Moment::Any | Moment::Torn) {
            says_something(&mut child).await;
        }
        let held = tokio::select! {
            held = self.comes(plan) => held,
            _ = child.wait() => None,
            () = tokio::time::sleep(PATIENCE) => return Err(self.report(&format!("{plan:?} never came")).await),
        };
        let torn = (plan.moment == Moment::Torn && matches!(child.try_wait(), Ok(None)))
            .then(|| torn::copy(&self.world.data_dir(), &mut self.chance));
        let fell = match child.try_wait() {
            Ok(Some(status)) => Fell::Done(status),
            Ok(None) | Err(_) => {
                child.kill().await.map_err(|error| error.to_string())?;
                self.kills += 1;
                drop(held);
                self.sign_in_at_risk |= plan.may_lose_sign_in();
                Fell::Killed { between: self.fell_between(plan).await }
            }
        };
        self.story.push(format!("{plan:?}: {fell:?}"));
        self.world.simulator.no_faults().await;
        if let (Fell::Killed { .. }, Some(copy)) = (&fell, torn) {
            self.go_on_from(copy).await?;
        }
        if plan.moment == Moment::Following {
            self.let_processing_end().await?;
        }
        Ok(fell)
    }

    fn publish(&self) -> Child {
        let mut arguments = vec!["publish", self.film.path.to_str().unwrap(), "--title", &self.title, "--wait", "100"];
        arguments.extend(BOTH);
        self.world.begin(&arguments)
    }

    /// Puts a torn copy in place of the database and notes what it has forgotten.
    async fn go_on_from(&mut self, copy: torn::Copy) -> Result<(), String> {
        // What the program had handed to the system arrives after its death, too: only then is it known what is whole.
        eventually("what was on its way has arrived", PATIENCE, async || {
            let log = self.world.simulator.log_after(self.log_before).await;
            log.iter().all(|e| e["finished"] == true).then_some(())
        })
        .await;
        let complete = [self.has_video("youtube").await, self.has_video("tiktok").await];
        match copy.cut(&self.title, complete, &mut self.chance) {
            Ok(Some(cut)) => {
                self.story.push(format!("torn: {cut}"));
                cut.put_in_place(&self.world.data_dir());
                self.lost.note(&cut);
                Ok(())
            }
            Ok(None) => {
                self.story.push("torn: no copy that could be gone on from".to_owned());
                Ok(())
            }
            Err(why) => Err(self.report(&why).await),
        }
    }

    /// Time passes: for the platforms by their clock, for this computer by taking the rest of its pause away.
    async fn let_processing_end(&mut self) -> Result<(), String> {
        self.world.simulator.pass(PROCESSING_SECONDS + 60).await;
        let hurried = World::sql(&self.world.data_dir(), "UPDATE deliveries SET not_before = NULL");
        match hurried {
            Ok(_) => Ok(()),
            Err(why) => Err(self.report(&why).await),
        }
    }

    /// The last start, with nothing in its way.
    async fn finish(self, figures: &mut Figures) -> Result<(), String> {
        self.note_log().await;
        let (before, began) = (self.seen(), self.world.simulator.now().await);
        let mut ended = self.world.maker(&["resume", "--wait", "100"]).await;
        if self.sign_in_at_risk {
            if ended.code != Some(0) && !asks_for_sign_in(&ended) {
                return Err(self.report(&format!("a lost sign-in is not said: {ended:?}")).await);
            }
            self.world.connect("tiktok").await;
            ended = self.world.maker(&["resume", "--wait", "100"]).await;
        }
        if ended.code != Some(0) {
            return Err(self.report(&format!("the last start did not finish: {ended:?}")).await);
        }
        let log = self.world.simulator.log_after(before).await;
        figures.note_start(&began, &log);
        let account = self.account().await;
        match account {
            Ok(again) => figures.note_round(again),
            Err(why) => return Err(self.report(&why).await),
        }
        Ok(())
    }

    /// The uploads of this round on `platform`, in whatever state.
    pub(super) async fn uploads(&self, platform: &str) -> Vec<Value> {
        let mut uploads = self.world.simulator.uploads().await;
        uploads.retain(|u| u["platform"] == platform && u["title"].as_str().is_some_and(|t| t == self.title));
        uploads
    }

    /// Number of the newest log entry that was looked at.
    pub(super) fn seen(&self) -> u64 {
        self.seen.load(std::sync::atomic::Ordering::Relaxed)
    }

    async fn note_log(&self) {
        let newest = self.world.simulator.log_after(self.seen()).await.last().and_then(|e| e["number"].as_u64());
        if let Some(number) = newest {
            self.seen.store(number, std::sync::atomic::Ordering::Relaxed);
        }
    }
}

/// Whether TikTok's delivery asks for it, and YouTube's is done.
fn asks_for_sign_in(ended: &Ended) -> bool {
    ended.code == Some(3)
        && ended.results.iter().all(|d| match d["platform"].as_str() {
            Some("TIKTOK") => d["reason"] == "SIGN_IN_AGAIN",
            _ => d["state"] == "PUBLISHED",
        })
}

/// Waits for the program's first line: what it publishes is in the queue then. Ends with the program, too.
async fn says_something(child: &mut Child) {
    if let Some(errors) = child.stderr.as_mut() {
        let mut line = String::new();
        let _ = BufReader::new(errors).read_line(&mut line).await;
    }
}
