//! A feature of our own, such as a city pack's: it is a place already, and knows the provenance of every fact.

use yuren_catalog::{Activity, Course, Place, Provenance, Role, Sourced};

use super::field_change::{FieldChange, Merged, change, point_text};
use crate::Import;

/// The feature, but for what others than its own sources say of the place that is there. Roles that it does not have stay.
pub(super) fn whole(import: &Import<'_>, own: &Place, before: Option<&Place>) -> Merged {
    let Some(before) = before else { return Merged { place: own.clone(), fields: Vec::new(), kept: Vec::new() } };
    let mut keeping = Keeping { overrules: import.overrules, kept: Vec::new() };
    let mut place = own.clone();
    if before.position != own.position && keeping.is_others(&before.position.provenance, &own.position.provenance) {
        keeping.kept.push(change("position", &point_text(&before.position), &point_text(&own.position)));
        place.position = before.position.clone();
        place.region = before.region.clone();
    }
    if before.name != own.name && keeping.is_others(&before.name_provenance, &own.name_provenance) {
        keeping.kept.push(change("name", &before.name, &own.name));
        place.name.clone_from(&before.name);
        place.name_provenance = before.name_provenance.clone();
    }
    for known in &before.roles {
        match place.roles.iter_mut().find(|role| role.id == known.id) {
            Some(role) => keeping.role(known, role),
            None => place.roles.push(known.clone()),
        }
    }
    // As with roles: what the feature does not have is not gone.
    let has_activity = |known: &Activity| place.activities.iter().any(|activity| activity.id == known.id);
    let activities: Vec<_> = before.activities.iter().filter(|known| !has_activity(known)).cloned().collect();
    let has_course = |known: &Course| place.courses.iter().any(|course| course.id == known.id);
    let courses: Vec<_> = before.courses.iter().filter(|known| !has_course(known)).cloned().collect();
    place.activities.extend(activities);
    place.courses.extend(courses);
    let fields = if place == *before {
        Vec::new()
    } else {
        vec![change("feature", &before.to_feature_json(), &place.to_feature_json())]
    };
    Merged { place, fields, kept: keeping.kept }
}

/// What others maintain, being kept.
struct Keeping {
    overrules: bool,
    kept: Vec<FieldChange>,
}

impl Keeping {
    /// Whether what is known comes from another source than what is said, and stays.
    fn is_others(&self, known: &Provenance, said: &Provenance) -> bool {
        !self.overrules && known.source != said.source
    }

    fn role(&mut self, known: &Role, role: &mut Role) {
        let kind = role.kind;
        let path = |name: &str| format!("roles.{kind}.{name}");
        let claim = role.claim.clone();
        self.fact(path("hours"), known.hours.as_ref(), &mut role.hours, &claim);
        self.fact(path("admission"), known.admission.as_ref(), &mut role.admission, &claim);
        self.fact(path("fee"), known.fee.as_ref(), &mut role.fee, &claim);
        self.fact(path("audience"), known.audience.as_ref(), &mut role.audience, &claim);
        self.fact(path("booking"), known.booking.as_ref(), &mut role.booking, &claim);
        self.fact(path("capacity"), known.capacity.as_ref(), &mut role.capacity, &claim);
        self.fact(path("visit_minutes"), known.visit_minutes.as_ref(), &mut role.visit_minutes, &claim);
        self.fact(path("wheelchair"), known.wheelchair.as_ref(), &mut role.wheelchair, &claim);
        self.fact(path("contact"), known.contact.as_ref(), &mut role.contact, &claim);
    }

    /// A fact. One that the feature does not state is compared by who claims the role.
    fn fact<T>(&mut self, path: String, known: Option<&Sourced<T>>, said: &mut Option<Sourced<T>>, claim: &Provenance)
    where
        T: Clone + PartialEq + std::fmt::Debug,
    {
        let Some(known) = known else { return };
        let by = said.as_ref().map_or(claim, |said| &said.provenance);
        if !self.is_others(&known.provenance, by) {
            return;
        }
        if let Some(said) = said.as_ref().filter(|said| said.value != known.value) {
            let [before, after] = [&known.value, &said.value].map(|value| format!("{value:?}"));
            self.kept.push(FieldChange { field: path, before, after });
        }
        *said = Some(known.clone());
    }
}
