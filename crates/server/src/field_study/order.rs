//! A sequence that somebody gave, such as by dragging a stop.

use std::collections::BTreeSet;

use yuren_index::{PlaceIx, Snapshot};

use super::body::FieldStudyBody;
use super::limits::{GROUPS, LISTED, STOPS};
use super::reading::{places, standing_place, visited_place};
use crate::planning::refusal::{invalid, length};
use crate::problem::{Code, Problem};

/// What stands for lunch in a sequence; with `:` and the id of a place, for lunch by that place.
pub(crate) const LUNCH: &str = "lunch";

/// Sequences that were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    /// One for each group.
    pub(crate) sequences: Vec<Vec<Stop>>,
    /// Whether better is looked for.
    pub(crate) improve: bool,
    /// These keep their order among each other.
    pub(crate) pinned: BTreeSet<PlaceIx>,
}

/// A stop of a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    Place(PlaceIx),
    /// By a place; `None` = by the stop before or after, whichever does less harm.
    Lunch(Option<PlaceIx>),
}

impl Given {
    /// Every place that is visited in it.
    pub(crate) fn places(&self) -> impl Iterator<Item = PlaceIx> {
        self.sequences.iter().flatten().filter_map(|stop| match stop {
            Stop::Place(place) => Some(*place),
            Stop::Lunch(_) => None,
        })
    }

    /// Every place in it, those by which one only has lunch as well.
    pub(crate) fn named(&self) -> impl Iterator<Item = PlaceIx> {
        self.sequences.iter().flatten().filter_map(|stop| match stop {
            Stop::Place(place) => Some(*place),
            Stop::Lunch(by) => *by,
        })
    }

    /// Whether a group's lunch is by a place that is named.
    pub(crate) fn names_lunch(&self, group: usize) -> bool {
        self.sequences[group].iter().any(|stop| matches!(stop, Stop::Lunch(Some(_))))
    }

    /// The pairs of pinned places that follow each other in a sequence.
    pub(crate) fn pinned_pairs(&self) -> Vec<[PlaceIx; 2]> {
        let mut pairs = BTreeSet::new();
        for sequence in &self.sequences {
            let pinned: Vec<PlaceIx> = sequence
                .iter()
                .filter_map(|stop| match stop {
                    Stop::Place(place) if self.pinned.contains(place) => Some(*place),
                    _ => None,
                })
                .collect();
            pairs.extend(pinned.windows(2).map(|pair| [pair[0], pair[1]]));
        }
        // Where two groups rotate, they pin opposite orders: neither can hold for both.
        let holds = |pair: &[PlaceIx; 2]| !pairs.contains(&[pair[1], pair[0]]);
        pairs.iter().copied().filter(holds).collect()
    }
}

/// The sequences of a question.
pub(crate) fn order(body: &FieldStudyBody, snapshot: &Snapshot) -> Result<Option<Given>, Problem> {
    let Some(order) = &body.order else {
        if body.improve || !body.pinned.is_empty() {
            let pointer = if body.improve { "/improve" } else { "/pinned" };
            let problem = Problem::new(Code::ConflictingParameters, "There is no `order` that could be improved.");
            return Err(problem.parameter(pointer).allowed("`order` beside it"));
        }
        return Ok(None);
    };
    if !(1..=GROUPS).contains(&order.len()) {
        return Err(length("/order", order.len(), format!("1 to {GROUPS} sequences")));
    }
    let sequences = order.iter().enumerate().map(|(g, ids)| sequence(snapshot, &format!("/order/{g}"), ids));
    let sequences = sequences.collect::<Result<_, _>>()?;
    let pinned: BTreeSet<PlaceIx> = places(snapshot, "/pinned", &body.pinned, LISTED, standing_place)?;
    Ok(Some(Given { sequences, improve: body.improve, pinned }))
}

fn sequence(snapshot: &Snapshot, pointer: &str, ids: &[String]) -> Result<Vec<Stop>, Problem> {
    if ids.len() > STOPS {
        return Err(length(pointer, ids.len(), format!("at most {STOPS}")));
    }
    let stop = |(i, id): (usize, &String)| {
        let pointer = format!("{pointer}/{i}");
        let lunch = lunch(id);
        if ids[..i].iter().any(|other| other == id || (lunch.is_some() && self::lunch(other).is_some())) {
            return Err(invalid(&pointer, id, "stands in the sequence twice", "every stop once"));
        }
        if let Some(rest) = lunch {
            let by = rest.strip_prefix(':').map(|by| visited_place(snapshot, &pointer, by));
            return Ok(Stop::Lunch(by.transpose()?));
        }
        visited_place(snapshot, &pointer, id).map(Stop::Place)
    };
    ids.iter().enumerate().map(stop).collect()
}

/// What of a word for lunch is left after it: nothing, or `:` and the id of the place by which it is had. `None` = no such word.
fn lunch(id: &str) -> Option<&str> {
    id.strip_prefix(LUNCH).filter(|rest| rest.is_empty() || rest.starts_with(':'))
}
