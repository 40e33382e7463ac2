//! A platform that keeps its protocol and a line that keeps nothing: requests and answers are lost, late, doubled and
//! overtaken, and the machine may end at either side of every effect.

use std::future::{pending, poll_fn};
use std::ops::Range;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use http_body::Body as _;
use maker_domain::check::CreatorInfo;
use maker_domain::connection::Account;
use maker_domain::delivery::{Stage, StateName};
use maker_domain::followup::StepKind;
use maker_domain::id::DeliveryId;
use maker_domain::post::Post;
use maker_domain::reason::{Reason, ReasonCode};
use maker_domain::secret::AccessToken;
use maker_domain::{Clock, Platform};
use maker_platforms::{
    ApiError, FileInfo, Following, PlatformApi, Playlist, PublishedVideo, Session, Standing, StepWork, Traffic,
    VideoNumbers,
};
use maker_store::deliveries::Intent;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Notify;

use super::chance::Chance;
use super::desk::{Desk, Leaps};
use crate::shared::lock;

/// Bytes of a part.
const PART: u64 = 1_000;

/// What may happen to one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It arrives, and so does its answer.
    Well,
    /// It never arrives.
    Lost,
    /// It arrives, its answer does not.
    AnswerLost,
    /// It is given up and arrives later, before or after others.
    Late,
    /// It arrives, and once more later.
    Twice,
    /// The platform says later, having done it or not.
    Busy { done: bool },
    /// The platform has done it and says something that makes no sense.
    Odd,
    /// The token is refused.
    Token,
    /// The machine ends before it arrives, or after.
    Killed { done: bool },
}

#[derive(Debug, Default)]
struct Truth {
    sessions: Vec<Upload>,
    videos: Vec<Video>,
    /// Requests that are still on the line: which session, and up to where they would store.
    late: Vec<(usize, Range<u64>)>,
}

#[derive(Debug, Default)]
struct Upload {
    stored: u64,
    video: Option<usize>,
    gone: bool,
}

#[derive(Debug)]
struct Video {
    asked: u32,
    needs: u32,
    will_fail: bool,
    ended: bool,
}

/// What came about in a run, to see that the runs are worth something.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    pub(super) killed: u64,
    pub(super) answers_lost: u64,
    pub(super) late: u64,
    pub(super) doubled: u64,
    pub(super) sessions_gone: u64,
    pub(super) wishes: u64,
    pub(super) outages: u64,
    pub(super) kept_less: u64,
}

pub(super) struct Pretended {
    pub(super) desk: Arc<Desk>,
    pub(super) chance: Arc<Chance>,
    pub(super) clock: Arc<Leaps>,
    pub(super) delivery: DeliveryId,
    pub(super) which: Platform,
    /// The machine ends now.
    pub(super) kill: Notify,
    /// The maker has said something.
    pub(super) said: Notify,
    /// From here on the line is good.
    pub(super) calm: std::sync::atomic::AtomicBool,
    /// How often in a hundred calls a session is forgotten: one that has its video too.
    loses_sessions: u64,
    pub(super) seen: Mutex<Seen>,
    offline_until: Mutex<Option<DateTime<Utc>>>,
    truth: Mutex<Truth>,
}

/// The same platform behind any number of handles.
#[derive(Clone)]
pub(super) struct Handle(pub(super) Arc<Pretended>);

impl Pretended {
    pub(super) fn new(
        desk: Arc<Desk>,
        chance: Arc<Chance>,
        clock: Arc<Leaps>,
        which: Platform,
        delivery: DeliveryId,
    ) -> Arc<Self> {
        Arc::new(Self {
            desk,
            loses_sessions: if chance.is(30) { 15 } else { 2 },
            chance,
            clock,
            delivery,
            which,
            kill: Notify::new(),
            said: Notify::new(),
            calm: false.into(),
            seen: Mutex::default(),
            offline_until: Mutex::default(),
            truth: Mutex::default(),
        })
    }

    /// Videos that are or may yet become live.
    pub(super) fn videos(&self) -> usize {
        lock(&self.truth).videos.iter().filter(|v| !(v.will_fail && v.ended)).count()
    }

    /// Videos that came to nothing at the platform.
    pub(super) fn failed(&self) -> usize {
        lock(&self.truth).videos.iter().filter(|v| v.will_fail && v.ended).count()
    }

