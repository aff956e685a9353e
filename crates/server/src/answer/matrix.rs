//! Many times at once, as `POST /api/v1/matrix` tells them.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::TravelMode;

use super::travel_kind::TravelKind;
use super::words::TravelModeWord;
use crate::planning::question::minutes;

/// Times from many points to many.
#[derive(Serialize, ToSchema)]
#[schema(as = Matrix)]
pub(crate) struct MatrixAnswer {
    #[schema(value_type = TravelModeWord)]
    mode: TravelMode,
    /// What the times are made from.
    travel_kind: TravelKind,
    /// A row for each of `from`, in it a time in minutes to each of `to`, rounded up to a tenth; null = there is no way.
    minutes: Vec<Vec<Option<f64>>>,
}

impl MatrixAnswer {
    pub(crate) fn new(mode: TravelMode, travel_kind: TravelKind, times: &[Vec<u32>]) -> Self {
        let row = |row: &Vec<u32>| row.iter().map(|&time| minutes(time)).collect();
        Self { mode, travel_kind, minutes: times.iter().map(row).collect() }
    }
}
