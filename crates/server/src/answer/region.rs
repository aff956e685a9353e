//! A region as answers show it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Region, RegionCode, RegionLevel};
use yuren_index::Snapshot;

use super::words::LevelWord;

/// A region by name.
#[derive(Serialize, ToSchema)]
#[schema(as = Region)]
pub(crate) struct RegionAnswer<'a> {
    /// Statistical code of 6, 9 or 12 digits.
    #[schema(example = "321002")]
    code: &'a str,
    /// Name in Chinese.
    #[schema(example = "广陵区")]
    name: &'a str,
    /// Name in English; null = none known.
    #[schema(required)]
    name_en: Option<&'a str>,
    #[schema(value_type = LevelWord)]
    level: RegionLevel,
}

impl<'a> RegionAnswer<'a> {
    /// The region and those around it, outermost first.
    pub(crate) fn path(snapshot: &'a Snapshot, code: &RegionCode) -> Vec<Self> {
        snapshot.regions().path(code).into_iter().map(Self::from).collect()
    }
}

impl<'a> From<&'a Region> for RegionAnswer<'a> {
    fn from(region: &'a Region) -> Self {
        let Region { code, name, name_en, .. } = region;
        Self { code: code.as_str(), name, name_en: name_en.as_deref(), level: code.level() }
    }
}
