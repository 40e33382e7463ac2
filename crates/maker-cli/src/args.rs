//! The command line's words.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use maker_app::{Answer, AppError, ErrorCode};
use maker_domain::draft::{DraftFields, YoutubePrivacy};
use maker_domain::library::{EntryKind, EntryState};
use maker_domain::schedule::Rhythm;
use maker_domain::{Platform, VideoType};

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

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum RowsOf {
    /// Services of your page
    Services,
    /// Drafts of videos
    Drafts,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    /// Make an account; everything on this computer goes up
    SignUp {
        #[command(flatten)]
        who: Who,
        /// Your name, as members of the same workspace see it
        #[arg(long)]
        name: String,
    },
    /// Sign in; what is on this computer joins your workspace
    SignIn {
        #[command(flatten)]
        who: Who,
    },
    /// Sign this computer out; everything stays here
    SignOut,
    /// List the account's devices
    Devices {
        /// Sign this device out instead
        #[arg(long, value_name = "DEVICE")]
        sign_out: Option<String>,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Library {
    #[command(subcommand)]
    pub(crate) command: Option<LibraryAct>,
    /// Words that have to be in it; the last letters of each may be missing
    #[arg(value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// Only videos, posts or drafts
    #[arg(long, value_parser = entry_kind, value_name = "video|post|draft")]
    pub(crate) kind: Option<EntryKind>,
    /// Only what is, or is to go, on this platform
    #[arg(long, value_parser = platform)]
    pub(crate) platform: Option<Platform>,
    /// Only videos of this type
    #[arg(long = "type", value_parser = video_type, value_name = "SHORT|LONG|DEMO")]
    pub(crate) video_type: Option<VideoType>,
    /// Only what stands so
    #[arg(long, value_parser = entry_state, value_name = "published|on-its-way|needs-you|draft")]
    pub(crate) state: Option<EntryState>,
    /// From this day on, such as 2026-01-31, in your time zone
    #[arg(long, value_name = "DAY")]
    pub(crate) from: Option<NaiveDate>,
    /// Up to this day
    #[arg(long, value_name = "DAY")]
    pub(crate) to: Option<NaiveDate>,
    /// The order
    #[arg(long, value_enum, default_value = "newest")]
    pub(crate) sort: Sort,
    /// So many at most
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    pub(crate) limit: usize,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LibraryAct {
    /// Show everything that is known about an entry
    Show {
        /// The entry's id, as `maker library` shows it
        entry: String,
    },
    /// Make a new draft of an old video, or a new post of an old one
    Again {
        /// The entry's id
        entry: String,
    },
    /// Take entries out of the library; what is on a platform stays there
    Remove {
        /// The entries' ids
        #[arg(required = true)]
        entries: Vec<String>,
    },
    /// Bring back what was taken out on this computer in the last thirty days
    Restore {
        /// The entries' ids
        #[arg(required = true)]
        entries: Vec<String>,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Sort {
    /// The latest first
    Newest,
    /// The oldest first
    Oldest,
    /// By title
    Title,
    /// The most viewed first
    MostViewed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Drafts {
    /// List what a draft said before, newest first, or what restoring one version would do
    Versions {
        /// The draft's id, as `maker drafts` shows it; a post that is being written has its post's id
        draft: String,
        /// One version's id: compares it with what the draft says now
        version: Option<String>,
    },
    /// Make a draft say again what it said
    Restore {
        /// The draft's id
        draft: String,
        /// The version's id, as `maker drafts versions` shows it
        version: String,
    },
    /// Delete a draft
    Delete {
        /// The draft's id
        draft: String,
    },
    /// Give drafts times one after another, in the order in which they are named
    Times {
        /// The drafts' ids
        #[arg(required = true)]
        drafts: Vec<String>,
        /// When the first one goes out, such as "2026-12-01 18:00"
        #[arg(long, value_name = "TIME")]
        from: String,
        /// How far apart: 2d for two days, 6h for six hours, slots for your own times
        #[arg(long, default_value = "1d", value_parser = rhythm, value_name = "2d|6h|slots")]
        every: Rhythm,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Deleted {
    /// Bring one of them back
    Restore {
        /// Its id, as `maker deleted` shows it
        id: String,
    },
}

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

#[derive(Debug, Args)]
pub(crate) struct Profile {
    /// What visitors call you
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// About you
    #[arg(long)]
    pub(crate) bio: Option<String>,
    /// Where you work from, by name or by its two letters; "" for none
    #[arg(long)]
    pub(crate) country: Option<String>,
    /// Your picture, beside your name: a JPEG, PNG or WebP
    #[arg(long, value_name = "FILE", conflicts_with = "no_picture")]
    pub(crate) picture: Option<PathBuf>,
    /// Take your picture off your page
    #[arg(long)]
    pub(crate) no_picture: bool,
}

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
    pub(crate) title: Option<String>,
    /// What it is
    #[arg(long)]
    pub(crate) description: Option<String>,
    /// What it costs, such as 24.50
    #[arg(long, allow_negative_numbers = true)]
    pub(crate) price: Option<f64>,
    /// Its currency, such as EUR
    #[arg(long)]
    pub(crate) currency: Option<String>,
    /// What kind of work
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    pub(crate) kind: Option<Work>,
    /// Keep it off your page
    #[arg(long)]
    pub(crate) hidden: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Work {
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

#[derive(Debug, Subcommand)]
pub(crate) enum Links {
    /// Add a link; it is called by the place that it leads to
    Add {
        /// The address
        address: String,
        /// What to call it instead
        #[arg(long)]
        name: Option<String>,
    },
    /// Change a link; what is not said stays
    Edit {
        /// The link's id, as `maker links` shows it
        link: String,
        /// The address
        #[arg(long)]
        address: Option<String>,
        /// What to call it
        #[arg(long)]
        name: Option<String>,
    },
    /// Put a link before another one, or behind all
    Move {
        /// The link's id
        link: String,
        /// The other one's id
        #[arg(long, value_name = "LINK")]
        before: Option<String>,
    },
    /// Delete a link
    Delete {
        /// The link's id
        link: String,
    },
    /// Bring back a link that was deleted on this computer in the last thirty days
    Restore {
        /// The link's id
        link: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Snippets {
    /// Add a text, or a list of tags
    New {
        /// What it is found by
        #[arg(long)]
        name: String,
        /// The text
        #[arg(long, required_unless_present = "tags", conflicts_with = "tags")]
        text: Option<String>,
        /// The tags, with commas between them
        #[arg(long, value_delimiter = ',', value_name = "TAG,TAG")]
        tags: Vec<String>,
    },
    /// Change a snippet; what is not said stays
    Edit {
        /// The snippet's id, as `maker snippets` shows it
        snippet: String,
        /// What it is found by
        #[arg(long)]
        name: Option<String>,
        /// The text
        #[arg(long, conflicts_with = "tags")]
        text: Option<String>,
        /// The tags, with commas between them
        #[arg(long, value_delimiter = ',', value_name = "TAG,TAG")]
        tags: Vec<String>,
    },
    /// Put a snippet before another one, or behind all
    Move {
        /// The snippet's id
        snippet: String,
        /// The other one's id
        #[arg(long, value_name = "SNIPPET")]
        before: Option<String>,
    },
    /// Delete a snippet
    Delete {
        /// The snippet's id
        snippet: String,
    },
    /// Bring back a snippet that was deleted in the last thirty days
    Restore {
        /// The snippet's id
        snippet: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Presets {
    /// Keep what of a draft's settings may be kept; what TikTok asks for each post is not
    Save {
        /// The draft's id, as `maker drafts` shows it
        draft: String,
        /// What to call it
        #[arg(long)]
        name: String,
    },
    /// Put a preset on drafts; their texts, tags and times stay
    Apply {
        /// The preset's name or id
        preset: String,
        /// The drafts' ids
        #[arg(required = true)]
        drafts: Vec<String>,
    },
    /// Let new drafts begin with a preset, or with none
    Default {
        /// The preset's name or id
        preset: Option<String>,
    },
    /// Give a preset another name
    Rename {
        /// The preset's name or id
        preset: String,
        /// The new name
        name: String,
    },
    /// Delete a preset; drafts stay as they are
    Delete {
        /// The preset's name or id
        preset: String,
    },
    /// Bring back a preset that was deleted in the last thirty days
    Restore {
        /// The preset's id
        preset: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Who {
    /// The account's address; the password is read from standard input
    pub(crate) email: String,
    /// The backend's address, where the configuration file names none
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) backend: Option<String>,
    /// What to call this computer
    #[arg(long, value_name = "NAME")]
    pub(crate) device_name: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Sync {
    /// Say how it stands
    Status {
        /// List the edits that are only on this computer
        #[arg(long)]
        edits: bool,
    },
    /// Bring everything there and back now
    Now,
    /// List what was edited on two devices
    Conflicts,
    /// Settle what was edited on two devices
    Resolve {
        /// The table, as `maker sync conflicts` shows it
        table: String,
        /// The row
        row: String,
        /// The kept version
        version: String,
        /// What to do with it
        how: Settle,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Settle {
    /// Show it from here on
    Use,
    /// Keep both, as two drafts
    Both,
    /// Leave what is shown
    Dismiss,
}

#[derive(Debug, Args)]
pub(crate) struct Publish {
    /// The videos
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) text: Text,
    #[command(flatten)]
    pub(crate) answers: Answers,
    /// I agree to TikTok's Music Usage Confirmation (and its Branded Content Policy, with --branded-content)
    #[arg(long)]
    pub(crate) yes_tiktok_terms: bool,
    #[command(flatten)]
    pub(crate) wait: Wait,
}

#[derive(Debug, Args)]
pub(crate) struct Uploads {
    /// Files uploaded at the same time, 1 to 8
    #[arg(long, value_name = "COUNT")]
    pub(crate) files_at_once: Option<u8>,
    /// The most that all uploads together send, in kilobytes per second; 0 takes the limit away
    #[arg(long, value_name = "KB")]
    pub(crate) limit_kb_s: Option<u64>,
    /// Keep the computer awake while uploading
    #[arg(long, value_name = "yes|no")]
    pub(crate) keep_awake: Option<YesNo>,
    /// Wait while the network is metered, where the system tells
    #[arg(long, value_name = "yes|no")]
    pub(crate) wait_on_metered: Option<YesNo>,
}

#[derive(Debug, Args)]
pub(crate) struct Draft {
    /// The videos
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) text: Text,
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

#[derive(Debug, Args)]
pub(crate) struct Answers {
    /// Who may watch
    #[arg(long)]
    pub(crate) privacy: Option<Privacy>,
    /// Who may watch on TikTok, where it differs: one of the levels TikTok offers, such as SELF_ONLY
    #[arg(long, value_name = "LEVEL")]
    pub(crate) tiktok_privacy: Option<String>,
    /// Whether the video is made for kids
    #[arg(long, value_name = "yes|no")]
    pub(crate) made_for_kids: Option<YesNo>,
    /// Whether it shows realistic altered or AI-made content
    #[arg(long, value_name = "yes|no")]
    pub(crate) ai_made: Option<YesNo>,
    /// TikTok: others may comment
    #[arg(long)]
    pub(crate) allow_comment: bool,
    /// TikTok: others may duet
    #[arg(long)]
    pub(crate) allow_duet: bool,
    /// TikTok: others may stitch
    #[arg(long)]
    pub(crate) allow_stitch: bool,
    /// TikTok: the video promotes your own business
    #[arg(long)]
    pub(crate) your_brand: bool,
    /// TikTok: the video is a paid partnership
    #[arg(long)]
    pub(crate) branded_content: bool,
    /// TikTok: send to your inbox, to be finished in the TikTok app
    #[arg(long)]
    pub(crate) to_inbox: bool,
    /// TikTok: the moment of the film that is its cover, in seconds
    #[arg(long, value_name = "SECONDS")]
    pub(crate) cover_at: Option<f64>,
    /// YouTube: do not tell subscribers
    #[arg(long)]
    pub(crate) quiet: bool,
    /// YouTube: a JPEG or PNG as the thumbnail
    #[arg(long, value_name = "FILE")]
    pub(crate) thumbnail: Option<PathBuf>,
    /// YouTube: captions, with their language where the file's name does not say it, such as chair.srt:fr
    #[arg(long, value_name = "FILE[:LANGUAGE]")]
    pub(crate) captions: Vec<String>,
    /// YouTube: put the video into the playlist of this title; one that is not there is made, as private
    #[arg(long, value_name = "TITLE")]
    pub(crate) playlist: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Activity {
    /// Words that have to be in it: a title, an account, a use, a right, an outcome
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Vec<String>,
    /// Uses of the connection to youtube or tiktok
    #[arg(long, value_parser = platform)]
    pub(crate) platform: Option<Platform>,
    /// From this day on, such as 2026-11-01
    #[arg(long, value_name = "DAY")]
    pub(crate) since: Option<NaiveDate>,
    /// Only what went wrong
    #[arg(long)]
    pub(crate) trouble: bool,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "COUNT")]
    pub(crate) limit: usize,
    /// Look whether every entry is as it was written and none is missing
    #[arg(long, conflicts_with_all = ["search", "platform", "since", "trouble", "limit"])]
    pub(crate) verify: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Privacy {
    Public,
    Unlisted,
    Private,
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
        self.data_dir.clone().or_else(maker_app::default_data_dir).ok_or_else(|| {
            AppError::new(ErrorCode::BadInput, "This system names no folder for data. Say which with --data-dir.")
        })
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

impl Answers {
    /// Writes the answers into a draft's fields. What was not said stays unanswered.
    pub(crate) fn put(&self, fields: &mut DraftFields) {
        fields.youtube.privacy = self.privacy.map(|p| match p {
            Privacy::Public => YoutubePrivacy::Public,
            Privacy::Unlisted => YoutubePrivacy::Unlisted,
            Privacy::Private => YoutubePrivacy::Private,
        });
        fields.youtube.made_for_kids = self.made_for_kids.map(YesNo::is_yes);
        fields.youtube.synthetic = self.ai_made.map(YesNo::is_yes);
        fields.youtube.quiet = self.quiet;
        let tiktok = &mut fields.tiktok;
        // TikTok knows no unlisted video: that has to be said in its own words.
        tiktok.privacy = self.tiktok_privacy.clone().or(match self.privacy {
            Some(Privacy::Public) => Some("PUBLIC_TO_EVERYONE".to_owned()),
            Some(Privacy::Private) => Some("SELF_ONLY".to_owned()),
            Some(Privacy::Unlisted) | None => None,
        });
        tiktok.ai_generated = self.ai_made.map(YesNo::is_yes);
        tiktok.allow_comment = self.allow_comment;
        tiktok.allow_duet = self.allow_duet;
        tiktok.allow_stitch = self.allow_stitch;
        tiktok.commercial = self.your_brand || self.branded_content;
        tiktok.your_brand = self.your_brand;
        tiktok.branded_content = self.branded_content;
        tiktok.to_inbox = self.to_inbox;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "what is out of range becomes its end"
        )]
        let millis = |seconds: f64| (seconds.max(0.0) * 1_000.0).round() as u32;
        tiktok.cover_at_ms = self.cover_at.map(millis);
    }
}

/// The flag that answers a finding, for the message.
pub(crate) fn flag_for(field: maker_domain::check::Field, platform: Option<Platform>) -> Option<&'static str> {
    use maker_domain::check::Field as F;
    match field {
        F::Targets => Some("--to youtube,tiktok"),
        F::Title => Some("--title TEXT"),
        F::Privacy if platform == Some(Platform::Tiktok) => Some("--privacy public|private or --tiktok-privacy LEVEL"),
        F::Privacy => Some("--privacy public|unlisted|private"),
        F::Audience => Some("--made-for-kids yes|no"),
        F::AiMade => Some("--ai-made yes|no"),
        F::Disclosure => Some("--your-brand, --branded-content or neither"),
        F::Connection => Some("maker connect PLATFORM"),
        F::Description | F::Caption => Some("--description TEXT"),
        F::Tags => Some("--tags a,b"),
        F::Thumbnail => Some("--thumbnail FILE"),
        F::Captions => Some("--captions FILE:LANGUAGE, after maker connect youtube --extras"),
        F::Playlist => Some("--playlist TITLE, after maker connect youtube --extras"),
        F::Schedule => Some("--at \"2026-12-01 18:00\", or without it"),
        F::File => None,
    }
}

fn platform(text: &str) -> Result<Platform, String> {
    Platform::parse(text.trim()).ok_or_else(|| "the platforms are youtube and tiktok".to_owned())
}

fn rhythm(text: &str) -> Result<Rhythm, String> {
    let text = text.trim().to_lowercase();
    let count = |unit: char| text.strip_suffix(unit)?.parse::<u16>().ok().filter(|count| *count > 0);
    if text == "slots" {
        return Ok(Rhythm::Slots);
    }
    let days = count('d').filter(|count| *count <= 366).map(|count| Rhythm::Days { count });
    let hours = || count('h').filter(|count| *count <= 720).map(|count| Rhythm::Hours { count });
    days.or_else(hours).ok_or_else(|| "write it as 2d, 6h or slots".to_owned())
}

fn entry_kind(text: &str) -> Result<EntryKind, String> {
    EntryKind::parse(text).ok_or_else(|| "the kinds are video, post and draft".to_owned())
}

fn entry_state(text: &str) -> Result<EntryState, String> {
    EntryState::parse(&text.replace('-', "_"))
        .ok_or_else(|| "the states are published, on-its-way, needs-you and draft".to_owned())
}

fn video_type(text: &str) -> Result<VideoType, String> {
    VideoType::parse(text).ok_or_else(|| "the types are SHORT, LONG and DEMO".to_owned())
}
