//! Contraction held against the uncontracted graph: the same times between the nodes left, the same lines. Islands held
//! against who can get to whom.

use proptest::prelude::*;

use super::contract::contract;
use super::islands::drop_islands;
use super::order::{contraction_order, graph};
use super::pieces::{Piece, Pieces};
use crate::{Deciseconds, EdgeKind, Graph, NEVER, NewEdge};

/// Pieces between few nodes, so that chains, rings, dead ends, parallel pieces and one-ways all come about.
fn pieces() -> impl Strategy<Value = Pieces> {
    let time = || prop_oneof![4 => 0_u32..200, 1 => Just(NEVER)];
    let kind = prop_oneof![6 => Just(EdgeKind::Street), 1 => Just(EdgeKind::Passage), 1 => Just(EdgeKind::Ferry)];
    let both = (0_u32..200).prop_map(|time| [time; 2]);
    let times =
        prop_oneof![2 => both, 1 => [time(), time()].prop_filter("a piece leads somewhere", |t| *t != [NEVER; 2])];
    let piece = move |nodes: u32| {
        let ends = (0..nodes, 1..nodes).prop_map(move |(tail, step)| [tail, (tail + step) % nodes]);
        (ends, 1_u16..500, times.clone(), kind.clone())
    };
    (3_u32..14).prop_flat_map(move |nodes| {
        let list = prop::collection::vec(piece(nodes), 1..18);
        list.prop_map(move |list| {
            let place = |node: u32| [(node * 1000).cast_signed(), (node * node * 100).cast_signed()];
            let list = (1..).zip(list).map(|(way, (ends, length, times, kind))| Piece {
                ends,
                length_m: f32::from(length),
                times,
                kind,
                way,
            });
            Pieces { nodes: (0..nodes).map(place).collect(), list: list.collect(), too_long: 0 }
        })
    })
}

/// Every piece as an edge.
fn uncontracted(pieces: &Pieces) -> Graph {
    let edge = |piece: &Piece| NewEdge {
        tail: piece.ends[0],
        head: piece.ends[1],
        length_m: piece.length_m,
        forward: piece.times[0],
        backward: piece.times[1],
        kind: piece.kind,
        way: piece.way,
        shape: Vec::new(),
    };
    Graph::new(pieces.nodes.clone(), pieces.list.iter().map(edge)).expect("pieces name their nodes")
}

