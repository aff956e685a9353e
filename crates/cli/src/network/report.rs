//! What building streets came to, in words.

use std::fmt::Write;

use yuren_server::catalog::{Place, Status};
use yuren_server::network::{BuildReport, Profile, Snapper, Streets};

/// A place that is farther than this from every street, in metres, has none.
const OFF_STREET_M: f64 = 1_000.0;
/// So many places without a street are named.
const MOST_NAMED: usize = 20;

/// The report: nodes before and after contraction, islands, and the city's places that no street is near, by name.
pub(super) fn text(streets: &Streets, report: &BuildReport, places: &[Place]) -> String {
    let ways = &report.ways;
    let mut text = format!(
        "{} ways read: {} no streets, {} not there, {} areas, {} no way to travel, {} closed to all; {} nodes missing; {} barriers\n",
        ways.read,
        ways.no_street,
        ways.not_there,
        ways.areas,
        ways.no_way,
        ways.closed,
        ways.nodes_missing,
        report.barriers
    );
    let standing = || places.iter().filter(|place| place.status != Status::Withdrawn);
    for profile in Profile::ALL {
        let graph = report.of(profile);
        let snapper = Snapper::new(streets.graph(profile), streets.barriers());
        let has_none =
            |place: &&Place| snapper.snap(streets.graph(profile), place.position.point, OFF_STREET_M).is_none();
        let without: Vec<&str> = standing().filter(has_none).map(|place| place.name.as_str()).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{}: {} nodes and {} edges, of {} and {}; {} islands left out ({} edges, {:.1} km); {} of {} places have no street \
             within {OFF_STREET_M} m",
            profile.as_str(),
            graph.nodes,
            graph.edges,
            graph.nodes_before,
            graph.edges_before,
            graph.islands.count,
            graph.islands.edges,
            graph.islands.km,
            without.len(),
            standing().count()
        );
        for name in without.iter().take(MOST_NAMED) {
            let _ = writeln!(text, "  {name}");
        }
        if let Some(more) = without.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
            let _ = writeln!(text, "  and {more} more");
        }
    }
    text.truncate(text.trim_end().len());
    text
}
