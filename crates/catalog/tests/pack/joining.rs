//! Places that join a city are judged as those of its pack are.

use yuren_catalog::{CityPack, Place, Setting, Status, StudyRoute};

use crate::fixture::{MUSEUM, PARK, SCHOOL, sound_pack};

/// A year after the day to which the sound pack's data refers.
const TODAY: &str = "2026-02-14";

fn findings(pack: &CityPack, places: &[Place]) -> Vec<String> {
    let CityPack { city, sources, regions, layers, .. } = pack;
    let setting = Setting { city, sources, regions, layers, today: TODAY.parse().unwrap() };
    setting.check(places).iter().map(ToString::to_string).collect()
}

#[test]
fn the_places_of_a_sound_pack_may_join_it_one_by_one_or_all_at_once() {
    let pack = sound_pack();
    assert_eq!(findings(&pack, &pack.places), [""; 0]);
    for place in &pack.places {
        assert_eq!(findings(&pack, std::slice::from_ref(place)), [""; 0]);
    }
}

#[test]
fn what_is_wrong_with_a_place_is_told_by_its_id_and_field_and_nothing_is_told_of_the_city() {
    let mut pack = sound_pack();
    pack.city.declared.clear();
    let mut place = pack.places[MUSEUM].clone();
    place.region = "321099".parse().unwrap();
    place.name = " ".to_owned();
    let told = findings(&pack, &[place.clone()]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|finding| finding.contains(place.id.as_str())), "{told:?}");
    assert!(told[0].contains(", region: ") && told[1].contains(", name: "), "{told:?}");
}

#[test]
fn two_that_join_on_one_spot_are_told() {
    let pack = sound_pack();
    let mut twin = pack.places[PARK].clone();
    twin.position.point = pack.places[MUSEUM].position.point;
    twin.region = pack.places[MUSEUM].region.clone();
    let told = findings(&pack, &[pack.places[MUSEUM].clone(), twin]);
    assert!(told.iter().any(|finding| finding.contains("same point")), "{told:?}");
}

#[test]
fn a_fact_may_have_been_checked_until_today_and_no_day_later() {
    let pack = sound_pack();
    let mut place = pack.places[MUSEUM].clone();
    place.name_provenance.checked_on = Some(TODAY.parse().unwrap());
    assert_eq!(findings(&pack, &[place.clone()]), [""; 0]);
    place.name_provenance.checked_on = Some("2026-02-15".parse().unwrap());
    let told = findings(&pack, &[place]);
    assert!(told[0].ends_with("2026-02-15 is still to come: today is 2026-02-14; correct the day"), "{told:?}");
}

/// What is told of study routes that join the sound pack.
fn route_findings(pack: &CityPack, routes: &[StudyRoute]) -> Vec<String> {
    let CityPack { city, sources, regions, layers, places, .. } = pack;
    let setting = Setting { city, sources, regions, layers, today: TODAY.parse().unwrap() };
    let standing = |id: &yuren_catalog::PlaceId| places.iter().find(|place| place.id == *id).map(|place| place.status);
    setting.check_study_routes(routes, standing).iter().map(ToString::to_string).collect()
}

#[test]
fn the_routes_of_a_sound_pack_may_join_it_and_what_is_wrong_with_one_is_told_by_its_id_and_field() {
    let pack = sound_pack();
    assert_eq!(route_findings(&pack, &pack.study_routes), [""; 0]);
    let mut route = pack.study_routes[0].clone();
    route.stops[0].place = "p-nowhere".parse().unwrap();
    route.provenance.checked_on = Some("2026-02-15".parse().unwrap());
    let told = route_findings(&pack, &[route]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].starts_with("error study-routes.toml, s-canal, provenance.checked_on: 2026-02-15 is still to come")
    );
    assert!(told[1].starts_with("error study-routes.toml, s-canal, stops[0].place: there is no place p-nowhere"));
}

#[test]
fn who_saves_a_route_that_stands_stops_at_places_that_stand() {
    let mut pack = sound_pack();
    pack.places[SCHOOL].status = Status::Withdrawn;
    let mut route = pack.study_routes[0].clone();
    let told = |route: &StudyRoute| route_findings(&pack, std::slice::from_ref(route)).remove(0);
    assert!(
        told(&route).starts_with("error study-routes.toml, s-canal, stops[1].place: the place p-school was withdrawn")
    );
    // A route that is taken off the list needs no other stop for that.
    for status in [Status::Suspended, Status::Withdrawn] {
        route.status = status;
        assert!(told(&route).starts_with("warning study-routes.toml, s-canal, stops[1].place"));
    }
}
