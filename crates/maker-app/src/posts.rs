//! Posts of the maker's own page: written as drafts, with pictures that are taken in as they are, and published.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Weak};
use std::time::Duration;

use base64::Engine as _;
use maker_domain::id::{PostId, PostMediaId};
use maker_domain::image::{ImageName, MOST_BYTES, MOST_OF_A_POST};
use maker_domain::text_post::{description_trouble, trouble};
use maker_media::{Picture, PictureError};
use maker_store::images::ImageRecord;
use maker_store::post_drafts::PostDraft;
use maker_store::posts::{PostPicture, TextPost};
use maker_words::say;

use crate::drafts::{data_url, name_of};
use crate::studio::{Inner, Studio};
use crate::views::{AddedPictures, PictureStill, PictureView, PostDraftView, PostView, PostsView, RefusedFile};
use crate::{Answer, AppError, ErrorCode};

/// Posts that are shown, the newest.
const LINES: u32 = 500;

/// Small pictures that are given at once.
const MOST_STILLS: usize = 100;

/// How often what nothing shows any more is looked for.
const TIDY: Duration = Duration::from_secs(24 * 60 * 60);

impl Studio {
    /// Published posts, newest first, and those that are being written.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn posts(&self) -> Answer<PostsView> {
        let store = &self.inner.store;
        let (posts, drafts) = (store.posts(LINES).await?, store.post_drafts().await?);
        let ids: Vec<PostId> = posts.iter().map(|post| post.id).collect();
        let mut pictures = store.pictures_of(&ids).await?;
        let records = self.records(pictures.values().flatten().chain(drafts.iter().flat_map(|d| &d.pictures))).await?;
        let changing: Vec<PostId> = drafts.iter().map(|draft| draft.id).collect();
        Ok(PostsView {
            posts: posts
                .into_iter()
                .map(|post| {
                    let (pictures, changing) = (pictures.remove(&post.id), changing.contains(&post.id));
                    published(post, pictures.unwrap_or_default(), changing, &records)
                })
                .collect(),
            drafts: drafts.into_iter().map(|draft| view(draft, &records)).collect(),
        })
    }

    /// One post that is being written.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn post_draft(&self, id: PostId) -> Answer<PostDraftView> {
        let draft = self.inner.store.post_draft(id).await?;
        let records = self.records(draft.pictures.iter()).await?;
        Ok(view(draft, &records))
    }

    /// Begins a post; the one that was begun before and has nothing in it, where there is one.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn new_post(&self) -> Answer<PostDraftView> {
        let begun = self.inner.store.post_drafts().await?;
        match begun.into_iter().find(is_empty) {
            Some(empty) => self.post_draft(empty.id).await,
            None => self.begin_post().await,
        }
    }

    /// Begins a post with nothing in it.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn begin_post(&self) -> Answer<PostDraftView> {
        let id = PostId::make();
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.begin_post(id, maker, self.inner.now()).await?;
        self.told(id).await
    }

    /// Begins to change a published post, or goes on with it. The post stays as it is until the change is published.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn edit_post(&self, id: PostId) -> Answer<PostDraftView> {
        let (_, maker) = self.inner.store.local_maker().await?;
        self.inner.store.edit_post(id, maker, self.inner.now()).await?;
        self.told(id).await
    }

    /// Keeps what was typed over the text that the screen showed, also while it breaks a limit. What another device or
    /// window wrote meanwhile stays: the answer has both.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn save_post(&self, id: PostId, shown: &str, text: &str) -> Answer<PostDraftView> {
        self.inner.store.save_post_text(id, shown, text, self.inner.now()).await?;
        self.inner.edited();
        self.post_draft(id).await
    }

    /// Puts every picture among `paths` behind those of a post, and says of the others what they are. The files stay; their
    /// bytes are copied as they are.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]; a file that is no picture is no error.
    pub async fn add_pictures(&self, id: PostId, paths: &[PathBuf]) -> Answer<AddedPictures> {
        let mut room = MOST_OF_A_POST.saturating_sub(self.inner.store.post_draft(id).await?.pictures.len());
        let (mut added, mut refused) = (0, Vec::new());
        for path in paths {
            let mut refuse = |message: String| refused.push(RefusedFile { name: name_of(path), message });
            if room == 0 {
                refuse(no_room());
                continue;
            }
            // As the maker gave it: what is behind a link is what they see there.
            match maker_media::take_picture(path).await {
                Ok(picture) => {
                    self.add(id, picture).await?;
                    (room, added) = (room - 1, added + 1);
                }
                Err(error) => refuse(error.to_string()),
            }
        }
        Ok(AddedPictures { draft: self.told(id).await?, added, refused })
    }

    /// The same with a picture that came without a file, such as one from the clipboard, given in base64.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what it is instead of a picture.
    pub async fn paste_picture(&self, id: PostId, base64: &str) -> Answer<PostDraftView> {
        if self.inner.store.post_draft(id).await?.pictures.len() >= MOST_OF_A_POST {
            return Err(AppError::new(ErrorCode::BadInput, no_room()));
        }
        if base64.len() as u64 > MOST_BYTES * 4 / 3 + 4 {
            return Err(PictureError::TooLarge.into());
        }
        let no_picture = |_| AppError::new(ErrorCode::BadInput, say!("app-pasted-no-picture"));
        let bytes = base64::engine::general_purpose::STANDARD.decode(base64).map_err(no_picture)?;
        self.add(id, maker_media::look_at_picture(bytes).await?).await?;
        self.told(id).await
    }

    async fn add(&self, id: PostId, picture: Picture) -> Answer<()> {
        let Picture { bytes, kind, still } = picture;
        let name = self.keep_picture(bytes, &still).await?;
        self.inner.store.add_post_picture(id, name, kind.mime(), self.inner.now()).await?;
        Ok(())
    }

    /// Puts a picture on the shelf, where whatever shows it finds it under its name.
    pub(crate) async fn keep_picture(&self, bytes: Vec<u8>, still: &[u8]) -> Answer<ImageName> {
        let (name, size) = (ImageName::of(&bytes), bytes.len() as u64);
        let Inner { store, shelf, .. } = self.inner.as_ref();
        shelf.keep(name, bytes.clone()).await?;
        store.note_image(name, size, Some(still)).await?;
        // Whoever gave it up meanwhile, having been used by nothing, has taken the file too.
        shelf.keep(name, bytes).await?;
        Ok(name)
    }

    /// Puts a picture before another one of the post, or behind all.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn move_picture(
        &self,
        id: PostId,
        picture: PostMediaId,
        before: Option<PostMediaId>,
    ) -> Answer<PostDraftView> {
        self.inner.store.move_post_picture(id, picture, before, self.inner.now()).await?;
        self.told(id).await
    }

    /// Says what is on a picture, for those who do not see it, typed over what the screen showed.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] when it is too long; [`ErrorCode::NotFound`]
    pub async fn describe_picture(
        &self,
        id: PostId,
        picture: PostMediaId,
        shown: &str,
        alt: &str,
    ) -> Answer<PostDraftView> {
        if let Some(why) = description_trouble(alt) {
            return Err(AppError::new(ErrorCode::BadInput, why));
        }
        self.inner.store.describe_post_picture(id, picture, shown.trim(), alt.trim(), self.inner.now()).await?;
        self.inner.edited();
        self.post_draft(id).await
    }

    /// Takes a picture off a post that is being written.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn remove_picture(&self, id: PostId, picture: PostMediaId) -> Answer<PostDraftView> {
        self.inner.store.remove_post_picture(id, picture, self.inner.now()).await?;
        self.told(id).await
    }

    /// Puts it back where it was.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn restore_picture(&self, id: PostId, picture: PostMediaId) -> Answer<PostDraftView> {
        self.inner.store.restore_post_picture(id, picture, self.inner.now()).await?;
        self.told(id).await
    }

    /// Publishes what is being written. With an account it is on the page as soon as the backend has it; without, here.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`] with what stands in the way; [`ErrorCode::NotFound`]
    pub async fn publish_post(&self, id: PostId) -> Answer<PostView> {
        let draft = self.inner.store.post_draft(id).await?;
        if let Some(why) = trouble(&draft.text, draft.pictures.len()) {
            return Err(AppError::new(ErrorCode::BadInput, why));
        }
        let by = self.inner.store.local_maker().await?;
        self.inner.store.publish_post(id, by, self.inner.now()).await?;
        self.inner.changed("posts");
        let (post, pictures) = (self.inner.store.post(id).await?, self.inner.store.pictures(id).await?);
        let records = self.records(pictures.iter()).await?;
        Ok(published(post, pictures, false, &records))
    }

    /// Deletes a published post. What is being written of it stays.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delete_post(&self, id: PostId) -> Answer<()> {
        self.inner.store.delete_post(id, self.inner.now()).await?;
        self.inner.changed("posts");
        Ok(())
    }

    /// Brings a deleted post back as it was.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it was not deleted on this computer in the last thirty days.
    pub async fn restore_post(&self, id: PostId) -> Answer<()> {
        let by = self.inner.store.local_maker().await?;
        self.inner.store.restore_post(id, by, self.inner.now()).await?;
        self.inner.changed("posts");
        Ok(())
    }

    /// Takes what is being written off the list. A published post stays as it is.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`]
    pub async fn delete_post_draft(&self, id: PostId) -> Answer<()> {
        self.inner.store.delete_post_draft(id, self.inner.now()).await?;
        self.inner.changed("posts");
        Ok(())
    }

    /// Brings it back.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] when it is not in the bin.
    pub async fn restore_post_draft(&self, id: PostId) -> Answer<()> {
        self.inner.store.restore_post_draft(id, self.inner.now()).await?;
        self.inner.changed("posts");
        Ok(())
    }

    /// The composer was left: a post that was begun and has nothing in it goes without a word.
    ///
    /// # Errors
    /// [`AppError`] when the disk refuses.
    pub async fn leave_post(&self, id: PostId) -> Answer<()> {
        match self.inner.store.post_draft(id).await {
            Ok(draft) if is_empty(&draft) => self.delete_post_draft(id).await,
            Ok(_) | Err(maker_store::StoreError::NotFound) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// Small ones of at most a hundred pictures, for showing them. What is not here is brought here before others.
    ///
    /// # Errors
    /// [`AppError`] when the database cannot be read.
    pub async fn picture_stills(&self, images: &[String]) -> Answer<Vec<PictureStill>> {
        let names: Vec<ImageName> = images.iter().take(MOST_STILLS).filter_map(|name| name.parse().ok()).collect();
        let mut stills = self.inner.store.image_stills(&names).await?;
        let mut absent = Vec::new();
        for name in names.iter().filter(|name| !stills.contains_key(name)).copied().collect::<Vec<_>>() {
            match self.inner.shelf.read(name).await? {
                Some(bytes) => {
                    // What another device took in and this one cannot show is tried once.
                    let still =
                        maker_media::look_at_picture(bytes).await.map(|picture| picture.still).unwrap_or_default();
                    self.inner.store.set_image_still(name, &still).await?;
                    stills.insert(name, still);
                }
                None => absent.push(name),
            }
        }
        if !absent.is_empty() {
            self.inner.store.want_images(&absent, self.inner.now()).await?;
        }
        let still = |name: &ImageName| stills.get(name).filter(|jpeg| !jpeg.is_empty()).map(|jpeg| data_url(jpeg));
        Ok(names.iter().map(|name| PictureStill { image: name.to_string(), still: still(name) }).collect())
    }

    async fn told(&self, id: PostId) -> Answer<PostDraftView> {
        self.inner.changed("posts");
        self.post_draft(id).await
    }

    async fn records<'a>(
        &self,
        pictures: impl Iterator<Item = &'a PostPicture>,
    ) -> Answer<BTreeMap<ImageName, ImageRecord>> {
        let names: Vec<ImageName> = pictures.filter_map(|picture| picture.image.parse().ok()).collect();
        Ok(self.inner.store.image_records(&names).await?)
    }
}

