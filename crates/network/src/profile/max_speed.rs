//! Speed limits: OpenStreetMap's `maxspeed` (wiki, `Key:maxspeed`).

use super::speeds::{self, KmH};
use super::tags::Tags;

/// Kilometres in a mile, and in a nautical mile.
const KM_A_MILE: f32 = 1.609_344;
const KM_A_NAUTICAL_MILE: f32 = 1.852;

/// Keys that tell where a limit comes from: where the number is missing, they tell the zone.
const ZONES: [&str; 3] = ["maxspeed:type", "source:maxspeed", "zone:maxspeed"];

/// The limit in a direction (`:forward`, `:backward`) in km/h, if the way states one that can be read.
pub(crate) fn limit(tags: Tags<'_>, suffix: &str) -> Option<KmH> {
    let stated = tags.get_with("maxspeed", suffix).and_then(kmh);
    let stated = stated.or_else(|| tags.get("maxspeed").and_then(kmh));
    stated.or_else(|| ZONES.iter().find_map(|key| zone(tags.get(key)?)))
}

/// A value in km/h. Of several (`50;30`, by lane or by weather) the first counts.
fn kmh(value: &str) -> Option<KmH> {
    let value = value.split([';', '|', ',']).next()?.trim();
    let digits = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let (number, unit) = value.split_at(digits);
    let Ok(number) = number.parse::<f32>() else { return word(value) };
    let kmh = match unit.trim() {
        "" | "km/h" | "kmh" | "kph" => number,
        "mph" => number * KM_A_MILE,
        "knots" => number * KM_A_NAUTICAL_MILE,
        _ => return None,
    };
    (1.0..=speeds::HIGHEST_LIMIT).contains(&kmh).then_some(kmh)
}

/// A limit said in a word.
fn word(value: &str) -> Option<KmH> {
    match value {
        "walk" => Some(speeds::LIMIT_WALK),
        "none" => Some(speeds::LIMIT_NONE),
        _ => zone(value),
    }
}

/// A zone's limit: `CN:urban`, `DE:zone:30`, `DE:zone30`.
fn zone(value: &str) -> Option<KmH> {
    let (country, zone) = value.split_once(':')?;
    if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    if let Some(number) = zone.strip_prefix("zone") {
        return number.trim_start_matches(':').parse().ok().filter(|kmh| (1.0..=speeds::HIGHEST_LIMIT).contains(kmh));
    }
    speeds::zone_limit(country, zone)
}
