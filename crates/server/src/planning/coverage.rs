//! Who is served: the question put to the measures of `yuren-coverage`.

use std::sync::Arc;

use yuren_catalog::RoleKindSet;
use yuren_coverage::access::{Decay, two_step};
use yuren_coverage::{Met, Nearest, Readings, SliceOpening, Status, Times, Weights, all_met, nearest, nth_nearest};
use yuren_index::Snapshot;

use super::Planner;
use super::body::AccessMethod;
use super::columns::Column;
use super::limits::PAIRS;
use super::question::Question;
use super::refusal::invalid;
use super::sites::Site;
use super::slices::best;
use super::streets::Stretch;
use crate::problem::Problem;

/// What came of a question.
pub(crate) struct Coverage {
    /// The sites that bear a needed role; those that a scenario removes too.
    pub(crate) sites: Vec<Site>,
    /// Whether each counts as open.
    pub(crate) opening: Vec<SliceOpening>,
    /// When each demand point's needs are met by sites known to be open; its site is a position in `sites`.
    pub(crate) met: Vec<Met>,
    /// The same, with sites of unknown hours.
    pub(crate) perhaps: Vec<Met>,
    /// The same as `perhaps`, were water no barrier; `None` = water stops nobody here.
    pub(crate) across: Option<Vec<Met>>,
    /// The time to the nth nearest.
    pub(crate) nth: Option<Vec<u32>>,
    /// At the threshold.
    pub(crate) statuses: Vec<Status>,
    /// Of the demand points.
    pub(crate) weights: Weights,
    /// The supply for each unit of weight, where it was asked for.
    pub(crate) access: Option<Vec<f64>>,
    /// The stretches of street that the scenario closes, in its order.
    pub(crate) closed: Vec<Stretch>,
}

/// One need: its sites, and the times to them.
struct Need {
    /// Positions in the list of all sites.
    sites: Vec<usize>,
    opening: Vec<SliceOpening>,
    times: Times,
    dry: Times,
}

impl Coverage {
    pub(crate) fn of(question: &Question, snapshot: &Snapshot, planner: &Planner) -> Result<Self, Problem> {
        let sites = question.scenario.sites(snapshot, question.roles());
        let demand = &question.demand.points;
        check_pairs("/demand", demand.len(), sites.len(), PAIRS)?;
        let columns = planner.columns_to(question, snapshot, sites.iter().map(|site| &site.premises))?;
        let needs = question.needs.iter().map(|&wanted| Need::new(wanted, question, snapshot, &sites, &columns));
        let needs = needs.collect::<Result<Vec<_>, Problem>>()?;
        let mut opening = vec![SliceOpening::No; sites.len()];
        for (&site, &open) in needs.iter().flat_map(|need| need.sites.iter().zip(&need.opening)) {
            opening[site] = best(opening[site], open);
        }
        let met = met(&needs, |need| need.nearest(&need.dry, |open| open == SliceOpening::Yes))?;
        let all_known = needs.iter().all(|need| !need.opening.contains(&SliceOpening::Unknown));
        let perhaps = if all_known {
            met.clone()
        } else {
            self::met(&needs, |need| need.nearest(&need.dry, |open| open != SliceOpening::No))?
        };
        let is_wet = columns.iter().any(|column| !Arc::ptr_eq(&column.times, &column.dry));
        let across = is_wet
            .then(|| self::met(&needs, |need| need.nearest(&need.times, |open| open != SliceOpening::No)))
            .transpose()?;
        let nth = question.nth.map(|n| {
            let of_need = |need: &Need| nth_nearest(&need.dry, Some(&need.mask(|open| open == SliceOpening::Yes)), n);
            let longest = |one: Vec<u32>, other: Vec<u32>| one.into_iter().zip(other).map(|(a, b)| a.max(b)).collect();
            needs.iter().map(of_need).reduce(longest).unwrap_or_default()
        });
        let times = |met: &[Met]| met.iter().map(|met| met.time).collect::<Vec<u32>>();
        let straight = across.as_deref().map(times);
        let readings = Readings { known: &times(&met), perhaps: &times(&perhaps), straight: straight.as_deref() };
        let statuses = readings.statuses(question.threshold.within).map_err(|error| Problem::internal(&error))?;
        let weights = weights(question)?;
        let access = question.access.map(|method| needs[0].access(method, question.threshold.within, &weights));
        let access = access.transpose()?;
        let closed = planner.stretches_of(question)?;
        Ok(Self { sites, opening, met, perhaps, across, nth, statuses, weights, access, closed })
    }
}

