//! A role's facts make sense by themselves.

use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::{Audience, Booking, Contact, Role};

/// Longest `opening_hours` value in characters, as in OpenStreetMap.
const LONGEST_HOURS: usize = 255;
/// Longest visit: a day.
const LONGEST_VISIT_MIN: u16 = 1_440;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        for (i, role) in entry.value.roles.iter().enumerate() {
            facts(role, entry.spot(), &|name| format!("roles[{i}].{name}.value"), report);
        }
    }
}

fn facts(role: &Role, at: Spot<'_>, field: &dyn Fn(&str) -> String, report: &mut Report) {
    // Whether the hours follow the grammar is for whoever knows the grammar.
    if let Some(text) = role.hours.as_ref().map(|hours| hours.value.as_str()) {
        let length = text.chars().count();
        if text.trim().is_empty() {
            report.error(at, &field("hours"), "the hours are empty", "leave hours out where they are not known");
        } else if text.trim() != text || text.chars().any(char::is_control) {
            let problem = "the hours hold a control character, or a space at an end";
            report.error(at, &field("hours"), problem, "write them on one line, such as \"Tu-Su 09:00-17:00\"");
        } else if length > LONGEST_HOURS {
            let problem = format!("the hours have {length} characters");
            report.error(at, &field("hours"), problem, format!("shorten them to {LONGEST_HOURS} characters"));
        }
    }
    if let Some(audience) = &role.audience {
        ages(&audience.value, at, &field("audience"), report);
    }
    if let Some(booking) = &role.booking {
        groups(&booking.value, at, &field("booking"), report);
    }
    if role.capacity.as_ref().is_some_and(|capacity| capacity.value == 0) {
        report.error(at, &field("capacity"), "nobody fits in", "write a number of persons, or leave capacity out");
    }
    if let Some(minutes) = role.visit_minutes.as_ref().map(|visit| visit.value)
        && !(1..=LONGEST_VISIT_MIN).contains(&minutes)
    {
        let problem = format!("{minutes} minutes is not the length of a visit");
        report.error(at, &field("visit_minutes"), problem, format!("write minutes between 1 and {LONGEST_VISIT_MIN}"));
    }
    if role.contact.as_ref().is_some_and(|contact| contact.value == Contact::default()) {
        report.warning(at, &field("contact"), "it says nothing", "write phone or website, or leave contact out");
    }
}

fn ages(audience: &Audience, at: Spot<'_>, field: &str, report: &mut Report) {
    if let (Some(min), Some(max)) = (audience.min_age, audience.max_age)
        && min > max
    {
        let problem = format!("the youngest age, {min}, is above the oldest, {max}");
        report.error(at, &format!("{field}.min_age"), problem, "correct min_age or max_age");
    }
}

fn groups(booking: &Booking, at: Spot<'_>, field: &str, report: &mut Report) {
    for (name, size) in [("group_min", booking.group_min), ("group_max", booking.group_max)] {
        if size == Some(0) {
            report.error(
                at,
                &format!("{field}.{name}"),
                "a group of nobody",
                format!("write persons, or leave {name} out"),
            );
        }
    }
    if let (Some(min), Some(max)) = (booking.group_min, booking.group_max)
        && min > max
    {
        let problem = format!("the smallest group, {min}, is above the largest, {max}");
        report.error(at, &format!("{field}.group_min"), problem, "correct group_min or group_max");
    }
}
