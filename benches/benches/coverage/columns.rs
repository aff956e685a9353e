//! Coverage while something is dragged, on a generated grid of 400 by 400 nodes.

use std::hint::black_box;
use std::sync::Arc;

use yuren_coverage::{Times, nearest};
use yuren_network::{Barriers, Closed, GridCity, Scratch, Snapper, grid_city, times_to, times_to_each};

use crate::places::places;
use crate::record::shortest;
use crate::{DEMAND, QUARTER_HOUR, SEED, SITES};

/// Three times the threshold: what is looked at, so that the threshold can be dragged.
const HORIZON: u32 = 3 * QUARTER_HOUR;

/// From nothing; with the threshold moved; with a site moved.
pub(crate) fn measure() {
    // Blocks of 100 m, walked at 4.5 km/h.
    let graph = grid_city(GridCity { columns: 400, rows: 400, block_m: 100.0, block_time: 800 });
    let snapper = Snapper::new(&graph, &Barriers::default());
    let corner = graph.position(graph.node_count() as u32 - 1);
    let extent = [0.0, 0.0, corner.lon(), corner.lat()];
    let sites = places(&graph, &snapper, extent, SITES + 1, SEED);
    let demand: Vec<_> = places(&graph, &snapper, extent, DEMAND, SEED + 1).into_iter().map(Some).collect();
    let (closed, mut scratch) = (Closed::default(), Scratch::new());
    for (limit, name) in [(QUARTER_HOUR, "15"), (HORIZON, "45")] {
        let (took, _) = shortest(5, || {
            let columns = times_to_each(&graph, &sites[..SITES], &demand, limit, &closed).into_iter().map(Into::into);
            let times = Times::new(DEMAND, columns.collect()).expect("columns of the demand");
            black_box(nearest(&times, None))
        });
        println!(
            "grid of 400 x 400: coverage of {DEMAND} by {SITES} from nothing, looked at for {name} minutes, {took:.1} ms"
        );
    }
    let mut columns: Vec<Arc<[u32]>> =
        sites.iter().map(|site| times_to(&graph, site, &demand, HORIZON, &closed, &mut scratch).into()).collect();
    let moved = columns.pop().expect("one more than the sites");
    let times = Times::new(DEMAND, columns.clone()).expect("columns of the demand");
    let mut within = QUARTER_HOUR;
    let (threshold, _) = shortest(20, || {
        within += 10;
        black_box(nearest(&times, None).iter().filter(|nearest| nearest.time <= within).count())
    });
    println!(
        "the same while the threshold is dragged (nearest of all columns, and who is within it), {threshold:.2} ms"
    );
    let (site, _) = shortest(20, || {
        columns[0] = times_to(&graph, &sites[SITES], &demand, HORIZON, &closed, &mut scratch).into();
        let times = Times::new(DEMAND, columns.clone()).expect("columns of the demand");
        black_box(nearest(&times, None))
    });
    assert_eq!(&columns[0][..], &moved[..], "a moved site has the times of its new place");
    println!("the same while a site is dragged (its column, then nearest), {site:.2} ms");
}
