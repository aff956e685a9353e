//! One place, the city, tiles.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;
use serde_json::json;

use super::{ask, get};

#[actix_web::test]
async fn an_unknown_fact_is_null_and_an_unknown_fee_is_unknown() {
    let place = get("/api/v1/places/p-01").await.json();
    let role = &place["properties"]["roles"][0];
    assert_eq!(role["fee"], "unknown");
    for fact in ["fee_source", "hours", "capacity", "wheelchair", "contact", "name"] {
        assert!(role[fact].is_null(), "{fact}");
    }
    assert_eq!((&role["synthetic"], &place["properties"]["synthetic"]), (&json!(true), &json!(false)));
    assert_eq!(place["type"], "Feature");
    assert_eq!(place["revision"], 1);
}

#[actix_web::test]
async fn a_role_says_whether_wheelchairs_get_in_and_who_says_so() {
    let place = get("/api/v1/places/p-02").await.json();
    let roles = place["properties"]["roles"].as_array().unwrap();
    let wheelchair = &roles.iter().find(|role| role["kind"] == "venue").unwrap()["wheelchair"];
    assert_eq!((&wheelchair["value"], &wheelchair["source"]["source"]), (&json!("limited"), &json!("real")));
}

#[actix_web::test]
async fn a_place_is_json_ld_for_those_who_ask_for_it() {
    let request = TestRequest::get().uri("/api/v1/places/p-02").insert_header(("accept", "application/ld+json"));
    let answer = ask(request).await;
    assert_eq!(answer.header("content-type"), "application/ld+json");
    assert_eq!(answer.header("vary"), "Accept, Accept-Encoding");
    let place = answer.json();
    assert_eq!(place["@id"], "http://map.test/api/v1/places/p-02");
    assert_eq!(place["openingHours"], json!(["Tu-Su 09:00-17:00"]));
    // Of its two roles one is free and one unknown: nothing is said of the place.
    assert!(place.get("isAccessibleForFree").is_none());
    assert_eq!(place["additionalProperty"][0]["propertyID"], "example_roles");
}

#[actix_web::test]
async fn the_city_sets_declared_beside_located_and_never_rounds() {
    let city = get("/api/v1/city").await.json();
    let venue = &city["roles"][0];
    assert_eq!(
        (&venue["declared"], &venue["bound"], &venue["located"], &venue["synthetic"]),
        (&json!(5), &json!("floor"), &json!(6), &json!(6))
    );
    assert!(city["roles"][2]["declared"].is_null());
    assert!(city["map_approval"]["number"].is_null());
    assert_eq!(city["regions"][0]["located"]["parent_school"], 12);
}

#[actix_web::test]
async fn a_tile_without_anything_is_no_content() {
    assert_eq!(get("/api/v1/tiles/places/10/0/0.mvt").await.status, StatusCode::NO_CONTENT);
    let tile = get("/api/v1/tiles/places/0/0/0.mvt").await;
    assert_eq!(tile.header("content-type"), "application/vnd.mapbox-vector-tile");
    assert!(!tile.body.is_empty());
}

#[actix_web::test]
async fn a_tiles_filter_goes_on_into_its_addresses() {
    let document = get("/api/v1/tiles/places.json?role=venue,school&fee=free").await.json();
    let address = document["tiles"][0].as_str().unwrap();
    assert!(address.starts_with("http://map.test/api/v1/tiles/places/{z}/{x}/{y}.mvt?"), "{address}");
    assert!(address.contains("role=venue%2Cschool") && address.contains("fee=free"), "{address}");
}
