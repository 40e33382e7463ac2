//! The device's side of sync.
