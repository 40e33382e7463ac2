//! What a maker says of themselves on their page.

use maker_words::say;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::country;
use crate::image::ImageName;
use crate::text::code_points;

/// The longest name, in Unicode code points.
pub const MOST_OF_A_NAME: usize = 100;

/// So much of a text about the maker is on the page at once, in Unicode code points; what follows is behind "Read on".
pub const MOST_OF_A_BIO: usize = 900;

/// What is edited of a profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProfileFields {
    /// What visitors call the maker.
    pub name: String,
    /// About the maker.
    pub bio: String,
    /// ISO 3166-1, two capital letters.
    pub country: Option<String>,
    /// The picture beside the name. Its bytes travel as those of posts' pictures do.
    #[specta(type = Option<String>)]
    pub picture: Option<ImageName>,
}

impl ProfileFields {
    /// What is missing or too long, with the next step; `None` when nothing is. It is kept all the same.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        if self.name.trim().is_empty() {
            return Some(say!("fields-name-missing"));
        }
        let over = code_points(&self.name).saturating_sub(MOST_OF_A_NAME);
        if over > 0 {
            return Some(say!("fields-name-long", over = over));
        }
        let over = code_points(&self.bio).saturating_sub(MOST_OF_A_BIO);
        (over > 0).then(|| say!("fields-bio-long", over = over))
    }

    /// Whether the country is one, or none is said.
    #[must_use]
    pub fn has_good_country(&self) -> bool {
        self.country.as_deref().is_none_or(|code| country::all().any(|(known, _)| known == code))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn p01_a_profile_says_what_its_page_lacks() {
        let profile =
            |name: &str, bio: &str| ProfileFields { name: name.into(), bio: bio.into(), ..ProfileFields::default() };
        assert_eq!(profile("Marta Oak", &"é".repeat(900)).trouble(), None);
        assert!(profile(" ", "").trouble().unwrap().contains("no name"));
        assert!(profile(&"x".repeat(103), "").trouble().unwrap().contains("3 characters"));
        assert!(profile("Marta", &"x".repeat(905)).trouble().unwrap().contains("last 5 characters"));
        let from = |code: Option<&str>| ProfileFields { country: code.map(Into::into), ..profile("Marta", "") };
        assert!(from(None).has_good_country() && from(Some("GH")).has_good_country());
        assert!(!from(Some("gh")).has_good_country() && !from(Some("QQ")).has_good_country());
    }
}
