//! Many places to many on real streets, and the area within a quarter of an hour.

use serde_json::json;
use yuren_network::{Closed, Direction, Matrix, NEVER, Profile, Scratch, Snapper, Streets, isochrone, reach};

use crate::places::{nodes, places};
use crate::record::{Record, shortest};
use crate::{QUARTER_HOUR, SEED, SITES};

const FROM: usize = 250;
const TOLERANCE_M: f64 = 25.0;

/// On foot: a matrix by contraction, equal to a search from each place, and isochrones.
pub(crate) fn measure(name: &str, streets: &Streets, record: &mut Record) {
    let graph = streets.graph(Profile::Walk);
    let (from, to) = (nodes(graph, FROM, SEED), nodes(graph, SITES, SEED + 1));
    let snaps = |places: &[(u32, _)]| places.iter().map(|(_, snap)| *snap).collect::<Vec<_>>();
    let (from_snaps, to_snaps) = (snaps(&from), snaps(&to));
    let (prepared, matrix) = shortest(1, || Matrix::new(graph, streets.order(Profile::Walk)).expect("an order"));
    let (took, times) = shortest(7, || matrix.times(graph, &from_snaps, &to_snaps));
    let (closed, mut scratch) = (Closed::default(), Scratch::new());
    let (searching, searched) = shortest(1, || {
        let row = |from| {
            let found = reach(graph, from, NEVER, Direction::From, &closed, &mut scratch);
            to_snaps.iter().map(|to| found.time_at(graph, to)).collect::<Vec<_>>()
        };
        from_snaps.iter().flat_map(row).collect::<Vec<_>>()
    });
    assert!(times == searched, "{name}: the matrix and the searches differ");
    println!(
        "{name} on foot: {FROM} x {SITES} in {took:.1} ms (made ready in {prepared:.0} ms), equal to searches, which took {searching:.0} ms"
    );
    let (closing, _) = shortest(5, || matrix.with_closed(graph, [from_snaps[0].edge].into_iter().collect()));
    println!("{name} on foot: a street closed, times of all shortcuts anew, {closing:.1} ms");
    areas(name, streets);

    let arcs = || (0..graph.node_count() as u32).flat_map(|node| graph.arcs(node).iter().map(move |arc| (node, arc)));
    let positions = || graph.nodes().iter().map(|[lon, lat]| [f64::from(*lon) / 1e7, f64::from(*lat) / 1e7]);
    record.fractions(&format!("streets.{name}.lon"), positions().map(|[lon, _]| lon));
    record.fractions(&format!("streets.{name}.lat"), positions().map(|[_, lat]| lat));
    record.whole(&format!("streets.{name}.tail"), arcs().map(|(tail, _)| tail));
    record.whole(&format!("streets.{name}.head"), arcs().map(|(_, arc)| arc.head));
    record.whole(&format!("streets.{name}.time"), arcs().map(|(_, arc)| arc.time));
    record.whole(&format!("streets.{name}.from"), from.iter().map(|(node, _)| *node));
    record.whole(&format!("streets.{name}.to"), to.iter().map(|(node, _)| *node));
    record.whole(&format!("streets.{name}.matrix"), times);
    record.add("matrices", json!({ "name": name, "ms": took }));
}

/// A quarter of an hour's walk from some hundred places: reach and polygon.
fn areas(name: &str, streets: &Streets) {
    let graph = streets.graph(Profile::Walk);
    let snapper = Snapper::new(graph, streets.barriers());
    let (closed, mut scratch) = (Closed::default(), Scratch::new());
    let mut took: Vec<f64> = places(graph, &snapper, streets.about().extent.to_array(), FROM, SEED + 2)
        .iter()
        .map(|from| {
            let area = || {
                let found = reach(graph, from, QUARTER_HOUR, Direction::From, &closed, &mut scratch);
                isochrone(graph, &found, TOLERANCE_M)
            };
            shortest(1, area).0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize];
    println!(
        "{name} on foot: area within 15 minutes, p50 {:.3} ms, p95 {:.3} ms, worst {:.3} ms",
        at(0.5),
        at(0.95),
        at(1.0)
    );
}
