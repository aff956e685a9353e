//! A row added to a source renumbers and moves nothing else.

use std::collections::BTreeMap;

use yuren_catalog::{Activity, PlaceId};
use yuren_geodesy::{LonLat, Wgs84, geodesic_m};

use super::*;
use crate::sources::{CentreRow, DistrictRow, OsmRow, SlotRow, TownRow, UnitRow, Verdict, VerdictRow, WaterRow};

/// What an addition came to.
struct Difference {
    added: Vec<Place>,
    removed: Vec<Place>,
    /// Before and after.
    changed: Vec<(Place, Place)>,
}

fn difference(add: impl FnOnce(&mut Sources)) -> Difference {
    let before = pack();
    let mut sources = sources();
    add(&mut sources);
    let after = make(&sources);
    for region in before.regions.iter() {
        let now = after.regions.get(&region.code).expect("no region goes");
        assert!(now == region || now.position != region.position, "{region:?} became {now:?}");
    }
    let by_id = |pack: CityPack| -> BTreeMap<PlaceId, Place> {
        pack.places.into_iter().map(|place| (place.id.clone(), place)).collect()
    };
    let (before, mut after) = (by_id(before), by_id(after));
    let (mut removed, mut changed) = (Vec::new(), Vec::new());
    for (id, place) in before {
        match after.remove(&id) {
            None => removed.push(place),
            Some(now) if now != place => changed.push((place, now)),
            Some(_) => {}
        }
    }
    Difference { added: after.into_values().collect(), removed, changed }
}

fn no_difference(add: impl FnOnce(&mut Sources)) {
    let Difference { added, removed, changed } = difference(add);
    assert!(added.is_empty() && removed.is_empty() && changed.is_empty(), "{added:?} {removed:?} {changed:?}");
}

fn osm_row(id: u32) -> OsmRow {
    OsmRow {
        osm_local_id: id.to_string(),
        name: format!("测试馆{id}"),
        name_en: String::new(),
        lon: 119.42,
        lat: 32.4 + f64::from(id) / 1e4,
        opening_hours: "Tu-Su 09:00-17:00".to_owned(),
        fee: "no".to_owned(),
        website: String::new(),
    }
}

fn verdict_row(id: u32, verdict: Verdict, roles: &str) -> VerdictRow {
    VerdictRow {
        osm_key: format!("node/{id}"),
        verdict,
        roles: roles.to_owned(),
        into: String::new(),
        place_name: String::new(),
        aliases: String::new(),
        radius_m: Some(30.0),
    }
}

#[test]
fn a_real_place_added_displaces_one_example_of_its_kind_and_nothing_else() {
    for (id, kind) in [(1, RoleKind::Venue), (2, RoleKind::Heritage), (3, RoleKind::School)] {
        let Difference { added, removed, changed } = difference(|sources| {
            sources.osm.push(osm_row(id));
            sources.verdicts.push(verdict_row(id, Verdict::Place, kind.as_str()));
        });
        assert!(changed.is_empty(), "{changed:?}");
        assert_eq!(added.len(), 1);
        assert_eq!(added[0].source_keys["osm"], format!("node/{id}"));
        assert_eq!(removed.len(), 1);
        assert!(is_synthetic(&removed[0].name_provenance) && removed[0].has_role(kind));
        assert_eq!(removed[0].roles.len(), 1, "an example that bears further roles stays");
    }
}

#[test]
fn an_osm_row_that_is_no_place_changes_nothing_and_one_without_a_verdict_is_refused() {
    no_difference(|sources| {
        sources.osm.insert(0, osm_row(1));
        sources.verdicts.insert(0, verdict_row(1, Verdict::None, ""));
    });
    let mut sources = sources();
    sources.osm.push(osm_row(1));
    assert_eq!(generate(&sources).err().as_deref(), Some("osm_verdicts.csv has no verdict on node/1"));
}

#[test]
fn a_unit_added_takes_at_most_one_role_of_each_kind_from_another() {
    for number in 990..994 {
        let code = format!("321012101{number}");
        let Difference { added, removed, changed } = difference(|sources| {
            sources.units.insert(
                0,
                UnitRow {
                    village_code: code.clone(),
                    village_name: "测试社区居委会".to_owned(),
                    kind: "居委会/社区".to_owned(),
                    town_code: "321012101".to_owned(),
                },
            );
        });
        assert!(added.iter().all(|place| place.region.as_str() == code) && added.len() <= 1);
        let lost = |kind| {
            let lost_by_change =
                changed.iter().filter(|(before, after)| before.has_role(kind) && !after.has_role(kind));
            removed.iter().filter(|place| place.has_role(kind)).count() + lost_by_change.count()
        };
        for kind in RoleKind::ALL {
            assert_eq!(lost(kind), added.iter().filter(|place| place.has_role(kind)).count(), "{code}, {kind}");
        }
        for (before, after) in changed {
            let kept: Vec<_> = before.roles.iter().filter(|role| after.has_role(role.kind)).cloned().collect();
            let is_held = |activity: &&Activity| kept.iter().any(|role| activity.role.as_ref() == Some(&role.id));
            let activities = before.activities.iter().filter(is_held).cloned().collect();
            let after_loss = Place { roles: kept, activities, ..before };
            assert_eq!(after_loss, after, "a unit may lose a role with what it holds, and nothing else");
        }
    }
}

