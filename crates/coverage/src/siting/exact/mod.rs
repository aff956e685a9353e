//! The proof: which placement is the best, or how much better another one could be.
//!
//! Every model comes down to one search. Constraints between candidates are priced (`relaxation.rs`), the prices are made good
//! ones (`ascent.rs`), and what the bound does not rule out is cut in two (`search.rs`). Maximal covering and p-median choose so
//! many sites by what each saves whom (`savings.rs`), set covering as few as cover everyone (`covers.rs`); p-center asks whether so
//! many can cover everyone (`full_cover.rs`); with capacities a site's worth is whom it has room for (`rooms.rs`).

mod ascent;
mod center;
mod covers;
mod full_cover;
mod meter;
mod reduce;
mod relaxation;
mod rooms;
mod savings;
mod search;
mod set_cover;

use std::ops::ControlFlow;

use super::assignment::assign;
use super::gains::Gains;
use super::objective::{objective_of, served_before, trivial_bound};
use super::placement::{Placement, Proof};
use super::quick::covered;
use super::{Model, SitingError, SitingProblem, objective, place_quickly};
use meter::Meter;
use reduce::undominated;
use rooms::Rooms;
use savings::Savings;
use search::{Wanted, search};

pub use meter::Progress;

/// Looks for a better placement than `start`, one of [`super::place_quickly`] as a rule, until none can be better or `watch` says
/// to stop. Then the better one is returned, with [`Proof::Optimal`] or else the gap that is left.
///
/// `watch` is asked at every bound that is worked out: as often as a hundred thousand times a second on a small problem; and before
/// the first one, while a large problem is prepared, every million looks at a pair. The same problem and the same number of steps
/// give the same placement.
pub fn prove(
    problem: &SitingProblem<'_>,
    model: &Model,
    start: Placement,
    watch: &mut dyn FnMut(&Progress) -> ControlFlow<()>,
) -> Result<Placement, SitingError> {
    objective(problem, model, &start.chosen)?;
    let start = usable(problem, model, start)?;
    let told = (objective_of(problem, model, &start), trivial_bound(problem, model));
    let plain = Placement::known(problem, model, start.clone(), told.1);
    if plain.proof == Proof::Optimal {
        return Ok(plain);
    }
    let (chosen, bound) = match model {
        Model::MaxCover { sites, within } => {
            let meter = Meter::new(watch, told, Some((served_before(problem, *within), 1.0)));
            most_saved(&Gains::of_cover(problem, *within), *sites, &start, meter)
        }
        Model::PMedian { sites } => {
            let meter = Meter::new(watch, told, Some((objective_of(problem, model, &[]), -1.0)));
            most_saved(&Gains::of_times(problem), *sites, &start, meter)
        }
        Model::CapacitatedMaxCover { sites, within, capacities } => {
            let meter = Meter::new(watch, told, Some((served_before(problem, *within), 1.0)));
            most_with_room(&Gains::of_cover(problem, *within), capacities, *sites, &start, meter)
        }
        Model::SetCover { within } => {
            let meter = Meter::new(watch, told, Some((0.0, -1.0)));
            set_cover::fewest(&Gains::of_full_cover(problem, *within), start, meter)
        }
        Model::PCenter { sites } => center::shortest(problem, *sites, start, Meter::new(watch, told, None)),
    };
    Ok(Placement::known(problem, model, chosen, bound))
}

/// What to begin with: the choice itself, or a quick one if that is not allowed by the model.
pub(super) fn usable(problem: &SitingProblem<'_>, model: &Model, start: Placement) -> Result<Vec<u32>, SitingError> {
    let is_allowed = match model {
        Model::SetCover { within } => {
            let gains = Gains::of_full_cover(problem, *within);
            covered(&gains, &start.chosen) == gains.rows()
        }
        _ => model.sites().is_none_or(|sites| start.chosen.len() <= sites),
    };
    Ok(if is_allowed { start.chosen } else { place_quickly(problem, model)?.chosen })
}

/// The choice that saves most, and a bound on the objective.
fn most_saved(gains: &Gains, sites: usize, start: &[u32], mut meter: Meter<'_>) -> (Vec<u32>, f64) {
    let Some(keep) = undominated(gains, &mut meter) else { return (start.to_vec(), meter.progress().bound) };
    let reduced = gains.merged(&keep);
    let numbers = numbers(&keep);
    let sites = sites.min(numbers.len());
    if sites == 0 {
        return (Vec::new(), meter.progress().objective);
    }
    let Some(instance) = Savings::new(&reduced, sites, &mut meter) else {
        return (start.to_vec(), meter.progress().bound);
    };
    let wanted = Wanted {
        sites,
        // The start may hold candidates that were left out: it counts all the same.
        worth: gains.worth(start),
        grain: grain(gains.worth(start), gains.is_whole(), &meter),
        any: false,
    };
    let found = search(&instance, wanted, &mut meter);
    let chosen = found.chosen.map_or_else(|| start.to_vec(), |chosen| named(&numbers, &chosen));
    (chosen, meter.progress().bound)
}

/// As [`most_saved`], where a site serves no more than its capacity.
fn most_with_room(
    gains: &Gains,
    capacities: &[f64],
    sites: usize,
    start: &[u32],
    mut meter: Meter<'_>,
) -> (Vec<u32>, f64) {
    // A candidate like another one is of use beside it here: only those that serve nobody are left out.
    let keep: Vec<bool> = (0..gains.candidates()).map(|candidate| gains.column(candidate).next().is_some()).collect();
    let numbers = numbers(&keep);
    let sites = sites.min(numbers.len());
    if sites == 0 {
        return (Vec::new(), meter.progress().objective);
    }
    let room: Vec<f64> = numbers.iter().map(|candidate| capacities[*candidate as usize]).collect();
    let worth = assign(gains, capacities, start).served;
    let is_whole = gains.is_whole() && room.iter().all(|room| room.fract() == 0.0);
    let reduced = gains.merged(&keep);
    let grain = grain(worth, is_whole, &meter);
    let wanted = Wanted { sites, worth, grain, any: false };
    let found = search(&Rooms::new(&reduced, room), wanted, &mut meter);
    let chosen = found.chosen.map_or_else(|| start.to_vec(), |chosen| named(&numbers, &chosen));
    (chosen, meter.progress().bound)
}

/// How much better a better choice is at least: whole numbers differ by 1; others are told apart to one part in 10⁹ of the
/// objective, and never finer than sums are exact.
fn grain(worth: f64, is_whole: bool, meter: &Meter<'_>) -> f64 {
    let exact = (1e-9 * meter.progress().objective.abs()).max(1e-12 * worth.abs());
    if is_whole { exact.max(1.0 - 1e-3) } else { exact }
}

/// The candidates to keep, by their new numbers.
fn numbers(keep: &[bool]) -> Vec<u32> {
    (0..keep.len()).filter(|candidate| keep[*candidate]).map(|candidate| candidate as u32).collect()
}

fn named(numbers: &[u32], chosen: &[u16]) -> Vec<u32> {
    chosen.iter().map(|candidate| numbers[usize::from(*candidate)]).collect()
}
