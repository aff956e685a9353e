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
    Demand::new(graph, demand, closed).column(graph, site, limit, closed, scratch)
}

/// A column for each of the sites, in their order: as [`times_to`] for each, but faster, because sites that lie close together
/// are searched one after another, while their streets are in the processor's cache.
pub fn times_to_each(
    graph: &Graph,
    sites: &[Snap],
    demand: &[Option<Snap>],
    limit: Deciseconds,
    closed: &Closed,
) -> Vec<Vec<Deciseconds>> {
    let demand = Demand::new(graph, demand, closed);
    let mut scratch = Scratch::new();
    let mut columns = vec![Vec::new(); sites.len()];
    let mut numbers: Vec<usize> = (0..sites.len()).collect();
    numbers.sort_by_cached_key(|&number| along_a_curve(&sites[number]));
    for number in numbers {
        columns[number] = demand.column(graph, &sites[number], limit, closed, &mut scratch);
    }
    columns
}

/// Demand points as every column asks about them.
struct Demand<'a> {
    snaps: &'a [Option<Snap>],
    /// The edge of each, and its ends with the times there: set apart, to be read in one go.
    asked: Vec<Option<Asked>>,
}

type Asked = (u32, [(u32, Deciseconds); 2]);

impl<'a> Demand<'a> {
    fn new(graph: &Graph, snaps: &'a [Option<Snap>], closed: &Closed) -> Self {
        let asked = |snap: &Snap| (snap.edge, ends(graph, snap, Direction::From, closed));
        Self { snaps, asked: snaps.iter().map(|snap| snap.as_ref().map(asked)).collect() }
    }

    fn column(
        &self,
        graph: &Graph,
        site: &Snap,
        limit: Deciseconds,
        closed: &Closed,
        scratch: &mut Scratch,
    ) -> Vec<Deciseconds> {
        let reach = reach(graph, site, limit, Direction::Towards, closed, scratch);
        let time = |(snap, asked): (&Option<Snap>, &Option<Asked>)| match (snap, asked) {
            // On the site's own edge there are more ways.
            (Some(snap), Some((edge, _))) if *edge == site.edge => reach.time_at(graph, snap),
            (_, Some((_, ends))) => reach.time_by(ends),
            _ => NEVER,
        };
        self.snaps.iter().zip(&self.asked).map(time).collect()
    }
}

/// Where a place lies along a curve through all places (G. M. Morton, 1966): near on it is near on the ground.
fn along_a_curve(snap: &Snap) -> u64 {
    // About 10 m a step; each axis has 22 bits.
    let steps = [snap.point.lon() + 180.0, snap.point.lat() + 90.0].map(|degrees| (degrees * 1e4) as u64);
    (0..22).map(|bit| (steps[0] >> bit & 1) << (2 * bit) | (steps[1] >> bit & 1) << (2 * bit + 1)).sum()
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
    scratch.search::<true, false>(graph, seeds, limit, Direction::Towards, closed);
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
