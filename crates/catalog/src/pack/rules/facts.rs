//! A role's facts make sense by themselves.

use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::{Audience, Booking, Contact, Role};

/// Longest `opening_hours` value in characters, as in OpenStreetMap.
const LONGEST_HOURS: usize = 255;
/// Longest visit: a day.
const LONGEST_VISIT_MIN: u16 = 1_440;
/// Most notices of one role.
const MOST_NOTICES: usize = 50;
/// Longest text of a notice in characters.
const LONGEST_NOTICE: usize = 200;
/// Most slots that one books in a day.
const MOST_SLOTS: usize = 48;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        for (i, role) in entry.value.roles.iter().enumerate() {
            facts(role, entry.spot(), &|name| format!("roles[{i}].{name}.value"), report);
        }
    }
}

fn facts(role: &Role, at: Spot<'_>, field: &dyn Fn(&str) -> String, report: &mut Report) {
    // Hours that do not follow the grammar are kept, and shown as text.
    if let Some(hours) = &role.hours {
        hours_text(&hours.value, at, &field("hours"), report);
    }
    if let Some(minutes) = role.admission.as_ref().and_then(|admission| admission.value.last_admission_minutes)
        && minutes >= LONGEST_VISIT_MIN
    {
        let problem = format!("{minutes} minutes before closing is never");
        let mend = format!("write minutes below {LONGEST_VISIT_MIN}, or leave last_admission_minutes out");
        report.error(at, &format!("{}.last_admission_minutes", field("admission")), problem, mend);
    }
    notices(role, at, field("notices").trim_end_matches(".value"), report);
    if let Some(audience) = &role.audience {
        ages(&audience.value, at, &field("audience"), report);
    }
    if let Some(booking) = &role.booking {
        bookings(&booking.value, at, &field("booking"), report);
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

fn hours_text(text: &str, at: Spot<'_>, field: &str, report: &mut Report) {
    let length = text.chars().count();
    if text.trim().is_empty() {
        report.error(at, field, "the hours are empty", "leave hours out where they are not known");
    } else if text.trim() != text || text.chars().any(char::is_control) {
        let problem = "the hours hold a control character, or a space at an end";
        report.error(at, field, problem, "write them on one line, such as \"Tu-Su 09:00-17:00\"");
    } else if length > LONGEST_HOURS {
        let problem = format!("the hours have {length} characters");
        report.error(at, field, problem, format!("shorten them to {LONGEST_HOURS} characters"));
    }
}

fn notices(role: &Role, at: Spot<'_>, field: &str, report: &mut Report) {
    let count = role.notices.len();
    if count > MOST_NOTICES {
        let mend = format!("leave out those that are over; at most {MOST_NOTICES} are kept");
        report.error(at, field, format!("{count} notices"), mend);
    }
    for notice in role.notices.iter().map(|notice| &notice.value) {
        if let Some(to) = notice.to.filter(|&to| to < notice.from) {
            let problem = format!("a notice ends on {to}, before it begins on {}", notice.from);
            report.error(at, field, problem, "correct from or to");
        }
        hours_text(&notice.hours, at, field, report);
        if let Some(length) = notice.text.as_ref().map(|text| text.chars().count())
            && !(1..=LONGEST_NOTICE).contains(&length)
        {
            let problem = format!("a notice's text has {length} characters");
            report.error(at, field, problem, format!("write 1 to {LONGEST_NOTICE} characters, or leave text out"));
        }
    }
}

pub(super) fn ages(audience: &Audience, at: Spot<'_>, field: &str, report: &mut Report) {
    if let (Some(min), Some(max)) = (audience.min_age, audience.max_age)
        && min > max
    {
        let problem = format!("the youngest age, {min}, is above the oldest, {max}");
        report.error(at, &format!("{field}.min_age"), problem, "correct min_age or max_age");
    }
}

pub(super) fn bookings(booking: &Booking, at: Spot<'_>, field: &str, report: &mut Report) {
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
    let count = booking.slots.len();
    if count > MOST_SLOTS {
        let problem = format!("{count} slots a day");
        report.error(at, &format!("{field}.slots"), problem, format!("at most {MOST_SLOTS} are kept"));
    }
    if let Some(slot) = booking.slots.iter().find(|slot| slot.from >= slot.to) {
        let problem = format!("the slot {} to {} ends before it begins", slot.from, slot.to);
        report.error(at, &format!("{field}.slots"), problem, "correct from or to");
    }
    if let (Some(min), Some(max)) = (booking.group_min, booking.group_max)
        && min > max
    {
        let problem = format!("the smallest group, {min}, is above the largest, {max}");
        report.error(at, &format!("{field}.group_min"), problem, "correct group_min or group_max");
    }
}
