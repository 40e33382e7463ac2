//! Whether the network is paid for by what is sent: NetworkManager's word on Linux. The other systems are not asked.

#[cfg(target_os = "linux")]
use std::time::Duration;

/// Longest that the answer is waited for: uploads do not stand still for a word.
#[cfg(target_os = "linux")]
const PATIENCE: Duration = Duration::from_millis(500);

/// `None` where nobody tells.
#[cfg(target_os = "linux")]
pub(crate) async fn is_metered() -> Option<bool> {
    match tokio::time::timeout(PATIENCE, network_manager()).await {
        Ok(Ok(told)) => meaning(told),
        Ok(Err(error)) => {
            tracing::debug!(%error, "nobody tells whether the network is metered");
            None
        }
        Err(_) => None,
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) async fn is_metered() -> Option<bool> {
    None
}

/// Its property `Metered` (`NMMetered`).
#[cfg(target_os = "linux")]
async fn network_manager() -> zbus::Result<u32> {
    use tokio::sync::OnceCell;
    use zbus::{Connection, zvariant::OwnedValue};

    const NAME: &str = "org.freedesktop.NetworkManager";
    static BUS: OnceCell<Connection> = OnceCell::const_new();

    let bus = BUS.get_or_try_init(Connection::system).await?;
    let asked = (NAME, "Metered");
    let path = "/org/freedesktop/NetworkManager";
    let answer = bus.call_method(Some(NAME), path, Some("org.freedesktop.DBus.Properties"), "Get", &asked).await?;
    let value: OwnedValue = answer.body().deserialize()?;
    Ok(u32::try_from(value)?)
}

/// A guess of NetworkManager's counts as its word. What it does not know is not metered.
#[cfg(target_os = "linux")]
const fn meaning(told: u32) -> Option<bool> {
    match told {
        1 | 3 => Some(true),
        _ => Some(false),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn t02_only_what_is_known_or_guessed_to_be_metered_is() {
        let (unknown, yes, no, guess_yes, guess_no) = (0, 1, 2, 3, 4);
        let told = [unknown, yes, no, guess_yes, guess_no].map(meaning);
        assert_eq!(told, [false, true, false, true, false].map(Some));
    }
}
