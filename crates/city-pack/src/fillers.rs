//! Generated places that fill a role kind up to its declared count. Each is named as an example, never after a real
//! institution.

use std::collections::BTreeMap;

use yuren_catalog::stable;
use yuren_catalog::{City, Place, Position, Precision, Role, RoleKind, Status};

use super::draw::Draw;
use super::example_facts::example_role;
use super::profiles;
use super::slot_types::{SLOT_TYPES, SlotType};
use super::sources::SlotRow;
use super::towns::Towns;
use super::{code, provenance, wanted};

/// A district's name in the names of examples.
const DISTRICT_NAMES: [(&str, &str, &str); 7] = [
    ("321002", "广陵区", "Guangling"),
    ("321003", "邗江区", "Hanjiang"),
    ("321012", "江都区", "Jiangdu"),
    ("321023", "宝应县", "Baoying"),
    ("321071", "经济技术开发区", "Development Zone"),
    ("321081", "仪征市", "Yizheng"),
    ("321084", "高邮市", "Gaoyou"),
];

/// Places for as many slots of each kind as it lacks after the real places, by the rank of each slot's own hash: a real
/// place added displaces one slot, and never one that bears further roles.
pub(super) fn places(city: &City, slots: &[SlotRow], real: &[Place], towns: &Towns<'_>) -> Result<Vec<Place>, String> {
    let mut by_kind: BTreeMap<RoleKind, Vec<&SlotRow>> = BTreeMap::new();
    for slot in slots {
        by_kind.entry(kind_named(&slot.kind)?).or_default().push(slot);
    }
    let mut places = Vec::new();
    for (kind, mut own) in by_kind {
        let besides =
            slots.iter().filter(|slot| slot.further_roles.split_whitespace().any(|named| named == kind.as_str()));
        let already = besides.count() + real.iter().filter(|place| place.has_role(kind)).count();
        let lacking = wanted(city, kind).saturating_sub(already);
        if own.len() < lacking {
            return Err(format!("synthetic_slots.csv: {kind} lacks {lacking} places and has {} slots", own.len()));
        }
        own.sort_by_key(|slot| (slot.further_roles.is_empty(), stable::hash(&["slot", &key(slot)]), key(slot)));
        for slot in &own[..lacking] {
            places.push(place(kind, slot, towns)?);
        }
    }
    Ok(places)
}

fn place(kind: RoleKind, slot: &SlotRow, towns: &Towns<'_>) -> Result<Place, String> {
    let key = key(slot);
    let SlotType { zh, en, profile } = SLOT_TYPES
        .iter()
        .find(|known| known.zh == slot.type_name)
        .ok_or_else(|| format!("synthetic_slots.csv, {key}: unknown type {:?}", slot.type_name))?;
    let &(_, district, district_en) = DISTRICT_NAMES
        .iter()
        .find(|(code, ..)| *code == slot.district_code)
        .ok_or_else(|| format!("synthetic_slots.csv, {key}: unknown district {:?}", slot.district_code))?;
    let scattered = towns.scatter(&slot.town_code, &slot.district_code, true, &mut Draw::of(&["position", &key]))?;
    let mut roles = vec![example_role(&key, kind, profile)];
    for further in slot.further_roles.split_whitespace().map(kind_named) {
        let further = further?;
        let profile = profiles::of_kind(further).ok_or_else(|| format!("{further} has no profile"))?;
        let name = format!("示例{} {} · {district}", label(further), slot.number);
        roles.push(Role { name: Some(name), ..example_role(&key, further, profile) });
    }
    Ok(Place {
        id: stable::place_id(&key),
        name: format!("示例{zh} {} · {district}", slot.number),
        name_provenance: provenance("synthetic"),
        name_en: Some(format!("Example {en} {}, {district_en}", slot.number)),
        aliases: Vec::new(),
        address: None,
        position: Position {
            point: scattered.point,
            precision: Precision::Synthetic,
            radius_m: scattered.radius_m,
            provenance: provenance("synthetic"),
        },
        entrances: Vec::new(),
        // A slot without a town stands anywhere in its district.
        region: code(if slot.town_code.is_empty() { &slot.district_code } else { &slot.town_code })?,
        status: Status::Active,
        source_keys: BTreeMap::from([("synthetic".to_owned(), key["synthetic:".len()..].to_owned())]),
        roles,
        activities: Vec::new(),
        courses: Vec::new(),
    })
}

/// `synthetic:venue:321002:07`
fn key(slot: &SlotRow) -> String {
    format!("synthetic:{}:{}:{}", slot.kind, slot.district_code, slot.number)
}

fn kind_named(text: &str) -> Result<RoleKind, String> {
    text.parse().map_err(|e| format!("synthetic_slots.csv: {e}"))
}

/// A role kind in the names of examples: its name without the quotation marks that some have.
fn label(kind: RoleKind) -> String {
    kind.name_zh().replace(['“', '”'], "")
}
