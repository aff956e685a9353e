//! Real villages and communities that stand in for the parent schools and demonstration sites. Their names are real;
//! that they hold these roles is an example, since nobody published which do.

use std::collections::{BTreeMap, BTreeSet};

use yuren_catalog::stable;
use yuren_catalog::{City, Place, RoleKind, Status};

use super::example_facts::example_role;
use super::regions::PlacedUnit;
use super::{code, profiles, provenance, wanted};

/// The kinds that units bear, and how each chooses.
const KINDS: [RoleKind; 3] = [RoleKind::ParentSchool, RoleKind::DemoCommunity, RoleKind::DemoStation];

/// A place for each unit that was chosen for any role.
pub(super) fn places(city: &City, units: &[PlacedUnit<'_>]) -> Result<Vec<Place>, String> {
    let chosen: Vec<(RoleKind, BTreeSet<&str>)> = KINDS
        .into_iter()
        .map(|kind| Ok((kind, choose(kind, wanted(city, kind), units)?)))
        .collect::<Result<_, String>>()?;
    let kinds_of = |unit: &PlacedUnit<'_>| -> Vec<RoleKind> {
        let bears = |codes: &BTreeSet<&str>| codes.contains(unit.row.village_code.as_str());
        chosen.iter().filter(|(_, codes)| bears(codes)).map(|&(kind, _)| kind).collect()
    };
    let bearers = units.iter().map(|unit| (unit, kinds_of(unit))).filter(|(_, kinds)| !kinds.is_empty());
    bearers.map(|(unit, kinds)| place(unit, &kinds)).collect()
}

/// The codes of so many units, by the rank of each unit's own hash: a unit added displaces at most one.
fn choose<'a>(kind: RoleKind, count: usize, units: &[PlacedUnit<'a>]) -> Result<BTreeSet<&'a str>, String> {
    let mut ranked: Vec<_> = units.iter().filter(|unit| is_candidate(kind, unit)).collect();
    ranked.sort_by_key(|unit| (!is_preferred(kind, unit), rank(kind, unit), &unit.row.village_code));
    if ranked.len() < count {
        return Err(format!("{count} {kind} are declared, and there are only {} units for them", ranked.len()));
    }
    Ok(ranked[..count].iter().map(|unit| unit.row.village_code.as_str()).collect())
}

fn rank(kind: RoleKind, unit: &PlacedUnit<'_>) -> u64 {
    stable::hash(&["unit", kind.as_str(), &unit.row.village_code])
}

/// Parent schools stand first where the position is real.
fn is_preferred(kind: RoleKind, unit: &PlacedUnit<'_>) -> bool {
    kind == RoleKind::ParentSchool && unit.osm_key.is_some()
}

/// Demonstration sites are communities. They should be parent schools too: of the units without a real position nine in
/// ten are chosen for that, so those in the first eight tenths of the hash always are, whatever units are added.
fn is_candidate(kind: RoleKind, unit: &PlacedUnit<'_>) -> bool {
    kind == RoleKind::ParentSchool
        || unit.row.kind == "居委会/社区"
            && (unit.osm_key.is_some() || rank(RoleKind::ParentSchool, unit) < u64::MAX / 10 * 8)
}

fn place(unit: &PlacedUnit<'_>, kinds: &[RoleKind]) -> Result<Place, String> {
    let village_code = &unit.row.village_code;
    let key = format!("stats:{village_code}");
    let profile = |kind| profiles::of_kind(kind).ok_or_else(|| format!("{kind} has no profile"));
    let roles =
        kinds.iter().map(|&kind| Ok(example_role(&key, kind, profile(kind)?))).collect::<Result<_, String>>()?;
    let osm_key = unit.osm_key.iter().map(|osm| ("osm".to_owned(), osm.clone()));
    Ok(Place {
        id: stable::place_id(&key),
        name: unit.row.village_name.clone(),
        name_provenance: provenance("stats"),
        name_en: None,
        aliases: Vec::new(),
        address: None,
        position: unit.position.clone(),
        entrances: Vec::new(),
        region: code(village_code)?,
        status: Status::Active,
        source_keys: osm_key.chain([("stats".to_owned(), village_code.clone())]).collect::<BTreeMap<_, _>>(),
        roles,
        activities: Vec::new(),
        courses: Vec::new(),
    })
}
