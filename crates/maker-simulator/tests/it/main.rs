//! Behaviour of the running simulator over real HTTP.
