//! A group's day, tick by tick: slow, and with nothing from the crate but what a problem says.

use yuren_itinerary::{Plan, Problem, Route, Visit};

/// The route in which every visit starts at the first tick at which it can, given the others' routes; none when one never can.
/// Legs, the time back, the way on foot, toilets and what must be visited are not looked at.
pub(crate) fn route(problem: &Problem, others: &[(usize, &Route)], group: usize, sequence: &[usize]) -> Option<Route> {
    let who = problem.groups[group];
    let mut route = Route { leave: who.leave_from, ..Route::default() };
    let (mut node, mut now) = (who.start, who.leave_from);
    for &point in sequence {
        let at = &problem.points[point];
        let arrive = step(problem, &mut route, node, at.node, now);
        let stay = at.stay.base + at.stay.per_person * who.people;
        let guests = || {
            others.iter().flat_map(|(other, route)| {
                let people = problem.groups[*other].people;
                route.visits.iter().filter(|visit| visit.point == point).map(move |visit| (people, visit))
            })
        };
        let can_start = |start: u32| {
            let open = at
                .windows
                .iter()
                .any(|window| (window.open..=window.last_entry).contains(&start) && start + stay <= window.close);
            let slot = at.slots.iter().find(|slot| (slot.from..slot.to).contains(&start));
            let admitted = slot.is_none_or(|slot| {
                let taken = guests().filter(|(_, visit)| (slot.from..slot.to).contains(&visit.start));
                taken.map(|(people, _)| people).sum::<u32>() + who.people <= slot.people
            });
            let room = (start..start + stay).all(|tick| {
                let inside = guests().filter(|(_, visit)| visit.start <= tick && tick < visit.end);
                at.at_once.is_none_or(|most| inside.map(|(people, _)| people).sum::<u32>() + who.people <= most)
            });
            open && admitted && room && (at.slots.is_empty() || slot.is_some())
        };
        let last = at.windows.last().map_or(0, |window| window.last_entry);
        let start = (arrive..=last).find(|&start| can_start(start))?;
        (node, now) = (at.node, start + stay);
        route.visits.push(Visit { point, arrive, start, end: now });
    }
    if !sequence.is_empty() || node != problem.end {
        now = step(problem, &mut route, node, problem.end, now);
    }
    route.back = now;
    Some(route)
}

fn step(problem: &Problem, route: &mut Route, from: usize, to: usize, now: u32) -> u32 {
    route.travel += problem.travel[from][to];
    route.walk_m += problem.walk_m.get(from).map_or(0, |row| row[to]);
    now + problem.travel[from][to]
}

/// These routes as a plan, with its score.
pub(crate) fn plan(problem: &Problem, routes: Vec<Route>) -> Plan {
    let visited = |point: usize| {
        let visits = routes.iter().filter(|route| route.visits.iter().any(|visit| visit.point == point)).count() as u64;
        if problem.once { visits.min(1) } else { visits }
    };
    let score = problem.points.iter().enumerate().map(|(point, at)| u64::from(at.score) * visited(point)).sum();
    Plan { score, routes }
}
