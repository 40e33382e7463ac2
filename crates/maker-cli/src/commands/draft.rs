//! `draft`: adds videos as drafts.

use maker_app::{Answer, Studio};

use super::calendar;
use crate::End;
use crate::args::Draft;
use crate::output::Output;

pub(crate) async fn run(studio: &Studio, output: Output, draft: &Draft) -> Answer<End> {
    let mut end = End::Done;
    let mut fields = draft.text.fields();
    fields.schedule = calendar::at(studio, draft.text.at.as_deref()).await?;
    for file in &draft.files {
        match studio.new_draft(file, &fields).await {
            Ok(added) => output.result(&added, || format!("{}: draft added", added.title)),
            Err(error) => end = output.refused(&error),
        }
    }
    Ok(end)
}
