//! What a desk that edits without end and those who judge it have in common: how it is opened, and what it writes down of
//! what it does.
//!
//! Every word a desk writes is one that nobody has written before. So whether an edit is lost can be seen from outside:
//! its word is somewhere, or somebody has written down that it was on the screen when it was replaced.

pub mod desk;
pub mod journal;
