//! The addresses, a file a resource.

pub(crate) mod activities;
pub(crate) mod activities_calendar;
pub(crate) mod admin;
pub(crate) mod city;
pub(crate) mod confirmations;
pub(crate) mod corrections;
pub(crate) mod courses;
pub(crate) mod coverage;
pub(crate) mod days;
mod encoded;
pub(crate) mod events;
pub(crate) mod isochrone;
pub(crate) mod itineraries;
pub(crate) mod ledger;
mod lines;
pub(crate) mod map;
pub(crate) mod matrix;
pub(crate) mod oidc;
pub(crate) mod operations;
pub(crate) mod page;
pub(crate) mod place;
pub(crate) mod place_days;
pub(crate) mod places;
pub(crate) mod planning;
pub(crate) mod points;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod siting;
pub(crate) mod study_routes;

use actix_web::dev::Handler;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, HttpResponse, Resource, Responder, Route, guard, web};
use serde::Serialize;

use crate::problem::{Code, Problem};

/// GeoJSON (RFC 7946).
pub(crate) const GEO_JSON: &str = "application/geo+json";
/// JSON.
pub(crate) const JSON: &str = "application/json";
/// An Excel workbook.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// A browser asks each time whether its copy still holds.
pub(crate) const REVALIDATE: &str = "no-cache";
/// The same, and no cache between keeps it: the address may hold somebody's point.
pub(crate) const PRIVATE: &str = "private, no-cache";

/// Every address of the server, those of [`crate::docs`] aside.
pub(crate) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(read("/api/v1/activities", activities::activities))
        .service(read("/api/v1/activities.ics", activities_calendar::activities_calendar))
        .service(read("/api/v1/city", city::city))
        .service(read("/api/v1/courses", courses::courses))
        .service(resource("/api/v1/coverage", "POST").route(web::post().to(coverage::coverage)))
        .service(read("/api/v1/days", days::days))
        .service(read("/api/v1/days/{date}", days::day))
        .service(read("/api/v1/events", events::events))
        .service(read("/api/v1/isochrone", isochrone::isochrone))
        .service(resource("/api/v1/itineraries", "POST").route(web::post().to(itineraries::itineraries)))
        .service(read("/api/v1/ledger", ledger::ledger))
        .service(resource("/api/v1/matrix", "POST").route(web::post().to(matrix::matrix)))
        .service(read("/api/v1/places", places::places))
        .service(read("/api/v1/places/nearest", places::nearest))
        .service(read("/api/v1/places/{id}", place::place))
        .service(read("/api/v1/places/{id}/days", place_days::place_days))
        .service(read("/api/v1/planning", planning::planning))
        .service(resource("/api/v1/planning/points", "POST").route(web::post().to(points::points)))
        .service(read("/api/v1/search", search::search))
        .service(resource("/api/v1/siting", "POST").route(web::post().to(siting::siting)))
        .service(read("/api/v1/study-routes", study_routes::study_routes))
        .service(read("/api/v1/study-routes/{id}", study_routes::study_route))
        .service(resource("/api/v1/corrections", "POST").route(web::post().to(corrections::report)))
        .service(read("/api/v1/corrections/{report}", corrections::report_state))
        .service(resource("/api/v1/confirmations", "POST").route(web::post().to(confirmations::confirm)))
        .service(resource("/api/v1/confirmations/read", "POST").route(web::post().to(confirmations::read)))
        .service(read("/api/v1/admin/corrections", admin::corrections::queue))
        .service(
            resource("/api/v1/admin/corrections/{report}/close", "POST")
                .route(web::post().to(admin::corrections::close)),
        )
        .service(
            resource("/api/v1/session", "GET, HEAD, POST, DELETE")
                .route(reads().to(session::session))
                .route(web::post().to(session::sign_in_by_password))
                .route(web::delete().to(session::sign_out)),
        )
        .service(read("/api/v1/session/providers", oidc::providers))
        .service(resource("/api/v1/session/oidc/start", "GET").route(web::get().to(oidc::start)))
        .service(resource("/api/v1/session/oidc/return", "GET").route(web::get().to(oidc::come_back)))
        .service(
            resource("/api/v1/admin/places/{id}", "GET, HEAD, PUT")
                .route(reads().to(admin::places::place))
                .route(web::put().to(admin::places::change)),
        )
        .service(read("/api/v1/admin/places/{id}/history", admin::places::history))
        .service(resource("/api/v1/admin/places/{id}/undo", "POST").route(web::post().to(admin::undo::place)))
        .service(
            resource("/api/v1/admin/places/{id}/confirmation-link", "POST").route(web::post().to(admin::links::make)),
        )
        .service(
            resource("/api/v1/admin/study-routes", "GET, HEAD, POST")
                .route(reads().to(admin::study_routes::study_routes))
                .route(web::post().to(admin::study_routes::make)),
        )
        .service(
            resource("/api/v1/admin/study-routes/{id}", "GET, HEAD, PUT")
                .route(reads().to(admin::study_routes::study_route))
                .route(web::put().to(admin::study_routes::change)),
        )
        .service(read("/api/v1/admin/study-routes/{id}/history", admin::study_routes::history))
        .service(
            resource("/api/v1/admin/study-routes/{id}/undo", "POST").route(web::post().to(admin::undo::study_route)),
        )
        .service(resource("/api/v1/admin/changes", "POST").route(web::post().to(admin::places::change_many)))
        .service(resource("/api/v1/admin/imports", "POST").route(web::post().to(admin::imports::commit)))
        .service(resource("/api/v1/admin/imports/preview", "POST").route(web::post().to(admin::imports::preview)))
        .service(resource("/api/v1/admin/imports/report", "POST").route(web::post().to(admin::imports::report)))
        .service(read("/api/v1/style.json", map::style))
        .service(read("/api/v1/tiles/places.json", map::place_tile_json))
        .service(read("/api/v1/tiles/{layer}.json", map::tile_json))
        .service(read("/api/v1/tiles/places/{z}/{x}/{y}.mvt", map::place_tile))
        .service(read("/api/v1/tiles/{layer}/{z}/{x}/{y}.mvt", map::tile))
        .service(read("/healthz", operations::health))
        .service(read("/readyz", operations::readiness))
        .service(read("/metrics", operations::metrics))
        .service(read("/", page::index))
        .default_service(web::to(page::file));
}

