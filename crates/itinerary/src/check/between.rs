//! What groups share: the people inside at once, the slots, and points that count once.

use super::read::{Answer, Asked, Venue};
use super::{Violation, place};

/// A visit as the point sees it.
struct Guest {
    group: usize,
    people: u64,
    start: u64,
    end: u64,
}

pub(super) fn judge(asked: &Asked, answer: &Answer, found: &mut Vec<Violation>) {
    let mut guests: Vec<Vec<Guest>> = asked.points.iter().map(|_| Vec::new()).collect();
    for (group, (party, day)) in asked.groups.iter().zip(&answer.routes).enumerate() {
        for call in &day.visits {
            if let Some(of_point) = place(call.point).and_then(|point| guests.get_mut(point)) {
                of_point.push(Guest { group, people: party.people.into(), start: call.start, end: call.end });
            }
        }
    }
    for (point, (venue, guests)) in asked.points.iter().zip(&guests).enumerate() {
        repeats(asked.once, point, guests, found);
        inside(point, venue, guests, found);
        slots(point, venue, guests, found);
    }
}

/// Guests are in the order of groups, so that those of one group stand together.
fn repeats(once: bool, point: usize, guests: &[Guest], found: &mut Vec<Violation>) {
    for of_group in guests.chunk_by(|one, next| one.group == next.group) {
        let (first, second) = (guests[0].group, of_group[0].group);
        if of_group.len() > 1 {
            found.push(Violation::VisitedTwice { group: second, point });
        }
        if once && first != second {
            found.push(Violation::InTwoRoutes { point, first, second });
        }
    }
}

/// A visit that takes no time is nobody's inside.
fn inside(point: usize, venue: &Venue, guests: &[Guest], found: &mut Vec<Violation>) {
    let Some(most) = venue.at_once.map(u64::from) else { return };
    let taking_time = || guests.iter().filter(|guest| guest.start < guest.end);
    // At one moment those who leave are out before those who come are in: `false` sorts first.
    let mut changes: Vec<(u64, bool, u64)> =
        taking_time().flat_map(|guest| [(guest.start, true, guest.people), (guest.end, false, guest.people)]).collect();
    changes.sort_unstable();
    let (mut people, mut fullest) = (0, (0, 0));
    for (at, comes, many) in changes {
        if comes {
            people += many;
            if people > fullest.0 {
                fullest = (people, at);
            }
        } else {
            people -= many;
        }
    }
    let (people, at) = fullest;
    if people > most {
        found.push(Violation::TooManyInside { point, at, people, most });
    }
}

fn slots(point: usize, venue: &Venue, guests: &[Guest], found: &mut Vec<Violation>) {
    if venue.slots.is_empty() {
        return;
    }
    let mut taken = vec![0; venue.slots.len()];
    for guest in guests {
        match venue.slots.iter().position(|slot| (slot.from.into()..slot.to.into()).contains(&guest.start)) {
            Some(slot) => taken[slot] += guest.people,
            None => found.push(Violation::InNoSlot { group: guest.group, point, start: guest.start }),
        }
    }
    for (slot, (admission, people)) in venue.slots.iter().zip(taken).enumerate() {
        let most = u64::from(admission.people);
        if people > most {
            found.push(Violation::SlotOverfull { point, slot, people, most });
        }
    }
}
