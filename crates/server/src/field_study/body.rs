//! What a question for a day of field study looks like in JSON. What of it is allowed, [`super::question`] says.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use utoipa::ToSchema;
use utoipa::openapi::schema::{ObjectBuilder, OneOfBuilder, Schema, Type};
use utoipa::openapi::{Ref, RefOr};
use yuren_catalog::{RoleKind, Theme};

use crate::answer::travel_kind::TravelKind;
use crate::answer::words::{RoleKindWord, ThemeWord};
use crate::planning::body::Given;

/// A question for a day of field study (研学日程).
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = FieldStudyQuestion)]
#[serde(deny_unknown_fields)]
#[expect(clippy::option_option, reason = "lunch that is left out is the usual one, and null is none")]
pub(crate) struct FieldStudyBody {
    /// Where the day begins and ends.
    pub(crate) school: SchoolBody,
    /// The day, `YYYY-MM-DD`; one that the calendars tell of.
    #[schema(format = Date, example = "2026-12-03")]
    pub(crate) date: String,
    /// When they leave school at the earliest, `HH:MM`; left out: 08:30.
    #[schema(example = "08:30")]
    pub(crate) leave_from: Option<String>,
    /// When they are back at the latest; left out: when school is out that day for the grade, by the calendar, else 16:00.
    #[schema(example = "16:00")]
    pub(crate) back_by: Option<String>,
    /// How many pupils.
    #[schema(minimum = 1, maximum = 5000, example = 60)]
    pub(crate) pupils: u32,
    /// How many adults go with them; left out: one for each ten begun, and one a group at least.
    #[schema(minimum = 1, maximum = 1000)]
    pub(crate) adults: Option<u32>,
    /// Their grade.
    #[schema(minimum = 1, maximum = 12)]
    pub(crate) grade: Option<u8>,
    /// Into how many groups they are divided, evenly; left out: one, or as many as `order` has.
    #[schema(minimum = 1, maximum = 12)]
    pub(crate) groups: Option<usize>,
    /// How they travel; left out: by coach.
    pub(crate) mode: Option<ModeBody>,
    /// What times are made from; left out: streets where the server has them.
    pub(crate) kind: Option<TravelKind>,
    /// Id of a study route: every group visits its stops in its order, stays there for its minutes where it tells them and `stay` does not,
    /// and its theme is one of the day's. Nothing else is visited but what `must` and `order` name, unless `beside_route` says so. Stops
    /// that were withdrawn since are left out; those whose hours nobody knows are taken to be open, and whoever plans asks first. With
    /// `order` it has no bearing on what is visited.
    #[schema(example = "s-y315t2g2q5hs")]
    pub(crate) study_route: Option<String>,
    /// With `study_route`: whether other places may fill the rest of the day.
    #[serde(default)]
    pub(crate) beside_route: bool,
    /// What the day is about.
    #[serde(default)]
    #[schema(value_type = Vec<ThemeWord>)]
    pub(crate) themes: Vec<Theme>,
    /// Words sought in names, other names and titles of courses, at most 60 characters.
    #[schema(example = "运河")]
    pub(crate) words: Option<String>,
    /// Role kinds that may be visited; left out: `heritage`, `venue`, `practice_centre`.
    #[schema(value_type = Option<Vec<RoleKindWord>>)]
    pub(crate) roles: Option<Vec<RoleKind>>,
    /// Only places in the region with this code.
    #[schema(example = "321002")]
    pub(crate) region: Option<String>,
    /// Ids of places that every group visits, whatever their role and region; at most 300.
    #[serde(default)]
    pub(crate) must: Vec<String>,
    /// Ids of places that nobody visits; at most 300.
    #[serde(default)]
    pub(crate) not: Vec<String>,
    /// Pairs of ids: who visits both visits the first before the second; at most 100.
    #[serde(default)]
    pub(crate) before: Vec<[String; 2]>,
    /// Minutes to stay, 1 to 480, by place id, instead of what is usual there; at most 300.
    #[serde(default)]
    pub(crate) stay: BTreeMap<String, u32>,
    /// Lunch; null = none. Left out: 40 minutes between 11:00 and 13:00, from the bag, anywhere.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<LunchBody>)]
    pub(crate) lunch: Option<Option<LunchBody>>,
    /// Longest leg in minutes, 1 to 480; left out: 60 by coach, 30 on foot and by bicycle.
    #[schema(minimum = 1, maximum = 480)]
    pub(crate) max_leg_minutes: Option<u32>,
    /// Most metres on foot between places, 1 to 100,000; left out: 6,000 on foot, else no matter.
    #[schema(minimum = 1, maximum = 100_000)]
    pub(crate) max_walk_m: Option<u32>,
    /// Longest time without a toilet in minutes, 1 to 480; left out: no matter. Venues and practice centres are taken to have one.
    #[schema(minimum = 1, maximum = 480)]
    pub(crate) max_without_toilet_minutes: Option<u32>,
    /// What becomes of places whose hours nobody knows.
    #[serde(default)]
    pub(crate) unknown_hours: UnknownHoursBody,
    /// Whether it rains: only places that are known to have a roof, by their kind and name.
    #[serde(default)]
    pub(crate) rain: bool,
    /// A sequence of place ids for each group, at most 40 each: just these are visited, in this order, and every fault is told. The
    /// word `lunch` stands for lunch by the stop before or after, `lunch:p-3f2a` for lunch by that place; where it is left out, lunch goes
    /// where it does least harm.
    pub(crate) order: Option<Vec<Vec<String>>>,
    /// With `order`: begin with it and look for better, keeping all of its places.
    #[serde(default)]
    pub(crate) improve: bool,
    /// With `improve`: ids of places that keep their order among each other.
    #[serde(default)]
    pub(crate) pinned: Vec<String>,
    /// The day goes on from here.
    pub(crate) from_now: Option<FromNowBody>,
    /// What is answered beside the plan.
    #[serde(default)]
    pub(crate) alternatives: Vec<AlternativeBody>,
    /// For how many seconds a better plan is looked for, 1 to 10; left out: 1.
    #[schema(minimum = 1, maximum = 10)]
    pub(crate) seconds: Option<u64>,
    /// Where chance begins. How many steps fit into the seconds is not fixed, so the same seed may give another plan.
    #[serde(default)]
    pub(crate) seed: u64,
}

