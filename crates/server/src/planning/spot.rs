//! A point in a planner's question: a coordinate, and not far from the city.

use yuren_geodesy::{BBox, LonLat, Wgs84};
use yuren_index::Snapshot;

use super::limits::AROUND_CITY_DEGREES;
use super::refusal::invalid;
use crate::problem::Problem;

/// The point at `lon`, `lat` of the object at `pointer`.
pub(crate) fn spot(snapshot: &Snapshot, pointer: &str, lon: f64, lat: f64) -> Result<LonLat<Wgs84>, Problem> {
    let [west, south, east, north] = around(snapshot).to_array();
    let allowed = || format!("lon {west} to {east} and lat {south} to {north}: the city and what is around it");
    match LonLat::<Wgs84>::new(lon, lat) {
        Ok(at) if around(snapshot).contains(at) => Ok(at),
        Ok(_) => Err(invalid(pointer, format_args!("{lon},{lat}"), "lies outside the city", allowed())),
        Err(error) => Err(invalid(pointer, format_args!("{lon},{lat}"), &format!("is no point: {error}"), allowed())),
    }
}

/// The city's box and what is close to it.
pub(crate) fn around(snapshot: &Snapshot) -> BBox {
    let [west, south, east, north] = snapshot.city().bbox;
    let grown = BBox::new(
        (west - AROUND_CITY_DEGREES).max(-180.0),
        (south - AROUND_CITY_DEGREES).max(-90.0),
        (east + AROUND_CITY_DEGREES).min(180.0),
        (north + AROUND_CITY_DEGREES).min(90.0),
    );
    // A pack whose box is none is refused before it is served.
    grown.expect("a box grown is a box")
}