    pub(super) fn is_live(&self, remote_id: &str) -> bool {
        let truth = lock(&self.truth);
        remote_id.parse().ok().and_then(|n: usize| truth.videos.get(n)).is_some_and(|v| v.ended && !v.will_fail)
    }

    /// Whatever is still on the line arrives now.
    pub(super) fn everything_arrives(&self) {
        let mut truth = lock(&self.truth);
        for (session, range) in std::mem::take(&mut truth.late) {
            self.store(&mut truth, session, &range);
        }
    }

    fn fate(&self) -> Fate {
        if self.calm.load(std::sync::atomic::Ordering::SeqCst) {
            return Fate::Well;
        }
        match self.chance.below(100) {
            0..=54 => Fate::Well,
            55..=60 => Fate::Lost,
            61..=67 => Fate::AnswerLost,
            68..=73 => Fate::Late,
            74..=78 => Fate::Twice,
            79..=82 => Fate::Busy { done: true },
            83..=85 => Fate::Busy { done: false },
            86..=87 => Fate::Odd,
            88..=90 => Fate::Token,
            91..=95 => Fate::Killed { done: true },
            _ => Fate::Killed { done: false },
        }
    }

    /// What happens on the line before any call: late ones arrive, sessions end, the network goes, the maker speaks.
    async fn meanwhile(&self) -> Result<(), ApiError> {
        if self.calm.load(std::sync::atomic::Ordering::SeqCst) {
            return Ok(());
        }
        {
            let mut truth = lock(&self.truth);
            while !truth.late.is_empty() && self.chance.is(40) {
                let which = usize::try_from(self.chance.below(truth.late.len() as u64)).unwrap();
                let (session, range) = truth.late.remove(which);
                self.store(&mut truth, session, &range);
            }
            if self.chance.is(self.loses_sessions)
                && let Some(open) = truth.sessions.iter_mut().find(|s| !s.gone)
            {
                open.gone = true;
                lock(&self.seen).sessions_gone += 1;
            }
        }
        if self.chance.is(2) {
            // A day without a network.
            *lock(&self.offline_until) = Some(self.clock.now() + TimeDelta::hours(24));
            lock(&self.seen).outages += 1;
        }
        if self.chance.is(4) {
            let wish = if self.chance.is(70) { Intent::Pause } else { Intent::Cancel };
            // Where it is too late for that, the maker is told so.
            if self.desk.store.ask(self.delivery, wish, self.clock.now()).await.is_ok() {
                lock(&self.seen).wishes += 1;
                self.said.notify_one();
            }
        }
        let mut offline = lock(&self.offline_until);
        if offline.is_some_and(|until| self.clock.now() < until) {
            return Err(ApiError::Network { offline: true });
        }
        *offline = None;
        Ok(())
    }

    /// Lets `fate` have its way with an effect and its answer.
    async fn meet<T>(
        &self,
        fate: Fate,
        late: impl FnOnce(&mut Truth),
        effect: impl FnOnce(&mut Truth) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let mut effect = Some(effect);
        let mut happens = || effect.take().map(|effect| effect(&mut lock(&self.truth)));
        let seen = |count: fn(&mut Seen) -> &mut u64| *count(&mut lock(&self.seen)) += 1;
        match fate {
            Fate::Well => happens().unwrap(),
            Fate::Lost => Err(ApiError::Network { offline: self.chance.is(50) }),
            Fate::AnswerLost => {
                seen(|s| &mut s.answers_lost);
                happens();
                Err(ApiError::Network { offline: false })
            }
            Fate::Late => {
                seen(|s| &mut s.late);
                late(&mut lock(&self.truth));
                Err(ApiError::Network { offline: false })
            }
            Fate::Twice => {
                seen(|s| &mut s.doubled);
                late(&mut lock(&self.truth));
                happens().unwrap()
            }
            Fate::Busy { done } => {
                if done {
                    happens();
                }
                Err(ApiError::Busy { retry_after: self.chance.is(30).then(|| Duration::from_secs(7)) })
            }
            Fate::Odd => {
                happens();
                Err(ApiError::Odd { what: "nonsense" })
            }
            Fate::Token => Err(ApiError::TokenRejected),
            Fate::Killed { done } => {
                seen(|s| &mut s.killed);
                if done {
                    happens();
                }
                self.kill.notify_one();
                pending().await
            }
        }
    }

