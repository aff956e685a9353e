//! How fast a profile goes along a way, in either direction.

use super::Profile;
use super::access::{Access, access};
use super::class::Class;
use super::max_speed::limit;
use super::one_way::directions;
use super::speeds::{self, KmH};
use super::tags::Tags;

/// Speeds along the way's own direction and against it, in km/h; 0 where one may not go.
pub(crate) type Pace = [KmH; 2];

/// How fast the profile may use a way.
pub(crate) fn pace(profile: Profile, class: Class, tags: Tags<'_>) -> Pace {
    let access = access(profile, class, tags);
    if access == Access::No {
        return [0.0; 2];
    }
    let [forward, backward] = match (profile, access) {
        // Whoever pushes walks, and walks against the traffic too.
        (Profile::Cycle, Access::Push) => [true; 2],
        _ => directions(profile, class, tags),
    };
    let speed = |open: bool, suffix| if open { speed(profile, class, access, tags, suffix) } else { 0.0 };
    [speed(forward, ":forward"), speed(backward, ":backward")]
}

fn speed(profile: Profile, class: Class, access: Access, tags: Tags<'_>, suffix: &str) -> KmH {
    match profile {
        _ if class == Class::Ferry => speeds::FERRY,
        Profile::Walk => walk(class, tags),
        Profile::Cycle if class == Class::Steps => speeds::CYCLE_STEPS,
        Profile::Cycle if access == Access::Push => walk(class, tags).min(speeds::CYCLE_PUSHED),
        Profile::Cycle => cycle(tags, limit(tags, suffix)),
        Profile::Drive => drive(class, tags, limit(tags, suffix)),
    }
}

/// Graded mountain paths are slower; what takes climbing is no way for families.
fn walk(class: Class, tags: Tags<'_>) -> KmH {
    match tags.get("sac_scale") {
        _ if class == Class::Steps => speeds::WALK_STEPS,
        None | Some("hiking" | "strolling") => speeds::WALK,
        Some("mountain_hiking") => speeds::WALK_MOUNTAIN,
        Some("demanding_mountain_hiking") => speeds::WALK_DEMANDING,
        Some(_) => 0.0,
    }
}

fn cycle(tags: Tags<'_>, limit: Option<KmH>) -> KmH {
    let is_mountain_path = tags.get("sac_scale").is_some_and(|grade| !matches!(grade, "hiking" | "strolling"));
    if is_mountain_path && !tags.has("bicycle") {
        return 0.0;
    }
    let (factor, _) = ground(tags);
    (speeds::CYCLE * factor).min(limit.unwrap_or(speeds::CYCLE))
}

fn drive(class: Class, tags: Tags<'_>, limit: Option<KmH>) -> KmH {
    let (usual, share) = speeds::drive(class);
    let (_, most) = ground(tags);
    (limit.unwrap_or(usual) * share).min(most)
}

/// What the ground does to wheels: the worst that surface, track type and smoothness say, as a factor and a most.
fn ground(tags: Tags<'_>) -> (f32, KmH) {
    let said = [
        tags.get("surface").and_then(speeds::surface),
        tags.get("tracktype").and_then(speeds::track_type),
        tags.get("smoothness").and_then(speeds::smoothness),
    ];
    let worst =
        |(factor, most): (f32, KmH), (own_factor, own_most): (f32, KmH)| (factor.min(own_factor), most.min(own_most));
    said.into_iter().flatten().fold((1.0, speeds::HIGHEST_LIMIT), worst)
}
