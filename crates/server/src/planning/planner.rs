//! What is remembered between planners' questions.

use std::fmt;
use std::sync::{Arc, OnceLock};

use chrono::DateTime;
use prometheus_client::metrics::counter::Counter;
use tokio::sync::Semaphore;
use yuren_catalog::TravelMode;
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::Snapshot;
use yuren_network::{Profile, Streets};

use super::columns::{Column, Columns, Straight};
use super::demand::Demand;
use super::premises::Premises;
use super::question::Question;
use super::streets::{ByStreets, StreetMap, Stretch};
use super::water::Water;
use crate::answer::planning::StreetsAnswer;
use crate::answer::travel_kind::TravelKind;
use crate::problem::{Code, Problem};

/// Questions for coverage or a matrix that are worked on at once; others wait.
const AT_ONCE: usize = 2;
/// Files of points that are read at once; others wait, and are refused after a while.
const FILES_AT_ONCE: usize = 2;
/// Searches for the best sites that are worked on at once; others are refused after a while.
const SEARCHES_AT_ONCE: usize = 2;
/// Days of field study that are planned at once; others are refused after a while.
const DAYS_AT_ONCE: usize = 4;

/// What is remembered between planners' questions. Regions and water change with no edit, so they are read once.
pub(crate) struct Planner {
    streets: Option<StreetMap>,
    villages: OnceLock<Arc<Demand>>,
    water: OnceLock<Water>,
    columns: Columns,
    /// Turns at a question that takes its time.
    pub(crate) turns: Semaphore,
    /// Turns at a file of points.
    pub(crate) files: Semaphore,
    /// Turns at a search for the best sites.
    pub(crate) searches: Arc<Semaphore>,
    /// Turns at planning a day of field study.
    pub(crate) days: Arc<Semaphore>,
    /// Plans of a day that their checker refused.
    pub(crate) refused_plans: Counter,
}

impl Planner {
    /// A planner with these streets.
    pub(crate) fn new(streets: Option<Arc<Streets>>) -> Self {
        Self {
            streets: streets.map(StreetMap::new),
            villages: OnceLock::new(),
            water: OnceLock::new(),
            columns: Columns::default(),
            turns: Semaphore::new(AT_ONCE),
            files: Semaphore::new(FILES_AT_ONCE),
            searches: Arc::new(Semaphore::new(SEARCHES_AT_ONCE)),
            days: Arc::new(Semaphore::new(DAYS_AT_ONCE)),
            refused_plans: Counter::default(),
        }
    }

    /// The streets, if there are any.
    pub(crate) fn streets(&self) -> Option<&StreetMap> {
        self.streets.as_ref()
    }

    /// The city's village units; none, if no position of one is known.
    pub(crate) fn known_village_units(&self, snapshot: &Snapshot) -> &Arc<Demand> {
        self.villages.get_or_init(|| Arc::new(Demand::village_units(snapshot)))
    }

    /// The city's village units, if there are any.
    pub(crate) fn village_units(&self, snapshot: &Snapshot) -> Result<Arc<Demand>, Problem> {
        let villages = self.known_village_units(snapshot);
        if villages.points.is_empty() {
            let detail = "No position of a village unit of this city is known; give points of your own.";
            return Err(Problem::new(Code::InvalidParameter, detail).parameter("/demand").allowed("points"));
        }
        Ok(Arc::clone(villages))
    }

    /// Whether times by streets can be had.
    pub(crate) fn has_streets(&self) -> bool {
        self.streets.is_some()
    }

    /// The streets, as answers tell of them.
    pub(crate) fn streets_answer(&self) -> Option<StreetsAnswer> {
        let about = self.streets.as_ref()?.streets().about();
        Some(StreetsAnswer {
            data_date: about.time.and_then(|time| DateTime::from_timestamp(time, 0)).map(|time| time.date_naive()),
            attribution: about.attribution(),
            modes: TravelMode::ALL.to_vec(),
            nodes: about.of(Profile::Walk).nodes,
        })
    }

    /// The times to each of these premises, by what the question asks for.
    pub(crate) fn columns_to<'a>(
        &self,
        question: &Question,
        snapshot: &Snapshot,
        premises: impl Iterator<Item = &'a Premises>,
    ) -> Result<Vec<Column>, Problem> {
        match self.streets_of(question) {
            None => Ok(self.straight(question, snapshot, &premises.map(|premises| premises.at).collect::<Vec<_>>())),
            Some(streets) => {
                let door = |premises: &Premises| streets.door(question.mode, &premises.entrances, premises.at);
                self.by_streets(streets, question, &premises.map(door).collect::<Vec<_>>())
            }
        }
    }

    /// The water that nobody walks across.
    pub(crate) fn water(&self, snapshot: &Snapshot) -> &Water {
        self.water.get_or_init(|| Water::new(snapshot.layers()))
    }

    fn streets_of(&self, question: &Question) -> Option<&StreetMap> {
        self.streets.as_ref().filter(|_| question.kind == TravelKind::Network)
    }

    /// The stretches of street that the question's scenario closes, in its order; none where times are estimates.
    pub(crate) fn stretches_of(&self, question: &Question) -> Result<Vec<Stretch>, Problem> {
        match self.streets_of(question) {
            Some(streets) => streets.stretches(question.mode, close, &question.scenario.closed),
            None => Ok(Vec::new()),
        }
    }

    fn straight(&self, question: &Question, snapshot: &Snapshot, spots: &[LonLat<Wgs84>]) -> Vec<Column> {
        let water = self.water(snapshot);
        let travel = &snapshot.city().travel;
        let how = Straight { travel, mode: question.mode, water, horizon: question.horizon() };
        self.columns.straight(&question.demand, spots, how)
    }

    fn by_streets(
        &self,
        streets: &StreetMap,
        question: &Question,
        spots: &[LonLat<Wgs84>],
    ) -> Result<Vec<Column>, Problem> {
        let mode = question.mode;
        let closing = streets.closing(mode, close, &question.scenario.closed)?;
        let how = ByStreets { streets, mode, horizon: question.horizon(), closing: &closing };
        Ok(self.columns.by_streets(&question.demand, spots, &how))
    }
}

/// Where a closed street of a scenario stands in a question.
fn close(i: usize) -> String {
    format!("/scenario/close/{i}")
}

impl fmt::Debug for Planner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Planner").finish_non_exhaustive()
    }
}
