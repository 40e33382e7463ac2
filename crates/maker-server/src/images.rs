//! Pictures of posts: taken in parts, looked at, kept as objects, shown, and collected when nothing shows them any more.
//!
//! The database says what there is; the bytes are in [`Images`], under a key that no other storing ever has. So an object
//! may be removed at any time once no row names its key, whatever is stored anew meanwhile. What a picture may be is
//! `maker_domain::image`.

mod address;
mod answer;
mod check;
mod collect;
mod finish;
mod leftovers;
mod objects;
mod part;
mod parts;
mod public;
mod routes;
mod rows;
mod turns;
mod upload;

pub use self::address::ImagesAddress;
pub use self::collect::Collected;
pub use self::objects::Images;
pub(crate) use self::routes::routes;
pub(crate) use self::turns::Turns;
