//! A question for a day of field study, held against the city: everything in it is known and within bounds, and what it leaves out
//! is filled in and said to be assumed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::NaiveDate;
use yuren_catalog::{RegionCode, RoleKind, RoleKindSet, TravelMode};
use yuren_index::{PlaceIx, Snapshot};

use super::assumed::{Assumed, Why};
use super::body::{AlternativeBody, FieldStudyBody, ModeBody, UnknownHoursBody};
use super::limits::{ADULTS, BEFORE, GROUPS, LISTED, PUPILS, SECONDS, WALK_M, WORDS_CHARS};
use super::lunch::Lunch;
use super::now::FromNow;
use super::order::{Given, order};
use super::reading::{self, Spot, clock, minutes, places, standing_place, visited_place, whole};
use super::themes::Theme;
use crate::answer::place::TravelKind;
use crate::clock::today;
use crate::planning::Planner;
use crate::planning::question::{kind, region};
use crate::planning::refusal::{counted, invalid, length, named};
use crate::problem::Problem;

/// Role kinds that a field study visits where a question does not say.
const USUAL_ROLES: [RoleKind; 3] = [RoleKind::Heritage, RoleKind::Venue, RoleKind::PracticeCentre];
/// 08:30.
const USUAL_LEAVE: u32 = 8 * 60 + 30;
/// 16:00.
const USUAL_BACK: u32 = 16 * 60;
/// Pupils to an adult.
const PUPILS_TO_AN_ADULT: u32 = 10;
/// Metres on foot of those who walk.
pub(crate) const USUAL_WALK_M: u32 = 6_000;

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
        let (leave_from, back_by) = times(body, snapshot, date, grade, &mut assumed)?;
        let order = order(body, snapshot)?;
        let groups = groups(body, order.as_ref())?;
        let (pupils, adults) = people(body, groups, &mut assumed)?;
        let mode = body.mode.unwrap_or_default();
        if mode == ModeBody::Coach {
            assumed.push(Assumed::new("coach_boarding_minutes", super::travel::BOARDING_MINUTES, Why::Usual));
        }
        let must: BTreeSet<PlaceIx> = places(snapshot, "/must", &body.must, LISTED, visited_place)?;
        let not: BTreeSet<PlaceIx> = places(snapshot, "/not", &body.not, LISTED, reading::known_place)?;
        check_wanted(body, &school, snapshot)?;
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
            themes: themes(body)?,
            words: words(body)?,
            roles: roles(body)?,
            region: body.region.as_deref().map(|code| region(snapshot, code)).transpose()?,
            must,
            not,
            before: before(body, snapshot)?,
            stay: stay(body, snapshot)?,
            lunch,
            max_leg: max_leg(body, mode, &mut assumed)?,
            max_walk_m: max_walk_m(body, mode, &mut assumed)?,
            max_without_toilet,
            unknown_hours: body.unknown_hours,
            roofed: false,
            order,
            from_now,
            alternatives: body.alternatives.iter().copied().collect(),
            time: Duration::from_secs(seconds(body)?),
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

/// Refuses what is wanted and not wanted at once, and a visit to the school itself.
fn check_wanted(body: &FieldStudyBody, school: &Spot, snapshot: &Snapshot) -> Result<(), Problem> {
    let school = school.place.map(|place| snapshot.places()[place as usize].id.as_str());
    let musts = body.must.iter().enumerate().map(|(i, id)| (format!("/must/{i}"), id));
    let sequences = body.order.iter().flatten().enumerate();
    let stops =
        sequences.flat_map(|(g, ids)| ids.iter().enumerate().map(move |(i, id)| (format!("/order/{g}/{i}"), id)));
    for (pointer, id) in musts.chain(stops) {
        if body.not.contains(id) {
            return Err(invalid(&pointer, id, "is in `not` too", "a place that is in one of them"));
        }
        if school == Some(id.as_str()) {
            return Err(invalid(&pointer, id, "is the school itself", "another place than the school"));
        }
    }
    Ok(())
}

fn times(
    body: &FieldStudyBody,
    snapshot: &Snapshot,
    date: NaiveDate,
    grade: Option<u8>,
    assumed: &mut Vec<Assumed>,
) -> Result<(u32, u32), Problem> {
    let leave_from = match &body.leave_from {
        Some(text) => clock("/leave_from", text)?,
        None => Assumed::time(assumed, "leave_from", USUAL_LEAVE, Why::Usual),
    };
    let back_by = if let Some(text) = &body.back_by {
        clock("/back_by", text)?
    } else {
        let out = grade.and_then(|grade| snapshot.calendar().dismissal(date, reading::stage(grade)));
        let (time, why) = out.map_or((USUAL_BACK, Why::Usual), |time| (time.minutes().into(), Why::SchoolOut));
        Assumed::time(assumed, "back_by", time, why)
    };
    if back_by <= leave_from {
        let given = body.back_by.clone().unwrap_or_else(|| super::clock_text(back_by));
        let allowed = format!("a time later than {}", super::clock_text(leave_from));
        return Err(invalid("/back_by", given, "is no later than `leave_from`", allowed));
    }
    Ok((leave_from, back_by))
}

