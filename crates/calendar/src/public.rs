//! The State Council's calendar (国务院办公厅关于节假日安排的通知): off days and make-up workdays.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What kind of day a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Monday to Friday, worked.
    Workday,
    /// Saturday or Sunday, not worked, in no notice's range.
    Weekend,
    /// Inside a notice's range of days off (放假), Saturdays and Sundays too.
    OffDay,
    /// A Saturday or Sunday that is worked (调休上班).
    MakeupWorkday,
}

/// Why a day inside a notice's range is off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffReason {
    /// The holiday itself (法定节假日), by the State Council's regulation.
    Statutory,
    /// A workday off for a statutory holiday that fell on a weekend (补休).
    Substitute,
    /// A workday off in exchange for a make-up workday (调休).
    Bridged,
    /// A Saturday or Sunday, off anyway.
    Weekend,
}

/// A date as the notices have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicDay<'a> {
    /// What kind of day it is; `None` where no notice covers its year: never guessed.
    pub kind: Option<DayKind>,
    /// Why it is off; `Some` for an [`DayKind::OffDay`] only.
    pub off_reason: Option<OffReason>,
    /// The holiday whose range it lies in, or for which it is worked: `国庆节`.
    pub holiday: Option<&'a str>,
    /// The notice that says so; `None` where none covers its year.
    pub notice: Option<&'a YearNotice>,
}

/// A file of the calendar that is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct CalendarError(pub String);

/// One year's notice: `data/calendar/cn-2026.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearNotice {
    /// The year that it is about.
    pub year: i32,
    /// Its title.
    pub title: String,
    /// Its number: `国办发明电〔2025〕7号`.
    pub number: String,
}

/// All notices known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicCalendar {
    notices: Vec<YearNotice>,
}

impl PublicCalendar {
    /// Whether no notice is known at all.
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty()
    }

    /// What kind of day the date is.
    pub fn day(&self, _date: NaiveDate) -> PublicDay<'_> {
        PublicDay { kind: None, off_reason: None, holiday: None, notice: self.notices.first() }
    }
}
