//! The queue: what is on its way, what waits, what needs the maker, and what can be done with each.

use std::collections::HashMap;

use chrono::TimeDelta;
use maker_domain::delivery::{DeliveryState, Stage, StateName, Wait};
use maker_domain::followup::StepState;
use maker_domain::id::DeliveryId;
use maker_domain::reason::Explanation;
use maker_domain::text::beginning;
use maker_domain::{Platform, check};
use maker_store::deliveries::{Delivery, Intent};
use maker_store::steps::DeliveryStep;
use maker_store::sync::DeliveryElsewhere;
use maker_words::say;

use crate::studio::Studio;
use crate::views::{
    Action, Deadline, DeliveryView, ElsewhereView, Group, KeyringState, KeyringView, Overview, ShareTarget, StepView,
};
use crate::{Answer, AppError, ErrorCode};

/// More of other devices are not shown.
const ELSEWHERE: u32 = 50;

/// How long Home shows what is published: a look in the morning still tells what went out last night. All of it is in the
/// Library, and years of it would only be in the way of what is to be done.
const JUST_PUBLISHED: TimeDelta = TimeDelta::hours(24);

impl Studio {
    /// Everything Home shows.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn overview(&self) -> Answer<Overview> {
        let deliveries = self.current_deliveries().await?;
        let waits =
            |d: &&DeliveryView| matches!(d.state, DeliveryState::Waiting { why: Wait::Network | Wait::Turn, .. });
        let waiting_uploads = u32::try_from(deliveries.iter().filter(waits).count()).unwrap_or(u32::MAX);
        Ok(Overview {
            offline_since: self.inner.engine().and_then(|e| e.offline_since()),
            elsewhere: self.inner.store.deliveries_elsewhere(ELSEWHERE).await?.into_iter().map(elsewhere).collect(),
            drafts: self.drafts().await?,
            keyring: self.keyring().await,
            deliveries,
            waiting_uploads,
        })
    }

    /// How the password store stands.
    pub async fn keyring(&self) -> KeyringView {
        match self.inner.vault.status().await {
            maker_connections::VaultStatus::Ready => KeyringView { state: KeyringState::Ready, message: String::new() },
            maker_connections::VaultStatus::Locked(message) => KeyringView { state: KeyringState::Locked, message },
            maker_connections::VaultStatus::Unavailable(message) => {
                KeyringView { state: KeyringState::Unavailable, message }
            }
        }
    }

    /// Every delivery on the list: what is still to go in the order it goes, what has ended newest first.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn deliveries(&self) -> Answer<Vec<DeliveryView>> {
        let store = &self.inner.store;
        self.rows(store.deliveries().await?, store.steps().await?).await
    }

    /// The same without what was published long ago.
    pub(crate) async fn current_deliveries(&self) -> Answer<Vec<DeliveryView>> {
        let (store, since) = (&self.inner.store, self.inner.now() - JUST_PUBLISHED);
        self.rows(store.current_deliveries(since).await?, store.current_steps(since).await?).await
    }

    async fn rows(&self, mut deliveries: Vec<Delivery>, all_steps: Vec<DeliveryStep>) -> Answer<Vec<DeliveryView>> {
        let names = self.account_names().await?;
        let mut steps: HashMap<DeliveryId, Vec<DeliveryStep>> = HashMap::new();
        for step in all_steps {
            steps.entry(step.delivery).or_default().push(step);
        }
        deliveries.sort_by_key(|d| match group(&d.state) {
            Group::NeedsYou | Group::Done => (true, 0),
            Group::Now | Group::Waiting => (false, d.place),
        });
        let row = |d: Delivery| {
            let steps = steps.remove(&d.id).unwrap_or_default();
            self.row(d, &names, steps)
        };
        Ok(deliveries.into_iter().map(row).collect())
    }

    /// One delivery.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delivery(&self, id: DeliveryId) -> Answer<DeliveryView> {
        let names = self.account_names().await?;
        let steps = self.inner.store.steps_of(id).await?;
        Ok(self.row(self.inner.store.delivery(id).await?, &names, steps))
    }

    async fn account_names(&self) -> Answer<Vec<(Platform, String)>> {
        Ok(self.inner.store.connections().await?.into_iter().map(|c| (c.platform, c.account.name)).collect())
    }

    fn row(&self, delivery: Delivery, names: &[(Platform, String)], steps: Vec<DeliveryStep>) -> DeliveryView {
        let live = self.inner.engine().and_then(|e| e.progress(delivery.id));
        let state = self.standing(&delivery);
        let explanation = explanation(&state, delivery.platform);
        DeliveryView {
            id: delivery.id,
            publication_id: delivery.publication_id,
            draft_id: delivery.draft_id,
            platform: delivery.platform,
            account_name: names.iter().find(|(p, _)| *p == delivery.platform).map(|(_, name)| name.clone()),
            group: group(&state),
            actions: actions(&delivery),
            schedule: crate::calendar::schedule_view(&delivery),
            explanation,
            total_bytes: delivery.total_bytes,
            confirmed_bytes: live.map_or(delivery.confirmed_bytes, |p| p.confirmed_bytes.max(delivery.confirmed_bytes)),
            speed_bytes_s: live.and_then(|p| p.speed_bytes_s),
            left_s: live.and_then(|p| p.left_s),
            deadline: live.and_then(|p| p.deadline.map(|at| Deadline { at, too_slow: p.too_slow })),
            steps: steps.into_iter().map(step_view).collect(),
            title: beginning(&delivery.title),
            video_type: delivery.video_type,
            state,
            created_at: delivery.created_at,
            updated_at: delivery.updated_at,
        }
    }

    /// Where a delivery stands, as it is told: what the metered network keeps from going waits for another one.
    fn standing(&self, delivery: &Delivery) -> DeliveryState {
        let would_go = matches!(
            delivery.state,
            DeliveryState::Waiting { why: Wait::Turn, .. } | DeliveryState::Preparing | DeliveryState::Uploading
        );
        let is_held = would_go && self.inner.engine().is_some_and(|engine| engine.is_held());
        if is_held { DeliveryState::Waiting { why: Wait::Metered, until: None } } else { delivery.state.clone() }
    }

    /// Stops an upload for now.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it is past that.
    pub async fn pause(&self, id: DeliveryId) -> Answer<()> {
        self.ask(id, Intent::Pause).await
    }

    /// Gives an upload up. Can be taken back for a while.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it may already be live.
    pub async fn cancel(&self, id: DeliveryId) -> Answer<()> {
        self.ask(id, Intent::Cancel).await
    }

    pub(crate) async fn ask(&self, id: DeliveryId, wish: Intent) -> Answer<()> {
        match self.inner.engine() {
            Some(engine) => engine.ask(id, wish).await?,
            None => {
                self.inner.store.ask(id, wish, self.inner.now()).await?;
            }
        }
        self.inner.changed("deliveries");
        Ok(())
    }

    /// Lets an upload go on: after a pause, a cancel, a failure, or when the maker has mended what was wrong. A waiting
    /// one is tried now.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when there is nothing to go on with.
    pub async fn go_on(&self, id: DeliveryId) -> Answer<()> {
        match self.inner.engine() {
            Some(engine) => engine.go_on(id).await?,
            None if self.inner.store.delivery(id).await?.state.name().runs_by_itself() => {
                self.inner.store.hurry(id).await?
            }
            None => self.inner.store.go_on(id, self.inner.now()).await?,
        }
        self.inner.changed("deliveries");
        Ok(())
    }

    /// Takes an ended delivery off the list.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it has not ended.
    pub async fn dismiss(&self, id: DeliveryId) -> Answer<()> {
        self.inner.store.dismiss(id, self.inner.now()).await?;
        self.inner.changed("deliveries");
        Ok(())
    }

    /// Tells where the file of a delivery is now. Only the same file is accepted, so that what was sent still fits; the
    /// delivery then goes on.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] when it is another file.
    pub async fn locate(&self, id: DeliveryId, path: &std::path::Path) -> Answer<()> {
        let publication = self.inner.store.delivery(id).await?.publication_id;
        let file = self.inner.store.published_file(publication).await?;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let found = maker_media::identify(&path).await?;
        // A copy has a new time; what counts is that the bytes are the same.
        if (found.size_bytes, &found.fingerprint) != (file.identity.size_bytes, &file.identity.fingerprint) {
            let message = say!("app-other-file");
            return Err(AppError::new(ErrorCode::BadInput, message).at(check::Field::File));
        }
        self.inner.store.relocate(publication, &path, &found).await?;
        self.go_on(id).await
    }

    /// The public address of a delivery, when it has one that a browser may open.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it is not published.
    pub async fn address(&self, id: DeliveryId) -> Answer<String> {
        let not_yet = || AppError::new(ErrorCode::NotNow, say!("app-no-address"));
        let DeliveryState::Published { url, .. } = self.inner.store.delivery(id).await?.state else {
            return Err(not_yet());
        };
        let parsed = url::Url::parse(&url).map_err(|_| not_yet())?;
        maker_domain::config::check_address(&parsed).map_err(|_| not_yet())?;
        Ok(url)
    }

    /// The address that shares a published video by `target`.
    ///
    /// # Errors
    /// [`ErrorCode::NotNow`] when it is not published.
    pub async fn share_address(&self, id: DeliveryId, target: ShareTarget) -> Answer<String> {
        let (url, title) = (self.address(id).await?, self.inner.store.delivery(id).await?.title);
        let text = format!("{title} {url}");
        let (base, pairs): (&str, Vec<(&str, &str)>) = match target {
            ShareTarget::Email => ("mailto:", vec![("subject", &title), ("body", &url)]),
            ShareTarget::Whatsapp => ("https://wa.me/", vec![("text", &text)]),
            ShareTarget::Telegram => ("https://t.me/share/url", vec![("url", &url), ("text", &title)]),
            ShareTarget::X => ("https://x.com/intent/post", vec![("text", &title), ("url", &url)]),
        };
        let query = pairs
            .iter()
            .fold(url::form_urlencoded::Serializer::new(String::new()), |mut q, (k, v)| {
                q.append_pair(k, v);
                q
            })
            .finish();
        // Mail programs take a plus for a plus (RFC 6068).
        Ok(format!("{base}?{}", query.replace('+', "%20")))
    }
}

