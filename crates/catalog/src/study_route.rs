//! Routes of field study that editors put together for teachers to choose from.

use serde::{Deserialize, Serialize};

use crate::{Grades, PlaceId, Provenance, Status, StudyRouteId, Subject, Theme};

/// A study route (研学线路): places of the map in an order, and what pupils look for at each. A missing fact is `None`, which
/// means unknown. Its bounds are rules of the pack, kept by [`crate::Setting::check_study_routes`] too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyRoute {
    /// Opaque stable id.
    pub id: StudyRouteId,
    /// What it is called, in Chinese.
    pub title: String,
    /// What it is called, in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// What it is about.
    pub theme: Theme,
    /// The school's subjects that it serves, each once; empty = nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// For which grades; empty = nobody said.
    #[serde(default, skip_serializing_if = "Grades::is_empty")]
    pub grades: Grades,
    /// What pupils shall know or be able to do afterwards, in a few sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<String>,
    /// Whether it stands: [`Status::Suspended`] and [`Status::Withdrawn`] = found only by its id.
    #[serde(default, skip_serializing_if = "Status::is_active")]
    pub status: Status,
    /// Where it leads, in this order; no place twice.
    pub stops: Vec<StudyStop>,
    /// Who says so.
    pub provenance: Provenance,
}

impl StudyRoute {
    /// Most routes of one city.
    pub const MOST: usize = 2_000;
}

/// A stop of a study route (线路站点).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyStop {
    /// Which place.
    pub place: PlaceId,
    /// How long one stays, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What pupils look for and do there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
}
