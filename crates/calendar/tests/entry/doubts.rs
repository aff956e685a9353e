//! What is not known is not guessed.

use yuren_calendar::{Admission, Calendar, EntryState, Follows, Reason};

use crate::support::{Place, at, calendar};

#[test]
fn unknown_hours_are_never_open() {
    assert_eq!(Place::default().says("2026-03-04 10:00"), "开放时间未知，请先电话确认");
    assert_eq!(Place::open("全年开放，详见公告").says("2026-03-04 10:00"), "开放时间只有文字说明，请看原文");
    assert_eq!(Place::open("Mo-Su 09:00-17:00 \"by appointment\"").state("2026-03-04 10:00"), EntryState::Unknown);
    assert_eq!(Place::open("Mo-Su 09:00-17:00 unknown").state("2026-03-04 10:00"), EntryState::Unknown);
    assert_eq!(Place::open("Mo-Su 09:00-17:00 unknown").state("2026-03-04 20:00"), EntryState::Closed);
}

#[test]
fn a_day_not_announced_yet_is_in_doubt_where_it_decides_and_only_there() {
    let calendar = calendar();
    let office = Place::open("Mo-Fr 09:00-17:00; PH off");
    assert_eq!(office.spans(&calendar, "2027-03-03"), "[NotAnnounced]");
    assert_eq!(office.says("2027-03-03 10:00"), "2027 年放假安排尚未公布，今天是否开放还不知道");
    // Closed on a Sunday, day off or not; but it might be a make-up workday.
    assert_eq!(office.spans(&calendar, "2027-03-07"), "[NotAnnounced]");
    assert_eq!(Place::open("Mo-Su 09:00-17:00").spans(&calendar, "2027-03-03"), "09:00-17:00");
    assert_eq!(Place::open("Tu-Su 09:00-17:00; PH 09:00-17:00").spans(&calendar, "2027-03-03"), "09:00-17:00");
    assert_eq!(Place::open("Tu-Su 09:00-17:00; PH 09:00-17:00").spans(&calendar, "2027-03-01"), "[NotAnnounced]");
}

#[test]
fn a_day_of_no_known_school_year_is_in_doubt_where_that_decides() {
    let calendar = calendar();
    let hall = Place::open("Sa,Su 09:00-16:00; SH Mo-Fr 09:00-11:00");
    assert_eq!(hall.spans(&calendar, "2024-07-17"), "[SchoolYearUnknown]");
    assert_eq!(hall.spans(&calendar, "2024-07-20"), "09:00-16:00");
    let station =
        Place::open("Mo-Fr 16:00-18:00").with(Admission { follows: Some(Follows::SchoolDays), ..Admission::default() });
    assert_eq!(station.spans(&calendar, "2024-07-17"), "[SchoolYearUnknown]");
    assert_eq!(station.spans(&calendar, "2024-07-20"), "", "no school on a weekend that is not worked");
}

#[test]
fn a_city_without_a_calendar_knows_weekdays_and_no_holidays() {
    let nothing = Calendar::default();
    assert_eq!(Place::open("Mo-Fr 09:00-17:00").spans(&nothing, "2026-03-04"), "09:00-17:00");
    assert_eq!(Place::open("Mo-Fr 09:00-17:00").spans(&nothing, "2026-03-07"), "");
    assert_eq!(Place::open("Mo-Fr 09:00-17:00; PH off").spans(&nothing, "2026-03-04"), "[NotAnnounced]");
}

#[test]
fn makeup_days_by_which_weekday_nobody_said_are_in_doubt() {
    let calendar = calendar();
    let station = Place::open("Mo-Th 16:00-18:00; Fr 15:30-17:30")
        .with(Admission { follows: Some(Follows::SchoolDays), ..Admission::default() });
    assert_eq!(station.schedule(&calendar, "2025-10-11").reasons, [Reason::MakeupHoursDiffer]);
    assert_eq!(station.spans(&calendar, "2025-10-10"), "15:30-17:30");
}

#[test]
fn a_notice_that_cannot_be_evaluated_leaves_its_days_in_doubt() {
    let calendar = calendar();
    let place = Place::open("Mo-Su 09:00-17:00").announcing("2026-03-01", None, "2026-02-20", "视天气情况开放");
    assert_eq!(place.schedule(&calendar, "2026-03-04").reasons, [Reason::Notice, Reason::NoticeNotUnderstood]);
    assert_eq!(place.spans(&calendar, "2026-02-28"), "09:00-17:00");
}

#[test]
fn the_ends_of_time_are_answered() {
    let calendar = calendar();
    let always = Place::open("Mo-Su 09:00-17:00");
    for day in ["1900-01-01", "9999-12-31"] {
        let entry = always.entry(&calendar, at(&format!("{day} 10:00")));
        assert_eq!(entry.state, EntryState::Open, "{day}");
        let entry = always.entry(&calendar, at(&format!("{day} 18:00")));
        assert_eq!(entry.state, EntryState::Closed, "{day}");
    }
    assert_eq!(Place::open("24/7").entry(&calendar, at("9999-12-31 23:59")).state, EntryState::Open);
}
