//! Behaviour of the running simulator over real HTTP. Tests named after a row prove that row of the platform's table of
//! what it rejects; the others prove faults and the admin interface.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod admin;
mod harness;
mod tiktok_api;
mod tiktok_faults;
mod tiktok_sign_in;
mod tiktok_upload;
mod youtube_api;
mod youtube_faults;
mod youtube_sign_in;
mod youtube_upload;
