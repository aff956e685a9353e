//! Lays what a row says of its roles over those that a place bears.

use std::fmt::Debug;

use yuren_catalog::{Audience, Booking, Contact, Fee, Place, Role, RoleKind, Sourced, Status, Wheelchair, stable};

use super::FieldChange;
use super::merge::Layer;
use crate::{Draft, Field};

impl Layer<'_> {
    pub(super) fn role(&mut self, place: &mut Place, kind: RoleKind, draft: &Draft, key: &str) {
        let found = place.roles.iter().position(|role| role.kind == kind);
        let i = found.unwrap_or_else(|| {
            self.tell(&format!("roles.{kind}"), "", kind.as_str());
            place.roles.push(Role::new(stable::role_id(key, kind), kind, self.import.provenance()));
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
        self.hours(role, draft, &path);
        let fee_text = |fee: &Fee| fee.as_str().to_owned();
        self.fact(&[Field::Fee], path("fee"), &mut role.fee, draft.fee, fee_text);
        self.fact(&[Field::Capacity], path("capacity"), &mut role.capacity, draft.capacity, u32::to_string);
        let visit = draft.visit_minutes;
        self.fact(&[Field::VisitMinutes], path("visit_minutes"), &mut role.visit_minutes, visit, u16::to_string);
        let wheelchair_text = |wheelchair: &Wheelchair| wheelchair.as_str().to_owned();
        self.fact(&[Field::Wheelchair], path("wheelchair"), &mut role.wheelchair, draft.wheelchair, wheelchair_text);
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
    pub(super) fn fact<T: Clone + PartialEq + Debug>(
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
}
