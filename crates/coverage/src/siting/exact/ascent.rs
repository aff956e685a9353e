//! Multipliers that make the bound small.

use super::meter::Meter;
use super::relaxation::Relaxation;

/// How far the direction of a step turns to the newest slope: the rest is what it was.
const TURN: f64 = 0.2;
/// So many steps in a row that did not help, and steps become shorter.
const PATIENCE: usize = 40;
/// By how much shorter.
const SHORTER: f64 = 0.7;
/// Steps shorter than this share of the way to the incumbent's worth are not worth taking.
const SHORTEST: f64 = 0.003;

/// How long to go on.
#[derive(Clone, Copy)]
pub(super) struct Effort {
    /// The most steps.
    pub(super) steps: usize,
    /// The first step's length, as a share of the way to the incumbent's worth (B. Polyak, 1969).
    pub(super) stride: f64,
}

/// The best multipliers that were found.
pub(super) struct Dual {
    /// No choice is worth more.
    pub(super) bound: f64,
    pub(super) multipliers: Vec<f64>,
    /// The value of each free candidate at these multipliers.
    pub(super) values: Vec<f64>,
    /// How much of each free candidate an optimum of the linear relaxation would choose, estimated.
    pub(super) shares: Vec<f64>,
}

/// Goes down the slope of the bound by steps, each in a direction that remembers the ones before, until the bound is below
/// `enough`, the effort is spent or the watcher stops it. The remembered choices average to shares of an optimum of the linear
/// relaxation (F. Barahona and R. Anbil, "The volume algorithm", 2000). `tell` is handed each choice with its number.
pub(super) fn descend<R: Relaxation>(
    relaxation: &mut R,
    mut multipliers: Vec<f64>,
    (free, sites): (usize, usize),
    (target, enough): (f64, f64),
    effort: Effort,
    meter: &mut Meter<'_>,
    mut tell: impl FnMut(usize, &[usize]),
) -> Dual {
    clamp(&mut multipliers, relaxation.range());
    let mut values = vec![0.0; free];
    let mut best = Dual {
        bound: f64::INFINITY,
        multipliers: multipliers.clone(),
        values: values.clone(),
        shares: vec![0.0; free],
    };
    let mut slope = vec![0.0; multipliers.len()];
    let mut direction = vec![0.0; multipliers.len()];
    let mut order: Vec<usize> = (0..free).collect();
    let mut chosen = Vec::new();
    let (mut stride, mut vain, mut turn) = (effort.stride, 0, 1.0);
    for step in 0..effort.steps {
        let constant = relaxation.evaluate(&multipliers, &mut values);
        // Ties by number, so that the same problem is worked on in the same way.
        order.select_nth_unstable_by(sites - 1, |a, b| values[*b].total_cmp(&values[*a]).then(a.cmp(b)));
        chosen.clear();
        chosen.extend(order[..sites].iter().copied().filter(|candidate| values[*candidate] > 0.0));
        chosen.sort_unstable();
        let bound = constant + chosen.iter().map(|candidate| values[*candidate]).sum::<f64>();
        if bound < best.bound {
            // A crumb is taken, but does not count as progress.
            vain = if best.bound - bound > 1e-5 * (best.bound - target).max(0.0) { 0 } else { vain + 1 };
            best.bound = bound;
            best.multipliers.copy_from_slice(&multipliers);
            best.values.copy_from_slice(&values);
        } else {
            vain += 1;
        }
        tell(step, &chosen);
        if best.bound < enough || !meter.step() {
            break;
        }
        relaxation.slope(&multipliers, &chosen, &mut slope);
        remember(&mut direction, &slope, turn);
        for share in &mut best.shares {
            *share *= 1.0 - turn;
        }
        for candidate in &chosen {
            best.shares[*candidate] += turn;
        }
        turn = TURN;
        if vain >= PATIENCE {
            (stride, vain, turn) = (stride * SHORTER, 0, 1.0);
            multipliers.copy_from_slice(&best.multipliers);
            if stride < SHORTEST {
                break;
            }
        }
        let (floor, ceiling) = relaxation.range();
        if !walk(&mut multipliers, &direction, (floor, ceiling), stride * (bound - target)) {
            break;
        }
    }
    best
}

fn clamp(multipliers: &mut [f64], (floor, ceiling): (&[f64], &[f64])) {
    for ((multiplier, floor), ceiling) in multipliers.iter_mut().zip(floor).zip(ceiling) {
        *multiplier = multiplier.min(*ceiling).max(*floor);
    }
}

fn remember(direction: &mut [f64], slope: &[f64], turn: f64) {
    for (direction, slope) in direction.iter_mut().zip(slope) {
        *direction += turn * (slope - *direction);
    }
}

/// A step that would lower the bound by `fall` were it a plane; `false` where there is no way down.
fn walk(multipliers: &mut [f64], direction: &[f64], (floor, ceiling): (&[f64], &[f64]), fall: f64) -> bool {
    let square: f64 =
        (0..multipliers.len())
            .filter(|row| {
                if direction[*row] > 0.0 { multipliers[*row] > floor[*row] } else { multipliers[*row] < ceiling[*row] }
            })
            .map(|row| direction[row] * direction[row])
            .sum();
    if square < 1e-12 {
        return false;
    }
    let length = fall.max(0.0) / square;
    for (row, multiplier) in multipliers.iter_mut().enumerate() {
        *multiplier = (*multiplier - length * direction[row]).min(ceiling[row]).max(floor[row]);
    }
    true
}
