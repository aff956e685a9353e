//! The real places: what OpenStreetMap has and `osm_verdicts.csv` takes. Nothing is added to what OSM says of them.

use std::collections::{BTreeMap, BTreeSet};

use yuren_catalog::stable;
use yuren_catalog::{Contact, Fee, Place, Position, Precision, Role, RoleKind, Sourced, Status};

use super::ground::Ground;
use super::sources::{OsmRow, Sources, Verdict, VerdictRow};
use super::towns::point;
use super::{code, provenance, role};

/// The places of `osm_points.csv`, with their gates and aliases. A row without a verdict is an error: somebody must judge.
pub(super) fn places(sources: &Sources, ground: &Ground) -> Result<Vec<Place>, String> {
    let rows: BTreeMap<String, &OsmRow> = sources.osm.iter().map(|row| (row.key(), row)).collect();
    let judged: BTreeSet<_> = sources.verdicts.iter().map(|verdict| &verdict.osm_key).collect();
    if let Some(key) = rows.keys().find(|key| !judged.contains(key)) {
        return Err(format!("osm_verdicts.csv has no verdict on {key}"));
    }
    let row_of =
        |key: &str| rows.get(key).copied().ok_or_else(|| format!("osm_verdicts.csv: no row {key} in osm_points.csv"));
    sources
        .verdicts
        .iter()
        .filter(|verdict| verdict.verdict == Verdict::Place)
        .map(|verdict| {
            let mut place = place(verdict, row_of(&verdict.osm_key)?, ground)?;
            let gates = sources.verdicts.iter().filter(|gate| gate.verdict == Verdict::Entrance);
            for gate in gates.filter(|gate| gate.into == verdict.osm_key) {
                let row = row_of(&gate.osm_key)?;
                place.entrances.push(point(row.lon, row.lat)?);
            }
            Ok(place)
        })
        .collect()
}

fn place(verdict: &VerdictRow, row: &OsmRow, ground: &Ground) -> Result<Place, String> {
    let key = format!("osm:{}", verdict.osm_key);
    let at = point(row.lon, row.lat)?;
    let district = ground.district_at(at).ok_or_else(|| format!("{key}: in no district"))?;
    let kinds = verdict.roles.split_whitespace().map(str::parse::<RoleKind>);
    let roles = kinds
        .map(|kind| Ok(real_role(&key, kind.map_err(|e| format!("{key}: {e}"))?, row)))
        .collect::<Result<_, String>>()?;
    Ok(Place {
        id: stable::place_id(&key),
        name: if verdict.place_name.is_empty() { row.name.clone() } else { verdict.place_name.clone() },
        name_provenance: provenance("osm"),
        name_en: (!row.name_en.is_empty()).then(|| row.name_en.clone()),
        aliases: verdict.aliases.split(';').filter(|alias| !alias.is_empty()).map(str::to_owned).collect(),
        address: None,
        position: Position {
            point: at,
            precision: Precision::Osm,
            radius_m: verdict.radius_m.ok_or_else(|| format!("osm_verdicts.csv, {key}: radius_m is missing"))?,
            provenance: provenance("osm"),
        },
        entrances: Vec::new(),
        region: code(district)?,
        status: Status::Active,
        source_keys: BTreeMap::from([("osm".to_owned(), verdict.osm_key.clone())]),
        roles,
        activities: Vec::new(),
        courses: Vec::new(),
    })
}

/// A role of a real place: the facts are OSM's, the rest is unknown. OSM's tags say that a museum or a tower is one; no
/// tag says that a school is covered by the programme, so that claim is an example.
fn real_role(key: &str, kind: RoleKind, row: &OsmRow) -> Role {
    let claim = if kind == RoleKind::School { "synthetic" } else { "osm" };
    let fee = match row.fee.as_str() {
        "no" => Some(Fee::Free),
        "yes" => Some(Fee::Paid),
        _ => None,
    };
    let text = |value: &String| (!value.is_empty()).then(|| value.clone());
    Role {
        hours: text(&row.opening_hours).map(from_osm),
        fee: fee.map(from_osm),
        contact: text(&row.website).map(|website| from_osm(Contact { phone: None, website: Some(website) })),
        ..role(key, kind, claim)
    }
}

fn from_osm<T>(value: T) -> Sourced<T> {
    Sourced { value, provenance: provenance("osm") }
}
