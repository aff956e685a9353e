//! The interface's description, made from the code that answers.
//!
//! The committed `openapi.json` beside this crate's manifest is what `yuren openapi` prints; a test compares the two. The
//! page's client types are made from it.

use utoipa::OpenApi;

use crate::field_study::body::SpotBody;
use crate::planning::body::{CandidatePointsBody, DemandPointsBody};
use crate::routes;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Yuren Map",
        description = "A city's free places to learn.\n\n\
            Coordinates are `lon,lat` in WGS-84; `datum=gcj02` or `bd09` says otherwise, for what goes in and what comes \
            out. Lists are separated by commas. A parameter that is not declared is refused by name. Lists of places are \
            GeoJSON; refusals are problem documents (RFC 9457), whose codes are explained at \
            [/docs/problems](/docs/problems).\n\n\
            Every answer has an entity tag; send it back in `If-None-Match` and get 304 while nothing has changed. \
            Answers come in brotli or gzip if `Accept-Encoding` says so."
    ),
    tags(
        (name = "city", description = "What the map is of"),
        (name = "places", description = "What is on it"),
        (name = "activities", description = "What takes place there, and what is taught"),
        (name = "planning", description = "Who is not served, and where the next site would go"),
        (name = "field study", description = "A day of field study for a school"),
        (name = "map", description = "What it is drawn from"),
        (name = "confirming", description = "For a place's staff, by their link"),
        (name = "editing", description = "For those who have signed in"),
        (name = "operations", description = "For those who run it"),
    ),
    paths(
        routes::city::city,
        routes::ledger::ledger,
        routes::days::days,
        routes::days::day,
        routes::events::events,
        routes::places::nearest,
        routes::places::places,
        routes::place::place,
        routes::place_days::place_days,
        routes::search::search,
        routes::activities::activities,
        routes::activities_calendar::activities_calendar,
        routes::courses::courses,
        routes::study_routes::study_routes,
        routes::study_routes::study_route,
        routes::planning::planning,
        routes::points::points,
        routes::coverage::coverage,
        routes::siting::siting,
        routes::isochrone::isochrone,
        routes::matrix::matrix,
        routes::itineraries::itineraries,
        routes::corrections::report,
        routes::corrections::report_state,
        routes::confirmations::read,
        routes::confirmations::confirm,
        routes::session::session,
        routes::session::sign_in_by_password,
        routes::session::sign_out,
        routes::oidc::providers,
        routes::oidc::start,
        routes::oidc::come_back,
        routes::admin::places::place,
        routes::admin::places::history,
        routes::admin::places::change,
        routes::admin::places::change_many,
        routes::admin::study_routes::study_routes,
        routes::admin::study_routes::study_route,
        routes::admin::study_routes::history,
        routes::admin::study_routes::change,
        routes::admin::study_routes::make,
        routes::admin::undo::place,
        routes::admin::undo::study_route,
        routes::admin::links::make,
        routes::admin::corrections::queue,
        routes::admin::corrections::close,
        routes::admin::imports::preview,
        routes::admin::imports::commit,
        routes::admin::imports::report,
        routes::map::style,
        routes::map::place_tile_json,
        routes::map::tile_json,
        routes::map::place_tile,
        routes::map::tile,
        routes::operations::health,
        routes::operations::readiness,
        routes::operations::metrics,
    ),
    components(schemas(CandidatePointsBody, DemandPointsBody, SpotBody))
)]
struct Description;

/// The description as JSON text, ending in a line feed.
pub(crate) fn json() -> Result<String, serde_json::Error> {
    Description::openapi().to_pretty_json().map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_description_is_the_codes_own() {
        let committed = include_str!("../openapi.json");
        assert!(
            committed == super::json().unwrap(),
            "crates/server/openapi.json is out of date; run: cargo run -- openapi > crates/server/openapi.json"
        );
    }
}
