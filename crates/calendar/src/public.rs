//! The State Council's calendar (国务院办公厅关于节假日安排的通知): off days and make-up workdays.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::notice::is_weekend;
use crate::{CalendarError, Holiday, YearNotice};

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

impl DayKind {
    /// Whether people work on such a day.
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Workday | Self::MakeupWorkday)
    }
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

/// Whether the notices say what a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// A notice held does.
    Announced,
    /// It lies after the last notice held: not announced yet (尚未公布).
    NotYet,
    /// It lies before the first notice held, or in a year between: no notice is held here.
    NotHeld,
}

/// A date as the notices have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicDay<'a> {
    /// What kind of day it is; `None` where no notice covers it: never guessed.
    pub kind: Option<DayKind>,
    /// Whether a notice covers it.
    pub coverage: Coverage,
    /// Why it is off; `Some` for an [`DayKind::OffDay`] only.
    pub off_reason: Option<OffReason>,
    /// The holiday in whose range it lies, or for which it is worked.
    pub holiday: Option<&'a Holiday>,
    /// The notice that says so; `None` where none covers it.
    pub notice: Option<&'a YearNotice>,
}

/// All notices held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicCalendar {
    /// By year.
    notices: Vec<YearNotice>,
    /// Every date that is not just what its weekday says.
    named: BTreeMap<NaiveDate, Named>,
}

/// What a notice says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    /// Which of the notices.
    notice: usize,
    /// Which of its holidays.
    holiday: usize,
    /// Why the day is off; `None` = it is a make-up workday.
    off_reason: Option<OffReason>,
}

impl PublicCalendar {
    /// Whether no notice is held at all.
    pub fn is_empty(&self) -> bool {
        self.notices.is_empty()
    }

    /// The calendar of these notices, in any order. Each is checked, and so is that no two speak of one year or one day.
    pub fn new(mut notices: Vec<YearNotice>) -> Result<Self, CalendarError> {
        notices.sort_by_key(|notice| notice.year);
        let mut named: BTreeMap<NaiveDate, Named> = BTreeMap::new();
        for (n, notice) in notices.iter().enumerate() {
            notice.check()?;
            if n > 0 && notices[n - 1].year == notice.year {
                let problem = format!("there are two notices: {} and {}", notices[n - 1].number, notice.number);
                return Err(CalendarError::new(format!("{}", notice.year), problem, "one notice a year"));
            }
            for (h, holiday) in notice.holidays.iter().enumerate() {
                let off = holiday.off_days().map(|(date, reason)| (date, Some(reason)));
                let worked = holiday.makeup_workdays.iter().map(|date| (*date, None));
                for (date, off_reason) in off.chain(worked) {
                    // A range may cross New Year, and so two notices may meet on a day.
                    if let Some(other) = named.insert(date, Named { notice: n, holiday: h, off_reason }) {
                        let both = (&notices[other.notice].number, &notice.number);
                        let problem = format!("it is named by two notices: {} and {}", both.0, both.1);
                        return Err(CalendarError::new(date.to_string(), problem, "each date in one notice"));
                    }
                }
            }
        }
        Ok(Self { notices, named })
    }

    /// What the notices say of the date.
    ///
    /// A date of a year whose notice is held and that no holiday names is a workday or a weekend by its weekday. Of a year
    /// without a notice only those days are known that a neighbouring year's notice names.
    pub fn day(&self, date: NaiveDate) -> PublicDay<'_> {
        if let Some(Named { notice, holiday, off_reason }) = self.named.get(&date) {
            let notice = &self.notices[*notice];
            return PublicDay {
                kind: Some(if off_reason.is_some() { DayKind::OffDay } else { DayKind::MakeupWorkday }),
                coverage: Coverage::Announced,
                off_reason: *off_reason,
                holiday: Some(&notice.holidays[*holiday]),
                notice: Some(notice),
            };
        }
        let notice = self.notices.iter().find(|notice| notice.year == date.year());
        let is_past_the_last = self.notices.last().is_some_and(|last| last.year < date.year());
        PublicDay {
            kind: notice.map(|_| if is_weekend(date) { DayKind::Weekend } else { DayKind::Workday }),
            coverage: match notice {
                Some(_) => Coverage::Announced,
                None if is_past_the_last => Coverage::NotYet,
                None => Coverage::NotHeld,
            },
            off_reason: None,
            holiday: None,
            notice,
        }
    }

    /// The years whose notice is held, in order.
    pub fn years(&self) -> impl Iterator<Item = i32> + '_ {
        self.notices.iter().map(|notice| notice.year)
    }

    /// Every day off by a notice, in order: Saturdays and Sundays inside a range too.
    pub fn off_days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.named.iter().filter(|(_, named)| named.off_reason.is_some()).map(|(date, _)| *date)
    }

    /// The holidays by law alone (法定节假日), in order.
    pub fn statutory_days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let is_statutory = |named: &Named| named.off_reason == Some(OffReason::Statutory);
        self.named.iter().filter(move |(_, named)| is_statutory(named)).map(|(date, _)| *date)
    }

    /// The Saturdays and Sundays that are worked, in order.
    pub fn makeup_workdays(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.named.iter().filter(|(_, named)| named.off_reason.is_none()).map(|(date, _)| *date)
    }
}
