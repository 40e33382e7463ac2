//! Links of the maker's page to pages elsewhere. Nothing is posted there, and nobody is asked whether they are there.

use maker_domain::id::LinkId;
use maker_domain::link::{LinkFields, is_shown, recognise, tidy, trouble};
use maker_store::links::SocialLink;

use crate::Answer;
use crate::studio::Studio;
use crate::views::LinkView;

impl Studio {
    /// The links in their order.
    ///
    /// # Errors
    /// [`crate::AppError`] when the database cannot be read.
    pub async fn links(&self) -> Answer<Vec<LinkView>> {
        Ok(self.inner.store.social_links().await?.into_iter().map(view).collect())
    }

    /// One of them.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NotFound`]
    pub async fn link(&self, id: LinkId) -> Answer<LinkView> {
        Ok(view(self.inner.store.social_link(id).await?))
    }

    /// Adds what was pasted, broken or not, behind the others. It is called by the place that it leads to.
    ///
    /// # Errors
    /// [`crate::AppError`] when the disk refuses.
    pub async fn add_link(&self, address: &str) -> Answer<LinkView> {
        let id = LinkId::make();
        let (_, maker) = self.inner.store.local_maker().await?;
        let fields = LinkFields { platform: recognise(address), url: tidy(address) };
        self.inner.store.add_social_link(id, maker, &fields, self.inner.now()).await?;
        self.inner.changed("social_links");
        self.link(id).await
    }

    /// Keeps what was typed over the fields that the screen showed, broken or not. What another device or window wrote
    /// meanwhile stays: the answer has both. A link that has no name of its own follows its address.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NotFound`]
    pub async fn save_link(&self, id: LinkId, shown: &LinkFields, fields: &LinkFields) -> Answer<LinkView> {
        let mut fields = fields.clone();
        let is_named = fields.platform != shown.platform || shown.platform != recognise(&shown.url);
        if !is_named && fields.url != shown.url {
            fields.platform = recognise(&fields.url);
        }
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.save_social_link_over(id, maker, shown, &fields, self.inner.now()).await?;
        self.inner.edited();
        self.link(id).await
    }

    /// Puts a link before another one, or behind all.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NotFound`]
    pub async fn move_link(&self, id: LinkId, before: Option<LinkId>) -> Answer<Vec<LinkView>> {
        self.inner.store.move_social_link(id, before, self.inner.now()).await?;
        self.inner.changed("social_links");
        self.links().await
    }

    /// Deletes a link.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NotFound`]
    pub async fn delete_link(&self, id: LinkId) -> Answer<()> {
        self.inner.store.delete_social_link(id, self.inner.now()).await?;
        self.inner.changed("social_links");
        Ok(())
    }

    /// Brings it back as it was.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NotFound`] when it was not deleted on this computer in the last thirty days.
    pub async fn restore_link(&self, id: LinkId) -> Answer<()> {
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.restore_social_link(id, maker, self.inner.now()).await?;
        self.inner.changed("social_links");
        Ok(())
    }
}

fn view(link: SocialLink) -> LinkView {
    let SocialLink { id, fields, updated_at, .. } = link;
    LinkView { id, trouble: trouble(&fields.url), shown: is_shown(&fields.url), fields, updated_at }
}
