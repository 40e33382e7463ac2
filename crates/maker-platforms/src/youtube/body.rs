//! A post as YouTube's video resource (`videos.insert`, parts snippet and status).

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use maker_domain::draft::YoutubePrivacy;
use maker_domain::post::YoutubePost;
use serde_json::{Value, json};

/// What is sooner than this goes out at once: a time that has passed by the platform's clock would do so anyway, or be
/// refused.
const AHEAD: TimeDelta = TimeDelta::minutes(1);

/// The resource. The privacy is always in it: a missing one means public. A video with a time is private until then, which
/// `publishAt` asks for.
pub(super) fn resource(post: &YoutubePost, now: DateTime<Utc>) -> Value {
    let later = post.publish_at.filter(|at| *at > now + AHEAD);
    let mut resource = json!({
        "snippet": {
            "title": post.title,
            "description": post.description,
            "tags": post.tags,
            "categoryId": post.category_id,
        },
        "status": {
            "privacyStatus": privacy(post.privacy),
            "selfDeclaredMadeForKids": post.made_for_kids,
            "containsSyntheticMedia": post.synthetic,
        },
    });
    if let Some(at) = later {
        resource["status"]["privacyStatus"] = privacy(YoutubePrivacy::Private).into();
        resource["status"]["publishAt"] = at.to_rfc3339_opts(SecondsFormat::Secs, true).into();
    }
    resource
}

/// A privacy in YouTube's word.
pub(super) const fn privacy(privacy: YoutubePrivacy) -> &'static str {
    match privacy {
        YoutubePrivacy::Public => "public",
        YoutubePrivacy::Unlisted => "unlisted",
        YoutubePrivacy::Private => "private",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f27_every_choice_and_every_character_of_the_maker_is_in_the_resource() {
        let post = YoutubePost {
            title: "שלום 👋 <b>".into(),
            description: "one\ntwo".into(),
            tags: vec!["a b".into()],
            category_id: "26".into(),
            privacy: YoutubePrivacy::Unlisted,
            made_for_kids: true,
            synthetic: false,
            notify_subscribers: false,
            publish_at: None,
        };
        let expected = json!({
            "snippet": {"title": "שלום 👋 <b>", "description": "one\ntwo", "tags": ["a b"], "categoryId": "26"},
            "status": {"privacyStatus": "unlisted", "selfDeclaredMadeForKids": true, "containsSyntheticMedia": false},
        });
        assert_eq!(resource(&post, DateTime::UNIX_EPOCH), expected);
    }

    #[test]
    fn a_video_with_a_time_is_private_until_youtube_makes_it_public() {
        let now = DateTime::parse_from_rfc3339("2026-11-26T12:00:00Z").unwrap().to_utc();
        let status = |ahead: TimeDelta| {
            let post = YoutubePost {
                title: "Chair".into(),
                description: String::new(),
                tags: Vec::new(),
                category_id: "22".into(),
                privacy: YoutubePrivacy::Public,
                made_for_kids: false,
                synthetic: false,
                notify_subscribers: true,
                publish_at: Some(now + ahead),
            };
            resource(&post, now)["status"].clone()
        };
        let later = status(TimeDelta::hours(6));
        assert_eq!((&later["privacyStatus"], &later["publishAt"]), (&json!("private"), &json!("2026-11-26T18:00:00Z")));
        for late in [TimeDelta::seconds(60), TimeDelta::zero(), TimeDelta::days(-3)] {
            let at_once = status(late);
            assert_eq!((&at_once["privacyStatus"], at_once.get("publishAt")), (&json!("public"), None), "{late}");
        }
    }
}
