//! Lays a row over a place: what the list says, where nobody else has said otherwise.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::Serialize;
use yuren_catalog::{
    Audience, Booking, Contact, Fee, Place, Position, Precision, Provenance, RegionCode, Role, RoleKind, Sourced,
    Status, stable,
};

use super::matching::place_key;
use crate::anchors::folded;
use crate::draft::Spotted;
use crate::gazetteer::is_inside;
use crate::{Draft, Drafts, Field, Import};

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// Its path, such as `roles.venue.hours`.
    pub field: String,
    /// What stands there; empty where nothing does.
    pub before: String,
    /// What is said instead.
    pub after: String,
}

/// A place with a row laid over it.
pub(super) struct Merged {
    pub(super) place: Place,
    /// What changed.
    pub(super) fields: Vec<FieldChange>,
    /// What the list says otherwise and others maintain.
    pub(super) kept: Vec<FieldChange>,
}

/// The row as a place: laid over `before`, or on its own.
pub(super) fn merge(import: &Import<'_>, sheet: &Drafts, draft: &Draft, before: Option<&Place>) -> Merged {
    if let Some(own) = &draft.place {
        return whole(import, own, before);
    }
    let new = before.is_none();
    let place = before.cloned().unwrap_or_else(|| skeleton(import, draft));
    let mut layer = Layer { import, sheet, fields: Vec::new(), kept: Vec::new() };
    let place = layer.over(place, draft);
    let Layer { fields, kept, .. } = layer;
    Merged { place, fields: if new { Vec::new() } else { fields }, kept }
}

/// A place with nothing but its name and where it is.
fn skeleton(import: &Import<'_>, draft: &Draft) -> Place {
    let spotted = draft.position.clone().expect("a row without a position is refused");
    let region = draft.region.clone().expect("a row without a region is refused");
    Place {
        id: stable::place_id(&place_key(import, draft)),
        name: draft.name.clone(),
        name_provenance: import.provenance(),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: position(import, &spotted),
        entrances: Vec::new(),
        region,
        status: Status::Active,
        source_keys: BTreeMap::new(),
        roles: Vec::new(),
    }
}

fn position(import: &Import<'_>, spotted: &Spotted) -> Position {
    let Spotted { point, precision, radius_m } = *spotted;
    Position { point, precision, radius_m, provenance: import.provenance() }
}

/// One of our own places: taken whole, but for what others than its sources say of the one that is there.
fn whole(import: &Import<'_>, own: &Place, before: Option<&Place>) -> Merged {
    let Some(before) = before else { return Merged { place: own.clone(), fields: Vec::new(), kept: Vec::new() } };
    let (mut fields, mut kept) = (Vec::new(), Vec::new());
    let mut place = own.clone();
    let is_ours = |provenance: &Provenance, ours: &Provenance| import.overrules || provenance.source == ours.source;
    if before.position != own.position && !is_ours(&before.position.provenance, &own.position.provenance) {
        kept.push(change("position", &point_text(&before.position), &point_text(&own.position)));
        place.position = before.position.clone();
        place.region = before.region.clone();
    }
    if before.name != own.name && !is_ours(&before.name_provenance, &own.name_provenance) {
        kept.push(change("name", &before.name, &own.name));
        place.name.clone_from(&before.name);
        place.name_provenance = before.name_provenance.clone();
    }
    if place != *before {
        fields.push(change("feature", &before.to_feature_json(), &place.to_feature_json()));
    }
    Merged { place, fields, kept }
}

/// Withdraws what this list claims of a place: its roles; and, if none is left, the place.
pub(super) fn withdraw(place: &mut Place, import: &Import<'_>) -> Vec<FieldChange> {
    let mut fields = Vec::new();
    for role in &mut place.roles {
        if role.claim.source == import.source_key && role.status != Status::Withdrawn {
            fields.push(change(&format!("roles.{}.status", role.kind), status_text(role.status), "withdrawn"));
            role.status = Status::Withdrawn;
        }
    }
    if !fields.is_empty() && place.roles.iter().all(|role| role.status == Status::Withdrawn) {
        fields.push(change("status", status_text(place.status), "withdrawn"));
        place.status = Status::Withdrawn;
    }
    fields
}

/// Lets a withdrawn place stand again.
pub(super) fn stand_again(place: &mut Place, import: &Import<'_>) -> Vec<FieldChange> {
    place.status = Status::Active;
    for role in place.roles.iter_mut().filter(|role| role.claim.source == import.source_key) {
        role.status = Status::Active;
    }
    vec![change("status", "withdrawn", "active")]
}

/// A list being laid over a place.
struct Layer<'a> {
    import: &'a Import<'a>,
    sheet: &'a Drafts,
    fields: Vec<FieldChange>,
    kept: Vec<FieldChange>,
}

