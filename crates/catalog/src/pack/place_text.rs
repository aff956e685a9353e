//! One place as text: the same GeoJSON feature that stands as a line in a pack's file of places.

use super::Finding;
use super::finding::Severity;
use super::read::fit_json;
use super::shape::PlaceFeature;
use crate::Place;

impl Place {
    /// The place as a GeoJSON feature on one line, as in `places/<district>.geojson`: equal places give equal text.
    /// Coordinates have 7 decimals.
    pub fn to_feature_json(&self) -> String {
        serde_json::to_string(&PlaceFeature::from(self)).expect("a place has string keys only")
    }

    /// The inverse of [`Place::to_feature_json`]; the error names the field, what is wrong with it, and what would mend it.
    ///
    /// Only the shape is read here: whether region and sources are known, and all else that a rule says, is not.
    #[allow(clippy::result_large_err)] // a finding is what it is; one is made for a text, not for each of many
    pub fn from_feature_json(text: &str) -> Result<Self, Finding> {
        let raw = serde_json::from_str(text).map_err(|error| Finding {
            severity: Severity::Error,
            file: String::new(),
            feature: None,
            field: None,
            problem: format!("not JSON: {error}"),
            mend: "write one GeoJSON feature".to_owned(),
        })?;
        fit_json::<PlaceFeature>(raw).map(Self::from).map_err(|misfit| Finding {
            severity: Severity::Error,
            file: String::new(),
            feature: None,
            field: (!misfit.field.is_empty()).then_some(misfit.field),
            problem: misfit.problem,
            mend: misfit.mend,
        })
    }
}
