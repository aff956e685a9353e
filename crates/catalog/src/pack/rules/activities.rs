//! Activities that can take place.

use chrono::{Datelike, Days};
use yuren_calendar::RecurrenceEnd;

use super::{contact, facts, names, offers};
use crate::pack::draft::Draft;
use crate::pack::report::{Report, Spot};
use crate::{Activity, Place};

/// Most activities of one place.
const MOST: usize = 500;
/// Longest activity in days: an exhibition of a year.
const LONGEST_DAYS: u64 = 366;
/// Most days left out of one rule.
const MOST_EXCEPTIONS: usize = 366;
/// The first and the last year in which an activity may begin: beyond, somebody mistyped.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        let (at, place) = (entry.spot(), &entry.value);
        offers::at_most(place.activities.len(), MOST, "activities", at, report);
        for (i, activity) in place.activities.iter().enumerate() {
            let field = |name: &str| format!("activities[{i}].{name}");
            offers::check(
                &offers::Offer {
                    title: &activity.title,
                    title_en: activity.title_en.as_deref(),
                    summary: activity.summary.as_deref(),
                    provenance: &activity.provenance,
                    role: activity.role.as_ref(),
                },
                place,
                draft,
                at,
                &field,
                report,
            );
            of_activity(activity, place, at, &field, report);
        }
    }
}

fn of_activity(activity: &Activity, place: &Place, at: Spot<'_>, field: &dyn Fn(&str) -> String, report: &mut Report) {
    times(activity, at, field, report);
    repetition(activity, at, field, report);
    if activity.during_hours && !place.roles.iter().any(|role| role.hours.is_some()) {
        let problem = "one comes during the place's hours, and it has none";
        report.warning(at, &field("during_hours"), problem, "give a role of the place its hours");
    }
    if let Some(series) = &activity.series {
        names::check_text(at, &field("series"), series, names::LONGEST, report);
    }
    if let Some(url) = &activity.url {
        contact::check_url(at, &field("url"), url, report);
    }
    if let Some(audience) = &activity.audience {
        facts::ages(audience, at, &field("audience"), report);
    }
    if let Some(booking) = &activity.booking {
        facts::bookings(booking, at, &field("booking"), report);
    }
    if activity.capacity == Some(0) {
        report.error(at, &field("capacity"), "nobody fits in", "write a number of persons, or leave capacity out");
    }
}

fn times(activity: &Activity, at: Spot<'_>, field: &dyn Fn(&str) -> String, report: &mut Report) {
    let (starts, ends) = (activity.starts, activity.ends);
    if !YEARS.contains(&starts.year()) {
        let mend = format!("write a year from {} to {}", YEARS.start(), YEARS.end());
        report.error(at, &field("starts"), format!("it begins in the year {}", starts.year()), mend);
    } else if ends <= starts {
        let problem = format!("it ends on {ends}, not after it begins on {starts}");
        report.error(at, &field("ends"), problem, "correct starts or ends");
    } else if ends > starts + Days::new(LONGEST_DAYS) {
        let problem = format!("it lasts from {starts} to {ends}");
        let mend = format!("an activity lasts at most {LONGEST_DAYS} days: what goes on for ever is no activity");
        report.error(at, &field("ends"), problem, mend);
    }
}

fn repetition(activity: &Activity, at: Spot<'_>, field: &dyn Fn(&str) -> String, report: &mut Report) {
    let Some(rule) = &activity.repeats else {
        if !activity.except.is_empty() {
            let problem = "days are left out of what takes place once";
            report.error(at, &field("except"), problem, "give the rule in repeats, or leave except out");
        }
        return;
    };
    let first = activity.starts.date();
    // What follows from a rule that its own beginning does not is undefined (RFC 5545, section 3.8.5.3).
    if !rule.falls_on(first, first) {
        let problem = format!("the rule {rule} does not fall on {first}, on which it begins");
        report.error(at, &field("repeats"), problem, "let it begin on a day of the rule");
    }
    if rule.end() == RecurrenceEnd::Never {
        let problem = format!("the rule {rule} has no end");
        report.warning(at, &field("repeats"), problem, "add COUNT or UNTIL: who knows that it goes on?");
    }
    let count = activity.except.len();
    if count > MOST_EXCEPTIONS {
        let mend = format!("leave out those that are over; at most {MOST_EXCEPTIONS} are kept");
        report.error(at, &field("except"), format!("{count} days are left out"), mend);
    }
}
