//! What a family reads.

use yuren_calendar::{Admission, EntryState, Follows, MakeupWorkdays};

use crate::support::{Place, calendar};

fn waiting_station() -> Place {
    Place::open("Mo-Fr 16:00-18:00").with(Admission { follows: Some(Follows::SchoolDays), ..Admission::default() })
}

fn museum() -> Place {
    Place::open("Tu-Su 09:00-17:00; PH 09:00-17:00")
        .with(Admission { last_admission_minutes: Some(30), ..Admission::default() })
}

#[test]
fn a_waiting_station_is_open_on_a_saturday_on_which_school_is_held() {
    assert_eq!(waiting_station().says_as("候学驿站", "2025-10-11 16:30"), "今天补班，候学驿站开放到 18:00");
    assert_eq!(waiting_station().says_as("候学驿站", "2025-10-11 15:00"), "今天补班，候学驿站 16:00 开放");
}

#[test]
fn a_waiting_station_is_closed_where_no_school_is_held() {
    assert_eq!(
        waiting_station().says_as("候学驿站", "2025-10-01 16:30"),
        "今天国庆节、中秋节放假，候学驿站不开放，10月9日（周四） 16:00 开放"
    );
    assert_eq!(
        waiting_station().says_as("候学驿站", "2025-10-31 16:30"),
        "今天不上学，候学驿站不开放，周一 16:00 开放"
    );
    assert_eq!(
        waiting_station().says_as("候学驿站", "2026-02-03 16:30"),
        "今天寒假，候学驿站不开放，2月28日（周六） 16:00 开放"
    );
    assert_eq!(waiting_station().says_as("候学驿站", "2025-10-18 16:30"), "今天闭馆，周一 16:00 开放");
}

#[test]
fn a_museum_tells_its_last_admission_and_when_it_opens_next() {
    assert_eq!(museum().says("2026-03-04 10:00"), "今天开放到 17:00（16:30 停止入馆）");
    assert_eq!(museum().says("2026-03-04 16:30"), "已停止入馆，17:00 关门，明天 9:00 开放");
    assert_eq!(museum().says("2026-03-04 08:00"), "今天 9:00 开放");
    assert_eq!(museum().says("2026-03-04 17:00"), "今天闭馆，明天 9:00 开放");
    assert_eq!(museum().says("2026-03-02 10:00"), "今天闭馆，明天 9:00 开放");
}

#[test]
fn a_museum_open_on_a_monday_says_which_holiday_it_is() {
    assert_eq!(museum().says("2026-04-06 10:00"), "今天清明节放假，示例馆开放到 17:00（16:30 停止入馆）");
}

#[test]
fn one_minute_before_last_admission_one_is_let_in_and_at_it_no_more() {
    assert_eq!(museum().state("2026-03-04 16:29"), EntryState::Open);
    assert_eq!(museum().state("2026-03-04 16:30"), EntryState::ClosesBeforeEntry);
    assert_eq!(museum().state("2026-03-04 16:59"), EntryState::ClosesBeforeEntry);
    assert_eq!(museum().state("2026-03-04 17:00"), EntryState::Closed);
}

#[test]
fn an_office_that_works_on_makeup_days_is_open_on_such_a_saturday() {
    let office = |makeup| {
        Place::open("Mo-Fr 09:00-17:00; PH off").with(Admission { makeup_workdays: makeup, ..Admission::default() })
    };
    assert_eq!(office(Some(MakeupWorkdays::AsWorkday)).says("2026-05-09 10:00"), "今天补班，示例馆开放到 17:00");
    assert_eq!(office(Some(MakeupWorkdays::Closed)).says("2026-05-09 10:00"), "今天闭馆，周一 9:00 开放");
    assert_eq!(office(None).says("2026-05-09 10:00"), "今天补班，是否照常开放没有说明，请先电话确认");
}

#[test]
fn weekends_are_no_makeup_workdays() {
    let hall =
        Place::open("Sa,Su 09:00-16:00").with(Admission { follows: Some(Follows::Weekends), ..Admission::default() });
    assert_eq!(hall.says("2026-05-09 10:00"), "今天补班，示例馆不开放，明天 9:00 开放");
    assert_eq!(hall.says("2026-05-10 10:00"), "今天开放到 16:00");
}

#[test]
fn a_notice_stands_above_the_hours_and_the_later_of_two_above_the_earlier() {
    let closed = museum().announcing("2026-03-01", Some("2026-04-30"), "2026-02-20", "off");
    assert_eq!(closed.says("2026-03-04 10:00"), "今天按公告，示例馆不开放，5月1日（周五） 9:00 开放");
    let again = closed.announcing("2026-03-04", Some("2026-03-04"), "2026-03-01", "13:00-15:00");
    assert_eq!(again.says("2026-03-04 10:00"), "今天按公告，示例馆 13:00 开放");
    let reasons = again.schedule(&calendar(), "2026-03-04").reasons;
    assert_eq!(reasons, [yuren_calendar::Reason::Notice, yuren_calendar::Reason::NoticesDiffer]);
}

#[test]
fn where_nobody_gets_in_without_a_booking_the_answer_says_so() {
    let place = Place { booking_only: true, ..museum() };
    assert_eq!(place.state("2026-03-04 10:00"), EntryState::BookingOnly);
    assert_eq!(place.says("2026-03-04 10:00"), "今天开放到 17:00（16:30 停止入馆），须预约");
}

#[test]
fn what_never_closes_says_so_and_what_closes_past_midnight_says_when() {
    assert_eq!(Place::open("24/7").says("2026-03-04 03:00"), "全天开放");
    let late = Place::open("Mo-Su 18:00-02:00");
    assert_eq!(late.says("2026-03-04 20:00"), "今天开放到 明天 2:00");
    assert_eq!(late.says("2026-03-04 01:59"), "今天开放到 2:00");
    assert_eq!(Place::open("Mo-Su 18:00-24:00").says("2026-03-04 20:00"), "今天开放到 24:00");
}

#[test]
fn what_is_suspended_is_closed_whatever_its_hours() {
    let place = Place { suspended: true, ..Place::open("24/7") };
    assert_eq!(
        (place.state("2026-03-04 10:00"), place.says("2026-03-04 10:00")),
        (EntryState::Closed, "暂停开放，恢复时间未知".to_owned())
    );
}
