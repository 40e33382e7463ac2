//! The model of sync.
