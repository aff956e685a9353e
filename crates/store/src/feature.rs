//! Places as they are stored.

use serde::Serialize;
use yuren_catalog::Place;

use crate::StoreError;

/// Largest place, in bytes of its feature.
const LARGEST: usize = 256 * 1024;

/// A place of a batch, as the statements take it.
#[derive(Serialize)]
pub(crate) struct PlaceRow<'a> {
    pub(crate) id: &'a str,
    pub(crate) before: Option<String>,
    pub(crate) after: String,
}

/// The place's text, if it can be stored.
pub(crate) fn to_text(place: &Place) -> Result<String, StoreError> {
    let text = place.to_feature_json();
    let id = &place.id;
    if text.len() > LARGEST {
        return Err(StoreError::OutOfBounds(format!("{id} has {} bytes; allowed: at most {LARGEST}", text.len())));
    }
    // PostgreSQL's jsonb cannot hold it.
    if text.contains("\\u0000") {
        return Err(StoreError::OutOfBounds(format!("{id} holds a NUL character; allowed: none")));
    }
    Ok(text)
}

/// The inverse of [`to_text`].
pub(crate) fn from_text(id: &str, text: &str) -> Result<Place, StoreError> {
    Place::from_feature_json(text).map_err(|finding| {
        let field = finding.field.unwrap_or_default();
        StoreError::Corrupt(format!("place {id} cannot be read: field {field:?}"))
    })
}

/// Rows as the JSON array that a statement takes apart.
pub(crate) fn to_json(rows: &[impl Serialize]) -> String {
    serde_json::to_string(rows).expect("rows have string keys only")
}
