//! What the faces are shown of the page's own posts.

use chrono::{DateTime, Utc};
use maker_domain::id::{PostId, PostMediaId};
use serde::Serialize;
use specta::Type;

use super::RefusedFile;

/// Everything the Posts screen shows.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PostsView {
    /// Posts that are being written, last edited first.
    pub drafts: Vec<PostDraftView>,
    /// Published posts, newest first.
    pub posts: Vec<PostView>,
}

/// A published post.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PostView {
    /// Its id.
    pub id: PostId,
    /// The text.
    pub text: String,
    /// Its pictures in their order.
    pub pictures: Vec<PictureView>,
    /// A change of it is being written and not published.
    pub changing: bool,
    /// When it was published.
    pub created_at: DateTime<Utc>,
    /// When it was published last.
    pub updated_at: DateTime<Utc>,
}

/// A post that is being written.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PostDraftView {
    /// The id of the post it is to become, or is a change of.
    pub id: PostId,
    /// The text.
    pub text: String,
    /// Its pictures in their order.
    pub pictures: Vec<PictureView>,
    /// The post is published already, and stays as it is until this is.
    pub published: bool,
    /// What stands in the way of publishing, in the maker's words.
    pub trouble: Option<String>,
    /// Last edit.
    pub updated_at: DateTime<Utc>,
}

/// A picture of a post.
#[derive(Clone, Debug, Serialize, Type)]
pub struct PictureView {
    /// Its place in the post.
    pub id: PostMediaId,
    /// Its name, for asking for a small one; the same picture has the same name.
    pub image: String,
    /// What is on it, for those who do not see it; may be empty.
    pub alt: String,
    /// What is the matter with it, in the maker's words.
    pub trouble: Option<String>,
}

/// What became of files that were to be pictures of a post.
#[derive(Clone, Debug, Serialize, Type)]
pub struct AddedPictures {
    /// The post with those that were taken.
    pub draft: PostDraftView,
    /// How many were taken.
    pub added: u32,
    /// What could not be taken, and why.
    pub refused: Vec<RefusedFile>,
}

/// A small one of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct PictureStill {
    /// The picture's name.
    pub image: String,
    /// A JPEG as a `data:` address; `None` while it is not here, or where it cannot be shown.
    pub still: Option<String>,
}