/// A field that is there, `null` or not.
#[expect(clippy::option_option, reason = "what is left out is not read at all")]
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// Where the day begins and ends: a place of the map, or a point with a name, in WGS-84 degrees.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = FieldStudySchool)]
#[serde(deny_unknown_fields)]
pub(crate) struct SchoolBody {
    /// Id of a place; without `lon` and `lat`.
    pub(crate) place: Option<String>,
    /// What to call it; left out: 学校, or the place's name.
    pub(crate) name: Option<String>,
    /// Longitude.
    pub(crate) lon: Option<f64>,
    /// Latitude.
    pub(crate) lat: Option<f64>,
}

/// How a school travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize, ToSchema)]
#[schema(as = FieldStudyMode)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ModeBody {
    /// By coach: the time of a car, and five minutes a leg to get on and off.
    #[default]
    Coach,
    /// On foot.
    Walk,
    /// By bicycle.
    Cycle,
}

/// Lunch.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[schema(as = FieldStudyLunch)]
#[serde(deny_unknown_fields)]
pub(crate) struct LunchBody {
    /// When it begins at the earliest; left out: 11:00.
    #[schema(example = "11:00")]
    pub(crate) from: Option<String>,
    /// When it is over at the latest; left out: 13:00.
    #[schema(example = "13:00")]
    pub(crate) to: Option<String>,
    /// How long it takes, 1 to 480; left out: 40.
    #[schema(minimum = 1, maximum = 480)]
    pub(crate) minutes: Option<u32>,
    /// Where.
    #[serde(default)]
    pub(crate) at: LunchAtBody,
}

/// Where lunch is had.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[schema(as = FieldStudyLunchAt)]
#[serde(rename_all = "snake_case")]
pub(crate) enum LunchAtBody {
    /// From the bag, in the open by any place, whatever its hours.
    #[default]
    Anywhere,
    /// Inside a place, within its hours.
    Stops,
}

/// What becomes of places whose hours nobody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[schema(as = FieldStudyUnknownHours)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UnknownHoursBody {
    /// They are left out.
    #[default]
    LeaveOut,
    /// They are taken to be open from 9:00 to 16:30, and whoever plans asks first; the stop says so.
    AskFirst,
}

/// Where a day goes on.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[schema(as = FieldStudyFromNow)]
#[serde(deny_unknown_fields)]
pub(crate) struct FromNowBody {
    /// Which group, from 0; left out: all. With one, only its day is planned.
    pub(crate) group: Option<usize>,
    /// What time it is, `HH:MM`.
    #[schema(example = "11:20")]
    pub(crate) at: String,
    /// Where they are: the id of a place, or a point.
    #[schema(schema_with = place_or_spot)]
    pub(crate) place: Given<SpotBody>,
    /// Ids of places they have been to; at most 300.
    #[serde(default)]
    pub(crate) done: Vec<String>,
}

/// A point in WGS-84 degrees.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[schema(as = FieldStudySpot)]
#[serde(deny_unknown_fields)]
pub(crate) struct SpotBody {
    /// Longitude.
    pub(crate) lon: f64,
    /// Latitude.
    pub(crate) lat: f64,
}

fn place_or_spot() -> RefOr<Schema> {
    let id = ObjectBuilder::new().schema_type(Type::String);
    Schema::OneOf(OneOfBuilder::new().item(id).item(Ref::from_schema_name("FieldStudySpot")).build()).into()
}

/// What may be answered beside a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize, ToSchema)]
#[schema(as = FieldStudyAlternativeKind)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AlternativeBody {
    /// If it rains: only places that are known to have a roof, by their kind and name.
    Rain,
    /// If there is no coach: on foot.
    NoCoach,
    /// In one group more.
    Split,
}
