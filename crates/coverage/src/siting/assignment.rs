//! Who is served by which chosen site, when sites have capacities.

use std::collections::VecDeque;

use super::gains::Gains;

/// More chosen sites than this, and rows are no longer put together by which of them they reach.
const MASK_BITS: usize = u128::BITS as usize;

/// Flow that is smaller than this share of all weight is none: what is left of one number taken from another.
const NOTHING: f64 = 1e-12;

/// The most weight that chosen sites can serve together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Assignment {
    /// How much that is.
    pub(crate) served: f64,
    /// By row: whether more capacity, at some site that reaches it, could not serve more of it or of others in its place.
    /// The rows that are not so are the near side of a smallest cut.
    pub(crate) satisfied: Vec<bool>,
}

/// Rows that reach the same chosen sites.
struct Group {
    left: f64,
    /// Positions among the chosen, and how much of the group each serves.
    sites: Vec<(usize, f64)>,
    rows: Vec<u32>,
}

/// The largest flow from rows to chosen sites, a row's weight at most from it and a capacity at most to each site. A row may be
/// shared by several sites.
///
/// Shortest augmenting paths (J. Edmonds and R. Karp, 1972), which end after a number of steps that no capacity enters.
pub(crate) fn assign(gains: &Gains, capacities: &[f64], chosen: &[u32]) -> Assignment {
    let mut groups = group(gains, chosen);
    let mut spare: Vec<f64> = chosen.iter().map(|candidate| capacities[*candidate as usize]).collect();
    let all: f64 = groups.iter().map(|group| group.left).sum();
    let nothing = all * NOTHING;
    let reached = loop {
        match shortest_path(&groups, &spare, nothing) {
            Ok(path) => augment(&mut groups, &mut spare, &path),
            Err(reached) => break reached,
        }
    };
    let mut satisfied = vec![false; gains.rows()];
    for (group, reached) in groups.iter().zip(reached) {
        for row in &group.rows {
            satisfied[*row as usize] = !reached;
        }
    }
    let left: f64 = groups.iter().map(|group| group.left).sum();
    Assignment { served: all - left, satisfied }
}

fn group(gains: &Gains, chosen: &[u32]) -> Vec<Group> {
    let mut masks = vec![0_u128; gains.rows()];
    let mut sites = vec![Vec::new(); gains.rows()];
    for (position, candidate) in chosen.iter().enumerate() {
        for (row, _) in gains.column(*candidate as usize) {
            masks[row] |= 1 << (position % MASK_BITS);
            sites[row].push((position, 0.0));
        }
    }
    let mut order: Vec<usize> = (0..gains.rows()).filter(|row| masks[*row] != 0).collect();
    order.sort_by_key(|row| (masks[*row], *row));
    let mut groups: Vec<Group> = Vec::new();
    let mut last_mask = 0;
    for row in order {
        match groups.last_mut() {
            Some(group) if masks[row] == last_mask && chosen.len() <= MASK_BITS => {
                group.left += gains.weight(row);
                group.rows.push(row as u32);
            }
            _ => {
                let sites = std::mem::take(&mut sites[row]);
                groups.push(Group { left: gains.weight(row), sites, rows: vec![row as u32] });
            }
        }
        last_mask = masks[row];
    }
    groups
}

/// A way for more flow: groups by number, each followed by where its site stands in its list, the last with room to spare.
type Path = Vec<(usize, usize)>;

/// The shortest way from a group that is not all served to a site with room, through sites that could serve others instead;
/// or, if there is none, which groups were reached in looking for it.
fn shortest_path(groups: &[Group], spare: &[f64], nothing: f64) -> Result<Path, Vec<bool>> {
    let mut reached: Vec<bool> = groups.iter().map(|group| group.left > nothing).collect();
    let mut queue: VecDeque<usize> = (0..groups.len()).filter(|group| reached[*group]).collect();
    // How each site was come to, and how each group was: from which site.
    let mut site_from: Vec<Option<(usize, usize)>> = vec![None; spare.len()];
    let mut group_from: Vec<Option<usize>> = vec![None; groups.len()];
    let served_by = served_by(groups, spare.len(), nothing);
    while let Some(group) = queue.pop_front() {
        for (at, (site, _)) in groups[group].sites.iter().enumerate() {
            if site_from[*site].is_some() {
                continue;
            }
            site_from[*site] = Some((group, at));
            if spare[*site] > nothing {
                return Ok(path_to(*site, &site_from, &group_from));
            }
            for other in &served_by[*site] {
                if !reached[*other] {
                    reached[*other] = true;
                    group_from[*other] = Some(*site);
                    queue.push_back(*other);
                }
            }
        }
    }
    Err(reached)
}

/// Which groups each site serves some of.
fn served_by(groups: &[Group], sites: usize, nothing: f64) -> Vec<Vec<usize>> {
    let mut served_by = vec![Vec::new(); sites];
    for (number, group) in groups.iter().enumerate() {
        for (site, _) in group.sites.iter().filter(|(_, flow)| *flow > nothing) {
            served_by[*site].push(number);
        }
    }
    served_by
}

fn path_to(site: usize, site_from: &[Option<(usize, usize)>], group_from: &[Option<usize>]) -> Path {
    let mut path = Vec::new();
    let mut end = Some(site);
    while let Some((group, at)) = end.and_then(|site| site_from[site]) {
        path.push((group, at));
        end = group_from[group];
    }
    path.reverse();
    path
}

fn augment(groups: &mut [Group], spare: &mut [f64], path: &Path) {
    // Each group but the first gives up as much at the site before it as it takes at the site after it.
    let given_up: Vec<(usize, usize)> = path
        .windows(2)
        .map(|pair| {
            let site = groups[pair[0].0].sites[pair[0].1].0;
            let at = groups[pair[1].0].sites.iter().position(|(other, _)| *other == site);
            (pair[1].0, at.expect("a group gives up what a site of its own serves"))
        })
        .collect();
    let (first, last) = (path[0], path[path.len() - 1]);
    let end = groups[last.0].sites[last.1].0;
    let room = groups[first.0].left.min(spare[end]);
    let flow = given_up.iter().map(|(group, at)| groups[*group].sites[*at].1).fold(room, f64::min);
    groups[first.0].left -= flow;
    spare[end] -= flow;
    for (group, at) in path {
        groups[*group].sites[*at].1 += flow;
    }
    for (group, at) in &given_up {
        groups[*group].sites[*at].1 -= flow;
    }
}
