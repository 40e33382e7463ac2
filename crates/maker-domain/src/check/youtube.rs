//! YouTube's limits (Data API v3: videos resource; upload limits of the help centre).

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
        error(Field::Title, "YouTube needs a title.".into());
    }
    let too_many = over(text::code_points(title), TITLE_MAX);
    if too_many > 0 {
        error(Field::Title, format!("YouTube takes {TITLE_MAX} characters in a title: cut {too_many}."));
    }
    let bytes_over = over(text::utf8_bytes(fields.youtube_description()), DESCRIPTION_MAX_BYTES);
    if bytes_over > 0 {
        error(Field::Description, format!("YouTube takes 5,000 bytes of description: cut {bytes_over}."));
    }
    for (field, name, value) in
        [(Field::Title, "title", title), (Field::Description, "description", fields.youtube_description())]
    {
        if value.contains(['<', '>']) {
            error(field, format!("YouTube takes no < or > in a {name}: write it in words."));
        }
        if value.contains('\0') {
            error(field, format!("The {name} holds a character that cannot be seen or sent: type it anew."));
        }
    }
    if title.contains(['\n', '\r']) {
        error(Field::Title, "A title is one line: remove the line break.".into());
    }
    let tags_over = over(text::tags_length(&fields.tags), TAGS_MAX);
    if tags_over > 0 {
        error(
            Field::Tags,
            format!("YouTube takes 500 characters of tags, with commas and quotation marks: cut {tags_over}."),
        );
    }
    if fields.tags.iter().any(|t| t.contains(['<', '>'])) {
        error(Field::Tags, "YouTube takes no < or > in a tag.".into());
    }
    if fields.tags.iter().any(|t| t.contains('\0')) {
        error(Field::Tags, "A tag holds a character that cannot be seen or sent: type it anew.".into());
    }
    if fields.youtube.privacy.is_none() {
        error(Field::Privacy, "Choose who may watch on YouTube.".into());
    }
    if fields.youtube.made_for_kids.is_none() {
        error(Field::Audience, "Say whether the video is made for kids: YouTube must know.".into());
    }
    if fields.youtube.synthetic.is_none() {
        error(Field::AiMade, "Say whether it shows realistic altered or AI-made content: YouTube must know.".into());
    }
    if let Some(file) = file {
        if file.size_bytes > FILE_MAX_BYTES {
            error(Field::File, "YouTube takes files up to 256 GB: export a smaller one.".into());
        }
        if file.duration_s.is_some_and(|s| s > 12.0 * 3600.0) {
            error(Field::File, "YouTube takes videos up to 12 hours: cut it in parts.".into());
        } else if file.duration_s.is_some_and(|s| s > 15.0 * 60.0) {
            found.push(Finding::warning(
                Youtube,
                Field::File,
                "Longer than 15 minutes: YouTube takes it only from channels with a confirmed phone number.",
            ));
        }
    }
}
