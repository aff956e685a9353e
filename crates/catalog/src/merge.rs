//! Two changes of one place brought together: a city pack's and its editors'.
//!
//! The three-way rule of version control, fact by fact: what only one side changed is taken from that side; where both
//! changed a fact and differently, the editors' stands and the fact is named. A fact and its provenance are one.

use crate::{Activity, Course, Place, Role};

/// A place that two sides changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// What comes of it.
    pub place: Place,
    /// The facts, such as `roles[r-7c1d].hours`, that both changed and that are left as editors have them.
    pub kept: Vec<String>,
}

/// Merges what editors made of `base` with what the pack makes of it.
pub fn merge(base: &Place, editors: &Place, pack: &Place) -> Merged {
    let mut kept = Vec::new();
    let mut place = editors.clone();
    macro_rules! take {
        ($($field:ident)+) => {$(
            place.$field = pick(stringify!($field), &base.$field, &editors.$field, &pack.$field, &mut kept);
        )+};
    }
    take!(name_en aliases address position entrances region status source_keys);
    let name = |place: &Place| (place.name.clone(), place.name_provenance.clone());
    (place.name, place.name_provenance) = pick("name", &name(base), &name(editors), &name(pack), &mut kept);
    place.roles = roles(base, editors, pack, &mut kept);
    place.activities = listed("activities", [base, editors, pack].map(|place| &place.activities[..]), &mut kept);
    place.courses = listed("courses", [base, editors, pack].map(|place| &place.courses[..]), &mut kept);
    Merged { place, kept }
}

fn pick<T: Clone + PartialEq>(field: &str, base: &T, editors: &T, pack: &T, kept: &mut Vec<String>) -> T {
    if editors == base {
        return pack.clone();
    }
    if pack != base && pack != editors {
        kept.push(field.to_owned());
    }
    editors.clone()
}

/// The editors' roles in their order, then those that the pack adds.
fn roles(base: &Place, editors: &Place, pack: &Place, kept: &mut Vec<String>) -> Vec<Role> {
    let of = |place: &'_ Place, role: &Role| place.roles.iter().find(|other| other.id == role.id).cloned();
    let mut roles: Vec<Role> = Vec::new();
    for mine in &editors.roles {
        match (of(base, mine), of(pack, mine)) {
            (Some(old), Some(new)) => roles.push(role(&old, mine, &new, kept)),
            // The pack dropped it, and nobody else had touched it.
            (Some(old), None) if old == *mine => {}
            (Some(_), None) => {
                kept.push(format!("roles[{}]", mine.id));
                roles.push(mine.clone());
            }
            (None, _) => roles.push(mine.clone()),
        }
    }
    let is_new = |role: &&Role| of(editors, role).is_none() && of(base, role).is_none();
    roles.extend(pack.roles.iter().filter(is_new).cloned());
    roles
}

/// What a place lists and each is merged as one fact: its activities, its courses.
trait Listed: Clone + PartialEq {
    /// Its id.
    fn key(&self) -> &str;
}

