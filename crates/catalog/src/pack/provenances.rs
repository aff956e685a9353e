//! Every statement of a place that has a provenance, with its path in the file.

use std::fmt;

use crate::{Place, Provenance};

/// The path of a sourced statement: `position`, `roles[0].fee`, `activities[2].provenance`.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldPath {
    /// The list that its bearer is in and the bearer's place there; `None` = the place itself.
    pub(super) bearer: Option<(&'static str, usize)>,
    /// The field's name.
    pub(super) name: &'static str,
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((list, i)) = self.bearer {
            write!(f, "{list}[{i}].")?;
        }
        f.write_str(self.name)
    }
}

impl Place {
    /// Who says what of it, of its roles, activities and courses, statement by statement.
    pub fn provenances(&self) -> impl Iterator<Item = &Provenance> {
        of_place(self).map(|(_, provenance)| provenance)
    }
}

/// The place's provenances, its roles', its activities' and its courses'.
pub(super) fn of_place(place: &Place) -> impl Iterator<Item = (FieldPath, &Provenance)> {
    let own = [("name_source", &place.name_provenance), ("position", &place.position.provenance)]
        .map(|(name, provenance)| (FieldPath { bearer: None, name }, provenance));
    let roles = place.roles.iter().enumerate().flat_map(|(i, role)| {
        let path = move |name| FieldPath { bearer: Some(("roles", i)), name };
        let facts = role.aging_facts().map(move |(fact, provenance)| (path(fact.as_str()), provenance));
        facts.chain(role.notices.iter().map(move |notice| (path("notices"), &notice.provenance)))
    });
    let offer = |list, i| FieldPath { bearer: Some((list, i)), name: "provenance" };
    let activities = place.activities.iter().enumerate().map(move |(i, it)| (offer("activities", i), &it.provenance));
    let courses = place.courses.iter().enumerate().map(move |(i, it)| (offer("courses", i), &it.provenance));
    own.into_iter().chain(roles).chain(activities).chain(courses)
}

/// Does something to each of the same statements' provenances.
pub(super) fn each_of_place_mut(place: &mut Place, mut change: impl FnMut(&mut Provenance)) {
    change(&mut place.name_provenance);
    change(&mut place.position.provenance);
    for role in &mut place.roles {
        role.aging_facts_mut().for_each(|(_, provenance)| change(provenance));
        role.notices.iter_mut().for_each(|notice| change(&mut notice.provenance));
    }
    place.activities.iter_mut().for_each(|activity| change(&mut activity.provenance));
    place.courses.iter_mut().for_each(|course| change(&mut course.provenance));
}
