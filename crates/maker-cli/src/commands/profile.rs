//! `profile`: what the maker's page says of them.

use std::path::PathBuf;

use clap::Args;
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::country;
use maker_words::say;
use serde_json::json;

use crate::End;
use crate::output::{Output, tell};

#[derive(Debug, Args)]
pub(crate) struct Profile {
    /// What visitors call you
    #[arg(long)]
    name: Option<String>,
    /// About you
    #[arg(long)]
    bio: Option<String>,
    /// Where you work from, by name or by its two letters; "" for none
    #[arg(long)]
    country: Option<String>,
    /// Your picture, beside your name: a JPEG, PNG or WebP
    #[arg(long, value_name = "FILE", conflicts_with = "no_picture")]
    picture: Option<PathBuf>,
    /// Take your picture off your page
    #[arg(long)]
    no_picture: bool,
}

pub(crate) async fn run(studio: &Studio, output: Output, change: Profile) -> Answer<End> {
    let country = change.country.as_deref().map(read_country).transpose()?;
    let mut view = match &change.picture {
        Some(file) => studio.set_profile_picture(file).await?,
        None => studio.profile().await?,
    };
    let mut fields = view.fields.clone();
    fields.name = change.name.unwrap_or(fields.name);
    fields.bio = change.bio.unwrap_or(fields.bio);
    fields.country = country.unwrap_or(fields.country);
    fields.picture = fields.picture.filter(|_| !change.no_picture);
    if fields != view.fields {
        view = studio.save_profile(&view.fields, &fields).await?;
    }
    for trouble in [&view.trouble, &view.picture_trouble].into_iter().flatten() {
        tell(trouble);
    }
    let fields = &view.fields;
    let value = json!({ "name": fields.name, "bio": fields.bio, "country": fields.country, "picture": fields.picture,
                        "page": view.address });
    output.result(&value, || {
        let place = fields.country.as_deref().map(|code| country::name(code).unwrap_or(code));
        let picture = fields.picture.as_ref().map(|_| say!("cli-profile-picture"));
        let lines =
            [Some(fields.name.as_str()), place, Some(fields.bio.as_str()), picture.as_deref(), view.address.as_deref()];
        lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    });
    Ok(End::Done)
}

fn read_country(written: &str) -> Answer<Option<String>> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    let none = || AppError::new(ErrorCode::BadInput, say!("cli-no-country"));
    country::code(written).map(|code| Some(code.to_owned())).ok_or_else(none)
}
