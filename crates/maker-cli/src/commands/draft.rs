//! `draft`: adds videos as drafts.

use std::path::PathBuf;

use clap::Args;
use maker_app::{Answer, Studio};
use maker_words::say;

use super::calendar;
use crate::End;
use crate::args::Text;
use crate::output::{Output, named};

#[derive(Debug, Args)]
pub(crate) struct Draft {
    /// The videos
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    text: Text,
}

pub(crate) async fn run(studio: &Studio, output: Output, draft: &Draft) -> Answer<End> {
    let mut end = End::Done;
    let mut fields = draft.text.fields();
    fields.schedule = calendar::at(studio, draft.text.at.as_deref()).await?;
    for file in &draft.files {
        match studio.new_draft(file, &fields).await {
            Ok(added) => output.result(&added, || named(&added.title, &say!("cli-draft-added"))),
            Err(error) => end = output.refused(&error),
        }
    }
    Ok(end)
}
