//! One file per command: what it takes, and what it does.

pub(crate) mod account;
pub(crate) mod activity;
pub(crate) mod calendar;
pub(crate) mod connect;
pub(crate) mod data;
pub(crate) mod doctor;
pub(crate) mod draft;
pub(crate) mod drafts;
pub(crate) mod library;
pub(crate) mod links;
pub(crate) mod posts;
pub(crate) mod presets;
pub(crate) mod profile;
pub(crate) mod publish;
pub(crate) mod queue;
pub(crate) mod receipt;
pub(crate) mod services;
pub(crate) mod snippets;
pub(crate) mod sync;
pub(crate) mod uploads;
pub(crate) mod videos;
