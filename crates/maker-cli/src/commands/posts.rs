//! `posts`: the posts of the maker's own page.

use std::path::PathBuf;

use clap::Subcommand;
use maker_app::views::{PictureView, PostView};
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::id::PostId;
use maker_domain::text_post::trouble;
use maker_words::say;
use serde_json::{Value, json};

use crate::End;
use crate::output::{Output, named, no_id, tell};

#[derive(Debug, Subcommand)]
pub(crate) enum Posts {
    /// Write a post and publish it
    New {
        /// The text
        #[arg(long)]
        text: String,
        /// A picture: JPEG, PNG or WebP of up to 10 MB; several in their order
        #[arg(long = "image", value_name = "FILE")]
        images: Vec<PathBuf>,
        /// What is on a picture, for those who do not see it: one for each, in the same order, "" for none
        #[arg(long = "alt", value_name = "TEXT")]
        alts: Vec<String>,
    },
    /// Delete a post
    Delete {
        /// The post's id, as `maker posts` shows it
        post: String,
    },
    /// Bring back a post that was deleted on this computer in the last thirty days
    Restore {
        /// The post's id
        post: String,
    },
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Option<Posts>) -> Answer<End> {
    match command {
        None => list(studio, output).await,
        Some(Posts::New { text, images, alts }) => new(studio, output, &text, &images, &alts).await,
        Some(Posts::Delete { post }) => {
            let id = id(&post)?;
            studio.delete_post(id).await?;
            output.result(&json!({ "deleted": id }), || {
                say!("cli-deleted", command = format!("`maker posts restore {id}`"))
            });
            Ok(End::Done)
        }
        Some(Posts::Restore { post }) => {
            let id = id(&post)?;
            studio.restore_post(id).await?;
            output.result(&json!({ "restored": id }), || say!("cli-is-back"));
            Ok(End::Done)
        }
    }
}

async fn list(studio: &Studio, output: Output) -> Answer<End> {
    let all = studio.posts().await?;
    for post in &all.posts {
        show(output, post);
    }
    let unfinished = all.drafts.len();
    if unfinished > 0 {
        tell(&say!("cli-posts-unfinished", count = unfinished));
    }
    Ok(End::Done)
}

async fn new(studio: &Studio, output: Output, text: &str, images: &[PathBuf], alts: &[String]) -> Answer<End> {
    if !alts.is_empty() && alts.len() != images.len() {
        let message = say!("cli-posts-alts", pictures = images.len(), descriptions = alts.len());
        return Err(AppError::new(ErrorCode::BadInput, message));
    }
    if let Some(why) = trouble(text, images.len()) {
        return Err(AppError::new(ErrorCode::BadInput, why));
    }
    let id = studio.begin_post().await?.id;
    match write(studio, id, text, images, alts).await {
        Ok(post) => {
            show(output, &post);
            Ok(End::Done)
        }
        Err(error) => {
            // All of it or nothing: what a script gave is with the script.
            studio.delete_post_draft(id).await?;
            Err(error)
        }
    }
}

async fn write(studio: &Studio, id: PostId, text: &str, images: &[PathBuf], alts: &[String]) -> Answer<PostView> {
    studio.save_post(id, "", text).await?;
    let added = studio.add_pictures(id, images).await?;
    if let Some(file) = added.refused.first() {
        return Err(AppError::new(ErrorCode::BadInput, named(&file.name, &file.message)));
    }
    for (picture, alt) in added.draft.pictures.iter().zip(alts) {
        studio.describe_picture(id, picture.id, "", alt).await?;
    }
    studio.publish_post(id).await
}

fn show(output: Output, post: &PostView) {
    let picture = |picture: &PictureView| -> Value {
        json!({ "image": picture.image, "alt": picture.alt, "trouble": picture.trouble })
    };
    let value = json!({
        "id": post.id,
        "text": post.text,
        "pictures": post.pictures.iter().map(picture).collect::<Vec<_>>(),
        "created_at": post.created_at,
        "updated_at": post.updated_at,
    });
    output.result(&value, || {
        let first = post.text.lines().next().unwrap_or_default();
        let pictures = match post.pictures.len() {
            0 => String::new(),
            count => format!("  {}", say!("cli-pictures", count = count)),
        };
        format!("{}  {}  {first}{pictures}", post.id, post.created_at.format("%Y-%m-%d %H:%M UTC"))
    });
}

fn id(text: &str) -> Answer<PostId> {
    PostId::parse(text).ok_or_else(|| no_id("post"))
}
