//! The last step of every good answer: entity tag, 304 for who has it already, encoding, `Vary`.
//!
//! Handlers answer with plain bodies and know nothing of this. Those whose bodies are kept encoded
//! ([`crate::body_cache`]) have set tag and encoding already.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ContentEncoding, ETAG, HeaderMap, HeaderValue, VARY,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpRequest, HttpResponse};

use crate::aside::aside;
use crate::encoding::{SMALLEST_ENCODED, encode, negotiate, shrinks};
use crate::entity_tag;
use crate::problem::Problem;

/// From this many bytes on, a body is encoded aside.
const LONG_BODY: usize = 32 << 10;

/// The middleware.
pub(crate) async fn represent(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let answer = next.call(request).await?.map_into_boxed_body();
    let is_read = matches!(*answer.request().method(), Method::GET | Method::HEAD);
    let is_kept = answer.headers().get(CACHE_CONTROL).is_none_or(|rule| rule != "no-store");
    if !is_read || !is_kept || answer.status() != StatusCode::OK {
        return Ok(answer);
    }
    let (request, response) = answer.into_parts();
    let (mut response, body) = response.into_parts();
    let bytes = match body.try_into_bytes() {
        Ok(bytes) => bytes,
        // A stream: nothing here makes one, and it would have no tag.
        Err(body) => return Ok(ServiceResponse::new(request, response.set_body(body))),
    };
    let response = match finish(&request, response.headers_mut(), bytes).await {
        Ok(Some(bytes)) => response.set_body(BoxBody::new(bytes)),
        Ok(None) => not_modified(response.headers()),
        Err(problem) => HttpResponse::from_error(problem),
    };
    Ok(ServiceResponse::new(request, response))
}

/// Sets the headers and gives the body as it is sent; `None` = the client has it.
async fn finish(request: &HttpRequest, headers: &mut HeaderMap, bytes: Bytes) -> Result<Option<Bytes>, Problem> {
    let shrinks = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(shrinks);
    if shrinks {
        let vary = match headers.get(VARY).and_then(|vary| vary.to_str().ok()) {
            Some(vary) => HeaderValue::try_from(format!("{vary}, Accept-Encoding")).ok(),
            None => None,
        };
        headers.insert(VARY, vary.unwrap_or(HeaderValue::from_static("Accept-Encoding")));
    }
    let tag = match headers.get(ETAG) {
        Some(tag) => tag.clone(),
        None => entity_tag::of(&bytes),
    };
    headers.insert(ETAG, tag.clone());
    if entity_tag::is_known(request, &tag) {
        return Ok(None);
    }
    if headers.contains_key(CONTENT_ENCODING) || !shrinks || bytes.len() < SMALLEST_ENCODED {
        return Ok(Some(bytes));
    }
    let encoding = negotiate(request);
    if encoding == ContentEncoding::Identity {
        return Ok(Some(bytes));
    }
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.as_str()));
    let is_long = bytes.len() >= LONG_BODY;
    let encoded = move || encode(encoding, &bytes).map(Bytes::from).map_err(|error| Problem::internal(&error));
    if is_long { aside(encoded).await?.map(Some) } else { encoded().map(Some) }
}

/// 304 with the headers that RFC 9110, section 15.4.5, asks for.
fn not_modified(headers: &HeaderMap) -> HttpResponse {
    let mut response = HttpResponse::NotModified();
    for name in [ETAG, VARY, CACHE_CONTROL] {
        if let Some(value) = headers.get(&name) {
            response.insert_header((name, value.clone()));
        }
    }
    response.finish()
}
