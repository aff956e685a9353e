//! A city's own facts: `city.toml`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{RegionCode, RoleKind, Travel};

/// What `city.toml` says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// Name in Chinese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Administrative code (行政区划代码), six digits ending in `00`.
    pub adcode: RegionCode,
    /// `[west, south, east, north]` in WGS-84 degrees: what the map shows first.
    pub bbox: [f64; 4],
    /// IANA time zone.
    pub time_zone: String,
    /// Which public calendar holds here (`cn`: the State Council's notices), 2 to 16 of `a-z`, `0-9` and `-`; `None` = none is known.
    #[serde(default)]
    pub calendar: Option<String>,
    /// The day to which the data refers.
    pub data_date: NaiveDate,
    /// The map's approval number (审图号); `None` = not submitted for approval, and every page says so.
    #[serde(default)]
    pub map_approval: Option<String>,
    /// Whether this is a sample: example data among real facts.
    #[serde(default)]
    pub sample: bool,
    /// How travel times are estimated.
    #[serde(default)]
    pub travel: Travel,
    /// What declares the counts below.
    pub article: Article,
    /// How many of each role kind the city declares.
    pub declared: Vec<Declared>,
    /// Declared facts that are no places (talks, course packs).
    #[serde(default)]
    pub facts: Vec<DeclaredFact>,
}

/// The published article that declares the counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Who published it.
    pub publisher: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub published_on: NaiveDate,
}

/// Whether a declared number is the number or "more than" it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// Exactly so many.
    #[default]
    Exact,
    /// More than so many (200 余): never rounded to the number itself.
    Floor,
}

/// How many of a role kind a city declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declared {
    /// Of which kind.
    pub kind: RoleKind,
    /// How many.
    pub count: u32,
    /// In which sense.
    #[serde(default)]
    pub bound: Bound,
}

/// What on the map a declared fact counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocatedBy {
    /// Activities of the series with this name.
    Series(String),
    /// Courses.
    Courses,
}

/// A declared number of something that is no place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclaredFact {
    /// What, in Chinese.
    pub name: String,
    /// What, in English.
    pub name_en: String,
    /// How many.
    pub count: u32,
    /// In which sense.
    #[serde(default)]
    pub bound: Bound,
    /// What on the map is counted beside it; `None` = nothing there is of that kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub located_by: Option<LocatedBy>,
}

impl City {
    /// What the city declares of this kind.
    pub fn declared(&self, kind: RoleKind) -> Option<&Declared> {
        self.declared.iter().find(|declared| declared.kind == kind)
    }
}
