//! `publish`: a draft per file, checked and published, then watched until it is live or rests.

use std::path::Path;

use maker_app::{Answer, AppError, ErrorCode, Studio, Work};
use maker_domain::Platform;
use maker_domain::check::Level;
use maker_domain::draft::YoutubePrivacy;
use maker_domain::followup::PlaylistChoice;
use maker_domain::id::DeliveryId;

use crate::End;
use crate::args::{Answers, Publish, flag_for};
use crate::output::Output;
use crate::progress;

pub(crate) async fn run(studio: &Studio, output: Output, publish: &Publish) -> Answer<End> {
    let mut ids = Vec::new();
    let mut refused = None;
    for file in &publish.files {
        match one(studio, publish, file).await {
            Ok(deliveries) => ids.extend(deliveries),
            Err(error) => refused = Some(output.refused(&error)),
        }
    }
    if ids.is_empty() {
        return Ok(refused.unwrap_or(End::Done));
    }
    studio.start_work(Work::Only(ids.clone()))?;
    let end = progress::watch(studio, output, &ids, publish.wait.seconds).await?;
    Ok(if end == End::Done { refused.unwrap_or(end) } else { end })
}

async fn one(studio: &Studio, publish: &Publish, file: &Path) -> Answer<Vec<DeliveryId>> {
    let mut fields = publish.text.fields();
    publish.answers.put(&mut fields);
    fields.schedule = super::calendar::at(studio, publish.text.at.as_deref()).await?;
    let to_tiktok = fields.targets.contains(&Platform::Tiktok) && !fields.tiktok.to_inbox;
    if let Some(title) = &publish.answers.playlist {
        fields.youtube.playlist = Some(playlist(studio, title).await?);
    }
    let draft = studio.new_draft(file, &fields).await?;
    let published = async {
        attach(studio, draft.id, &publish.answers).await?;
        refuse_unfinished(studio, draft.id, to_tiktok && !publish.yes_tiktok_terms).await?;
        studio.publish(draft.id, publish.yes_tiktok_terms).await
    };
    match published.await {
        Ok(deliveries) => Ok(deliveries.into_iter().map(|d| d.id).collect()),
        Err(error) => {
            // The same command is typed again once it is mended: a draft per try would only be in the way.
            studio.delete_draft(draft.id).await?;
            Err(error)
        }
    }
}

/// The channel's playlist of this title; one that is not there is made once the video is, for the maker's eyes only.
async fn playlist(studio: &Studio, title: &str) -> Answer<PlaylistChoice> {
    let known = studio.playlists().await?.into_iter().find(|p| p.title == title);
    Ok(match known {
        Some(known) => PlaylistChoice::Existing { id: known.id, title: known.title },
        None => PlaylistChoice::New { title: title.to_owned(), privacy: YoutubePrivacy::Private },
    })
}

async fn attach(studio: &Studio, draft: maker_domain::id::DraftId, answers: &Answers) -> Answer<()> {
    if let Some(picture) = &answers.thumbnail {
        studio.add_thumbnail(draft, picture).await?;
    }
    for captions in &answers.captions {
        // A colon may be part of a path: what follows the last one is a language only where the whole is no file.
        match captions.rsplit_once(':').filter(|_| !Path::new(captions).exists()) {
            Some((file, language)) => studio.add_captions(draft, Path::new(file), Some(language), "").await?,
            None => studio.add_captions(draft, Path::new(captions), None, "").await?,
        };
    }
    Ok(())
}

/// Everything that stands in the way at once, each with the flag that answers it.
async fn refuse_unfinished(studio: &Studio, id: maker_domain::id::DraftId, lacks_terms: bool) -> Answer<()> {
    let errors: Vec<_> = studio.draft(id).await?.findings.into_iter().filter(|f| f.level == Level::Error).collect();
    let mut lines: Vec<String> = errors
        .iter()
        .map(|f| match flag_for(f.field, f.platform) {
            Some(flag) => format!("{} ({flag})", f.message),
            None => f.message.clone(),
        })
        .collect();
    if lacks_terms {
        lines.push("TikTok wants your agreement: by posting, you agree to TikTok's Music Usage Confirmation. (--yes-tiktok-terms)".into());
    }
    let Some(first) = errors.first() else {
        return if lacks_terms { Err(AppError::new(ErrorCode::BadInput, lines.join("\n"))) } else { Ok(()) };
    };
    let only_connections = errors.iter().all(|f| f.field == maker_domain::check::Field::Connection) && !lacks_terms;
    let code = if only_connections { ErrorCode::NeedsMaker } else { ErrorCode::BadInput };
    Err(AppError::new(code, lines.join("\n")).at(first.field))
}
