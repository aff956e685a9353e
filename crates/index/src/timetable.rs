//! When each role of a snapshot can be entered, each day worked out once.
//!
//! Many roles say the same of when they are open: what they say is kept once, and each day's schedule of it is worked out
//! when it is first asked for, and remembered for as long as the snapshot lives. So a question about a hundred thousand places
//! at one instant is a look at a list for each.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use yuren_catalog::calendar::{
    Admission, Calendar, ClockTime, DaySchedule, Entry, Notice, Terms, Timeline, Timing, entry_windows,
};
use yuren_catalog::{Fee, Place, Role, RoleKind, Status};

use crate::{Filter, Pace, PlaceIx};

/// At most so many schedules are remembered, over all days.
const MOST_REMEMBERED: usize = 4_000_000;
/// A span of time that is asked about is looked through for at most so many days.
const MOST_DAYS: usize = 32;

/// So many windows of a day stand in the table itself; hardly any day has more.
const NEAR: usize = 2;

/// The minutes of one day, from and to, in which one is let in. The first few stand here and not elsewhere in memory: a question
/// about many places is bound by how often memory is waited for.
#[derive(Debug)]
struct Windows {
    near: [(u16, u16); NEAR],
    more: Option<Box<[(u16, u16)]>>,
}

impl Windows {
    fn new(windows: &[(u16, u16)]) -> Self {
        // A window of no minutes lets nobody in.
        let mut near = [(0, 0); NEAR];
        for (slot, window) in near.iter_mut().zip(windows) {
            *slot = *window;
        }
        Self { near, more: windows.get(NEAR..).filter(|more| !more.is_empty()).map(Into::into) }
    }

    /// Whether any minute from `from` to `to`, both counted, lies in a window.
    fn meet(&self, from: u16, to: u16) -> bool {
        let meets = |&(opens, closes): &(u16, u16)| opens <= to && from < closes;
        self.near.iter().any(meets) || self.more.as_ref().is_some_and(|more| more.iter().any(meets))
    }
}

/// What a filter asks of a role, and its timing, side by side.
#[derive(Clone, Copy, Debug)]
struct RoleRow {
    timing: TimingIx,
    kind: RoleKind,
    fee: Fee,
    is_withdrawn: bool,
    /// Whether nobody gets in without a booking.
    is_booking_only: bool,
}

/// A timing's position in [`Timetable::timings`].
type TimingIx = u32;

/// When somebody comes, and what they would do to get in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visit {
    /// When they leave, in the city's own time.
    pub leaves: NaiveDateTime,
    /// How they travel; `None` = they are there at once.
    pub pace: Option<Pace>,
    /// Until when any moment will do; `None` = they want in as they arrive. What is more than a month later is not looked at.
    pub until: Option<NaiveDateTime>,
    /// Whether they would book, where nobody gets in without.
    pub would_book: bool,
}

impl Visit {
    /// When they arrive, so many metres away.
    pub fn arrival(&self, distance_m: Option<f64>) -> NaiveDateTime {
        let minutes = match (self.pace, distance_m) {
            (Some(pace), Some(distance_m)) => pace.minutes(distance_m),
            _ => 0,
        };
        let later = TimeDelta::minutes(i64::from(minutes));
        self.leaves.checked_add_signed(later).unwrap_or(NaiveDateTime::MAX)
    }

    pub(crate) fn wish(&self, distance_m: Option<f64>) -> Wish {
        Wish { from: self.arrival(distance_m), until: self.until, would_book: self.would_book }
    }
}

/// When somebody wants to go in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wish {
    /// When they are there.
    from: NaiveDateTime,
    /// Until when any moment will do; `None` = they want in at once.
    until: Option<NaiveDateTime>,
    would_book: bool,
}

/// What of one day has been worked out.
struct DayTable {
    schedules: Box<[OnceLock<Arc<DaySchedule>>]>,
    windows: Box<[OnceLock<Windows>]>,
}

