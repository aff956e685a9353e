//! What must hold in a school year.

use chrono::Days;

use crate::calendar_file::{check_dates, check_text, check_url};
use crate::{CalendarError, SchoolYear};

/// Longest school year, in days.
const LONGEST: u64 = 400;
/// Most days of a school's own in a year, of either sort.
const MOST_DAYS: usize = 100;
/// Most dismissal times: three stages, seven weekdays.
const MOST_DISMISSALS: usize = 21;

impl SchoolYear {
    /// Whether the year holds together.
    pub fn check(&self) -> Result<(), CalendarError> {
        check_text("title", &self.title)?;
        check_text("title_en", &self.title_en)?;
        check_text("issuer", &self.issuer)?;
        check_url("url", self.url.as_deref())?;
        let (from, to) = (self.from, self.to);
        if to <= from || from.checked_add_days(Days::new(LONGEST)).is_some_and(|latest| to >= latest) {
            let problem = format!("{to} is not in the {LONGEST} days after {from}");
            return Err(CalendarError::new("to", problem, "the last day, as a rule 31 August"));
        }
        self.check_terms()?;
        self.check_own_days()?;
        self.check_dismissals()
    }

    fn check_terms(&self) -> Result<(), CalendarError> {
        if self.terms.len() != 2 {
            let problem = format!("there are {} terms", self.terms.len());
            return Err(CalendarError::new("term", problem, "two: winter break is what lies between them"));
        }
        let mut after = self.from.pred_opt();
        for (i, term) in self.terms.iter().enumerate() {
            let at = format!("term[{i}]");
            check_text(&format!("{at}.name"), &term.name)?;
            if Some(term.from) <= after || term.from > self.to {
                let allowed = format!("a day from {} to {}, after the term before", self.from, self.to);
                return Err(CalendarError::new(format!("{at}.from"), format!("{} does not fit", term.from), allowed));
            }
            if term.to < term.from || term.to > self.to {
                let allowed = format!("a day from {} to {}", term.from, self.to);
                return Err(CalendarError::new(format!("{at}.to"), format!("{} does not fit", term.to), allowed));
            }
            after = Some(term.to);
        }
        Ok(())
    }

    fn check_own_days(&self) -> Result<(), CalendarError> {
        check_dates("free_days", &self.free_days, MOST_DAYS)?;
        check_dates("school_days", &self.school_days, MOST_DAYS)?;
        for (i, date) in self.free_days.iter().enumerate() {
            if !self.contains(*date) || self.vacation(*date).is_some() {
                let problem = format!("{date} is in no term");
                return Err(CalendarError::new(format!("free_days[{i}]"), problem, "days in a term"));
            }
        }
        for (i, date) in self.school_days.iter().enumerate() {
            if !self.contains(*date) || self.free_days.contains(date) {
                let problem = format!("{date} is a free day or not in this school year");
                let allowed = format!("days from {} to {} that are not in free_days", self.from, self.to);
                return Err(CalendarError::new(format!("school_days[{i}]"), problem, allowed));
            }
        }
        Ok(())
    }

    fn check_dismissals(&self) -> Result<(), CalendarError> {
        if self.dismissals.len() > MOST_DISMISSALS {
            let problem = format!("there are {} entries", self.dismissals.len());
            return Err(CalendarError::new("dismissal", problem, format!("at most {MOST_DISMISSALS}")));
        }
        for (i, dismissal) in self.dismissals.iter().enumerate() {
            let earlier = self.dismissals[..i].iter().filter(|other| other.stage == dismissal.stage);
            for other in earlier {
                let is_again = match dismissal.weekdays.as_slice() {
                    [] => other.weekdays.is_empty(),
                    days => days.iter().any(|day| other.weekdays.contains(day)),
                };
                if is_again {
                    let problem = format!("{} and {} are for the same stage and weekday", other.time, dismissal.time);
                    return Err(CalendarError::new(format!("dismissal[{i}]"), problem, "one time for each"));
                }
            }
        }
        Ok(())
    }
}
