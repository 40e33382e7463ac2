//! Pictures of posts: they arrive in parts whatever happens between two, are what they are said to be, are shown to
//! whom they may be shown, and go when nothing needs them.

mod bucket;
mod collected;
mod foreign;
mod killed;
pub(crate) mod pictures;
mod portrait;
mod refused;
mod room;
mod shown;
mod stores;
mod studio;
mod taken;
