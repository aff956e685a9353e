//! A spot on the ground and the roles it bears.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use yuren_geodesy::{LonLat, Wgs84};

use crate::{Activity, Course, PlaceId, Provenance, RegionCode, Role, RoleKind};

/// Whether a place or a role still stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It stands, and is found by queries.
    #[default]
    Active,
    /// It is closed for now (works, season), and is found by queries, which say so.
    Suspended,
    /// It was withdrawn: kept for its history, found only by its id.
    Withdrawn,
}

impl Status {
    /// Whether it is [`Status::Active`], which files leave unsaid.
    #[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde's `skip_serializing_if` calls
    pub(crate) fn is_active(&self) -> bool {
        *self == Self::Active
    }
}

/// How well a position is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// Measured on the spot.
    Surveyed,
    /// Taken from OpenStreetMap.
    Osm,
    /// The centre of the village, town or district that it lies in.
    Approximate,
    /// Generated: an example, not the place's own position.
    Synthetic,
}

/// Where a place is, and how far that may be off.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The point.
    pub point: LonLat<Wgs84>,
    /// How well it is known.
    pub precision: Precision,
    /// The true spot lies within this many metres of the point.
    pub radius_m: f64,
    /// Who says so.
    pub provenance: Provenance,
}

/// A place (场所).
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Opaque stable id.
    pub id: PlaceId,
    /// Name in Chinese.
    pub name: String,
    /// Who says that it is called so.
    pub name_provenance: Provenance,
    /// Name in English, where there is one.
    pub name_en: Option<String>,
    /// Other names by which people know it.
    pub aliases: Vec<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Where it is.
    pub position: Position,
    /// Entrances, where known.
    pub entrances: Vec<LonLat<Wgs84>>,
    /// The finest region known to hold it.
    pub region: RegionCode,
    /// Whether it stands.
    pub status: Status,
    /// Its keys in the sources it came from, by source key: `osm` → `node/2429845786`.
    pub source_keys: BTreeMap<String, String>,
    /// What it is to the programme; at least one.
    pub roles: Vec<Role>,
    /// What takes place at it.
    pub activities: Vec<Activity>,
    /// What is taught at it.
    pub courses: Vec<Course>,
}

impl Place {
    /// Whether it bears a role of this kind, withdrawn ones aside.
    pub fn has_role(&self, kind: RoleKind) -> bool {
        self.roles.iter().any(|role| role.kind == kind && role.status != Status::Withdrawn)
    }
}
