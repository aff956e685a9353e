//! Who may use a way: OpenStreetMap's access tags (wiki, `Key:access`), the most specific key first, over a table of
//! what each sort of way implies.

use super::Profile;
use super::class::Class;
use super::tags::Tags;

/// What an access tag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// One may use it.
    Yes,
    /// One may use it pushing the bicycle.
    Push,
    /// One may not.
    No,
}

/// The keys that speak of a profile, the most specific first.
pub(crate) fn keys(profile: Profile) -> &'static [&'static str] {
    match profile {
        Profile::Walk => &["foot", "access"],
        Profile::Cycle => &["bicycle", "vehicle", "access"],
        Profile::Drive => &["motorcar", "motor_vehicle", "vehicle", "access"],
    }
}

/// Whether the profile may use a way of this sort at all.
pub(crate) fn access(profile: Profile, class: Class, tags: Tags<'_>) -> Access {
    let implied = implied(profile, class, tags);
    let said = keys(profile).iter().find_map(|key| Some((*key, meaning(tags.get(key)?)?)));
    match said {
        // `access=yes` on a footway does not let cars in: it speaks of those whom the sort of way is for.
        Some(("access", Access::Yes | Access::Push)) | None => implied,
        Some((_, Access::Push)) if profile != Profile::Cycle => implied,
        Some((_, said)) => said,
    }
}

/// What a tag of one direction (`bicycle:backward=no`) says.
pub(crate) fn access_one_way(profile: Profile, suffix: &str, tags: Tags<'_>) -> Option<Access> {
    keys(profile).iter().find_map(|key| meaning(tags.get_with(key, suffix)?))
}

/// What a value says; [`None`] of one that says nothing (`unknown`, a misspelling): then the next key is asked.
///
/// `destination` and `customers` let in whoever has business there, as one who looks for the way to a place has.
/// `permit`, `residents`, `delivery` and the like are not for the public.
pub(crate) fn meaning(value: &str) -> Option<Access> {
    match value {
        "yes" | "permissive" | "designated" | "official" | "destination" | "customers" | "public" | "discouraged"
        | "optional_sidepath" => Some(Access::Yes),
        "dismount" => Some(Access::Push),
        "no"
        | "private"
        | "permit"
        | "residents"
        | "delivery"
        | "agricultural"
        | "forestry"
        | "agricultural;forestry"
        | "military"
        | "emergency"
        | "employees"
        | "restricted"
        | "use_sidepath" => Some(Access::No),
        _ => None,
    }
}

/// What the sort of way says where no tag does: after the wiki's worldwide table of access restrictions, stricter where
/// countries differ (no cycling on footways and in pedestrian streets).
fn implied(profile: Profile, class: Class, tags: Tags<'_>) -> Access {
    let is_allowed = match profile {
        Profile::Walk => !class.is_motor_only(tags) && class != Class::Busway,
        Profile::Cycle => {
            let is_for_walkers =
                matches!(class, Class::Footway | Class::Pedestrian | Class::Steps | Class::Corridor | Class::Platform);
            !class.is_motor_only(tags) && !is_for_walkers && !matches!(class, Class::Busway | Class::Bridleway)
        }
        // A ferry takes cars only if it says so: most that say nothing are boats for passengers.
        Profile::Drive => !matches!(
            class,
            Class::Pedestrian
                | Class::Footway
                | Class::Path
                | Class::Cycleway
                | Class::Bridleway
                | Class::Steps
                | Class::Corridor
                | Class::Platform
                | Class::Busway
                | Class::Ferry
        ),
    };
    if is_allowed { Access::Yes } else { Access::No }
}