fn no_room() -> String {
    say!("app-no-room", most = MOST_OF_A_POST)
}

fn is_empty(draft: &PostDraft) -> bool {
    draft.text.trim().is_empty() && draft.pictures.is_empty() && !draft.published
}

fn published(
    post: TextPost,
    pictures: Vec<PostPicture>,
    changing: bool,
    records: &BTreeMap<ImageName, ImageRecord>,
) -> PostView {
    PostView {
        id: post.id,
        text: post.content,
        pictures: views(pictures, records),
        changing,
        created_at: post.created_at,
        updated_at: post.updated_at,
    }
}

fn view(draft: PostDraft, records: &BTreeMap<ImageName, ImageRecord>) -> PostDraftView {
    PostDraftView {
        id: draft.id,
        trouble: trouble(&draft.text, draft.pictures.len()),
        text: draft.text,
        pictures: views(draft.pictures, records),
        published: draft.published,
        updated_at: draft.updated_at,
    }
}

fn views(pictures: Vec<PostPicture>, records: &BTreeMap<ImageName, ImageRecord>) -> Vec<PictureView> {
    let view = |picture: PostPicture| {
        let trouble = picture_trouble(picture.image.parse().ok().and_then(|name| records.get(&name)));
        PictureView { id: picture.id, image: picture.image, alt: picture.alt.unwrap_or_default(), trouble }
    };
    pictures.into_iter().map(view).collect()
}

