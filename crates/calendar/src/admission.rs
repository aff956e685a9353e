//! What decides whether one gets in and OpenStreetMap's `opening_hours` grammar cannot say.
//!
//! Seasons are in the grammar (`Apr-Oct 08:00-18:00`) and so not here.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Rules of admission (入馆规则) beside the hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Which days the hours are for; `None` = the weekdays that the hours themselves name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
    /// What a make-up workday counts as; `None` = nobody said (and [`Admission::follows`] does not say either).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub makeup_workdays: Option<MakeupWorkdays>,
    /// Which days `PH` in the hours means; `None` = [`HolidayReading::OffDay`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<HolidayReading>,
    /// For how many minutes before each closing nobody is let in any more (提前停止入馆); `None` = no such rule known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_admission_minutes: Option<u16>,
}

/// The days that hours are for (随哪种日子开放).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Follows {
    /// Days on which people work: `workday` and `makeup_workday`. Closed on all others.
    Workdays,
    /// Days on which school is held. Closed on all others.
    SchoolDays,
    /// The days that the hours name, but never a make-up workday.
    Weekends,
}

/// What a make-up workday (调休上班日) counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MakeupWorkdays {
    /// A workday: the hours of Monday to Friday, where those five agree.
    AsWorkday,
    /// The Saturday or Sunday that it is.
    AsWeekend,
    /// Closed.
    Closed,
}

/// Which days "public holidays" (法定节假日) are to a venue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayReading {
    /// Every day off by the State Council's notice.
    #[default]
    OffDay,
    /// Only the statutory days themselves, without substitute and bridged days and weekends beside them.
    Statutory,
}

/// A venue's own dated notice (公告): closed for works, other hours for a while. It stands above the hours.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// First day that it is about.
    pub from: NaiveDate,
    /// Last day that it is about; `None` = until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// When it was issued: of two about one day, the later counts.
    pub issued_on: NaiveDate,
    /// The hours on those days in OpenStreetMap's grammar; `off` = closed.
    pub hours: String,
    /// Why, in the venue's words, at most 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
