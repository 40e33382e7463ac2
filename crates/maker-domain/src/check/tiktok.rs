//! TikTok's limits and the choices its Content Sharing Guidelines ask for.

use maker_words::say;

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
        found.push(Finding::error(Tiktok, Field::Caption, say!("check-tiktok-caption-long", over = too_many)));
    }
    if caption.contains('\0') {
        found.push(Finding::error(Tiktok, Field::Caption, say!("check-caption-unseen")));
    }
}

fn choices(fields: &DraftFields, creator: Option<&CreatorInfo>, found: &mut Vec<Finding>) {
    let own = &fields.tiktok;
    let mut error = |field, message: String| found.push(Finding::error(Tiktok, field, message));
    match (&own.privacy, creator) {
        (None, _) => error(Field::Privacy, say!("check-tiktok-privacy")),
        (Some(chosen), Some(info)) if !info.privacy_options.contains(chosen) => {
            error(Field::Privacy, say!("check-tiktok-audience-gone"));
        }
        (Some(_), _) => {}
    }
    if own.ai_generated.is_none() {
        error(Field::AiMade, say!("check-tiktok-ai"));
    }
    if own.commercial && !own.your_brand && !own.branded_content {
        error(Field::Disclosure, say!("check-tiktok-disclosure"));
    }
    if own.commercial && own.branded_content && own.privacy.as_deref() == Some("SELF_ONLY") {
        error(Field::Disclosure, say!("check-tiktok-branded-private"));
    }
    let Some(info) = creator else { return };
    for (wanted, disabled, message) in [
        (own.allow_comment, info.comment_disabled, say!("check-tiktok-no-comments")),
        (own.allow_duet, info.duet_disabled, say!("check-tiktok-no-duets")),
        (own.allow_stitch, info.stitch_disabled, say!("check-tiktok-no-stitches")),
    ] {
        if wanted && disabled {
            found.push(Finding::warning(Tiktok, Field::Privacy, message));
        }
    }
}

fn media(file: &MediaFacts, creator: Option<&CreatorInfo>, found: &mut Vec<Finding>) {
    let mut error = |message: String| found.push(Finding::error(Tiktok, Field::File, message));
    if file.container == Container::Mkv {
        error(say!("check-tiktok-mkv"));
    }
    if file.size_bytes > FILE_MAX_BYTES {
        error(say!("check-tiktok-file-large"));
    }
    if let Some(codec) = file.codec.as_deref()
        && !["H.264", "H.265", "VP8", "VP9"].contains(&codec)
    {
        error(say!("check-tiktok-codec", codec = codec));
    }
    if let Some(fps) = file.fps {
        // Container timing is rounded: 23.976 and 60.02 are what cameras write for 24 and 60.
        if fps > 60.5 {
            error(say!("check-tiktok-fps-high", fps = fps.round()));
        } else if fps < 22.9 {
            error(say!("check-tiktok-fps-low", fps = fps.round()));
        }
    }
    if let (Some(width), Some(height)) = (file.width, file.height)
        && (width.min(height) < 360 || width.max(height) > 4096)
    {
        error(say!("check-tiktok-sides", width = width, height = height));
    }
    let longest = creator.map_or(600, |c| c.max_duration_s.min(600));
    if file.duration_s.is_some_and(|s| s > f64::from(longest)) {
        error(too_long(longest));
    }
}

fn too_long(most_seconds: u32) -> String {
    match (most_seconds / 60, most_seconds % 60) {
        (0, s) => say!("check-tiktok-too-long-seconds", seconds = s),
        (m, 0) => say!("check-tiktok-too-long-minutes", minutes = m),
        (m, s) => say!("check-tiktok-too-long", minutes = m, seconds = s),
    }
}
