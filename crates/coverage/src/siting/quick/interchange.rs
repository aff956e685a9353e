//! One chosen site exchanged for one that is not, as long as that helps.

use crate::siting::gains::Gains;

/// The most looks at a pair of a row and a candidate that exchanging may take.
const MOST_LOOKS: usize = 100_000_000;

/// What the chosen sites do for a row.
#[derive(Clone, Copy, Default)]
struct Served {
    /// The most units that a chosen site gives, and that site's position among the chosen.
    best: u32,
    by: u32,
    /// The most units that another one gives.
    second: u32,
}

/// The best of all exchanges of one for one, again and again, until none helps (M. Teitz and P. Bart, "Heuristic methods for
/// estimating the generalized vertex median of a weighted graph", 1968).
///
/// One pass over the rows values all exchanges together: what `r` gains beside all the chosen, less what is lost without
/// `q`, and what `r` makes up of that loss (M. Resende and R. Werneck, "A fast swap-based local search procedure for
/// location problems", 2007).
pub(crate) fn interchange(gains: &Gains, mut chosen: Vec<u32>) -> Vec<u32> {
    let mut looks = 0;
    while looks < MOST_LOOKS && !chosen.is_empty() {
        looks += gains.pairs() + chosen.len() * gains.candidates();
        let Some((out, into)) = best_exchange(gains, &chosen) else { break };
        chosen[out] = into;
    }
    chosen
}

/// The position to give up and the candidate to take instead, if any exchange helps.
fn best_exchange(gains: &Gains, chosen: &[u32]) -> Option<(usize, u32)> {
    let candidates = gains.candidates();
    let served = serve(gains, chosen);
    let mut gain = vec![0.0; candidates];
    let mut loss = vec![0.0; chosen.len()];
    let mut made_up = vec![0.0; candidates * chosen.len()];
    let mut reached = 0.0;
    for (row, Served { best, by, second }) in served.into_iter().enumerate() {
        let weight = gains.weight(row);
        let made_up = made_up.get_mut(by as usize * candidates..).unwrap_or_default();
        if best > 0 {
            loss[by as usize] += weight * f64::from(best - second);
            reached += weight * f64::from(best);
        }
        for (candidate, units) in gains.row(row).filter(|(_, units)| *units > second) {
            gain[candidate] += weight * f64::from(units.saturating_sub(best));
            made_up[candidate] += weight * f64::from(units.min(best) - second);
        }
    }
    let mut is_chosen = vec![false; candidates];
    for candidate in chosen {
        is_chosen[*candidate as usize] = true;
    }
    // Sums differ in their last digits by their order: a difference of that size is no help, and could go round in circles.
    let mut most = reached * 1e-12;
    let mut exchange = None;
    for (out, loss) in loss.iter().enumerate() {
        for into in (0..candidates).filter(|into| !is_chosen[*into]) {
            let change = gain[into] - loss + made_up[out * candidates + into];
            if change > most {
                most = change;
                exchange = Some((out, into as u32));
            }
        }
    }
    exchange
}

fn serve(gains: &Gains, chosen: &[u32]) -> Vec<Served> {
    let mut served = vec![Served::default(); gains.rows()];
    for (position, candidate) in chosen.iter().enumerate() {
        for (row, units) in gains.column(*candidate as usize) {
            let served = &mut served[row];
            if units > served.best {
                *served = Served { best: units, by: position as u32, second: served.best };
            } else {
                served.second = served.second.max(units);
            }
        }
    }
    served
}
