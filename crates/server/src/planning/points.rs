//! Points of the asker's own from a file: what is said of it, and what of it a question takes.

use serde::Deserialize;
use utoipa::ToSchema;
use yuren_index::Snapshot;
use yuren_ingest::points::{self, ColumnNames, PointBounds, PointUse, PointsAsked, PointsReading};

use super::limits::{CANDIDATES, DEMAND_POINTS, ID_CHARS, NAME_CHARS, WEIGHT};
use super::spot::around;
use crate::import_options::DatumChoice;

/// What is said of a file of points. Everything but `use` may be left out.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PointsOptions {
    /// What the points are for.
    #[serde(rename = "use")]
    purpose: PointsUse,
    /// The datum of the file's coordinates; left out: told from where its rows ought to be.
    datum: Option<DatumChoice>,
    /// Columns by their names in the header, `""` for none; those left out are told from it.
    columns: Option<ColumnNames>,
    /// Whether the weights are people; left out: if the header of the weights says so.
    is_population: Option<bool>,
}

/// What points are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PointsUse {
    /// Demand points; at most 20,000.
    Demand,
    /// Places where a new site may stand; at most 5,000.
    Candidates,
}

impl PointsOptions {
    /// Whether the points have weights.
    pub(crate) fn is_weighed(&self) -> bool {
        self.purpose == PointsUse::Demand
    }

    /// Reads a file by them. Whatever is taken, a question takes.
    pub(crate) fn read(&self, bytes: &[u8], file_name: &str, snapshot: &Snapshot) -> PointsReading {
        let (purpose, points) = match self.purpose {
            PointsUse::Demand => (PointUse::Demand, DEMAND_POINTS),
            PointsUse::Candidates => (PointUse::Candidates, CANDIDATES),
        };
        let within = around(snapshot);
        let bounds = PointBounds { points, within, id_chars: ID_CHARS, name_chars: NAME_CHARS, weight: WEIGHT };
        let asked = PointsAsked {
            purpose,
            datum: self.datum.and_then(DatumChoice::name),
            columns: self.columns.clone().unwrap_or_default(),
            is_population: self.is_population,
            bounds,
        };
        points::read(bytes, file_name, &asked, snapshot)
    }
}
