//! Rules of admission and notices as answers show them.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::calendar::{Admission, Follows, HolidayReading, MakeupWorkdays, Notice};

use super::words::{FollowsWord, HolidayReadingWord, MakeupWorkdaysWord};

/// What the hours cannot say.
#[derive(Serialize, ToSchema)]
#[schema(as = Admission)]
pub(crate) struct AdmissionAnswer {
    /// Which days the hours are for; null = the weekdays that they name.
    #[schema(required, value_type = Option<FollowsWord>)]
    follows: Option<Follows>,
    /// What a make-up workday counts as; null = nobody said.
    #[schema(required, value_type = Option<MakeupWorkdaysWord>)]
    makeup_workdays: Option<MakeupWorkdays>,
    /// Which days `PH` in the hours means; null = every day off by the State Council's notice.
    #[schema(required, value_type = Option<HolidayReadingWord>)]
    holidays: Option<HolidayReading>,
    /// For how many minutes before each closing nobody is let in any more.
    #[schema(required)]
    last_admission_minutes: Option<u16>,
}

/// A venue's own dated notice; it stands above the hours.
#[derive(Serialize, ToSchema)]
#[schema(as = Notice)]
pub(crate) struct NoticeAnswer<'a> {
    /// First day that it is about.
    #[schema(value_type = String, format = Date)]
    from: NaiveDate,
    /// Last day that it is about; null = until further notice.
    #[schema(required, value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
    /// When it was issued: of two about one day, the later counts.
    #[schema(value_type = String, format = Date)]
    issued_on: NaiveDate,
    /// The hours on those days in OpenStreetMap's grammar; `off` = closed.
    hours: &'a str,
    /// Why, in the venue's words.
    #[schema(required)]
    text: Option<&'a str>,
}

impl From<&Admission> for AdmissionAnswer {
    fn from(&Admission { follows, makeup_workdays, holidays, last_admission_minutes }: &Admission) -> Self {
        Self { follows, makeup_workdays, holidays, last_admission_minutes }
    }
}

impl<'a> From<&'a Notice> for NoticeAnswer<'a> {
    fn from(notice: &'a Notice) -> Self {
        let Notice { from, to, issued_on, hours, text } = notice;
        Self { from: *from, to: *to, issued_on: *issued_on, hours, text: text.as_deref() }
    }
}
