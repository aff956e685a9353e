//! What is refused before anybody looks at it: addresses too long, requests with content.

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use actix_web::middleware::Next;

use crate::problem::{Code, Problem};

/// Longest path and query together, in bytes: with method and version the request line stays under 8 kB.
const LONGEST_ADDRESS: usize = 8_000;

/// The middleware.
pub(crate) async fn bound(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    match refusal(&request) {
        Some(problem) => Ok(request.error_response(problem)),
        None => Ok(next.call(request).await?.map_into_boxed_body()),
    }
}

fn refusal(request: &ServiceRequest) -> Option<Problem> {
    let length = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    if length > LONGEST_ADDRESS {
        let detail = format!("The address has {length} bytes; allowed: {LONGEST_ADDRESS}.");
        return Some(Problem::new(Code::AddressTooLong, detail).allowed(format!("at most {LONGEST_ADDRESS} bytes")));
    }
    if is_read(request) {
        return None;
    }
    let headers = request.headers();
    let has_content = headers.contains_key(TRANSFER_ENCODING)
        || headers.get(CONTENT_LENGTH).is_some_and(|length| length.as_bytes() != b"0");
    has_content.then(|| Problem::new(Code::ContentNotAllowed, "The request has a body; allowed: none."))
}

/// Where a body is read: signing in, reporting, confirming, editing, planning. How much of it, [`crate::content`] says.
const READ: [&str; 9] = [
    "/api/v1/session",
    "/api/v1/corrections",
    "/api/v1/confirmations",
    "/api/v1/admin/",
    "/api/v1/coverage",
    "/api/v1/planning/points",
    "/api/v1/siting",
    "/api/v1/matrix",
    "/api/v1/itineraries",
];

fn is_read(request: &ServiceRequest) -> bool {
    let takes_content = READ.iter().any(|path| request.path().starts_with(path));
    takes_content && matches!(*request.method(), Method::POST | Method::PUT)
}
