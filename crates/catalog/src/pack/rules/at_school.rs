//! Roles that a place must have, alone or beside others.

use crate::pack::draft::Draft;
use crate::pack::report::Report;
use crate::{RoleKind, Status};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        let (at, place) = (entry.spot(), &entry.value);
        if place.roles.is_empty() {
            report.error(at, "roles", "the place has no role", "give it a role, or remove it");
        }
        for (i, role) in place.roles.iter().enumerate() {
            let is_in_a_school = matches!(role.kind, RoleKind::WaitingStation | RoleKind::LeadParentSchool);
            if is_in_a_school && role.status != Status::Withdrawn && !place.has_role(RoleKind::School) {
                let problem = format!("{} stands only in a school, and this place is none", role.kind);
                report.error(
                    at,
                    &format!("roles[{i}].kind"),
                    problem,
                    "add the role school, or move this one to a school",
                );
            }
        }
    }
}
