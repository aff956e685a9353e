//! Branch and bound: what cannot hold a better choice is left out, the rest is cut in two, the most promising part first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::ascent::{Dual, Effort, descend};
use super::meter::Meter;
use super::relaxation::Instance;

/// Long at the root, where every bit serves the whole tree; short below, where the parent's multipliers are nearly right.
const AT_ROOT: Effort = Effort { steps: 800, stride: 1.0 };
const BELOW: Effort = Effort { steps: 100, stride: 0.1 };
/// At the root, every so many steps, the relaxed choice is improved by exchanging.
const IMPROVE_EVERY: usize = 40;
/// Below it, every so many steps, the relaxed choice is valued.
const VALUE_EVERY: usize = 10;
/// Multipliers held for open nodes (256 MiB of them): beyond that the search goes deep instead of wide.
const MOST_HELD: usize = 64 << 20;

/// What a search begins with and what would be of use to it.
pub(super) struct Wanted {
    /// The most candidates to choose.
    pub(super) sites: usize,
    /// What a choice must be worth more than.
    pub(super) worth: f64,
    /// A choice that is not better by this much is no better.
    pub(super) grain: f64,
    /// Stop at the first choice that is better.
    pub(super) any: bool,
}

/// What a search came to; what it says of bounds, it tells the meter.
pub(super) struct Found {
    /// The best choice, if one is better than what it began with.
    pub(super) chosen: Option<Vec<u16>>,
    /// Whether nothing is left to be looked at: no choice is better than that one.
    pub(super) is_proven: bool,
}

struct Node {
    bound: f64,
    /// When it was made: of equals, the newest first.
    number: u64,
    taken: Vec<u16>,
    free: Vec<u16>,
    multipliers: Rc<[f32]>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Node {}

impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Node {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.total_cmp(&other.bound).then(self.number.cmp(&other.number))
    }
}

struct Search<'a, 'w, I> {
    instance: &'a I,
    /// What is wanted by now: better than the best choice so far.
    wanted: Wanted,
    chosen: Option<Vec<u16>>,
    wide: BinaryHeap<Node>,
    deep: Vec<Node>,
    made: u64,
    meter: &'a mut Meter<'w>,
}

/// The best choice of at most so many candidates, as far as the watcher lets it be found.
pub(super) fn search<I: Instance>(instance: &I, wanted: Wanted, meter: &mut Meter<'_>) -> Found {
    let root = Node {
        bound: f64::INFINITY,
        number: 0,
        taken: Vec::new(),
        free: (0..instance.candidates() as u16).collect(),
        multipliers: instance.start().into_iter().map(|multiplier| multiplier as f32).collect(),
    };
    let wide = BinaryHeap::from([root]);
    let mut search = Search { instance, wanted, chosen: None, wide, deep: Vec::new(), made: 0, meter };
    while let Some(node) = search.deep.pop().or_else(|| search.wide.pop()) {
        let bound = search.open_bound(&node).max(search.wanted.worth);
        search.meter.tell(search.wanted.worth, bound);
        if node.bound >= search.enough() {
            search.meter.node();
            search.look_at(node);
        }
        if search.meter.is_stopped() || search.wanted.any && search.chosen.is_some() {
            return Found { chosen: search.chosen, is_proven: false };
        }
    }
    search.meter.tell(search.wanted.worth, search.wanted.worth);
    Found { chosen: search.chosen, is_proven: true }
}

impl<I: Instance> Search<'_, '_, I> {
    /// A part whose bound is less holds nothing better.
    fn enough(&self) -> f64 {
        self.wanted.worth + self.wanted.grain
    }

    /// The largest bound of all that is open.
    fn open_bound(&self, node: &Node) -> f64 {
        let wide = self.wide.peek().map(|node| node.bound);
        self.deep.iter().map(|node| node.bound).chain(wide).fold(node.bound, f64::max)
    }

    fn consider(&mut self, chosen: Vec<u16>) {
        let chosen = self.instance.complete(chosen);
        let worth = self.instance.worth(&chosen);
        if worth > self.wanted.worth {
            (self.wanted.worth, self.chosen) = (worth, Some(chosen));
        }
    }

