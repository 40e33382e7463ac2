//! `publish`: a draft per file, checked and published, then watched until it is live or rests.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use maker_app::{Answer, AppError, ErrorCode, Studio, Work};
use maker_domain::Platform;
use maker_domain::check::{Field, Level};
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::followup::PlaylistChoice;
use maker_domain::id::DeliveryId;
use maker_words::say;

use crate::End;
use crate::args::{Text, Wait, YesNo};
use crate::output::Output;
use crate::progress;

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// The videos
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    text: Text,
    #[command(flatten)]
    answers: Answers,
    /// I agree to TikTok's Music Usage Confirmation (and its Branded Content Policy, with --branded-content)
    #[arg(long)]
    yes_tiktok_terms: bool,
    #[command(flatten)]
    wait: Wait,
}

#[derive(Debug, Args)]
struct Answers {
    /// Who may watch
    #[arg(long)]
    privacy: Option<Privacy>,
    /// Who may watch on TikTok, where it differs: one of the levels TikTok offers, such as SELF_ONLY
    #[arg(long, value_name = "LEVEL")]
    tiktok_privacy: Option<String>,
    /// Whether the video is made for kids
    #[arg(long, value_name = "yes|no")]
    made_for_kids: Option<YesNo>,
    /// Whether it shows realistic altered or AI-made content
    #[arg(long, value_name = "yes|no")]
    ai_made: Option<YesNo>,
    /// TikTok: others may comment
    #[arg(long)]
    allow_comment: bool,
    /// TikTok: others may duet
    #[arg(long)]
    allow_duet: bool,
    /// TikTok: others may stitch
    #[arg(long)]
    allow_stitch: bool,
    /// TikTok: the video promotes your own business
    #[arg(long)]
    your_brand: bool,
    /// TikTok: the video is a paid partnership
    #[arg(long)]
    branded_content: bool,
    /// TikTok: send to your inbox, to be finished in the TikTok app
    #[arg(long)]
    to_inbox: bool,
    /// TikTok: the moment of the film that is its cover, in seconds
    #[arg(long, value_name = "SECONDS")]
    cover_at: Option<f64>,
    /// YouTube: do not tell subscribers
    #[arg(long)]
    quiet: bool,
    /// YouTube: a JPEG or PNG as the thumbnail
    #[arg(long, value_name = "FILE")]
    thumbnail: Option<PathBuf>,
    /// YouTube: captions, with their language where the file's name does not say it, such as chair.srt:fr
    #[arg(long, value_name = "FILE[:LANGUAGE]")]
    captions: Vec<String>,
    /// YouTube: put the video into the playlist of this title; one that is not there is made, as private
    #[arg(long, value_name = "TITLE")]
    playlist: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Privacy {
    Public,
    Unlisted,
    Private,
}

impl Answers {
    /// Writes the answers into a draft's fields. What was not said stays unanswered.
    pub(crate) fn put(&self, fields: &mut DraftFields) {
        fields.youtube.privacy = self.privacy.map(|p| match p {
            Privacy::Public => YoutubePrivacy::Public,
            Privacy::Unlisted => YoutubePrivacy::Unlisted,
            Privacy::Private => YoutubePrivacy::Private,
        });
        fields.youtube.made_for_kids = self.made_for_kids.map(YesNo::is_yes);
        fields.youtube.synthetic = self.ai_made.map(YesNo::is_yes);
        fields.youtube.quiet = self.quiet;
        let tiktok = &mut fields.tiktok;
        // TikTok knows no unlisted video: that has to be said in its own words.
        tiktok.privacy = self.tiktok_privacy.clone().or(match self.privacy {
            Some(Privacy::Public) => Some("PUBLIC_TO_EVERYONE".to_owned()),
            Some(Privacy::Private) => Some("SELF_ONLY".to_owned()),
            Some(Privacy::Unlisted) | None => None,
        });
        tiktok.ai_generated = self.ai_made.map(YesNo::is_yes);
        tiktok.allow_comment = self.allow_comment;
        tiktok.allow_duet = self.allow_duet;
        tiktok.allow_stitch = self.allow_stitch;
        tiktok.commercial = self.your_brand || self.branded_content;
        tiktok.your_brand = self.your_brand;
        tiktok.branded_content = self.branded_content;
        tiktok.to_inbox = self.to_inbox;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what is out of range becomes its end"
        )]
        let millis = |seconds: f64| (seconds.max(0.0) * 1_000.0).round() as u32;
        tiktok.cover_at_ms = self.cover_at.map(millis);
    }
}

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
            Some(flag) => say!("cli-answered-by", what = &f.message, flag = flag),
            None => f.message.clone(),
        })
        .collect();
    if lacks_terms {
        lines.push(say!("cli-terms"));
    }
    let Some(first) = errors.first() else {
        return if lacks_terms { Err(AppError::new(ErrorCode::BadInput, lines.join("\n"))) } else { Ok(()) };
    };
    let only_connections = errors.iter().all(|f| f.field == Field::Connection) && !lacks_terms;
    let code = if only_connections { ErrorCode::NeedsMaker } else { ErrorCode::BadInput };
    Err(AppError::new(code, lines.join("\n")).at(first.field))
}

/// The flag that answers a finding, for the message.
fn flag_for(field: Field, platform: Option<Platform>) -> Option<String> {
    let after_extras = |flag| say!("cli-flag-after", flag = flag, command = "maker connect youtube --extras");
    let flag = match field {
        Field::Targets => "--to youtube,tiktok",
        Field::Title => "--title TEXT",
        Field::Privacy if platform == Some(Platform::Tiktok) => {
            return Some(say!("cli-flag-either", flag = "--privacy public|private", other = "--tiktok-privacy LEVEL"));
        }
        Field::Privacy => "--privacy public|unlisted|private",
        Field::Audience => "--made-for-kids yes|no",
        Field::AiMade => "--ai-made yes|no",
        Field::Disclosure => return Some(say!("cli-flag-or-neither", flags = "--your-brand, --branded-content")),
        Field::Connection => "maker connect PLATFORM",
        Field::Description | Field::Caption => "--description TEXT",
        Field::Tags => "--tags a,b",
        Field::Thumbnail => "--thumbnail FILE",
        Field::Captions => return Some(after_extras("--captions FILE:LANGUAGE")),
        Field::Playlist => return Some(after_extras("--playlist TITLE")),
        Field::Schedule => return Some(say!("cli-flag-or-without", flag = "--at \"2026-12-01 18:00\"")),
        Field::File => return None,
    };
    Some(flag.to_owned())
}
