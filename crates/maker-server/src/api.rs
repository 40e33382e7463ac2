//! The whole router, described by the document that it serves.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use utoipa::OpenApi;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, ResponseBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::backend::Backend;
use crate::operator;
use crate::problem::Problem;
use crate::relay::{self, Relay};
use crate::{accounts, layers, sync, workspaces};

#[derive(OpenApi)]
#[openapi(
    info(title = "Maker Studio backend", description = "Where a maker's devices meet. Errors are problem+json with a stable `code`."),
    components(schemas(maker_domain::problem::Problem)),
    security(("bearer" = []))
)]
struct Description;

/// Every route. Call it inside a runtime, and serve it with connect info.
///
/// # Errors
/// When the description cannot be written as JSON.
pub fn router(backend: &Arc<Backend>, relay: Relay) -> anyhow::Result<Router> {
    let (router, document) = routes(backend, relay).split_for_parts();
    // The same document if the same backend is routed twice.
    let _ = backend.document.set(Bytes::from(described(document)?));
    let router = router
        .fallback(async || Problem::new(StatusCode::NOT_FOUND, "There is nothing at this address."))
        .with_state(Arc::clone(backend));
    Ok(layers::all(router, backend))
}

fn routes(backend: &Arc<Backend>, relay: Relay) -> OpenApiRouter<Arc<Backend>> {
    let json = accounts::routes().merge(workspaces::routes()).merge(sync::routes(backend));
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(operator::health))
        .routes(routes!(operator::metrics))
        .routes(routes!(operator::document))
        .merge(operator::ready_route(relay.clone()))
        .merge(relay::routes(relay))
        .merge(layers::json(json))
}

/// Adds what is the same for every operation: how to sign, and that any may end in a problem.
fn described(mut document: utoipa::openapi::OpenApi) -> serde_json::Result<String> {
    let components = document.components.get_or_insert_default();
    components.add_security_scheme("bearer", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let problem = Content::new(Some(RefOr::<utoipa::openapi::Schema>::Ref(Ref::from_schema_name("Problem"))));
    let response = ResponseBuilder::new()
        .description("What went wrong, and the next step")
        .content("application/problem+json", problem)
        .build();
    for item in document.paths.paths.values_mut() {
        let all = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        for operation in all.into_iter().flatten() {
            operation.responses.responses.insert("default".to_owned(), RefOr::T(response.clone()));
        }
    }
    document.to_json()
}
