//! What keeps a group out on a day with nothing else in it.

use yuren_itinerary::{Obstacle, Point, Reason, Slot, Stay};

use super::{alone, day, long, point, why, window};

#[test]
fn a_point_without_windows_is_closed() {
    assert_eq!(alone(Point { windows: Vec::new(), group_max: Some(1), ..point(1) }), Reason::Closed);
}

#[test]
fn sixty_are_too_many_for_forty_and_would_be_let_in_in_two_parts() {
    let too_large = |most, parts| Reason::GroupTooLarge { group: 0, people: 60, most, parts };
    assert_eq!(alone(Point { group_max: Some(40), ..point(1) }), too_large(40, Some(2)));
    assert_eq!(alone(Point { at_once: Some(25), ..point(1) }), too_large(25, Some(3)));
    let slots = [19, 59].map(|people| Slot { from: people, to: people + 1, people });
    assert_eq!(alone(Point { slots: slots.to_vec(), ..point(1) }), too_large(59, Some(2)));
    // The least of what is let in and what fits inside.
    assert_eq!(alone(Point { group_max: Some(40), at_once: Some(25), ..point(1) }), too_large(25, Some(3)));
    // Two parts are 30 each.
    assert_eq!(alone(Point { group_max: Some(40), group_min: Some(30), ..point(1) }), too_large(40, Some(2)));
    assert_eq!(alone(Point { group_max: Some(40), group_min: Some(31), ..point(1) }), too_large(40, None));
    assert_eq!(alone(Point { group_max: Some(0), ..point(1) }), too_large(0, None));
}

#[test]
fn who_stays_no_time_is_never_inside() {
    assert_eq!(alone(Point { at_once: Some(1), ..long(0) }), Reason::WouldFit { group: 0, position: 0, back: 20 });
}

#[test]
fn sixty_are_too_few_for_seventy() {
    let few = Reason::GroupTooSmall { group: 0, people: 60, least: 70 };
    assert_eq!(alone(Point { group_min: Some(70), group_max: Some(30), ..point(1) }), few);
}

#[test]
fn a_stay_that_no_window_holds_is_told_with_the_longest_window() {
    let windows = [window(0, 10, 50), window(100, 110, 159)].concat();
    // 30 + 60 × 1 = 90.
    let stay = Stay { base: 30, per_person: 1 };
    assert_eq!(alone(Point { windows, stay, ..point(1) }), Reason::StayTooLong { group: 0, stay: 90, longest: 59 });
}

#[test]
fn slots_in_which_nothing_is_open_let_nobody_in() {
    // From 0 to 100 with a last entry at 50: a visit of 20 can begin until 50.
    let slots = vec![Slot { from: 51, to: 70, people: 99 }];
    assert_eq!(alone(Point { windows: window(0, 50, 100), slots, ..point(1) }), Reason::SlotsOutsideWindows);
}

#[test]
fn who_is_there_after_the_last_entry_is_too_late() {
    let late = Reason::TooLateThere { group: 0, arrive: 10, last: 9 };
    assert_eq!(alone(Point { windows: window(0, 9, 200), ..point(1) }), late);
    // A slot's end is no longer of it.
    assert_eq!(alone(Point { slots: vec![Slot { from: 0, to: 10, people: 60 }], ..point(1) }), late);
    // Of two windows the later.
    assert_eq!(alone(Point { windows: [window(0, 2, 2), window(5, 9, 9)].concat(), ..long(0) }), late);
    // The window is open until 60, and a visit takes 55: until 5.
    let late = Reason::TooLateThere { group: 0, arrive: 10, last: 5 };
    assert_eq!(alone(Point { windows: window(0, 60, 60), ..long(55) }), late);
}

#[test]
fn who_would_be_back_too_late_even_alone_is_told_when() {
    // 171 + 20 + 10.
    let late = Reason::TooLateBack { group: 0, back: 201, back_by: 200 };
    assert_eq!(alone(Point { windows: window(171, 180, 200), ..point(1) }), late);
}

#[test]
fn who_would_be_back_just_in_time_alone_is_not_told_to_be_late() {
    // Alone: 170 + 20 + 10 = 200. Beside point 0, from 160 to 180: 10 more to be there at 190, or at point 0 at 200.
    let points = [window(160, 180, 200), window(170, 170, 190)].map(|windows| Point { windows, ..point(1) });
    let obstacle = Obstacle::Misses { late: 20, point: 0, arrive: 200 };
    let no_room = Reason::NoRoom { group: 0, position: 0, obstacle, instead_of: Some(0) };
    let mut problem = day(&[60], points.to_vec());
    assert_eq!(why(&problem, &[0]), no_room);
    // Nor to walk too far where it is just far enough, nor to have no leg onward where one of two is too long.
    problem.max_walk_m = Some(200);
    problem.max_leg = Some(40);
    problem.travel[2][1] = 50;
    let obstacle = Obstacle::Misses { late: 20, point: 1, arrive: 190 };
    let no_room = Reason::NoRoom { group: 0, position: 1, obstacle, instead_of: Some(0) };
    assert_eq!(why(&problem, &[0]), no_room);
}

#[test]
fn what_is_too_far_directly_and_fits_on_the_way_is_told_to_fit() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.travel[0][2] = 181;
    // Directly: 181, which is after the last entry. After point 0: 10 + 20 + 10 + 20 + 10.
    assert_eq!(why(&problem, &[]), Reason::TooLateThere { group: 0, arrive: 181, last: 180 });
    assert_eq!(why(&problem, &[0]), Reason::WouldFit { group: 0, position: 1, back: 70 });
}

#[test]
fn a_point_that_every_leg_to_is_too_long_is_too_far() {
    let mut problem = day(&[60], vec![point(1), point(1)]);
    problem.max_leg = Some(40);
    (problem.travel[0][2], problem.travel[1][2]) = (50, 41);
    assert_eq!(why(&problem, &[0]), Reason::TooFarForOneLeg { group: 0, travel: 41, most: 40 });
    // From point 0 it can be reached then: 10 + 20, 40 and 20 more, and 10 back.
    problem.travel[1][2] = 40;
    assert_eq!(why(&problem, &[0]), Reason::WouldFit { group: 0, position: 1, back: 100 });
    // Without point 0 there is no way in.
    assert_eq!(
        why(&problem, &[]),
        Reason::NoRoom {
            group: 0,
            position: 0,
            obstacle: Obstacle::LegTooLong { over: 10, travel: 50 },
            instead_of: None,
        }
    );
}

#[test]
fn a_way_on_foot_that_is_too_long_alone_is_told_in_metres() {
    let mut problem = day(&[60], vec![point(1)]);
    problem.max_walk_m = Some(199);
    assert_eq!(why(&problem, &[]), Reason::TooFarOnFoot { group: 0, walk_m: 200, most: 199 });
}

#[test]
fn what_is_worth_nothing_would_fit() {
    assert_eq!(alone(point(0)), Reason::WouldFit { group: 0, position: 0, back: 40 });
}