/// Times from a node to every other, by relaxing every arc until nothing changes (Bellman and Ford).
fn times_from(graph: &Graph, from: u32) -> Vec<Deciseconds> {
    let mut times = vec![NEVER; graph.node_count()];
    times[from as usize] = 0;
    loop {
        let before = times.clone();
        for tail in 0..graph.node_count() as u32 {
            let begun = times[tail as usize];
            for arc in graph.arcs(tail).iter().filter(|_| begun != NEVER) {
                times[arc.head as usize] = times[arc.head as usize].min(begun + arc.time);
            }
        }
        if times == before {
            return times;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn contraction_changes_no_time_between_the_nodes_left(pieces in pieces()) {
        let whole = uncontracted(&pieces);
        let contracted = contract(&pieces);
        let nodes = contracted.kept.iter().map(|node| pieces.nodes[*node as usize]).collect();
        let graph = Graph::new(nodes, contracted.edges.clone()).expect("edges name the nodes left");
        for (place, node) in contracted.kept.iter().enumerate() {
            let (wanted, found) = (times_from(&whole, *node), times_from(&graph, place as u32));
            let wanted: Vec<_> = contracted.kept.iter().map(|node| wanted[*node as usize]).collect();
            prop_assert_eq!(found, wanted, "from node {}", node);
        }
    }

    #[test]
    fn contraction_loses_no_street_and_no_bend(pieces in pieces()) {
        let contracted = contract(&pieces);
        let is_street = |kind| kind == EdgeKind::Street;
        let before: f32 = pieces.list.iter().filter(|piece| is_street(piece.kind)).map(|piece| piece.length_m).sum();
        let after: f32 = contracted.edges.iter().filter(|edge| is_street(edge.kind)).map(|edge| edge.length_m).sum();
        prop_assert_eq!(before.to_bits(), after.to_bits(), "whole metres sum without rounding");
        let mut steps: Vec<[[i32; 2]; 2]> = Vec::new();
        for edge in &contracted.edges {
            let end = |node: u32| pieces.nodes[contracted.kept[node as usize] as usize];
            let line = [vec![end(edge.tail)], edge.shape.clone(), vec![end(edge.head)]].concat();
            steps.extend(line.windows(2).map(|pair| [pair[0].min(pair[1]), pair[0].max(pair[1])]));
        }
        let place = |node: u32| pieces.nodes[node as usize];
        let wanted = pieces.list.iter().map(|piece| piece.ends.map(place)).map(|[a, b]| [a.min(b), a.max(b)]);
        let mut wanted: Vec<_> = wanted.collect();
        steps.sort_unstable();
        wanted.sort_unstable();
        let is_all = pieces.list.iter().all(|piece| is_street(piece.kind));
        prop_assert!(!is_all || steps == wanted, "{:?}, not {:?}", steps, wanted);
    }

    #[test]
    fn every_node_left_is_one_where_the_way_branches_ends_or_changes(pieces in pieces()) {
        let contracted = contract(&pieces);
        for (place, node) in (0..).zip(&contracted.kept) {
            let at: Vec<&NewEdge> =
                contracted.edges.iter().filter(|edge| edge.tail == place || edge.head == place).collect();
            let [a, b] = at[..] else { continue };
            let away = |edge: &NewEdge| if edge.tail == place {
                (edge.head, [edge.forward, edge.backward])
            } else {
                (edge.tail, [edge.backward, edge.forward])
            };
            let ((to_a, times_a), (to_b, times_b)) = (away(a), away(b));
            let open = |times: [Deciseconds; 2]| times.map(|time| time != NEVER);
            let agree = open(times_a) == [open(times_b)[1], open(times_b)[0]];
            let is_ring = to_a == to_b || to_a == place || to_b == place;
            // A boat's round trip, which is left out, branches off where it begins all the same.
            let branches = pieces.list.iter().filter(|piece| piece.ends.contains(node)).count() > 2;
            prop_assert!(is_ring || branches || a.kind != b.kind || !agree, "node {} could go", node);
        }
    }

    #[test]
    fn what_is_left_of_islands_is_the_largest_part_from_which_one_comes_back(pieces in pieces()) {
        let whole = uncontracted(&pieces);
        let reach: Vec<_> = (0..whole.node_count() as u32).map(|node| times_from(&whole, node)).collect();
        let both = |a: usize, b: usize| reach[a][b] != NEVER && reach[b][a] != NEVER;
        let size = |node: u32| (0..reach.len()).filter(|other| both(node as usize, *other)).count();
        let largest = (0..reach.len() as u32).map(size).max();
        let mut left = pieces.clone();
        let islands = drop_islands(&mut left);
        let is_kept = |piece: &&Piece| piece.ends.iter().all(|end| Some(size(*end)) == largest);
        let wanted: Vec<Piece> = pieces.list.iter().filter(is_kept).copied().collect();
        prop_assert_eq!(islands.edges, pieces.list.len() - wanted.len());
        prop_assert_eq!(left.list, wanted);
    }

    #[test]
    fn every_node_is_contracted_once_even_where_many_lie_on_one_spot(mut pieces in pieces(), is_one_spot: bool) {
        if is_one_spot {
            pieces.nodes.fill([1_194_000_000, 324_000_000]);
        }
        let graph = graph(contract(&pieces), &pieces.nodes);
        let mut order = contraction_order(&graph);
        order.sort_unstable();
        prop_assert_eq!(order, (0..graph.node_count() as u32).collect::<Vec<_>>());
    }
}
