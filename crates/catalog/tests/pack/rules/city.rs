//! `city.toml` and the counts it declares.

use yuren_catalog::{Bound, Declared, RoleKind, Status};

use crate::fixture::{MUSEUM, no_finding, one_finding};

#[test]
fn a_box_must_have_its_corners_in_order_and_an_area() {
    one_finding(
        |pack| pack.city.bbox = [120.0, 32.0, 119.0, 33.5],
        "error city.toml, bbox: west 120 is greater than east 119; a box must not cross 180°; write [west, south, east, \
         north] in degrees",
    );
    one_finding(
        |pack| pack.city.bbox = [119.0, 32.0, 120.0, 133.5],
        "error city.toml, bbox: latitude 133.5 is not a finite number between -90 and 90; write [west, south, east, \
         north] in degrees",
    );
}

#[test]
fn a_time_zone_is_a_name() {
    one_finding(
        |pack| pack.city.time_zone.clear(),
        "error city.toml, time_zone: \"\" is not the name of a time zone; write its IANA name, such as \"Asia/Shanghai\"",
    );
}

#[test]
fn ways_take_some_time_and_are_no_shorter_than_the_straight_line() {
    one_finding(
        |pack| pack.city.travel.walk_km_h = 0.0,
        "error city.toml, travel.walk_km_h: 0 km/h is no speed of travel; write kilometres an hour between 0.5 and 200",
    );
    one_finding(
        |pack| pack.city.travel.detour = 0.9,
        "error city.toml, travel.detour: a way 0.9 times the straight line is none; write a factor between 1 and 10",
    );
}

#[test]
fn a_public_calendar_is_a_plain_name() {
    no_finding(|pack| pack.city.calendar = None);
    no_finding(|pack| pack.city.calendar = Some("cn-hk".to_owned()));
    for name in ["c", "CN", "../cn", "a-name-of-17-signs", "中国"] {
        one_finding(
            |pack| pack.city.calendar = Some(name.to_owned()),
            format!(
                "error city.toml, calendar: {name:?} is not the name of a public calendar; write 2 to 16 of a-z, 0-9 and -, \
                 such as \"cn\", or leave it out"
            ),
        );
    }
}

#[test]
fn a_map_approval_is_a_number_as_issued() {
    no_finding(|pack| pack.city.map_approval = Some("苏S(2024)12号".to_owned()));
    one_finding(
        |pack| pack.city.map_approval = Some("申请中".to_owned()),
        "error city.toml, map_approval: \"申请中\" is not a map approval number; write it as issued, such as \
         \"苏S(2024)12号\", or leave it out",
    );
}

#[test]
fn a_code_that_is_no_citys_is_told() {
    let mut pack = crate::fixture::sound_pack();
    pack.city.adcode = "321002".parse().unwrap();
    let told = crate::fixture::findings(pack.to_files());
    assert_eq!(
        told[0],
        "error city.toml, adcode: \"321002\" is not the code of a city; write its six digits, which end in 00"
    );
}

#[test]
fn a_count_that_is_not_met_is_a_warning() {
    one_finding(
        |pack| pack.city.declared[RoleKind::School as usize].count = 366,
        "warning city.toml, declared[3].count: the city declares 366 of school; the pack has 1; add or withdraw places \
         with that role, or correct the count",
    );
    one_finding(
        |pack| pack.city.declared[RoleKind::Heritage as usize].count = 0,
        "warning city.toml, declared[5].count: the city declares 0 of heritage; the pack has 1; add or withdraw places \
         with that role, or correct the count",
    );
}

#[test]
fn a_floor_means_more_than_its_number() {
    one_finding(
        |pack| pack.city.declared[RoleKind::Venue as usize].count = 1,
        "warning city.toml, declared[0].count: the city declares more than 1 of venue; the pack has 1; add or withdraw \
         places with that role, or correct the count",
    );
}

#[test]
fn a_withdrawn_role_does_not_count() {
    one_finding(
        |pack| pack.places[MUSEUM].roles[1].status = Status::Withdrawn,
        "warning city.toml, declared[5].count: the city declares 1 of heritage; the pack has 0; add or withdraw places \
         with that role, or correct the count",
    );
}

#[test]
fn a_kind_that_is_not_declared_is_a_warning() {
    one_finding(
        |pack| _ = pack.city.declared.remove(RoleKind::Counselling as usize),
        "warning city.toml, declared: counselling is not declared; add a table with kind = \"counselling\" and a count, if \
         need be 0",
    );
}

#[test]
fn a_kind_declared_twice_is_told() {
    one_finding(
        |pack| pack.city.declared.push(Declared { kind: RoleKind::Venue, count: 0, bound: Bound::Floor }),
        "error city.toml, declared[10].kind: venue is declared a second time; keep one of the tables",
    );
}

#[test]
fn a_source_has_a_plain_key_a_title_and_an_address_that_can_be_followed() {
    one_finding(
        |pack| {
            let osm = pack.sources[&"osm".into()].clone();
            pack.sources.insert("Bureau 2".into(), osm);
        },
        "error sources.toml, Bureau 2: \"Bureau 2\" is not a key; write 1 to 64 of a-z, 0-9, '-' and '_'",
    );
    one_finding(
        |pack| pack.sources.get_mut(&"osm".into()).unwrap().title.clear(),
        "error sources.toml, osm.title: it is empty; write it, or leave the feature out",
    );
    one_finding(
        |pack| pack.sources.get_mut(&"osm".into()).unwrap().url = Some("javascript:alert(1)".to_owned()),
        "error sources.toml, osm.url: \"javascript:alert(1)\" is not a web address; write it in full, such as \
         \"https://www.example.cn/visit\"",
    );
}