impl DayTable {
    fn new(timings: usize) -> Arc<Self> {
        Arc::new(Self {
            schedules: (0..timings).map(|_| OnceLock::new()).collect(),
            windows: (0..timings).map(|_| OnceLock::new()).collect(),
        })
    }
}

/// When the roles of a list of places can be entered.
pub(crate) struct Timetable {
    timings: Vec<Timing>,
    /// By place: where its roles begin in `roles`; and where the last one's end.
    begins: Vec<u32>,
    roles: Vec<RoleRow>,
    /// By day, the days asked for last.
    days: Mutex<BTreeMap<NaiveDate, Arc<DayTable>>>,
}

impl fmt::Debug for Timetable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timetable").field("timings", &self.timings.len()).finish_non_exhaustive()
    }
}

/// All that decides when a role can be entered.
fn terms<'a>(place: &Place, role: &'a Role) -> (Terms<'a>, Vec<&'a Notice>) {
    let terms = Terms {
        hours: role.hours.as_ref().map(|hours| hours.value.as_str()),
        admission: role.admission.as_ref().map_or(Admission::default(), |admission| admission.value),
        booking_only: role.is_booking_only(),
        suspended: role.status == Status::Suspended || place.status == Status::Suspended,
    };
    (terms, role.notices.iter().map(|notice| &notice.value).collect())
}

impl Timetable {
    /// The timetable of these places. A [`PlaceIx`] is a position in `places`.
    pub(crate) fn new(places: &[Place]) -> Self {
        let mut timings = Vec::new();
        let mut number_of: HashMap<_, TimingIx> = HashMap::new();
        let mut begins = Vec::with_capacity(places.len() + 1);
        let mut roles = Vec::new();
        for place in places {
            begins.push(roles.len() as u32);
            roles.extend(place.roles.iter().map(|role| {
                let (terms, notices) = terms(place, role);
                let is_booking_only = terms.booking_only;
                let timing = *number_of.entry((terms, notices)).or_insert_with_key(|(terms, notices)| {
                    timings.push(Timing::new(*terms, notices.iter().copied()));
                    timings.len() as u32 - 1
                });
                let is_withdrawn = role.status == Status::Withdrawn;
                RoleRow { timing, kind: role.kind, fee: role.fee(), is_withdrawn, is_booking_only }
            }));
        }
        begins.push(roles.len() as u32);
        Self { timings, begins, roles, days: Mutex::default() }
    }

    fn roles_of(&self, place: PlaceIx) -> &[RoleRow] {
        let place = place as usize;
        &self.roles[self.begins[place] as usize..self.begins[place + 1] as usize]
    }

    fn timing_of(&self, place: PlaceIx, role: usize) -> TimingIx {
        self.roles_of(place)[role].timing
    }

    /// What is known of when the role can be entered.
    pub(crate) fn role_timing(&self, place: PlaceIx, role: usize) -> &Timing {
        &self.timings[self.timing_of(place, role) as usize]
    }

    fn day(&self, date: NaiveDate) -> Arc<DayTable> {
        // What another thread left half done is only missing from the memory.
        let mut days = self.days.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(day) = days.get(&date) {
            return Arc::clone(day);
        }
        let most_days = (MOST_REMEMBERED / self.timings.len().max(1)).max(8);
        if days.len() >= most_days {
            // Days are asked for in no order; those farthest from this one are the least likely to be asked for again.
            let ends = [days.first_key_value(), days.last_key_value()].into_iter().flatten().map(|(&day, _)| day);
            if let Some(farthest) = ends.max_by_key(|day| day.signed_duration_since(date).num_days().abs()) {
                days.remove(&farthest);
            }
        }
        Arc::clone(days.entry(date).or_insert_with(|| DayTable::new(self.timings.len())))
    }

    fn schedule(&self, calendar: &Calendar, timing: TimingIx, date: NaiveDate) -> Arc<DaySchedule> {
        let day = self.day(date);
        let make = || Arc::new(DaySchedule::new(&self.timings[timing as usize], calendar, date));
        Arc::clone(day.schedules[timing as usize].get_or_init(make))
    }

