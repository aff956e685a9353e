//! What is asked. All times are whole units (ticks) since an origin of the caller's: the server counts minutes from midnight of
//! the day in the city, a benchmark tenths or hundredths of its unit. Nothing here knows what a point is beside its numbers.

mod checked;

use serde::{Deserialize, Serialize};

pub use checked::Defect;

/// Points that may be asked about.
pub const MOST_POINTS: usize = 400;
/// Nodes of the travel table.
pub const MOST_NODES: usize = 420;
/// Groups.
pub const MOST_GROUPS: usize = 12;
/// People in one group.
pub const MOST_PEOPLE: u32 = 10_000;
/// Windows, slots of one point; pairs of `before`, sets of `one_of`.
pub const MOST_SPANS: usize = 1_000;
/// Score of one point.
pub const MOST_SCORE: u32 = 1_000_000;
/// The latest time, and the longest duration.
pub const LONGEST_TIME: u32 = 100_000_000;

/// A day to plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// Who goes.
    pub groups: Vec<Group>,
    /// The node at which every group's day ends: the school.
    pub end: usize,
    /// When every group must be there at the latest.
    pub back_by: u32,
    /// What may be visited.
    pub points: Vec<Point>,
    /// Travel time from node to node, row by row. Nobody can go where it is over `max_leg`.
    pub travel: Vec<Vec<u32>>,
    /// Metres on foot from node to node, row by row; empty = nobody walks.
    #[serde(default)]
    pub walk_m: Vec<Vec<u32>>,
    /// Whether a point counts for one group only (team orienteering). `false` = each group visits for itself (轮换), and a point
    /// counts for each that does.
    #[serde(default)]
    pub once: bool,
    /// Pairs of points: a group that visits both visits the first before the second.
    #[serde(default)]
    pub before: Vec<[usize; 2]>,
    /// Sets of points of which a group visits one at most, such as the places where lunch can be had.
    #[serde(default)]
    pub one_of: Vec<OneOf>,
    /// Longest leg, in ticks of travel.
    #[serde(default)]
    pub max_leg: Option<u32>,
    /// Most metres on foot of one group, all legs together.
    #[serde(default)]
    pub max_walk_m: Option<u32>,
    /// Longest time without a toilet: from leaving one (the start node has one) to being at the next (the end node has one).
    #[serde(default)]
    pub max_without_toilet: Option<u32>,
}

/// Those who go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// How many they are.
    pub people: u32,
    /// The node where their day begins.
    pub start: usize,
    /// When they set out at the earliest.
    pub leave_from: u32,
}

/// Something to visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// The node where it is; several points may share one.
    pub node: usize,
    /// What a visit is worth to one group.
    pub score: u32,
    /// How long a visit takes.
    pub stay: Stay,
    /// When it can be visited: at least one, ordered, without overlap. None = not on this day.
    pub windows: Vec<Window>,
    /// Smallest group that is let in.
    #[serde(default)]
    pub group_min: Option<u32>,
    /// Largest group that is let in.
    #[serde(default)]
    pub group_max: Option<u32>,
    /// Most people inside at any time, all groups together; from `start` up to but not including `end`.
    #[serde(default)]
    pub at_once: Option<u32>,
    /// Where not empty: a visit begins within one of these, and takes its group's people from what the slot admits.
    #[serde(default)]
    pub slots: Vec<Slot>,
    /// Every group must visit it (with `once`: one group must).
    #[serde(default)]
    pub must: bool,
    /// Whether there is a toilet.
    #[serde(default)]
    pub toilet: bool,
}

/// How long a visit takes: `base + per_person × people`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    /// For a group of any size.
    pub base: u32,
    /// For each of the group besides.
    #[serde(default)]
    pub per_person: u32,
}

/// A span in which a visit may lie: it starts at `open` or later, at `last_entry` or earlier, and ends at `close` or earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The earliest start.
    pub open: u32,
    /// The latest start.
    pub last_entry: u32,
    /// The latest end.
    pub close: u32,
}

/// A slot of admission (预约时段): a visit that starts in `from..to` is of this slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Its beginning.
    pub from: u32,
    /// Its end, which is no longer of it.
    pub to: u32,
    /// How many people it admits, all groups together.
    pub people: u32,
}

/// Points of which a group visits one at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneOf {
    /// The points.
    pub points: Vec<usize>,
    /// Whether it must visit one.
    pub must: bool,
}
