//! Activities as an iCalendar stream (RFC 5545) that calendar programs subscribe to.
//!
//! The same revision of the same city gives the same bytes: nothing here asks what time it is.

mod content_line;
mod field_study;
mod time_zone;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use yuren_catalog::calendar::{LONGEST_REPETITION_DAYS, Recurrence, RecurrenceEnd};
use yuren_catalog::{Activity, Place, Status};
use yuren_index::Snapshot;
use yuren_tiles::Lang;

use self::content_line::{Lines, escaped};
pub(crate) use self::field_study::field_study_calendar;

/// How a time stands in iCalendar, without its zone.
const TIME: &str = "%Y%m%dT%H%M%S";
/// How a day does.
const DAY: &str = "%Y%m%d";

/// The activities as one calendar of this name, in the order given.
pub(crate) fn calendar(snapshot: &Snapshot, activities: &[(&Place, &Activity)], name: &str) -> String {
    let city = snapshot.city();
    let zone: Tz = city.time_zone.parse().unwrap_or(Tz::UTC);
    let mut lines = Lines::default();
    head(&mut lines, name, Lang::Zh);
    lines.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    let first = activities.iter().map(|(_, activity)| activity.starts).min();
    let last = activities.iter().map(|(_, activity)| last_end(activity)).max();
    if let (Some(first), Some(last)) = (first, last) {
        time_zone::put(&mut lines, zone, first, last);
    }
    for (place, activity) in activities {
        event(&mut lines, snapshot, zone, place, activity);
    }
    lines.put("END", "VCALENDAR");
    lines.into_text()
}

/// How a calendar of this name and in this language begins.
fn head(lines: &mut Lines, name: &str, lang: Lang) {
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", &format!("-//Yuren Map//Yuren Map//{}", lang.as_str().to_uppercase()));
    lines.put("NAME", &escaped(name));
    // What most programs read, older than NAME (RFC 7986).
    lines.put("X-WR-CALNAME", &escaped(name));
}

/// No time of the activity ends later.
fn last_end(activity: &Activity) -> NaiveDateTime {
    let days = if activity.repeats.is_some() { LONGEST_REPETITION_DAYS } else { 0 };
    activity.ends.checked_add_days(Days::new(days.into())).unwrap_or(activity.ends)
}

fn event(lines: &mut Lines, snapshot: &Snapshot, zone: Tz, place: &Place, activity: &Activity) {
    let city = snapshot.city();
    let is_synthetic = snapshot.sources().get(&activity.provenance.source).is_some_and(|source| source.synthetic);
    lines.put("BEGIN", "VEVENT");
    lines.put("UID", &format!("{}@{}.yuren-map", activity.id, city.adcode));
    // When the data was, not when it was asked for; which of two is newer, SEQUENCE says.
    lines.put("DTSTAMP", &format!("{}Z", city.data_date.and_time(NaiveTime::MIN).format(TIME)));
    lines.put("SEQUENCE", &snapshot.revision().min(i32::MAX as u64).to_string());
    times(lines, zone, activity);
    lines.put("SUMMARY", &escaped(&activity.title));
    let example = is_synthetic.then_some("示例数据 · Example data");
    let told = [activity.summary.as_deref(), example].into_iter().flatten().collect::<Vec<_>>().join("\n");
    if !told.is_empty() {
        lines.put("DESCRIPTION", &escaped(&told));
    }
    let spot = [Some(place.name.as_str()), place.address.as_deref()].into_iter().flatten().collect::<Vec<_>>();
    lines.put("LOCATION", &escaped(&spot.join(" ")));
    lines.put("GEO", &format!("{:.6};{:.6}", place.position.point.lat(), place.position.point.lon()));
    let words = [Some(activity.kind.name_zh()), activity.series.as_deref(), is_synthetic.then_some("示例")];
    lines.put("CATEGORIES", &words.into_iter().flatten().map(escaped).collect::<Vec<_>>().join(","));
    if let Some(url) = &activity.url {
        lines.put("URL", url);
    }
    lines.put("STATUS", if activity.status == Status::Active { "CONFIRMED" } else { "CANCELLED" });
    lines.put("END", "VEVENT");
}

/// When it takes place. What one visits during the hours of many days takes whole days and keeps nobody busy.
fn times(lines: &mut Lines, zone: Tz, activity: &Activity) {
    let except =
        |form: &dyn Fn(NaiveDate) -> String| activity.except.iter().map(|&day| form(day)).collect::<Vec<_>>().join(",");
    if activity.during_hours {
        let after = activity.ends.date().succ_opt().unwrap_or(activity.ends.date());
        lines.put("DTSTART;VALUE=DATE", &activity.starts.format(DAY).to_string());
        lines.put("DTEND;VALUE=DATE", &after.format(DAY).to_string());
        lines.put("TRANSP", "TRANSPARENT");
        if let Some(rule) = &activity.repeats {
            lines.put("RRULE", &rule.to_string());
        }
        if !activity.except.is_empty() {
            lines.put("EXDATE;VALUE=DATE", &except(&|day| day.format(DAY).to_string()));
        }
        return;
    }
    let zoned = |name: &str| format!("{name};TZID={}", zone.name());
    lines.put(&zoned("DTSTART"), &activity.starts.format(TIME).to_string());
    lines.put(&zoned("DTEND"), &activity.ends.format(TIME).to_string());
    if let Some(rule) = &activity.repeats {
        lines.put("RRULE", &in_utc(rule, zone));
    }
    if !activity.except.is_empty() {
        let at = activity.starts.time();
        lines.put(&zoned("EXDATE"), &except(&|day| day.and_time(at).format(TIME).to_string()));
    }
}

/// The rule with its last day as the last second of that day in UTC, as a rule of zoned times must have it (RFC 5545, section
/// 3.3.10).
fn in_utc(rule: &Recurrence, zone: Tz) -> String {
    let text = rule.to_string();
    let RecurrenceEnd::Until(day) = rule.end() else { return text };
    let end = day.and_hms_opt(23, 59, 59).unwrap_or(NaiveDateTime::MAX);
    let instant = end.and_local_timezone(zone).latest().map_or(end, |instant| instant.naive_utc());
    text.replace(&format!("UNTIL={}", day.format(DAY)), &format!("UNTIL={}Z", instant.format(TIME)))
}
