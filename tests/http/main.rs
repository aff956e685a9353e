//! The built binary, asked over HTTP: a module a resource, a test a sentence about what it answers.
//!
//! Tests share a server while they can ([`yuren_tests::Server::shared`]); whoever spoils a pack or reads a log starts one
//! of their own.

mod activities;
mod caching;
mod city;
mod confirmations;
mod corrections;
mod coverage;
mod days;
mod docs;
mod editing;
mod errors;
mod feature;
mod headers;
mod importing;
mod isochrone;
mod itineraries;
mod matrix;
mod nearest;
mod oidc;
mod open;
mod operations;
mod pack_change;
mod place;
mod places;
mod planning;
mod points;
mod provider;
mod search;
mod serve;
mod siting;
mod spoiled;
mod street_legs;
mod streets;
mod streets_town;
mod study_route_days;
mod study_routes;
mod tiles;
mod uploading;

/// 个园 in WGS-84: a garden in 广陵区, whose GCJ-02 neighbours lie in 邗江区.
const GE_GARDEN: (f64, f64) = (119.4382, 32.4012);

/// The ten role kinds, in the order in which answers list them.
const ROLE_KINDS: [&str; 10] = [
    "venue",
    "parent_school",
    "waiting_station",
    "school",
    "lead_parent_school",
    "heritage",
    "demo_community",
    "demo_station",
    "counselling",
    "practice_centre",
];

/// A JSON number.
fn number(value: &serde_json::Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

/// The longitude and latitude of a feature's point.
fn point(feature: &serde_json::Value) -> (f64, f64) {
    let coordinates = &feature["geometry"]["coordinates"];
    (number(&coordinates[0]), number(&coordinates[1]))
}

/// The roles of a feature.
fn roles(feature: &serde_json::Value) -> &Vec<serde_json::Value> {
    feature["properties"]["roles"].as_array().unwrap_or_else(|| panic!("{feature} has no roles"))
}

/// Codes of the regions around a feature, outermost first.
fn region_codes(feature: &serde_json::Value) -> Vec<&str> {
    let regions = feature["properties"]["regions"].as_array().unwrap_or_else(|| panic!("{feature} has no regions"));
    regions.iter().filter_map(|region| region["code"].as_str()).collect()
}
