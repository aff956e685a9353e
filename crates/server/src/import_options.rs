//! What an upload says of its list, and of what is to be done with it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yuren_geodesy::DatumName;
use yuren_ingest::{Answer, Declared, Mapping};

/// What is said of a list. Everything may be left out; a commit needs `plan`.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ImportOptions {
    /// The list's key among the city's sources; null = the file's name up to its first dot, or `osm`
    /// for an OpenStreetMap extract.
    source: Option<String>,
    /// What the list is called; null = the file's name.
    title: Option<String>,
    /// Under which licence it may be used; null = not stated.
    licence: Option<String>,
    /// The datum of its coordinates.
    datum: DatumChoice,
    /// The day on which the list was checked against the world; only with `checked_by`.
    #[schema(value_type = Option<String>, format = Date)]
    checked_on: Option<NaiveDate>,
    /// The office that checked it; only with `checked_on`.
    checked_by: Option<String>,
    /// Whether the list wins where others have changed what it states (以清单为准).
    overrules: bool,
    /// What the columns are, by sheet; those of a sheet that is not named are told from its header.
    pub(crate) mappings: BTreeMap<String, Mapping>,
    /// What the rows to be confirmed are, by their keys.
    pub(crate) answers: BTreeMap<String, Answer>,
    /// Why; kept in the history of each place. Empty: that it is an import, and of which file.
    pub(crate) why: String,
    /// The plan that the preview showed; only a commit looks at it.
    pub(crate) plan: Option<String>,
}

/// A datum, or `auto`: told from where the rows ought to be.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[schema(as = ImportDatum)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DatumChoice {
    #[default]
    Auto,
    Wgs84,
    Gcj02,
    Bd09,
}

impl DatumChoice {
    /// The datum that is chosen; `None` = it is to be told.
    pub(crate) fn name(self) -> Option<DatumName> {
        match self {
            Self::Auto => None,
            Self::Wgs84 => Some(DatumName::Wgs84),
            Self::Gcj02 => Some(DatumName::Gcj02),
            Self::Bd09 => Some(DatumName::Bd09),
        }
    }
}

impl ImportOptions {
    /// What it says of the list.
    pub(crate) fn declared(&self) -> Declared {
        Declared {
            source: self.source.clone(),
            title: self.title.clone(),
            licence: self.licence.clone(),
            datum: self.datum.name(),
            checked_on: self.checked_on,
            checked_by: self.checked_by.clone(),
            overrules: self.overrules,
        }
    }
}
