//! Lays a row over a place: what the list says, where nobody else has said otherwise.

use std::collections::BTreeMap;

use yuren_catalog::{Place, Position, Precision, Provenance, RegionCode, Status, stable};

use super::field_change::{Merged, change, point_text, status_text};
use super::matching::place_key;
use super::{FieldChange, own};
use crate::anchors::folded;
use crate::draft::Spotted;
use crate::gazetteer::is_inside;
use crate::{Draft, Drafts, Field, Import};

/// The row as a place: laid over `before`, or on its own.
pub(super) fn merge(import: &Import<'_>, sheet: &Drafts, draft: &Draft, before: Option<&Place>) -> Merged {
    if let Some(place) = &draft.place {
        return own::whole(import, place, before);
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
        activities: Vec::new(),
        courses: Vec::new(),
    }
}

fn position(import: &Import<'_>, spotted: &Spotted) -> Position {
    let Spotted { point, precision, radius_m } = *spotted;
    Position { point, precision, radius_m, provenance: import.provenance() }
}

/// A list being laid over a place.
pub(super) struct Layer<'a> {
    pub(super) import: &'a Import<'a>,
    sheet: &'a Drafts,
    pub(super) fields: Vec<FieldChange>,
    pub(super) kept: Vec<FieldChange>,
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
    pub(super) fn text(
        &mut self,
        field: Field,
        name: &str,
        slot: &mut Option<String>,
        said: Option<String>,
        may: bool,
    ) {
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

    /// Whether the list has a column for a field.
    pub(super) fn states(&self, field: Field) -> bool {
        self.sheet.mapping.column(field).is_some()
    }

    /// Whether the list may change what has this provenance.
    pub(super) fn may(&self, provenance: &Provenance) -> bool {
        self.import.overrules || provenance.source == self.import.source_key
    }

    /// Whether this import brings a check of what the list itself said before.
    pub(super) fn is_checked_anew(&self, known: &Provenance) -> bool {
        let new = self.import.provenance();
        new.checked_on.is_some() && known.source == new.source && *known != new
    }

    pub(super) fn tell(&mut self, field: &str, before: &str, after: &str) {
        self.fields.push(change(field, before, after));
    }
}

/// Whether a region that a row names says more or something else than the one that is known.
fn is_another(known: &RegionCode, named: &RegionCode) -> bool {
    !is_inside(known, named)
}

fn checked_text(provenance: &Provenance) -> String {
    provenance.checked_on.map(|day| day.to_string()).unwrap_or_default()
}