impl Listed for Activity {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

impl Listed for Course {
    fn key(&self) -> &str {
        self.id.as_str()
    }
}

/// The editors' entries in their order, then those that the pack adds.
fn listed<T: Listed>(name: &str, [base, editors, pack]: [&[T]; 3], kept: &mut Vec<String>) -> Vec<T> {
    let of = |list: &[T], entry: &T| list.iter().find(|other| other.key() == entry.key()).cloned();
    let merged = editors.iter().filter_map(|mine| match of(base, mine) {
        None => Some(mine.clone()),
        // The pack may have dropped it, and that is a change like another.
        old => pick(&format!("{name}[{}]", mine.key()), &old, &Some(mine.clone()), &of(pack, mine), kept),
    });
    let mut entries: Vec<T> = merged.collect();
    entries.extend(pack.iter().filter(|entry| of(editors, entry).is_none() && of(base, entry).is_none()).cloned());
    entries
}

fn role(base: &Role, editors: &Role, pack: &Role, kept: &mut Vec<String>) -> Role {
    let mut role = editors.clone();
    let id = &editors.id;
    macro_rules! take {
        ($($field:ident)+) => {$(
            let field = format!(concat!("roles[{}].", stringify!($field)), id);
            role.$field = pick(&field, &base.$field, &editors.$field, &pack.$field, kept);
        )+};
    }
    take!(kind name status claim hours admission notices fee audience booking capacity visit_minutes wheelchair contact);
    role
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// A place with these facts: its name, English name, and of each of two roles the hours, or no role.
    fn place(name: &str, name_en: Option<&str>, hours: [Option<&str>; 2]) -> Place {
        let role = |(i, hours): (usize, Option<&str>)| {
            let hours = hours?;
            Some(json!({ "id": format!("r-{i}"), "kind": "venue", "claim": { "source": "list" },
                "hours": { "value": hours, "source": "list" } }))
        };
        let roles: Vec<_> = hours.into_iter().enumerate().filter_map(role).collect();
        let mut properties = json!({
            "name": name, "name_source": { "source": "list" },
            "position": { "precision": "osm", "radius_m": 10.0, "source": "list" },
            "region": "321002", "roles": roles,
        });
        if let Some(name_en) = name_en {
            properties["name_en"] = name_en.into();
        }
        let feature = json!({
            "type": "Feature", "id": "p-1", "geometry": { "type": "Point", "coordinates": [119.4, 32.4] },
            "properties": properties,
        });
        Place::from_feature_json(&feature.to_string()).unwrap()
    }

    #[test]
    fn what_only_one_side_changed_is_taken_from_it() {
        let base = place("馆", None, [Some("Mo 09:00-17:00"), None]);
        let editors = place("馆", Some("Museum"), [Some("Mo 09:00-17:00"), None]);
        let pack = place("新馆", None, [Some("Mo 09:00-18:00"), Some("Tu 09:00-17:00")]);
        let merged = merge(&base, &editors, &pack);
        assert_eq!(merged.place, place("新馆", Some("Museum"), [Some("Mo 09:00-18:00"), Some("Tu 09:00-17:00")]));
        assert_eq!(merged.kept, [""; 0]);
    }

    #[test]
    fn where_both_changed_the_editors_fact_stands_and_is_named() {
        let base = place("馆", None, [Some("Mo 09:00-17:00"), Some("Tu 09:00-17:00")]);
        let editors = place("甲馆", None, [Some("Mo 10:00-17:00"), Some("Tu 10:00-17:00")]);
        let pack = place("乙馆", None, [Some("Mo 09:00-18:00"), None]);
        let merged = merge(&base, &editors, &pack);
        assert_eq!(merged.place, editors);
        assert_eq!(merged.kept, ["name", "roles[r-0].hours", "roles[r-1]"]);
    }

    #[test]
    fn a_role_that_the_pack_drops_goes_unless_an_editor_touched_it() {
        let base = place("馆", None, [Some("Mo 09:00-17:00"), Some("Tu 09:00-17:00")]);
        let pack = place("馆", None, [Some("Mo 09:00-17:00"), None]);
        assert_eq!(merge(&base, &base, &pack).place, pack);
    }

    #[test]
    fn wheelchairs_are_merged_as_any_fact_is() {
        let with = |value: &str| {
            let mut place = place("馆", None, [Some("Mo 09:00-17:00"), None]);
            let said = json!({ "value": value, "source": "list" });
            place.roles[0].wheelchair = Some(serde_json::from_value(said).unwrap());
            place
        };
        let (yes, limited, no) = (with("yes"), with("limited"), with("no"));
        assert_eq!(merge(&no, &no, &yes), Merged { place: yes.clone(), kept: Vec::new() });
        let kept = vec!["roles[r-0].wheelchair".to_owned()];
        assert_eq!(merge(&no, &limited, &yes), Merged { place: limited, kept });
    }

    /// A place with the activities of these ids and titles.
    fn with_activities(activities: &[(&str, &str)]) -> Place {
        let mut place = place("馆", None, [None, None]);
        let activity = |(id, title): &(&str, &str)| -> Activity {
            let said = json!({ "id": id, "kind": "talk", "title": title, "starts": "2026-12-05T14:00",
                "ends": "2026-12-05T15:00", "provenance": { "source": "list" } });
            serde_json::from_value(said).unwrap()
        };
        place.activities = activities.iter().map(activity).collect();
        place
    }

    #[test]
    fn an_activity_is_merged_as_one_fact_by_its_id() {
        let base = with_activities(&[("a-1", "甲"), ("a-2", "乙"), ("a-3", "丙"), ("a-4", "丁")]);
        // Both changed the first, the editors alone dropped the second, the pack alone the third; each added one.
        let editors = with_activities(&[("a-1", "甲改"), ("a-3", "丙"), ("a-4", "丁"), ("a-5", "戊")]);
        let pack = with_activities(&[("a-1", "甲变"), ("a-2", "乙"), ("a-4", "丁新"), ("a-6", "己")]);
        let Merged { place, kept } = merge(&base, &editors, &pack);
        let expected = with_activities(&[("a-1", "甲改"), ("a-4", "丁新"), ("a-5", "戊"), ("a-6", "己")]);
        assert_eq!(place, expected);
        assert_eq!(kept, ["activities[a-1]"]);
    }

    fn any_place() -> impl Strategy<Value = Place> {
        let hours = || prop::option::of(prop::sample::select(&["Mo 09:00-17:00", "Tu 09:00-17:00"][..]));
        let names = prop::sample::select(&["馆", "甲馆", "乙馆"][..]);
        (names, prop::option::of(Just("Museum")), [hours(), hours()]).prop_map(|(a, b, c)| place(a, b, c))
    }

    proptest! {
        #[test]
        fn a_side_that_changed_nothing_has_no_say(base in any_place(), changed in any_place()) {
            let by_editors = merge(&base, &changed, &base);
            prop_assert_eq!(&by_editors.place, &changed);
            let by_pack = merge(&base, &base, &changed);
            let sorted = |place: &Place| { let mut roles = place.roles.clone(); roles.sort_by(|a, b| a.id.cmp(&b.id)); roles };
            prop_assert_eq!(sorted(&by_pack.place), sorted(&changed));
            prop_assert_eq!(&by_pack.place.name, &changed.name);
            prop_assert!(by_editors.kept.is_empty() && by_pack.kept.is_empty());
        }

        #[test]
        fn two_who_agree_are_never_told_of_a_difference(base in any_place(), both in any_place()) {
            let merged = merge(&base, &both, &both);
            prop_assert_eq!(merged.place, both);
            prop_assert!(merged.kept.is_empty());
        }
    }
}
