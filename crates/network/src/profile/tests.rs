//! What tags come to: speeds along a way and against it, for each profile.

use super::{Class, Profile, Tags, pace};

/// Speeds in km/h along the way and against it, on foot, by bicycle, by car; 0 where one may not.
type Wanted = [[f32; 2]; 3];

const CLOSED: [f32; 2] = [0.0; 2];

fn both(kmh: f32) -> [f32; 2] {
    [kmh; 2]
}

fn holds(table: &[(&[(&str, &str)], Wanted)]) {
    for (tags, wanted) in table {
        let class = Class::of(Tags(tags)).expect("a way to travel on").expect("one that can be used");
        let found = Profile::ALL.map(|profile| pace(profile, class, Tags(tags)));
        let is_close = |a: f32, b: f32| (a - b).abs() < 0.01;
        let are_close = found.iter().flatten().zip(wanted.iter().flatten()).all(|(a, b)| is_close(*a, *b));
        assert!(are_close, "{tags:?}: {found:?}, not {wanted:?}");
    }
}

#[test]
fn each_sort_of_way_is_open_to_whom_it_is_for() {
    holds(&[
        (&[("highway", "residential")], [both(4.5), both(13.0), both(18.0)]),
        (&[("highway", "tertiary")], [both(4.5), both(13.0), both(28.0)]),
        (&[("highway", "motorway")], [CLOSED, CLOSED, [108.0, 0.0]]),
        (&[("highway", "motorway_link")], [CLOSED, CLOSED, both(48.0)]),
        (&[("highway", "trunk")], [both(4.5), both(13.0), both(64.0)]),
        (&[("highway", "trunk"), ("motorroad", "yes")], [CLOSED, CLOSED, both(64.0)]),
        (&[("highway", "footway")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "pedestrian")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "pedestrian"), ("area", "yes")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "path")], [both(4.5), both(13.0), CLOSED]),
        (&[("highway", "trail")], [both(4.5), both(13.0), CLOSED]),
        (&[("highway", "cycleway")], [both(4.5), both(13.0), CLOSED]),
        (&[("highway", "bridleway")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "steps")], [both(2.0), CLOSED, CLOSED]),
        (&[("highway", "track")], [both(4.5), both(13.0), both(12.0)]),
        (&[("highway", "busway")], [CLOSED, CLOSED, CLOSED]),
        (&[("route", "ferry")], [both(10.0), both(10.0), CLOSED]),
        (&[("route", "ferry"), ("motor_vehicle", "yes")], [both(10.0), both(10.0), both(10.0)]),
    ]);
}

#[test]
fn the_most_specific_access_tag_wins() {
    holds(&[
        (&[("highway", "service"), ("access", "private")], [CLOSED, CLOSED, CLOSED]),
        (&[("highway", "service"), ("access", "no"), ("foot", "yes")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "service"), ("access", "destination")], [both(4.5), both(13.0), both(12.0)]),
        (&[("highway", "service"), ("access", "customers")], [both(4.5), both(13.0), both(12.0)]),
        (&[("highway", "track"), ("motor_vehicle", "forestry")], [both(4.5), both(13.0), CLOSED]),
        (&[("highway", "track"), ("vehicle", "no"), ("bicycle", "yes")], [both(4.5), both(13.0), CLOSED]),
        (&[("highway", "track"), ("vehicle", "no"), ("motorcar", "permissive")], [both(4.5), CLOSED, both(12.0)]),
        (&[("highway", "footway"), ("access", "yes")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "footway"), ("bicycle", "yes")], [both(4.5), both(13.0), CLOSED]),
        (&[("highway", "footway"), ("bicycle", "dismount")], [both(4.5), both(4.5), CLOSED]),
        (&[("highway", "steps"), ("bicycle", "yes")], [both(2.0), both(1.5), CLOSED]),
        (&[("highway", "steps"), ("bicycle", "dismount")], [both(2.0), both(1.5), CLOSED]),
        (&[("highway", "pedestrian"), ("motor_vehicle", "destination")], [both(4.5), CLOSED, both(10.0)]),
        (&[("highway", "primary"), ("bicycle", "use_sidepath")], [both(4.5), CLOSED, both(42.0)]),
        (&[("highway", "residential"), ("access", "unknown")], [both(4.5), both(13.0), both(18.0)]),
        (&[("highway", "motorway"), ("foot", "yes")], [both(4.5), CLOSED, [108.0, 0.0]]),
        (&[("highway", "residential"), ("motor_vehicle:backward", "no")], [both(4.5), both(13.0), [18.0, 0.0]]),
    ]);
}

