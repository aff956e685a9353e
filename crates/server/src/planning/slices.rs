//! When a site must be open (时段), and whether it is.

use chrono::NaiveDate;
use yuren_catalog::{RoleKindSet, Status};
use yuren_coverage::{SliceKind, SliceOpening, Window, day_opening, slice_opening, slice_windows};
use yuren_index::{PlaceIx, Snapshot};

use super::body::SliceBody;
use super::refusal::invalid;
use crate::problem::Problem;

/// A slice of time as some sample days stand for it.
#[derive(Clone, Debug)]
pub(crate) struct Slice {
    pub(crate) kind: SliceKind,
    /// None = hours do not matter.
    pub(crate) windows: Vec<Window>,
}

impl From<SliceBody> for SliceKind {
    fn from(body: SliceBody) -> Self {
        match body {
            SliceBody::Any => Self::Any,
            SliceBody::AfterSchool => Self::AfterSchool,
            SliceBody::Saturday => Self::Saturday,
            SliceBody::Sunday => Self::Sunday,
            SliceBody::WinterBreak => Self::WinterBreak,
            SliceBody::SummerBreak => Self::SummerBreak,
        }
    }
}

impl Slice {
    /// The slice's sample days from a day on.
    pub(crate) fn new(kind: SliceKind, snapshot: &Snapshot, from: NaiveDate) -> Result<Self, Problem> {
        let windows = slice_windows(kind, snapshot.calendar(), from).map_err(|error| {
            invalid("/slice", kind.id(), &format!("has no known day: {error}"), "a slice that the calendars know")
        })?;
        Ok(Self { kind, windows })
    }

    /// Whether a place counts as open for one of the wanted roles: the best that can be said of any of them.
    pub(crate) fn opening(&self, snapshot: &Snapshot, place: PlaceIx, wanted: RoleKindSet) -> SliceOpening {
        if self.windows.is_empty() {
            return SliceOpening::Yes;
        }
        let roles = snapshot.places()[place as usize].roles.iter().enumerate();
        let counting = roles.filter(|(_, role)| role.status == Status::Active && wanted.contains(role.kind));
        let of_role = |role: usize| {
            let (timing, timeline) = (snapshot.role_timing(place, role), |date| snapshot.role_day(place, role, date));
            let days: Vec<_> = self.windows.iter().map(|window| day_opening(timing, &timeline, window)).collect();
            slice_opening(&days)
        };
        counting.map(|(role, _)| of_role(role)).fold(SliceOpening::No, best)
    }
}

/// The better of two.
pub(crate) fn best(one: SliceOpening, other: SliceOpening) -> SliceOpening {
    match (one, other) {
        (SliceOpening::Yes, _) | (_, SliceOpening::Yes) => SliceOpening::Yes,
        (SliceOpening::Unknown, _) | (_, SliceOpening::Unknown) => SliceOpening::Unknown,
        (SliceOpening::No, SliceOpening::No) => SliceOpening::No,
    }
}
