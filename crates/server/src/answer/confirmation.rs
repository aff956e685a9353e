//! What a place's staff see of it by their link.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{AgingFact, Fee, Place, PlaceId, Precision, Provenance, Role, RoleId, RoleKind};
use yuren_index::Snapshot;

use super::admission::AdmissionAnswer;
use super::role::{AudienceAnswer, BookingAnswer, ContactAnswer, WheelchairAnswer};
use super::words::{FeeWord, PrecisionWord, RoleKindWord};
use crate::clock;
use crate::confirming::is_synthetic;
use crate::links::Link;

/// A place as its staff see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConfirmationAnswer<'a> {
    /// Id of the place.
    #[schema(value_type = String)]
    place: &'a PlaceId,
    /// Name in Chinese.
    name: &'a str,
    /// Name in English, where there is one.
    #[schema(required)]
    name_en: Option<&'a str>,
    /// Postal address.
    #[schema(required)]
    address: Option<&'a str>,
    /// Who confirms, by this link.
    office: &'a str,
    /// The day on which the link ends to hold.
    #[schema(value_type = String, format = Date)]
    expires_on: NaiveDate,
    /// The day that it is in the city.
    #[schema(value_type = String, format = Date)]
    today: NaiveDate,
    /// What is known, the place's own facts first, then role by role.
    facts: Vec<FactAnswer<'a>>,
}

/// One thing that is known of a place.
#[derive(Serialize, ToSchema)]
#[schema(as = ConfirmableFact)]
struct FactAnswer<'a> {
    /// What names it in a confirmation.
    #[schema(example = "r-7c1d/hours")]
    fact: String,
    /// The role whose fact it is; null = the place's own.
    #[schema(required)]
    role: Option<FactRole<'a>>,
    /// What is known.
    known: KnownAnswer<'a>,
    /// The day on which it was last checked; null = never.
    #[schema(required, value_type = Option<String>, format = Date)]
    checked_on: Option<NaiveDate>,
    /// The office that checked it.
    #[schema(required)]
    checked_by: Option<&'a str>,
    /// Whether it is an example: such a fact cannot be confirmed.
    is_synthetic: bool,
}

/// The role whose fact is meant.
#[derive(Serialize, ToSchema)]
struct FactRole<'a> {
    #[schema(value_type = String)]
    id: &'a RoleId,
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// Its own name (牌名) where it differs from the place's.
    #[schema(required)]
    name: Option<&'a str>,
}

/// What is known, by what it is about.
#[derive(Serialize, ToSchema)]
#[schema(as = KnownFact)]
#[serde(tag = "what", rename_all = "snake_case")]
enum KnownAnswer<'a> {
    /// The place's name.
    Name { value: &'a str },
    /// Where it is.
    Position { value: KnownPosition },
    /// That it is this to the programme.
    Claim {
        #[schema(value_type = RoleKindWord)]
        value: RoleKind,
    },
    /// When it is open, in OpenStreetMap's `opening_hours` grammar.
    Hours { value: &'a str },
    /// What it costs.
    Fee {
        #[schema(value_type = FeeWord)]
        value: Fee,
    },
    /// Whom it is for.
    Audience { value: AudienceAnswer },
    /// How one books.
    Booking { value: BookingAnswer },
    /// Rules of admission beside the hours.
    Admission { value: AdmissionAnswer },
    /// How many persons fit at once.
    Capacity { value: u32 },
    /// Usual length of a visit in minutes.
    VisitMinutes { value: u16 },
    /// Whether one can get in with a wheelchair or a pram.
    Wheelchair { value: WheelchairAnswer },
    /// How to reach it.
    Contact { value: ContactAnswer },
}

/// Where a place is.
#[derive(Serialize, ToSchema)]
struct KnownPosition {
    /// Longitude in WGS-84 degrees.
    lon: f64,
    /// Latitude in WGS-84 degrees.
    lat: f64,
    #[schema(value_type = PrecisionWord)]
    precision: Precision,
}

impl<'a> ConfirmationAnswer<'a> {
    /// The place that a link opens, on the day `today`.
    pub(crate) fn new(snapshot: &Snapshot, link: &'a Link, place: &'a Place, today: NaiveDate) -> Self {
        let fact = |(path, provenance): (yuren_catalog::FactPath, &'a Provenance)| {
            let role = path.role.as_ref().and_then(|id| place.roles.iter().find(|role| role.id == *id));
            Some(FactAnswer {
                fact: path.to_string(),
                role: role.map(|role| FactRole { id: &role.id, kind: role.kind, name: role.name.as_deref() }),
                known: known(place, role, path.fact)?,
                checked_on: provenance.checked_on,
                checked_by: provenance.checked_by.as_deref(),
                is_synthetic: is_synthetic(snapshot, place, &path, provenance),
            })
        };
        Self {
            place: &place.id,
            name: &place.name,
            name_en: place.name_en.as_deref(),
            address: place.address.as_deref(),
            office: link.office.as_str(),
            expires_on: clock::day(snapshot.city(), link.expires),
            today,
            facts: place.facts().filter_map(fact).collect(),
        }
    }
}

/// What is known of a place or of its role; `None` if nothing is.
fn known<'a>(place: &'a Place, role: Option<&'a Role>, fact: AgingFact) -> Option<KnownAnswer<'a>> {
    let point = place.position.point;
    Some(match fact {
        AgingFact::Name => KnownAnswer::Name { value: &place.name },
        AgingFact::Position => KnownAnswer::Position {
            value: KnownPosition { lon: point.lon(), lat: point.lat(), precision: place.position.precision },
        },
        AgingFact::Claim => KnownAnswer::Claim { value: role?.kind },
        AgingFact::Hours => KnownAnswer::Hours { value: &role?.hours.as_ref()?.value },
        AgingFact::Admission => KnownAnswer::Admission { value: (&role?.admission.as_ref()?.value).into() },
        AgingFact::Fee => KnownAnswer::Fee { value: role?.fee.as_ref()?.value },
        AgingFact::Audience => KnownAnswer::Audience { value: (&role?.audience.as_ref()?.value).into() },
        AgingFact::Booking => KnownAnswer::Booking { value: (&role?.booking.as_ref()?.value).into() },
        AgingFact::Capacity => KnownAnswer::Capacity { value: role?.capacity.as_ref()?.value },
        AgingFact::VisitLength => KnownAnswer::VisitMinutes { value: role?.visit_minutes.as_ref()?.value },
        AgingFact::Wheelchair => KnownAnswer::Wheelchair { value: role?.wheelchair.as_ref()?.value.into() },
        AgingFact::Contact => KnownAnswer::Contact { value: (&role?.contact.as_ref()?.value).into() },
    })
}
