//! The command line's words: the commands, and what several of them take. What one command takes stands beside what it does.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use maker_app::{Answer, AppError, ErrorCode};
use maker_domain::draft::DraftFields;
use maker_domain::{Platform, VideoType};
use maker_words::say;

use crate::commands::account::Account;
use crate::commands::activity::Activity;
use crate::commands::data::RowsOf;
use crate::commands::draft::Draft;
use crate::commands::drafts::{Deleted, Drafts};
use crate::commands::library::Library;
use crate::commands::links::Links;
use crate::commands::posts::Posts;
use crate::commands::presets::Presets;
use crate::commands::profile::Profile;
use crate::commands::publish::Publish;
use crate::commands::services::Services;
use crate::commands::snippets::Snippets;
use crate::commands::sync::Sync;
use crate::commands::uploads::Uploads;

/// Publish videos from your own disk to YouTube and TikTok.
#[derive(Debug, Parser)]
#[command(
    name = "maker",
    version,
    after_help = "Exit codes: 0 done, 2 bad input, 3 needs you, 4 not yet known, 1 anything else."
)]
pub(crate) struct Arguments {
    /// Print results as JSON, one value per line
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Folder with the database and logs
    #[arg(long, global = true, env = "MAKER_STUDIO_DATA_DIR", value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Configuration file
    #[arg(long, global = true, env = "MAKER_STUDIO_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Sign in to a platform in the browser
    Connect {
        #[arg(value_parser = platform)]
        platform: Platform,
        /// Print the address instead of opening a browser
        #[arg(long)]
        no_browser: bool,
        /// Also ask for the rights that captions and playlists need
        #[arg(long)]
        extras: bool,
    },
    /// Give the rights back and forget the sign-in
    Disconnect {
        #[arg(value_parser = platform)]
        platform: Platform,
    },
    /// List the platforms and how they are connected
    Connections,
    /// Publish videos and wait until they are live
    Publish(Box<Publish>),
    /// Add videos as drafts, to be finished in the window
    Draft(Box<Draft>),
    /// List drafts of videos, see what one said before, restore it
    Drafts {
        #[command(subcommand)]
        command: Option<Drafts>,
    },
    /// List what was deleted in the last thirty days, bring it back
    Deleted {
        #[command(subcommand)]
        command: Option<Deleted>,
    },
    /// List what is on its way
    Queue,
    /// Work on everything in the queue until it rests
    Resume {
        #[command(flatten)]
        wait: Wait,
    },
    /// Stop an upload for now
    Pause {
        /// The delivery's id, as `maker queue` shows it
        delivery: String,
    },
    /// Give an upload up
    Cancel {
        /// The delivery's id, as `maker queue` shows it
        delivery: String,
    },
    /// Give a draft, or a delivery that has not begun, another time
    Reschedule {
        /// The delivery's or draft's id, as `maker calendar` shows it
        id: String,
        /// The time, such as "2026-12-01 18:00" or "2026-12-01 18:00 Europe/Paris"
        #[arg(long, value_name = "TIME", required_unless_present = "now", conflicts_with = "now")]
        at: Option<String>,
        /// A delivery goes now; a draft has no time any more
        #[arg(long)]
        now: bool,
    },
    /// List what goes out in the next days
    Calendar {
        /// How many days, 1 to 90
        #[arg(long, default_value_t = 31, value_parser = clap::value_parser!(u16).range(1..=90))]
        days: u16,
    },
    /// Let a stopped delivery go on with the next `maker resume` or open window
    Retry {
        /// The delivery's id, as `maker queue` shows it
        delivery: String,
    },
    /// Put a waiting delivery before (or, with --down, after) its neighbour
    Move {
        /// The delivery's id, as `maker queue` shows it
        delivery: String,
        /// After the one below instead of before the one above
        #[arg(long)]
        down: bool,
    },
    /// Try a thumbnail, captions or a playlist again
    RetryStep {
        /// The step's id, as `maker queue --json` shows it
        step: String,
    },
    /// Show the receipt of a delivery: what went where, from which file, when
    Receipt {
        /// The delivery's id, as `maker queue` shows it
        delivery: String,
    },
    /// Show or change how uploads behave on this computer
    Uploads(Uploads),
    /// List published videos
    Videos {
        /// Ask the platforms for their views and likes first
        #[arg(long)]
        refresh: bool,
    },
    /// Look through everything you have published or are writing, use it again, take it out
    Library(Box<Library>),
    /// Look through what your connections were used for
    Activity(Activity),
    /// List the posts of your page, write one, delete one
    Posts {
        #[command(subcommand)]
        command: Option<Posts>,
    },
    /// Show what your page says of you, or change it
    Profile(Profile),
    /// List what you offer on your page, add to it, change it
    Services {
        #[command(subcommand)]
        command: Option<Services>,
    },
    /// List the links of your page, add one, change one
    Links {
        #[command(subcommand)]
        command: Option<Links>,
    },
    /// List what you write again and again, add to it, change it
    Snippets {
        #[command(subcommand)]
        command: Option<Snippets>,
    },
    /// List your named sets of settings, keep a draft's, put one on drafts
    Presets {
        #[command(subcommand)]
        command: Option<Presets>,
    },
    /// Sign up, in or out of the backend, and see your devices
    #[command(subcommand)]
    Account(Account),
    /// See how your devices are kept in step, and settle what was edited on two of them
    #[command(subcommand)]
    Sync(Sync),
    /// Write everything you have to a new folder of open files
    Export {
        /// The folder; it must not be there yet
        folder: PathBuf,
    },
    /// Take an export into an empty data folder, or services and drafts out of a table
    Import {
        /// The folder that an export made, or a CSV or JSON file
        from: PathBuf,
        /// What the rows of the file are
        #[arg(long, value_enum)]
        kind: Option<RowsOf>,
        /// Only say what is in the file
        #[arg(long, requires = "kind")]
        check: bool,
    },
    /// Write the database and the pictures of your posts to one file, while everything goes on
    Backup {
        /// The file; one of that name is replaced
        file: PathBuf,
    },
    /// Put a backup in the place of the database, which is kept beside it
    Restore {
        /// The file that `maker backup` wrote
        file: PathBuf,
    },
    /// Look at everything publishing depends on
    Doctor {
        /// As one text, to be sent to whoever helps; it holds no secret
        #[arg(long)]
        report: bool,
    },
}

