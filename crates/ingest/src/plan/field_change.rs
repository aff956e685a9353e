//! What differs between a place as it stands and as a list has it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Place, Position, Status};

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldChange {
    /// Its path, such as `roles.venue.hours`.
    pub field: String,
    /// What stands there; empty where nothing does.
    pub before: String,
    /// What is said instead.
    pub after: String,
}

/// A place with a row laid over it.
pub(super) struct Merged {
    pub(super) place: Place,
    /// What changed.
    pub(super) fields: Vec<FieldChange>,
    /// What the list says otherwise and others maintain.
    pub(super) kept: Vec<FieldChange>,
}

/// A field that differs, by its path.
pub(super) fn change(field: &str, before: &str, after: &str) -> FieldChange {
    FieldChange { field: field.to_owned(), before: before.to_owned(), after: after.to_owned() }
}

/// A status as changes name it.
pub(super) fn status_text(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Suspended => "suspended",
        Status::Withdrawn => "withdrawn",
    }
}

/// A point as changes name it.
pub(super) fn point_text(position: &Position) -> String {
    format!("{}, {}", position.point.lon(), position.point.lat())
}
