//! What has to be booked for a visit of a group, and until when.

use chrono::{Days, NaiveDate};
use yuren_catalog::Booking;
use yuren_itinerary::Slot;

/// More people than any slot takes, where nobody said how many it does.
const ANY_NUMBER: u32 = 1_000_000;

/// What has to be booked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bookable {
    /// Whether nobody gets in without.
    pub(crate) required: bool,
    /// So many days before, a group must have told.
    pub(crate) notice_days: Option<u16>,
    /// The last day on which it can be done.
    pub(crate) book_by: Option<NaiveDate>,
    /// The first.
    pub(crate) book_from: Option<NaiveDate>,
    /// Whether that last day is over.
    pub(crate) too_late: bool,
}

impl Bookable {
    /// What the role's booking asks of a group that visits on `date`, today being `today`.
    pub(crate) fn of(booking: Option<&Booking>, date: NaiveDate, today: NaiveDate) -> Self {
        let Some(booking) = booking else { return Self::default() };
        let lead = booking.lead_days.filter(|_| booking.required);
        let days = lead.into_iter().chain(booking.group_notice_days).max();
        let before = |days: u16| date.checked_sub_days(Days::new(days.into()));
        let book_by = days.and_then(before);
        Self {
            required: booking.required,
            notice_days: booking.group_notice_days,
            book_by,
            book_from: booking.days_ahead.filter(|_| booking.required).and_then(before),
            too_late: book_by.is_some_and(|last| last < today),
        }
    }
}

/// The slots in which a visit begins: those that are booked, if nobody gets in without one.
pub(crate) fn slots(booking: Option<&Booking>, capacity: Option<u32>) -> Vec<Slot> {
    let Some(booking) = booking.filter(|booking| booking.required && !booking.walk_in) else { return Vec::new() };
    let mut slots: Vec<Slot> = Vec::new();
    for slot in &booking.slots {
        let (from, to) = (slot.from.minutes().into(), slot.to.minutes().into());
        // What lies in the slot before it is that slot's.
        if to > from && slots.last().is_none_or(|before| before.to <= from) {
            slots.push(Slot { from, to, people: capacity.unwrap_or(ANY_NUMBER) });
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_group_tells_in_time_and_a_day_later_it_is_too_late() {
        let booking = Booking { group_notice_days: Some(3), ..Booking::default() };
        let told = |today: &str| Bookable::of(Some(&booking), day("2026-12-03"), day(today));
        assert_eq!(told("2026-11-30").book_by, Some(day("2026-11-30")));
        assert!(!told("2026-11-30").too_late);
        assert!(told("2026-12-01").too_late);
    }

    #[test]
    fn the_longer_of_two_notices_counts_and_a_lead_only_where_one_must_book() {
        let both =
            |required| Booking { required, lead_days: Some(5), group_notice_days: Some(2), ..Booking::default() };
        let by = |required| Bookable::of(Some(&both(required)), day("2026-12-10"), day("2026-12-01")).book_by;
        assert_eq!((by(true), by(false)), (Some(day("2026-12-05")), Some(day("2026-12-08"))));
        assert_eq!(Bookable::of(None, day("2026-12-10"), day("2026-12-01")), Bookable::default());
    }

    #[test]
    fn a_visit_begins_in_a_slot_only_where_nobody_gets_in_without() {
        let slot = |from: &str, to: &str| yuren_catalog::Slot { from: from.parse().unwrap(), to: to.parse().unwrap() };
        let booking = |walk_in| Booking {
            required: true,
            walk_in,
            slots: vec![slot("09:00", "10:00"), slot("10:00", "11:30")],
            ..Booking::default()
        };
        let expected = [Slot { from: 540, to: 600, people: 40 }, Slot { from: 600, to: 690, people: 40 }];
        assert_eq!(slots(Some(&booking(false)), Some(40)), expected);
        assert_eq!(slots(Some(&booking(true)), Some(40)), []);
    }
}
