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
use crate::{accounts, images, layers, public, sync, visitors, workspaces};

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
    backend.pages.set_address(relay.public().clone());
    let (router, document) = routes(relay).split_for_parts();
    // The same document if the same backend is routed twice.
    let _ = backend.document.set(Bytes::from(described(document)?));
    let router = router
        .fallback(async || Problem::new(StatusCode::NOT_FOUND, "There is nothing at this address."))
        .with_state(Arc::clone(backend));
    Ok(layers::all(router, backend))
}

fn routes(relay: Relay) -> OpenApiRouter<Arc<Backend>> {
    let json = accounts::routes().merge(workspaces::routes()).merge(sync::routes()).merge(visitors::routes());
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(operator::health))
        .routes(routes!(operator::metrics))
        .routes(routes!(operator::document))
        .merge(operator::ready_route(relay.clone()))
        .merge(relay::routes(relay))
        .merge(public::routes())
        .merge(layers::json(json))
        .merge(images::routes())
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

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use maker_domain::config::StudioConfig;

    use super::*;

    /// Paths with their methods.
    type Routes = BTreeMap<String, BTreeSet<String>>;

    #[tokio::test]
    async fn every_route_is_described_and_everything_described_is_there() {
        let relay = Relay::new(StudioConfig::parse("").unwrap(), "http://localhost:1".parse().unwrap()).unwrap();
        let (router, document) = routes(relay).split_for_parts();
        let document: serde_json::Value = serde_json::from_str(&described(document).unwrap()).unwrap();
        let described: Routes = document["paths"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(path, item)| {
                let methods = item.as_object().unwrap().keys().map(|method| method.to_uppercase());
                (path.clone(), methods.collect())
            })
            .collect();
        let routed = routed(&format!("{router:?}"));
        assert!(routed.len() > 15, "the router's routes were read: {routed:?}");
        assert_eq!(routed, described);
    }

    /// The router tells its routes by `Debug` only: `RouteId(7): ... allow_header: Bytes(b"POST")` and
    /// `RouteId(7): "/v1/..."`.
    fn routed(shown: &str) -> Routes {
        let (own, _) = shown.split_once("fallback_router").unwrap();
        let (routes, paths) = own.split_once("paths: {").unwrap();
        let entries = |text: &str| -> Vec<(String, String)> {
            let entry = |entry: &str| entry.split_once("): ").map(|(id, rest)| (id.to_owned(), rest.to_owned()));
            text.split("RouteId(").filter_map(entry).collect()
        };
        let methods: BTreeMap<String, BTreeSet<String>> = entries(routes)
            .into_iter()
            .map(|(id, shown)| {
                let (_, allowed) = shown.split_once("allow_header: Bytes(b\"").unwrap();
                let allowed = allowed.split('"').next().unwrap().split(',').filter(|method| *method != "HEAD");
                (id, allowed.map(str::to_owned).collect())
            })
            .collect();
        let path = |shown: &str| shown.split('"').nth(1).unwrap().to_owned();
        entries(paths).into_iter().map(|(id, shown)| (path(&shown), methods[&id].clone())).collect()
    }
}