#[test]
fn a_real_centre_added_moves_its_own_unit_only() {
    let lacks_centre =
        |place: &&Place| place.region.as_str().len() == 12 && place.position.precision == Precision::Synthetic;
    let unit = pack().places.iter().find(lacks_centre).expect("most units have none").clone();
    let Difference { added, removed, changed } = difference(|sources| {
        sources.centres.push(CentreRow {
            admin_level: 10,
            village_code: unit.region.as_str().to_owned(),
            lon: unit.position.point.lon() + 0.001,
            lat: unit.position.point.lat(),
            rough_radius_m: 500.0,
            osm_local_id: "1".to_owned(),
            town_code: unit.region.as_str()[..9].to_owned(),
            matched: "unique_in_district".to_owned(),
        });
    });
    assert!(added.is_empty() && removed.is_empty(), "it was chosen before and is now");
    assert_eq!(changed.len(), 1);
    let (before, after) = &changed[0];
    assert_eq!((&before.id, &before.roles), (&unit.id, &after.roles));
    assert_eq!((after.position.precision, after.position.radius_m), (Precision::Osm, 500.0));
}

fn town_row(at: Option<(f64, f64)>) -> TownRow {
    TownRow {
        town_code: "321012999".to_owned(),
        town_name: "测试镇".to_owned(),
        lon_wgs84: at.map(|(lon, _)| lon),
        lat_wgs84: at.map(|(_, lat)| lat),
        note: String::new(),
    }
}

#[test]
fn a_town_added_moves_only_the_generated_places_on_its_own_ground() {
    no_difference(|sources| sources.towns.insert(0, town_row(None)));

    let (lon, lat) = (119.70, 32.60);
    let centre: LonLat<Wgs84> = LonLat::new(lon, lat).expect("a coordinate");
    let Difference { added, removed, changed } =
        difference(|sources| sources.towns.insert(0, town_row(Some((lon, lat)))));
    assert!(added.is_empty() && removed.is_empty());
    assert!(!changed.is_empty(), "it stands between others");
    let sources = sources();
    let ground = Ground::of(&sources);
    let towns = Towns::of(&sources, &ground).expect("the towns have districts");
    for (before, after) in changed {
        assert_eq!(before.position.precision, Precision::Synthetic);
        let own = towns.get(&before.region.as_str()[..9]).expect("its town has a point").position.point;
        assert!(geodesic_m(before.position.point, centre) < geodesic_m(before.position.point, own), "{}", before.name);
        assert_eq!(Place { position: after.position.clone(), ..before }, after, "it moves, and nothing else");
    }
}

#[test]
fn a_slot_added_takes_at_most_one_place_of_another() {
    for number in 90..92 {
        let Difference { added, removed, changed } = difference(|sources| {
            sources.slots.insert(
                0,
                SlotRow {
                    kind: "venue".to_owned(),
                    district_code: "321012".to_owned(),
                    number: number.to_string(),
                    type_name: "图书馆".to_owned(),
                    town_code: "321012101".to_owned(),
                    further_roles: String::new(),
                },
            );
        });
        assert!(changed.is_empty() && added.len() <= 1 && added.len() == removed.len());
        assert!(added.iter().all(|place| place.name == format!("示例图书馆 {number} · 江都区")));
        assert!(removed.iter().all(|place| is_synthetic(&place.name_provenance) && place.has_role(RoleKind::Venue)));
    }
}

#[test]
fn a_water_added_moves_only_the_generated_places_that_stood_in_it() {
    let ring = vec![[119.70, 32.55], [119.75, 32.55], [119.75, 32.60], [119.70, 32.55]];
    let water = WaterRow { name: None, rings: vec![ring] };
    let mut flooded = sources();
    flooded.water.push(water.clone());
    let flooded = Ground::of(&flooded);
    let Difference { added, removed, changed } = difference(|sources| sources.water.insert(0, water));
    assert!(added.is_empty() && removed.is_empty() && !changed.is_empty());
    for (before, after) in changed {
        assert!(
            !flooded.is_land_of("321012", before.position.point) && flooded.is_land_of("321012", after.position.point)
        );
        assert_eq!(Place { position: after.position.clone(), ..before }, after, "it moves, and nothing else");
    }
}

#[test]
fn a_district_added_changes_nothing() {
    no_difference(|sources| {
        let ring = vec![[120.5, 32.5], [120.6, 32.5], [120.6, 32.6], [120.5, 32.5]];
        sources
            .districts
            .insert(0, DistrictRow { code: "321099".to_owned(), name: "测试区".to_owned(), rings: vec![ring] });
    });
}
