//! What a list claims of a place goes and comes back.

use yuren_catalog::{Place, Status};

use super::field_change::{FieldChange, change, status_text};
use crate::Import;

/// Withdraws what this list claims of a place: its roles; and, if none is left, the place.
pub(super) fn withdraw(place: &mut Place, import: &Import<'_>) -> Vec<FieldChange> {
    let mut fields = Vec::new();
    for role in &mut place.roles {
        if role.claim.source == import.source_key && role.status != Status::Withdrawn {
            fields.push(change(&format!("roles.{}.status", role.kind), status_text(role.status), "withdrawn"));
            role.status = Status::Withdrawn;
        }
    }
    if !fields.is_empty() && place.roles.iter().all(|role| role.status == Status::Withdrawn) {
        fields.push(change("status", status_text(place.status), "withdrawn"));
        place.status = Status::Withdrawn;
    }
    fields
}

/// Lets a withdrawn place stand again.
pub(super) fn stand_again(place: &mut Place, import: &Import<'_>) -> Vec<FieldChange> {
    place.status = Status::Active;
    for role in place.roles.iter_mut().filter(|role| role.claim.source == import.source_key) {
        role.status = Status::Active;
    }
    vec![change("status", "withdrawn", "active")]
}
