//! Which fact of a place is meant: `name`, `position`, `r-7c1d/hours`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::{AgingFact, Place, Provenance, RoleId, Status};

/// One fact of a place, or of one of its roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FactPath {
    /// The role whose fact it is; `None` = the place's own.
    pub role: Option<RoleId>,
    /// Which fact.
    pub fact: AgingFact,
}

/// The text names no fact.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} names no fact; allowed: name, position, or a role's id and one of its facts, such as r-7c1d/hours")]
pub struct InvalidFactPath(pub String);

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(role) = &self.role {
            write!(f, "{role}/")?;
        }
        f.write_str(self.fact.as_str())
    }
}

impl FromStr for FactPath {
    type Err = InvalidFactPath;

    fn from_str(text: &str) -> Result<Self, InvalidFactPath> {
        let invalid = || InvalidFactPath(text.chars().take(80).collect());
        let (role, name) = match text.split_once('/') {
            Some((role, name)) => (Some(role.parse().map_err(|_| invalid())?), name),
            None => (None, text),
        };
        let fact = AgingFact::ALL.into_iter().find(|fact| fact.as_str() == name).ok_or_else(invalid)?;
        let is_places_own = matches!(fact, AgingFact::Name | AgingFact::Position);
        if is_places_own == role.is_none() { Ok(Self { role, fact }) } else { Err(invalid()) }
    }
}

impl Place {
    /// The facts that are known of the place and of its roles that stand, each with who says so.
    pub fn facts(&self) -> impl Iterator<Item = (FactPath, &Provenance)> {
        let own = self.aging_facts().map(|(fact, provenance)| (FactPath { role: None, fact }, provenance));
        let standing = self.roles.iter().filter(|role| role.status != Status::Withdrawn);
        let roles = standing.flat_map(|role| {
            let path = |fact| FactPath { role: Some(role.id.clone()), fact };
            role.aging_facts().map(move |(fact, provenance)| (path(fact), provenance))
        });
        own.into_iter().chain(roles)
    }

    /// Who says the fact, to change; `None` if nothing is known of it.
    pub fn provenance_mut(&mut self, path: &FactPath) -> Option<&mut Provenance> {
        match (&path.role, path.fact) {
            (None, AgingFact::Name) => Some(&mut self.name_provenance),
            (None, AgingFact::Position) => Some(&mut self.position.provenance),
            (None, _) => None,
            (Some(id), fact) => {
                let role = self.roles.iter_mut().find(|role| role.id == *id)?;
                role.aging_facts_mut().find(|(known, _)| *known == fact).map(|(_, provenance)| provenance)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A library with hours, a fee and a word on wheelchairs, and a role that was withdrawn.
    const LIBRARY: &str = r#"{
        "type": "Feature", "id": "p-1", "geometry": {"type": "Point", "coordinates": [119.4, 32.4]},
        "properties": {
            "name": "市图书馆", "name_source": {"source": "list"},
            "position": {"precision": "surveyed", "radius_m": 30, "source": "list"},
            "region": "321002",
            "roles": [
                {"id": "r-1", "kind": "venue", "claim": {"source": "list"},
                 "hours": {"value": "24/7", "source": "list"}, "fee": {"value": "free", "source": "list"},
                 "wheelchair": {"value": "limited", "source": "list"}},
                {"id": "r-2", "kind": "demo_station", "status": "withdrawn", "claim": {"source": "list"}}
            ]
        }
    }"#;

    fn library() -> Place {
        Place::from_feature_json(LIBRARY).unwrap()
    }

    #[test]
    fn a_path_reads_as_it_is_written() {
        let place = library();
        let paths: Vec<String> = place.facts().map(|(path, _)| path.to_string()).collect();
        assert_eq!(paths, ["name", "position", "r-1/claim", "r-1/hours", "r-1/fee", "r-1/wheelchair"]);
        for (path, _) in place.facts() {
            assert_eq!(path.to_string().parse(), Ok(path));
        }
        for text in ["", "hours", "r-1", "r-1/", "r-1/name", "/hours", "r-1/hours/", "R 1/hours", "r-1/Hours"] {
            assert!(text.parse::<FactPath>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_path_leads_to_the_provenance_of_its_own_fact() {
        let mut place = library();
        let paths: Vec<FactPath> = place.facts().map(|(path, _)| path).collect();
        for path in &paths {
            place.provenance_mut(path).expect("a known fact").checked_by = Some(path.to_string());
        }
        for (path, provenance) in place.facts() {
            assert_eq!(provenance.checked_by, Some(path.to_string()));
        }
        for unknown in ["r-1/contact", "r-9/hours"] {
            assert_eq!(place.provenance_mut(&unknown.parse().unwrap()), None, "{unknown}");
        }
    }
}
