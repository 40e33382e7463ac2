//! Runs a program and reads what the system counted of it (Linux: proc(5)). The counters are read while it is a zombie:
//! after its last byte, and before anybody has asked for its end.

use std::fs::{OpenOptions, read_to_string};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::Context;
use serde_json::{Value, json};

/// How closely the program is watched. Its highest memory is only known while it runs.
const LOOK: Duration = Duration::from_millis(3);

/// Clock ticks in a second (Linux: USER_HZ, 100 on every architecture we build for).
const TICKS: f64 = 100.0;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Append the figures to this file
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// A word that goes with the figures
    #[arg(long)]
    who: String,
    /// Instead of waiting for its end: let it settle this long, then measure for --for-seconds and stop it
    #[arg(long, default_value_t = 0, requires = "for_seconds")]
    settle_seconds: u64,
    /// How long to measure a program that does not end
    #[arg(long)]
    for_seconds: Option<u64>,
    /// The program and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

pub(crate) fn run(options: &Options) -> anyhow::Result<ExitCode> {
    let (program, arguments) = options.command.split_first().context("no program was named")?;
    let began_us = now_us();
    let began = Instant::now();
    let child = Command::new(program).args(arguments).stdin(Stdio::null()).spawn().with_context(|| program.clone())?;
    let (figures, code) = match options.for_seconds {
        Some(seconds) => (while_it_runs(child, options.settle_seconds, seconds)?, ExitCode::SUCCESS),
        None => until_it_ends(child, began)?,
    };
    let mut line = figures;
    line["who"] = json!(options.who);
    line["began_us"] = json!(began_us);
    let mut file = OpenOptions::new().create(true).append(true).open(&options.to)?;
    writeln!(file, "{line}")?;
    Ok(code)
}

fn until_it_ends(mut child: Child, began: Instant) -> anyhow::Result<(Value, ExitCode)> {
    let id = child.id();
    let mut peak_kib = 0;
    let wall = loop {
        peak_kib = peak_kib.max(peak_memory_kib(id));
        if is_zombie(id) {
            break began.elapsed();
        }
        std::thread::sleep(LOOK);
    };
    let (cpu_s, written) = (cpu_seconds(id), written_bytes(id));
    let status = child.wait()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from);
    Ok((json!({"wall": wall.as_secs_f64(), "cpu": cpu_s, "peak_kib": peak_kib, "write_bytes": written}), code))
}

fn while_it_runs(mut child: Child, settle: u64, seconds: u64) -> anyhow::Result<Value> {
    let id = child.id();
    std::thread::sleep(Duration::from_secs(settle));
    let before = cpu_seconds(id);
    let began = Instant::now();
    std::thread::sleep(Duration::from_secs(seconds));
    let (after, wall) = (cpu_seconds(id), began.elapsed().as_secs_f64());
    let ended = child.try_wait()?;
    anyhow::ensure!(ended.is_none(), "it ended before it was measured: {ended:?}");
    child.kill()?;
    child.wait()?;
    Ok(json!({"wall": wall, "cpu": after - before, "cpu_percent": (after - before) / wall * 100.0}))
}

fn is_zombie(id: u32) -> bool {
    fields_of_stat(id).first().is_none_or(|state| state == "Z")
}

/// User and system time of all of its threads.
fn cpu_seconds(id: u32) -> f64 {
    let fields = fields_of_stat(id);
    let ticks = |nth: usize| fields.get(nth).and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
    (ticks(11) + ticks(12)) / TICKS
}

/// The fields after the name, which may itself hold spaces.
fn fields_of_stat(id: u32) -> Vec<String> {
    let text = read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let after_name = text.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
    after_name.split_whitespace().map(str::to_owned).collect()
}

fn peak_memory_kib(id: u32) -> u64 {
    number_in(&format!("/proc/{id}/status"), "VmHWM:")
}

fn written_bytes(id: u32) -> u64 {
    number_in(&format!("/proc/{id}/io"), "write_bytes:")
}

/// The number in a line of a file of proc(5), 0 without one.
pub(crate) fn number_in(file: &str, name: &str) -> u64 {
    let text = read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[expect(clippy::disallowed_methods, reason = "the moment is compared with what other processes wrote down")]
fn now_us() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(script: &str) -> Value {
        let child = Command::new("sh").args(["-c", script]).spawn().unwrap();
        until_it_ends(child, Instant::now()).unwrap().0
    }

    #[test]
    fn what_a_program_burns_and_writes_is_counted_to_its_end() {
        let folder = std::env::temp_dir().join(format!("maker-bench-{}", std::process::id()));
        let script = format!("dd if=/dev/zero of={0} bs=1M count=8 2>/dev/null; rm {0}", folder.display());
        let busy = measured("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done");
        assert!(busy["cpu"].as_f64() > Some(0.02), "{busy}");
        assert!(busy["peak_kib"].as_u64() > Some(100), "{busy}");
        let wrote = measured(&format!("exec sh -c '{script}'"));
        assert!(wrote["wall"].as_f64() > Some(0.0), "{wrote}");
    }
}
