//! The tables of `0001_accounts`, one file each. Functions are named as facts; those that read take any [`Reads`](crate::db::Reads).

pub(crate) mod devices;
pub(crate) mod invitations;
pub(crate) mod members;
pub(crate) mod tokens;
pub(crate) mod users;
pub(crate) mod workspaces;

use maker_domain::account::Role;
use uuid::Uuid;

use crate::db::DbError;

/// An id as the tables hold it.
fn id(text: &str) -> Result<Uuid, DbError> {
    Uuid::try_parse(text).map_err(|_| DbError::Broken("an id is none".to_owned()))
}

fn role(text: &str) -> Result<Role, DbError> {
    match text {
        "OWNER" => Ok(Role::Owner),
        "MEMBER" => Ok(Role::Member),
        _ => Err(DbError::Broken("a role is none".to_owned())),
    }
}

fn role_text(role: Role) -> &'static str {
    match role {
        Role::Owner => "OWNER",
        Role::Member => "MEMBER",
    }
}
