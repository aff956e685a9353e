//! Every statement of a place that has a provenance, with its path in the file.

use std::fmt;

use crate::{Place, Provenance, Role};

/// The path of a sourced statement: `position`, `roles[0].fee`.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldPath {
    /// The role it belongs to, by its place in the list.
    pub(super) role: Option<usize>,
    /// The field's name.
    pub(super) name: &'static str,
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(role) = self.role {
            write!(f, "roles[{role}].")?;
        }
        f.write_str(self.name)
    }
}

impl Place {
    /// Who says what of it and of its roles, statement by statement.
    pub fn provenances(&self) -> impl Iterator<Item = &Provenance> {
        of_place(self).map(|(_, provenance)| provenance)
    }
}

/// The place's provenances and its roles'.
pub(super) fn of_place(place: &Place) -> impl Iterator<Item = (FieldPath, &Provenance)> {
    let own = [("name_source", &place.name_provenance), ("position", &place.position.provenance)]
        .map(|(name, provenance)| (FieldPath { role: None, name }, provenance));
    let roles = place.roles.iter().enumerate().flat_map(|(i, role)| {
        of_role(role).map(move |(name, provenance)| (FieldPath { role: Some(i), name }, provenance))
    });
    own.into_iter().chain(roles)
}

fn of_role(role: &Role) -> impl Iterator<Item = (&'static str, &Provenance)> {
    let facts = [
        ("hours", role.hours.as_ref().map(|fact| &fact.provenance)),
        ("fee", role.fee.as_ref().map(|fact| &fact.provenance)),
        ("audience", role.audience.as_ref().map(|fact| &fact.provenance)),
        ("booking", role.booking.as_ref().map(|fact| &fact.provenance)),
        ("capacity", role.capacity.as_ref().map(|fact| &fact.provenance)),
        ("visit_minutes", role.visit_minutes.as_ref().map(|fact| &fact.provenance)),
        ("wheelchair", role.wheelchair.as_ref().map(|fact| &fact.provenance)),
        ("contact", role.contact.as_ref().map(|fact| &fact.provenance)),
    ];
    let known = facts.into_iter().filter_map(|(name, provenance)| Some((name, provenance?)));
    std::iter::once(("claim", &role.claim)).chain(known)
}

/// The same statements' provenances, to change.
pub(super) fn of_place_mut(place: &mut Place) -> impl Iterator<Item = &mut Provenance> {
    let roles = place.roles.iter_mut().flat_map(|role| {
        let facts = [
            Some(&mut role.claim),
            role.hours.as_mut().map(|fact| &mut fact.provenance),
            role.fee.as_mut().map(|fact| &mut fact.provenance),
            role.audience.as_mut().map(|fact| &mut fact.provenance),
            role.booking.as_mut().map(|fact| &mut fact.provenance),
            role.capacity.as_mut().map(|fact| &mut fact.provenance),
            role.visit_minutes.as_mut().map(|fact| &mut fact.provenance),
            role.wheelchair.as_mut().map(|fact| &mut fact.provenance),
            role.contact.as_mut().map(|fact| &mut fact.provenance),
        ];
        facts.into_iter().flatten()
    });
    [&mut place.name_provenance, &mut place.position.provenance].into_iter().chain(roles)
}
