//! The newest moment that a device and the backend both know, after one of them came back from a backup.

use std::cmp::Reverse;

use maker_domain::sync::token::Token;
use maker_domain::sync::wire::{Ancestor, FindAncestor};
use uuid::Uuid;

use super::SyncError;
use super::history::Head;
use crate::db::Database;

/// At most so many moments are compared; a device remembers fewer.
const CHECKPOINTS_MAX: usize = 500;

/// Finds it, or [`Token::START`].
///
/// # Errors
/// [`SyncError::Bounds`] for too many checkpoints, or the database's.
pub async fn ancestor(database: &Database, tenant: Uuid, asked: &FindAncestor) -> Result<Ancestor, SyncError> {
    if asked.checkpoints.len() > CHECKPOINTS_MAX {
        return Err(SyncError::Bounds("Send at most 500 checkpoints."));
    }
    let mut moment = database.snapshot().await?;
    let head = Head::read(&mut moment, tenant).await?;
    let mut newest_first: Vec<_> = asked.checkpoints.iter().filter(|token| token.seq <= head.token.seq).collect();
    newest_first.sort_unstable_by_key(|token| Reverse(token.seq));
    for token in newest_first {
        if head.chain_at(&mut moment, tenant, token.seq).await? == Some(token.chain) {
            return Ok(Ancestor { token: *token });
        }
    }
    Ok(Ancestor { token: Token::START })
}
