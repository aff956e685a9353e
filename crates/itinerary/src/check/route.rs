//! One group's day: its legs, times and sums.

use super::read::{Asked, Call, Day, Party, Table, Venue};
use super::{Stop, Violation, place};

/// What every number of a route can be at most.
const MOST: u64 = u32::MAX as u64;

pub(super) fn judge(asked: &Asked, group: usize, party: &Party, day: &Day, found: &mut Vec<Violation>) {
    numbers(group, day, found);
    let leave_from = u64::from(party.leave_from);
    if day.leave < leave_from {
        found.push(Violation::LeavesEarly { group, leave: day.leave, leave_from });
    }
    let mut way = Way { asked, group, at: Some((Stop::Start, party.start)), left: day.leave, travel: 0, walk_m: 0 };
    let mut rest = Some((Stop::Start, day.leave));
    let mut known = true;
    for call in &day.visits {
        let Some((point, venue)) = place(call.point).and_then(|point| Some((point, asked.points.get(point)?))) else {
            found.push(Violation::UnknownPoint { group, point: call.point, points: asked.points.len() });
            known = false;
            way.at = None;
            continue;
        };
        if let Some(is) = way.go((Stop::Point(point), venue.node), call.end, found)
            && is != call.arrive
        {
            found.push(Violation::ArrivalFalse { group, point, arrive: call.arrive, is });
        }
        visit(group, party, point, venue, call, found);
        if venue.toilet {
            without(asked, rest, (Stop::Point(point), call.arrive), group, found);
            rest = Some((Stop::Point(point), call.end));
        }
        if !known {
            rest = None;
        }
    }
    // Who visits nothing and ends where the day began has nowhere to go, whatever the table says of a node and itself.
    let stays = day.visits.is_empty() && party.start == asked.end;
    let is = if stays { Some(day.leave) } else { way.go((Stop::End, asked.end), day.back, found) };
    if let Some(is) = is.filter(|&is| is != day.back) {
        found.push(Violation::BackFalse { group, back: day.back, is });
    }
    if day.back > u64::from(asked.back_by) {
        found.push(Violation::BackLate { group, back: day.back, back_by: asked.back_by.into() });
    }
    if !known {
        return;
    }
    without(asked, rest, (Stop::End, day.back), group, found);
    if day.travel != way.travel {
        found.push(Violation::TravelFalse { group, travel: day.travel, is: way.travel });
    }
    if day.walk_m != way.walk_m {
        found.push(Violation::WalkFalse { group, walk_m: day.walk_m, is: way.walk_m });
    }
    if let Some(most) = asked.max_walk_m.map(u64::from).filter(|&most| way.walk_m > most) {
        found.push(Violation::TooFarOnFoot { group, walk_m: way.walk_m, most });
    }
}

/// A group on its way.
struct Way<'a> {
    asked: &'a Asked,
    group: usize,
    /// Where it is, if that is known, and at which node.
    at: Option<(Stop, usize)>,
    /// When it leaves there.
    left: u64,
    /// Time on the way so far.
    travel: u64,
    /// Metres on foot so far.
    walk_m: u64,
}

impl Way<'_> {
    /// Goes to the next stop, and says when it is there, if it is known where it came from.
    fn go(&mut self, to: (Stop, usize), leaves_at: u64, found: &mut Vec<Violation>) -> Option<u64> {
        let from = self.at.replace(to);
        let left = std::mem::replace(&mut self.left, leaves_at);
        let from = from?;
        let cell = |table: &Table| u64::from(table[from.1][to.1]);
        let travel = cell(&self.asked.travel);
        self.travel += travel;
        if !self.asked.walk_m.is_empty() {
            self.walk_m += cell(&self.asked.walk_m);
        }
        if let Some(most) = self.asked.max_leg.map(u64::from).filter(|&most| travel > most) {
            found.push(Violation::LegTooLong { group: self.group, from: from.0, to: to.0, travel, most });
        }
        Some(left.saturating_add(travel))
    }
}

/// The visit itself, however the group came there.
fn visit(group: usize, party: &Party, point: usize, venue: &Venue, call: &Call, found: &mut Vec<Violation>) {
    let &Call { arrive, start, end, .. } = call;
    let people = u64::from(party.people);
    if start < arrive {
        found.push(Violation::StartsBeforeArrival { group, point, start, arrive });
    }
    let lets_in =
        venue.windows.iter().filter(|window| (window.open.into()..=window.last_entry.into()).contains(&start));
    match lets_in.map(|window| u64::from(window.close)).max() {
        None => found.push(Violation::OutsideWindows { group, point, start }),
        Some(close) if end > close => found.push(Violation::EndsAfterClose { group, point, end, close }),
        Some(_) => {}
    }
    let stay = u64::from(venue.stay.base) + u64::from(venue.stay.per_person) * people;
    if start.checked_add(stay) != Some(end) {
        found.push(Violation::StayFalse { group, point, start, end, stay });
    }
    if let Some(least) = venue.group_min.map(u64::from).filter(|&least| people < least) {
        found.push(Violation::GroupTooSmall { group, point, people, least });
    }
    if let Some(most) = venue.group_max.map(u64::from).filter(|&most| people > most) {
        found.push(Violation::GroupTooLarge { group, point, people, most });
    }
}

/// The stretch from one toilet to the next, where it is known.
fn without(asked: &Asked, from: Option<(Stop, u64)>, to: (Stop, u64), group: usize, found: &mut Vec<Violation>) {
    let (Some((from, left)), Some(most)) = (from, asked.max_without_toilet.map(u64::from)) else { return };
    let time = to.1.saturating_sub(left);
    if time > most {
        found.push(Violation::NoToilet { group, from, to: to.0, time, most });
    }
}

/// Numbers that the plan's format cannot hold.
fn numbers(group: usize, day: &Day, found: &mut Vec<Violation>) {
    for (name, value) in [("leave", day.leave), ("back", day.back), ("travel", day.travel), ("walk_m", day.walk_m)] {
        if value > MOST {
            found.push(Violation::TooLarge { field: format!("routes/{group}/{name}"), value, most: MOST });
        }
    }
    for (position, call) in day.visits.iter().enumerate() {
        for (name, value) in [("arrive", call.arrive), ("start", call.start), ("end", call.end)] {
            if value > MOST {
                let field = format!("routes/{group}/visits/{position}/{name}");
                found.push(Violation::TooLarge { field, value, most: MOST });
            }
        }
    }
}
