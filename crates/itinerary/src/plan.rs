//! An answer: who is where, from when until when.

use serde::{Deserialize, Serialize};

/// A plan for the day. Its JSON is what the checker reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What the visits are worth together: each point's score, for each group that visits it.
    pub score: u64,
    /// A route a group, in the order of the problem's groups.
    pub routes: Vec<Route>,
}

/// A group's day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// When it sets out.
    pub leave: u32,
    /// What it visits, in order.
    pub visits: Vec<Visit>,
    /// When it is at the end node.
    pub back: u32,
    /// Time on the way, all legs together.
    pub travel: u32,
    /// Metres on foot, all legs together.
    pub walk_m: u32,
}

/// A visit. From `arrive` to `start` one waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// Which of the problem's points.
    pub point: usize,
    /// When one is there.
    pub arrive: u32,
    /// When one goes in.
    pub start: u32,
    /// When one is done.
    pub end: u32,
}
