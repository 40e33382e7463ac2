//! The moments at which the program is killed: which trouble brings each about, and how its coming is seen.

use std::time::Duration;

use maker_harness::{Chance, HeldDatabase, until};
use serde_json::{Value, json};

use super::round::Round;

/// A kind of moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Moment {
    /// While the program starts: before, in and right after the transaction that queues the publication.
    Start,
    /// Anywhere in the upload, both platforms at once.
    Any,
    /// A session is being opened: before the platform acts, after it acted, or right after its answer.
    Opening,
    /// The access is being renewed: before the platform acts, after it, or around the keyring's write.
    Renewal,
    /// The last byte is there: before the final answer, or between it and our commit.
    LastAnswer,
    /// The platform works on the video and is being asked how it is doing.
    Following,
    /// Anywhere in the upload, and the disk keeps a torn copy of the database.
    Torn,
}

/// Each round's first kill goes through all kinds in turn, so that a short run leaves none out.
pub(super) const TURNS: [Moment; 9] = [
    Moment::Any,
    Moment::LastAnswer,
    Moment::Torn,
    Moment::Opening,
    Moment::Renewal,
    Moment::Start,
    Moment::Following,
    Moment::LastAnswer,
    Moment::Torn,
];

/// How long after its answer is let go a program may be killed: the answer's way, what follows from it, and a margin.
const AROUND_AN_ANSWER: Duration = Duration::from_millis(15);

const PLATFORMS: [&str; 2] = ["youtube", "tiktok"];

/// A moment with all that chance decides about it.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub(super) moment: Moment,
    platform: &'static str,
    /// The answer is let go before the kill.
    let_go: bool,
    /// The disk is slow just then: what follows from the answer cannot be written before the kill.
    slow_disk: bool,
    /// The request never reaches the platform, rather than its answer being held back.
    unheard: bool,
    /// TikTok's old refresh token dies with its use, so that an answer nobody reads loses the sign-in.
    rotates: bool,
    /// Authorised requests that pass before the access ends.
    skip: u64,
    bytes_per_second: u64,
    delay: Duration,
}

impl Plan {
    pub(super) fn draw(moment: Moment, chance: &mut Chance) -> Self {
        let longest = match moment {
            Moment::Start => Duration::from_millis(600),
            Moment::Any | Moment::Torn => Duration::from_millis(1_100),
            Moment::Opening | Moment::Renewal | Moment::LastAnswer => AROUND_AN_ANSWER,
            Moment::Following => Duration::from_millis(200),
        };
        Self {
            moment,
            platform: chance.pick(&PLATFORMS),
            let_go: chance.once_in(2),
            slow_disk: chance.once_in(2),
            unheard: chance.once_in(3),
            rotates: chance.once_in(3),
            skip: chance.below(5),
            bytes_per_second: 15_000_000 + chance.below(30_000_000),
            delay: chance.moment(longest),
        }
    }

    /// Another kind with the same draws.
    pub(super) fn instead(self, moment: Moment, chance: &mut Chance) -> Self {
        Self { moment, ..Self::draw(moment, chance) }
    }

    /// Whether the answer that was held back is let go before the kill.
    fn answer_goes_out(&self) -> bool {
        match self.moment {
            Moment::Opening | Moment::Renewal => self.let_go && !self.unheard,
            Moment::LastAnswer => self.let_go,
            Moment::Start | Moment::Any | Moment::Following | Moment::Torn => false,
        }
    }

    /// Whether asking to sign in again is a right end of this moment. With Google it never is.
    pub(super) fn may_lose_sign_in(&self) -> bool {
        self.moment == Moment::Renewal && self.platform == "tiktok" && self.rotates
    }

