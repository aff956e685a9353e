//! Times by the plainest means: the snaps become nodes of their own, and every arc is relaxed until nothing changes.

use yuren_network::{Closed, Deciseconds, Graph, NEVER, Snap};

/// The rule for a part of an edge, as the README states it.
fn part(time: Deciseconds, share: f64) -> Option<u64> {
    (time != NEVER).then(|| (f64::from(time) * share + 0.5).floor() as u64)
}

/// The time from one place to another.
pub(crate) fn time(graph: &Graph, from: &Snap, to: &Snap, closed: &Closed) -> Option<u64> {
    if from.place == to.place {
        return Some(0);
    }
    let (source, goal) = (graph.node_count(), graph.node_count() + 1);
    let mut arcs: Vec<(usize, usize, u64)> = Vec::new();
    let mut add = |from: usize, to: usize, time: Option<u64>| arcs.extend(time.map(|time| (from, to, time)));
    for (number, edge) in (0..).zip(graph.edges()).filter(|&(number, _)| !closed.contains(number)) {
        let (tail, head) = (edge.tail as usize, edge.head as usize);
        add(tail, head, part(edge.forward, 1.0));
        add(head, tail, part(edge.backward, 1.0));
        if number == from.edge {
            add(source, head, part(edge.forward, 1.0 - from.fraction));
            add(source, tail, part(edge.backward, from.fraction));
        }
        if number == to.edge {
            add(tail, goal, part(edge.forward, to.fraction));
            add(head, goal, part(edge.backward, 1.0 - to.fraction));
        }
        if number == from.edge && number == to.edge {
            if from.fraction <= to.fraction {
                add(source, goal, part(edge.forward, to.fraction - from.fraction));
            }
            if to.fraction <= from.fraction {
                add(source, goal, part(edge.backward, from.fraction - to.fraction));
            }
        }
    }
    let mut times = vec![None; graph.node_count() + 2];
    times[source] = Some(u64::from(from.off_street));
    loop {
        let before = times.clone();
        for &(tail, head, time) in &arcs {
            if let Some(reached) = times[tail] {
                let there = reached + time;
                times[head] = Some(times[head].map_or(there, |known: u64| known.min(there)));
            }
        }
        if times == before {
            return times[goal].map(|time| time + u64::from(to.off_street));
        }
    }
}

/// The same, as far as a limit.
pub(crate) fn time_within(graph: &Graph, from: &Snap, to: &Snap, limit: Deciseconds, closed: &Closed) -> Deciseconds {
    time(graph, from, to, closed).filter(|&time| time <= u64::from(limit)).map_or(NEVER, |time| time as Deciseconds)
}