/// Why a picture is not to be seen, here or on the page; `None` when it is.
pub(crate) fn picture_trouble(record: Option<&ImageRecord>) -> Option<String> {
    match record {
        Some(ImageRecord { refused: Some(why), .. }) => Some(say!("app-picture-refused", why = why)),
        Some(ImageRecord { here: true, .. }) => None,
        _ => Some(say!("app-picture-elsewhere")),
    }
}

/// Now and at every later day: what has been in the bin for long, old versions, and pictures that nothing has shown for
/// as long, go.
pub(crate) async fn keep_tidy(studio: Weak<Inner>) {
    loop {
        let Some(inner) = studio.upgrade() else { return };
        if let Err(error) = tidy(&inner).await {
            tracing::warn!(%error, cause = ?error.cause, "old things could not be cleared away");
        }
        drop(inner);
        tokio::time::sleep(TIDY).await;
    }
}

async fn tidy(inner: &Arc<Inner>) -> Answer<()> {
    let now = inner.now();
    inner.store.empty_post_bin(now).await?;
    inner.store.empty_bin_of_drafts(now).await?;
    inner.store.forget_old_versions(now).await?;
    inner.store.forget_old_steps(now).await?;
    let there = inner.shelf.tidy(now).await?;
    for name in inner.store.sort_out_images(&there, now).await? {
        inner.shelf.remove(name).await?;
    }
    Ok(())
}
