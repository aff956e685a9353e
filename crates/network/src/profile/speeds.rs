//! The one table of speeds. Every number stands here, with what it rests on; what rests on nothing better is called an
//! estimate. There is no traffic, no waiting at lights and no slope in any of them but by averages.

use super::class::Class;

/// Kilometres an hour.
pub(crate) type KmH = f32;

/// Walking: 4.5 km/h, the figure that the sample city states for its estimates, so that both kinds of time compare.
pub(crate) const WALK: KmH = 4.5;
/// Stairs, along the ground: an estimate, about half a metre a second, up and down taken together.
pub(crate) const WALK_STEPS: KmH = 2.0;
/// Mountain paths of SAC grade T2 and T3 (`sac_scale`): estimates that allow for some slope.
pub(crate) const WALK_MOUNTAIN: KmH = 3.5;
/// See [`WALK_MOUNTAIN`].
pub(crate) const WALK_DEMANDING: KmH = 2.5;
/// Cycling: 13 km/h, the sample city's figure.
pub(crate) const CYCLE: KmH = 13.0;
/// A bicycle is pushed at a walk.
pub(crate) const CYCLE_PUSHED: KmH = WALK;
/// A bicycle carried or pushed on stairs, where they are open to bicycles: an estimate.
pub(crate) const CYCLE_STEPS: KmH = 1.5;
/// A ferry that does not state how long it takes: an estimate for river boats, without the wait for them.
pub(crate) const FERRY: KmH = 10.0;

/// `maxspeed=walk`: commonly taken as 4 to 7 km/h; the upper figure.
pub(crate) const LIMIT_WALK: KmH = 7.0;
/// `maxspeed=none`: the advised speed on German motorways.
pub(crate) const LIMIT_NONE: KmH = 130.0;
/// A higher limit than any is a mistake.
pub(crate) const HIGHEST_LIMIT: KmH = 160.0;

/// The limit of a sort of road that states none, and the share of a limit that is reached on average.
///
/// Limits: the design speeds of urban roads in China (CJJ 37-2012: expressways 60 to 100, arterials 40 to 60,
/// secondary arterials 30 to 50, branch roads 20 to 40 km/h; the upper one, 80 for expressways), 120 km/h on
/// motorways and 30 in a street without a centre line (道路交通安全法实施条例, articles 78 and 45). These are as commonly cited;
/// the printed texts were not checked. The shares are estimates: junctions, lights, parked cars and turning take the
/// rest.
pub(crate) fn drive(class: Class) -> (KmH, f32) {
    match class {
        Class::Motorway => (120.0, 0.9),
        Class::MotorwayLink => (60.0, 0.8),
        Class::Trunk => (80.0, 0.8),
        Class::TrunkLink => (50.0, 0.8),
        Class::Primary => (60.0, 0.7),
        Class::Secondary | Class::PrimaryLink => (50.0, 0.7),
        Class::Tertiary | Class::SecondaryLink | Class::TertiaryLink => (40.0, 0.7),
        Class::Unclassified => (40.0, 0.6),
        Class::Residential | Class::Road => (30.0, 0.6),
        Class::LivingStreet | Class::Service | Class::Track => (20.0, 0.6),
        // Open to cars only by a tag of their own, and shared with those on foot.
        _ => (20.0, 0.5),
    }
}

/// A zone's limit: China's for `CN` (道路交通安全法实施条例, article 45, for one lane each way, and 78), for others what most
/// of Europe has.
pub(crate) fn zone_limit(country: &str, zone: &str) -> Option<KmH> {
    let is_china = country.eq_ignore_ascii_case("cn");
    match zone {
        "urban" => Some(50.0),
        "rural" => Some(if is_china { 70.0 } else { 100.0 }),
        "trunk" => Some(if is_china { 80.0 } else { 100.0 }),
        "motorway" => Some(if is_china { 120.0 } else { LIMIT_NONE }),
        "living_street" | "pedestrian_zone" => Some(LIMIT_WALK),
        "bicycle_road" => Some(30.0),
        _ => None,
    }
}

/// How a surface holds up a bicycle (a factor) and a car (the most that it drives at, km/h): estimates.
pub(crate) fn surface(value: &str) -> Option<(f32, KmH)> {
    match value {
        "sett" | "unhewn_cobblestone" | "cobblestone" | "paving_stones:lanes" | "metal_grid" => Some((0.8, 30.0)),
        "compacted" | "fine_gravel" => Some((0.85, 40.0)),
        "unpaved" | "gravel" | "pebblestone" | "dirt" | "earth" | "ground" | "rock" | "stepping_stones" => {
            Some((0.7, 25.0))
        }
        "grass" | "grass_paver" | "woodchips" => Some((0.6, 20.0)),
        "sand" | "mud" | "snow" | "ice" => Some((0.4, 10.0)),
        _ => None,
    }
}

/// The same by how firm a track is (`tracktype`).
pub(crate) fn track_type(value: &str) -> Option<(f32, KmH)> {
    match value {
        "grade2" => Some((0.85, 25.0)),
        "grade3" => Some((0.7, 20.0)),
        "grade4" => Some((0.6, 12.0)),
        "grade5" => Some((0.5, 8.0)),
        _ => None,
    }
}

/// The same by how even it is (`smoothness`); 0 where wheels of that sort do not roll.
pub(crate) fn smoothness(value: &str) -> Option<(f32, KmH)> {
    match value {
        "bad" => Some((0.8, 30.0)),
        "very_bad" => Some((0.6, 15.0)),
        "horrible" => Some((0.4, 8.0)),
        "very_horrible" => Some((0.3, 0.0)),
        "impassable" => Some((0.0, 0.0)),
        _ => None,
    }
}
