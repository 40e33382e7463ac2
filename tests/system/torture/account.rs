//! What must hold when a round is over.

use std::fmt::Write;

use maker_harness::World;
use serde_json::Value;

use super::round::Round;
use super::torn::Cut;

/// At most this much is sent again after a kill: a part of YouTube's, and TikTok's last one, which is below 20 MB.
const PARTS: [(&str, u64); 2] = [("youtube", 8 << 20), ("tiktok", 20_000_000)];

/// How often a torn database has forgotten a platform's session, which then begins anew.
#[derive(Default)]
pub(super) struct Lost(Vec<String>);

impl Lost {
    pub(super) fn note(&mut self, cut: &Cut) {
        self.0.extend(cut.forgot.iter().map(|platform| platform.to_lowercase()));
    }

    fn times(&self, platform: &str) -> u64 {
        self.0.iter().filter(|p| *p == platform).count() as u64
    }
}

impl Round<'_> {
    /// Looks at everything. Answers how many bytes were sent again for the kills' sake; `None` where a torn database
    /// had forgotten the session.
    ///
    /// # Errors
    /// The first promise that is broken.
    pub(super) async fn account(&self) -> Result<Option<u64>, String> {
        let sound = self.sql("PRAGMA integrity_check")?;
        promise(sound == "ok", || format!("the database is damaged: {sound}"))?;
        let states = self.states()?;
        if states.is_empty() {
            // Killed before anything was queued: then nothing was sent either.
            let sent = [self.uploads("youtube").await, self.uploads("tiktok").await].concat();
            promise(sent.is_empty(), || format!("nothing is queued, and yet there is {sent:?}"))?;
            return Ok(None);
        }
        promise(states == ["TIKTOK PUBLISHED 1", "YOUTUBE PUBLISHED 1"], || {
            format!("platform, state and videos: {states:?}")
        })?;
        let mut again = 0;
        for (platform, part) in PARTS {
            self.one_true_video(platform).await?;
            again += self.little_was_sent_twice(platform, part).await?;
        }
        Ok(self.lost.0.is_empty().then_some(again))
    }

    async fn one_true_video(&self, platform: &str) -> Result<(), String> {
        let mut made = self.uploads(platform).await;
        made.retain(|u| u["state"] != "uploading");
        promise(made.len() == 1, || format!("{} videos on {platform}: {made:?}", made.len()))?;
        let (state, sha) = (&made[0]["state"], &made[0]["sha256"]);
        promise(state == "published" && sha == &self.film.sha256, || format!("{platform} has {made:?}"))
    }

    /// At most one part for each kill, and what a forgotten session had.
    async fn little_was_sent_twice(&self, platform: &str, part: u64) -> Result<u64, String> {
        let log = self.world.simulator.log_after(self.log_before).await;
        let puts = log.iter().filter(|e| e["step"] == "put" && e["platform"] == platform);
        let received: u64 = puts.filter_map(|e| e["received_bytes"].as_u64()).sum();
        let allowed = self.film.bytes * (1 + self.lost.times(platform)) + self.kills * part.min(self.film.bytes);
        promise(received <= allowed, || {
            format!("{platform} was sent {received} bytes of {}: {allowed} at most", self.film.bytes)
        })?;
        promise(received >= self.film.bytes, || format!("{platform} has a video of {received} bytes received"))?;
        Ok(received - self.film.bytes)
    }

    /// Platform, state and count of videos of each delivery of this round.
    fn states(&self) -> Result<Vec<String>, String> {
        let asked = format!(
            "SELECT d.platform || ' ' || d.state || ' ' || count(v.id) FROM deliveries d \
             JOIN publications p ON p.id = d.publication_id LEFT JOIN videos v ON v.delivery_id = d.id \
             WHERE p.title = '{}' GROUP BY d.id ORDER BY d.platform",
            self.title
        );
        Ok(self.sql(&asked)?.lines().map(str::to_owned).collect())
    }

    /// How many deliveries of this round are as `condition` says.
    pub(super) fn rows(&self, condition: &str) -> Result<u64, String> {
        let asked = format!(
            "SELECT count(*) FROM deliveries d JOIN publications p ON p.id = d.publication_id \
             WHERE p.title = '{}' AND {condition}",
            self.title
        );
        self.sql(&asked)?.parse().map_err(|_| "no count of rows".to_owned())
    }

    fn sql(&self, statements: &str) -> Result<String, String> {
        World::sql(&self.world.data_dir(), statements).map_err(|why| format!("the database cannot be read: {why}"))
    }

    /// Everything known about a round in which `what` went wrong.
    pub(super) async fn report(&self, what: &str) -> String {
        let mut text = format!("FAILED: {what}\n");
        for line in &self.story {
            let _ = writeln!(text, "  {line}");
        }
        let rows = format!(
            "SELECT d.platform, d.state, d.detail, d.remote_id, d.confirmed_bytes, d.failures, d.asked, d.not_before, \
               d.lease_owner, d.intent, s.sent_all, s.handle FROM deliveries d \
             JOIN publications p ON p.id = d.publication_id LEFT JOIN upload_sessions s ON s.delivery_id = d.id \
             WHERE p.title = '{}'",
            self.title
        );
        let _ = writeln!(text, "  rows:\n{}", self.sql(&rows).unwrap_or_else(|why| why));
        for platform in ["youtube", "tiktok"] {
            for upload in self.uploads(platform).await {
                let _ = writeln!(text, "  {upload}");
            }
        }
        for entry in self.world.simulator.log_after(self.log_before).await {
            let _ = writeln!(text, "  {}", in_short(&entry));
        }
        text
    }
}

fn in_short(entry: &Value) -> String {
    let shown = ["number", "time", "platform", "step", "content_range", "received_bytes", "status", "range", "note"];
    shown.map(|name| entry[name].to_string()).join(" ")
}

fn promise(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
