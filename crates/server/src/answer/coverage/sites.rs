//! The sites, as answers on coverage list them.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::RoleKind;
use yuren_coverage::{SliceOpening, Status};
use yuren_geodesy::DatumName;

use crate::answer::datum::in_datum;
use crate::answer::words::RoleKindWord;
use crate::planning::coverage::Coverage;
use crate::planning::question::Question;

/// A site that bears a needed role.
#[derive(Serialize, ToSchema)]
#[schema(as = CoverageSite)]
pub(crate) struct SiteAnswer<'a> {
    /// Id of the place, or of what the scenario adds.
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    /// WGS-84 degrees.
    pub(crate) lon: f64,
    /// WGS-84 degrees.
    pub(crate) lat: f64,
    /// The needed roles that it bears.
    #[schema(value_type = Vec<RoleKindWord>)]
    roles: Vec<RoleKind>,
    /// Whether the scenario adds it.
    pub(crate) added: bool,
    /// Whether the scenario moves it.
    pub(crate) moved: bool,
    /// Whether the scenario takes it away: it serves nobody.
    pub(crate) removed: bool,
    /// Whether it counts as open in the slice.
    pub(crate) open: OpenWord,
    /// The weight of the served demand points that this site is the one for: their `nearest`.
    pub(crate) served_weight: f64,
}

/// Whether a site counts as open in a slice: one can go in for half an hour of the window on at least half of the sample days.
#[derive(Clone, Copy, Serialize, ToSchema)]
#[schema(as = CoverageOpen)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OpenWord {
    Yes,
    No,
    Unknown,
}

impl<'a> SiteAnswer<'a> {
    pub(super) fn all(question: &Question, coverage: &'a Coverage) -> Vec<Self> {
        let mut served = vec![0.0; coverage.sites.len()];
        let points = coverage.met.iter().zip(&coverage.statuses).zip(coverage.weights.as_slice());
        for ((met, status), weight) in points {
            if let (Status::Served, Some(site)) = (status, met.site) {
                served[site as usize] += weight;
            }
        }
        let wanted = question.roles();
        let sites = coverage.sites.iter().zip(&coverage.opening).zip(served);
        let answer = |((site, opening), served_weight): ((&'a crate::planning::sites::Site, &SliceOpening), f64)| {
            let [lon, lat] = in_datum(DatumName::Wgs84, site.premises.at);
            Self {
                id: &site.id,
                name: &site.name,
                lon,
                lat,
                roles: wanted.iter().filter(|&kind| site.roles.contains(kind)).collect(),
                added: site.added(),
                moved: site.moved,
                removed: site.removed,
                open: match opening {
                    SliceOpening::Yes => OpenWord::Yes,
                    SliceOpening::No => OpenWord::No,
                    SliceOpening::Unknown => OpenWord::Unknown,
                },
                served_weight,
            }
        };
        sites.map(answer).collect()
    }
}
