//! `profile`: what the maker's page says of them.

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
}

pub(crate) async fn run(studio: &Studio, output: Output, change: Profile) -> Answer<End> {
    let mut view = studio.profile().await?;
    if change.name.is_some() || change.bio.is_some() || change.country.is_some() {
        let mut fields = view.fields.clone();
        fields.name = change.name.unwrap_or(fields.name);
        fields.bio = change.bio.unwrap_or(fields.bio);
        if let Some(written) = change.country {
            fields.country = read_country(&written)?;
        }
        view = studio.save_profile(&view.fields, &fields).await?;
    }
    if let Some(trouble) = &view.trouble {
        tell(trouble);
    }
    let fields = &view.fields;
    let value = json!({ "name": fields.name, "bio": fields.bio, "country": fields.country, "page": view.address });
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
    let none = || AppError::new(ErrorCode::BadInput, say!("cli-no-country"));
    country::code(written).map(|code| Some(code.to_owned())).ok_or_else(none)
}
