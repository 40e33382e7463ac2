//! `maker-bench`: what the benchmarks in `scripts/bench/` need and a shell is too slow for.
//!
//! `sink` speaks just enough of YouTube's resumable upload for `maker publish` and `curl -T`, and discards every byte
//! unread, so that what is measured is the client and the line. It is no judge of right and wrong: that is the simulator.
//! `measure` runs a program and says what it cost; `load` and `listen` ask a backend much and long.

mod http;
mod line;
mod listen;
mod load;
mod measure;
mod sink;
mod youtube;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "A platform that discards what it is sent, and a meter around a program")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Takes uploads and discards them; prints its address as one JSON line and runs until it is killed
    Sink(sink::Options),
    /// Runs a program and appends what it cost to a file, as one JSON line
    Measure(measure::Options),
    /// Asks an address again and again and appends how that went to a file, as one JSON line
    Load(load::Options),
    /// Listens at a backend many times at once and appends what that costs it to a file, as one JSON line
    Listen(listen::Options),
}

fn main() -> anyhow::Result<ExitCode> {
    match Arguments::parse().command {
        Command::Sink(options) => sink::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Measure(options) => measure::run(&options),
        Command::Load(options) => load::run(&options).map(|()| ExitCode::SUCCESS),
        Command::Listen(options) => listen::run(&options).map(|()| ExitCode::SUCCESS),
    }
}