impl Layer<'_> {
    fn over(&mut self, mut place: Place, draft: &Draft) -> Place {
        let source = self.import.source_key.as_str().to_owned();
        if place.source_keys.get(&source) != Some(&draft.key) {
            self.tell("source_keys", place.source_keys.get(&source).map_or("", |key| key), &draft.key);
            place.source_keys.insert(source, draft.key.clone());
        }
        self.names(&mut place, draft);
        self.position(&mut place, draft);
        if let Some(status) = draft.status.filter(|&status| status != place.status) {
            self.tell("status", status_text(place.status), status_text(status));
            place.status = status;
        }
        let key = place_key(self.import, draft);
        for &kind in &draft.kinds {
            self.role(&mut place, kind, draft, &key);
        }
        // A row that names its kinds no longer claims the others.
        for role in &mut place.roles {
            let is_ours = role.claim.source == self.import.source_key;
            if is_ours && role.status != Status::Withdrawn && !draft.kinds.contains(&role.kind) {
                self.tell(&format!("roles.{}.status", role.kind), status_text(role.status), "withdrawn");
                role.status = Status::Withdrawn;
            }
        }
        place
    }

    /// The names and the address, which all bear the name's provenance.
    fn names(&mut self, place: &mut Place, draft: &Draft) {
        let may = self.may(&place.name_provenance);
        if place.name != draft.name {
            if may {
                self.tell("name", &place.name, &draft.name);
                place.name.clone_from(&draft.name);
                place.name_provenance = self.import.provenance();
            } else if folded(&place.name) != folded(&draft.name) {
                self.kept.push(change("name", &place.name, &draft.name));
            }
        } else if self.is_checked_anew(&place.name_provenance) {
            let new = self.import.provenance();
            self.tell("name.checked_on", &checked_text(&place.name_provenance), &checked_text(&new));
            place.name_provenance = new;
        }
        self.text(Field::NameEn, "name_en", &mut place.name_en, draft.name_en.clone(), may);
        self.text(Field::Address, "address", &mut place.address, draft.address.clone(), may);
        if self.states(Field::Aliases) && place.aliases != draft.aliases {
            let (before, after) = (place.aliases.join("、"), draft.aliases.join("、"));
            if may {
                self.tell("aliases", &before, &after);
                place.aliases.clone_from(&draft.aliases);
            } else if !draft.aliases.is_empty() {
                self.kept.push(change("aliases", &before, &after));
            }
        }
    }

    /// A text that bears the name's provenance. Where there is none the list may say it.
    fn text(&mut self, field: Field, name: &str, slot: &mut Option<String>, said: Option<String>, may: bool) {
        if !self.states(field) || *slot == said {
            return;
        }
        let (before, after) = (slot.clone().unwrap_or_default(), said.clone().unwrap_or_default());
        if may || slot.is_none() {
            self.tell(name, &before, &after);
            *slot = said;
        } else if said.is_some() {
            self.kept.push(change(name, &before, &after));
        }
    }

    fn position(&mut self, place: &mut Place, draft: &Draft) {
        let Some(spotted) = &draft.position else { return };
        let new = position(self.import, spotted);
        let before = &place.position;
        let is_vague = draft.numbers.is_none();
        // A region's centre never takes the place of a point, and never another source's centre.
        let is_better_known =
            before.provenance.source != self.import.source_key || before.precision != Precision::Approximate;
        if is_vague && is_better_known && !place.roles.is_empty() {
            return;
        }
        let is_same = Position { provenance: before.provenance.clone(), ..new.clone() } == *before;
        if !is_same {
            let (was, is) = (point_text(before), point_text(&new));
            if self.may(&before.provenance) {
                self.tell("position", &was, &is);
                place.position = new;
            } else {
                self.kept.push(change("position", &was, &is));
                return;
            }
        } else if self.is_checked_anew(&before.provenance) {
            self.tell("position.checked_on", &checked_text(&before.provenance), &checked_text(&new.provenance));
            place.position.provenance = new.provenance;
        }
        let Some(region) = draft.region.as_ref().filter(|region| is_another(&place.region, region)) else { return };
        self.tell("region", place.region.as_str(), region.as_str());
        place.region = region.clone();
    }

    fn role(&mut self, place: &mut Place, kind: RoleKind, draft: &Draft, key: &str) {
        let found = place.roles.iter().position(|role| role.kind == kind);
        let i = found.unwrap_or_else(|| {
            self.tell(&format!("roles.{kind}"), "", kind.as_str());
            place.roles.push(bare_role(self.import, kind, key));
            place.roles.len() - 1
        });
        let role = &mut place.roles[i];
        let path = |name: &str| format!("roles.{kind}.{name}");
        if role.status == Status::Withdrawn && role.claim.source == self.import.source_key {
            self.tell(&path("status"), "withdrawn", "active");
            role.status = Status::Active;
        }
        let may = self.may(&role.claim);
        self.text(Field::RoleName, &path("name"), &mut role.name, draft.role_name.clone(), may);
        self.fact(&[Field::Hours], path("hours"), &mut role.hours, draft.hours.clone(), Clone::clone);
        let fee_text = |fee: &Fee| fee.as_str().to_owned();
        self.fact(&[Field::Fee], path("fee"), &mut role.fee, draft.fee, fee_text);
        self.fact(&[Field::Capacity], path("capacity"), &mut role.capacity, draft.capacity, u32::to_string);
        let visit = draft.visit_minutes;
        self.fact(&[Field::VisitMinutes], path("visit_minutes"), &mut role.visit_minutes, visit, u16::to_string);
        let audience = draft.min_age.map(|age| {
            let old = role.audience.as_ref().map(|audience| audience.value.clone()).unwrap_or_default();
            Audience { min_age: Some(age), ..old }
        });
        let age_text = |audience: &Audience| audience.min_age.map(|age| age.to_string()).unwrap_or_default();
        self.fact(&[Field::MinAge], path("audience"), &mut role.audience, audience, age_text);
        let booking = draft.booking.map(|required| {
            let old = role.booking.as_ref().map(|booking| booking.value.clone()).unwrap_or_default();
            Booking { required, walk_in: !required || old.walk_in, ..old }
        });
        let booking_text = |booking: &Booking| booking.required.to_string();
        self.fact(&[Field::Booking], path("booking"), &mut role.booking, booking, booking_text);
        let contact = self.contact(role, draft);
        let contact_text = |contact: &Contact| {
            [&contact.phone, &contact.website].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
        };
        self.fact(&[Field::Phone, Field::Website], path("contact"), &mut role.contact, contact, contact_text);
    }

    /// The contact as the list states it; what it has no column for stays.
    fn contact(&self, role: &Role, draft: &Draft) -> Option<Contact> {
        let mut contact = role.contact.as_ref().map(|contact| contact.value.clone()).unwrap_or_default();
        if self.states(Field::Phone) {
            contact.phone.clone_from(&draft.phone);
        }
        if self.states(Field::Website) {
            contact.website.clone_from(&draft.website);
        }
        (contact != Contact::default()).then_some(contact)
    }

    /// A fact with a provenance of its own. A blank cell takes back what the list itself said before, and nothing else.
    fn fact<T: Clone + PartialEq + Debug>(
        &mut self,
        stated_by: &[Field],
        path: String,
        slot: &mut Option<Sourced<T>>,
        said: Option<T>,
        text: impl Fn(&T) -> String,
    ) {
        if !stated_by.iter().any(|&field| self.states(field)) {
            return;
        }
        let show = |value: Option<&T>| value.map(&text).unwrap_or_default();
        let before = slot.as_ref();
        let may = before.is_none_or(|before| self.may(&before.provenance));
        let is_checked_anew = before.is_some_and(|before| self.is_checked_anew(&before.provenance));
        if before.map(|before| &before.value) == said.as_ref() && !is_checked_anew {
            return;
        }
        let (was, is) = (show(before.map(|before| &before.value)), show(said.as_ref()));
        if may {
            self.fields.push(FieldChange { field: path, before: was, after: is });
            *slot = said.map(|value| Sourced { value, provenance: self.import.provenance() });
        } else if said.is_some() {
            self.kept.push(FieldChange { field: path, before: was, after: is });
        }
    }

    /// Whether the list has a column for a field.
    fn states(&self, field: Field) -> bool {
        self.sheet.mapping.column(field).is_some()
    }

    /// Whether the list may change what has this provenance.
    fn may(&self, provenance: &Provenance) -> bool {
        self.import.overrules || provenance.source == self.import.source_key
    }

    /// Whether this import brings a check of what the list itself said before.
    fn is_checked_anew(&self, known: &Provenance) -> bool {
        let new = self.import.provenance();
        new.checked_on.is_some() && known.source == new.source && *known != new
    }

    fn tell(&mut self, field: &str, before: &str, after: &str) {
        self.fields.push(change(field, before, after));
    }
}

/// A role of which nothing is known but who claims it.
fn bare_role(import: &Import<'_>, kind: RoleKind, key: &str) -> Role {
    Role {
        id: stable::role_id(key, kind),
        kind,
        name: None,
        status: Status::Active,
        claim: import.provenance(),
        hours: None,
        fee: None,
        audience: None,
        booking: None,
        capacity: None,
        visit_minutes: None,
        contact: None,
    }
}

/// Whether a region that a row names says more or something else than the one that is known.
fn is_another(known: &RegionCode, named: &RegionCode) -> bool {
    !is_inside(known, named)
}

fn change(field: &str, before: &str, after: &str) -> FieldChange {
    FieldChange { field: field.to_owned(), before: before.to_owned(), after: after.to_owned() }
}

fn status_text(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Suspended => "suspended",
        Status::Withdrawn => "withdrawn",
    }
}

fn point_text(position: &Position) -> String {
    format!("{}, {}", position.point.lon(), position.point.lat())
}

fn checked_text(provenance: &Provenance) -> String {
    provenance.checked_on.map(|day| day.to_string()).unwrap_or_default()
}
