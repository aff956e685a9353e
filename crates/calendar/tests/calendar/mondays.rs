//! "Closed on Mondays except on holidays" stands or falls with the Mondays that are off.

use chrono::{Datelike, NaiveDate, Weekday};
use yuren_calendar::{DayKind, OffReason};

use crate::support::{date, days, public};

#[test]
fn fourteen_mondays_of_2024_to_2026_are_off_and_five_of_them_by_law() {
    use OffReason::{Bridged, Statutory, Substitute};
    // Each settled by the notice of its year.
    let by_notice: [(&str, OffReason, &str); 14] = [
        ("2024-01-01", Statutory, "元旦:1月1日放假,与周末连休"),
        ("2024-02-12", Statutory, "春节:2月10日至17日; 10 to 12 February are the first three days of the lunar year"),
        ("2024-06-10", Statutory, "端午节:6月10日放假,与周末连休"),
        ("2024-09-16", Bridged, "中秋节:9月15日至17日,9月14日上班"),
        ("2024-10-07", Bridged, "国庆节:10月1日至7日,9月29日、10月12日上班"),
        ("2025-02-03", Bridged, "春节:1月28日至2月4日,1月26日、2月8日上班"),
        ("2025-05-05", Bridged, "劳动节:5月1日至5日,4月27日上班"),
        ("2025-06-02", Substitute, "端午节:5月31日(周六)至6月2日,不调休"),
        ("2025-10-06", Statutory, "国庆节、中秋节:10月1日至8日; 6 October is Mid-Autumn"),
        ("2026-02-16", Statutory, "春节:2月15日至23日; 16 February is the lunar year's last day"),
        ("2026-02-23", Bridged, "春节:2月15日至23日,2月14日、2月28日上班"),
        ("2026-04-06", Substitute, "清明节:4月4日至6日; 5 April is a Sunday"),
        ("2026-05-04", Substitute, "劳动节:5月1日至5日; 2 May is a Saturday"),
        ("2026-10-05", Substitute, "国庆节:10月1日至7日; 3 October is a Saturday"),
    ];
    let calendar = public();
    let mondays = || days("2024-01-01", "2026-12-31").filter(|day| day.weekday() == Weekday::Mon);
    assert_eq!(mondays().count(), 157);
    let off: Vec<(NaiveDate, OffReason)> =
        mondays().filter_map(|day| calendar.day(day).off_reason.map(|reason| (day, reason))).collect();
    assert_eq!(off, by_notice.map(|(text, reason, _)| (date(text), reason)));
    assert_eq!(off.iter().filter(|(_, reason)| *reason == Statutory).count(), 5);
    for day in mondays().filter(|day| calendar.day(*day).off_reason.is_none()) {
        assert_eq!(calendar.day(day).kind, Some(DayKind::Workday), "{day}");
    }
}
