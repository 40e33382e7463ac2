//! `maker`: what a maker can do, without a window. The same use cases, data folder and engine as the app.
//!
//! Results go to stdout (JSON lines with `--json`), progress and messages to stderr. Exit codes: 0 done, 2 bad input,
//! 3 needs the maker, 4 not yet known, 1 anything else.

mod args;
mod commands;
mod output;
mod progress;

use std::process::ExitCode;

use clap::Parser;
use maker_app::{Answer, Face, Options, Studio};

use crate::args::{Arguments, Command};
use crate::output::Output;

/// How a command ended, as an exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Done,
    Other,
    BadInput,
    NeedsMaker,
    NotYetKnown,
}

impl End {
    const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Other => 1,
            Self::BadInput => 2,
            Self::NeedsMaker => 3,
            Self::NotYetKnown => 4,
        }
    }
}

// One thread beside this one: what an upload takes is a reader of its own and a sender, which a second worker would only
// hand back and forth.
#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> ExitCode {
    maker_app::speak_as_system();
    let arguments = Arguments::parse();
    let output = Output { json: arguments.json };
    let end = match run(arguments, output).await {
        Ok(end) => end,
        Err(error) => output.refused(&error),
    };
    ExitCode::from(end.code())
}

async fn run(arguments: Arguments, output: Output) -> Answer<End> {
    let data_dir = arguments.data_dir()?;
    let _log = maker_app::start_logs(&data_dir);
    let config = arguments.config.clone().or_else(|| Some(data_dir.join("config.toml")));
    let restored = match &arguments.command {
        // Before anything is opened: the database may be the very thing that is broken.
        Command::Restore { file } => {
            Some(Studio::restore(&data_dir, file, &commands::data::until_interrupted()).await?)
        }
        _ => None,
    };
    let studio = Studio::open(Options { data_dir, config, face: Face::CommandLine }).await?;
    studio.speak().await;
    let end = match arguments.command {
        Command::Connect { platform, no_browser, extras } => {
            commands::connect::connect(&studio, output, platform, no_browser, extras).await
        }
        Command::Disconnect { platform } => commands::connect::disconnect(&studio, output, platform).await,
        Command::Connections => commands::connect::list(&studio, output).await,
        Command::Publish(publish) => commands::publish::run(&studio, output, &publish).await,
        Command::Draft(draft) => commands::draft::run(&studio, output, &draft).await,
        Command::Drafts { command } => commands::drafts::run(&studio, output, command).await,
        Command::Deleted { command } => commands::drafts::deleted(&studio, output, command).await,
        Command::Queue => commands::queue::list(&studio, output).await,
        Command::Resume { wait } => commands::queue::resume(&studio, output, wait).await,
        Command::Pause { delivery } => commands::queue::act(&studio, &delivery, commands::queue::Wish::Pause).await,
        Command::Cancel { delivery } => commands::queue::act(&studio, &delivery, commands::queue::Wish::Cancel).await,
        Command::Retry { delivery } => commands::queue::act(&studio, &delivery, commands::queue::Wish::GoOn).await,
        Command::Reschedule { id, at, now: _ } => commands::calendar::reschedule(&studio, &id, at.as_deref()).await,
        Command::Calendar { days } => commands::calendar::list(&studio, output, days).await,
        Command::Move { delivery, down } => {
            let wish = if down { commands::queue::Wish::Down } else { commands::queue::Wish::Up };
            commands::queue::act(&studio, &delivery, wish).await
        }
        Command::RetryStep { step } => commands::queue::retry_step(&studio, &step).await,
        Command::Receipt { delivery } => commands::receipt::show(&studio, output, &delivery).await,
        Command::Uploads(change) => commands::uploads::run(&studio, output, &change).await,
        Command::Videos { refresh } => commands::videos::list(&studio, output, refresh).await,
        Command::Library(library) => commands::library::run(&studio, output, *library).await,
        Command::Posts { command } => commands::posts::run(&studio, output, command).await,
        Command::Profile(change) => commands::profile::run(&studio, output, change).await,
        Command::Services { command } => commands::services::run(&studio, output, command).await,
        Command::Links { command } => commands::links::run(&studio, output, command).await,
        Command::Snippets { command } => commands::snippets::run(&studio, output, command).await,
        Command::Presets { command } => commands::presets::run(&studio, output, command).await,
        Command::Account(command) => commands::account::run(&studio, output, command).await,
        Command::Sync(command) => commands::sync::run(&studio, output, command).await,
        Command::Export { folder } => commands::data::export(&studio, output, &folder).await,
        Command::Import { from, kind, check } => commands::data::import(&studio, output, &from, kind, check).await,
        Command::Backup { file } => commands::data::back_up(&studio, output, &file).await,
        Command::Restore { .. } => commands::data::restored(&studio, output, restored).await,
        Command::Activity(activity) => commands::activity::run(&studio, output, activity).await,
        Command::Doctor { report } => commands::doctor::run(&studio, output, report).await,
    };
    studio.close().await;
    end
}
