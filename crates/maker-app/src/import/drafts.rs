//! A row of a file as a draft of a video. Its file is chosen in the window afterwards.

use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::schedule::WallTime;
use maker_domain::{Platform, VideoType};
use maker_words::say;

use super::services::{quoted, yes_no};
use super::table::Cells;

/// What its columns are called.
pub(crate) const COLUMNS: &[&str] =
    &["title", "description", "tags", "type", "platforms", "at", "time_zone", "privacy", "made_for_kids", "ai_made"];

/// A draft, or which column is not good and why.
pub(crate) fn row(cells: &Cells, zone: &str) -> Result<DraftFields, (&'static str, String)> {
    let cell = |name: &str| cells.get(name).map(|cell| cell.trim());
    let title = cell("title").ok_or_else(|| ("title", say!("table-draft-title")))?;
    let mut fields = DraftFields { title: title.to_owned(), ..DraftFields::default() };
    fields.description = cells.get("description").cloned().unwrap_or_default();
    fields.tags = words(cell("tags")).map(|tag| tag.trim_start_matches('#').to_owned()).collect();
    if let Some(kind) = cell("type") {
        let known = VideoType::parse(&kind.to_uppercase());
        let message = || say!("table-video-type", text = quoted(kind));
        fields.video_type = Some(known.ok_or_else(|| ("type", message()))?);
    }
    for platform in words(cell("platforms")) {
        let known = Platform::parse(&platform.to_uppercase());
        let message = || say!("table-platform", text = quoted(platform));
        fields.targets.insert(known.ok_or_else(|| ("platforms", message()))?);
    }
    let zone = cell("time_zone").unwrap_or(zone);
    if zone.parse::<chrono_tz::Tz>().is_err() {
        return Err(("time_zone", say!("table-zone", text = quoted(zone))));
    }
    if let Some(at) = cell("at") {
        let message = || say!("table-time", text = quoted(at));
        fields.schedule = Some(WallTime::parse(at, zone).ok_or_else(|| ("at", message()))?);
    }
    if let Some(privacy) = cell("privacy") {
        fields.youtube.privacy = Some(match privacy.to_lowercase().as_str() {
            "public" => YoutubePrivacy::Public,
            "unlisted" => YoutubePrivacy::Unlisted,
            "private" => YoutubePrivacy::Private,
            _ => {
                let message = say!("table-audience", text = quoted(privacy));
                return Err(("privacy", message));
            }
        });
    }
    let answer = |name: &'static str| cell(name).map(yes_no).transpose().map_err(|message| (name, message));
    fields.youtube.made_for_kids = answer("made_for_kids")?;
    let ai_made = answer("ai_made")?;
    (fields.youtube.synthetic, fields.tiktok.ai_generated) = (ai_made, ai_made);
    Ok(fields)
}

fn words(cell: Option<&str>) -> impl Iterator<Item = &str> {
    cell.unwrap_or_default().split(',').map(str::trim).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l06_a_draft_has_what_its_row_says_and_nothing_assumed() {
        let pairs =
            [("title", "Oak"), ("tags", "#wood, oil"), ("platforms", "YouTube,tiktok"), ("at", "2026-12-01 18:00")];
        let cells: Cells = pairs.iter().map(|(name, cell)| ((*name).to_owned(), (*cell).to_owned())).collect();
        let fields = row(&cells, "UTC").unwrap();
        assert_eq!((fields.tags.as_slice(), fields.targets.len()), (&["wood".to_owned(), "oil".to_owned()][..], 2));
        assert_eq!(fields.schedule, WallTime::parse("2026-12-01 18:00", "UTC"));
        assert_eq!((fields.youtube.made_for_kids, fields.tiktok.ai_generated), (None, None));
    }

    #[test]
    fn l06_each_error_names_its_column_and_a_good_value() {
        for (name, cell, example) in [
            ("type", "movie", "short"),
            ("platforms", "youtube,vimeo", "tiktok"),
            ("at", "tomorrow", "2026-12-01 18:00"),
            ("time_zone", "Paris", "Africa/Nairobi"),
            ("privacy", "friends", "unlisted"),
            ("made_for_kids", "perhaps", "yes"),
        ] {
            let cells = Cells::from([("title".to_owned(), "Oak".to_owned()), (name.to_owned(), cell.to_owned())]);
            let (column, message) = row(&cells, "UTC").unwrap_err();
            assert_eq!(column, name);
            assert!(message.contains(example), "{message}");
        }
    }
}
