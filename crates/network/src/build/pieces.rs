//! The streets of one profile in pieces: every node of a way is a node, every two neighbours a piece.

use std::collections::HashSet;

use yuren_geodesy::ruler_m;

use crate::graph::point;
use crate::osm::{Extract, MISSING, Road};
use crate::profile::Profile;
use crate::{Deciseconds, EdgeKind, NEVER};

/// Longest piece between two neighbours that is believed, in metres: a ferry over a strait.
const LONGEST_M: f64 = 150_000.0;
/// Longest time of a piece or an edge, a week: longer ones are dropped, so that sums of a few hundred cannot run over.
pub(crate) const LONGEST_TIME: Deciseconds = 7 * 86_400 * 10;

/// A piece of way between two neighbouring nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Piece {
    /// Its ends.
    pub(crate) ends: [u32; 2],
    pub(crate) length_m: f32,
    /// Times from the first end to the second, and back; [`NEVER`] where that is not allowed.
    pub(crate) times: [Deciseconds; 2],
    pub(crate) kind: EdgeKind,
    pub(crate) way: i64,
}

/// Pieces and where their nodes are.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pieces {
    /// In 1e-7 degrees.
    pub(crate) nodes: Vec<[i32; 2]>,
    pub(crate) list: Vec<Piece>,
    /// How many were left out because they are too long to be true.
    pub(crate) too_long: usize,
}

/// The pieces of every way that the profile may use.
pub(crate) fn pieces(extract: &Extract, profile: Profile) -> Pieces {
    let own = profile as usize;
    let shut = extract.passes.iter().filter(|(_, passes)| !passes[own]).map(|(node, _)| *node).collect();
    let mut made = Numbering { of: vec![MISSING; extract.places.len()], extract, shut, pieces: Pieces::default() };
    for road in extract.roads.iter().filter(|road| road.pace[own].iter().any(|kmh| *kmh > 0.0)) {
        made.add(road, own);
    }
    made.pieces
}

/// Gives nodes of the extract their numbers among the pieces' nodes.
struct Numbering<'a> {
    extract: &'a Extract,
    /// The number of each node, or [`MISSING`].
    of: Vec<u32>,
    /// Nodes that the profile does not get past.
    shut: HashSet<u32>,
    pieces: Pieces,
}

impl Numbering<'_> {
    /// Adds the pieces of a road. Times are differences of rounded times from its beginning, so that they sum up to the
    /// same wherever it is cut later.
    fn add(&mut self, road: &Road, own: usize) {
        let extract = self.extract;
        let nodes = &extract.nodes[road.nodes.clone()];
        let lengths: Vec<f64> = nodes.windows(2).map(|pair| self.length_m(pair)).collect();
        let pace = road.duration_s.filter(|_| lengths.iter().all(|length| length.is_finite())).map_or(
            road.pace[own].map(f64::from),
            |seconds| {
                let kmh = lengths.iter().sum::<f64>() * 3.6 / seconds;
                road.pace[own].map(|open| if open > 0.0 { kmh } else { 0.0 })
            },
        );
        let mut run_m = 0.0;
        let mut times = [0; 2];
        for (pair, length_m) in nodes.windows(2).zip(lengths) {
            if !length_m.is_finite() || pair[0] == pair[1] {
                continue;
            }
            run_m += length_m;
            let until = pace.map(|kmh| time(run_m, kmh));
            let piece_times = [0, 1].map(|way| {
                if pace[way] > 0.0 { (until[way] - times[way]).min(u64::from(NEVER)) as u32 } else { NEVER }
            });
            times = until;
            if length_m > LONGEST_M || piece_times.iter().any(|time| *time > LONGEST_TIME && *time != NEVER) {
                self.pieces.too_long += 1;
                continue;
            }
            let ends = [self.number(pair[0]), self.number(pair[1])];
            let piece = Piece { ends, length_m: length_m as f32, times: piece_times, kind: road.kind, way: road.id };
            self.pieces.list.push(piece);
        }
    }

    /// The length of a piece in metres; not a number where an end is missing.
    fn length_m(&self, pair: &[u32]) -> f64 {
        if pair.contains(&MISSING) {
            return f64::NAN;
        }
        let [a, b] = [pair[0], pair[1]].map(|node| point(self.extract.places[node as usize]));
        ruler_m(a, b)
    }

    /// A node's number among the pieces' nodes. One that the profile does not get past is a new node at every piece:
    /// one comes to it from either side, and turns back.
    fn number(&mut self, node: u32) -> u32 {
        let place = self.extract.places[node as usize];
        let is_shut = self.shut.contains(&node);
        let known = self.of[node as usize];
        if known != MISSING && !is_shut {
            return known;
        }
        let number = self.pieces.nodes.len() as u32;
        self.pieces.nodes.push(place);
        self.of[node as usize] = number;
        number
    }
}

/// The time in tenths of a second of so many metres at a speed.
fn time(metres: f64, kmh: f64) -> u64 {
    if kmh > 0.0 { (metres * 36.0 / kmh).round() as u64 } else { 0 }
}
