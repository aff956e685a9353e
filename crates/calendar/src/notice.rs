//! One year's notice on holidays (节假日安排的通知): its file, and which days it makes off.
//!
//! Which days are holidays by law is the State Council's regulation 《全国年节及纪念日放假办法》: 11 statutory days in 2024; 13
//! from 2025-01-01 (New Year's Eve by the lunar calendar and 2 May came in by State Council order 795 of 2024-11-10).
//! Each autumn a notice of its General Office says on which dates they fall and which days beside them are off.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::calendar_file;
use crate::date::{serde_date, serde_dates};
use crate::{CalendarError, OffReason};

/// One year's notice: `data/calendar/cn-2026.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearNotice {
    /// The year that it is about, 1900 to 9999.
    pub year: i32,
    /// Its title: `国务院办公厅关于2026年部分节假日安排的通知`.
    pub title: String,
    /// Its number (文号): `国办发明电〔2025〕7号`.
    pub number: String,
    /// The day of issue.
    #[serde(with = "serde_date")]
    pub issued_on: NaiveDate,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its holidays, in any order.
    #[serde(rename = "holiday")]
    pub holidays: Vec<Holiday>,
}

/// A holiday of a notice (节日): a range of days off, and the days worked in exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// `国庆节`.
    pub name: String,
    /// `National Day`.
    pub name_en: String,
    /// First day off.
    #[serde(with = "serde_date")]
    pub from: NaiveDate,
    /// Last day off. Where the notice says 与周末连休 ("joins the weekend") the weekend is not in the range.
    #[serde(with = "serde_date")]
    pub to: NaiveDate,
    /// Which of them are holidays by law (法定节假日).
    #[serde(with = "serde_dates")]
    pub statutory: Vec<NaiveDate>,
    /// The Saturdays and Sundays worked in exchange (调休上班).
    #[serde(default, with = "serde_dates")]
    pub makeup_workdays: Vec<NaiveDate>,
}

impl YearNotice {
    /// Reads a notice's file, whatever its bytes are, and checks it.
    pub fn from_toml(bytes: &[u8]) -> Result<Self, CalendarError> {
        let notice: Self = calendar_file::read(bytes)?;
        notice.check()?;
        Ok(notice)
    }
}

impl Holiday {
    /// The days off in order, each with its reason.
    ///
    /// Listed days are statutory, Saturdays and Sundays otherwise weekend. Of the weekdays left, as many are substitutes
    /// (补休) as statutory days fell on a weekend: the first ones after the last statutory day. For "where a holiday of
    /// all citizens falls on a Saturday or Sunday, it is made up for on workdays" (《全国年节及纪念日放假办法》, its article on
    /// substitution), and the regulation knows no other ground for a day off. What is left is bridged (调休), and is worked on
    /// the make-up workdays.
    pub fn off_days(&self) -> impl Iterator<Item = (NaiveDate, OffReason)> + '_ {
        let mut owed = self.statutory.iter().filter(|date| is_weekend(**date)).count();
        let last_statutory = self.statutory.iter().max();
        self.from.iter_days().take_while(|date| *date <= self.to).map(move |date| {
            let reason = if self.statutory.contains(&date) {
                OffReason::Statutory
            } else if is_weekend(date) {
                OffReason::Weekend
            } else if owed > 0 && Some(&date) > last_statutory {
                owed -= 1;
                OffReason::Substitute
            } else {
                OffReason::Bridged
            };
            (date, reason)
        })
    }

    /// Whether the date lies in the range of days off.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

/// Saturday or Sunday.
pub(crate) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
