//! TikTok's limits and the choices its Content Sharing Guidelines ask for.

use super::{CreatorInfo, Field, Finding, over};
use crate::Platform::Tiktok;
use crate::draft::DraftFields;
use crate::media::{Container, MediaFacts};
use crate::text;

/// UTF-16 units in a caption.
pub(super) const CAPTION_MAX_UTF16: usize = 2_200;
/// 4 GB. Whether TikTok counts decimally is not stated; the larger reading is refused by TikTok itself if wrong.
pub(super) const FILE_MAX_BYTES: u64 = 4 * 1024 * 1024 * 1024;

pub(super) fn check(
    fields: &DraftFields,
    file: Option<&MediaFacts>,
    creator: Option<&CreatorInfo>,
    found: &mut Vec<Finding>,
) {
    caption(fields, found);
    if !fields.tiktok.to_inbox {
        choices(fields, creator, found);
    }
    if let Some(file) = file {
        media(file, creator, found);
    }
}

fn caption(fields: &DraftFields, found: &mut Vec<Finding>) {
    let caption = fields.tiktok_caption();
    let too_many = over(text::utf16_units(&caption), CAPTION_MAX_UTF16);
    if too_many > 0 {
        found.push(Finding::error(
            Tiktok,
            Field::Caption,
            format!("TikTok takes 2,200 characters of caption: cut {too_many}."),
        ));
    }
    if caption.contains('\0') {
        found.push(Finding::error(
            Tiktok,
            Field::Caption,
            "The caption holds a character that cannot be seen or sent: type it anew.",
        ));
    }
}

fn choices(fields: &DraftFields, creator: Option<&CreatorInfo>, found: &mut Vec<Finding>) {
    let own = &fields.tiktok;
    let mut error = |field, message: &str| found.push(Finding::error(Tiktok, field, message));
    match (&own.privacy, creator) {
        (None, _) => error(Field::Privacy, "Choose who may watch on TikTok."),
        (Some(chosen), Some(info)) if !info.privacy_options.contains(chosen) => {
            error(Field::Privacy, "TikTok no longer offers this audience for your account: choose again.");
        }
        (Some(_), _) => {}
    }
    if own.ai_generated.is_none() {
        error(Field::AiMade, "Say whether the video is AI-made: TikTok labels it.");
    }
    if own.commercial && !own.your_brand && !own.branded_content {
        error(Field::Disclosure, "You need to indicate if your content promotes yourself, a third party, or both.");
    }
    if own.commercial && own.branded_content && own.privacy.as_deref() == Some("SELF_ONLY") {
        error(Field::Disclosure, "Branded content visibility cannot be set to private.");
    }
    let Some(info) = creator else { return };
    for (wanted, disabled, what) in [
        (own.allow_comment, info.comment_disabled, "comments"),
        (own.allow_duet, info.duet_disabled, "duets"),
        (own.allow_stitch, info.stitch_disabled, "stitches"),
    ] {
        if wanted && disabled {
            found.push(Finding::warning(
                Tiktok,
                Field::Privacy,
                format!("Your TikTok account allows no {what}: they stay off."),
            ));
        }
    }
}

fn media(file: &MediaFacts, creator: Option<&CreatorInfo>, found: &mut Vec<Finding>) {
    let mut error = |message: String| found.push(Finding::error(Tiktok, Field::File, message));
    if file.container == Container::Mkv {
        error("TikTok takes MP4, WebM and MOV. This is an MKV: export it as MP4.".into());
    }
    if file.size_bytes > FILE_MAX_BYTES {
        error("TikTok takes files up to 4 GB: export a smaller one.".into());
    }
    if let Some(codec) = file.codec.as_deref()
        && !["H.264", "H.265", "VP8", "VP9"].contains(&codec)
    {
        error(format!("TikTok takes H.264, H.265, VP8 and VP9. This is {codec}: export it as H.264."));
    }
    if let Some(fps) = file.fps {
        // Container timing is rounded: 23.976 and 60.02 are what cameras write for 24 and 60.
        if fps > 60.5 {
            error(format!("TikTok: {fps:.0} fps, 60 at most. Export it with 60 or fewer."));
        } else if fps < 22.9 {
            error(format!("TikTok: {fps:.0} fps, 23 at least. Export it with 24 or more."));
        }
    }
    if let (Some(width), Some(height)) = (file.width, file.height)
        && (width.min(height) < 360 || width.max(height) > 4096)
    {
        error(format!("TikTok takes sides from 360 to 4,096 pixels; this is {width} x {height}."));
    }
    let longest = creator.map_or(600, |c| c.max_duration_s.min(600));
    if file.duration_s.is_some_and(|s| s > f64::from(longest)) {
        error(format!("TikTok takes {} from this account: cut the video.", minutes(longest)));
    }
}

fn minutes(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s} s"),
        (m, 0) => format!("{m} min"),
        (m, s) => format!("{m} min {s} s"),
    }
}
