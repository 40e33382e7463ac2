//! `services`: what the maker offers on their page.

use clap::{Args, Subcommand, ValueEnum};
use maker_app::views::ServiceView;
use maker_app::{Answer, AppError, ErrorCode, Studio};
use maker_domain::id::ServiceId;
use maker_domain::service::{ServiceFields, ServiceType, is_whole};
use maker_words::{say, spoken};
use serde_json::json;

use crate::End;
use crate::output::{Output, named, no_id, tell};

#[derive(Debug, Subcommand)]
pub(crate) enum Services {
    /// Add a service; it is on your page at once, unless --hidden
    New(Box<ServiceWords>),
    /// Change a service; what is not said stays
    Edit {
        /// The service's id, as `maker services` shows it
        service: String,
        #[command(flatten)]
        words: Box<ServiceWords>,
    },
    /// Show a service on your page
    Show {
        /// The service's id
        service: String,
    },
    /// Take a service off your page and keep it here
    Hide {
        /// The service's id
        service: String,
    },
    /// Make a second one, not on your page yet
    Duplicate {
        /// The service's id
        service: String,
    },
    /// Put a service before another one, or behind all
    Move {
        /// The service's id
        service: String,
        /// The other one's id
        #[arg(long, value_name = "SERVICE")]
        before: Option<String>,
    },
    /// Delete a service
    Delete {
        /// The service's id
        service: String,
    },
    /// Bring back a service that was deleted on this computer in the last thirty days
    Restore {
        /// The service's id
        service: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ServiceWords {
    /// What it is called
    #[arg(long)]
    title: Option<String>,
    /// What it is
    #[arg(long)]
    description: Option<String>,
    /// What it costs, such as 24.50
    #[arg(long, allow_negative_numbers = true)]
    price: Option<f64>,
    /// Its currency, such as EUR
    #[arg(long)]
    currency: Option<String>,
    /// What kind of work
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    kind: Option<Work>,
    /// Keep it off your page
    #[arg(long)]
    hidden: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Work {
    /// Delivery and transport
    #[value(alias = "DRIVER")]
    Driver,
    /// Sales and representation
    #[value(alias = "AGENT")]
    Agent,
    /// Craft and creative work
    #[value(alias = "ARTISAN")]
    Artisan,
}

pub(crate) async fn run(studio: &Studio, output: Output, command: Option<Services>) -> Answer<End> {
    match command {
        None => studio.services().await?.iter().for_each(|service| show(output, service)),
        Some(Services::New(words)) => show(output, &new(studio, *words).await?),
        Some(Services::Edit { service, words }) => {
            let before = studio.service(id(&service)?).await?;
            show(output, &studio.save_service(before.id, &before.fields, &put(before.fields.clone(), *words)).await?);
        }
        Some(Services::Show { service }) => show(output, &set_hidden(studio, &service, false).await?),
        Some(Services::Hide { service }) => show(output, &set_hidden(studio, &service, true).await?),
        Some(Services::Duplicate { service }) => show(output, &studio.duplicate_service(id(&service)?).await?),
        Some(Services::Move { service, before }) => {
            let before = before.as_deref().map(id).transpose()?;
            studio.move_service(id(&service)?, before).await?.iter().for_each(|service| show(output, service));
        }
        Some(Services::Delete { service }) => {
            let id = id(&service)?;
            studio.delete_service(id).await?;
            let back = || say!("cli-deleted", command = format!("`maker services restore {id}`"));
            output.result(&json!({ "deleted": id }), back);
        }
        Some(Services::Restore { service }) => {
            let id = id(&service)?;
            studio.restore_service(id).await?;
            output.result(&json!({ "restored": id }), || say!("cli-is-back"));
        }
    }
    Ok(End::Done)
}

async fn new(studio: &Studio, words: ServiceWords) -> Answer<ServiceView> {
    if words.title.as_ref().is_none_or(|title| title.trim().is_empty()) || words.price.is_none() {
        return Err(AppError::new(ErrorCode::BadInput, say!("cli-service-lacks")));
    }
    studio.add_service(&put(studio.next_service().await?, words)).await
}

async fn set_hidden(studio: &Studio, service: &str, hidden: bool) -> Answer<ServiceView> {
    let before = studio.service(id(service)?).await?;
    let fields = ServiceFields { hidden, ..before.fields.clone() };
    studio.save_service(before.id, &before.fields, &fields).await
}

fn put(mut fields: ServiceFields, words: ServiceWords) -> ServiceFields {
    fields.title = words.title.unwrap_or(fields.title);
    fields.description = words.description.or(fields.description);
    fields.price = words.price.unwrap_or(fields.price);
    fields.currency = words.currency.map_or(fields.currency, |code| code.trim().to_uppercase());
    fields.kind = words.kind.map_or(fields.kind, |work| match work {
        Work::Driver => ServiceType::Driver,
        Work::Agent => ServiceType::Agent,
        Work::Artisan => ServiceType::Artisan,
    });
    fields.hidden |= words.hidden;
    fields
}

fn show(output: Output, service: &ServiceView) {
    let fields = &service.fields;
    if let Some(missing) = &service.missing {
        tell(&named(&service.id.to_string(), &say!("cli-service-unfinished", missing = missing)));
    }
    let value = json!({
        "id": service.id,
        "title": fields.title,
        "description": fields.description,
        "price": fields.price,
        "currency": fields.currency,
        "type": fields.kind,
        "hidden": fields.hidden,
        "public": fields.is_public(),
    });
    output.result(&value, || {
        let price =
            if is_whole(&fields.currency) { format!("{:.0}", fields.price) } else { format!("{:.2}", fields.price) };
        let price = price.replace('.', &spoken().decimals().to_string());
        let off = if fields.is_public() { String::new() } else { format!("  {}", say!("cli-service-off")) };
        format!("{}  {}  {price} {}{off}", service.id, fields.title, fields.currency)
    });
}

fn id(text: &str) -> Answer<ServiceId> {
    ServiceId::parse(text).ok_or_else(|| no_id("service"))
}
