//! A post of the maker's own page: a text, with or without pictures.

use maker_words::say;
use uuid::Uuid;

use crate::id::{MakerId, PostId};
use crate::image::{ImageName, MOST_OF_A_POST};
use crate::text::code_points;

/// The longest text, in Unicode code points.
pub const MOST_CHARACTERS: usize = 5_000;

/// The longest description of a picture, in Unicode code points.
pub const MOST_OF_A_DESCRIPTION: usize = 1_000;

/// What the pictures of a post's unfinished version hang on. It is no post, so nobody who reads posts can meet them, and
/// follows from the post, so that two devices mean the same.
#[must_use]
pub fn unfinished(post: PostId) -> PostId {
    PostId(Uuid::new_v5(&post.0, b"unfinished"))
}

/// The id of a picture's row in the other version of its post: made by every device alike.
#[must_use]
pub fn twin(of: Uuid, on: PostId) -> Uuid {
    Uuid::new_v5(&on.0, of.as_bytes())
}

/// Where visitors find a picture of a maker's posts, below the backend's address.
#[must_use]
pub fn public_address(maker: MakerId, image: ImageName) -> String {
    format!("/v1/makers/{maker}/images/{image}")
}

/// What stands in the way of publishing a post, with the next step; `None` when nothing does.
#[must_use]
pub fn trouble(text: &str, pictures: usize) -> Option<String> {
    if text.trim().is_empty() {
        return Some(say!("fields-post-empty"));
    }
    let over = code_points(text).saturating_sub(MOST_CHARACTERS);
    if over > 0 {
        return Some(say!("fields-post-long", over = over));
    }
    (pictures > MOST_OF_A_POST)
        .then(|| say!("fields-post-pictures", most = MOST_OF_A_POST, over = pictures - MOST_OF_A_POST))
}

/// What is wrong with a picture's description, with the next step; `None` when nothing is.
#[must_use]
pub fn description_trouble(text: &str) -> Option<String> {
    let over = code_points(text).saturating_sub(MOST_OF_A_DESCRIPTION);
    (over > 0).then(|| say!("fields-alt-long", over = over))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_has_a_text_that_is_not_too_long_and_not_too_many_pictures() {
        let long = "é".repeat(MOST_CHARACTERS);
        for (text, pictures, fine) in [
            ("New mugs", 0, true),
            ("New mugs", MOST_OF_A_POST, true),
            ("New mugs", MOST_OF_A_POST + 1, false),
            (" \n\t", 1, false),
            ("", 0, false),
            (long.as_str(), 0, true),
            (&format!("{long}!"), 0, false),
        ] {
            assert_eq!(trouble(text, pictures).is_none(), fine, "{} {pictures}", text.len());
        }
        assert!(description_trouble(&long).is_some_and(|why| why.contains("4000")));
        assert_eq!(description_trouble("Two mugs"), None);
    }

    #[test]
    fn the_unfinished_version_is_the_same_on_every_device_and_no_post() {
        let post = PostId::make();
        assert_eq!(unfinished(post), unfinished(post));
        assert_ne!(unfinished(post), post);
        let row = Uuid::now_v7();
        assert_ne!(twin(row, post), twin(row, unfinished(post)));
    }
}
