//! Views and likes of published videos: asked of the platforms by itself, seldomer the older a video is, many at once, and
//! kept as a history. What a platform's rules do not let us keep is deleted.

use std::sync::{Arc, Weak};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use maker_delivery::{Access, AccessError, authorised};
use maker_domain::Platform;
use maker_domain::id::VideoId;
use maker_domain::numbers::{pause, pause_after_failure, too_old};
use maker_platforms::{ApiError, PlatformApi, VideoNumbers};
use maker_store::numbers::{DueVideo, Numbers};

use crate::Answer;
use crate::studio::{Inner, Studio};
use crate::views::NumbersView;

/// How often it is looked whether a video is due.
const LOOK: Duration = Duration::from_secs(60);

/// Longer than one call may take: what a process that ended took comes back after this.
const TAKEN: TimeDelta = TimeDelta::minutes(5);

/// A video that the platform does not list, or whose address names none, is asked about at most so often.
const UNLISTED: TimeDelta = TimeDelta::days(1);

/// A sign-in that the maker has to renew is waited for; renewing it asks at once.
const SIGNED_OUT: TimeDelta = TimeDelta::hours(1);

impl Studio {
    /// Asks now for the numbers of every video of the connected platforms, and tells how many were told.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read or written.
    pub async fn refresh_numbers(&self) -> Answer<u32> {
        let mut told = 0;
        for (platform, api) in &self.inner.apis {
            self.inner.store.hurry_numbers(*platform).await?;
            told += look(&self.inner, *platform, api.as_ref()).await?;
        }
        Ok(told)
    }

    /// What was told of a video over time, oldest first.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn numbers_of(&self, video: VideoId) -> Answer<Vec<NumbersView>> {
        Ok(self.inner.store.numbers_of(video).await?.into_iter().map(NumbersView::from).collect())
    }
}

impl From<Numbers> for NumbersView {
    fn from(numbers: Numbers) -> Self {
        Self { as_of: numbers.at, views: numbers.views, likes: numbers.likes }
    }
}

/// Keeps the numbers fresh until the studio is gone.
pub(crate) async fn keep_fresh(studio: Weak<Inner>) {
    loop {
        {
            let Some(inner) = studio.upgrade() else { return };
            for (platform, api) in &inner.apis {
                if let Err(error) = look(&inner, *platform, api.as_ref()).await {
                    tracing::warn!(%error, "the numbers of {platform} could not be kept");
                }
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Asks about everything of `platform` that is due. Tells how many videos had numbers.
async fn look(inner: &Arc<Inner>, platform: Platform, api: &dyn PlatformApi) -> Answer<u32> {
    if let Some(limit) = too_old(platform, inner.now())
        && inner.store.forget_numbers(platform, Some(limit)).await? > 0
    {
        inner.changed("videos");
    }
    let mut told = 0;
    loop {
        let now = inner.now();
        if inner.store.next_due_video(platform).await?.is_none_or(|next| next > now) || !may_ask(inner, api).await {
            break;
        }
        let due = inner.store.take_due_videos(platform, api.numbers_at_once(), now, now + TAKEN).await?;
        if due.is_empty() {
            break;
        }
        match ask(inner, api, due).await? {
            Some(count) => told += count,
            None => break,
        }
    }
    if told > 0 {
        inner.changed("videos");
    }
    Ok(told)
}

/// Whether the account is connected and has granted what reading needs. The store of passwords is not asked for it.
async fn may_ask(inner: &Inner, api: &dyn PlatformApi) -> bool {
    let Ok(Some(connection)) = inner.store.connection(api.platform()).await else { return false };
    connection.status == maker_domain::connection::ConnectionStatus::Connected
        && api.numbers_scopes().iter().all(|needed| connection.scopes.iter().any(|has| has == needed))
}

/// One call. Tells how many videos had numbers; `None` when the platform is not to be asked again now.
async fn ask(inner: &Arc<Inner>, api: &dyn PlatformApi, due: Vec<DueVideo>) -> Answer<Option<u32>> {
    let (platform, now) = (api.platform(), inner.now());
    let (named, nameless): (Vec<_>, Vec<_>) =
        due.into_iter().map(|video| (api.video_id(&video.url), video)).partition(|(id, _)| id.is_some());
    for (_, video) in nameless {
        inner.store.ask_again(video.id, false, now + pause(video.published_at, now, chance()).max(UNLISTED)).await?;
    }
    let named: Vec<(String, DueVideo)> = named.into_iter().filter_map(|(id, video)| Some((id?, video))).collect();
    if named.is_empty() {
        return Ok(Some(0));
    }
    let ids: Vec<String> = named.iter().map(|(id, _)| id.clone()).collect();
    let asked = &ids;
    let answer =
        authorised(&inner.keys as &dyn Access, platform, |token| async move { api.numbers(&token, asked, now).await })
            .await;
    inner.note_read(platform, "numbers", &answer).await;
    let list = match answer {
        Ok(Ok(list)) => list,
        Ok(Err(error)) => return put_off(inner, &named, |video| after(&error, video, now)).await,
        Err(AccessError::NeedsMaker(_)) => return put_off(inner, &named, |_| now + SIGNED_OUT).await,
        Err(AccessError::Later { .. }) => {
            return put_off(inner, &named, |video| now + pause_after_failure(video.failures + 1)).await;
        }
    };
    keep(inner, &named, &list, now).await.map(Some)
}

async fn keep(inner: &Inner, asked: &[(String, DueVideo)], list: &[VideoNumbers], now: DateTime<Utc>) -> Answer<u32> {
    let mut told = 0;
    for (id, video) in asked {
        let next = now + pause(video.published_at, now, chance());
        match list.iter().find(|numbers| numbers.id == *id) {
            Some(VideoNumbers { views, likes, .. }) => {
                let numbers = Numbers { at: now, views: *views, likes: *likes };
                inner.store.keep_numbers(video.id, numbers, next).await?;
                told += 1;
            }
            None => inner.store.ask_again(video.id, false, next.max(now + UNLISTED)).await?,
        }
    }
    Ok(told)
}

async fn put_off(
    inner: &Inner,
    videos: &[(String, DueVideo)],
    until: impl Fn(&DueVideo) -> DateTime<Utc>,
) -> Answer<Option<u32>> {
    for (_, video) in videos {
        inner.store.ask_again(video.id, true, until(video)).await?;
    }
    Ok(None)
}

/// When to ask again after the platform gave no numbers.
fn after(error: &ApiError, video: &DueVideo, now: DateTime<Utc>) -> DateTime<Utc> {
    let pause = pause_after_failure(video.failures + 1);
    match error {
        ApiError::NotBefore { until, .. } => (*until).max(now + pause),
        ApiError::Busy { retry_after: Some(least) } => {
            now + pause.max(TimeDelta::from_std(*least).unwrap_or(TimeDelta::hours(1)))
        }
        _ => now + pause,
    }
}

fn chance() -> f64 {
    rand::random()
}
