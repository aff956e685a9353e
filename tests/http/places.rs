//! `GET /api/v1/places`.

use std::collections::HashSet;

use yuren_tests::{Server, encoded};

use crate::{number, point, region_codes, roles};

/// Follows `next` to the end and answers with the ids of each page.
fn pages(server: &Server, first: &str) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut path = first.to_owned();
    loop {
        let answer = server.get(&path);
        let json = answer.json();
        pages.push(answer.ids());
        assert_eq!(json["numberReturned"], pages[pages.len() - 1].len(), "{answer}");
        let Some(next) = json["next"].as_str() else {
            assert!(json["next"].is_null(), "{answer}");
            return pages;
        };
        let same_server = next.strip_prefix(server.base());
        same_server.unwrap_or_else(|| panic!("{next} is not on {}", server.base())).clone_into(&mut path);
        assert!(pages.len() < 10_000, "{first} never ends");
    }
}

#[test]
fn pages_lose_nothing_and_repeat_nothing() {
    let server = Server::shared();
    for area in [
        "region=321000",
        "region=321002&role=venue,heritage",
        "bbox=119.3,32.3,119.6,32.6",
        "near=119.43,32.4&radius_m=20000&fee=free",
    ] {
        let whole: Vec<String> = pages(&server, &format!("/api/v1/places?{area}&limit=1000")).concat();
        let expected = server.get(&format!("/api/v1/places?{area}&limit=1")).json()["numberMatched"].clone();
        assert_eq!(expected, whole.len(), "{area}");
        assert_eq!(whole.iter().collect::<HashSet<_>>().len(), whole.len(), "{area}: a place came twice");
        let in_pages = pages(&server, &format!("/api/v1/places?{area}&limit=37"));
        assert!(
            in_pages[..in_pages.len() - 1].iter().all(|page| page.len() == 37),
            "{area}: every page but the last is full"
        );
        assert_eq!(in_pages.concat(), whole, "{area}");
    }
}

#[test]
fn a_list_without_near_is_ordered_by_id() {
    let ids = Server::shared().get("/api/v1/places?region=321000&limit=500").ids();
    assert_eq!(ids.len(), 500);
    assert!(ids.is_sorted());
}

#[test]
fn a_list_around_a_point_is_ordered_by_distance_and_holds_all_within_the_radius() {
    let server = Server::shared();
    let features = server.get("/api/v1/places?near=119.43,32.4&radius_m=1500&limit=1000").features();
    let distances: Vec<f64> = features.iter().map(|f| number(&f["properties"]["distance_m"])).collect();
    assert!(distances.is_sorted() && distances.iter().all(|&distance| distance <= 1500.0));
    let nearest = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&max_m=1500&k=100").ids();
    let ids: Vec<_> = features.iter().filter_map(|feature| feature["id"].as_str()).take(100).collect();
    assert_eq!(ids, nearest);
}

#[test]
fn a_box_holds_what_lies_in_it_and_nothing_else() {
    let server = Server::shared();
    let all = pages(&server, "/api/v1/places?region=321000&limit=1000").concat().len();
    let whole = server.get("/api/v1/places?bbox=119.0,32.22,119.91,33.42&limit=1").json()["numberMatched"].clone();
    assert_eq!(whole, all, "the city's own box holds the city");
    for feature in server.get("/api/v1/places?bbox=119.42,32.38,119.45,32.41&limit=1000").features() {
        let (lon, lat) = point(&feature);
        assert!((119.42..=119.45).contains(&lon) && (32.38..=32.41).contains(&lat), "{lon},{lat}");
    }
    let four = [
        "119,32.22,119.455,32.82",
        "119.455,32.22,119.91,32.82",
        "119,32.82,119.455,33.42",
        "119.455,32.82,119.91,33.42",
    ];
    let mut parts = HashSet::new();
    for part in four {
        parts.extend(pages(&server, &format!("/api/v1/places?bbox={part}&limit=1000")).concat());
    }
    assert_eq!(parts.len(), all, "four quarters are the whole");
}

