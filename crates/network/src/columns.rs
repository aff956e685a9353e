//! Times from many demand points to sites.

use std::collections::HashMap;

use crate::reach::{Seed, along_one_edge, ends};
use crate::{Closed, Deciseconds, Direction, Graph, NEVER, Scratch, Snap, reach};

/// The site of a demand point that reaches none.
pub const NO_SITE: u32 = u32::MAX;

/// The time from every demand point to one site: a column of a table of times. [`NEVER`] for a demand point that has no street,
/// or from which the site is not reached within `limit`.
pub fn times_to(
    graph: &Graph,
    site: &Snap,
    demand: &[Option<Snap>],
    limit: Deciseconds,
    closed: &Closed,
    scratch: &mut Scratch,
) -> Vec<Deciseconds> {
    let reach = reach(graph, site, limit, Direction::Towards, closed, scratch);
    demand.iter().map(|snap| snap.as_ref().map_or(NEVER, |snap| reach.time_at(graph, snap))).collect()
}

/// The time from every demand point to the nearest of the sites, and which that is: of several equally near ones the first.
/// One search from all sites at once. ([`NEVER`], [`NO_SITE`]) for a demand point that has no street or reaches no site.
pub fn nearest_times(
    graph: &Graph,
    sites: &[Snap],
    demand: &[Option<Snap>],
    limit: Deciseconds,
    closed: &Closed,
) -> Vec<(Deciseconds, u32)> {
    let mut scratch = Scratch::new();
    let seeds = (0..).zip(sites).flat_map(|(origin, site)| {
        ends(graph, site, Direction::Towards, closed).map(|(node, time)| Seed { node, time, origin })
    });
    scratch.search::<true>(graph, seeds, limit, Direction::Towards, closed);
    let mut on_edge: HashMap<u32, Vec<u32>> = HashMap::new();
    for (number, site) in (0..).zip(sites) {
        on_edge.entry(site.edge).or_default().push(number);
    }
    let nearest = |snap: &Snap| {
        let through_ends = ends(graph, snap, Direction::From, closed)
            .map(|(node, time)| (scratch.time(node).saturating_add(time), scratch.origin(node)));
        let beside = on_edge.get(&snap.edge).into_iter().flatten();
        let beside = beside.map(|&number| (along_one_edge(graph, snap, &sites[number as usize], closed), number));
        let (time, site) = through_ends.into_iter().chain(beside).min()?;
        (time <= limit && time != NEVER).then_some((time, site))
    };
    demand.iter().map(|snap| snap.as_ref().and_then(nearest).unwrap_or((NEVER, NO_SITE))).collect()
}
