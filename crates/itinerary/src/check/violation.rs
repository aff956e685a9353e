//! What can be wrong with a plan, each kind with the numbers that show it.

use std::fmt;

use thiserror::Error;

/// Where a leg or a stretch begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The node where the group's day begins.
    Start,
    /// A point, by its number.
    Point(usize),
    /// The node where it ends.
    End,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => f.write_str("the start"),
            Self::Point(point) => write!(f, "point {point}"),
            Self::End => f.write_str("the end"),
        }
    }
}

/// One thing that is wrong with a plan. Groups, points, sets and slots are numbered from 0, in the order of the problem.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[expect(missing_docs, reason = "each kind's sentence says what its numbers are")]
pub enum Violation {
    /// Each group has one route.
    #[error("there are {routes} routes for {groups} groups")]
    RouteCount { routes: usize, groups: usize },
    /// A number of the plan is beyond what the plan's format holds.
    #[error("{field} is {value}, and can be {most} at most")]
    TooLarge { field: String, value: u64, most: u64 },
    /// A visit names no point.
    #[error("group {group} visits point {point}, and there are {points} points")]
    UnknownPoint { group: usize, point: u64, points: usize },
    /// A route comes to a point again.
    #[error("group {group} visits point {point} twice")]
    VisitedTwice { group: usize, point: usize },
    /// With `once`, two groups visit a point.
    #[error("groups {first} and {second} both visit point {point}, which counts once")]
    InTwoRoutes { point: usize, first: usize, second: usize },
    /// A group is off before it can be.
    #[error("group {group} leaves at {leave}, before {leave_from}")]
    LeavesEarly { group: usize, leave: u64, leave_from: u64 },
    /// An arrival is not the end of what came before it and the leg after that.
    #[error("group {group} is said to arrive at point {point} at {arrive}, and is there at {is}")]
    ArrivalFalse { group: usize, point: usize, arrive: u64, is: u64 },
    /// A visit starts with nobody there.
    #[error("group {group} starts at point {point} at {start}, before it arrives at {arrive}")]
    StartsBeforeArrival { group: usize, point: usize, start: u64, arrive: u64 },
    /// A visit starts when no window lets one in.
    #[error("group {group} starts at point {point} at {start}, when no window lets anybody in")]
    OutsideWindows { group: usize, point: usize, start: u64 },
    /// A visit starts in a window, and ends after it.
    #[error("group {group} ends at point {point} at {end}, after it closes at {close}")]
    EndsAfterClose { group: usize, point: usize, end: u64, close: u64 },
    /// A visit does not take what it takes a group of that size.
    #[error("group {group} is at point {point} from {start} to {end}, where it takes {stay}")]
    StayFalse { group: usize, point: usize, start: u64, end: u64, stay: u64 },
    /// The way back ends at another time than is said.
    #[error("group {group} is said to be back at {back}, and is back at {is}")]
    BackFalse { group: usize, back: u64, is: u64 },
    /// The day ends too late.
    #[error("group {group} is back at {back}, after {back_by}")]
    BackLate { group: usize, back: u64, back_by: u64 },
    /// A leg is over `max_leg`.
    #[error("group {group} takes {travel} from {from} to {to}, over {most} for one leg")]
    LegTooLong { group: usize, from: Stop, to: Stop, travel: u64, most: u64 },
    /// All legs together are over `max_walk_m`.
    #[error("group {group} walks {walk_m} m, over {most} m")]
    TooFarOnFoot { group: usize, walk_m: u64, most: u64 },
    /// The sum of the metres on foot is another.
    #[error("group {group} is said to walk {walk_m} m, and walks {is} m")]
    WalkFalse { group: usize, walk_m: u64, is: u64 },
    /// The sum of the travel times is another.
    #[error("group {group} is said to be on the way for {travel}, and is for {is}")]
    TravelFalse { group: usize, travel: u64, is: u64 },
    /// The sum of the scores is another.
    #[error("the plan is said to be worth {score}, and is worth {is}")]
    ScoreFalse { score: u64, is: u64 },
    /// A group is below `group_min`.
    #[error("group {group} is {people} people, and point {point} takes {least} or more")]
    GroupTooSmall { group: usize, point: usize, people: u64, least: u64 },
    /// A group is above `group_max`.
    #[error("group {group} is {people} people, and point {point} takes {most} or fewer")]
    GroupTooLarge { group: usize, point: usize, people: u64, most: u64 },
    /// More are inside than `at_once`; told of the moment from which most are.
    #[error("from {at} on {people} people are at point {point}, which holds {most}")]
    TooManyInside { point: usize, at: u64, people: u64, most: u64 },
    /// A point has slots, and a visit starts in none.
    #[error("group {group} starts at point {point} at {start}, in none of its slots")]
    InNoSlot { group: usize, point: usize, start: u64 },
    /// A slot has more people than it admits.
    #[error("slot {slot} of point {point} has {people} people, and admits {most}")]
    SlotOverfull { point: usize, slot: usize, people: u64, most: u64 },
    /// A group leaves out what each must visit.
    #[error("group {group} does not visit point {point}, which it must")]
    MustMissing { group: usize, point: usize },
    /// With `once`, nobody visits what one group must.
    #[error("no group visits point {point}, which one must")]
    MustMissingFromAll { point: usize },
    /// A group visits none of a set that it must visit one of.
    #[error("group {group} visits none of set {set}, and must visit one")]
    ChoiceMissing { group: usize, set: usize },
    /// A group visits two of a set.
    #[error("group {group} visits points {first} and {second} of set {set}, and can visit one")]
    ChoiceTwice { group: usize, set: usize, first: usize, second: usize },
    /// A group visits two points in the order that `before` rules out.
    #[error("group {group} visits point {second} before point {first}, which comes first")]
    OutOfOrder { group: usize, first: usize, second: usize },
    /// A stretch between toilets is over `max_without_toilet`.
    #[error("group {group} has no toilet for {time} from {from} to {to}, over {most}")]
    NoToilet { group: usize, from: Stop, to: Stop, time: u64, most: u64 },
}