#[test]
fn one_way_holds_for_vehicles_and_not_on_foot() {
    holds(&[
        (&[("highway", "residential"), ("oneway", "yes")], [both(4.5), [13.0, 0.0], [18.0, 0.0]]),
        (&[("highway", "residential"), ("oneway", "true")], [both(4.5), [13.0, 0.0], [18.0, 0.0]]),
        (&[("highway", "residential"), ("oneway", "1")], [both(4.5), [13.0, 0.0], [18.0, 0.0]]),
        (&[("highway", "residential"), ("oneway", "-1")], [both(4.5), [0.0, 13.0], [0.0, 18.0]]),
        (&[("highway", "residential"), ("oneway", "no")], [both(4.5), both(13.0), both(18.0)]),
        (&[("highway", "residential"), ("oneway", "reversible")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "residential"), ("junction", "roundabout")], [both(4.5), [13.0, 0.0], [18.0, 0.0]]),
        (
            &[("highway", "residential"), ("oneway", "yes"), ("oneway:bicycle", "no")],
            [both(4.5), both(13.0), [18.0, 0.0]],
        ),
        (
            &[("highway", "residential"), ("oneway", "yes"), ("cycleway", "opposite_lane")],
            [both(4.5), both(13.0), [18.0, 0.0]],
        ),
        (
            &[("highway", "residential"), ("oneway", "yes"), ("cycleway:left", "opposite")],
            [both(4.5), both(13.0), [18.0, 0.0]],
        ),
        (
            &[("highway", "residential"), ("oneway", "yes"), ("cycleway:left", "lane"), ("cycleway:left:oneway", "-1")],
            [both(4.5), both(13.0), [18.0, 0.0]],
        ),
        (
            &[("highway", "residential"), ("oneway", "yes"), ("oneway:motor_vehicle", "no")],
            [both(4.5), [13.0, 0.0], both(18.0)],
        ),
        (&[("highway", "motorway"), ("oneway", "no")], [CLOSED, CLOSED, both(108.0)]),
        (&[("highway", "footway"), ("oneway", "yes")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "footway"), ("oneway:foot", "yes")], [[4.5, 0.0], CLOSED, CLOSED]),
        (&[("highway", "steps"), ("conveying", "backward")], [[0.0, 2.0], CLOSED, CLOSED]),
        (&[("highway", "footway"), ("bicycle", "dismount"), ("oneway", "yes")], [both(4.5), both(4.5), CLOSED]),
    ]);
}

#[test]
fn ground_and_limits_slow_wheels() {
    holds(&[
        (&[("highway", "track"), ("tracktype", "grade5")], [both(4.5), both(6.5), both(8.0)]),
        (&[("highway", "track"), ("tracktype", "grade1")], [both(4.5), both(13.0), both(12.0)]),
        (&[("highway", "tertiary"), ("surface", "gravel")], [both(4.5), both(9.1), both(25.0)]),
        (&[("highway", "tertiary"), ("surface", "asphalt")], [both(4.5), both(13.0), both(28.0)]),
        (&[("highway", "residential"), ("smoothness", "very_bad")], [both(4.5), both(7.8), both(15.0)]),
        (&[("highway", "track"), ("smoothness", "impassable")], [both(4.5), CLOSED, CLOSED]),
        (&[("highway", "tertiary"), ("maxspeed", "80")], [both(4.5), both(13.0), both(56.0)]),
        (&[("highway", "tertiary"), ("maxspeed", "30 mph")], [both(4.5), both(13.0), both(33.796)]),
        (&[("highway", "tertiary"), ("maxspeed", "50 km/h")], [both(4.5), both(13.0), both(35.0)]),
        (&[("highway", "tertiary"), ("maxspeed", "CN:urban")], [both(4.5), both(13.0), both(35.0)]),
        (&[("highway", "tertiary"), ("maxspeed:type", "CN:rural")], [both(4.5), both(13.0), both(49.0)]),
        (&[("highway", "residential"), ("maxspeed", "DE:zone:30")], [both(4.5), both(13.0), both(18.0)]),
        (&[("highway", "residential"), ("maxspeed", "walk")], [both(4.5), both(7.0), both(4.2)]),
        (&[("highway", "motorway"), ("maxspeed", "none")], [CLOSED, CLOSED, [117.0, 0.0]]),
        (
            &[("highway", "tertiary"), ("maxspeed", "80"), ("maxspeed:backward", "50")],
            [both(4.5), both(13.0), [56.0, 35.0]],
        ),
        (&[("highway", "path"), ("sac_scale", "mountain_hiking")], [both(3.5), CLOSED, CLOSED]),
        (&[("highway", "path"), ("sac_scale", "alpine_hiking")], [CLOSED, CLOSED, CLOSED]),
    ]);
}

#[test]
fn a_limit_that_cannot_be_or_cannot_be_read_is_as_none() {
    for limit in ["0", "-5", "1000", "fast", "", "CN:", "CN:nowhere", "50 furlongs", "NaN", "inf", "DE:zone:0", "::"] {
        holds(&[(&[("highway", "tertiary"), ("maxspeed", limit)], [both(4.5), both(13.0), both(28.0)])]);
    }
}

#[test]
fn areas_and_what_is_not_there_are_no_ways() {
    for tags in [
        [("highway", "construction"), ("construction", "residential")],
        [("highway", "proposed"), ("proposed", "trunk")],
        [("highway", "service"), ("area", "yes")],
        [("highway", "raceway"), ("sport", "motor")],
    ] {
        assert!(matches!(Class::of(Tags(&tags)), Some(Err(_))), "{tags:?}");
    }
    assert_eq!(Class::of(Tags(&[("building", "yes")])), None);
}
