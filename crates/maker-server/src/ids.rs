//! The ids in a route's path, apart from the workspace's.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use uuid::Uuid;

use crate::problem::Problem;

/// As many ids as the path has after its `{workspace}`, in their order. What is no id is not there.
#[derive(Clone, Copy, Debug)]
pub struct Ids<const N: usize>(pub [Uuid; N]);

impl<S: Send + Sync, const N: usize> FromRequestParts<S> for Ids<N> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let ids: Option<Vec<Uuid>> = params
            .iter()
            .filter(|(name, _)| *name != "workspace")
            .map(|(_, text)| Uuid::try_parse(text).ok())
            .collect();
        let ids = ids.and_then(|ids| ids.try_into().ok());
        ids.map(Self).ok_or_else(Problem::not_found)
    }
}
