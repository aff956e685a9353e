//! The ledger (台账): what is declared beside what is on the map, and how far that can be relied on.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{AgingFact, Bound, PlaceId, RegionCode, RegionLevel, Revision, RoleKind, Status};
use yuren_index::Snapshot;

use super::city::FactAnswer;
use super::tally::{Counts, Tally};
use super::words::{BoundWord, RoleKindWord};

/// The ledger of a city.
#[derive(Serialize, ToSchema)]
pub(crate) struct LedgerAnswer<'a> {
    /// The day, in the city, on which it was drawn up: what is stale depends on it.
    #[schema(value_type = String, format = Date)]
    day: NaiveDate,
    /// Every role kind, in the order in which lists show them.
    roles: Vec<LedgerRow<'a>>,
    /// Declared numbers of what is no place.
    facts: Vec<FactAnswer<'a>>,
    /// For how many days each fact counts as checked.
    keeps_for_days: KeepsForDays,
    /// The number of the last edit that this answer has seen.
    revision: Revision,
}

/// A role kind in the whole city.
#[derive(Serialize, ToSchema)]
struct LedgerRow<'a> {
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// Name in Chinese.
    name: &'static str,
    /// Name in English.
    name_en: &'static str,
    /// The declared number; null = none declared.
    #[schema(required)]
    declared: Option<u32>,
    /// In which sense: `floor` means more than so many.
    #[schema(required, value_type = Option<BoundWord>)]
    bound: Option<Bound>,
    #[serde(flatten)]
    counts: Counts,
    /// Of those on the map, at a place that somebody has reported and no reviewer has closed; null = the store cannot be
    /// asked now.
    #[schema(required)]
    in_review: Option<usize>,
    /// Address of the list of these places; `&check=verified` (or `stale`, `unchecked`, `synthetic`) gives one column's.
    list: String,
    /// The districts that have any, by code.
    districts: Vec<LedgerDistrict<'a>>,
}

/// A role kind in a district.
#[derive(Serialize, ToSchema)]
struct LedgerDistrict<'a> {
    #[schema(example = "321002")]
    code: &'a str,
    /// Name in Chinese.
    name: &'a str,
    /// Name in English; null = none known.
    #[schema(required)]
    name_en: Option<&'a str>,
    #[serde(flatten)]
    counts: Counts,
    /// Of these, at a place with an open report; null = the store cannot be asked now.
    #[schema(required)]
    in_review: Option<usize>,
    /// Address of the list of these places.
    list: String,
}

/// For how many days after it was checked each fact counts as checked.
#[derive(Serialize, ToSchema)]
struct KeepsForDays {
    claim: u64,
    name: u64,
    position: u64,
    hours: u64,
    admission: u64,
    fee: u64,
    audience: u64,
    booking: u64,
    capacity: u64,
    visit_minutes: u64,
    wheelchair: u64,
    contact: u64,
}

impl<'a> LedgerAnswer<'a> {
    /// The ledger of this snapshot on the day `today`; `reported` are the places with an open report, where that is known.
    pub(crate) fn new(snapshot: &'a Snapshot, today: NaiveDate, reported: Option<&BTreeSet<PlaceId>>) -> Self {
        let tally = Tally::new(snapshot, today);
        let city = snapshot.city();
        let districts = || snapshot.regions().iter().filter(|region| region.code.level() == RegionLevel::District);
        let in_review = |kind: RoleKind, district: Option<&RegionCode>| {
            let places = reported?.iter().filter_map(|id| snapshot.place(id));
            let here = places.filter(|place| {
                district.is_none_or(|district| place.region.and_ancestors().any(|code| code == *district))
            });
            let standing = here.filter(|place| place.status != Status::Withdrawn);
            let roles = standing.flat_map(|place| &place.roles).filter(|role| role.status != Status::Withdrawn);
            Some(roles.filter(|role| role.kind == kind).count())
        };
        let row = |kind: RoleKind| {
            let declared = city.declared(kind);
            let list = |region: &str| format!("/api/v1/places?region={region}&role={kind}");
            let district = |region: &'a yuren_catalog::Region| {
                let (_, counts) = tally.of_district(region.code.as_str()).find(|&(found, _)| found == kind)?;
                let code = region.code.as_str();
                let in_review = in_review(kind, Some(&region.code));
                let name_en = region.name_en.as_deref();
                Some(LedgerDistrict { code, name: &region.name, name_en, counts, in_review, list: list(code) })
            };
            LedgerRow {
                kind,
                name: kind.name_zh(),
                name_en: kind.name_en(),
                declared: declared.map(|declared| declared.count),
                bound: declared.map(|declared| declared.bound),
                counts: tally.of(kind),
                in_review: in_review(kind, None),
                list: list(city.adcode.as_str()),
                districts: districts().filter_map(district).collect(),
            }
        };
        Self {
            day: today,
            roles: RoleKind::ALL.map(row).into(),
            facts: city.facts.iter().map(|fact| FactAnswer::new(snapshot, fact)).collect(),
            keeps_for_days: KeepsForDays {
                claim: AgingFact::Claim.keeps_for_days(),
                name: AgingFact::Name.keeps_for_days(),
                position: AgingFact::Position.keeps_for_days(),
                hours: AgingFact::Hours.keeps_for_days(),
                admission: AgingFact::Admission.keeps_for_days(),
                fee: AgingFact::Fee.keeps_for_days(),
                audience: AgingFact::Audience.keeps_for_days(),
                booking: AgingFact::Booking.keeps_for_days(),
                capacity: AgingFact::Capacity.keeps_for_days(),
                visit_minutes: AgingFact::VisitLength.keeps_for_days(),
                wheelchair: AgingFact::Wheelchair.keeps_for_days(),
                contact: AgingFact::Contact.keeps_for_days(),
            },
            revision: snapshot.revision(),
        }
    }
}
