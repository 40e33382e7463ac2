//! What the maker says of themselves on their page.

use std::path::Path;

use maker_domain::country;
use maker_domain::profile::ProfileFields;
use maker_store::people::Profile;
use maker_words::say;

use crate::posts::picture_trouble;
use crate::studio::Studio;
use crate::sync::page;
use crate::views::{CountryView, ProfileView};
use crate::{Answer, AppError, ErrorCode};

impl Studio {
    /// The profile.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn profile(&self) -> Answer<ProfileView> {
        let Profile { id, fields, updated_at } = self.inner.store.profile().await?;
        let address = page(&self.inner.store.sync_record().await?);
        let picture_trouble = match fields.picture {
            Some(name) => picture_trouble(self.inner.store.image_records(&[name]).await?.get(&name)),
            None => None,
        };
        Ok(ProfileView { id, trouble: fields.trouble(), picture_trouble, fields, address, updated_at })
    }

    /// Keeps what was typed over the fields that the screen showed, also while it breaks a limit. What another device or
    /// window wrote meanwhile stays: the answer has both.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for a country that is none.
    pub async fn save_profile(&self, shown: &ProfileFields, fields: &ProfileFields) -> Answer<ProfileView> {
        if !fields.has_good_country() {
            let message = say!("app-bad-country");
            return Err(AppError::new(ErrorCode::BadInput, message));
        }
        self.inner.store.save_profile_over(shown, fields, self.inner.now()).await?;
        self.inner.edited();
        self.profile().await
    }

    /// Makes the picture in a file the maker's, in place of an earlier one. The file stays; what is kept of it is small and
    /// upright, and says nothing of where it was taken.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what the file is instead of a picture.
    pub async fn set_profile_picture(&self, path: &Path) -> Answer<ProfileView> {
        let still = maker_media::take_picture(path).await?.still;
        let picture = self.keep_picture(still.clone(), &still).await?;
        let shown = self.inner.store.profile().await?.fields;
        let fields = ProfileFields { picture: Some(picture), ..shown.clone() };
        let view = self.save_profile(&shown, &fields).await?;
        self.inner.changed("makers");
        Ok(view)
    }

    /// All countries by name.
    #[must_use]
    pub fn countries() -> Vec<CountryView> {
        let mut all: Vec<_> =
            country::all().map(|(code, name)| CountryView { code: code.to_owned(), name: name.to_owned() }).collect();
        // What begins with a letter beyond A to Z stands with the one that it looks like.
        all.sort_by_key(|country| country.name.replace('Å', "A"));
        all
    }
}
