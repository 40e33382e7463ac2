//! A desktop's notification server on the session bus (Desktop Notifications Specification 1.2), which remembers what it is
//! given and can be clicked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use zbus::Connection;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;

use crate::session::Session;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// A notice as the desktop got it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Who sent it.
    pub program: String,
    /// In bold.
    pub title: String,
    /// Below.
    pub text: String,
    /// A click on it is told to the program.
    pub can_be_clicked: bool,
    /// It asks for a sound.
    pub sounds: bool,
    /// It hangs on the desktop.
    pub is_open: bool,
}

/// The server. Gone when dropped.
pub struct Notices {
    shown: Arc<Mutex<Vec<Shown>>>,
    bus: Connection,
}

struct Server(Arc<Mutex<Vec<Shown>>>);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    #[allow(clippy::too_many_arguments, reason = "the specification's")]
    fn notify(
        &self,
        app_name: String,
        _replaces_id: u32,
        _app_icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _expire_timeout: i32,
    ) -> u32 {
        let mut shown = self.0.lock().expect("no test has failed in here");
        shown.push(Shown {
            program: app_name,
            title: summary,
            text: body,
            can_be_clicked: actions.iter().any(|action| action == "default"),
            sounds: hints.contains_key("sound-name") || hints.contains_key("sound-file"),
            is_open: true,
        });
        u32::try_from(shown.len()).expect("few")
    }

    async fn close_notification(&self, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>, id: u32) {
        self.close(&emitter, id, 3).await;
    }

    fn get_capabilities(&self) -> Vec<String> {
        ["actions", "body", "body-markup"].map(str::to_owned).into()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ("harness".into(), "Maker Studio".into(), "1".into(), "1.2".into())
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action_key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}

impl Server {
    async fn close(&self, emitter: &SignalEmitter<'_>, id: u32, reason: u32) {
        if let Some(shown) = self.0.lock().expect("no test has failed in here").get_mut(id as usize - 1) {
            shown.is_open = false;
        }
        Self::notification_closed(emitter, id, reason).await.expect("the bus takes signals");
    }
}

impl Notices {
    /// Serves in this session from now on.
    ///
    /// # Panics
    /// When another server does.
    pub async fn serve(session: &Session) -> Self {
        let (shown, bus) = (Arc::default(), session.bus().await);
        bus.object_server().at(PATH, Server(Arc::clone(&shown))).await.expect("nothing is there");
        bus.request_name(NAME).await.expect("nobody else shows notices");
        Self { shown, bus }
    }

    /// Everything that was shown, in its order.
    ///
    /// # Panics
    /// Never, unless the server has.
    #[must_use]
    pub fn shown(&self) -> Vec<Shown> {
        self.shown.lock().expect("no test has failed in here").clone()
    }

    /// Clicks the notice at `place` in [`Notices::shown`], which then goes away.
    ///
    /// # Panics
    /// When the bus does not take it.
    pub async fn click(&self, place: usize) {
        let id = u32::try_from(place + 1).expect("few");
        let server = self.bus.object_server().interface::<_, Server>(PATH).await.expect("it serves");
        let emitter = server.signal_emitter();
        Server::action_invoked(emitter, id, "default").await.expect("the bus takes signals");
        server.get().await.close(emitter, id, 2).await;
    }
}
