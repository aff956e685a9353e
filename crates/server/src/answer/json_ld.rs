//! A place for machines that read schema.org: JSON-LD.
//!
//! Only what is known is said: opening hours where a source gives them in words that schema.org has, free entry where
//! every role's fee is known and agrees. What is an example is marked as one in `additionalProperty`.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Fee, Place, Precision, Role, RoleKind, Status};
use yuren_geodesy::DatumName;
use yuren_index::Snapshot;

use super::datum::in_datum;
use super::provenance::Witness;

/// A schema.org Place.
#[derive(Serialize, ToSchema)]
pub(crate) struct JsonLd<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    /// A subtype of Place.
    #[serde(rename = "@type")]
    #[schema(example = "LandmarksOrHistoricalBuildings")]
    kind: &'static str,
    /// The place's address in this interface.
    #[serde(rename = "@id")]
    id: String,
    identifier: &'a str,
    name: &'a str,
    #[serde(rename = "alternateName", skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'a str>,
    geo: GeoCoordinates,
    address: PostalAddress<'a>,
    #[serde(rename = "openingHours", skip_serializing_if = "Vec::is_empty")]
    opening_hours: Vec<&'a str>,
    #[serde(rename = "isAccessibleForFree", skip_serializing_if = "Option::is_none")]
    is_accessible_for_free: Option<bool>,
    #[serde(rename = "additionalProperty", skip_serializing_if = "Vec::is_empty")]
    additional_property: Vec<PropertyValue>,
}

/// A schema.org `GeoCoordinates`, in WGS-84 degrees.
#[derive(Serialize, ToSchema)]
struct GeoCoordinates {
    #[serde(rename = "@type")]
    kind: &'static str,
    longitude: f64,
    latitude: f64,
}

/// A schema.org `PostalAddress`.
#[derive(Serialize, ToSchema)]
struct PostalAddress<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "addressCountry")]
    country: &'static str,
    /// The city.
    #[serde(rename = "addressRegion", skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    /// The district.
    #[serde(rename = "addressLocality", skip_serializing_if = "Option::is_none")]
    locality: Option<&'a str>,
    #[serde(rename = "streetAddress", skip_serializing_if = "Option::is_none")]
    street: Option<&'a str>,
}

/// A schema.org `PropertyValue`.
#[derive(Serialize, ToSchema)]
struct PropertyValue {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "propertyID")]
    id: &'static str,
    name: &'static str,
    value: bool,
}

impl<'a> JsonLd<'a> {
    /// The place; `address` is where this interface answers for it.
    pub(crate) fn new(snapshot: &'a Snapshot, place: &'a Place, address: String) -> Self {
        let witness = Witness::new(snapshot);
        let roles: Vec<&Role> = place.roles.iter().filter(|role| role.status != Status::Withdrawn).collect();
        let [longitude, latitude] = in_datum(DatumName::Wgs84, place.position.point);
        Self {
            context: "https://schema.org",
            kind: roles.first().map_or("Place", |role| schema_type(role.kind)),
            id: address,
            identifier: place.id.as_str(),
            name: &place.name,
            alternate_name: place.name_en.iter().chain(&place.aliases).map(String::as_str).collect(),
            geo: GeoCoordinates { kind: "GeoCoordinates", longitude, latitude },
            address: postal_address(snapshot, place),
            opening_hours: opening_hours(&roles),
            is_accessible_for_free: free(&roles),
            additional_property: examples(&witness, place, &roles),
        }
    }
}

/// The subtype of schema.org's Place that fits a role kind best.
fn schema_type(kind: RoleKind) -> &'static str {
    match kind {
        RoleKind::Venue
        | RoleKind::DemoCommunity
        | RoleKind::DemoStation
        | RoleKind::WaitingStation
        | RoleKind::Counselling => "CivicStructure",
        RoleKind::School | RoleKind::LeadParentSchool => "School",
        RoleKind::ParentSchool | RoleKind::PracticeCentre => "EducationalOrganization",
        RoleKind::Heritage => "LandmarksOrHistoricalBuildings",
    }
}

fn postal_address<'a>(snapshot: &'a Snapshot, place: &'a Place) -> PostalAddress<'a> {
    let mut path = snapshot.regions().path(&place.region).into_iter().map(|region| region.name.as_str());
    PostalAddress {
        kind: "PostalAddress",
        country: "CN",
        region: path.next(),
        locality: path.next(),
        street: place.address.as_deref(),
    }
}

/// The hours of the roles, if those that say any agree and schema.org has words for them.
fn opening_hours<'a>(roles: &[&'a Role]) -> Vec<&'a str> {
    let mut all = roles.iter().filter_map(|role| role.hours.as_ref()).map(|hours| hours.value.as_str());
    let Some(hours) = all.next() else { return Vec::new() };
    if all.any(|other| other != hours) {
        return Vec::new();
    }
    let rules: Vec<&str> = hours.split(';').map(str::trim).collect();
    if rules.iter().all(|rule| is_plain(rule)) { rules } else { Vec::new() }
}

/// Whether a rule of OpenStreetMap's grammar means the same in schema.org's: days and one span of hours, such as
/// `Tu-Su 09:00-17:00`.
fn is_plain(rule: &str) -> bool {
    let Some((days, hours)) = rule.split_once(' ') else { return false };
    let is_day = |day: &str| ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].contains(&day);
    let is_time = |time: &str| {
        let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        time.split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute))
    };
    days.split([',', '-']).all(is_day) && hours.split_once('-').is_some_and(|(from, to)| is_time(from) && is_time(to))
}

/// Whether entry is free, if every role's fee is known and they agree.
fn free(roles: &[&Role]) -> Option<bool> {
    let (first, others) = roles.split_first()?;
    let fee = first.fee();
    (fee != Fee::Unknown && others.iter().all(|role| role.fee() == fee)).then_some(fee == Fee::Free)
}

/// Which parts of the place are examples.
fn examples(witness: &Witness<'_>, place: &Place, roles: &[&Role]) -> Vec<PropertyValue> {
    let position = &place.position;
    let synthetic = |key| witness.is_synthetic(key);
    let marks = [
        ("example_name", "The name is example data (示例数据)", synthetic(&place.name_provenance.source)),
        (
            "example_position",
            "The position is example data (示例数据)",
            position.precision == Precision::Synthetic || synthetic(&position.provenance.source),
        ),
        (
            "example_roles",
            "Some of what this place is said to be is example data (示例数据)",
            roles.iter().any(|role| synthetic(&role.claim.source)),
        ),
        (
            "example_opening_hours",
            "The opening hours are example data (示例数据)",
            roles.iter().filter_map(|role| role.hours.as_ref()).any(|hours| synthetic(&hours.provenance.source)),
        ),
        (
            "example_fee",
            "The fee is example data (示例数据)",
            roles.iter().filter_map(|role| role.fee.as_ref()).any(|fee| synthetic(&fee.provenance.source)),
        ),
    ];
    let marked = marks.into_iter().filter(|(.., is_example)| *is_example);
    marked.map(|(id, name, value)| PropertyValue { kind: "PropertyValue", id, name, value }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rules_that_schema_org_has_are_plain() {
        for rule in ["Tu-Su 09:00-17:00", "Mo,We-Fr 08:30-11:30"] {
            assert!(is_plain(rule), "{rule}");
        }
        for rule in ["PH off", "24/7", "Mo 09:00-12:00,13:00-17:00", "Apr-Oct Mo 08:00-18:00", "Mo sunrise-sunset", ""]
        {
            assert!(!is_plain(rule), "{rule}");
        }
    }
}