    fn timeline<'a>(&'a self, calendar: &'a Calendar, timing: TimingIx) -> impl Timeline + 'a {
        move |date| self.schedule(calendar, timing, date)
    }

    /// The role's day.
    pub(crate) fn role_day(
        &self,
        calendar: &Calendar,
        place: PlaceIx,
        role: usize,
        date: NaiveDate,
    ) -> Arc<DaySchedule> {
        self.schedule(calendar, self.timing_of(place, role), date)
    }

    /// The minutes of a day in which one is let in to the role.
    pub(crate) fn role_windows(
        &self,
        calendar: &Calendar,
        place: PlaceIx,
        role: usize,
        date: NaiveDate,
    ) -> Vec<(u16, u16)> {
        let timing = self.timing_of(place, role);
        entry_windows(&self.timings[timing as usize], &self.timeline(calendar, timing), date)
    }

    /// Whether one can go in to the role at an instant.
    pub(crate) fn entry(&self, calendar: &Calendar, place: PlaceIx, role: usize, at: NaiveDateTime) -> Entry {
        let timing = self.timing_of(place, role);
        Entry::new(&self.timings[timing as usize], &self.timeline(calendar, timing), at)
    }

    /// One that answers quickly for many roles and the same few days.
    pub(crate) fn doorkeeper<'a>(&'a self, calendar: &'a Calendar) -> Doorkeeper<'a> {
        Doorkeeper { timetable: self, calendar, days: Vec::new() }
    }
}

/// Says of place after place whether a wish can be met, holding on to the days that it needs.
pub(crate) struct Doorkeeper<'a> {
    timetable: &'a Timetable,
    calendar: &'a Calendar,
    days: Vec<(NaiveDate, Arc<DayTable>)>,
}

impl Doorkeeper<'_> {
    /// Whether a role of the place matches the filter and lets them in. What is not known to be open does not.
    pub(crate) fn lets_in(&mut self, place: PlaceIx, filter: &Filter, wish: &Wish) -> bool {
        let mut roles = self.timetable.roles_of(place).iter().enumerate();
        roles.any(|(i, role)| filter.matches(role.kind, role.fee) && self.role_lets_in(place, i, wish))
    }

    /// Whether this role of the place does, whatever its kind.
    pub(crate) fn role_lets_in(&mut self, place: PlaceIx, role: usize, wish: &Wish) -> bool {
        let role = self.timetable.roles_of(place)[role];
        !role.is_withdrawn && (wish.would_book || !role.is_booking_only) && self.meets(role.timing, wish)
    }

    fn meets(&mut self, timing: TimingIx, wish: &Wish) -> bool {
        let first = wish.from.date();
        let from = ClockTime::of(wish.from).minutes();
        // At once: this very minute.
        let until = wish.until.unwrap_or(wish.from);
        if until < wish.from {
            return false;
        }
        let last = until.date();
        if first == last {
            return self.windows(timing, first).meet(from, ClockTime::of(until).minutes());
        }
        for date in first.iter_days().take_while(|&date| date <= last).take(MOST_DAYS) {
            let from = if date == first { from } else { 0 };
            let to = if date == last { ClockTime::of(until).minutes() } else { u16::MAX };
            if self.windows(timing, date).meet(from, to) {
                return true;
            }
        }
        false
    }

    fn windows(&mut self, timing: TimingIx, date: NaiveDate) -> &Windows {
        let position = self.days.iter().position(|(day, _)| *day == date).unwrap_or_else(|| {
            self.days.push((date, self.timetable.day(date)));
            self.days.len() - 1
        });
        let (timetable, calendar) = (self.timetable, self.calendar);
        self.days[position].1.windows[timing as usize].get_or_init(|| {
            let known = &timetable.timings[timing as usize];
            Windows::new(&entry_windows(known, &timetable.timeline(calendar, timing), date))
        })
    }
}
