//! Lays hours over a role, with what their text says of admission, booking and audience.

use std::fmt::Debug;

use serde::Serialize;
use yuren_catalog::{Role, Sourced};

use super::merge::Layer;
use crate::{Draft, Field};

impl Layer<'_> {
    /// The hours and what their text says beside them. What has a column of its own is that column's to say.
    pub(super) fn hours(&mut self, role: &mut Role, draft: &Draft, path: &dyn Fn(&str) -> String) {
        let before = role.hours.as_ref().map(|hours| hours.value.clone());
        self.fact(&[Field::Hours], path("hours"), &mut role.hours, draft.hours.clone(), Clone::clone);
        let stands = role.hours.as_ref().map(|hours| &hours.value);
        // Rules of admission are of their hours: they come and go with these.
        if stands == draft.hours.as_ref() {
            let is_new = before.as_ref() != stands;
            let said = draft.admission;
            if is_new || self.is_worth_saying(role.admission.as_ref(), said.as_ref()) {
                self.fact(&[Field::Hours], path("admission"), &mut role.admission, said, in_json);
            }
        }
        let (booking, audience) = (&draft.booking_in_hours, &draft.audience_in_hours);
        if !self.states(Field::Booking) && self.is_worth_saying(role.booking.as_ref(), booking.as_ref()) {
            self.fact(&[Field::Hours], path("booking"), &mut role.booking, booking.clone(), in_json);
        }
        if !self.states(Field::MinAge) && self.is_worth_saying(role.audience.as_ref(), audience.as_ref()) {
            self.fact(&[Field::Hours], path("audience"), &mut role.audience, audience.clone(), in_json);
        }
    }

    /// Whether the text says something, or no longer says what the list itself said before. Its silence takes nothing from others.
    fn is_worth_saying<T>(&self, known: Option<&Sourced<T>>, said: Option<&T>) -> bool {
        said.is_some() || known.is_some_and(|known| known.provenance.source == self.import.source_key)
    }
}

/// A fact of several parts, as files write it.
fn in_json<T: Serialize + Debug>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| format!("{value:?}"))
}
