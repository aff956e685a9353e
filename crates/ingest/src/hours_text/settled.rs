//! What only the whole text decides: of which times days are that stand apart, whether seasons make a year, the last admission.

use super::HoursPart;
use super::days::{Days, DaysSaid};
use super::season::{Season, are_whole};
use super::sheet::{Sheet, Subject, set};
use super::span::Span;
use super::statement::Opening;

/// A last admission longer before closing than this, in minutes, is a slip.
const LONGEST_BEFORE: u16 = 240;

impl Sheet {
    /// Settles what only the end of the text decides.
    pub(super) fn settle(&mut self, last: Subject) -> Result<(), HoursPart> {
        if let Some(reading) = self.pending.take() {
            let days = Days { holidays: Some(reading), ..Days::default() };
            self.excepted(&days, if last == Subject::Other { Subject::Opening } else { last })?;
        }
        if let (Some(from), Some(until), true) = (self.from, self.until, self.openings.is_empty()) {
            if from >= until {
                return Err(HoursPart::Times);
            }
            self.openings.push(Opening { spans: vec![Span { from, to: until }], ..Opening::default() });
        } else if self.from.is_some() {
            return Err(HoursPart::Times);
        }
        if let Some(days) = self.scope.take() {
            let mut bare = self.openings.iter_mut().filter(|opening| opening.days.is_none()).peekable();
            if bare.peek().is_none() {
                return Err(HoursPart::Days);
            }
            bare.for_each(|opening| opening.days = Some(DaysSaid { days: days.clone(), ..DaysSaid::default() }));
        }
        if self.openings.is_empty() {
            return Err(HoursPart::Times);
        }
        let ends = |opening: &Opening, end: u16| opening.spans.last().is_some_and(|span| span.to == end);
        if self.until.is_some_and(|until| !self.openings.iter().all(|opening| ends(opening, until))) {
            return Err(HoursPart::Times);
        }
        let seasons = self.seasons();
        let is_seasonal = seasons.iter().any(Option::is_some);
        let named: Vec<Season> = seasons.iter().copied().flatten().collect();
        if is_seasonal && (named.len() < seasons.len() || !are_whole(&named)) {
            return Err(HoursPart::Seasons);
        }
        Ok(())
    }

    /// The seasons, each once, in the order in which they are named; `None` = the whole year.
    pub(super) fn seasons(&self) -> Vec<Option<Season>> {
        let mut seasons = Vec::new();
        for opening in &self.openings {
            if !seasons.contains(&opening.season) {
                seasons.push(opening.season);
            }
        }
        seasons
    }

    /// The one number of minutes before every closing.
    pub(super) fn last_admission(&self) -> Result<Option<u16>, HoursPart> {
        let mut found = self.last_before;
        let mut add = |minutes: Option<u16>| match minutes.filter(|minutes| (1..=LONGEST_BEFORE).contains(minutes)) {
            Some(minutes) => set(&mut found, minutes, HoursPart::LastAdmission),
            None => Err(HoursPart::LastAdmission),
        };
        let is_of_all = self.last_at.len() == 1;
        for (i, opening) in self.openings.iter().enumerate() {
            if self.last_at.is_empty() {
                break;
            }
            let of_it = self.last_at.iter().find(|(at, _)| is_of_all || *at == Some(i));
            let (_, minutes) = of_it.ok_or(HoursPart::LastAdmission)?;
            if minutes.len() != opening.spans.len() {
                return Err(HoursPart::LastAdmission);
            }
            for (span, &minute) in opening.spans.iter().zip(minutes) {
                add((minute > span.from).then(|| span.to.checked_sub(minute)).flatten())?;
            }
        }
        if !is_of_all && self.last_at.len() > self.openings.len() {
            return Err(HoursPart::LastAdmission);
        }
        match found {
            Some(minutes) if !(1..=LONGEST_BEFORE).contains(&minutes) => Err(HoursPart::LastAdmission),
            found => Ok(found),
        }
    }
}