impl Coverage {
    /// The times of `met`.
    pub(crate) fn times(&self) -> Vec<u32> {
        self.met.iter().map(|met| met.time).collect()
    }
}

/// The weights of the demand points.
pub(crate) fn weights(question: &Question) -> Result<Weights, Problem> {
    let weights = question.demand.points.iter().map(|point| point.weight).collect();
    Weights::new(weights).map_err(|error| Problem::internal(&error))
}

/// Refuses so many pairs that nobody would wait for them.
pub(crate) fn check_pairs(pointer: &str, demand: usize, sites: usize, most: usize) -> Result<(), Problem> {
    if demand * sites <= most {
        return Ok(());
    }
    let reason = format!("makes {} pairs", demand * sites);
    Err(invalid(pointer, format_args!("{demand} × {sites}"), &reason, format!("at most {most} pairs")))
}

/// When all needs are met, each by the nearest site that `nearest` gives.
fn met(needs: &[Need], nearest: impl Fn(&Need) -> Vec<Nearest>) -> Result<Vec<Met>, Problem> {
    let nearest: Vec<Vec<Nearest>> = needs.iter().map(nearest).collect();
    all_met(&nearest).map_err(|error| Problem::internal(&error))
}

impl Need {
    fn new(
        wanted: RoleKindSet,
        question: &Question,
        snapshot: &Snapshot,
        all: &[Site],
        columns: &[Column],
    ) -> Result<Self, Problem> {
        let bears = |site: &Site| !site.removed && wanted.iter().any(|kind| site.roles.contains(kind));
        let sites: Vec<usize> = (0..all.len()).filter(|&site| bears(&all[site])).collect();
        let opening = sites.iter().map(|&site| match all[site].place {
            // Whoever plans a site opens it.
            None => SliceOpening::Yes,
            Some(place) => question.slice.opening(snapshot, place, wanted),
        });
        let opening = opening.collect();
        let table = |of: fn(&Column) -> &Arc<[u32]>| {
            let columns = sites.iter().map(|&site| Arc::clone(of(&columns[site]))).collect();
            Times::new(question.demand.points.len(), columns).map_err(|error| Problem::internal(&error))
        };
        let (times, dry) = (table(|column| &column.times)?, table(|column| &column.dry)?);
        Ok(Self { sites, opening, times, dry })
    }

    /// The access score of each demand point, every site known to be open supplying 1.
    fn access(&self, method: AccessMethod, limit: u32, weights: &Weights) -> Result<Vec<f64>, Problem> {
        let decay = match method {
            AccessMethod::TwoStep => Decay::Step { limit },
            AccessMethod::EnhancedStep => Decay::zones_to(limit),
            AccessMethod::Gaussian => Decay::Gaussian { limit },
            AccessMethod::Exponential => Decay::exponential_to(limit),
        };
        let supply: Vec<f64> =
            self.opening.iter().map(|&open| f64::from(u8::from(open == SliceOpening::Yes))).collect();
        // What is left to be wrong is a weight so small that nothing can be divided by it.
        two_step(&self.dry, weights, &supply, &decay)
            .map_err(|error| invalid("/access/method", "access", &format!("cannot be had: {error}"), "larger weights"))
    }

    fn mask(&self, counts: impl Fn(SliceOpening) -> bool) -> Vec<bool> {
        self.opening.iter().map(|&open| counts(open)).collect()
    }

    /// The nearest of the sites whose opening counts; positions in the list of all sites.
    fn nearest(&self, times: &Times, counts: impl Fn(SliceOpening) -> bool) -> Vec<Nearest> {
        let found = nearest(times, Some(&self.mask(counts)));
        let among_all = |site: u32| self.sites[site as usize] as u32;
        found.into_iter().map(|Nearest { time, site }| Nearest { time, site: site.map(among_all) }).collect()
    }
}
