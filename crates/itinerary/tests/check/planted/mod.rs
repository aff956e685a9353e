//! Each kind of violation, planted alone in a plan that is right: it is found and named, and nothing else is accused beyond what
//! follows from it.

mod between;
mod form;
mod sums;
mod times;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use yuren_itinerary::{Stop, Violation};

use crate::days::Case;

/// Names every kind. A new one does not compile until it is in this list, and `every_kind_is_planted` fails until it is planted.
macro_rules! kinds {
    ($($kind:ident)*) => {
        fn name(violation: &Violation) -> &'static str {
            match violation {
                $(Violation::$kind { .. } => stringify!($kind),)*
            }
        }
        const KINDS: &[&str] = &[$(stringify!($kind)),*];
    };
}

kinds! {
    RouteCount TooLarge UnknownPoint VisitedTwice InTwoRoutes LeavesEarly ArrivalFalse StartsBeforeArrival OutsideWindows
    EndsAfterClose StayFalse BackFalse BackLate LegTooLong TooFarOnFoot WalkFalse TravelFalse ScoreFalse GroupTooSmall
    GroupTooLarge TooManyInside InNoSlot SlotOverfull MustMissing MustMissingFromAll ChoiceMissing ChoiceTwice OutOfOrder
    NoToilet
}

/// What was done to a plan, the case that came of it, and all that is wrong with it now.
struct Plant(&'static str, Case, Vec<Violation>);

fn visit(point: usize, arrive: u32, start: u32, end: u32) -> Value {
    json!({"point": point, "arrive": arrive, "start": start, "end": end})
}

fn plants() -> Vec<Plant> {
    let routes = [times::in_times(), times::in_toilets(), sums::in_sums(), form::in_form()];
    routes.into_iter().chain([between::in_turns(), between::in_choices()]).flatten().collect()
}

#[test]
fn what_is_planted_is_found_and_nothing_else_is_accused() {
    for Plant(what, case, wrong) in plants() {
        assert_eq!(case.violations(), wrong, "{what}");
    }
}

#[test]
fn every_kind_is_planted() {
    let planted: BTreeSet<_> = plants().iter().flat_map(|Plant(_, _, wrong)| wrong.iter().map(name)).collect();
    assert_eq!(planted, KINDS.iter().copied().collect());
}

#[test]
fn every_kind_is_in_the_readme() {
    let readme = include_str!("../../../README.md");
    for kind in KINDS {
        assert!(readme.contains(&format!("`{kind}`")), "{kind}");
    }
}

#[test]
fn every_violation_reads_as_one_sentence_with_its_numbers() {
    for violation in plants().into_iter().flat_map(|Plant(_, _, wrong)| wrong) {
        let sentence = violation.to_string();
        assert!(!sentence.contains('\n') && !sentence.contains('{'), "{sentence}");
        assert!(sentence.contains(|c: char| c.is_ascii_digit()), "{sentence}");
    }
    let sentence = Violation::LegTooLong { group: 0, from: Stop::Point(1), to: Stop::End, travel: 20, most: 19 };
    assert_eq!(sentence.to_string(), "group 0 takes 20 from point 1 to the end, over 19 for one leg");
}
