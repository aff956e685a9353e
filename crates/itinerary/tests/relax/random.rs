//! Days at random: what is found is the smallest number of steps, held to trying each.

use proptest::prelude::*;
use yuren_itinerary::{Change, Group, Point, Problem, Reach, Stay, Steps, Window, relaxations};

use crate::checked::violations;
use crate::every_plan::first;

fn days() -> impl Strategy<Value = Problem> {
    let point = (0_u32..30, 0_u32..10, 1_u32..10, any::<bool>(), 1_u32..5);
    let points = proptest::collection::vec(point, 2);
    let table = || proptest::collection::vec(proptest::collection::vec(0_u32..10, 3), 3);
    (points, table(), table(), 5_u32..20, 0_u32..30, 3_u32..12, 5_u32..30).prop_map(
        |(points, travel, walk_m, leave_from, length, max_leg, max_walk_m)| {
            let points = points.into_iter().enumerate().map(|(k, (open, longer, base, must, group_max))| Point {
                node: k + 1,
                score: 1,
                stay: Stay { base, per_person: 0 },
                windows: vec![Window { open, last_entry: open + longer, close: open + longer + base }],
                group_min: None,
                group_max: Some(group_max),
                at_once: None,
                slots: Vec::new(),
                must,
                toilet: false,
            });
            Problem {
                groups: vec![Group { people: 4, start: 0, leave_from }],
                end: 0,
                back_by: leave_from + length,
                points: points.collect(),
                travel,
                walk_m,
                once: false,
                before: Vec::new(),
                one_of: Vec::new(),
                max_leg: Some(max_leg),
                max_walk_m: Some(max_walk_m),
                max_without_toilet: None,
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_found_is_the_least_that_suffices(problem in days(), step in 1_u32..4) {
        prop_assume!(first(&problem).is_none());
        let reach = Reach { time: Steps { step, most: 20 }, walk_m: Steps { step, most: 20 } };
        let found = relaxations(&problem, reach, &mut first);
        for relaxation in &found {
            let easier = relaxation.change.applied(&problem).expect("it can be asked");
            prop_assert_eq!(violations(&easier, &relaxation.plan), [], "{:?}", relaxation.change);
        }
        let suffices = |change: &Change| change.applied(&problem).is_some_and(|easier| first(&easier).is_some());
        let by_step = |change: fn(u32) -> Change| (1..=20 / step).map(move |steps| change(steps * step)).find(suffices);
        let single = (0..2).map(|point| Change::DropMust(vec![point])).filter(suffices);
        let mut least: Vec<Change> = [
            Change::LeaveEarlier as fn(u32) -> Change,
            Change::ComeBackLater,
            Change::LongerLeg,
            Change::MoreOnFoot,
        ]
        .into_iter()
        .filter_map(by_step)
        .chain((2..=4).map(Change::Split).find(suffices))
        .chain(single)
        .collect();
        if !least.iter().any(|change| matches!(change, Change::DropMust(_))) {
            least.extend(Some(Change::DropMust(vec![0, 1])).filter(suffices));
        }
        let told: Vec<Change> = found.into_iter().map(|relaxation| relaxation.change).collect();
        prop_assert_eq!(told.len(), least.len(), "{:?} {:?}", told, least);
        for change in least {
            prop_assert!(told.contains(&change), "{:?} is missing in {:?}", change, told);
        }
    }
}
