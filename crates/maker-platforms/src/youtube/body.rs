//! A post as YouTube's video resource (`videos.insert`, parts snippet and status).

use maker_domain::draft::YoutubePrivacy;
use maker_domain::post::YoutubePost;
use serde_json::{Value, json};

/// The resource. The privacy is always in it: a missing one means public.
pub(super) fn resource(post: &YoutubePost) -> Value {
    json!({
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
    })
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
        };
        let expected = json!({
            "snippet": {"title": "שלום 👋 <b>", "description": "one\ntwo", "tags": ["a b"], "categoryId": "26"},
            "status": {"privacyStatus": "unlisted", "selfDeclaredMadeForKids": true, "containsSyntheticMedia": false},
        });
        assert_eq!(resource(&post), expected);
    }
}
