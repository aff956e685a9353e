//! Where the next sites would go: candidates, a quick answer, and then a proof that none is better.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use yuren_catalog::RoleKind;
use yuren_coverage::{Model, NEVER, SitingError, SitingProblem, Times, objective, place_quickly, prove};
use yuren_index::Snapshot;

use super::Planner;
use super::body::{CandidateBody, CoverageBody, DEMAND, Given, ModelBody, SCHOOLS, SitingPart, VILLAGE_UNITS};
use super::coverage::{Coverage, check_pairs};
use super::demand::DemandPoint;
use super::limits::{CANDIDATES, CHOSEN_SITES, ID_CHARS, NAME_CHARS, SECONDS, SITING_PAIRS, USUAL_SECONDS, WEIGHT};
use super::premises::Premises;
use super::question::Question;
use super::refusal::{counted, invalid, length, named, positive};
use super::sites::active_roles;
use super::spot::spot;
use crate::answer::siting::{BoundAnswer, ChosenAnswer, PlacementAnswer, SitingEvent};
use crate::content;
use crate::problem::{Code, Problem};

/// A proof's progress is told this often at most.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// A spot where a new site may stand.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    id: String,
    name: String,
    premises: Premises,
}

impl Candidate {
    /// The bits of its degrees: the same for two on one spot.
    fn spot(&self) -> [u64; 2] {
        let at = self.premises.at;
        [at.lon().to_bits(), at.lat().to_bits()]
    }
}

/// A question for the best new sites, held against the city.
pub(crate) struct SitingQuestion {
    pub(crate) question: Question,
    model: ModelBody,
    sites: usize,
    candidates: Vec<Candidate>,
    capacity: Option<f64>,
    time: Duration,
}

/// Where progress goes; it stops the work by [`ControlFlow::Break`].
pub(crate) type Tell<'a> = &'a mut dyn FnMut(&SitingEvent) -> ControlFlow<()>;

/// The fields of [`SitingPart`].
const OF_SITING: [&str; 5] = ["model", "sites", "candidates", "capacity", "seconds"];

/// Both parts of a question: what `serde` could not tell apart by itself, as unknown fields are refused.
pub(crate) fn parts(body: Value) -> Result<(CoverageBody, SitingPart), Problem> {
    let mut coverage: Map<String, Value> = content::of_value(body)?;
    let part: Map<String, Value> = OF_SITING.iter().filter_map(|name| coverage.remove_entry(*name)).collect();
    Ok((content::of_value(coverage.into())?, content::of_value(part.into())?))
}

impl SitingQuestion {
    pub(crate) fn of_body(
        part: &SitingPart,
        question: Question,
        snapshot: &Snapshot,
        planner: &Planner,
    ) -> Result<Self, Problem> {
        let mut candidates = candidates(&part.candidates, &question, snapshot, planner)?;
        if candidates.len() > CANDIDATES {
            return Err(length("/candidates", candidates.len(), format!("at most {CANDIDATES}")));
        }
        // Two on one spot would be one site.
        let mut spots = HashSet::new();
        candidates.retain(|candidate| spots.insert(candidate.spot()));
        if candidates.is_empty() {
            return Err(length("/candidates", 0, format!("1 to {CANDIDATES}")));
        }
        check_pairs("/candidates", question.demand.points.len(), candidates.len(), SITING_PAIRS)?;
        let sites = match (part.model, part.sites) {
            (ModelBody::SetCover, _) => 1,
            (_, Some(sites)) => counted("/sites", sites, CHOSEN_SITES.min(candidates.len()))?,
            (_, None) => {
                let problem = Problem::new(Code::MissingParameter, "It is not said how many sites.");
                return Err(problem.parameter("/sites").allowed(format!("1 to {CHOSEN_SITES}")));
            }
        };
        let capacity = match (part.model, part.capacity) {
            (ModelBody::CapacitatedMaxCover, Some(capacity)) => Some(positive("/capacity", capacity, WEIGHT)?),
            (ModelBody::CapacitatedMaxCover, None) => {
                let problem = Problem::new(Code::MissingParameter, "It is not said how much weight a site serves.");
                return Err(problem.parameter("/capacity").allowed(format!("a number greater than 0, up to {WEIGHT}")));
            }
            (_, None) => None,
            (_, Some(_)) => {
                let problem = Problem::new(Code::ConflictingParameters, "Only `capacitated_max_cover` has a capacity.");
                return Err(problem.parameter("/capacity").allowed("no capacity with this model"));
            }
        };
        let seconds = part.seconds.unwrap_or(USUAL_SECONDS);
        if !(1..=SECONDS).contains(&seconds) {
            return Err(invalid("/seconds", seconds, "is out of range", format!("a whole number from 1 to {SECONDS}")));
        }
        let time = Duration::from_secs(seconds);
        Ok(Self { question, model: part.model, sites, candidates, capacity, time })
    }