#[test]
fn a_box_in_another_datum_holds_the_same_places() {
    let server = Server::shared();
    let place = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=1").features().remove(0);
    for datum in ["gcj02", "bd09"] {
        let shifted = &place["properties"]["map_points"][datum];
        let (lon, lat) = (number(&shifted[0]), number(&shifted[1]));
        // 40 m around the shifted point; the true point lies some 500 m outside.
        let path =
            format!("/api/v1/places?bbox={},{},{},{}&datum={datum}", lon - 4e-4, lat - 4e-4, lon + 4e-4, lat + 4e-4);
        let answer = server.get(&path);
        assert!(answer.ids().iter().any(|id| place["id"] == id.as_str()), "{answer}");
        assert_eq!(answer.json()["datum"], datum);
        let near = server.get(&format!("/api/v1/places?near={lon},{lat}&radius_m=1&datum={datum}"));
        assert!(near.ids().iter().any(|id| place["id"] == id.as_str()), "{near}");
    }
}

#[test]
fn a_region_may_be_an_area_or_a_filter_on_one() {
    let server = Server::shared();
    let district = pages(&server, "/api/v1/places?region=321002&limit=1000").concat();
    let filtered = pages(&server, "/api/v1/places?bbox=119,32.22,119.91,33.42&region=321002&limit=1000").concat();
    assert_eq!(district, filtered);
    let features = server.get("/api/v1/places?region=321002&limit=1000").features();
    assert!(features.iter().all(|feature| region_codes(feature).contains(&"321002")));
}

#[test]
fn the_six_districts_and_the_statistical_one_are_the_whole_city() {
    let server = Server::shared();
    let all: HashSet<String> = pages(&server, "/api/v1/places?region=321000&limit=1000").concat().into_iter().collect();
    let mut parts = HashSet::new();
    for district in server.get("/api/v1/city").json()["regions"].as_array().expect("districts") {
        let code = district["code"].as_str().expect("a code");
        for id in pages(&server, &format!("/api/v1/places?region={code}&limit=1000")).concat() {
            assert!(parts.insert(id.clone()), "{id} is in two districts");
        }
    }
    assert_eq!(parts, all);
}

#[test]
fn words_narrow_a_list() {
    let server = Server::shared();
    let answer = server.get(&format!("/api/v1/places?region=321000&q={}&limit=50", encoded("瘦西湖")));
    assert!(answer.features().iter().any(|feature| feature["properties"]["name"] == "瘦西湖"), "{answer}");
    let all = server.get("/api/v1/places?region=321000&limit=1").json()["numberMatched"].clone();
    assert!(number(&answer.json()["numberMatched"]) < number(&all) / 10.0);
}

#[test]
fn filters_hold_on_one_role_in_lists_too() {
    let server = Server::shared();
    for feature in server.get("/api/v1/places?region=321000&role=venue&fee=free&limit=1000").features() {
        assert!(roles(&feature).iter().any(|role| role["kind"] == "venue" && role["fee"] == "free"), "{feature}");
    }
}

#[test]
fn a_page_of_another_list_is_refused() {
    let server = Server::shared();
    let json = server.get("/api/v1/places?region=321000&limit=5").json();
    let cursor = json["next"].as_str().and_then(|next| next.split("cursor=").nth(1)).expect("a cursor");
    let cursor = cursor.split('&').next().unwrap_or_default();
    let other = server.get(&format!("/api/v1/places?near=119.43,32.4&radius_m=5000&cursor={cursor}"));
    let problem = other.problem(400);
    assert_eq!(problem["parameter"], "cursor");
}

#[test]
fn an_area_without_places_is_an_empty_list() {
    let json = Server::shared().get("/api/v1/places?bbox=0,0,1,1").json();
    assert_eq!((&json["numberMatched"], &json["numberReturned"]), (&0.into(), &0.into()));
    assert!(json["next"].is_null());
}
