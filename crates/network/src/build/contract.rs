//! Chains of pieces become one edge: nodes where nothing turns off are only points of its shape.

use super::pieces::{LONGEST_TIME, Piece, Pieces};
use crate::{Deciseconds, EdgeKind, NEVER, NewEdge};

/// Edges between the nodes that are left.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Contracted {
    /// The nodes left, by their numbers among the pieces' nodes: ascending.
    pub(crate) kept: Vec<u32>,
    /// Edges between them, by their places in `kept`.
    pub(crate) edges: Vec<NewEdge>,
    /// Chains left out because they take longer than is believed.
    pub(crate) too_long: usize,
}

/// Contracts chains.
///
/// A node is left where other than two pieces meet, and where the two differ in kind or in the directions allowed. Of
/// a ring without such a node one node is left. Ways that begin and end at one node stay if a place can lie on them;
/// nodes without pieces go.
pub(crate) fn contract(pieces: &Pieces) -> Contracted {
    let at = Incidence::new(pieces);
    let nodes = pieces.nodes.len() as u32;
    let mut walk = Walk { pieces, at: &at, is_used: vec![false; pieces.list.len()], chains: Vec::new(), too_long: 0 };
    for node in (0..nodes).filter(|node| !at.of(*node).is_empty() && !at.is_inner(*node, pieces)) {
        walk.from(node);
    }
    // What is left are rings.
    for node in 0..nodes {
        walk.from(node);
    }
    let Walk { chains, too_long, .. } = walk;
    let mut kept: Vec<u32> = chains.iter().flat_map(|chain| chain.ends).collect();
    kept.sort_unstable();
    kept.dedup();
    let place = |node: u32| kept.binary_search(&node).expect("every chain's end is kept") as u32;
    let edges = chains
        .into_iter()
        .map(|chain| NewEdge {
            tail: place(chain.ends[0]),
            head: place(chain.ends[1]),
            length_m: chain.length_m as f32,
            forward: chain.times[0],
            backward: chain.times[1],
            kind: chain.kind,
            way: chain.way,
            shape: chain.inner.iter().map(|node| pieces.nodes[*node as usize]).collect(),
        })
        .collect();
    Contracted { kept, edges, too_long }
}

/// Pieces end to end.
struct Chain {
    ends: [u32; 2],
    inner: Vec<u32>,
    length_m: f64,
    times: [Deciseconds; 2],
    kind: EdgeKind,
    way: i64,
}

/// Walks along chains, each once.
struct Walk<'a> {
    pieces: &'a Pieces,
    at: &'a Incidence,
    is_used: Vec<bool>,
    chains: Vec<Chain>,
    too_long: usize,
}

impl Walk<'_> {
    /// Follows every chain that begins at a node.
    fn from(&mut self, node: u32) {
        for number in self.at.of(node) {
            if !self.is_used[*number as usize]
                && let Some(chain) = self.chain(node, *number)
            {
                self.chains.push(chain);
            }
        }
    }

    /// The chain that begins at a node with a piece; [`None`] if it takes longer than is believed or is a ring on
    /// which no place lies.
    fn chain(&mut self, start: u32, first: u32) -> Option<Chain> {
        let Piece { kind, way, .. } = self.pieces.list[first as usize];
        let mut chain = Chain { ends: [start; 2], inner: Vec::new(), length_m: 0.0, times: [0; 2], kind, way };
        let (mut node, mut number) = (start, first);
        let mut is_believed = true;
        loop {
            let piece = &self.pieces.list[number as usize];
            self.is_used[number as usize] = true;
            let (head, times) = leaving(piece, node);
            chain.length_m += f64::from(piece.length_m);
            for (sum, time) in chain.times.iter_mut().zip(times) {
                // Only pieces of the same directions are joined: one is either open all along or nowhere.
                *sum = if time == NEVER { NEVER } else { sum.saturating_add(time) };
                is_believed &= time == NEVER || *sum <= LONGEST_TIME;
            }
            chain.ends[1] = head;
            node = head;
            let is_inner = node != start && self.at.is_inner(node, self.pieces);
            let next = self.at.of(node).iter().copied().find(|next| *next != number);
            match next.filter(|_| is_inner) {
                Some(next) => number = next,
                None => break,
            }
            chain.inner.push(node);
        }
        let is_ring = chain.ends[0] == chain.ends[1];
        self.too_long += usize::from(!is_believed);
        (is_believed && !(is_ring && kind != EdgeKind::Street)).then_some(chain)
    }
}

/// The other end of a piece, and its times from this end and towards it. Of a piece with one node at both ends, which
/// pieces of streets never are, the first end is taken.
fn leaving(piece: &Piece, node: u32) -> (u32, [Deciseconds; 2]) {
    let [tail, head] = piece.ends;
    let [there, back] = piece.times;
    if node == tail { (head, [there, back]) } else { (tail, [back, there]) }
}

/// The pieces at each node, row by row.
struct Incidence {
    first: Vec<u32>,
    pieces: Vec<u32>,
}

impl Incidence {
    fn new(pieces: &Pieces) -> Self {
        let mut first = vec![0_u32; pieces.nodes.len() + 1];
        pieces.list.iter().flat_map(|piece| piece.ends).for_each(|end| first[end as usize + 1] += 1);
        for node in 1..first.len() {
            first[node] += first[node - 1];
        }
        let mut next = first.clone();
        let mut rows = vec![0; pieces.list.len() * 2];
        for (number, piece) in pieces.list.iter().enumerate() {
            for end in piece.ends {
                let place = &mut next[end as usize];
                rows[*place as usize] = number as u32;
                *place += 1;
            }
        }
        Self { first, pieces: rows }
    }

    /// The pieces at a node.
    fn of(&self, node: u32) -> &[u32] {
        &self.pieces[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }

    /// Whether a node is only a point of a chain.
    fn is_inner(&self, node: u32, pieces: &Pieces) -> bool {
        let [a, b] = self.of(node) else { return false };
        let (a, b) = (&pieces.list[*a as usize], &pieces.list[*b as usize]);
        let open = |[out, back]: [Deciseconds; 2]| [out != NEVER, back != NEVER];
        let (head_a, times_a) = leaving(a, node);
        let (head_b, times_b) = leaving(b, node);
        let [out_b, into_b] = open(times_b);
        // Two pieces between the same two nodes would begin and end an edge at one of them: they stay two.
        a.kind == b.kind && open(times_a) == [into_b, out_b] && head_a != head_b && head_a != node
    }
}
