//! Nearest, places, search: what is found, in which order, on which page.

use serde_json::json;

use super::{PLACES, get};

#[actix_web::test]
async fn nearest_comes_first_and_says_what_its_distance_is() {
    let answer = get("/api/v1/places/nearest?lon=119.4051&lat=32.40&k=3").await;
    assert_eq!(answer.ids(), ["p-05", "p-06", "p-04"]);
    let answer = answer.json();
    assert_eq!(answer["features"][0]["properties"]["distance_kind"], "straight");
    assert_eq!(answer["numberReturned"], 3);
    assert_eq!(answer["datum"], "wgs84");
    assert_eq!(answer["notes"], json!([]));
}

#[actix_web::test]
async fn a_filter_holds_on_one_role_which_comes_first() {
    let answer = get("/api/v1/places/nearest?lon=119.4&lat=32.4&k=1&role=venue&fee=free").await.json();
    let roles = &answer["features"][0]["properties"]["roles"];
    assert_eq!((&roles[0]["kind"], &roles[0]["matched"]), (&json!("venue"), &json!(true)));
    assert_eq!((&roles[1]["kind"], &roles[1]["matched"]), (&json!("parent_school"), &json!(false)));
    // The parent school's fee is unknown: no place is a free parent school.
    assert!(get("/api/v1/places/nearest?lon=119.4&lat=32.4&role=parent_school&fee=free").await.ids().is_empty());
}

#[actix_web::test]
async fn a_point_outside_the_city_is_answered_with_a_note() {
    let answer = get("/api/v1/places/nearest?lon=-70&lat=-33&k=2").await;
    assert_eq!(answer.ids().len(), 2);
    assert_eq!(answer.json()["notes"][0]["code"], "outside_city");
}

#[actix_web::test]
async fn only_the_sources_named_are_told() {
    let nearest = get("/api/v1/places/nearest?lon=119.4&lat=32.4&k=1").await.json();
    assert_eq!(nearest["sources"].as_object().unwrap().keys().collect::<Vec<_>>(), ["made", "real"]);
    let none = get("/api/v1/places/nearest?lon=119.4&lat=32.4&max_m=1&role=heritage").await.json();
    assert_eq!(none["sources"], json!({}));
}

#[actix_web::test]
async fn pages_lose_and_repeat_nothing_in_any_order() {
    for (query, first) in
        [("region=321002", "p-00"), ("near=119.4051,32.4&radius_m=5000", "p-05"), ("bbox=119,32,120,33", "p-00")]
    {
        let mut address = format!("/api/v1/places?{query}&limit=5");
        let mut ids = Vec::new();
        let mut sizes = Vec::new();
        loop {
            let page = get(&address).await;
            sizes.push(page.ids().len());
            ids.extend(page.ids());
            let page = page.json();
            assert_eq!(page["numberMatched"], PLACES);
            let Some(next) = page["next"].as_str() else { break };
            address = next.strip_prefix("http://map.test").expect("an absolute address").to_owned();
        }
        assert_eq!(sizes, [5, 5, 2], "{query}");
        assert_eq!(ids[0], first, "{query}");
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), PLACES, "{query}");
    }
}

#[actix_web::test]
async fn a_page_that_is_just_full_has_no_next() {
    let page = get(&format!("/api/v1/places?region=321002&limit={PLACES}")).await.json();
    assert!(page["next"].is_null());
}

#[actix_web::test]
async fn a_cursor_of_another_query_is_broken() {
    let page = get("/api/v1/places?region=321002&limit=5").await.json();
    let (_, cursor) = page["next"].as_str().unwrap().split_once("cursor=").unwrap();
    let cursor = cursor.split('&').next().unwrap();
    let same = get(&format!("/api/v1/places?limit=1&cursor={cursor}&region=321002")).await;
    assert_eq!(same.ids(), ["p-05"]);
    let other = get(&format!("/api/v1/places?region=321002&role=venue&cursor={cursor}")).await;
    assert_eq!(other.json()["code"], "broken_cursor");
}

#[actix_web::test]
async fn a_box_is_of_the_datum_that_was_asked_for() {
    let whole = get("/api/v1/places?bbox=119,32,120,33&datum=gcj02&limit=1").await.json();
    assert_eq!(whole["datum"], "gcj02");
    let [lon, lat] = [0, 1].map(|i| whole["features"][0]["geometry"]["coordinates"][i].as_f64().unwrap());
    // A box too small for the offset between the datums: it holds the place in its own datum and in no other.
    let edges = format!("{},{},{},{}", lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4);
    assert_eq!(get(&format!("/api/v1/places?bbox={edges}&datum=gcj02")).await.ids(), ["p-00"]);
    assert!(!get(&format!("/api/v1/places?bbox={edges}")).await.ids().contains(&"p-00".to_owned()));
}

#[actix_web::test]
async fn coordinates_go_in_and_come_out_in_the_datum_that_was_asked_for() {
    let place = get("/api/v1/places/p-03?datum=bd09").await.json();
    let [lon, lat] = [0, 1].map(|i| place["geometry"]["coordinates"][i].as_f64().unwrap());
    let nearest = get(&format!("/api/v1/places/nearest?lon={lon}&lat={lat}&datum=bd09&k=1")).await.json();
    assert_eq!(nearest["features"][0]["id"], "p-03");
    assert!(nearest["features"][0]["properties"]["distance_m"].as_f64().unwrap() < 0.1);
    assert_eq!(nearest["features"][0]["geometry"], place["geometry"]);
}

#[actix_web::test]
async fn a_name_narrows_a_list() {
    let answer = get("/api/v1/places?region=321002&q=%E5%9C%BA%E9%A6%867").await;
    assert_eq!(answer.ids(), ["p-07"]);
}

#[actix_web::test]
async fn a_search_finds_places_and_regions_and_says_by_which_name() {
    let answer = get("/api/v1/search?q=%E5%B0%8F%E5%8C%BA").await.json();
    let region = &answer["features"][0];
    assert_eq!(region["id"], "321002");
    assert_eq!(region["properties"]["result"], "region");
    assert!(region["geometry"].is_null());
    let answer = get("/api/v1/search?q=%E5%9C%BA%E9%A6%867&lon=119.4&lat=32.4").await.json();
    let place = &answer["features"][0]["properties"];
    assert_eq!((&place["result"], &place["matched_field"]), (&json!("place"), &json!("name")));
    assert!(place["distance_m"].is_number());
}