/// An address that can only be read: GET and HEAD; anything else is refused with `Allow`.
pub(crate) fn read<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    resource(path, "GET, HEAD").route(reads().to(handler))
}

/// A route for GET and HEAD.
fn reads() -> Route {
    Route::new().guard(guard::Any(guard::Get()).or(guard::Head()))
}

/// An address; methods other than those of its routes, which `allowed` names, are refused with `Allow`.
fn resource(path: &str, allowed: &'static str) -> Resource {
    let refuse =
        move |request: HttpRequest| async move { Err::<HttpResponse, _>(method_not_allowed(&request, allowed)) };
    web::resource(path).default_service(web::to(refuse))
}

/// Only the methods that `allowed` names are.
fn method_not_allowed(request: &HttpRequest, allowed: &str) -> Problem {
    let detail = format!("{} is not allowed here; allowed: {allowed}.", request.method());
    Problem::new(Code::MethodNotAllowed, detail).allowed(allowed)
}

/// Nothing is at this address.
pub(crate) fn no_such_resource(request: &HttpRequest) -> Problem {
    let path = crate::problem::shortened(request.path());
    Problem::new(Code::NoSuchResource, format!("There is nothing at {path}; see /docs for what there is."))
}

/// An answer of JSON.
pub(crate) fn json(content_type: &str, cache_control: &str, body: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, content_type))
        .insert_header((CACHE_CONTROL, cache_control))
        .body(body)
}

/// An answer's bytes.
pub(crate) fn bytes(answer: &impl Serialize) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(answer).map_err(|error| Problem::internal(&error))
}
