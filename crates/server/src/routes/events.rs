//! `/api/v1/events`.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::params::{Asked, Nothing};
use crate::problem::{Problem, Refusals};
use crate::state::State;

/// News of edits
///
/// Server-sent events. The first is `hello` with the revision being served; then `edit` for each edit. The data of both is
/// `{"revision": 8, "places": ["p-3f2a"]}`. `places` is null where there are too
/// many to name: ask for everything again. The id of an event is its revision; come back with it in `Last-Event-ID`, here or
/// at any other server of the same store, and hear at once if there has been an edit since.
#[utoipa::path(
    get, path = "/api/v1/events", operation_id = "events", tag = "city",
    params(("Last-Event-ID" = Option<u64>, Header, description = "The last revision seen", example = 7), Asked<Nothing>),
    responses((status = 200, description = "Events, without end", body = String, content_type = "text/event-stream"), Refusals)
)]
pub(crate) async fn events(
    request: HttpRequest,
    state: web::Data<State>,
    _: Asked<Nothing>,
) -> Result<HttpResponse, Problem> {
    // An id that is no revision is nobody's: such a page is told nothing of the past.
    let seen = request.headers().get("last-event-id").and_then(|id| id.to_str().ok()?.parse().ok());
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/event-stream"))
        .insert_header((CACHE_CONTROL, "no-store"))
        // Proxies such as nginx hold answers back otherwise.
        .insert_header((HeaderName::from_static("x-accel-buffering"), "no"))
        .streaming(state.live.announcer.listen(&|| state.edition().snapshot.revision(), seen)))
}
