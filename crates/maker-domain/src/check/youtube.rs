//! YouTube's limits (Data API v3: videos resource; upload limits of the help centre).

use maker_words::say;

use super::{Field, Finding, over};
use crate::Platform::Youtube;
use crate::draft::DraftFields;
use crate::media::MediaFacts;
use crate::text;

/// Code points in a title.
pub(super) const TITLE_MAX: usize = 100;
/// UTF-8 bytes in a description.
pub(super) const DESCRIPTION_MAX_BYTES: usize = 5_000;
/// All tags together, by [`text::tags_length`].
pub(super) const TAGS_MAX: usize = 500;
/// 256 GB.
pub(super) const FILE_MAX_BYTES: u64 = 256 * 1024 * 1024 * 1024;

pub(super) fn check(fields: &DraftFields, file: Option<&MediaFacts>, found: &mut Vec<Finding>) {
    let mut error = |field, message: String| found.push(Finding::error(Youtube, field, message));
    let title = fields.youtube_title().trim();
    if title.is_empty() {
        error(Field::Title, say!("check-youtube-title-missing"));
    }
    let too_many = over(text::code_points(title), TITLE_MAX);
    if too_many > 0 {
        error(Field::Title, say!("check-youtube-title-long", most = TITLE_MAX, over = too_many));
    }
    let bytes_over = over(text::utf8_bytes(fields.youtube_description()), DESCRIPTION_MAX_BYTES);
    if bytes_over > 0 {
        error(Field::Description, say!("check-youtube-description-long", over = bytes_over));
    }
    let description = fields.youtube_description();
    if title.contains(['<', '>']) {
        error(Field::Title, say!("check-youtube-title-brackets"));
    }
    if title.contains('\0') {
        error(Field::Title, say!("check-title-unseen"));
    }
    if description.contains(['<', '>']) {
        error(Field::Description, say!("check-youtube-description-brackets"));
    }
    if description.contains('\0') {
        error(Field::Description, say!("check-description-unseen"));
    }
    if title.contains(['\n', '\r']) {
        error(Field::Title, say!("check-title-one-line"));
    }
    let tags_over = over(text::tags_length(&fields.tags), TAGS_MAX);
    if tags_over > 0 {
        error(Field::Tags, say!("check-youtube-tags-long", over = tags_over));
    }
    if fields.tags.iter().any(|t| t.contains(['<', '>'])) {
        error(Field::Tags, say!("check-youtube-tag-brackets"));
    }
    if fields.tags.iter().any(|t| t.contains('\0')) {
        error(Field::Tags, say!("check-tag-unseen"));
    }
    if fields.youtube.privacy.is_none() {
        error(Field::Privacy, say!("check-youtube-privacy"));
    }
    if fields.youtube.made_for_kids.is_none() {
        error(Field::Audience, say!("check-youtube-kids"));
    }
    if fields.youtube.synthetic.is_none() {
        error(Field::AiMade, say!("check-youtube-ai"));
    }
    if let Some(file) = file {
        if file.size_bytes > FILE_MAX_BYTES {
            error(Field::File, say!("check-youtube-file-large"));
        }
        if file.duration_s.is_some_and(|s| s > 12.0 * 3600.0) {
            error(Field::File, say!("check-youtube-too-long"));
        } else if file.duration_s.is_some_and(|s| s > 15.0 * 60.0) {
            found.push(Finding::warning(Youtube, Field::File, say!("check-youtube-phone")));
        }
    }
}
