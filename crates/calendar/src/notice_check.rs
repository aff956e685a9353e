//! What must hold in a notice.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days};

use crate::calendar_file::{check_dates, check_text, check_url};
use crate::notice::is_weekend;
use crate::{CalendarError, Holiday, OffReason, YearNotice};

/// Most holidays in a notice; there have never been more than eight.
const MOST_HOLIDAYS: usize = 40;
/// Longest range of one holiday, and furthest distance of a make-up workday from it, in days.
const MONTH: u64 = 31;
/// Years that a notice can be about.
const YEARS: RangeInclusive<i32> = 1900..=9999;

impl YearNotice {
    /// Whether the notice holds together.
    pub fn check(&self) -> Result<(), CalendarError> {
        if !YEARS.contains(&self.year) {
            let problem = format!("{} is out of range", self.year);
            return Err(CalendarError::new("year", problem, "a year from 1900 to 9999"));
        }
        check_text("title", &self.title)?;
        check_text("number", &self.number)?;
        check_url("url", self.url.as_deref())?;
        if self.holidays.len() > MOST_HOLIDAYS {
            let problem = format!("there are {} holidays", self.holidays.len());
            return Err(CalendarError::new("holiday", problem, format!("at most {MOST_HOLIDAYS}")));
        }
        for (i, holiday) in self.holidays.iter().enumerate() {
            holiday.check(&format!("holiday[{i}]"), self.year)?;
            for other in &self.holidays[..i] {
                holiday.check_beside(&format!("holiday[{i}]"), other)?;
                other.check_beside(&format!("holiday[{i}]"), holiday)?;
            }
        }
        Ok(())
    }
}

impl Holiday {
    fn check(&self, at: &str, year: i32) -> Result<(), CalendarError> {
        check_text(&format!("{at}.name"), &self.name)?;
        check_text(&format!("{at}.name_en"), &self.name_en)?;
        let (from, to) = (self.from, self.to);
        if to < from || to > from + Days::new(MONTH - 1) {
            let problem = format!("{to} is not in the {MONTH} days from {from}");
            return Err(CalendarError::new(format!("{at}.to"), problem, "the last day off, on or after the first"));
        }
        if from.year() != year && to.year() != year {
            let problem = format!("{from} to {to} is not in {year}");
            return Err(CalendarError::new(format!("{at}.from"), problem, format!("a range with a day of {year}")));
        }
        self.check_statutory(&format!("{at}.statutory"))?;
        self.check_makeup_workdays(&format!("{at}.makeup_workdays"), year)
    }

    fn check_statutory(&self, field: &str) -> Result<(), CalendarError> {
        check_dates(field, &self.statutory, MONTH as usize)?;
        let allowed = format!("days from {} to {}", self.from, self.to);
        if self.statutory.is_empty() {
            return Err(CalendarError::new(field, "it names no day", allowed));
        }
        match self.statutory.iter().enumerate().find(|(_, date)| !self.contains(**date)) {
            Some((i, date)) => {
                Err(CalendarError::new(format!("{field}[{i}]"), format!("{date} is not in the range"), allowed))
            }
            None => Ok(()),
        }
    }

    fn check_makeup_workdays(&self, field: &str, year: i32) -> Result<(), CalendarError> {
        check_dates(field, &self.makeup_workdays, MONTH as usize)?;
        let near = self.from.checked_sub_days(Days::new(MONTH))..=self.to.checked_add_days(Days::new(MONTH));
        for (i, date) in self.makeup_workdays.iter().enumerate() {
            let field = format!("{field}[{i}]");
            if !is_weekend(*date) {
                let problem = format!("{date} is a {}", date.format("%A"));
                return Err(CalendarError::new(field, problem, "a Saturday or Sunday"));
            }
            if date.year() != year && self.from.year() == self.to.year() {
                return Err(CalendarError::new(field, format!("{date} is not in {year}"), format!("days of {year}")));
            }
            if !near.contains(&Some(*date)) {
                let problem = format!("{date} is far from {} to {}", self.from, self.to);
                return Err(CalendarError::new(field, problem, format!("at most {MONTH} days before or after")));
            }
        }
        self.check_balance(field)
    }

    /// A weekday is off only by law, as a substitute, or in exchange for a weekend day: a sum that does not come out is a
    /// slip of the pen in one of the lists.
    fn check_balance(&self, field: &str) -> Result<(), CalendarError> {
        let count = |wanted| self.off_days().filter(|(_, reason)| *reason == wanted).count();
        let (substitutes, bridged) = (count(OffReason::Substitute), count(OffReason::Bridged));
        let owed = self.statutory.iter().filter(|date| is_weekend(**date)).count();
        if substitutes < owed {
            let problem = format!(
                "{owed} statutory days fall on a weekend, and after the last of all there are {substitutes} weekdays off for \
                 them"
            );
            return Err(CalendarError::new(field, problem, "a range that takes in a weekday for each"));
        }
        if bridged != self.makeup_workdays.len() {
            let problem = format!(
                "{} days are worked in exchange for {bridged} weekdays off (beside {} statutory days and {substitutes} \
                 substitutes)",
                self.makeup_workdays.len(),
                self.statutory.len(),
            );
            return Err(CalendarError::new(field, problem, "as many as there are weekdays off in exchange"));
        }
        Ok(())
    }

    /// Whether the days of both can be told apart; `at` is where the later of them stands.
    fn check_beside(&self, at: &str, other: &Self) -> Result<(), CalendarError> {
        if self.contains(other.from) {
            let problem =
                format!("{} and {} are off both for {} and for {}", self.from, other.from, self.name, other.name);
            return Err(CalendarError::new(format!("{at}.from"), problem, "ranges that do not overlap"));
        }
        if let Some(date) = self.makeup_workdays.iter().find(|date| other.contains(**date)) {
            let problem = format!("{date} is worked for {} and off for {}", self.name, other.name);
            return Err(CalendarError::new(format!("{at}.makeup_workdays"), problem, "days in no range"));
        }
        if let Some(date) = self.makeup_workdays.iter().find(|date| other.makeup_workdays.contains(date)) {
            let problem = format!("{date} is worked both for {} and for {}", other.name, self.name);
            return Err(CalendarError::new(format!("{at}.makeup_workdays"), problem, "each date once"));
        }
        Ok(())
    }
}
