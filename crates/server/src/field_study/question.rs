//! A question for a day of field study, held against the city: everything in it is known and within bounds, and what it leaves out
//! is filled in and said to be assumed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::NaiveDate;
use yuren_catalog::{RegionCode, RoleKindSet, Theme, TravelMode};
use yuren_index::{PlaceIx, Snapshot};

use super::assumed::{Assumed, BOARDING_MINUTES, UNKNOWN_CAPACITY, Why};
use super::body::{AlternativeBody, FieldStudyBody, ModeBody, UnknownHoursBody};
use super::by_route::ByRoute;
use super::fields;
use super::limits::LISTED;
use super::lunch::Lunch;
use super::now::FromNow;
use super::order::{Given, order};
use super::reading::{self, Spot, minutes, places, visited_place};
use crate::answer::travel_kind::TravelKind;
use crate::clock::today;
use crate::planning::Planner;
use crate::planning::question::{kind, region};
use crate::problem::Problem;

/// A question for a day of field study.
#[derive(Clone, Debug)]
pub(crate) struct FieldStudy {
    pub(crate) school: Spot,
    pub(crate) date: NaiveDate,
    /// The day on which it is asked, in the city.
    pub(crate) today: NaiveDate,
    /// In minutes after midnight, as all times here.
    pub(crate) leave_from: u32,
    pub(crate) back_by: u32,
    pub(crate) pupils: u32,
    pub(crate) adults: u32,
    pub(crate) grade: Option<u8>,
    pub(crate) groups: usize,
    pub(crate) mode: ModeBody,
    pub(crate) kind: TravelKind,
    pub(crate) themes: BTreeSet<Theme>,
    pub(crate) route: Option<ByRoute>,
    /// Whether nothing is visited but what is named: by the route, as a must, in a sequence.
    pub(crate) only_named: bool,
    /// In lower case; a place that has one of them matches.
    pub(crate) words: Vec<String>,
    pub(crate) roles: RoleKindSet,
    pub(crate) region: Option<RegionCode>,
    pub(crate) must: BTreeSet<PlaceIx>,
    pub(crate) not: BTreeSet<PlaceIx>,
    pub(crate) before: Vec<[PlaceIx; 2]>,
    pub(crate) stay: BTreeMap<PlaceIx, u32>,
    pub(crate) lunch: Option<Lunch>,
    pub(crate) max_leg: u32,
    /// Only of those who walk.
    pub(crate) max_walk_m: Option<u32>,
    pub(crate) max_without_toilet: Option<u32>,
    pub(crate) unknown_hours: UnknownHoursBody,
    /// Only places with a roof.
    pub(crate) roofed: bool,
    pub(crate) order: Option<Given>,
    pub(crate) from_now: Option<FromNow>,
    pub(crate) alternatives: BTreeSet<AlternativeBody>,
    pub(crate) time: Duration,
    pub(crate) seed: u64,
    /// What was filled in.
    pub(crate) assumed: Vec<Assumed>,
}

impl FieldStudy {
    pub(crate) fn of_body(body: &FieldStudyBody, snapshot: &Snapshot, planner: &Planner) -> Result<Self, Problem> {
        let mut assumed = Vec::new();
        let school = Spot::of_body(&body.school, snapshot)?;
        let date = reading::day(&body.date, snapshot)?;
        let grade = body.grade.map(reading::grade).transpose()?;
        let (leave_from, back_by) = fields::times(body, snapshot, date, grade, &mut assumed)?;
        let order = order(body, snapshot)?;
        let groups = fields::groups(body, order.as_ref())?;
        let (pupils, adults) = fields::people(body, groups, &mut assumed)?;
        let mode = body.mode.unwrap_or_default();
        if mode == ModeBody::Coach {
            assumed.push(Assumed::new("coach_boarding_minutes", BOARDING_MINUTES, Why::Usual));
        }
        let mut must: BTreeSet<PlaceIx> = places(snapshot, "/must", &body.must, LISTED, visited_place)?;
        let not: BTreeSet<PlaceIx> = places(snapshot, "/not", &body.not, LISTED, reading::known_place)?;
        fields::check_wanted(body, &school, snapshot)?;
        let (mut themes, mut stay) = (fields::themes(body)?, fields::stay(body, snapshot)?);
        let mut before = fields::before(body, snapshot)?;
        let route = body.study_route.as_deref().map(|id| ByRoute::of(id, snapshot)).transpose()?;
        if let Some(route) = &route {
            themes.insert(route.theme);
            route.fill_in(&mut stay);
            if order.is_none() {
                route.lead(&mut must, &mut before);
            }
        }
        assumed.push(Assumed::new("capacity_where_unknown", UNKNOWN_CAPACITY, Why::ToBeChecked));
        let from_now = FromNow::of_body(body, snapshot, groups, back_by)?;
        let lunch = Lunch::of_body(body, (from_now.as_ref().map_or(leave_from, |now| now.at), back_by), &mut assumed)?;
        let max_without_toilet = body.max_without_toilet_minutes;
        let max_without_toilet =
            max_without_toilet.map(|value| minutes("/max_without_toilet_minutes", value)).transpose()?;
        if max_without_toilet.is_some() {
            assumed.push(Assumed::new("toilets", "venue, practice_centre, school", Why::ToBeChecked));
        }
        Ok(Self {
            school,
            date,
            today: today(snapshot.city()),
            leave_from,
            back_by,
            pupils,
            adults,
            grade,
            groups,
            mode,
            kind: kind(body.kind, false, planner)?,
            themes,
            only_named: route.is_some() && !body.beside_route,
            route,
            words: fields::words(body)?,
            roles: fields::roles(body)?,
            region: body.region.as_deref().map(|code| region(snapshot, code)).transpose()?,
            must,
            not,
            before,
            stay,
            lunch,
            max_leg: fields::max_leg(body, mode, &mut assumed)?,
            max_walk_m: fields::max_walk_m(body, mode, &mut assumed)?,
            max_without_toilet,
            unknown_hours: body.unknown_hours,
            roofed: body.rain,
            order,
            from_now,
            alternatives: body.alternatives.iter().copied().collect(),
            time: Duration::from_secs(fields::seconds(body)?),
            seed: body.seed,
            assumed,
        })
    }

    /// How one travels, as times know it.
    pub(crate) fn travel_mode(&self) -> TravelMode {
        match self.mode {
            ModeBody::Coach => TravelMode::Drive,
            ModeBody::Walk => TravelMode::Walk,
            ModeBody::Cycle => TravelMode::Cycle,
        }
    }

    /// How many pupils and adults each group has: even shares, the first ones larger by one.
    pub(crate) fn shares(&self) -> Vec<(u32, u32)> {
        let groups = self.groups as u32;
        let share = |people: u32, group: u32| people / groups + u32::from(group < people % groups);
        (0..groups).map(|group| (share(self.pupils, group), share(self.adults, group))).collect()
    }

    /// The groups whose day is planned, of all.
    pub(crate) fn planned_groups(&self) -> Vec<usize> {
        match self.from_now.as_ref().and_then(|now| now.group) {
            Some(group) => vec![group],
            None => (0..self.groups).collect(),
        }
    }
}
