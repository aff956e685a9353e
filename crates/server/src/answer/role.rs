//! A role as answers show it.

use serde::Serialize;
use utoipa::ToSchema;
use yuren_catalog::{Audience, Booking, Contact, Fee, Role, RoleKind, Status, Wheelchair};

use super::admission::{AdmissionAnswer, NoticeAnswer};
use super::entry::EntryAnswer;
use super::provenance::{ProvenanceAnswer, SourcedAnswer, Witness};
use super::words::{FeeWord, RoleKindWord, StatusWord};

/// What a place is to the programme (牌子).
#[derive(Serialize, ToSchema)]
#[schema(as = Role)]
pub(crate) struct RoleAnswer<'a> {
    /// Opaque stable id.
    #[schema(example = "r-7c1d")]
    id: &'a str,
    /// What kind of role it is.
    #[schema(value_type = RoleKindWord)]
    kind: RoleKind,
    /// The role's own name (牌名) where it differs from the place's.
    #[schema(required)]
    name: Option<&'a str>,
    /// Whether it stands. Withdrawn roles are not shown.
    #[schema(value_type = StatusWord)]
    status: Status,
    /// Whether the request's filters hold on this role; such roles come first.
    pub(super) matched: bool,
    /// Whether one can go in, at the instant asked about or at the arrival; null = the place is no part of the map.
    #[schema(required)]
    open: Option<EntryAnswer>,
    /// Whether the claim that this place holds the role is an example.
    synthetic: bool,
    /// Who says that this place holds the role.
    claim: ProvenanceAnswer<'a>,
    /// What it costs.
    #[schema(value_type = FeeWord)]
    fee: Fee,
    /// Who says what it costs; null where nobody did.
    #[schema(required)]
    fee_source: Option<ProvenanceAnswer<'a>>,
    /// When it is open, in OpenStreetMap's `opening_hours` grammar; null = unknown.
    #[schema(required)]
    hours: Option<SourcedAnswer<'a, String>>,
    /// What the hours cannot say: which days they are for, last admission; null = nothing known.
    #[schema(required)]
    admission: Option<SourcedAnswer<'a, AdmissionAnswer>>,
    /// What it announced for some days, above its hours.
    notices: Vec<SourcedAnswer<'a, NoticeAnswer<'a>>>,
    /// Whom it is for; null = unknown.
    #[schema(required)]
    audience: Option<SourcedAnswer<'a, AudienceAnswer>>,
    /// How one books; null = unknown.
    #[schema(required)]
    booking: Option<SourcedAnswer<'a, BookingAnswer>>,
    /// How many persons fit at once; null = unknown.
    #[schema(required)]
    capacity: Option<SourcedAnswer<'a, u32>>,
    /// Usual length of a visit in minutes; null = unknown.
    #[schema(required)]
    visit_minutes: Option<SourcedAnswer<'a, u16>>,
    /// Whether one can get in with a wheelchair or a pram; null = unknown.
    #[schema(required)]
    wheelchair: Option<SourcedAnswer<'a, WheelchairAnswer>>,
    /// How to reach it; null = unknown.
    #[schema(required)]
    contact: Option<SourcedAnswer<'a, ContactAnswer>>,
}

/// Whom a role is for.
#[derive(Serialize, ToSchema)]
#[schema(as = Audience)]
pub(crate) struct AudienceAnswer {
    /// Youngest age admitted, in years.
    #[schema(required)]
    min_age: Option<u8>,
    /// Oldest age admitted, in years.
    #[schema(required)]
    max_age: Option<u8>,
    /// From this age one may come without an adult.
    #[schema(required)]
    alone_from_age: Option<u8>,
    /// Whether every child comes with an adult.
    adult_required: bool,
}

/// A span of clock times that is booked as one.
#[derive(Serialize, ToSchema)]
#[schema(as = Slot)]
pub(crate) struct SlotAnswer {
    /// Its beginning.
    #[schema(example = "09:00")]
    from: String,
    /// Its end.
    #[schema(example = "11:00")]
    to: String,
}

