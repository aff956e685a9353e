//! A day that is under way (行程中重排): it goes on from where they are.

use std::collections::BTreeSet;

use yuren_index::{PlaceIx, Snapshot};

use super::body::FieldStudyBody;
use super::clock_text;
use super::limits::LISTED;
use super::reading::{Spot, clock, known_place, places, standing_place};
use crate::planning::body::Given;
use crate::planning::refusal::invalid;
use crate::planning::spot::spot;
use crate::problem::Problem;

/// Where a day goes on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FromNow {
    /// Whose day; `None` = every group's.
    pub(crate) group: Option<usize>,
    /// In minutes after midnight.
    pub(crate) at: u32,
    pub(crate) from: Spot,
    /// Nobody goes there again.
    pub(crate) done: BTreeSet<PlaceIx>,
}

impl FromNow {
    pub(crate) fn of_body(
        body: &FieldStudyBody,
        snapshot: &Snapshot,
        groups: usize,
        back_by: u32,
    ) -> Result<Option<Self>, Problem> {
        let Some(now) = &body.from_now else { return Ok(None) };
        if let Some(group) = now.group.filter(|&group| group >= groups) {
            let allowed = format!("the number of one of {groups} groups, from 0");
            return Err(invalid("/from_now/group", group, "is no group", allowed));
        }
        let at = clock("/from_now/at", &now.at)?;
        if at >= back_by {
            let allowed = format!("a time earlier than {}", clock_text(back_by));
            return Err(invalid("/from_now/at", &now.at, "is no earlier than `back_by`", allowed));
        }
        let from = match &now.place {
            Given::Named(id) => Spot::of_place(snapshot, standing_place(snapshot, "/from_now/place", id)?, None),
            Given::Points(given) => {
                let at = spot(snapshot, "/from_now/place", given.lon, given.lat)?;
                Spot { place: None, name: "现在的位置".to_owned(), name_en: Some("Where you are".to_owned()), at }
            }
        };
        let done = places(snapshot, "/from_now/done", &now.done, LISTED, known_place)?;
        Ok(Some(Self { group: now.group, at, from, done }))
    }
}
