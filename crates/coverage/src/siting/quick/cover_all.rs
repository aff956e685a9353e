//! Every row covered, with few sites.

use super::greedy::greedy_from;
use super::interchange;
use crate::siting::gains::Gains;
use crate::siting::needed::needed;

/// A cover of every row from one, as small as this finds: one fewer as long as exchanging still covers all.
pub(crate) fn cover_all(gains: &Gains, mut chosen: Vec<u32>) -> Vec<u32> {
    while let Some(position) = least_needed(gains, &chosen) {
        let mut fewer = chosen.clone();
        fewer.remove(position);
        fewer = interchange(gains, fewer);
        if covered(gains, &fewer) < gains.rows() {
            break;
        }
        chosen = fewer;
    }
    chosen
}

/// A cover of every row that holds as many of some candidates as are needed: those that cover what they leave open are added, most
/// first, and then those left out that the others make up for.
pub(crate) fn cover_from(gains: &Gains, chosen: &[u32]) -> Vec<u32> {
    needed(gains, &greedy_from(gains, chosen, gains.candidates()))
}

/// The position of the chosen site that alone covers the fewest rows.
fn least_needed(gains: &Gains, chosen: &[u32]) -> Option<usize> {
    let times = times_covered(gains, chosen);
    (0..chosen.len())
        .min_by_key(|position| gains.column(chosen[*position] as usize).filter(|(row, _)| times[*row] == 1).count())
}

/// How many rows some chosen site covers.
pub(crate) fn covered(gains: &Gains, chosen: &[u32]) -> usize {
    times_covered(gains, chosen).into_iter().filter(|times| *times > 0).count()
}

fn times_covered(gains: &Gains, chosen: &[u32]) -> Vec<u32> {
    let mut times = vec![0; gains.rows()];
    for candidate in chosen {
        gains.column(*candidate as usize).for_each(|(row, _)| times[row] += 1);
    }
    times
}
