//! Publish: checks everything once more, freezes the posts and puts them into the queue in one transaction.

use maker_delivery::{AccessError, authorised};
use maker_domain::Platform;
use maker_domain::check::{self, CreatorInfo, Field, Level};
use maker_domain::draft::DraftFields;
use maker_domain::id::{DeliveryId, DraftId, PublicationId};
use maker_domain::post::Post;
use maker_platforms::ApiError;
use maker_store::publications::{NewPublication, Timed};
use maker_words::say;

use crate::drafts::type_by_shape;
use crate::studio::Studio;
use crate::views::DeliveryView;
use crate::{Answer, AppError, ErrorCode};

impl Studio {
    /// Publishes a draft to its ticked platforms. `tiktok_consent` is the maker's express agreement to TikTok's terms,
    /// without which no byte goes there (TikTok: Content Sharing Guidelines).
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] or [`ErrorCode::NeedsMaker`] with the first thing that stands in the way; nothing is sent.
    pub async fn publish(&self, id: DraftId, tiktok_consent: bool) -> Answer<Vec<DeliveryView>> {
        let draft = self.inner.store.draft(id).await?;
        let to_tiktok = draft.fields.targets.contains(&Platform::Tiktok) && !draft.fields.tiktok.to_inbox;
        if to_tiktok {
            // Their word may have changed since the composer was drawn. Without a network the last one serves, and
            // TikTok is asked again before the upload.
            match self.creator_info().await {
                Ok(_) => {}
                Err(error) if error.code == ErrorCode::TryLater => {}
                Err(error) => return Err(error),
            }
        }
        let findings = self.findings(&draft).await?;
        if !check::may_publish(&findings)
            && let Some(first) = findings.into_iter().find(|f| f.level == Level::Error)
        {
            let code = if first.field == Field::Connection { ErrorCode::NeedsMaker } else { ErrorCode::BadInput };
            return Err(AppError::new(code, first.message).at(first.field));
        }
        if to_tiktok && !tiktok_consent {
            let message = say!("app-agree-first");
            return Err(AppError::new(ErrorCode::BadInput, message).at(Field::Disclosure));
        }
        let Some(media) = &draft.media else { return Err(AppError::new(ErrorCode::BadInput, say!("check-no-video"))) };
        let times = times(&draft.fields)?;
        let posts: Option<Vec<(DeliveryId, Post)>> = draft
            .fields
            .targets
            .iter()
            .map(|platform| {
                let mut post = Post::resolve(&draft.fields, *platform)?;
                post.set_time(times.iter().find(|(of, _)| of == platform).map(|(_, timed)| timed.at));
                Some((DeliveryId::make(), post))
            })
            .collect();
        let Some(posts) = posts else {
            return Err(AppError::new(ErrorCode::BadInput, say!("app-unanswered")));
        };
        let ids: Vec<DeliveryId> = posts.iter().map(|(id, _)| *id).collect();
        let steps = self.steps_for(id, &draft.fields, &posts).await?;
        let by_shape = type_by_shape(media.facts.will_be_short().unwrap_or(false));
        let new = NewPublication {
            id: PublicationId::make(),
            draft_id: id,
            title: crate::drafts::shown_title(&draft),
            video_type: draft.fields.video_type.unwrap_or(by_shape),
            posts,
            steps,
            times,
        };
        self.inner.store.publish(&new, self.inner.now()).await?;
        self.inner.changed("deliveries");
        self.inner.changed("drafts");
        if let Some(engine) = self.inner.engine() {
            engine.look();
        }
        let mut views = Vec::with_capacity(ids.len());
        for id in ids {
            views.push(self.delivery(id).await?);
        }
        Ok(views)
    }

    /// TikTok's fresh word on what the account may do now. Asked for every drawing of the composer.
    ///
    /// # Errors
    /// [`ErrorCode::NeedsMaker`] without a live connection or when the account may not post now;
    /// [`ErrorCode::TryLater`] without a network.
    pub async fn creator_info(&self) -> Answer<CreatorInfo> {
        let platform = Platform::Tiktok;
        let (api, now) = (self.inner.api(platform)?, self.inner.now());
        let asked = authorised(&self.inner.keys, platform, |t| async move { api.creator_info(&t, now).await });
        let asked = asked.await;
        self.inner.note_read(platform, "creator_info", &asked).await;
        let answer = asked.map_err(|error| no_access(platform, &error))?;
        let info = answer.map_err(|error| match error {
            ApiError::Refused { reason } => needs_maker(platform, reason.code),
            ApiError::TokenRejected => needs_maker(platform, maker_domain::reason::ReasonCode::SignInAgain),
            ApiError::NotBefore { .. } => AppError::new(ErrorCode::NeedsMaker, say!("app-no-more-posts")),
            ApiError::Network { .. } | ApiError::Busy { .. } | ApiError::SessionGone | ApiError::Odd { .. } => {
                later(platform)
            }
        })?;
        let info = info.ok_or_else(|| later(platform))?;
        *self.inner.creator.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(info.clone());
        Ok(info)
    }

    pub(crate) fn known_creator(&self) -> Option<CreatorInfo> {
        self.inner.creator.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

/// The instants of the platforms that get theirs later, as the rules for clocks are today.
fn times(fields: &DraftFields) -> Answer<Vec<(Platform, Timed)>> {
    let timed = |platform: &Platform| {
        let wall = fields.goes_out(*platform)?;
        let at = wall.meant().map(|meant| Timed { wall: wall.clone(), at: meant.at });
        Some(at.map(|timed| (*platform, timed)))
    };
    let times: Result<Vec<_>, _> = fields.targets.iter().filter_map(timed).collect();
    times.map_err(|error| AppError::new(ErrorCode::BadInput, error.to_string()).at(Field::Schedule))
}

/// Why there is no token, as a refusal.
pub(crate) fn no_access(platform: Platform, error: &AccessError) -> AppError {
    match error {
        AccessError::NeedsMaker(code) => needs_maker(platform, *code),
        AccessError::Later { .. } => later(platform),
    }
}

fn needs_maker(platform: Platform, code: maker_domain::reason::ReasonCode) -> AppError {
    let explanation = code.explain(platform);
    AppError::new(ErrorCode::NeedsMaker, format!("{} {}", explanation.what, explanation.next))
}

pub(crate) fn later(platform: Platform) -> AppError {
    AppError::new(ErrorCode::TryLater, say!("app-unreachable", platform = platform.name()))
}
