//! In which direction a way may be used: OpenStreetMap's `oneway` and what implies it (wiki, `Key:oneway`).

use super::Profile;
use super::access::{Access, access_one_way};
use super::class::Class;
use super::tags::Tags;

/// Whether one may go along the way's own direction, and against it.
pub(crate) type Directions = [bool; 2];

const BOTH: Directions = [true, true];

/// The directions that a profile may use.
pub(crate) fn directions(profile: Profile, class: Class, tags: Tags<'_>) -> Directions {
    let said = match profile {
        Profile::Walk => said(tags, &["oneway:foot"]).or_else(|| moving(tags)).unwrap_or(BOTH),
        Profile::Cycle => match said(tags, &["oneway:bicycle"]) {
            Some(said) => said,
            None if rides_against_traffic(tags) => BOTH,
            None => of_vehicles(class, tags, &["oneway:vehicle", "oneway"]),
        },
        Profile::Drive => {
            of_vehicles(class, tags, &["oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway"])
        }
    };
    let direction = |open: bool, suffix| match access_one_way(profile, suffix, tags) {
        Some(access) => access != Access::No,
        None => open,
    };
    [direction(said[0], ":forward"), direction(said[1], ":backward")]
}

/// What the first of the keys says that says anything.
fn said(tags: Tags<'_>, keys: &[&str]) -> Option<Directions> {
    keys.iter().find_map(|key| match tags.get(key)? {
        "yes" | "true" | "1" => Some([true, false]),
        "-1" | "reverse" => Some([false, true]),
        "no" | "false" | "0" | "alternating" => Some(BOTH),
        // Its direction changes with the time of day, which is not known here.
        "reversible" => Some([false, false]),
        _ => None,
    })
}

/// Roundabouts and motorways are one-way without saying so.
fn of_vehicles(class: Class, tags: Tags<'_>, keys: &[&str]) -> Directions {
    let is_implied = matches!(tags.get("junction"), Some("roundabout" | "circular")) || class == Class::Motorway;
    said(tags, keys).unwrap_or([true, !is_implied])
}

/// Escalators and moving walks go one way (`conveying=forward|backward`).
fn moving(tags: Tags<'_>) -> Option<Directions> {
    match tags.get("conveying")? {
        "forward" => Some([true, false]),
        "backward" => Some([false, true]),
        _ => None,
    }
}

/// Whether there is a lane for bicycles against the traffic.
fn rides_against_traffic(tags: Tags<'_>) -> bool {
    const SIDES: [&str; 4] = ["cycleway", "cycleway:left", "cycleway:right", "cycleway:both"];
    let is_opposite = |side: &&str| tags.get(side).is_some_and(|value| value.starts_with("opposite"));
    let is_two_way = |side: &&str| {
        let has_lane = tags.get(side).is_some_and(|value| matches!(value, "lane" | "track" | "share_busway"));
        has_lane && matches!(tags.get_with(side, ":oneway"), Some("no" | "-1"))
    };
    SIDES.iter().any(|side| is_opposite(side) || is_two_way(side))
}
