//! The program's log: one file a day in the data folder, a week of them. No secret is ever handed to it.

use std::path::Path;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::prelude::*;

/// Lines that may wait for the disk; what comes beyond is dropped. Room for all of them is made at the start: the library's
/// own 128,000 are 5 MB, which cost a command that is over in a moment some milliseconds.
const MOST_WAITING: usize = 8_192;

/// Keeps the log's writer going; whatever is still in memory is written when it is dropped.
pub struct LogGuard(
    #[expect(dead_code, reason = "held for its drop")] Option<tracing_appender::non_blocking::WorkerGuard>,
);

/// Starts logging into `<data dir>/logs`. `MAKER_STUDIO_LOG` sets the filter (default `info`). A second call, or a
/// folder that cannot be written, leaves the program without a log rather than without a window.
#[must_use]
pub fn start_logs(data_dir: &Path) -> LogGuard {
    let folder = data_dir.join("logs");
    if std::fs::create_dir_all(&folder).is_err() {
        return LogGuard(None);
    }
    let _ = crate::folder::restrict(data_dir, 0o700);
    let _ = crate::folder::restrict(&folder, 0o700);
    let Ok(file) = tracing_appender::rolling::Builder::new()
        .rotation(tracing_appender::rolling::Rotation::DAILY)
        .filename_prefix("studio")
        .filename_suffix("log")
        .max_log_files(7)
        .build(folder)
    else {
        return LogGuard(None);
    };
    let (writer, guard) =
        tracing_appender::non_blocking::NonBlockingBuilder::default().buffered_lines_limit(MOST_WAITING).finish(file);
    let filter = EnvFilter::try_from_env("MAKER_STUDIO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    // At trace level HTTP/2 frames are written with their paths, and an upload's path is a secret.
    let filter = match "h2=off".parse() {
        Ok(silent) => filter.add_directive(silent),
        Err(_) => filter,
    };
    let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(writer);
    let _ = tracing_subscriber::registry().with(filter).with(layer).try_init();
    LogGuard(Some(guard))
}
