//! Lays hours over a role, with what their text says of admission, booking and audience.

use std::fmt::Debug;

use serde::Serialize;
use yuren_calendar::Admission;
use yuren_catalog::{Role, Sourced};

use super::merge::Layer;
use crate::{Draft, Field};

/// The columns that say something of admission.
const ADMISSION: [Field; 4] = [Field::Hours, Field::LastAdmission, Field::Follows, Field::MakeupWorkdays];

impl Layer<'_> {
    /// The hours and what their text says beside them. What has a column of its own is that column's to say.
    pub(super) fn hours(&mut self, role: &mut Role, draft: &Draft, path: &dyn Fn(&str) -> String) {
        let before = role.hours.as_ref().map(|hours| hours.value.clone());
        self.fact(&[Field::Hours], path("hours"), &mut role.hours, draft.hours.clone(), Clone::clone);
        let stands = role.hours.as_ref().map(|hours| &hours.value);
        // Rules of admission are of their hours: they come and go with these.
        let is_of_these = !self.states(Field::Hours) || stands == draft.hours.as_ref();
        if is_of_these {
            let is_new = before.as_ref() != stands;
            let said = if self.states(Field::Hours) { draft.admission } else { self.admission_of_columns(role, draft) };
            if is_new || self.is_worth_saying(role.admission.as_ref(), said.as_ref()) {
                self.fact(&ADMISSION, path("admission"), &mut role.admission, said, in_json);
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

    /// Admission as its own columns state it, where there is none for the hours. What they leave blank is taken back if the list
    /// itself said it before.
    fn admission_of_columns(&self, role: &Role, draft: &Draft) -> Option<Admission> {
        let is_ours = role.admission.as_ref().is_some_and(|known| known.provenance.source == self.import.source_key);
        let stays = |field: Field| !self.states(field) || !is_ours;
        let (said, known) = (draft.admission.unwrap_or_default(), role.admission.as_ref().map(|known| known.value));
        let known = known.unwrap_or_default();
        let admission = Admission {
            follows: said.follows.or(known.follows.filter(|_| stays(Field::Follows))),
            makeup_workdays: said.makeup_workdays.or(known.makeup_workdays.filter(|_| stays(Field::MakeupWorkdays))),
            holidays: known.holidays,
            last_admission_minutes: said
                .last_admission_minutes
                .or(known.last_admission_minutes.filter(|_| stays(Field::LastAdmission))),
        };
        (admission != Admission::default()).then_some(admission)
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