    fn look_at(&mut self, node: Node) {
        let sites = (self.wanted.sites - node.taken.len()).min(node.free.len());
        if sites == 0 {
            self.consider(node.taken);
            return;
        }
        if sites == node.free.len() && self.instance.is_monotone() {
            self.consider([node.taken, node.free].concat());
            return;
        }
        let dual = self.bound(&node, sites);
        let bound = dual.bound.min(node.bound);
        if bound < self.enough() {
            return;
        }
        let (number, multipliers) = (node.number, dual.multipliers.iter().map(|value| *value as f32).collect());
        let Node { taken, free, .. } = self.fix(&node, &dual, sites);
        // What is left undecided most: the share nearest to a half, the larger of two as near.
        let share_of =
            |candidate: &u16| dual.shares[node.free.binary_search(candidate).expect("a free candidate of the parent")];
        let doubt = |candidate: &u16| share_of(candidate).min(1.0 - share_of(candidate));
        let branch = (0..free.len()).max_by(|a, b| {
            let (a, b) = (&free[*a], &free[*b]);
            doubt(a).total_cmp(&doubt(b)).then(share_of(a).total_cmp(&share_of(b))).then(b.cmp(a))
        });
        let node = Node { bound, number, taken, free, multipliers };
        match branch {
            Some(branch) if node.taken.len() < self.wanted.sites => self.branch(node, branch),
            // Nothing left to decide, or nothing left to take.
            _ => self.consider(node.taken),
        }
    }

    /// Multipliers for a node, and on the way choices that may be better than the best.
    fn bound(&mut self, node: &Node, sites: usize) -> Dual {
        let Self { instance, wanted, chosen: best, meter, .. } = self;
        let is_root = node.bound.is_infinite();
        let mut relaxation = instance.relax(&node.taken, &node.free);
        let multipliers = node.multipliers.iter().map(|multiplier| f64::from(*multiplier)).collect();
        let (target, enough) = (wanted.worth, wanted.worth + wanted.grain);
        let effort = if is_root { AT_ROOT } else { BELOW };
        let size = (node.free.len(), sites);
        descend(&mut relaxation, multipliers, size, (target, enough), effort, meter, |step, relaxed| {
            if step % (if is_root { IMPROVE_EVERY } else { VALUE_EVERY }) > 0 {
                return;
            }
            let relaxed = relaxed.iter().map(|candidate| node.free[*candidate]);
            let mut chosen: Vec<u16> = node.taken.iter().copied().chain(relaxed).collect();
            chosen = instance.complete(chosen);
            if is_root {
                chosen = instance.improve(chosen);
            }
            let worth = instance.worth(&chosen);
            if worth > wanted.worth {
                (wanted.worth, *best) = (worth, Some(chosen));
            }
        })
    }

    /// Takes each candidate without which, and leaves out each with which, the bound is too small for a better choice.
    fn fix(&self, node: &Node, dual: &Dual, sites: usize) -> Node {
        let mut order: Vec<usize> = (0..node.free.len()).collect();
        order.sort_by(|a, b| dual.values[*b].total_cmp(&dual.values[*a]).then(a.cmp(b)));
        // A value of less than 0 is not taken, however few are.
        let value_at = |position: usize| order.get(position).map_or(0.0, |at| dual.values[*at].max(0.0));
        let (last_in, first_out) = (value_at(sites - 1), value_at(sites));
        let (mut taken, mut free) = (node.taken.clone(), Vec::new());
        for (position, candidate) in order.iter().copied().enumerate() {
            let value = dual.values[candidate];
            let is_in = position < sites && value > 0.0;
            let otherwise = if is_in { dual.bound - value + first_out } else { dual.bound - last_in + value };
            match (otherwise < self.enough(), is_in) {
                (true, true) => taken.push(node.free[candidate]),
                (true, false) => {}
                (false, _) => free.push(node.free[candidate]),
            }
        }
        free.sort_unstable();
        Node { bound: dual.bound, number: 0, taken, free, multipliers: Rc::clone(&node.multipliers) }
    }

    /// One part with the candidate taken, one without it.
    fn branch(&mut self, node: Node, branch: usize) {
        let Node { bound, taken, mut free, multipliers, .. } = node;
        let candidate = free.remove(branch);
        let with = [taken.as_slice(), &[candidate]].concat();
        let is_wide = self.wide.len() * multipliers.len() < MOST_HELD;
        for taken in [taken, with] {
            self.made += 1;
            let node =
                Node { bound, number: self.made, taken, free: free.clone(), multipliers: Rc::clone(&multipliers) };
            if is_wide {
                self.wide.push(node);
            } else {
                self.deep.push(node);
            }
        }
    }
}
