//! Every answer equals the one found by walking through the minutes one by one.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use proptest::prelude::*;
use yuren_calendar::{Calendar, EntryState};

use crate::model::{Model, some_day, some_model};
use crate::support::calendar;

const DAY: usize = 1_440;
/// So many days are walked through: the day before the one asked about, and the 100 days ahead that answers look.
const DAYS: usize = 112;

/// What a minute is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Minute {
    Open,
    Closed,
    /// Its day is in doubt.
    Doubt,
}

/// Every minute from the midnight of `first` on.
struct Walk {
    first: NaiveDate,
    minutes: Vec<Minute>,
}

impl Walk {
    fn new(model: &Model, calendar: &Calendar, first: NaiveDate) -> Self {
        let mut minutes = vec![Minute::Closed; DAYS * DAY];
        let days: Vec<_> = (0..DAYS).map(|i| model.spans(calendar, first + Days::new(i as u64))).collect();
        for (i, spans) in days.iter().enumerate() {
            for &(from, to) in spans.iter().flatten() {
                for minute in usize::from(from)..usize::from(to) {
                    if let Some(slot) = minutes.get_mut(i * DAY + minute) {
                        *slot = Minute::Open;
                    }
                }
            }
        }
        // A day in doubt is in doubt whatever reaches into it.
        for (i, _) in days.iter().enumerate().filter(|(_, spans)| spans.is_none()) {
            minutes[i * DAY..(i + 1) * DAY].fill(Minute::Doubt);
        }
        Self { first, minutes }
    }

    fn position(&self, at: NaiveDateTime) -> usize {
        (at - self.first.and_time(NaiveTime::MIN)).num_minutes() as usize
    }

    fn instant(&self, position: usize) -> NaiveDateTime {
        self.first.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::try_from(position).unwrap())
    }

    /// The first minute from this one on that is not open.
    fn end(&self, position: usize) -> usize {
        let more = self.minutes[position..].iter().take_while(|&&minute| minute == Minute::Open).count();
        position + more
    }

    fn lets_in(&self, position: usize, last_admission: usize) -> bool {
        let end = self.end(position);
        // What ends in doubt has no closing that anybody knows.
        let is_closing = self.minutes.get(end) == Some(&Minute::Closed);
        self.minutes[position] == Minute::Open && (!is_closing || position + last_admission < end)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn the_state_until_and_next_are_those_of_the_minutes(
        model in some_model(),
        day in some_day(),
        minute in 0_i64..1_440,
    ) {
        let calendar = calendar();
        let walk = Walk::new(&model, &calendar, day - Days::new(1));
        // Any minute, and those at which the answer changes.
        let last_admission = i64::from(model.admission.last_admission_minutes.unwrap_or_default());
        let spans = model.spans(&calendar, day).unwrap_or_default();
        let edges = spans.iter().flat_map(|&(from, to)| [i64::from(from), i64::from(to), i64::from(to) - last_admission]);
        for minute in edges.flat_map(|edge| [edge - 1, edge]).chain([minute]) {
            check(&model, &calendar, &walk, day, minute.rem_euclid(1_440))?;
        }
    }
}

fn check(model: &Model, calendar: &Calendar, walk: &Walk, day: NaiveDate, minute: i64) -> Result<(), TestCaseError> {
    let at = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute);
    let entry = model.place().entry(calendar, at);
    let here = walk.position(at);
    let last_admission = usize::from(model.admission.last_admission_minutes.unwrap_or_default());

    let end = walk.end(here);
    let today_ends = walk.position((day + Days::new(1)).and_time(NaiveTime::MIN));
    let next = (here..walk.position((day + Days::new(101)).and_time(NaiveTime::MIN)))
        .find(|&minute| walk.lets_in(minute, last_admission));
    let state = match walk.minutes[here] {
        Minute::Doubt => EntryState::Unknown,
        Minute::Open if walk.lets_in(here, last_admission) => EntryState::Open,
        Minute::Open => EntryState::ClosesBeforeEntry,
        Minute::Closed if next.is_some_and(|next| next < today_ends) => EntryState::OpensLater,
        Minute::Closed => EntryState::Closed,
    };
    prop_assert_eq!(entry.state, state, "{:?}", entry);

    let never_closes = end > walk.position((day + Days::new(8)).and_time(NaiveTime::MIN));
    let closes = walk.minutes[here] == Minute::Open && walk.minutes.get(end) == Some(&Minute::Closed) && !never_closes;
    prop_assert_eq!(entry.until, closes.then(|| walk.instant(end)), "{:?}", entry);

    let is_in = state == EntryState::Open;
    prop_assert_eq!(entry.next, next.filter(|_| !is_in).map(|next| walk.instant(next)), "{:?}", entry);
    Ok(())
}
