//! The window in its world: a screen, a stand-in for the browser, the desktop's own URL handler and file dialog.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use crate::display::Display;
use crate::programs::{Program, binary};
use crate::wait::eventually;
use crate::webdriver::Window;
use crate::world::{World, browse};

/// Longest that anything on the desktop may take in a test.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where a window is, in pixels of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// From the left.
    pub x: i32,
    /// From above.
    pub y: i32,
    /// Without a frame.
    pub width: i32,
    /// Without a frame.
    pub height: i32,
}

/// A screen with, at times, the window on it.
pub struct Desktop<'a> {
    world: &'a World,
    display: Display,
}

impl<'a> Desktop<'a> {
    /// A screen of 1600 x 1000. What the program hands to the browser is noted instead of shown.
    #[must_use]
    pub fn of(world: &'a World) -> Self {
        let folder = world.path("bin");
        std::fs::create_dir_all(&folder).expect("the home can be written");
        let browser = folder.join("xdg-open");
        std::fs::write(&browser, format!("#!/bin/sh\necho \"$1\" >> '{}'\n", world.path("opened").display()))
            .expect("the home can be written");
        std::fs::set_permissions(&browser, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it is ours");
        Self { world, display: Display::start(1600, 1000) }
    }

    /// Opens the program's window.
    pub async fn open(&self) -> Window {
        Window::open(self.with_screen(self.world.command_of(Path::new("WebKitWebDriver"))), &binary("maker-studio"))
            .await
    }

    /// The program's window without a driver: as a maker starts it.
    #[must_use]
    pub fn start_plain(&self) -> tokio::process::Child {
        let mut command = self.with_screen(self.world.command("maker-studio"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
    }

    /// Waits until no window of this world is left: one that is just closing would take the next start for its own.
    pub async fn closed(&self) {
        eventually("the program has ended", PATIENCE, async || self.processes().is_empty().then_some(())).await;
    }

    /// Kills the program as `kill -9` does, however it was started.
    ///
    /// # Panics
    /// When it is not there.
    pub fn kill(&self) {
        let running = self.processes();
        assert!(!running.is_empty(), "there is nothing to kill");
        for process in running {
            // One that has ended by itself meanwhile is as good.
            let _ = std::process::Command::new("kill").args(["-9", &process]).status();
        }
    }

    /// When the running program was started, in milliseconds since 1970, as exactly as the system counts: hundredths of
    /// a second.
    ///
    /// # Panics
    /// When none runs.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "what is measured is the wall's time")]
    pub fn started_at_ms(&self) -> f64 {
        let processes = self.processes();
        let process = processes.first().expect("the program runs");
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("it runs");
        let (_, after_name) = stat.rsplit_once(')').expect("the name stands in brackets");
        let ticks: f64 = after_name.split_whitespace().nth(19).and_then(|n| n.parse().ok()).expect("the 22nd field");
        let uptime = std::fs::read_to_string("/proc/uptime").expect("Linux tells since when it runs");
        let up: f64 = uptime.split_whitespace().next().and_then(|n| n.parse().ok()).expect("seconds");
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("the clock is set");
        (now.as_secs_f64() - up + ticks / 100.0) * 1_000.0
    }

    /// The numbers of this world's running programs.
    fn processes(&self) -> Vec<String> {
        let (program, world) = (binary("maker-studio"), self.world.data_dir().display().to_string());
        let processes = std::fs::read_dir("/proc").expect("Linux tells of its processes").flatten();
        let ours = |process: &Path| {
            std::fs::read_link(process.join("exe")).is_ok_and(|exe| exe == program)
                && std::fs::read(process.join("environ"))
                    .is_ok_and(|environ| String::from_utf8_lossy(&environ).contains(&world))
        };
        let ours = processes.filter(|process| ours(&process.path()));
        ours.map(|process| process.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Waits for the program to hand an address that begins with `start` to the browser, and forgets it.
    pub async fn opened(&self, start: &str) -> String {
        let notes = self.world.path("opened");
        eventually("the browser is asked", PATIENCE, async || {
            let text = std::fs::read_to_string(&notes).unwrap_or_default();
            let address = text.lines().find(|l| l.starts_with(start))?.to_owned();
            std::fs::write(&notes, "").expect("the home can be written");
            Some(address)
        })
        .await
    }

    /// Goes to `address` as the browser would, answers the consent page with `answer`, and gives the deep link of the
    /// page at the end.
    pub async fn consent(&self, address: &str, answer: &str) -> String {
        let page = browse(&format!("{address}&{answer}")).await;
        let from = page.find("app.makerstudio://").unwrap_or_else(|| panic!("no deep link in {page}"));
        let link: String = page[from..].chars().take_while(|c| !matches!(c, '"' | '\'' | '<' | ' ')).collect();
        link.replace("&amp;", "&")
    }

    /// Opens a link as the desktop does: by the handler registered for its scheme.
    ///
    /// # Panics
    /// When the desktop knows no handler.
    pub async fn follow(&self, link: &str) {
        let mut gio = self.with_screen(self.world.command_of(Path::new("gio")));
        let output = gio.args(["open", link]).stdin(Stdio::null()).output().await;
        let output = output.expect("gio does not start: install the package libglib2.0-bin");
        assert!(output.status.success(), "gio open: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Chooses `file` in the native file dialog titled `title`, by the keyboard.
    pub async fn choose_in_dialog(&self, title: &str, file: &Path) {
        let dialog = eventually("the file dialog opens", PATIENCE, async || {
            self.xdotool(&["search", "--onlyvisible", "--name", title]).await
        })
        .await;
        let dialog = dialog.lines().last().unwrap_or_default().to_owned();
        eventually("the file dialog takes the path", PATIENCE, async || {
            // A slash opens the dialog's line for a path. A dialog that is still being drawn loses keys: then once more.
            self.xdotool(&["windowfocus", "--sync", &dialog]).await;
            self.xdotool(&["key", "ctrl+l"]).await;
            self.xdotool(&["key", "ctrl+a"]).await;
            self.xdotool(&["type", "--delay", "12", &file.display().to_string()]).await;
            self.xdotool(&["key", "Return"]).await;
            for _ in 0..20 {
                tokio::time::sleep(Duration::from_millis(100)).await;
                if self.xdotool(&["search", "--onlyvisible", "--name", title]).await.is_none() {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Takes hold of `files` in another program's window, at the screen's right edge, by pressing the mouse's button.
    pub async fn drag(&self, files: &[&Path]) -> Program {
        let mut command = self.with_screen(self.world.command("drag-source"));
        command.args(files);
        let source = Program::start(command).await;
        let window = eventually("the other program's window is there", PATIENCE, async || {
            self.xdotool(&["search", "--onlyvisible", "--name", "Drag source"]).await
        })
        .await;
        for step in
            [&["windowmove", "--sync", &window, "1400", "100"][..], &["mousemove", "1460", "160"], &["mousedown", "1"]]
        {
            self.xdotool(step).await;
        }
        source
    }

    /// Puts another program to the front, as a maker does who works on something else meanwhile. Without a window manager
    /// it is the screen itself that says who has the keys.
    pub async fn turn_away(&self) -> Program {
        let other = Program::start(self.with_screen(self.world.command("drag-source"))).await;
        self.turn_to("Drag source").await;
        other
    }

    /// Puts the window called `name` to the front.
    pub async fn turn_to(&self, name: &str) {
        eventually(&format!("{name} takes the keys"), PATIENCE, async || {
            let window = self.window(name).await?;
            self.xdotool(&["windowfocus", "--sync", &window]).await
        })
        .await;
    }

    /// Which window takes the keys, by its title; `None` when none of them does.
    pub async fn in_front(&self) -> Option<String> {
        self.xdotool(&["getwindowfocus", "getwindowname"]).await
    }

    /// Closes the window called `name` as a window manager does when its cross is pressed (ICCCM 4.2.8.1), and waits until
    /// the program has ended.
    ///
    /// # Panics
    /// When the screen does not take it.
    #[cfg(target_os = "linux")]
    pub async fn close(&self, name: &str) {
        use x11rb::connection::Connection;
        use x11rb::protocol::xproto::{ClientMessageEvent, ConnectionExt, EventMask};

        let window = eventually(&format!("{name} is on the screen"), PATIENCE, async || {
            self.window(name).await?.parse::<u32>().ok()
        })
        .await;
        let (screen, _) = x11rb::connect(Some(&self.display.name)).expect("the screen is there");
        let atom = |name: &str| {
            let asked = screen.intern_atom(false, name.as_bytes()).expect("the screen takes requests");
            asked.reply().expect("the screen answers").atom
        };
        let delete = [atom("WM_DELETE_WINDOW"), 0, 0, 0, 0];
        let message = ClientMessageEvent::new(32, window, atom("WM_PROTOCOLS"), delete);
        screen.send_event(false, window, EventMask::NO_EVENT, message).expect("the screen takes requests");
        screen.flush().expect("the screen takes requests");
        self.closed().await;
    }

    /// Where the window called `name` is, and how large.
    pub async fn geometry(&self, name: &str) -> Geometry {
        eventually(&format!("{name} is on the screen"), PATIENCE, async || {
            let window = self.window(name).await?;
            let told = self.xdotool(&["getwindowgeometry", "--shell", &window]).await?;
            let number = |key: &str| told.lines().find_map(|line| line.strip_prefix(key))?.parse().ok();
            Some(Geometry { x: number("X=")?, y: number("Y=")?, width: number("WIDTH=")?, height: number("HEIGHT=")? })
        })
        .await
    }

    /// What the screen calls the visible window with this title.
    async fn window(&self, name: &str) -> Option<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", &format!("^{name}$")]).await?;
        found.lines().last().map(str::to_owned)
    }

    /// Moves the pointer over to a place on the screen in steps, as a hand does.
    pub async fn carry_to(&self, (x, y): (i32, i32)) {
        for step in 1..=20 {
            let (x, y) = (1460 + (x - 1460) * step / 20, 160 + (y - 160) * step / 20);
            self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]).await;
        }
    }

    /// Lets the mouse's button go.
    pub async fn let_go(&self) {
        self.xdotool(&["mouseup", "1"]).await;
    }

    /// Takes a picture of the screen's upper left part, where a window is without a window manager.
    ///
    /// # Panics
    /// When ffmpeg cannot be run.
    pub async fn shoot(&self, width: u32, height: u32, png: &Path) {
        let mut ffmpeg = Command::new("ffmpeg");
        ffmpeg.args(["-y", "-loglevel", "error", "-f", "x11grab", "-draw_mouse", "0", "-video_size"]);
        ffmpeg.args([&format!("{width}x{height}"), "-i", &self.display.name, "-frames:v", "1"]).arg(png);
        let output = ffmpeg.stdin(Stdio::null()).output().await;
        let output = output.expect("ffmpeg does not start: install the package ffmpeg");
        assert!(output.status.success(), "no picture: {}", String::from_utf8_lossy(&output.stderr));
    }

    async fn xdotool(&self, arguments: &[&str]) -> Option<String> {
        let mut command = self.with_screen(self.world.command_of(Path::new("xdotool")));
        let output = command.args(arguments).stdin(Stdio::null()).output().await;
        let output = output.expect("xdotool does not start: install the package xdotool");
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn with_screen(&self, mut command: Command) -> Command {
        let path = std::env::var("PATH").unwrap_or_default();
        command
            .env("DISPLAY", &self.display.name)
            .env("PATH", format!("{}:{path}", self.world.path("bin").display()))
            // One renderer that every machine has.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1");
        command
    }
}
