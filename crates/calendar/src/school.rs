//! A city's school year (校历): terms, breaks, dismissal.

use serde::{Deserialize, Serialize};

/// A school year: `school-year-2026.toml` of a city's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolYear {
    /// Its title.
    pub title: String,
}

/// A date as the school years have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchoolDay {
    /// School is held.
    School,
    /// No school: a weekend or a day off inside a term.
    Free,
    /// Winter break (寒假).
    WinterBreak,
    /// Summer break (暑假).
    SummerBreak,
}