/// How one books a visit.
#[derive(Serialize, ToSchema)]
#[schema(as = Booking)]
pub(crate) struct BookingAnswer {
    /// Whether a booking is needed.
    required: bool,
    /// Whether one may also come without it, places permitting.
    walk_in: bool,
    /// How many days ahead booking opens.
    #[schema(required)]
    days_ahead: Option<u16>,
    /// At least so many days before a visit it must be booked.
    #[schema(required)]
    lead_days: Option<u16>,
    /// The time of day at which a day's places are released.
    #[schema(required, example = "08:30")]
    release_time: Option<String>,
    /// The slots that one books; empty = any time in the hours.
    slots: Vec<SlotAnswer>,
    /// Smallest group taken, in persons.
    #[schema(required)]
    group_min: Option<u16>,
    /// Largest group taken at once, in persons.
    #[schema(required)]
    group_max: Option<u16>,
    /// How many days before its visit a group must tell.
    #[schema(required)]
    group_notice_days: Option<u16>,
}

/// Whether one can get in with a wheelchair.
#[derive(Serialize, ToSchema)]
#[schema(as = Wheelchair)]
#[serde(rename_all = "lowercase")]
pub(crate) enum WheelchairAnswer {
    /// Everywhere.
    Yes,
    /// In part, or with help.
    Limited,
    /// Not at all.
    No,
}

/// How to reach a role: an office, never a private person.
#[derive(Serialize, ToSchema)]
#[schema(as = Contact)]
pub(crate) struct ContactAnswer {
    /// Telephone number as dialled inside China.
    #[schema(required)]
    phone: Option<String>,
    /// Web page, `https:` or `http:`.
    #[schema(required)]
    website: Option<String>,
}

impl<'a> RoleAnswer<'a> {
    /// A role; `matched` = the request's filters hold on it.
    pub(crate) fn new(witness: &Witness<'a>, role: &'a Role, matched: bool, open: Option<EntryAnswer>) -> Self {
        Self {
            id: role.id.as_str(),
            kind: role.kind,
            name: role.name.as_deref(),
            status: role.status,
            matched,
            open,
            synthetic: witness.is_synthetic(&role.claim.source),
            claim: witness.provenance(&role.claim),
            fee: role.fee(),
            fee_source: role.fee.as_ref().map(|fee| witness.provenance(&fee.provenance)),
            hours: witness.sourced(role.hours.as_ref(), String::clone),
            admission: witness.sourced(role.admission.as_ref(), AdmissionAnswer::from),
            notices: role
                .notices
                .iter()
                .filter_map(|notice| witness.sourced(Some(notice), NoticeAnswer::from))
                .collect(),
            audience: witness.sourced(role.audience.as_ref(), AudienceAnswer::from),
            booking: witness.sourced(role.booking.as_ref(), BookingAnswer::from),
            capacity: witness.sourced(role.capacity.as_ref(), |&persons| persons),
            visit_minutes: witness.sourced(role.visit_minutes.as_ref(), |&minutes| minutes),
            wheelchair: witness.sourced(role.wheelchair.as_ref(), |&wheelchair| wheelchair.into()),
            contact: witness.sourced(role.contact.as_ref(), ContactAnswer::from),
        }
    }
}

impl From<&Audience> for AudienceAnswer {
    fn from(&Audience { min_age, max_age, alone_from_age, adult_required }: &Audience) -> Self {
        Self { min_age, max_age, alone_from_age, adult_required }
    }
}

impl From<&Booking> for BookingAnswer {
    fn from(booking: &Booking) -> Self {
        Self {
            required: booking.required,
            walk_in: booking.walk_in,
            days_ahead: booking.days_ahead,
            lead_days: booking.lead_days,
            release_time: booking.release_time.map(|time| time.to_string()),
            slots: booking
                .slots
                .iter()
                .map(|slot| SlotAnswer { from: slot.from.to_string(), to: slot.to.to_string() })
                .collect(),
            group_min: booking.group_min,
            group_max: booking.group_max,
            group_notice_days: booking.group_notice_days,
        }
    }
}

impl From<Wheelchair> for WheelchairAnswer {
    fn from(wheelchair: Wheelchair) -> Self {
        match wheelchair {
            Wheelchair::Yes => Self::Yes,
            Wheelchair::Limited => Self::Limited,
            Wheelchair::No => Self::No,
        }
    }
}

impl From<&Contact> for ContactAnswer {
    fn from(Contact { phone, website }: &Contact) -> Self {
        Self { phone: phone.clone(), website: website.clone() }
    }
}
