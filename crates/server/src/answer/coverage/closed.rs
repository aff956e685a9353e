//! The streets that a scenario closes, as answers on coverage show them.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_geodesy::DatumName;

use crate::answer::datum::in_datum;
use crate::planning::streets::Stretch;

/// A stretch of street that the scenario closes, mostly from one crossing to the next. Nobody travels along it, either way.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageClosedStretch)]
pub(crate) struct ClosedAnswer {
    /// Longitude of the stretch's point that is nearest to the spot asked for, in WGS-84 degrees.
    lon: f64,
    /// Latitude of the same.
    lat: f64,
    /// The whole stretch: `[lon, lat]` of its points in WGS-84 degrees.
    line: Vec<[f64; 2]>,
    /// Its length along its points, in metres.
    pub(crate) length_m: f64,
}

impl ClosedAnswer {
    pub(super) fn new(stretch: &Stretch) -> Self {
        let [lon, lat] = in_datum(DatumName::Wgs84, stretch.at);
        Self { lon, lat, line: stretch.line.clone(), length_m: (stretch.length_m * 10.0).round() / 10.0 }
    }
}