    fn model(&self) -> Model {
        let (sites, within) = (self.sites, self.question.threshold.within);
        match self.model {
            ModelBody::MaxCover => Model::MaxCover { sites, within },
            ModelBody::SetCover => Model::SetCover { within },
            ModelBody::PMedian => Model::PMedian { sites },
            ModelBody::PCenter => Model::PCenter { sites },
            ModelBody::CapacitatedMaxCover => {
                let capacities = vec![self.capacity.unwrap_or(0.0); self.candidates.len()];
                Model::CapacitatedMaxCover { sites, within, capacities }
            }
        }
    }

    /// Looks for the best sites and tells what it finds, until that is proven, the time is over, or `tell` says to stop.
    pub(crate) fn place(&self, snapshot: &Snapshot, planner: &Planner, tell: Tell<'_>) -> Result<(), Problem> {
        let begun = Instant::now();
        if tell(&SitingEvent::Times { done: 0.0 }).is_break() {
            return Ok(());
        }
        let coverage = Coverage::of(&self.question, snapshot, planner)?;
        if tell(&SitingEvent::Times { done: 0.5 }).is_break() {
            return Ok(());
        }
        let premises = self.candidates.iter().map(|candidate| &candidate.premises);
        let columns = planner.columns_to(&self.question, snapshot, premises)?;
        let columns = columns.into_iter().map(|column| Arc::clone(&column.dry)).collect();
        let times = Times::new(self.question.demand.points.len(), columns).map_err(|e| Problem::internal(&e))?;
        if tell(&SitingEvent::Times { done: 1.0 }).is_break() {
            return Ok(());
        }
        let existing = coverage.times();
        let (weights, horizon) = (&coverage.weights, self.question.horizon());
        let problem = SitingProblem { weights, existing: &existing, candidates: &times, horizon };
        self.solve(&problem, begun, tell).map_err(|error| Problem::internal(&error))
    }

    fn solve(&self, problem: &SitingProblem<'_>, begun: Instant, tell: Tell<'_>) -> Result<(), SitingError> {
        let model = self.model();
        let before = objective(problem, &model, &[])?;
        let quick = place_quickly(problem, &model)?;
        let answer = |placement: &yuren_coverage::Placement| -> Result<_, SitingError> {
            let chosen = self.chosen(problem, &model, &placement.chosen)?;
            Ok(PlacementAnswer::new(self.model, placement, chosen, before))
        };
        if tell(&SitingEvent::Fast(answer(&quick)?)).is_break() {
            return Ok(());
        }
        let (mut last, mut is_left) = (Instant::now(), false);
        let mut watch = |progress: &yuren_coverage::Progress| {
            if begun.elapsed() > self.time {
                return ControlFlow::Break(());
            }
            if last.elapsed() < TOLD_EVERY {
                return ControlFlow::Continue(());
            }
            last = Instant::now();
            let bound = BoundAnswer::new(self.model, progress, begun.elapsed());
            let told = tell(&SitingEvent::Bound(bound));
            is_left = told.is_break();
            told
        };
        let proven = prove(problem, &model, quick, &mut watch)?;
        if !is_left {
            // Whoever has left is told no more.
            let _ = tell(&SitingEvent::Done(answer(&proven)?));
        }
        Ok(())
    }

    /// The chosen candidates, each with the weight that it adds to what is served by those before it, the most first.
    fn chosen(
        &self,
        problem: &SitingProblem<'_>,
        model: &Model,
        chosen: &[u32],
    ) -> Result<Vec<ChosenAnswer>, SitingError> {
        let mut ranked = self.ranked(problem, chosen);
        if let Model::CapacitatedMaxCover { .. } = model {
            // What lies within the threshold of a site may be more than it has room for.
            let order: Vec<u32> = ranked.iter().map(|(candidate, _)| *candidate).collect();
            let mut before = objective(problem, model, &[])?;
            for (place, (_, gain)) in ranked.iter_mut().enumerate() {
                let with = objective(problem, model, &order[..=place])?;
                (*gain, before) = (with - before, with);
            }
        }
        let told = |(candidate, gain): (u32, f64)| {
            let Candidate { id, name, premises } = &self.candidates[candidate as usize];
            ChosenAnswer::new(id, name, premises.at, gain)
        };
        Ok(ranked.into_iter().map(told).collect())
    }

