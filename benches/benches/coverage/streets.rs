//! From an extract to graphs, and back from bytes.

use std::ops::ControlFlow;

use yuren_geodesy::BBox;
use yuren_network::{Profile, Streets, build};

use crate::input::Extract;
use crate::record::shortest;

/// Builds, keeps and loads an extract's streets, and prints nodes before and after contraction.
pub(crate) fn measure(extract: &Extract) -> (&'static str, Streets) {
    let Extract { name, bytes } = extract;
    let world = BBox::new(-180.0, -90.0, 180.0, 90.0).expect("a box");
    let (built, (streets, _)) =
        shortest(1, || build(bytes, world, &mut |_| ControlFlow::Continue(())).expect("an extract of streets"));
    let file = streets.to_bytes();
    let (loaded, again) = shortest(5, || Streets::from_bytes(&file).expect("bytes just made"));
    assert!(again == streets, "{name}: what is loaded is not what was built");
    println!(
        "{name}: {} bytes read and built in {built:.0} ms, {} bytes kept, loaded in {loaded:.1} ms",
        bytes.len(),
        file.len()
    );
    for profile in Profile::ALL {
        let report = streets.about().of(profile);
        println!(
            "  {:6} nodes {:7} before, {:6} after contraction; edges {:7} and {:6}; {} islands dropped, {:.1} km",
            profile.as_str(),
            report.nodes_before,
            report.nodes,
            report.edges_before,
            report.edges,
            report.islands.count,
            report.islands.km
        );
    }
    (name, streets)
}
