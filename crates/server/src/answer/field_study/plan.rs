//! A plan as answers show it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_index::Snapshot;
use yuren_itinerary::{Plan, Route};

use super::leg::LegAnswer;
use super::stop::StopAnswer;
use crate::answer::provenance::Witness;
use crate::field_study::building::Day;
use crate::field_study::clock_text;
use crate::field_study::lines::LegLines;
use crate::field_study::question::FieldStudy;

/// A plan for the day.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyPlan)]
pub(crate) struct PlanAnswer<'a> {
    /// What all visits of all groups are worth together.
    pub(crate) score: u64,
    pub(crate) groups: Vec<GroupAnswer<'a>>,
}

/// A group's day.
#[derive(Serialize, ToSchema)]
#[schema(as = FieldStudyGroup)]
pub(crate) struct GroupAnswer<'a> {
    /// Which group, from 0.
    pub(crate) group: usize,
    /// Pupils and adults together.
    people: u32,
    pupils: u32,
    adults: u32,
    /// When they set out. In a sequence that was given, hours may go past 24.
    #[schema(example = "08:42")]
    pub(crate) leave: String,
    /// When they are back.
    #[schema(example = "15:31")]
    pub(crate) back: String,
    /// On the way, all legs together.
    travel_minutes: u32,
    /// On foot between places, in metres; 0 for who rides.
    walk_m: u32,
    /// How much earlier they are back than they must be; 0 if they are late.
    slack_minutes: u32,
    pub(crate) stops: Vec<StopAnswer<'a>>,
    /// The way back.
    pub(crate) home: LegAnswer,
    /// Where they set out, `[lon, lat]`.
    #[serde(skip)]
    pub(crate) start: [f64; 2],
    /// Whether that is the school.
    #[serde(skip)]
    pub(crate) from_school: bool,
}

impl<'a> PlanAnswer<'a> {
    /// The plan of a day.
    pub(crate) fn new(
        question: &FieldStudy,
        snapshot: &'a Snapshot,
        (day, lines): (&Day, &LegLines<'_>),
        plan: &Plan,
        witness: &Witness<'a>,
    ) -> Self {
        let numbers = question.planned_groups();
        let begins = question.from_now.as_ref().map_or(&question.school, |now| &now.from).at;
        let group = |(i, route): (usize, &Route)| {
            let start = day.problem.groups[i].start;
            let nodes: Vec<usize> = [start]
                .into_iter()
                .chain(route.visits.iter().map(|visit| day.problem.points[visit.point].node))
                .collect();
            let stop = |(n, visit)| {
                let leg = LegAnswer::new(question, day, lines, nodes[n], nodes[n + 1]);
                StopAnswer::new(n + 1, visit, leg, (question, snapshot, day), witness)
            };
            let (pupils, adults) = day.shares[i];
            GroupAnswer {
                group: numbers[i],
                people: pupils + adults,
                pupils,
                adults,
                leave: clock_text(route.leave),
                back: clock_text(route.back),
                travel_minutes: route.travel,
                walk_m: route.walk_m,
                slack_minutes: day.problem.back_by.saturating_sub(route.back),
                stops: route.visits.iter().enumerate().map(stop).collect(),
                home: LegAnswer::new(question, day, lines, nodes[nodes.len() - 1], day.problem.end),
                start: [begins.lon(), begins.lat()],
                from_school: question.from_now.is_none(),
            }
        };
        Self { score: plan.score, groups: plan.routes.iter().enumerate().map(group).collect() }
    }

    /// Whether anything told of a stop is an example.
    pub(crate) fn is_synthetic(&self) -> bool {
        self.groups.iter().flat_map(|group| &group.stops).any(|stop| stop.synthetic)
    }
}
