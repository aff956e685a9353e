//! What answers about activities, courses and study routes have in common: the place, and the role that holds it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Place, Precision, RoleId, RoleKind};

use super::provenance::Witness;
use super::words::RoleKindWord;

/// The place at which something is offered.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfferPlace<'a> {
    /// Opaque stable id.
    #[schema(example = "p-3f2a")]
    id: &'a str,
    /// Name in Chinese.
    name: &'a str,
    /// Name in English, where there is one.
    #[schema(required)]
    name_en: Option<&'a str>,
    /// Postal address.
    #[schema(required)]
    address: Option<&'a str>,
    /// Code of the finest region known to hold it.
    #[schema(example = "321002001")]
    region: &'a str,
    /// Whether its position or its name is an example.
    synthetic: bool,
}

/// The role that holds something.
#[derive(Serialize, ToSchema)]
pub(crate) struct OfferRole<'a> {
    /// Opaque stable id.
    #[schema(example = "r-7c1d")]
    id: &'a str,
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// The role's own name (牌名) where it differs from the place's.
    #[schema(required)]
    name: Option<&'a str>,
}

impl<'a> OfferPlace<'a> {
    /// The place, whose name and position are witnessed.
    pub(crate) fn new(witness: &Witness<'a>, place: &'a Place) -> Self {
        Self {
            id: place.id.as_str(),
            name: &place.name,
            name_en: place.name_en.as_deref(),
            address: place.address.as_deref(),
            region: place.region.as_str(),
            synthetic: is_example(witness, place),
        }
    }
}

/// Whether a place's position or its name is an example; the sources of both are witnessed.
pub(super) fn is_example<'a>(witness: &Witness<'a>, place: &'a Place) -> bool {
    let (name, position) = (&place.name_provenance.source, &place.position.provenance.source);
    witness.name(name);
    witness.name(position);
    witness.is_synthetic(name) || witness.is_synthetic(position) || place.position.precision == Precision::Synthetic
}

impl<'a> OfferRole<'a> {
    /// The role of the place with this id.
    pub(crate) fn new(place: &'a Place, id: Option<&RoleId>) -> Option<Self> {
        let role = place.roles.iter().find(|role| Some(&role.id) == id)?;
        Some(Self { id: role.id.as_str(), kind: role.kind, name: role.name.as_deref() })
    }
}