    /// Bytes arrive: what continues the session is kept, what is there already is dropped, a gap is refused.
    fn store(&self, truth: &mut Truth, session: usize, range: &Range<u64>) {
        let total = self.desk.film.len() as u64;
        let Some(open) = truth.sessions.get_mut(session) else { return };
        if open.gone || open.video.is_some() || range.start > open.stored {
            return;
        }
        open.stored = open.stored.max(range.end);
        if open.stored >= total {
            open.video = Some(truth.videos.len());
            truth.videos.push(Video {
                asked: 0,
                needs: u32::try_from(self.chance.below(3)).unwrap(),
                will_fail: self.chance.is(4),
                ended: false,
            });
        }
    }

    fn standing(truth: &Truth, session: usize) -> Standing {
        match &truth.sessions[session] {
            Upload { gone: true, .. } => Standing::Gone,
            Upload { video: Some(video), .. } => Standing::Complete { remote_id: video.to_string() },
            Upload { stored, .. } => Standing::Stored { bytes: *stored },
        }
    }

    /// What the database must say before a call leaves. Read beside the engine, as anybody could.
    async fn assert_written(&self, state: &[StateName]) {
        let row = self.desk.store.delivery(self.delivery).await.unwrap();
        assert!(state.contains(&row.state.name()), "a call left while the row says {:?}", row.state);
    }
}

fn number(session: &Session) -> usize {
    session.address.expose_secret().parse().unwrap()
}

#[async_trait]
impl PlatformApi for Handle {
    fn platform(&self) -> Platform {
        self.0.which
    }

