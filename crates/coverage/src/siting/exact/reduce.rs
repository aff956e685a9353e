//! What need not be looked at: candidates that another one is never worse than, rows that are covered when another one is.

use super::meter::Meter;
use crate::siting::gains::Gains;

/// The most looks at a pair that comparing may take; what is not compared by then is kept.
const MOST_LOOKS: usize = 300_000_000;

/// Which candidates to keep: one is left out that does nothing, or for which another does at least as much for every row (of two
/// that do the same, the first is kept). `None` = the watcher stopped it.
pub(super) fn undominated(gains: &Gains, meter: &mut Meter<'_>) -> Option<Vec<bool>> {
    let mut keep = vec![true; gains.candidates()];
    let mut looks = 0;
    let mut units_of = vec![0_u32; gains.rows()];
    let ranks = ranks(gains, meter)?;
    for candidate in 0..gains.candidates() {
        // Only who does as much for the row where fewest do can do as much for all.
        let Some((row, least)) = gains.column(candidate).min_by_key(|(row, units)| rank(&ranks[*row], *units)) else {
            keep[candidate] = false;
            continue;
        };
        let column: Vec<(usize, u32)> = gains.column(candidate).collect();
        let rivals = gains.row(row).filter(|(other, units)| *units >= least && *other != candidate);
        for (rival, _) in rivals {
            if !keep[rival] || looks > MOST_LOOKS {
                continue;
            }
            let pairs = gains.column(rival).count() + column.len();
            looks += pairs;
            if !meter.look(pairs) {
                return None;
            }
            gains.column(rival).for_each(|(row, units)| units_of[row] = units);
            let is_less = column.iter().all(|(row, units)| units_of[*row] >= *units);
            let is_same = is_less && gains.column(rival).eq(column.iter().copied());
            gains.column(rival).for_each(|(row, _)| units_of[row] = 0);
            if is_less && (!is_same || rival < candidate) {
                keep[candidate] = false;
                break;
            }
        }
    }
    Some(keep)
}

/// The units of each row, rising.
fn ranks(gains: &Gains, meter: &mut Meter<'_>) -> Option<Vec<Vec<u32>>> {
    let sorted = |row: usize| {
        let mut units: Vec<u32> = gains.row(row).map(|(_, units)| units).collect();
        units.sort_unstable();
        meter.look(units.len()).then_some(units)
    };
    (0..gains.rows()).map(sorted).collect()
}

/// How many candidates do at least so much for a row.
fn rank(sorted: &[u32], units: u32) -> usize {
    sorted.len() - sorted.partition_point(|other| *other < units)
}

/// Which rows to keep when all must be covered: one is left out that every candidate of another row covers too. `None` = the watcher
/// stopped it.
pub(super) fn binding(gains: &Gains, meter: &mut Meter<'_>) -> Option<Vec<bool>> {
    let mut keep = vec![true; gains.rows()];
    let mut looks = 0;
    let sizes: Vec<usize> = (0..gains.candidates()).map(|candidate| gains.column(candidate).count()).collect();
    let mut is_listed = vec![false; gains.candidates()];
    for row in 0..gains.rows() {
        let list: Vec<usize> = gains.row(row).map(|(candidate, _)| candidate).collect();
        if !keep[row] || looks > MOST_LOOKS {
            continue;
        }
        for candidate in &list {
            is_listed[*candidate] = true;
        }
        // Whoever holds the whole list holds its rarest candidate.
        let rarest = list.iter().copied().min_by_key(|candidate| sizes[*candidate]);
        for (other, _) in rarest.into_iter().flat_map(|rarest| gains.column(rarest)).filter(|(other, _)| *other != row)
        {
            if keep[other] {
                looks += list.len();
                if !meter.look(list.len()) {
                    return None;
                }
                let shared = gains.row(other).filter(|(candidate, _)| is_listed[*candidate]).count();
                keep[other] = shared < list.len();
            }
        }
        for candidate in &list {
            is_listed[*candidate] = false;
        }
    }
    Some(keep)
}
