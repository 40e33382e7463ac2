//! `profile`: what the maker's page says of them.

use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::country;
use serde_json::json;

use crate::End;
use crate::args::Profile;
use crate::output::{Output, say};

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
        say(trouble);
    }
    let fields = &view.fields;
    let value = json!({ "name": fields.name, "bio": fields.bio, "country": fields.country, "picture": fields.picture,
                        "page": view.address });
    output.result(&value, || {
        let place = fields.country.as_deref().map(|code| country::name(code).unwrap_or(code));
        let lines = [Some(fields.name.as_str()), place, Some(fields.bio.as_str()), view.address.as_deref()];
        lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    });
    Ok(End::Done)
}

fn read_country(written: &str) -> Answer<Option<String>> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    let none =
        || AppError::new(ErrorCode::BadInput, "There is no such country. Write its name, or its letters such as GH.");
    country::code(written).map(|code| Some(code.to_owned())).ok_or_else(none)
}