    fn upload_scopes(&self, _post: &Post) -> &'static [&'static str] {
        &[]
    }

    async fn account(&self, _token: &AccessToken) -> Result<Account, ApiError> {
        Err(ApiError::Odd { what: "not asked here" })
    }

    async fn creator_info(&self, _token: &AccessToken, _now: DateTime<Utc>) -> Result<Option<CreatorInfo>, ApiError> {
        Ok(None)
    }

    async fn open(
        &self,
        _token: &AccessToken,
        _post: &Post,
        file: &FileInfo,
        now: DateTime<Utc>,
    ) -> Result<Session, ApiError> {
        let here = &self.0;
        here.assert_written(&[StateName::Preparing]).await;
        assert!(here.desk.store.session(here.delivery).await.unwrap().is_none(), "a second session beside the first");
        here.meanwhile().await?;
        let total_bytes = file.size_bytes;
        let opened = |truth: &mut Truth| {
            truth.sessions.push(Upload::default());
            Ok(truth.sessions.len() - 1)
        };
        let again = |truth: &mut Truth| truth.sessions.push(Upload::default());
        let number = here.meet(here.fate(), again, opened).await?;
        Ok(Session {
            address: SecretString::from(number.to_string()),
            handle: None,
            chunk_bytes: PART,
            total_bytes,
            content_type: "video/mp4".into(),
            opened_at: now,
            expires_at: None,
        })
    }

    async fn ask(&self, _token: &AccessToken, session: &Session, _now: DateTime<Utc>) -> Result<Standing, ApiError> {
        let here = &self.0;
        here.meanwhile().await?;
        let session = number(session);
        let calm = here.calm.load(std::sync::atomic::Ordering::SeqCst);
        if !calm && here.chance.is(8) {
            // It has kept less than it had said: what counts is what it says now.
            let mut truth = lock(&here.truth);
            let open = &mut truth.sessions[session];
            if open.video.is_none() {
                open.stored = here.chance.below(open.stored + 1);
                lock(&here.seen).kept_less += 1;
            }
        }
        here.meet(here.fate(), |_| {}, |truth| Ok(Pretended::standing(truth, session))).await
    }

    fn next_range(&self, session: &Session, stored: u64) -> Option<Range<u64>> {
        let end = (stored + PART).min(session.total_bytes);
        (stored < end).then_some(stored..end)
    }

    async fn send(
        &self,
        _token: &AccessToken,
        session: &Session,
        range: Range<u64>,
        mut body: reqwest::Body,
        _now: DateTime<Utc>,
    ) -> Result<Standing, ApiError> {
        let here = &self.0;
        here.assert_written(&[StateName::Uploading]).await;
        let stored = here.desk.store.session(here.delivery).await.unwrap().expect("a session that nobody wrote down");
        assert!(stored.sent_all || range.end < session.total_bytes, "the last part leaves and no row says so");
        let mut bytes = Vec::new();
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            bytes.extend_from_slice(frame.unwrap().data_ref().unwrap());
        }
        let film = &here.desk.film[range.start as usize..range.end as usize];
        assert!(bytes == film, "other bytes than the film's at {range:?}");
        here.meanwhile().await?;
        let session = number(session);
        // A line that breaks may have passed on a part of the range.
        let arrives = match here.fate() {
            fate @ (Fate::AnswerLost | Fate::Busy { .. } | Fate::Killed { done: true }) if here.chance.is(40) => {
                (fate, range.start..range.start + here.chance.below(range.end - range.start))
            }
            fate => (fate, range.clone()),
        };
        let (fate, arrived) = arrives;
        let effect = |truth: &mut Truth| {
            if truth.sessions[session].stored < arrived.start && truth.sessions[session].video.is_none() {
                assert!(truth.sessions[session].gone, "a gap: the engine believed its own counter");
            }
            here.store(truth, session, &arrived);
            Ok(Pretended::standing(truth, session))
        };
        here.meet(fate, |truth| truth.late.push((session, range.clone())), effect).await
    }

    async fn follow(
        &self,
        _token: &AccessToken,
        remote_id: &str,
        _post: &Post,
        _now: DateTime<Utc>,
    ) -> Result<Following, ApiError> {
        let here = &self.0;
        here.assert_written(&[StateName::Processing]).await;
        here.meanwhile().await?;
        let video: usize = remote_id.parse().unwrap();
        here.meet(
            here.fate(),
            |_| {},
            |truth| {
                let video = &mut truth.videos[video];
                video.asked += 1;
                if video.asked <= video.needs {
                    return Ok(Following::Processing { stage: Stage::Working });
                }
                video.ended = true;
                Ok(if video.will_fail {
                    Following::Failed { reason: Reason::new(ReasonCode::ProcessingRefused) }
                } else {
                    Following::Published(PublishedVideo {
                        url: format!("https://platform.example/{remote_id}"),
                        exact: true,
                        thumbnail_url: None,
                        duration_s: None,
                        title: None,
                    })
                })
            },
        )
        .await
    }

    fn follow_pause(&self, _asked: u32, _stage: Stage) -> Duration {
        Duration::from_secs(20)
    }

    async fn forget(&self, _token: &AccessToken, session: &Session) -> Result<(), ApiError> {
        let here = &self.0;
        let session = number(session);
        here.meet(
            here.fate(),
            |_| {},
            |truth| {
                let upload = &mut truth.sessions[session];
                upload.gone |= upload.video.is_none();
                Ok(())
            },
        )
        .await
    }

    fn step_scopes(&self, _kind: StepKind) -> &'static [&'static str] {
        &[]
    }

    fn waits_for_processing(&self, _kind: StepKind) -> bool {
        false
    }

    async fn do_step(
        &self,
        _token: &AccessToken,
        _remote_id: &str,
        _step: &StepWork,
        _tried: bool,
        _now: DateTime<Utc>,
    ) -> Result<(), ApiError> {
        Ok(())
    }

    async fn playlists(&self, _token: &AccessToken, _now: DateTime<Utc>) -> Result<Vec<Playlist>, ApiError> {
        Ok(Vec::new())
    }

    fn video_id(&self, _url: &str) -> Option<String> {
        None
    }

    fn numbers_at_once(&self) -> usize {
        1
    }

    fn numbers_scopes(&self) -> &'static [&'static str] {
        &[]
    }

    async fn numbers(
        &self,
        _token: &AccessToken,
        _ids: &[String],
        _now: DateTime<Utc>,
    ) -> Result<Vec<VideoNumbers>, ApiError> {
        Ok(Vec::new())
    }

    fn counted(&self, _traffic: Arc<Traffic>) -> Arc<dyn PlatformApi> {
        Arc::new(self.clone())
    }
}
