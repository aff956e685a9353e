//! The oracle: every choice tried, each valued from the model's own words.

use yuren_coverage::Model;

use crate::support::Owned;

/// The best objective that any choice has.
pub(crate) fn best(owned: &Owned, model: &Model) -> f64 {
    let candidates = owned.candidates.sites();
    let sites = match model {
        Model::MaxCover { sites, .. }
        | Model::PMedian { sites }
        | Model::PCenter { sites }
        | Model::CapacitatedMaxCover { sites, .. } => *sites,
        Model::SetCover { .. } => candidates,
    };
    let choices = (0_u32..1 << candidates).filter(|choice| choice.count_ones() as usize <= sites);
    let values = choices.filter_map(|choice| {
        let chosen: Vec<usize> = (0..candidates).filter(|candidate| choice >> candidate & 1 == 1).collect();
        value(owned, model, &chosen)
    });
    if model.is_maximum() { values.fold(f64::NEG_INFINITY, f64::max) } else { values.fold(f64::INFINITY, f64::min) }
}

/// What a choice is worth; nothing if it leaves out whom a set cover must not.
pub(crate) fn value(owned: &Owned, model: &Model, chosen: &[usize]) -> Option<f64> {
    let all: Vec<usize> = (0..owned.candidates.sites()).collect();
    let weights = owned.weights.as_slice();
    let points = (0..weights.len()).filter(|point| weights[*point] > 0.0);
    let time = |point: usize, sites: &[usize]| {
        let to_new = sites.iter().map(|site| owned.candidates.column(*site)[point]);
        to_new.chain([owned.existing[point]]).min().expect("the existing sites' time")
    };
    match model {
        Model::MaxCover { within, .. } => {
            Some(points.filter(|point| time(*point, chosen) <= *within).map(|point| weights[point]).sum())
        }
        Model::SetCover { within } => points
            .filter(|point| time(*point, &all) <= *within)
            .all(|point| time(point, chosen) <= *within)
            .then_some(chosen.len() as f64),
        Model::PMedian { .. } => {
            Some(points.map(|point| weights[point] * f64::from(time(point, chosen).min(owned.horizon))).sum())
        }
        Model::PCenter { .. } => {
            let reachable = points.filter(|point| time(*point, &all) < owned.horizon);
            Some(f64::from(reachable.map(|point| time(point, chosen).min(owned.horizon)).max().unwrap_or(0)))
        }
        Model::CapacitatedMaxCover { within, capacities, .. } => {
            let (before, after): (Vec<usize>, Vec<usize>) = points.partition(|point| time(*point, &[]) <= *within);
            let weight = |points: &[usize]| points.iter().map(|point| weights[*point]).sum::<f64>();
            // The largest flow is the smallest cut (L. Ford and D. Fulkerson): some sites full, and all served whom any of
            // the others reaches.
            let cuts = (0_u32..1 << chosen.len()).map(|full| {
                let is_full = |at: usize| full >> at & 1 == 1;
                let capacity =
                    (0..chosen.len()).filter(|at| is_full(*at)).map(|at| capacities[chosen[at]]).sum::<f64>();
                let roomy: Vec<usize> = (0..chosen.len()).filter(|at| !is_full(*at)).map(|at| chosen[at]).collect();
                let served: Vec<usize> =
                    after.iter().copied().filter(|point| time(*point, &roomy) <= *within).collect();
                capacity + weight(&served)
            });
            Some(weight(&before) + cuts.fold(f64::INFINITY, f64::min))
        }
    }
}
