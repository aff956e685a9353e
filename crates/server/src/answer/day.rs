//! Days as answers show them.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::{
    Calendar, ClockTime, Coverage, Day, DayKind, OffReason, SchoolDay, SchoolStage, SchoolYear, YearNotice,
};

use super::bilingual::Bilingual;
use super::words::{DayKindWord, OffReasonWord, SchoolDayWord, SchoolStageWord};

/// A date by the public calendar and the city's school year.
#[derive(Serialize, ToSchema)]
#[schema(as = Day)]
pub(crate) struct DayAnswer<'a> {
    #[schema(value_type = String, format = Date, example = "2026-10-10")]
    date: NaiveDate,
    /// 1 = Monday to 7 = Sunday.
    #[schema(minimum = 1, maximum = 7)]
    weekday: u32,
    /// Null = no notice covers it.
    #[schema(required, value_type = Option<DayKindWord>)]
    kind: Option<DayKind>,
    /// Whether a notice covers it.
    announced: bool,
    /// Why it is off; null unless `kind` is `off_day`.
    #[schema(required, value_type = Option<OffReasonWord>)]
    off_reason: Option<OffReason>,
    /// Whether it is a holiday by law (法定节假日).
    statutory: bool,
    /// The holiday that it is off for, or worked for; null = none.
    #[schema(required)]
    holiday: Option<Bilingual<'a>>,
    /// Whether school is held; null = not known.
    #[schema(required)]
    school_day: Option<bool>,
    /// What it is to the schools; null = not known.
    #[schema(required, value_type = Option<SchoolDayWord>)]
    school: Option<SchoolDay>,
    /// When school is out, youngest first; empty where no school is held or no time is known.
    dismissal: Vec<DismissalAnswer>,
    /// The notice that says what kind of day it is; null = none covers it.
    #[schema(required)]
    notice: Option<PublicNotice<'a>>,
    /// The school year that it lies in; null = none is known.
    #[schema(required)]
    school_year: Option<SchoolYearAnswer<'a>>,
    /// What `kind`, `off_reason` and `holiday` say, in a few words.
    words: Bilingual<'a>,
}

/// Days in order.
#[derive(Serialize, ToSchema)]
#[schema(as = Days)]
pub(crate) struct DaysAnswer<'a> {
    days: Vec<DayAnswer<'a>>,
    /// The first of them.
    #[schema(value_type = String, format = Date)]
    from: NaiveDate,
    /// The last of them.
    #[schema(value_type = String, format = Date)]
    to: NaiveDate,
}

/// When school is out for a stage (放学时间).
#[derive(Serialize, ToSchema)]
#[schema(as = Dismissal)]
struct DismissalAnswer {
    #[schema(value_type = SchoolStageWord)]
    stage: SchoolStage,
    /// Time of day in the city.
    #[schema(value_type = String, example = "16:30")]
    time: ClockTime,
}

/// A year's notice of the State Council's General Office.
#[derive(Serialize, ToSchema)]
struct PublicNotice<'a> {
    title: &'a str,
    #[schema(example = "国办发明电〔2025〕7号")]
    number: &'a str,
    #[schema(value_type = String, format = Date)]
    issued_on: NaiveDate,
    /// Where it can be read.
    #[schema(required)]
    url: Option<&'a str>,
}

/// A city's school year.
#[derive(Serialize, ToSchema)]
#[schema(as = SchoolYear)]
struct SchoolYearAnswer<'a> {
    title: &'a str,
    title_en: &'a str,
    issuer: &'a str,
    /// Whether it is made up; whoever shows it says so.
    example: bool,
}

impl<'a> DayAnswer<'a> {
    pub(crate) fn new(day: &Day<'a>) -> Self {
        let public = &day.public;
        let dismissal = |stage| day.dismissal(stage).map(|time| DismissalAnswer { stage, time });
        Self {
            date: day.date,
            weekday: day.date.weekday().number_from_monday(),
            kind: public.kind,
            announced: public.coverage == Coverage::Announced,
            off_reason: public.off_reason,
            statutory: public.off_reason == Some(OffReason::Statutory),
            holiday: public
                .holiday
                .map(|holiday| Bilingual { zh: holiday.name.as_str().into(), en: holiday.name_en.as_str().into() }),
            school_day: day.is_school_day(),
            school: day.school,
            dismissal: SchoolStage::ALL.into_iter().filter_map(dismissal).collect(),
            notice: public.notice.map(PublicNotice::from),
            school_year: day.school_year.map(SchoolYearAnswer::from),
            words: day.words().into(),
        }
    }
}

impl<'a> DaysAnswer<'a> {
    /// Every day from `from` to `to`.
    pub(crate) fn new(calendar: &'a Calendar, from: NaiveDate, to: NaiveDate) -> Self {
        let dates = from.iter_days().take_while(|date| *date <= to);
        Self { days: dates.map(|date| DayAnswer::new(&calendar.day(date))).collect(), from, to }
    }
}

impl<'a> From<&'a YearNotice> for PublicNotice<'a> {
    fn from(notice: &'a YearNotice) -> Self {
        let YearNotice { title, number, issued_on, url, .. } = notice;
        Self { title, number, issued_on: *issued_on, url: url.as_deref() }
    }
}

impl<'a> From<&'a SchoolYear> for SchoolYearAnswer<'a> {
    fn from(year: &'a SchoolYear) -> Self {
        let SchoolYear { title, title_en, issuer, example, .. } = year;
        Self { title, title_en, issuer, example: *example }
    }
}
