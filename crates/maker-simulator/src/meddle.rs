//! Middleware for the faults that strike before a platform looks at a request, or after it answered: bad gateways,
//! overload, nonsense, silence, and answers that are lost or held back.

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HeaderValue, RETRY_AFTER};
use axum::http::{HeaderName, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::faults::{Kind, Order};
use crate::intake::{drain, stall};
use crate::log::Note;
use crate::steps::{Platform, Step, step};
use crate::world::App;
use crate::{tiktok, wire, youtube};

pub(crate) async fn meddle(State((app, platform)): State<(App, Platform)>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let step = step(platform, &parts);
    if step == Step::Web {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let aimed = |kind| app.faults.take_on(platform, kind, step, Some(Step::Put));
    let struck = [Kind::Html502, Kind::Status503, Kind::Status429, Kind::RawAnswer]
        .into_iter()
        .find_map(|kind| Some((kind, aimed(kind)?)));
    if let Some((kind, order)) = struck {
        drain(body).await;
        return answer(platform, step, kind, &order);
    }
    // A silence in the middle of a body is made where bytes are received.
    if step != Step::Put
        && let Some(order) = aimed(Kind::Stall)
    {
        stall(&app, &order).await;
        return wire::cut(&parts, "stall");
    }
    let lost = match step {
        Step::Open => Some((Kind::DropAnswerOfOpen, "drop_answer_of_open")),
        Step::Api if parts.method != Method::GET => Some((Kind::DropAnswerOfChange, "drop_answer_of_change")),
        _ => None,
    };
    let lost = lost.filter(|(kind, _)| app.faults.take(platform, *kind).is_some());
    let extensions = parts.extensions.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    if let Some((_, name)) = lost.filter(|_| response.status().is_success()) {
        return wire::cut_by(&extensions, name);
    }
    // The platform has acted; only its word is late.
    if let Some(order) = app.faults.take_hold(platform, step, response.status().as_u16()) {
        stall(&app, &order).await;
    }
    response
}

fn answer(platform: Platform, step: Step, kind: Kind, order: &Order) -> Response {
    let (mut response, name) = match (kind, platform) {
        (Kind::Html502, _) => (bad_gateway(), "html_502"),
        (Kind::RawAnswer, _) => (raw(order), "raw_answer"),
        (Kind::Status429, Platform::Youtube) => {
            (youtube::errors::ApiError::too_many_requests().into_response(), "status_429")
        }
        (Kind::Status429, Platform::Tiktok) => (tiktok::errors::Refusal::rate_limit().into_response(), "status_429"),
        (_, Platform::Youtube) => (youtube::errors::ApiError::backend().into_response(), "status_503"),
        (_, Platform::Tiktok) if step == Step::Put => (StatusCode::SERVICE_UNAVAILABLE.into_response(), "status_503"),
        (_, Platform::Tiktok) => (tiktok::errors::Refusal::internal().into_response(), "status_503"),
    };
    if kind == Kind::Status503 {
        *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    }
    if let Some(value) = order.retry_after.as_ref().and_then(header_value) {
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response.extensions_mut().insert(Note::fault(name));
    response
}

/// What a middle box says: no JSON, and nothing a person should be shown.
fn bad_gateway() -> Response {
    let page = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center>\
                <hr><center>middlebox</center></body></html>\n";
    let kind: (HeaderName, HeaderValue) = (CONTENT_TYPE, HeaderValue::from_static("text/html"));
    (StatusCode::BAD_GATEWAY, [kind], page).into_response()
}

/// Whatever was ordered, word for word: what no platform would say.
fn raw(order: &Order) -> Response {
    let body = order.value.as_deref().unwrap_or_default().repeat(order.repeat.unwrap_or(1));
    let mut response = body.into_response();
    response.headers_mut().remove(CONTENT_TYPE);
    *response.status_mut() = order.status.and_then(|code| StatusCode::from_u16(code).ok()).unwrap_or(StatusCode::OK);
    for (name, value) in &order.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name.as_str()), HeaderValue::try_from(value.as_str())) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

fn header_value(value: &Value) -> Option<HeaderValue> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    HeaderValue::from_str(&text).ok()
}
