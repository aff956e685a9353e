//! What OpenStreetMap's tags are to the programme, in one table.

use yuren_catalog::RoleKind;

/// A tag, and the kind of role that a place with it could bear. `*` is any value.
const KINDS: [(&str, &str, RoleKind); 20] = [
    ("amenity", "library", RoleKind::Venue),
    ("amenity", "arts_centre", RoleKind::Venue),
    ("amenity", "community_centre", RoleKind::Venue),
    ("amenity", "exhibition_centre", RoleKind::Venue),
    ("amenity", "planetarium", RoleKind::Venue),
    ("amenity", "public_bookcase", RoleKind::Venue),
    ("tourism", "museum", RoleKind::Venue),
    ("tourism", "gallery", RoleKind::Venue),
    ("amenity", "school", RoleKind::School),
    ("historic", "monument", RoleKind::Heritage),
    ("historic", "memorial", RoleKind::Heritage),
    ("historic", "castle", RoleKind::Heritage),
    ("historic", "archaeological_site", RoleKind::Heritage),
    ("historic", "tomb", RoleKind::Heritage),
    ("historic", "city_gate", RoleKind::Heritage),
    ("historic", "pagoda", RoleKind::Heritage),
    ("historic", "heritage", RoleKind::Heritage),
    ("historic", "building", RoleKind::Heritage),
    ("historic", "monastery", RoleKind::Heritage),
    ("heritage", "*", RoleKind::Heritage),
];

/// The kinds that these tags stand for, each once.
pub(super) fn kinds<'a>(tags: &(impl Iterator<Item = (&'a str, &'a str)> + Clone)) -> Vec<RoleKind> {
    let mut kinds = Vec::new();
    for (key, value, kind) in KINDS {
        let bears = tags.clone().any(|(k, v)| k == key && (value == "*" && v != "no" || v == value));
        if bears && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// The columns of an extract's table, and the tags that fill them, the best first.
pub(super) const COLUMNS: [(&str, &[&str]); 11] = [
    ("name", &["name:zh", "name:zh-Hans", "name"]),
    ("name_en", &["name:en", "int_name"]),
    ("aliases", &["alt_name", "old_name", "short_name"]),
    ("address", &["addr:full"]),
    ("opening_hours", &["opening_hours"]),
    ("fee", &["fee", "charge"]),
    ("phone", &["phone", "contact:phone"]),
    ("website", &["website", "contact:website", "url"]),
    ("capacity", &["capacity"]),
    ("wheelchair", &["wheelchair"]),
    ("note", &["description:zh", "description"]),
];