    /// The chosen candidates, each with the weight that it brings within the threshold beside those before it, the most first.
    fn ranked(&self, problem: &SitingProblem<'_>, chosen: &[u32]) -> Vec<(u32, f64)> {
        let within = self.question.threshold.within;
        let is_within = |time: u32| time <= within && time != NEVER;
        let mut served: Vec<bool> = problem.existing.iter().map(|&time| is_within(time)).collect();
        let gain = |served: &[bool], candidate: u32| -> f64 {
            let points = problem.candidates.column(candidate as usize).iter().zip(problem.weights.as_slice());
            points.zip(served).filter(|((time, _), served)| !**served && is_within(**time)).map(|((_, w), _)| w).sum()
        };
        let mut left = chosen.to_vec();
        let mut told = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let gains: Vec<f64> = left.iter().map(|&candidate| gain(&served, candidate)).collect();
            let mut best = 0;
            for (place, gain) in gains.iter().enumerate() {
                if *gain > gains[best] {
                    best = place;
                }
            }
            let candidate = left.remove(best);
            for (served, &time) in served.iter_mut().zip(problem.candidates.column(candidate as usize)) {
                *served |= is_within(time);
            }
            told.push((candidate, gains[best]));
        }
        told
    }
}

/// Where new sites may stand; with a region, of the sets that the server has only what lies in it.
fn candidates(
    given: &Given<super::body::CandidatePointsBody>,
    question: &Question,
    snapshot: &Snapshot,
    planner: &Planner,
) -> Result<Vec<Candidate>, Problem> {
    let of_point =
        |point: &DemandPoint| Candidate { id: point.id.clone(), name: point.name.clone(), premises: point.at.into() };
    match given {
        Given::Named(name) if name == VILLAGE_UNITS => {
            let villages = planner.village_units(snapshot)?;
            let villages = match &question.region {
                Some(region) => Arc::new(villages.within(region)?),
                None => villages,
            };
            Ok(villages.points.iter().map(of_point).collect())
        }
        Given::Named(name) if name == DEMAND => Ok(question.demand.points.iter().map(of_point).collect()),
        Given::Named(name) if name == SCHOOLS => {
            let is_wanted = |place: &&yuren_catalog::Place| {
                let lies =
                    question.region.as_ref().is_none_or(|region| place.region.and_ancestors().any(|c| c == *region));
                lies && active_roles(place).contains(RoleKind::School)
            };
            let of_place = |place: &yuren_catalog::Place| Candidate {
                id: place.id.to_string(),
                name: place.name.clone(),
                premises: place.into(),
            };
            Ok(snapshot.places().iter().filter(is_wanted).map(of_place).collect())
        }
        Given::Named(name) => {
            Err(invalid("/candidates", name, "is no candidate set", [VILLAGE_UNITS, SCHOOLS, DEMAND].join(", ")))
        }
        Given::Points(given) => of_points(&given.points, snapshot),
    }
}

fn of_points(points: &[CandidateBody], snapshot: &Snapshot) -> Result<Vec<Candidate>, Problem> {
    if !(1..=CANDIDATES).contains(&points.len()) {
        return Err(length("/candidates/points", points.len(), format!("1 to {CANDIDATES}")));
    }
    let mut ids = HashSet::new();
    let candidate = |(i, body): (usize, &CandidateBody)| {
        let pointer = format!("/candidates/points/{i}");
        let id = named(&format!("{pointer}/id"), &body.id, ID_CHARS)?;
        if !ids.insert(id.to_owned()) {
            return Err(invalid(&format!("{pointer}/id"), id, "another candidate has", "every id once"));
        }
        let name = body.name.as_deref().map_or(Ok(id), |name| named(&format!("{pointer}/name"), name, NAME_CHARS))?;
        let premises = spot(snapshot, &pointer, body.lon, body.lat)?.into();
        Ok(Candidate { id: id.to_owned(), name: name.to_owned(), premises })
    };
    points.iter().enumerate().map(candidate).collect()
}
