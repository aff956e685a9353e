//! Days made so that a plan fits: first the plan, at random, then windows, limits and rules around it.

use proptest::collection::vec;
use proptest::prelude::*;
use yuren_itinerary::{Group, OneOf, Plan, Point, Problem, Route, Slot, Stay, Visit, Window};

/// Groups, points and nodes at most.
const GROUPS: usize = 3;
const POINTS: usize = 6;
const NODES: usize = 5;

/// Numbers drawn at random and used up one after the other; when they are at their end they begin again.
struct Draw {
    numbers: Vec<u32>,
    next: usize,
}

impl Draw {
    /// A number from 0 up to and including `most`.
    fn up_to(&mut self, most: u32) -> u32 {
        self.next += 1;
        self.numbers[self.next % self.numbers.len()] % (most + 1)
    }

    fn index(&mut self, count: usize) -> usize {
        self.up_to(count as u32 - 1) as usize
    }

    fn yes(&mut self) -> bool {
        self.up_to(1) == 1
    }
}

/// A problem and a plan that fits it.
pub(crate) fn fitting() -> impl Strategy<Value = (Problem, Plan)> {
    vec(any::<u32>(), 400).prop_map(|numbers| {
        let draw = &mut Draw { numbers, next: 0 };
        let mut problem = bare(draw);
        let plan = planned(&problem, draw);
        fit_points(&mut problem, &plan, draw);
        fit_rules(&mut problem, &plan, draw);
        (problem, plan)
    })
}

/// Groups, nodes and points, with nothing open and no limit.
fn bare(draw: &mut Draw) -> Problem {
    let mut table = |most| (0..NODES).map(|_| (0..NODES).map(|_| draw.up_to(most)).collect()).collect();
    let (travel, walk_m) = (table(20), table(500));
    let points = (0..POINTS).map(|_| Point {
        node: draw.index(NODES),
        score: draw.up_to(9),
        stay: Stay { base: draw.up_to(20), per_person: draw.up_to(1) },
        windows: Vec::new(),
        group_min: None,
        group_max: None,
        at_once: None,
        slots: Vec::new(),
        must: false,
        toilet: false,
    });
    let points = points.collect();
    let groups = (0..=draw.index(GROUPS))
        .map(|_| Group { people: 1 + draw.up_to(20), start: draw.index(NODES), leave_from: draw.up_to(30) })
        .collect();
    Problem {
        groups,
        end: draw.index(NODES),
        back_by: 0,
        points,
        travel,
        walk_m,
        once: draw.yes(),
        before: Vec::new(),
        one_of: Vec::new(),
        max_leg: None,
        max_walk_m: None,
        max_without_toilet: None,
    }
}

/// Any sequences, with any waits, as the definition has it.
fn planned(problem: &Problem, draw: &mut Draw) -> Plan {
    let mut free = [true; POINTS];
    let mut score = 0;
    let routes = problem.groups.iter().map(|group| {
        let mut left: Vec<usize> = (0..POINTS).filter(|&point| free[point]).collect();
        let leave = group.leave_from + draw.up_to(10);
        let mut route = Route { leave, ..Route::default() };
        let (mut node, mut now) = (group.start, leave);
        while !left.is_empty() && draw.up_to(3) != 0 {
            let point = left.remove(draw.index(left.len()));
            free[point] = !problem.once;
            let at = &problem.points[point];
            score += u64::from(at.score);
            route.travel += problem.travel[node][at.node];
            route.walk_m += problem.walk_m[node][at.node];
            let arrive = now + problem.travel[node][at.node];
            let start = arrive + draw.up_to(15);
            (node, now) = (at.node, start + at.stay.base + at.stay.per_person * group.people);
            route.visits.push(Visit { point, arrive, start, end: now });
        }
        if !route.visits.is_empty() || node != problem.end {
            route.travel += problem.travel[node][problem.end];
            route.walk_m += problem.walk_m[node][problem.end];
            now += problem.travel[node][problem.end];
        }
        route.back = now;
        route
    });
    let routes = routes.collect();
    Plan { score, routes }
}

