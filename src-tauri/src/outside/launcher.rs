//! The dock of a Linux desktop: Plasma's, Ubuntu's, Dash to Dock, Plank. They all listen to the signal that Unity's launcher
//! has listened to first.

use std::collections::HashMap;

use maker_app::views::DockView;
use tokio::sync::OnceCell;
use zbus::Connection;
use zbus::zvariant::Value;

const PATH: &str = "/app/makerstudio/launcher";
const INTERFACE: &str = "com.canonical.Unity.LauncherEntry";

/// One for as long as the program runs: docks forget what they were told by who has left the bus.
static BUS: OnceCell<Connection> = OnceCell::const_new();

/// Tells every dock what to show at the icon of `name`.desktop.
pub(super) async fn show(name: &str, dock: DockView) -> zbus::Result<()> {
    let bus = BUS.get_or_try_init(Connection::session).await?;
    let entry: HashMap<&str, Value<'_>> = HashMap::from([
        ("progress", Value::from(f64::from(dock.percent.unwrap_or_default()) / 100.0)),
        ("progress-visible", Value::from(dock.percent.is_some())),
        ("count", Value::from(i64::from(dock.needs_you))),
        ("count-visible", Value::from(dock.needs_you > 0)),
    ]);
    let update = (format!("application://{name}.desktop"), entry);
    bus.emit_signal(None::<&str>, PATH, INTERFACE, "Update", &update).await
}
