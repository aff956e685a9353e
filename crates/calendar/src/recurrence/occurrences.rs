//! The times at which a dated thing takes place, inside a window.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::{LONGEST_REPETITION_DAYS, Recurrence, RecurrenceEnd};

/// When something takes place, and how it comes again.
#[derive(Clone, Copy, Debug)]
pub struct RecurrenceSet<'a> {
    /// Beginning of the first occurrence, by the city's clocks.
    pub starts: NaiveDateTime,
    /// Its end, later than its beginning. Every occurrence takes as long.
    pub ends: NaiveDateTime,
    /// The rule by which it comes again; `None` = once.
    pub repeats: Option<&'a Recurrence>,
    /// Days on which no occurrence begins, whatever the rule says.
    pub except: &'a [NaiveDate],
}

/// One time at which it takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence {
    /// Beginning, by the city's clocks.
    pub starts: NaiveDateTime,
    /// End.
    pub ends: NaiveDateTime,
}

impl RecurrenceSet<'_> {
    /// The occurrences that overlap `[from, to)`, in order, at most `most` of them.
    ///
    /// The work is bounded whatever the rule is: each day is looked at once, from the first occurrence (a rule that counts)
    /// or from the window's beginning less one occurrence's length (any other), to the window's end or
    /// [`LONGEST_REPETITION_DAYS`] days after the first.
    pub fn occurrences(&self, from: NaiveDateTime, to: NaiveDateTime, most: usize) -> Vec<Occurrence> {
        let length = self.ends.signed_duration_since(self.starts);
        self.days(from, to)
            .filter(|day| !self.except.contains(day))
            .filter_map(|day| {
                let starts = day.and_time(self.starts.time());
                Some(Occurrence { starts, ends: starts.checked_add_signed(length)? })
            })
            .filter(|occurrence| from < to && occurrence.starts < to && occurrence.ends > from)
            .take(most)
            .collect()
    }

    /// The days on which one begins that may overlap the window.
    fn days(&self, from: NaiveDateTime, to: NaiveDateTime) -> impl Iterator<Item = NaiveDate> {
        let first = self.starts.date();
        let length_days = self.ends.date().signed_duration_since(first).num_days().max(0).cast_unsigned();
        let earliest = from.date().checked_sub_days(Days::new(length_days)).unwrap_or(NaiveDate::MIN);
        let (begin, mut left) = match self.repeats.map(Recurrence::end) {
            None => (first, 1),
            Some(RecurrenceEnd::Count(count)) => (first, usize::from(count)),
            Some(_) => (first.max(earliest), usize::MAX),
        };
        let horizon = first.checked_add_days(Days::new(LONGEST_REPETITION_DAYS.into())).unwrap_or(NaiveDate::MAX);
        // A window that ends at midnight holds nothing of that day.
        let last = if to.time() == NaiveTime::MIN { to.date().pred_opt().unwrap_or(to.date()) } else { to.date() };
        let last = last.min(horizon);
        let falls = move |day: &NaiveDate| self.repeats.is_none_or(|rule| rule.falls_on(first, *day));
        begin
            .iter_days()
            .take_while(move |&day| day <= last)
            .filter(falls)
            .take_while(move |_| {
                let goes_on = left > 0;
                left = left.saturating_sub(1);
                goes_on
            })
            .skip_while(move |&day| day < earliest)
    }
}
