//! `/` and everything that is no other address: the page's files.

use std::borrow::Cow;

use actix_web::http::Method;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};

use super::{REVALIDATE, method_not_allowed, no_such_resource};
use crate::body_cache::Kept;
use crate::problem::Problem;
use crate::state::State;

/// The name changes with the content, so a browser need never ask again.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The page. A query is let be, since links from elsewhere often grow one; the page keeps its state in the fragment.
pub(crate) async fn index(request: HttpRequest, state: web::Data<State>) -> Result<HttpResponse, Problem> {
    answer(&request, &state, "index.html").await
}

/// One of the page's files, or nothing that there is.
pub(crate) async fn file(request: HttpRequest, state: web::Data<State>) -> Result<HttpResponse, Problem> {
    let path = request.path().trim_start_matches('/');
    if !matches!(*request.method(), Method::GET | Method::HEAD) && state.assets.get(path).is_some() {
        return Err(method_not_allowed(&request, "GET, HEAD"));
    }
    answer(&request, &state, path).await
}

async fn answer(request: &HttpRequest, state: &State, path: &str) -> Result<HttpResponse, Problem> {
    let asset = state.assets.get(path).ok_or_else(|| no_such_resource(request))?;
    let kept = Kept {
        key: format!("page:{path}"),
        content_type: asset.content_type.into_owned(),
        cache_control: if asset.immutable { FOR_EVER } else { REVALIDATE },
    };
    let bytes = match asset.bytes {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    };
    state.bodies.respond(request, kept, move || Ok(bytes)).await
}