pub(crate) fn explanation(state: &DeliveryState, platform: Platform) -> Option<Explanation> {
    match state {
        DeliveryState::NeedsAttention { reason } | DeliveryState::Failed { reason } => {
            Some(reason.code.explain(platform))
        }
        _ => None,
    }
}

fn elsewhere(delivery: DeliveryElsewhere) -> ElsewhereView {
    let title = if delivery.title.is_empty() { delivery.file_name } else { delivery.title };
    ElsewhereView {
        id: delivery.id,
        device: delivery.device,
        platform: delivery.platform,
        title: beginning(&title),
        explanation: explanation(&delivery.state, delivery.platform),
        state: delivery.state,
        as_of: delivery.updated_at,
    }
}

fn step_view(step: DeliveryStep) -> StepView {
    let kind = step.work.kind();
    let explanation = match &step.state {
        StepState::NeedsAttention { reason } => Some(kind.explain(reason.code, step.platform)),
        StepState::Waiting { .. } | StepState::Done => None,
    };
    StepView { id: step.id, kind, label: step.work.label(), state: step.state, explanation }
}

pub(crate) fn group(state: &DeliveryState) -> Group {
    match state.name() {
        StateName::NeedsAttention | StateName::Failed => Group::NeedsYou,
        // The platform has it and waits for its time, as what waits here does.
        StateName::Processing if matches!(state, DeliveryState::Processing { stage: Stage::Scheduled }) => {
            Group::Waiting
        }
        StateName::Preparing | StateName::Uploading | StateName::Processing | StateName::Unconfirmed => Group::Now,
        StateName::Waiting | StateName::Paused => Group::Waiting,
        StateName::Published | StateName::Cancelled => Group::Done,
    }
}

/// What the maker can do now; the one that fits the state comes first.
fn actions(delivery: &Delivery) -> Vec<Action> {
    let at_the_platform = delivery.remote_id.is_some();
    match delivery.state.name() {
        StateName::Preparing | StateName::Uploading => vec![Action::Pause, Action::Cancel],
        StateName::Waiting if matches!(delivery.state, DeliveryState::Waiting { why: Wait::Schedule, .. }) => {
            vec![Action::SendNow, Action::MoveTime, Action::Pause, Action::Cancel]
        }
        StateName::Waiting => vec![Action::Retry, Action::Pause, Action::MoveUp, Action::MoveDown, Action::Cancel],
        StateName::Paused => vec![Action::Resume, Action::MoveUp, Action::MoveDown, Action::Cancel],
        StateName::NeedsAttention if at_the_platform => vec![Action::Retry],
        StateName::NeedsAttention => vec![Action::Retry, Action::Cancel],
        StateName::Failed => vec![Action::Retry, Action::Dismiss],
        StateName::Cancelled => vec![Action::UndoCancel, Action::Dismiss],
        StateName::Published => vec![Action::Dismiss],
        StateName::Processing | StateName::Unconfirmed => vec![],
    }
}
