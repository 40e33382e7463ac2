//! The page of a maker for people. Whatever is not there is a page as well.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use maker_words::{Language, in_language};
use uuid::Uuid;

use super::answer::{answer, language, page_headers};
use super::html;
use super::routes::{PageQuery, Paged};
use super::view::{Asked, COMMENTS, Form, List, Slice, What};
use crate::backend::Backend;
use crate::problem::Problem;

/// What the address names, if it is text at all.
type Named<T> = Result<Path<T>, PathRejection>;

/// A maker's page.
#[utoipa::path(get, path = "/m/{maker}", tag = "public", security(()), params(("maker" = Uuid, Path)),
    responses((status = 200, description = "The page", body = String, content_type = "text/html"),
        (status = 304, description = "`If-None-Match` names what there is"),
        (status = 404, description = "A page that says so", body = String, content_type = "text/html")))]
pub(super) async fn maker(
    State(backend): State<Arc<Backend>>,
    named: Named<String>,
    headers: HeaderMap,
) -> Response<Body> {
    let maker = named.ok().and_then(|Path(maker)| id(&maker));
    page(&backend, &headers, maker.map(|maker| (maker, What::Whole))).await
}

/// A page of one of a maker's lists: `services`, `videos`, `posts`, `links`.
#[utoipa::path(get, path = "/m/{maker}/{list}", tag = "public", security(()),
    params(("maker" = Uuid, Path), ("list" = String, Path), Paged),
    responses((status = 200, description = "The page", body = String, content_type = "text/html"),
        (status = 304, description = "`If-None-Match` names what there is"),
        (status = 404, description = "A page that says so", body = String, content_type = "text/html")))]
pub(super) async fn list(
    State(backend): State<Arc<Backend>>,
    named: Named<(String, String)>,
    headers: HeaderMap,
    query: PageQuery,
) -> Response<Body> {
    let what = named.ok().and_then(|Path((maker, list))| {
        let (maker, list) = (id(&maker)?, List::of(&list)?);
        Some((maker, What::List(list, slice(query, list.usual(), list.is_by_time())?)))
    });
    page(&backend, &headers, what).await
}

/// A video with what visitors say about it.
#[utoipa::path(get, path = "/m/{maker}/videos/{video}", tag = "public", security(()),
    params(("maker" = Uuid, Path), ("video" = Uuid, Path), Paged),
    responses((status = 200, description = "The page", body = String, content_type = "text/html"),
        (status = 304, description = "`If-None-Match` names what there is"),
        (status = 404, description = "A page that says so", body = String, content_type = "text/html")))]
pub(super) async fn video(
    State(backend): State<Arc<Backend>>,
    named: Named<(String, String)>,
    headers: HeaderMap,
    query: PageQuery,
) -> Response<Body> {
    let what = named.ok().and_then(|Path((maker, video))| {
        let slice = slice(query, COMMENTS, true)?;
        Some((id(&maker)?, What::Video(id(&video)?, slice)))
    });
    page(&backend, &headers, what).await
}

fn id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok()
}

fn slice(query: PageQuery, usual: u32, by_time: bool) -> Option<Slice> {
    query.ok()?.0.slice(usual, by_time)
}

async fn page(backend: &Backend, headers: &HeaderMap, what: Option<(Uuid, What)>) -> Response<Body> {
    let language = language(headers);
    let Some((maker, what)) = what else { return not_found(language) };
    match backend.pages.get(backend, Asked { maker, what, form: Form::Html(language) }).await {
        Ok(Some(made)) => answer(&made, headers),
        Ok(None) => not_found(language),
        Err(problem) => sorry(problem, language),
    }
}

fn not_found(language: Language) -> Response<Body> {
    apology(StatusCode::NOT_FOUND, in_language(language, html::not_found))
}

fn sorry(problem: Problem, language: Language) -> Response<Body> {
    let problem = problem.into_response();
    let mut page = apology(problem.status(), in_language(language, html::busy));
    if let Some(seconds) = problem.headers().get(header::RETRY_AFTER) {
        page.headers_mut().insert(header::RETRY_AFTER, seconds.clone());
    }
    page
}

fn apology(status: StatusCode, text: String) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    page_headers(response.headers_mut());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}
