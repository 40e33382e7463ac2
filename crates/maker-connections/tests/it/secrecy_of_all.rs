//! A whole session, with everything logged: no secret is in the log, in an error, in a file or on a command line.

use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use maker_connections::Return;
use maker_domain::{Clock, Platform};
use serde_json::json;
use url::Url;

use crate::session::{home, sessions};
use crate::stage::{Mode, Stage, browse, data_dir, stored};

sessions! {
    Unlocked: async fn f42_f43_f44_nothing_secret_is_left_behind_by_a_whole_session() {
        let log = Log::default();
        let writer = log.clone();
        tracing_subscriber::fmt()
            .with_max_level(tracing::Level::TRACE)
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .init();
        let stage = Stage::set(Mode::Relay);
        let mut secrets = Vec::new();
        let mut said = String::new();
        for platform in Platform::ALL {
            let pending = stage.sign_ins.begin(platform, Return::DeepLink).await.unwrap();
            let link = browse(&pending, "simulator_answer=allow").await.unwrap();
            for (name, value) in Url::parse(&link).unwrap().query_pairs() {
                if name == "code" || name == "state" {
                    secrets.push(value.into_owned());
                }
            }
            stage.sign_ins.finish_by_link(&link, stage.clock.now()).unwrap();
            let grant = stage.sign_ins.wait(pending.id).await.unwrap();
            said.push_str(&format!("{pending:?} {grant:?}"));
            let connection = maker_domain::id::ConnectionId::make();
            stage.keeper.adopt(connection, grant.tokens).await.unwrap();
            let mut remember = || {
                let set = stored(connection);
                secrets.extend(["access_token", "refresh_token"].map(|name| set[name].as_str().unwrap().to_owned()));
            };
            remember();
            stage.clock.advance(chrono::TimeDelta::days(1));
            said.push_str(&format!("{:?}", stage.keeper.access_token(connection, platform).await.unwrap()));
            remember();
            stage.order(json!({"kind": "refuse_refresh"})).await;
            stage.clock.advance(chrono::TimeDelta::days(1));
            let error = stage.keeper.access_token(connection, platform).await.unwrap_err();
            said.push_str(&format!("{error} {error:?} {:?}", error.reason()));
        }
        let log = log.text();
        for crate_name in ["maker_connections", "hyper"] {
            assert!(log.contains(crate_name), "the log was taken");
        }
        assert_eq!(secrets.len(), 12);
        for secret in &secrets {
            let escaped: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            for form in [secret, &escaped] {
                assert!(!log.contains(form), "{form} is in the log");
                assert!(!said.contains(form), "{form} is in a printed value");
                assert!(!files_hold(&home(), form), "{form} is in a file");
            }
        }
    }

    Unlocked: async fn f45_lock_files_are_the_makers_own_also_under_an_open_umask() {
        use std::os::unix::fs::PermissionsExt;
        let stage = Stage::set(Mode::Own);
        let connection = stage.connect(Platform::Youtube).await;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let locks = data_dir().join("locks");
        assert_eq!((mode(&data_dir()), mode(&locks)), (0o700, 0o700));
        assert_eq!(mode(&locks.join(format!("refresh-{connection}.lock"))), 0o600);
        // The open umask is what makes this mean something.
        std::fs::write(home().join("open"), "").unwrap();
        assert_eq!(mode(&home().join("open")), 0o666);
    }
}

/// Whether any file below `folder`, the keyring's own among them, has `text` in it.
pub(crate) fn files_hold(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            return files_hold(&entry.path(), text);
        }
        let bytes = if kind.is_file() { std::fs::read(entry.path()).unwrap() } else { Vec::new() };
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
