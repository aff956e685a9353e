//! What this server says: the shapes of its answers and how the snapshot's places become them.
//!
//! Each type here is one JSON object, described to OpenAPI by its own documentation. Facts that are unknown are `null`,
//! never left out and never a default.

pub(crate) mod activity;
mod admission;
pub(crate) mod bilingual;
pub(crate) mod city;
pub(crate) mod confirmation;
pub(crate) mod course;
pub(crate) mod coverage;
pub(crate) mod cursor;
pub(crate) mod datum;
pub(crate) mod day;
pub(crate) mod entry;
pub(crate) mod feature;
pub(crate) mod field_study;
pub(crate) mod found;
pub(crate) mod ical;
pub(crate) mod import;
pub(crate) mod isochrone;
pub(crate) mod json_ld;
pub(crate) mod ledger;
pub(crate) mod list;
pub(crate) mod matrix;
mod offer;
pub(crate) mod place;
pub(crate) mod place_days;
mod place_offers;
pub(crate) mod planning;
pub(crate) mod points;
pub(crate) mod provenance;
mod region;
mod role;
pub(crate) mod siting;
pub(crate) mod study_route;
mod tally;
pub(crate) mod travel_kind;
pub(crate) mod words;
