//! The database of an older backend is brought forward in one command: everything it held is served by sync or kept beside
//! with the reason, the dry run changes nothing, and whoever is killed goes on.

mod kills;
mod refused;
mod served;
mod world;

use std::collections::BTreeMap;
use std::process::{Command, Output};

use serde_json::Value;

use self::world::Older;

pub(crate) fn migrate(older: &Older) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_maker-server"));
    command.arg("migrate").env("MAKER_SERVER_DATABASE", &older.database.url).env("RUST_LOG", "info");
    command
}

pub(crate) fn done(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", err(&output));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The counts of a report, and its lines about rows without their order.
pub(crate) fn told(json: &str) -> (BTreeMap<String, u64>, Vec<String>) {
    let lines: Vec<Value> = json.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let counts = lines.iter().filter(|line| line["what"] == "count");
    let counts = counts.map(|line| (line["of"].as_str().unwrap().to_owned(), line["n"].as_u64().unwrap())).collect();
    let of_rows =
        lines.iter().filter(|line| ["account", "workspace", "kept"].contains(&line["what"].as_str().unwrap()));
    let mut of_rows: Vec<_> = of_rows.map(Value::to_string).collect();
    of_rows.sort();
    (counts, of_rows)
}
