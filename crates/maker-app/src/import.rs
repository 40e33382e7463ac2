//! Taking things in: a whole export into an empty install, or services and drafts out of a table.

mod drafts;
mod folder;
mod rows;
mod services;
mod table;

pub use rows::RowKind;
