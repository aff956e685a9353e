//! Whether a rule falls on a day.

use chrono::{Datelike, NaiveDate};

use super::{Frequency, LONGEST_REPETITION_DAYS, Nth, Recurrence, RecurrenceEnd};

impl Recurrence {
    /// Whether the rule itself, begun on `first`, falls on `day`; its count aside. What a rule does not say, its first day
    /// says: a weekly rule without a weekday means the first day's.
    ///
    /// Source: RFC 5545, section 3.3.10, the table of what each part expands or limits: put as conditions on a day, both
    /// are the same.
    pub fn falls_on(&self, first: NaiveDate, day: NaiveDate) -> bool {
        self.is_before_its_end(first, day)
            && self.is_in_step(first, day)
            && (self.months == 0 || self.months & 1 << day.month() != 0)
            && self.is_its_day(first, day)
    }

    fn is_before_its_end(&self, first: NaiveDate, day: NaiveDate) -> bool {
        let within = (0..=i64::from(LONGEST_REPETITION_DAYS)).contains(&day.signed_duration_since(first).num_days());
        within && !matches!(self.end, RecurrenceEnd::Until(last) if day > last)
    }

    /// Whether the day is in a period that the interval does not skip.
    fn is_in_step(&self, first: NaiveDate, day: NaiveDate) -> bool {
        let between = match self.frequency {
            Frequency::Daily => days(day) - days(first),
            Frequency::Weekly => self.week(day) - self.week(first),
            Frequency::Monthly => months(day) - months(first),
            Frequency::Yearly => i64::from(day.year()) - i64::from(first.year()),
        };
        between % i64::from(self.interval) == 0
    }

    /// Whether the day of the month and the weekday are the rule's.
    fn is_its_day(&self, first: NaiveDate, day: NaiveDate) -> bool {
        if self.month_days.is_empty() && self.weekdays.is_empty() {
            return match self.frequency {
                Frequency::Daily => true,
                Frequency::Weekly => day.weekday() == first.weekday(),
                Frequency::Monthly => day.day() == first.day(),
                Frequency::Yearly => day.day() == first.day() && (self.months != 0 || day.month() == first.month()),
            };
        }
        let is_month_day = |&wanted: &i8| {
            let from_start = if wanted > 0 { i64::from(wanted) } else { i64::from(wanted) + month_length(day) + 1 };
            from_start == i64::from(day.day())
        };
        (self.month_days.is_empty() || self.month_days.iter().any(is_month_day))
            && (self.weekdays.is_empty() || self.weekdays.iter().any(|wanted| wanted.is(day)))
    }

    /// The number of the day's week.
    fn week(&self, day: NaiveDate) -> i64 {
        let since_start = day.weekday().days_since(self.week_start);
        (days(day) - i64::from(since_start)).div_euclid(7)
    }
}

impl Nth {
    fn is(self, day: NaiveDate) -> bool {
        let from_start = i64::from(day.day0()) / 7 + 1;
        let from_end = -((month_length(day) - i64::from(day.day())) / 7 + 1);
        self.weekday == day.weekday() && self.nth.is_none_or(|nth| [from_start, from_end].contains(&i64::from(nth)))
    }
}

fn days(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

fn months(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month0())
}

fn month_length(day: NaiveDate) -> i64 {
    i64::from(day.num_days_in_month())
}
