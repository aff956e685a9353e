//! Nearest places: one best-first search over all trees that a filter names.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

use rstar::{ParentNode, RTreeNode};
use yuren_geodesy::{LonLat, Wgs84, geodesic_m};

use super::bound::Origin;
use super::{Entry, Forest};
use crate::{Filter, Hit, Nearest, PlaceIx};

/// A geodesic distance in whole millimetres: what rankings compare.
pub(super) fn whole_mm(distance_m: f64) -> u64 {
    (distance_m * 1000.0).round() as u64
}

/// Something still to be looked into, and the distance in metres that it cannot be nearer than.
struct Candidate<'a> {
    bound_m: f64,
    what: What<'a>,
}

enum What<'a> {
    Node(&'a ParentNode<Entry>),
    Place(PlaceIx),
}

impl Ord for Candidate<'_> {
    /// The least bound is the greatest, for a max-heap.
    fn cmp(&self, other: &Self) -> Ordering {
        other.bound_m.total_cmp(&self.bound_m)
    }
}
impl PartialOrd for Candidate<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Candidate<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Candidate<'_> {}

/// The best `k` found so far.
struct Best {
    k: usize,
    max_m: f64,
    /// By rank, so that a place found in two trees is kept once; the distance in metres as it was measured.
    hits: BTreeMap<(u64, PlaceIx), f64>,
}

impl Best {
    /// Whether something with this lower bound cannot be among the best any more.
    ///
    /// A distance of the same whole millimetre as the last one's may yet be better by id, hence the margin of 1 mm. It
    /// also covers the nanometres by which a chord may come out longer than a geodesic.
    fn excludes(&self, bound_m: f64) -> bool {
        let last_mm = match self.hits.last_key_value() {
            Some((&(last_mm, _), _)) if self.hits.len() >= self.k => last_mm as f64,
            _ => f64::INFINITY,
        };
        bound_m * 1000.0 > last_mm.min(self.max_m * 1000.0) + 1.0
    }

    fn offer(&mut self, place: PlaceIx, distance_m: f64) {
        if distance_m <= self.max_m {
            self.hits.insert((whole_mm(distance_m), place), distance_m);
            if self.hits.len() > self.k {
                self.hits.pop_last();
            }
        }
    }
}

impl Forest {
    /// The `k` nearest matching places that are to be kept, none farther than `max_m` metres. `keep` is asked about a place and
    /// its distance in metres, perhaps more than once about the same.
    pub(crate) fn nearest(
        &self,
        from: LonLat<Wgs84>,
        k: usize,
        max_m: f64,
        filter: &Filter,
        mut keep: impl FnMut(PlaceIx, f64) -> bool,
    ) -> Nearest {
        let origin = Origin::new(from);
        let mut best = Best { k, max_m, hits: BTreeMap::new() };
        let mut heap = BinaryHeap::new();
        let mut visited = 0;
        if k > 0 {
            for root in self.trees(filter).map(rstar::RTree::root) {
                visited += 1;
                heap.push(Candidate { bound_m: origin.bound_m(&root.envelope()), what: What::Node(root) });
            }
        }
        while let Some(Candidate { bound_m, what }) = heap.pop() {
            if best.excludes(bound_m) {
                break;
            }
            match what {
                What::Place(place) => {
                    let distance_m = geodesic_m(from, self.point(place));
                    if keep(place, distance_m) {
                        best.offer(place, distance_m);
                    }
                }
                What::Node(node) => {
                    visited += node.children().len();
                    let candidates = node.children().iter().map(|child| match child {
                        RTreeNode::Parent(node) => {
                            Candidate { bound_m: origin.bound_m(&node.envelope()), what: What::Node(node) }
                        }
                        RTreeNode::Leaf(entry) => {
                            Candidate { bound_m: origin.at.chord_m(entry.at), what: What::Place(entry.place) }
                        }
                    });
                    heap.extend(candidates.filter(|candidate| !best.excludes(candidate.bound_m)));
                }
            }
        }
        let hits = best.hits.into_iter().map(|((_, place), distance_m)| Hit { place, distance_m }).collect();
        Nearest { hits, visited }
    }
}
