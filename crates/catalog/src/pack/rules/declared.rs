//! What the city declares beside what the pack holds.

use crate::pack::CITY;
use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::{Bound, City, RoleKind, Status};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    let Some(city) = &draft.city else { return };
    kinds(city, report);
    // Where places could not be read, their number says nothing.
    if !draft.unread.places {
        counts(city, &located(draft), report);
    }
}

/// Every kind is declared once.
fn kinds(city: &City, report: &mut Report) {
    let at = Spot::file(CITY);
    for kind in RoleKind::ALL {
        let mut rows = city.declared.iter().enumerate().filter(|(_, declared)| declared.kind == kind);
        if rows.next().is_none() {
            let problem = format!("{kind} is not declared");
            report.warning(
                at,
                "declared",
                problem,
                format!("add a table with kind = \"{kind}\" and a count, if need be 0"),
            );
        }
        for (i, _) in rows {
            let problem = format!("{kind} is declared a second time");
            report.error(at, &format!("declared[{i}].kind"), problem, "keep one of the tables");
        }
    }
}

/// Roles that stand, by `kind as usize`.
fn located(draft: &Draft) -> [u32; RoleKind::ALL.len()] {
    let mut located = [0; RoleKind::ALL.len()];
    let standing = draft.places.iter().map(|entry| &entry.value).filter(|place| place.status != Status::Withdrawn);
    for role in standing.flat_map(|place| &place.roles).filter(|role| role.status != Status::Withdrawn) {
        located[role.kind as usize] += 1;
    }
    located
}

fn counts(city: &City, located: &[u32; RoleKind::ALL.len()], report: &mut Report) {
    for (i, declared) in city.declared.iter().enumerate() {
        let found = located[declared.kind as usize];
        let wanted = match declared.bound {
            Bound::Exact if found != declared.count => declared.count.to_string(),
            Bound::Floor if found <= declared.count => format!("more than {}", declared.count),
            Bound::Exact | Bound::Floor => continue,
        };
        let problem = format!("the city declares {wanted} of {}; the pack has {found}", declared.kind);
        let mend = "add or withdraw places with that role, or correct the count";
        report.warning(Spot::file(CITY), &format!("declared[{i}].count"), problem, mend);
    }
}