fn groups(body: &FieldStudyBody, order: Option<&Given>) -> Result<usize, Problem> {
    let groups = body.groups.or(order.map(|order| order.sequences.len())).unwrap_or(1);
    counted("/groups", groups, GROUPS)?;
    if let Some(order) = order.filter(|order| order.sequences.len() != groups) {
        return Err(length("/order", order.sequences.len(), format!("a sequence for each of {groups} groups")));
    }
    Ok(groups)
}

fn people(body: &FieldStudyBody, groups: usize, assumed: &mut Vec<Assumed>) -> Result<(u32, u32), Problem> {
    let pupils = whole("/pupils", body.pupils, 1, PUPILS)?;
    // At most twelve.
    let groups = groups as u32;
    if groups > pupils {
        return Err(invalid("/groups", groups, "is more than there are pupils", format!("at most {pupils}")));
    }
    let adults = match body.adults {
        Some(adults) => whole("/adults", adults, groups, ADULTS)?,
        None => {
            let adults = pupils.div_ceil(PUPILS_TO_AN_ADULT).max(groups);
            assumed.push(Assumed::new("adults", adults, Why::ToBeChecked));
            adults
        }
    };
    Ok((pupils, adults))
}

fn themes(body: &FieldStudyBody) -> Result<BTreeSet<Theme>, Problem> {
    let most = Theme::ALL.len();
    if body.themes.len() > most {
        return Err(length("/themes", body.themes.len(), format!("at most {most}")));
    }
    Ok(body.themes.iter().copied().collect())
}

fn words(body: &FieldStudyBody) -> Result<Vec<String>, Problem> {
    let Some(words) = &body.words else { return Ok(Vec::new()) };
    let words = named("/words", words, WORDS_CHARS)?;
    let parts = words.split(|c: char| c.is_whitespace() || "，、,;；".contains(c));
    Ok(parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect())
}

fn roles(body: &FieldStudyBody) -> Result<RoleKindSet, Problem> {
    let Some(roles) = &body.roles else { return Ok(USUAL_ROLES.into_iter().collect()) };
    let most = RoleKind::ALL.len();
    if !(1..=most).contains(&roles.len()) {
        return Err(length("/roles", roles.len(), format!("1 to {most}")));
    }
    Ok(roles.iter().copied().collect())
}

fn before(body: &FieldStudyBody, snapshot: &Snapshot) -> Result<Vec<[PlaceIx; 2]>, Problem> {
    if body.before.len() > BEFORE {
        return Err(length("/before", body.before.len(), format!("at most {BEFORE}")));
    }
    let pair = |(i, [first, second]): (usize, &[String; 2])| {
        if first == second {
            return Err(invalid(&format!("/before/{i}"), first, "stands before itself", "two places"));
        }
        Ok([
            standing_place(snapshot, &format!("/before/{i}/0"), first)?,
            standing_place(snapshot, &format!("/before/{i}/1"), second)?,
        ])
    };
    body.before.iter().enumerate().map(pair).collect()
}

fn stay(body: &FieldStudyBody, snapshot: &Snapshot) -> Result<BTreeMap<PlaceIx, u32>, Problem> {
    if body.stay.len() > LISTED {
        return Err(length("/stay", body.stay.len(), format!("at most {LISTED}")));
    }
    let entry = |(id, &value): (&String, &u32)| {
        let pointer = format!("/stay/{}", crate::problem::shortened(id));
        Ok((standing_place(snapshot, &pointer, id)?, minutes(&pointer, value)?))
    };
    body.stay.iter().map(entry).collect()
}

/// The longest leg where a question does not say, in minutes.
pub(crate) fn usual_leg(mode: ModeBody) -> u32 {
    if mode == ModeBody::Coach { 60 } else { 30 }
}

fn max_leg(body: &FieldStudyBody, mode: ModeBody, assumed: &mut Vec<Assumed>) -> Result<u32, Problem> {
    if let Some(value) = body.max_leg_minutes {
        return minutes("/max_leg_minutes", value);
    }
    let usual = usual_leg(mode);
    assumed.push(Assumed::new("max_leg_minutes", usual, Why::Usual));
    Ok(usual)
}

fn max_walk_m(body: &FieldStudyBody, mode: ModeBody, assumed: &mut Vec<Assumed>) -> Result<Option<u32>, Problem> {
    let given = body.max_walk_m.map(|value| whole("/max_walk_m", value, 1, WALK_M)).transpose()?;
    if mode != ModeBody::Walk {
        return Ok(None);
    }
    if given.is_none() {
        assumed.push(Assumed::new("max_walk_m", USUAL_WALK_M, Why::Usual));
    }
    Ok(given.or(Some(USUAL_WALK_M)))
}

fn seconds(body: &FieldStudyBody) -> Result<u64, Problem> {
    let seconds = body.seconds.unwrap_or(1);
    if (1..=SECONDS).contains(&seconds) {
        return Ok(seconds);
    }
    Err(invalid("/seconds", seconds, "is out of range", format!("a whole number from 1 to {SECONDS}")))
}
