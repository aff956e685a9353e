//! The fields of a question one by one: each is read, refused by its JSON pointer, or filled in.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use yuren_catalog::{RoleKind, RoleKindSet, Theme};
use yuren_index::{PlaceIx, Snapshot};

use super::assumed::{Assumed, Why};
use super::body::{FieldStudyBody, ModeBody};
use super::clock_text;
use super::limits::{ADULTS, BEFORE, GROUPS, LISTED, PUPILS, SECONDS, WALK_M, WORDS_CHARS};
use super::order::Given;
use super::reading::{self, Spot, clock, minutes, standing_place, whole};
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
pub(super) const USUAL_WALK_M: u32 = 6_000;

/// Refuses what is wanted and not wanted at once, and a visit to the school itself.
pub(super) fn check_wanted(body: &FieldStudyBody, school: &Spot, snapshot: &Snapshot) -> Result<(), Problem> {
    let named: BTreeSet<&String> = body.must.iter().chain(body.order.iter().flatten().flatten()).collect();
    if named.len() > LISTED {
        return Err(length("/order", named.len(), format!("at most {LISTED} places, with those of `must`")));
    }
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

/// When they leave at the earliest and are back at the latest.
pub(super) fn times(
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
        let given = body.back_by.clone().unwrap_or_else(|| clock_text(back_by));
        let allowed = format!("a time later than {}", clock_text(leave_from));
        return Err(invalid("/back_by", given, "is no later than `leave_from`", allowed));
    }
    Ok((leave_from, back_by))
}

/// Into how many groups they are divided.
pub(super) fn groups(body: &FieldStudyBody, order: Option<&Given>) -> Result<usize, Problem> {
    let groups = body.groups.or(order.map(|order| order.sequences.len())).unwrap_or(1);
    counted("/groups", groups, GROUPS)?;
    if let Some(order) = order.filter(|order| order.sequences.len() != groups) {
        return Err(length("/order", order.sequences.len(), format!("a sequence for each of {groups} groups")));
    }
    Ok(groups)
}

/// How many pupils and adults they are.
pub(super) fn people(body: &FieldStudyBody, groups: usize, assumed: &mut Vec<Assumed>) -> Result<(u32, u32), Problem> {
    let pupils = whole("/pupils", body.pupils, 1, PUPILS)?;
    // At most twelve.
    let groups = groups as u32;
    if groups > pupils {
        return Err(invalid("/groups", groups, "is more than there are pupils", format!("at most {pupils}")));
    }
    let adults = if let Some(adults) = body.adults {
        whole("/adults", adults, groups, ADULTS)?
    } else {
        let adults = pupils.div_ceil(PUPILS_TO_AN_ADULT).max(groups);
        assumed.push(Assumed::new("adults", adults, Why::ToBeChecked));
        adults
    };
    Ok((pupils, adults))
}

/// What the day is about.
pub(super) fn themes(body: &FieldStudyBody) -> Result<BTreeSet<Theme>, Problem> {
    let most = Theme::ALL.len();
    if body.themes.len() > most {
        return Err(length("/themes", body.themes.len(), format!("at most {most}")));
    }
    Ok(body.themes.iter().copied().collect())
}

/// The words sought, in lower case.
pub(super) fn words(body: &FieldStudyBody) -> Result<Vec<String>, Problem> {
    let Some(words) = &body.words else { return Ok(Vec::new()) };
    let words = named("/words", words, WORDS_CHARS)?;
    let parts = words.split(|c: char| c.is_whitespace() || "，、,;；".contains(c));
    Ok(parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect())
}

/// The role kinds that may be visited.
pub(super) fn roles(body: &FieldStudyBody) -> Result<RoleKindSet, Problem> {
    let Some(roles) = &body.roles else { return Ok(USUAL_ROLES.into_iter().collect()) };
    let most = RoleKind::ALL.len();
    if !(1..=most).contains(&roles.len()) {
        return Err(length("/roles", roles.len(), format!("1 to {most}")));
    }
    Ok(roles.iter().copied().collect())
}

/// The pairs of which the first comes before the second.
pub(super) fn before(body: &FieldStudyBody, snapshot: &Snapshot) -> Result<Vec<[PlaceIx; 2]>, Problem> {
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
    let pairs: Vec<[PlaceIx; 2]> = body.before.iter().enumerate().map(pair).collect::<Result<_, _>>()?;
    for (i, &[first, second]) in pairs.iter().enumerate() {
        if comes_before(&pairs[..i], second, first) {
            let reason = "comes after the second already, by the pairs before";
            return Err(invalid(&format!("/before/{i}"), &body.before[i][0], reason, "pairs that can all be kept"));
        }
    }
    Ok(pairs)
}

/// Whether a place comes before another by these pairs, one of them or several in a row.
fn comes_before(pairs: &[[PlaceIx; 2]], first: PlaceIx, last: PlaceIx) -> bool {
    let mut reached = BTreeSet::from([first]);
    let mut open = vec![first];
    while let Some(place) = open.pop() {
        let next = pairs.iter().filter(|[before, _]| *before == place).map(|[_, after]| *after);
        open.extend(next.filter(|&after| reached.insert(after)));
    }
    reached.contains(&last)
}

/// The minutes to stay, by place.
pub(super) fn stay(body: &FieldStudyBody, snapshot: &Snapshot) -> Result<BTreeMap<PlaceIx, u32>, Problem> {
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
pub(super) fn usual_leg(mode: ModeBody) -> u32 {
    if mode == ModeBody::Coach { 60 } else { 30 }
}

/// The longest leg, in minutes.
pub(super) fn max_leg(body: &FieldStudyBody, mode: ModeBody, assumed: &mut Vec<Assumed>) -> Result<u32, Problem> {
    if let Some(value) = body.max_leg_minutes {
        return minutes("/max_leg_minutes", value);
    }
    let usual = usual_leg(mode);
    assumed.push(Assumed::new("max_leg_minutes", usual, Why::Usual));
    Ok(usual)
}

/// The most metres on foot; `None` = they do not walk.
pub(super) fn max_walk_m(
    body: &FieldStudyBody,
    mode: ModeBody,
    assumed: &mut Vec<Assumed>,
) -> Result<Option<u32>, Problem> {
    let given = body.max_walk_m.map(|value| whole("/max_walk_m", value, 1, WALK_M)).transpose()?;
    if mode != ModeBody::Walk {
        return Ok(None);
    }
    if given.is_none() {
        assumed.push(Assumed::new("max_walk_m", USUAL_WALK_M, Why::Usual));
    }
    Ok(given.or(Some(USUAL_WALK_M)))
}

/// For how many seconds a better plan is looked for.
pub(super) fn seconds(body: &FieldStudyBody) -> Result<u64, Problem> {
    let seconds = body.seconds.unwrap_or(1);
    if (1..=SECONDS).contains(&seconds) {
        return Ok(seconds);
    }
    Err(invalid("/seconds", seconds, "is out of range", format!("a whole number from 1 to {SECONDS}")))
}
