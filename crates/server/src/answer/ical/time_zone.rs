//! A time zone as iCalendar describes it (RFC 5545, section 3.6.5): for programs that know it by no name.

use chrono::{DateTime, Days, FixedOffset, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::TIME;
use super::content_line::Lines;

/// Puts the zone with every change of its clocks between the two times, and a day around them.
pub(super) fn put(lines: &mut Lines, zone: Tz, first: NaiveDateTime, last: NaiveDateTime) {
    let day = Days::new(1);
    let mut at = first.checked_sub_days(day).unwrap_or(first).and_utc();
    let end = last.checked_add_days(day).unwrap_or(last).and_utc();
    lines.put("BEGIN", "VTIMEZONE");
    lines.put("TZID", zone.name());
    let standing = offset(zone, at);
    component(lines, zone, at, standing, at.naive_utc() + standing);
    while at < end {
        let Some(next) = at.checked_add_days(day) else { break };
        if offset(zone, at) != offset(zone, next) {
            let change = change_between(zone, at, next);
            let before = offset(zone, change - TimeDelta::minutes(1));
            component(lines, zone, change, before, change.naive_utc() + before);
        }
        at = next;
    }
    lines.put("END", "VTIMEZONE");
}

/// The clocks as they are from an instant on; until then they were `before` off UTC, and showed `onset`.
fn component(lines: &mut Lines, zone: Tz, from: DateTime<Utc>, before: FixedOffset, onset: NaiveDateTime) {
    let now = zone.offset_from_utc_datetime(&from.naive_utc());
    let kind = if now.dst_offset().is_zero() { "STANDARD" } else { "DAYLIGHT" };
    lines.put("BEGIN", kind);
    lines.put("DTSTART", &onset.format(TIME).to_string());
    lines.put("TZOFFSETFROM", &written(before));
    lines.put("TZOFFSETTO", &written(now.fix()));
    if let Some(name) = now.abbreviation() {
        lines.put("TZNAME", name);
    }
    lines.put("END", kind);
}

fn offset(zone: Tz, at: DateTime<Utc>) -> FixedOffset {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix()
}

/// The first whole minute of the later offset, between two instants that differ in it.
fn change_between(zone: Tz, before: DateTime<Utc>, after: DateTime<Utc>) -> DateTime<Utc> {
    let (mut low, mut high) = (0, after.signed_duration_since(before).num_minutes());
    let later = |minutes: i64| offset(zone, before + TimeDelta::minutes(minutes)) != offset(zone, before);
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        if later(middle) { high = middle } else { low = middle }
    }
    before + TimeDelta::minutes(high)
}

/// `+0800`.
fn written(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    format!("{sign}{:02}{:02}", seconds.abs() / 3_600, seconds.abs() / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(zone: Tz, first: &str, last: &str) -> Vec<String> {
        let mut lines = Lines::default();
        put(&mut lines, zone, first.parse().unwrap(), last.parse().unwrap());
        lines.into_text().lines().map(str::to_owned).collect()
    }

    #[test]
    fn a_zone_that_never_changes_has_one_component() {
        let expected = "BEGIN:VTIMEZONE TZID:Asia/Shanghai BEGIN:STANDARD DTSTART:20260904T170000 TZOFFSETFROM:+0800 \
                        TZOFFSETTO:+0800 TZNAME:CST END:STANDARD END:VTIMEZONE";
        let said = described(Tz::Asia__Shanghai, "2026-09-05T09:00:00", "2027-06-30T17:00:00");
        assert_eq!(said, expected.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn each_change_of_the_clocks_stands_at_its_local_time() {
        let said = described(Tz::Europe__Helsinki, "2026-09-05T09:00:00", "2027-06-30T17:00:00").join(" ");
        for change in [
            "BEGIN:STANDARD DTSTART:20261025T040000 TZOFFSETFROM:+0300 TZOFFSETTO:+0200 TZNAME:EET END:STANDARD",
            "BEGIN:DAYLIGHT DTSTART:20270328T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0300 TZNAME:EEST END:DAYLIGHT",
        ] {
            assert!(said.contains(change), "{said}");
        }
        assert_eq!(said.matches("BEGIN:").count(), 4, "{said}");
    }
}
