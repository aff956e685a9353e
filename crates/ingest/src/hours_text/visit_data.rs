//! What is said of booking and of whom it is for, as the catalog keeps it.

use yuren_calendar::ClockTime;
use yuren_catalog::{Audience, Booking, Slot};

use super::HoursPart;
use super::span::Span;
use super::statement::{Admits, Books};

/// Booking; `None` if nothing is said of it.
pub(super) fn booking(said: &[&Books]) -> Result<Option<Booking>, HoursPart> {
    if said.is_empty() {
        return Ok(None);
    }
    let is_refused = said.contains(&&Books::NotRequired);
    let needs = |books: &&&Books| !matches!(books, Books::NotRequired | Books::GroupNotice(_));
    let is_required = said.iter().any(|books| needs(&books));
    if is_refused && is_required {
        return Err(HoursPart::Visit);
    }
    // 团队须提前3天预约 alone: others come as they like.
    let mut booking = Booking { required: is_required, walk_in: !is_required, ..Booking::default() };
    for books in said {
        match books {
            Books::Required | Books::NotRequired => {}
            Books::Days { lead, ahead } => {
                once(&mut booking.lead_days, *lead)?;
                once(&mut booking.days_ahead, *ahead)?;
            }
            Books::GroupNotice(days) => once(&mut booking.group_notice_days, Some(*days))?,
            Books::Release(minute) => once(&mut booking.release_time, ClockTime::from_minutes(*minute))?,
            Books::Slots(slots) if booking.slots.is_empty() => {
                booking.slots = slots.iter().copied().filter_map(slot).collect();
            }
            Books::Slots(_) => return Err(HoursPart::Visit),
        }
    }
    Ok(Some(booking))
}

fn slot(span: Span) -> Option<Slot> {
    Some(Slot { from: ClockTime::from_minutes(span.from)?, to: ClockTime::from_minutes(span.to)? })
}

/// Audience; `None` if nothing is said of it.
pub(super) fn audience(said: &[&Admits]) -> Result<Option<Audience>, HoursPart> {
    if said.is_empty() {
        return Ok(None);
    }
    let mut audience = Audience::default();
    for admits in said {
        match **admits {
            Admits::AloneFrom(age) => once(&mut audience.alone_from_age, Some(age))?,
            Admits::WithAdult => audience.adult_required = true,
            Admits::Ages { min, max } => {
                once(&mut audience.min_age, min)?;
                once(&mut audience.max_age, max)?;
            }
        }
    }
    let is_contradictory = audience.adult_required && audience.alone_from_age.is_some();
    if is_contradictory { Err(HoursPart::Visit) } else { Ok(Some(audience)) }
}

/// Sets what may be said once, or twice alike.
fn once<T: PartialEq>(slot: &mut Option<T>, said: Option<T>) -> Result<(), HoursPart> {
    if slot.is_some() && said.is_some() && *slot != said {
        return Err(HoursPart::Visit);
    }
    if said.is_some() {
        *slot = said;
    }
    Ok(())
}
