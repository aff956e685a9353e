//! Plans at random, made before their problems: they are accepted, they stay accepted as less is asked, and any limit one short
//! of what they need is told of.

use proptest::prelude::*;
use yuren_itinerary::{Plan, Problem, Violation, check};

use crate::checked::violations;
use crate::random::fitting;

/// Asks one thing less, or the same.
fn relax(problem: &mut Problem, what: usize, by: u32) {
    match what {
        0 => problem.back_by += by,
        1 => problem.groups.iter_mut().for_each(|group| group.leave_from = group.leave_from.saturating_sub(by)),
        2 => problem.max_leg = problem.max_leg.map(|most| most + by),
        3 => problem.max_walk_m = problem.max_walk_m.map(|most| most + by),
        4 => problem.max_without_toilet = problem.max_without_toilet.map(|most| most + by),
        5 => (problem.max_leg, problem.max_walk_m, problem.max_without_toilet) = (None, None, None),
        6 => drop(problem.before.pop()),
        7 => drop(problem.one_of.pop()),
        8 => problem.one_of.iter_mut().for_each(|set| set.must = false),
        _ => problem.points.iter_mut().for_each(|at| match what {
            9 => at.must = false,
            10 => at.toilet = true,
            11 => at.slots.clear(),
            12 => at.slots.iter_mut().for_each(|slot| slot.people += by),
            13 => at.at_once = at.at_once.map(|most| most + by),
            14 => at.group_max = at.group_max.map(|most| most + by),
            15 => at.group_min = at.group_min.map(|least| least.saturating_sub(by)),
            16 => (at.at_once, at.group_min, at.group_max) = (None, None, None),
            17 => at.windows.iter_mut().for_each(|window| window.last_entry = window.close),
            18 => at.windows.first_mut().into_iter().for_each(|window| window.open = window.open.saturating_sub(by)),
            _ => at.windows.last_mut().into_iter().for_each(|window| window.close += by),
        }),
    }
}

proptest! {
    #[test]
    fn a_plan_that_a_day_was_made_for_is_accepted((problem, plan) in fitting()) {
        prop_assert_eq!(problem.checked(), Ok(()));
        prop_assert_eq!(violations(&problem, &plan), []);
    }

    #[test]
    fn a_plan_accepted_stays_accepted_as_less_is_asked(
        (mut problem, plan) in fitting(),
        steps in proptest::collection::vec((0_usize..20, 0_u32..50), 1..6),
    ) {
        for (what, by) in steps {
            relax(&mut problem, what, by);
            prop_assert_eq!(problem.checked(), Ok(()));
            prop_assert_eq!(violations(&problem, &plan), [], "after {} by {}", what, by);
        }
    }

    #[test]
    fn a_limit_one_short_of_what_a_plan_needs_is_told_of((problem, plan) in fitting()) {
        // Each limit of the random day is just what the plan needs, so one less is too little.
        let less = |change: &dyn Fn(&mut Problem)| {
            let mut problem = problem.clone();
            change(&mut problem);
            violations(&problem, &plan)
        };
        let one = |limit: &mut Option<u32>| *limit = limit.map(|most| most.saturating_sub(1));
        if problem.back_by > 0 {
            let found = less(&|problem| problem.back_by -= 1);
            prop_assert!(!found.is_empty() && found.iter().all(|v| matches!(v, Violation::BackLate { .. })), "{:?}", found);
        }
        if problem.max_leg.is_some_and(|most| most > 0) {
            let found = less(&|problem| one(&mut problem.max_leg));
            prop_assert!(!found.is_empty() && found.iter().all(|v| matches!(v, Violation::LegTooLong { .. })), "{:?}", found);
        }
        if problem.max_walk_m.is_some_and(|most| most > 0) {
            let found = less(&|problem| one(&mut problem.max_walk_m));
            prop_assert!(!found.is_empty() && found.iter().all(|v| matches!(v, Violation::TooFarOnFoot { .. })), "{:?}", found);
        }
        if problem.max_without_toilet.is_some_and(|most| most > 0) {
            let found = less(&|problem| one(&mut problem.max_without_toilet));
            prop_assert!(!found.is_empty() && found.iter().all(|v| matches!(v, Violation::NoToilet { .. })), "{:?}", found);
        }
        for point in 0..problem.points.len() {
            if problem.points[point].at_once.is_some_and(|most| most > 0) {
                let found = less(&|problem| one(&mut problem.points[point].at_once));
                prop_assert!(matches!(found[..], [Violation::TooManyInside { .. }]), "{:?}", found);
            }
        }
    }

    #[test]
    fn a_plan_reads_back_as_it_was_written((_, plan) in fitting()) {
        let written = serde_json::to_string(&plan).expect("a plan is JSON");
        let read: Plan = serde_json::from_str(&written).expect("it is a plan");
        prop_assert_eq!(&read, &plan);
        prop_assert_eq!(serde_json::to_string(&read).expect("a plan is JSON"), written);
    }

    #[test]
    fn any_bytes_for_a_plan_or_a_problem_are_answered((problem, plan) in fitting(), cut in any::<[u8; 6]>()) {
        let mut json = [serde_json::to_vec(&problem).expect("JSON"), serde_json::to_vec(&plan).expect("JSON")];
        // Three bytes anywhere become others that JSON is made of: what is read still is then often a plan, with odd numbers.
        for (place, byte) in cut.chunks(2).map(|pair| (pair[0], pair[1])) {
            let text = &mut json[usize::from(place % 2)];
            let at = usize::from(place) * text.len() / 256;
            text[at] = b"0123456789-.e[]{},:\"ntu "[usize::from(byte) % 24];
        }
        let _answered = check(&json[0], &json[1]).is_ok();
    }

    #[test]
    fn bytes_of_no_meaning_are_answered(problem in any::<Vec<u8>>(), plan in any::<Vec<u8>>()) {
        prop_assert!(check(&problem, &plan).is_err());
    }
}