#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Wait {
    /// Stop waiting after this many seconds; what is unfinished goes on with `maker resume` or the window
    #[arg(long = "wait", value_name = "SECONDS")]
    pub(crate) seconds: Option<u64>,
}

#[derive(Debug, Args)]
pub(crate) struct Text {
    /// Platforms, such as youtube,tiktok
    #[arg(long, value_delimiter = ',', value_parser = platform, value_name = "PLATFORMS")]
    pub(crate) to: Vec<Platform>,
    /// Title shared by all platforms
    #[arg(long, default_value = "")]
    pub(crate) title: String,
    /// Description shared by all platforms
    #[arg(long, default_value = "")]
    pub(crate) description: String,
    /// Tags, separated by commas
    #[arg(long, value_delimiter = ',')]
    pub(crate) tags: Vec<String>,
    /// When it goes out, such as "2026-12-01 18:00" or "2026-12-01 18:00 Europe/Paris"; now when left out
    #[arg(long, value_name = "TIME")]
    pub(crate) at: Option<String>,
    /// Kind of video; by its shape and length when left out
    #[arg(long = "type", value_parser = video_type, value_name = "SHORT|LONG|DEMO")]
    pub(crate) video_type: Option<VideoType>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum YesNo {
    #[value(alias = "true")]
    Yes,
    #[value(alias = "false")]
    No,
}

impl YesNo {
    pub(crate) const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }
}

impl Arguments {
    pub(crate) fn data_dir(&self) -> Answer<PathBuf> {
        self.data_dir
            .clone()
            .or_else(maker_app::default_data_dir)
            .ok_or_else(|| AppError::new(ErrorCode::BadInput, say!("cli-no-data-folder")))
    }
}

impl Text {
    /// The fields of a draft with this text.
    pub(crate) fn fields(&self) -> DraftFields {
        DraftFields {
            title: self.title.clone(),
            description: self.description.clone(),
            tags: self.tags.iter().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect(),
            video_type: self.video_type,
            targets: self.to.iter().copied().collect(),
            ..DraftFields::default()
        }
    }
}

pub(crate) fn platform(text: &str) -> Result<Platform, String> {
    Platform::parse(text.trim()).ok_or_else(|| "the platforms are youtube and tiktok".to_owned())
}

pub(crate) fn video_type(text: &str) -> Result<VideoType, String> {
    VideoType::parse(text).ok_or_else(|| "the types are SHORT, LONG and DEMO".to_owned())
}