/// Windows, sizes, slots and room: just enough for those who come, or more.
fn fit_points(problem: &mut Problem, plan: &Plan, draw: &mut Draw) {
    for (point, at) in problem.points.iter_mut().enumerate() {
        let mut guests: Vec<(Visit, u32)> = Vec::new();
        for (route, group) in plan.routes.iter().zip(&problem.groups) {
            let here = route.visits.iter().filter(|visit| visit.point == point);
            guests.extend(here.map(|&visit| (visit, group.people)));
        }
        guests.sort_by_key(|(visit, _)| visit.start);
        // A window for each guest who is not let in yet: as wide as can be between the one before and what it has to hold.
        for (visit, _) in &guests {
            match at.windows.last_mut() {
                Some(last) if visit.start < last.close || visit.start == last.last_entry => {
                    last.last_entry = last.last_entry.max(visit.start);
                    last.close = last.close.max(visit.end);
                }
                last => {
                    let open = last.map_or(0, |last| last.close).max(visit.start.saturating_sub(draw.up_to(9)));
                    at.windows.push(Window { open, last_entry: visit.start, close: visit.end });
                }
            }
        }
        for window in &mut at.windows {
            window.last_entry = window.close.min(window.last_entry + draw.up_to(3));
        }
        let people = guests.iter().map(|&(_, people)| people);
        at.group_min = people.clone().min().filter(|_| draw.yes());
        at.group_max = people.clone().max().filter(|_| draw.yes());
        let inside = |time: u32| guests.iter().filter(move |(visit, _)| (visit.start..visit.end).contains(&time));
        let fullest = guests.iter().map(|(visit, _)| inside(visit.start).map(|&(_, people)| people).sum()).max();
        at.at_once = fullest.filter(|_| draw.yes());
        if draw.yes() && !guests.is_empty() {
            let length = 1 + draw.up_to(20);
            let mut from = 0;
            while from <= guests[guests.len() - 1].0.start {
                let to = from + length;
                let of_slot = guests.iter().filter(|(visit, _)| (from..to).contains(&visit.start));
                at.slots.push(Slot { from, to, people: of_slot.map(|&(_, people)| people).sum() });
                from = to;
            }
        }
        at.must = draw.yes() && guests.len() >= if problem.once { 1 } else { plan.routes.len() };
        at.toilet = draw.yes();
    }
}

/// What holds of whole routes: limits just as long as they have to be, sets and orders that the plan keeps.
fn fit_rules(problem: &mut Problem, plan: &Plan, draw: &mut Draw) {
    problem.back_by = plan.routes.iter().map(|route| route.back).max().unwrap_or(0);
    problem.max_leg = draw.yes().then(|| legs(problem, plan).max().unwrap_or(0));
    problem.max_walk_m = plan.routes.iter().map(|route| route.walk_m).max().filter(|_| draw.yes());
    problem.max_without_toilet =
        draw.yes().then(|| plan.routes.iter().map(|route| dry(problem, route)).max().unwrap_or(0));
    for _ in 0..4 {
        let points = [draw.index(POINTS), draw.index(POINTS)];
        let at = |route: &Route, point| route.visits.iter().position(|visit| visit.point == point);
        if plan.routes.iter().all(|route| at(route, points[0]).zip(at(route, points[1])).is_none_or(|(a, b)| a <= b)) {
            problem.before.push(points);
        }
        let visited = |route: &Route| points.iter().filter(|&&point| at(route, point).is_some()).count();
        if points[0] != points[1] && plan.routes.iter().all(|route| visited(route) < 2) {
            let must = plan.routes.iter().all(|route| visited(route) == 1);
            problem.one_of.push(OneOf { points: points.to_vec(), must });
        }
    }
}

/// Every leg's length.
fn legs<'a>(problem: &'a Problem, plan: &'a Plan) -> impl Iterator<Item = u32> + 'a {
    plan.routes.iter().zip(&problem.groups).flat_map(|(route, group)| {
        let nodes = route.visits.iter().map(|visit| problem.points[visit.point].node);
        let path: Vec<usize> = std::iter::once(group.start).chain(nodes).chain([problem.end]).collect();
        let stays = route.visits.is_empty() && group.start == problem.end;
        let legs = path.windows(2).map(|leg| problem.travel[leg[0]][leg[1]]).collect::<Vec<_>>();
        legs.into_iter().filter(move |_| !stays)
    })
}

/// A route's longest time from one toilet to the next.
fn dry(problem: &Problem, route: &Route) -> u32 {
    let mut left = route.leave;
    let mut longest = 0;
    for visit in route.visits.iter().filter(|visit| problem.points[visit.point].toilet) {
        longest = longest.max(visit.arrive - left);
        left = visit.end;
    }
    longest.max(route.back - left)
}
