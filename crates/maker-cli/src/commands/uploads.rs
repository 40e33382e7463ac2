//! `uploads`: how many at once, how fast, and whether the computer stays awake.

use clap::Args;
use maker_app::{Answer, Studio};
use maker_words::{One, say};

use crate::End;
use crate::args::YesNo;
use crate::output::Output;

#[derive(Debug, Args)]
pub(crate) struct Uploads {
    /// Files uploaded at the same time, 1 to 8
    #[arg(long, value_name = "COUNT")]
    files_at_once: Option<u8>,
    /// The most that all uploads together send, in kilobytes per second; 0 takes the limit away
    #[arg(long, value_name = "KB")]
    limit_kb_s: Option<u64>,
    /// Keep the computer awake while uploading
    #[arg(long, value_name = "yes|no")]
    keep_awake: Option<YesNo>,
    /// Wait while the network is metered, where the system tells
    #[arg(long, value_name = "yes|no")]
    wait_on_metered: Option<YesNo>,
}

pub(crate) async fn run(studio: &Studio, output: Output, change: &Uploads) -> Answer<End> {
    let mut settings = studio.upload_settings().await?;
    let before = settings.clone();
    if let Some(files) = change.files_at_once {
        settings.files_at_once = files;
    }
    if let Some(kilobytes) = change.limit_kb_s {
        settings.cap_bytes_s = Some(kilobytes.saturating_mul(1_000)).filter(|cap| *cap > 0);
    }
    if let Some(awake) = change.keep_awake {
        settings.keep_awake = YesNo::is_yes(awake);
    }
    if let Some(waits) = change.wait_on_metered {
        settings.wait_on_metered = YesNo::is_yes(waits);
    }
    if settings != before {
        settings = studio.save_upload_settings(&settings).await?;
    }
    output.result(&settings, || {
        say!(
            "cli-uploads",
            files = settings.files_at_once,
            limit = One(if settings.cap_bytes_s.is_some() { "some" } else { "none" }),
            kilobytes = settings.cap_bytes_s.unwrap_or_default() / 1_000,
            parts = One(if settings.hours.is_empty() { "none" } else { "some" }),
            hours = settings.hours.len(),
            awake = One(if settings.keep_awake { "yes" } else { "no" }),
            metered = One(if settings.wait_on_metered { "waits" } else { "sends" }),
        )
    });
    Ok(End::Done)
}
