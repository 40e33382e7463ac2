//! A dock that listens on the session bus, as Plasma's, Ubuntu's and Plank do.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use futures_util::StreamExt;
use zbus::zvariant::OwnedValue;
use zbus::{MatchRule, MessageStream};

use crate::session::Session;

/// What stands at a program's icon.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OnDock {
    /// The program's desktop entry.
    pub program: String,
    /// The bar, 0 to 1.
    pub progress: Option<f64>,
    /// The badge.
    pub count: Option<i64>,
}

/// The dock. Listens until it is dropped.
pub struct Dock {
    seen: Arc<Mutex<Vec<OnDock>>>,
    listening: tokio::task::JoinHandle<()>,
}

impl Dock {
    /// Listens in this session from now on.
    ///
    /// # Panics
    /// When the bus does not answer.
    pub async fn listen(session: &Session) -> Self {
        let bus = session.bus().await;
        let rule = MatchRule::builder()
            .msg_type(zbus::message::Type::Signal)
            .interface("com.canonical.Unity.LauncherEntry")
            .and_then(|rule| rule.member("Update"))
            .expect("names of D-Bus")
            .build();
        let mut updates = MessageStream::for_match_rule(rule, &bus, None).await.expect("the bus lets us listen");
        let seen: Arc<Mutex<Vec<OnDock>>> = Arc::default();
        let all = Arc::clone(&seen);
        let listening = tokio::spawn(async move {
            while let Some(Ok(update)) = updates.next().await {
                let body = update.body();
                let (program, entry): (String, HashMap<String, OwnedValue>) =
                    body.deserialize().expect("an address and its properties");
                let is = |name: &str| entry.get(name).and_then(|v| bool::try_from(v).ok()).unwrap_or_default();
                let progress = entry.get("progress").and_then(|v| f64::try_from(v).ok());
                let count = entry.get("count").and_then(|v| i64::try_from(v).ok());
                all.lock().expect("no test has failed in here").push(OnDock {
                    program,
                    progress: progress.filter(|_| is("progress-visible")),
                    count: count.filter(|_| is("count-visible")),
                });
            }
        });
        Self { seen, listening }
    }

    /// Everything that has stood there, in its order.
    ///
    /// # Panics
    /// Never, unless the dock has.
    #[must_use]
    pub fn seen(&self) -> Vec<OnDock> {
        self.seen.lock().expect("no test has failed in here").clone()
    }

    /// What stands there now.
    #[must_use]
    pub fn now(&self) -> OnDock {
        self.seen().pop().unwrap_or_default()
    }
}

impl Drop for Dock {
    fn drop(&mut self) {
        self.listening.abort();
    }
}
