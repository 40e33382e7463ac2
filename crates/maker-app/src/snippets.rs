//! What the maker writes again and again.

use maker_domain::id::SnippetId;
use maker_domain::snippet::{MOST, SnippetFields};
use maker_store::snippets::Snippet;
use maker_words::say;

use crate::events::StudioEvent;
use crate::studio::Studio;
use crate::views::SnippetView;
use crate::{Answer, AppError, ErrorCode};

impl Studio {
    /// The snippets in their order.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn snippets(&self) -> Answer<Vec<SnippetView>> {
        Ok(self.inner.store.snippets().await?.into_iter().map(view).collect())
    }

    /// One of them.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn snippet(&self, id: SnippetId) -> Answer<SnippetView> {
        Ok(view(self.inner.store.snippet(id).await?))
    }

    /// Adds a snippet behind the others. Where an empty one was begun before and nothing is given, it is that one.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for one that is too long; [`ErrorCode::NotNow`] when there are as many as there may be.
    pub async fn new_snippet(&self, fields: &SnippetFields) -> Answer<SnippetView> {
        check(fields)?;
        if fields.is_empty()
            && let Some(begun) = self.inner.store.snippets().await?.into_iter().find(|s| s.fields.is_empty())
        {
            return Ok(view(begun));
        }
        let id = SnippetId::make();
        if !self.inner.store.add_snippet(id, fields, self.inner.now()).await? {
            let message = say!("app-snippets-most", most = MOST);
            return Err(AppError::new(ErrorCode::NotNow, message));
        }
        self.snippets_changed();
        self.snippet(id).await
    }

    /// Keeps what was typed.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] for what is too long; [`ErrorCode::NotFound`]
    pub async fn save_snippet(&self, id: SnippetId, fields: &SnippetFields) -> Answer<SnippetView> {
        check(fields)?;
        self.inner.store.save_snippet(id, fields, self.inner.now()).await?;
        self.snippet(id).await
    }

    /// Puts a snippet before another one, or behind all.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn move_snippet(&self, id: SnippetId, before: Option<SnippetId>) -> Answer<Vec<SnippetView>> {
        self.inner.store.move_snippet(id, before, self.inner.now()).await?;
        self.snippets_changed();
        self.snippets().await
    }

    /// Deletes a snippet.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delete_snippet(&self, id: SnippetId) -> Answer<()> {
        self.inner.store.delete_snippet(id, self.inner.now()).await?;
        self.snippets_changed();
        Ok(())
    }

    /// Brings it back as it was.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it was not deleted in the last thirty days.
    pub async fn restore_snippet(&self, id: SnippetId) -> Answer<()> {
        self.inner.store.restore_snippet(id, self.inner.now()).await?;
        self.snippets_changed();
        Ok(())
    }

    /// They are of this desk alone: nothing is on its way to another one.
    fn snippets_changed(&self) {
        self.inner.tell(StudioEvent::Changed(vec!["snippets"]));
    }
}

fn check(fields: &SnippetFields) -> Answer<()> {
    fields.trouble().map_or(Ok(()), |message| Err(AppError::new(ErrorCode::BadInput, message)))
}

fn view(Snippet { id, fields, updated_at }: Snippet) -> SnippetView {
    SnippetView { id, fields, updated_at }
}
