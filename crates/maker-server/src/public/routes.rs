//! The routes that everybody may ask, in JSON.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, Response};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::answer::answer;
use super::cursor::Cursor;
use super::model::{Comment, Link, Listed, Maker, Post, Service, Video};
use super::view::{Asked, COMMENTS, Form, List, MOST, Slice, What};
use crate::backend::Backend;
use crate::ids::Ids;
use crate::problem::Problem;

/// Which page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Paged {
    /// `next` of the page before.
    after: Option<String>,
    /// How many, up to 100.
    limit: Option<u32>,
}

impl Paged {
    /// `None` when `after` is no place of a list that is sorted so.
    pub(super) fn slice(self, usual: u32, by_time: bool) -> Option<Slice> {
        let after = match self.after {
            Some(text) => Some(Cursor::parse(&text).filter(|cursor| !by_time || cursor.time().is_some())?),
            None => None,
        };
        Some(Slice { after, limit: self.limit.unwrap_or(usual).clamp(1, MOST) })
    }
}

/// A query that may be none.
pub(super) type PageQuery = Result<Query<Paged>, QueryRejection>;

fn slice(query: PageQuery, usual: u32, by_time: bool) -> Result<Slice, Problem> {
    let slice = query.ok().and_then(|Query(paged)| paged.slice(usual, by_time));
    slice.ok_or_else(|| Problem::invalid("after has to be `next` of the page before, and limit a number up to 100."))
}

async fn told(backend: &Backend, headers: &HeaderMap, maker: Uuid, what: What) -> Result<Response<Body>, Problem> {
    let made = backend.pages.get(backend, Asked { maker, what, form: Form::Json }).await?;
    made.map(|made| answer(&made, headers)).ok_or_else(Problem::not_found)
}

async fn list(
    backend: &Backend,
    headers: &HeaderMap,
    Ids([maker]): Ids<1>,
    query: PageQuery,
    list: List,
) -> Result<Response<Body>, Problem> {
    let slice = slice(query, list.usual(), list.is_by_time())?;
    told(backend, headers, maker, What::List(list, slice)).await
}

/// A maker with the first page of everything that is public.
#[utoipa::path(get, path = "/v1/makers/{maker}", tag = "public", security(()), params(("maker" = Uuid, Path)),
    responses((status = 200, description = "The maker", body = Maker),
        (status = 304, description = "`If-None-Match` names what there is")))]
pub(super) async fn maker(
    State(backend): State<Arc<Backend>>,
    ids: Ids<1>,
    headers: HeaderMap,
) -> Result<Response<Body>, Problem> {
    let Ids([maker]) = ids;
    told(&backend, &headers, maker, What::Whole).await
}

/// What a maker offers, in the maker's order.
#[utoipa::path(get, path = "/v1/makers/{maker}/services", tag = "public", security(()),
    params(("maker" = Uuid, Path), Paged),
    responses((status = 200, description = "A page of services", body = Listed<Service>),
        (status = 304, description = "`If-None-Match` names what there is")))]
pub(super) async fn services(
    State(backend): State<Arc<Backend>>,
    ids: Ids<1>,
    headers: HeaderMap,
    query: PageQuery,
) -> Result<Response<Body>, Problem> {
    list(&backend, &headers, ids, query, List::Services).await
}

/// Where else a maker is, in the maker's order.
#[utoipa::path(get, path = "/v1/makers/{maker}/links", tag = "public", security(()),
    params(("maker" = Uuid, Path), Paged),
    responses((status = 200, description = "A page of links", body = Listed<Link>),
        (status = 304, description = "`If-None-Match` names what there is")))]
pub(super) async fn links(
    State(backend): State<Arc<Backend>>,
    ids: Ids<1>,
    headers: HeaderMap,
    query: PageQuery,
) -> Result<Response<Body>, Problem> {
    list(&backend, &headers, ids, query, List::Links).await
}

/// What a maker has written, the newest first.
#[utoipa::path(get, path = "/v1/makers/{maker}/posts", tag = "public", security(()),
    params(("maker" = Uuid, Path), Paged),
    responses((status = 200, description = "A page of posts", body = Listed<Post>),
        (status = 304, description = "`If-None-Match` names what there is")))]
pub(super) async fn posts(
    State(backend): State<Arc<Backend>>,
    ids: Ids<1>,
    headers: HeaderMap,
    query: PageQuery,
) -> Result<Response<Body>, Problem> {
    list(&backend, &headers, ids, query, List::Posts).await
}

/// What a maker has filmed, the newest first.
#[utoipa::path(get, path = "/v1/makers/{maker}/videos", tag = "public", security(()),
    params(("maker" = Uuid, Path), Paged),
    responses((status = 200, description = "A page of videos", body = Listed<Video>),
        (status = 304, description = "`If-None-Match` names what there is")))]
pub(super) async fn videos(
    State(backend): State<Arc<Backend>>,
    ids: Ids<1>,
    headers: HeaderMap,
    query: PageQuery,
) -> Result<Response<Body>, Problem> {
    list(&backend, &headers, ids, query, List::Videos).await
}

/// What visitors say about a video, the newest first. What the maker has hidden is not here.
#[utoipa::path(get, path = "/v1/makers/{maker}/videos/{video}/comments", tag = "public", security(()),
    params(("maker" = Uuid, Path), ("video" = Uuid, Path), Paged),
    responses((status = 200, description = "A page of comments", body = Listed<Comment>),
        (status = 304, description = "`If-None-Match` names what there is")))]
pub(super) async fn comments(
    State(backend): State<Arc<Backend>>,
    ids: Ids<2>,
    headers: HeaderMap,
    query: PageQuery,
) -> Result<Response<Body>, Problem> {
    let Ids([maker, video]) = ids;
    let slice = slice(query, COMMENTS, true)?;
    told(&backend, &headers, maker, What::Video(video, slice)).await
}
