//! A city's school year (校历): terms, breaks, dismissal.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::calendar_file;
use crate::date::{serde_date, serde_dates};
use crate::{CalendarError, ClockTime, DayKind, PublicDay};

/// A school year: `school-year-2026.toml` of a city's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolYear {
    /// Its title: `2026—2027学年校历`.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// Who issued it.
    pub issuer: String,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Whether it is made up, and nobody's real school year. Whoever shows anything of it says so.
    pub example: bool,
    /// Its first day, 1 September as a rule.
    #[serde(with = "serde_date")]
    pub from: NaiveDate,
    /// Its last day, 31 August as a rule.
    #[serde(with = "serde_date")]
    pub to: NaiveDate,
    /// Days in a term on which the schools are closed by their own calendar, though people work (mid-term break, sports day).
    #[serde(default, with = "serde_dates", skip_serializing_if = "Vec::is_empty")]
    pub free_days: Vec<NaiveDate>,
    /// Days on which school is held by its own calendar, whatever the public one says.
    #[serde(default, with = "serde_dates", skip_serializing_if = "Vec::is_empty")]
    pub school_days: Vec<NaiveDate>,
    /// The autumn term and the spring term; between them lies the winter break, and around them the summer break.
    #[serde(rename = "term")]
    pub terms: Vec<Term>,
    /// When school is out.
    #[serde(default, rename = "dismissal", skip_serializing_if = "Vec::is_empty")]
    pub dismissals: Vec<Dismissal>,
}

/// A term (学期).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// `第一学期`.
    pub name: String,
    /// Its first day.
    #[serde(with = "serde_date")]
    pub from: NaiveDate,
    /// Its last day.
    #[serde(with = "serde_date")]
    pub to: NaiveDate,
}

/// When school is out (放学时间).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// For whom.
    pub stage: SchoolStage,
    /// At what time.
    pub time: ClockTime,
    /// On which weekdays (`Mon` to `Sun`); empty = on all that no other entry of the stage names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekdays: Vec<Weekday>,
}

/// A stage of schooling (学段).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolStage {
    /// Grades 1 to 6 (小学).
    Primary,
    /// Grades 7 to 9 (初中).
    Junior,
    /// Grades 10 to 12 (高中).
    Senior,
}

impl SchoolStage {
    /// All, youngest first.
    pub const ALL: [Self; 3] = [Self::Primary, Self::Junior, Self::Senior];
}

/// A date as the school years have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolDay {
    /// School is held.
    School,
    /// No school: a weekend or a day off inside a term.
    Free,
    /// Winter break (寒假).
    WinterBreak,
    /// Summer break (暑假).
    SummerBreak,
}

impl SchoolYear {
    /// Reads a school year's file, whatever its bytes are, and checks it.
    pub fn from_toml(bytes: &[u8]) -> Result<Self, CalendarError> {
        let year: Self = calendar_file::read(bytes)?;
        year.check()?;
        Ok(year)
    }

    /// Whether the date lies in this school year.
    pub fn contains(&self, date: NaiveDate) -> bool {
        (self.from..=self.to).contains(&date)
    }

    /// What a date of this year is, the public calendar saying `kind` of it.
    ///
    /// `None` in a term where the public calendar is silent: any Saturday may become a make-up workday. Breaks and the
    /// school's own days are known all the same.
    pub(crate) fn day(&self, date: NaiveDate, public: &PublicDay<'_>) -> Option<SchoolDay> {
        if self.school_days.contains(&date) {
            return Some(SchoolDay::School);
        }
        if let Some(vacation) = self.vacation(date) {
            return Some(vacation);
        }
        if self.free_days.contains(&date) {
            return Some(SchoolDay::Free);
        }
        public.kind.map(|kind: DayKind| if kind.is_worked() { SchoolDay::School } else { SchoolDay::Free })
    }

    /// The break that a date of this year lies in; `None` = a term.
    pub(crate) fn vacation(&self, date: NaiveDate) -> Option<SchoolDay> {
        if self.terms.iter().any(|term| (term.from..=term.to).contains(&date)) {
            return None;
        }
        let (first, second) = (self.terms.first()?, self.terms.last()?);
        let is_between = first.to < date && date < second.from;
        Some(if is_between { SchoolDay::WinterBreak } else { SchoolDay::SummerBreak })
    }

    /// The days of the winter and summer breaks (寒暑假), in order, without the school's own extra days.
    pub fn break_days(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        let days = self.from.iter_days().take_while(|date| *date <= self.to);
        days.filter(|date| self.vacation(*date).is_some() && !self.school_days.contains(date))
    }

    /// When school is out for the stage on a school day that falls on the weekday; `None` = not said.
    pub(crate) fn dismissal(&self, weekday: Weekday, stage: SchoolStage) -> Option<ClockTime> {
        let of_stage = || self.dismissals.iter().filter(|dismissal| dismissal.stage == stage);
        of_stage()
            .find(|dismissal| dismissal.weekdays.contains(&weekday))
            .or_else(|| of_stage().find(|dismissal| dismissal.weekdays.is_empty()))
            .map(|dismissal| dismissal.time)
    }
}