    /// What the platforms are told to do.
    pub(super) fn faults(&self) -> Vec<Value> {
        let on = self.platform;
        let pace = json!({"kind": "pace", "bytes_per_second": self.bytes_per_second});
        let hold = |step: &str| match self.unheard {
            true => json!({"platform": on, "kind": "stall", "on": step}),
            false => json!({"platform": on, "kind": "hold_answer", "on": step}),
        };
        match self.moment {
            Moment::Start | Moment::Any | Moment::Torn => vec![pace],
            Moment::Opening => vec![pace, hold("open")],
            Moment::Renewal => {
                let rotates = self.may_lose_sign_in().then(|| json!({"kind": "rotate_every_refresh"}));
                let expires = json!({"platform": on, "kind": "token_expired", "skip": self.skip});
                [pace, expires, hold("token")].into_iter().chain(rotates).collect()
            }
            Moment::LastAnswer => {
                vec![pace, json!({"platform": on, "kind": "hold_answer", "status": 201, "times": 0})]
            }
            Moment::Following => vec![json!({"kind": "processing_takes", "seconds": PROCESSING_SECONDS})],
        }
    }
}

/// How long the platforms work on a video whose following is to be interrupted: by their clock, which the round moves.
pub(super) const PROCESSING_SECONDS: u64 = 600;

impl Round<'_> {
    /// Waits until the moment of `plan` has come for a program that was just started. What it answers is to be dropped
    /// after the kill.
    pub(super) async fn comes(&self, plan: &Plan) -> Option<HeldDatabase> {
        let seen = self.seen();
        match plan.moment {
            Moment::Start | Moment::Any | Moment::Torn => {}
            Moment::Opening => self.waits_for("open", plan, seen).await,
            Moment::Renewal => self.waits_for("token", plan, seen).await,
            Moment::LastAnswer => {
                until(async || self.has_video(plan.platform).await.then_some(())).await;
            }
            Moment::Following => {
                until(async || {
                    let both = self.has_video("youtube").await && self.has_video("tiktok").await;
                    both.then_some(())
                })
                .await;
            }
        }
        let mut held = None;
        if plan.answer_goes_out() {
            if plan.slow_disk {
                held = Some(self.world.hold_database().await);
            }
            self.world.simulator.no_faults().await;
        }
        // The one duration here is the subject itself: a moment chosen by chance.
        tokio::time::sleep(plan.delay).await;
        held
    }

    /// Until a request of `step` waits for its answer.
    async fn waits_for(&self, step: &str, plan: &Plan, seen: u64) {
        until(async || {
            let log = self.world.simulator.log_after(seen).await;
            let waits = |e: &Value| e["platform"] == plan.platform && e["step"] == step && e["finished"] == false;
            log.iter().any(waits).then_some(())
        })
        .await;
    }

    /// Whether the platform has given the answer of `plan`'s moment and the database does not know it.
    pub(super) async fn fell_between(&self, plan: &Plan) -> bool {
        let (step, written) = match plan.moment {
            Moment::Opening => ("open", "EXISTS (SELECT 1 FROM upload_sessions s WHERE s.delivery_id = d.id)"),
            Moment::LastAnswer => ("put", "d.remote_id IS NOT NULL"),
            _ => return false,
        };
        let log = self.world.simulator.log_after(self.log_before).await;
        let last = log.iter().rfind(|e| e["platform"] == plan.platform && e["step"] == step);
        let answered = last.is_some_and(|e| e["status"] == 200 || e["status"] == 201);
        let asked = format!("d.platform = upper('{}') AND NOT ({written})", plan.platform);
        answered && self.rows(&asked).is_ok_and(|rows| rows > 0)
    }

    /// Whether the platform has every byte.
    pub(super) async fn has_video(&self, platform: &str) -> bool {
        let uploads = self.uploads(platform).await;
        uploads.iter().any(|u| u["state"] == "published" || u["state"] == "processing")
    }

    /// Whether `moment` can come in this round as it stands.
    pub(super) async fn can_come(&self, plan: &Plan) -> bool {
        match plan.moment {
            Moment::Start | Moment::Any | Moment::Torn | Moment::Renewal => true,
            Moment::Opening => self.uploads(plan.platform).await.is_empty(),
            Moment::LastAnswer => !self.has_video(plan.platform).await,
            Moment::Following => !self.has_video("youtube").await && !self.has_video("tiktok").await,
        }
    }
}
