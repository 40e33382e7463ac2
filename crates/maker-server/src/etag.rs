//! Whether whoever asks has it already.

use axum::http::{HeaderMap, header};

/// Whether `If-None-Match` names this tag, quotes included; weak ones count (RFC 9110, section 13.1.2).
pub(crate) fn has(asked: &HeaderMap, tag: &str) -> bool {
    let lists = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|list| list.to_str().ok());
    let mut tags = lists.flat_map(|list| list.split(',')).map(str::trim);
    tags.any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
}
