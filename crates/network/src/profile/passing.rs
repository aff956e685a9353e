//! What stands in the way on a node: OpenStreetMap's `barrier` (wiki, `Key:barrier`) and the access tags beside it.

use super::Profile;
use super::access::{Access, keys, meaning};
use super::tags::Tags;

/// Whether each profile, in the order of [`Profile::ALL`], gets past a node with these tags.
pub(crate) fn passes(tags: Tags<'_>) -> [bool; 3] {
    let Some(barrier) = tags.get("barrier") else { return [true; 3] };
    let implied = implied(barrier);
    let mut passes = implied;
    for (profile, passes) in Profile::ALL.into_iter().zip(&mut passes) {
        let said = keys(profile).iter().find_map(|key| Some((*key, meaning(tags.get(key)?)?)));
        *passes = match said {
            Some((_, Access::No)) => false,
            // `access=yes` says who may pass, not that a car fits between bollards.
            None | Some(("access", _)) => *passes,
            Some(_) => true,
        };
    }
    if tags.is("locked", "yes") { [false; 3] } else { passes }
}

/// Who gets past such a barrier if it says no more.
fn implied(barrier: &str) -> [bool; 3] {
    match barrier {
        "stile" | "kissing_gate" | "turnstile" | "full-height_turnstile" | "hampshire_gate" | "horse_stile" => {
            [true, false, false]
        }
        "bollard" | "block" | "cycle_barrier" | "motorcycle_barrier" | "chain" | "rope" | "jersey_barrier" | "log"
        | "planter" | "bus_trap" | "sump_buster" | "debris" | "wicket_gate" => [true, true, false],
        "wall" | "fence" | "hedge" | "retaining_wall" | "city_wall" | "guard_rail" | "ditch" => [false; 3],
        // Gates, toll booths, kerbs, cattle grids: they open.
        _ => [true; 3],
    }
}

#[cfg(test)]
mod tests {
    use super::{Tags, passes};

    #[test]
    fn each_profile_gets_past_what_it_can() {
        for (tags, wanted) in [
            (&[("highway", "crossing")][..], [true, true, true]),
            (&[("barrier", "gate")], [true, true, true]),
            (&[("barrier", "gate"), ("access", "private")], [false, false, false]),
            (&[("barrier", "gate"), ("access", "no"), ("foot", "yes")], [true, false, false]),
            (&[("barrier", "gate"), ("locked", "yes")], [false, false, false]),
            (&[("barrier", "bollard")], [true, true, false]),
            (&[("barrier", "bollard"), ("access", "yes")], [true, true, false]),
            (&[("barrier", "bollard"), ("motor_vehicle", "yes")], [true, true, true]),
            (&[("barrier", "bollard"), ("bicycle", "no")], [true, false, false]),
            (&[("barrier", "kissing_gate")], [true, false, false]),
            (&[("barrier", "wall")], [false, false, false]),
            (&[("barrier", "lift_gate"), ("vehicle", "private")], [true, false, false]),
        ] {
            assert_eq!(passes(Tags(tags)), wanted, "{tags:?}");
        }
    }
}
