//! Sites that are chosen for nothing.

use super::assignment::assign;
use super::gains::Gains;

/// The chosen candidates without those that the others make up for in full.
pub(crate) fn needed(gains: &Gains, chosen: &[u32]) -> Vec<u32> {
    // The most units that a row gets, and how many of the chosen give that much.
    let mut most = vec![(0_u32, 0_u32); gains.rows()];
    for candidate in chosen {
        for (row, units) in gains.column(*candidate as usize) {
            let (best, givers) = &mut most[row];
            match units.cmp(best) {
                std::cmp::Ordering::Greater => (*best, *givers) = (units, 1),
                std::cmp::Ordering::Equal => *givers += 1,
                std::cmp::Ordering::Less => {}
            }
        }
    }
    let mut kept = Vec::new();
    for candidate in chosen {
        let column = gains.column(*candidate as usize);
        let first: Vec<usize> = column.filter(|(row, units)| most[*row].0 == *units).map(|(row, _)| row).collect();
        if first.iter().any(|row| most[*row].1 == 1) {
            kept.push(*candidate);
        } else {
            for row in first {
                most[row].1 -= 1;
            }
        }
    }
    kept
}

/// As [`needed`], where sites have capacities.
pub(crate) fn needed_capacity(gains: &Gains, capacities: &[f64], chosen: &[u32]) -> Vec<u32> {
    let all = assign(gains, capacities, chosen).served;
    let mut kept = chosen.to_vec();
    for candidate in chosen {
        let without: Vec<u32> = kept.iter().copied().filter(|other| other != candidate).collect();
        if assign(gains, capacities, &without).served >= all * (1.0 - 1e-12) {
            kept = without;
        }
    }
    kept
}
