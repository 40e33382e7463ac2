//! Promises of the real window.
