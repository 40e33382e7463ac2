//! What the engine promises, in this process against the pretend platforms as another: real files, a real database, a
//! line that breaks in every way a line can. One video per platform, whatever happens.

#![expect(clippy::unwrap_used, reason = "a helper of a test may end it")]

mod bench;
mod broken_lines;
mod clocks;
mod files;
mod full_disk;
mod lies;
mod limits;
mod line;
mod offline;
mod progress;
mod restored;
mod schedule;
mod sessions;
mod steps;
mod stops;
mod together;
mod unclear;
