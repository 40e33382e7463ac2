//! A port to listen on.

/// One of this computer that nobody listens on now.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("this computer has a free port");
    listener.local_addr().expect("it is bound").port()
}
