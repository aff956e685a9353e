//! How far one gets: a bounded search from a place, or towards it.

mod part;
mod queue;
mod scratch;
mod stretches;

pub(crate) use self::part::{along_one_edge, ends};
pub use self::scratch::Scratch;
pub(crate) use self::scratch::Seed;
pub use self::stretches::ReachedEdge;
use crate::{Closed, Deciseconds, Graph, NEVER, Snap};

/// Which way a search looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the place to elsewhere.
    From,
    /// From elsewhere to the place. One-way streets make the difference.
    Towards,
}

/// What lies within a time of a place. It borrows the [`Scratch`] in which it was found.
#[derive(Clone, Copy, Debug)]
pub struct Reach<'a> {
    from: Snap,
    limit: Deciseconds,
    direction: Direction,
    closed: &'a Closed,
    scratch: &'a Scratch,
}

/// Everything within `limit` of a place, the limit itself included. Times include what is off the street at both ends.
pub fn reach<'a>(
    graph: &Graph,
    from: &Snap,
    limit: Deciseconds,
    direction: Direction,
    closed: &'a Closed,
    scratch: &'a mut Scratch,
) -> Reach<'a> {
    let seeds = ends(graph, from, direction, closed).map(|(node, time)| Seed { node, time, origin: 0 });
    scratch.search::<false, false>(graph, seeds, limit, direction, closed);
    Reach { from: *from, limit, direction, closed, scratch }
}

impl Reach<'_> {
    /// The place that it begins or ends at.
    pub fn from(&self) -> &Snap {
        &self.from
    }

    /// Up to which time it looked.
    pub fn limit(&self) -> Deciseconds {
        self.limit
    }

    /// What of it lies within a shorter time, without searching again.
    #[must_use]
    pub fn within(&self, limit: Deciseconds) -> Self {
        Self { limit: limit.min(self.limit), ..*self }
    }

    /// The time between the place and another one, or [`NEVER`] where that is beyond the limit or impossible.
    pub fn time_at(&self, graph: &Graph, snap: &Snap) -> Deciseconds {
        let (opposite, [start, goal]) = match self.direction {
            Direction::From => (Direction::Towards, [&self.from, snap]),
            Direction::Towards => (Direction::From, [snap, &self.from]),
        };
        let mut best = self.time_by(&ends(graph, snap, opposite, self.closed));
        if snap.edge == self.from.edge {
            best = best.min(along_one_edge(graph, start, goal, self.closed));
        }
        if best <= self.limit { best } else { NEVER }
    }

    /// The time between the place and another one of which so much is known: the ends of its edge, each with the time between it
    /// and the other place.
    pub(crate) fn time_by(&self, ends: &[(u32, Deciseconds); 2]) -> Deciseconds {
        let [a, b] = ends.map(|(node, time)| self.scratch.time(node).saturating_add(time));
        if a.min(b) <= self.limit { a.min(b) } else { NEVER }
    }
}
