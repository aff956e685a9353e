//! What is refused, and how it is said.

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use super::{ask, get};

#[actix_web::test]
async fn a_refusal_names_parameter_value_and_what_is_allowed() {
    let answer = get("/api/v1/places/nearest?lon=119&lat=91").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = answer.json();
    assert_eq!(problem["code"], "invalid_parameter");
    assert_eq!(problem["parameter"], "lat");
    assert_eq!(problem["value"], "91");
    assert_eq!(problem["allowed"], "a number from -90 to 90");
    assert_eq!(problem["type"], "/docs/problems#invalid_parameter");
}

#[actix_web::test]
async fn every_bad_question_has_its_code() {
    for (address, code) in [
        ("/api/v1/city?x=1", "unknown_parameter"),
        ("/api/v1/places/nearest?lon=1&lat=1&isochrone=1", "unknown_parameter"),
        ("/api/v1/places/nearest?lat=1", "missing_parameter"),
        ("/api/v1/places/nearest?lon=1&lat=1&k=0", "invalid_parameter"),
        ("/api/v1/places/nearest?lon=1&lat=1&role=castle", "invalid_parameter"),
        ("/api/v1/places/nearest?lon=1&lat=1&region=321003", "unknown_region"),
        ("/api/v1/places/nearest?lon=1&lat=1&datum=utm", "invalid_parameter"),
        ("/api/v1/places", "missing_parameter"),
        ("/api/v1/places?near=1,2", "missing_parameter"),
        ("/api/v1/places?near=1,2&radius_m=3&bbox=1,2,3,4", "conflicting_parameters"),
        ("/api/v1/places?bbox=179,1,-179,2", "invalid_parameter"),
        ("/api/v1/places?region=321002&cursor=x", "broken_cursor"),
        ("/api/v1/search?q=a&lon=1", "missing_parameter"),
        ("/api/v1/tiles/places/3/8/0.mvt", "tile_out_of_range"),
        ("/api/v1/tiles/water/1/0/0.mvt?role=venue", "unknown_parameter"),
        ("/api/v1/style.json?theme=pink", "invalid_parameter"),
        ("/api/v1/places/p-99", "no_such_place"),
        ("/api/v1/places/NOT%20AN%20ID", "no_such_place"),
        ("/api/v1/tiles/roads.json", "no_such_resource"),
        ("/api/v2/city", "no_such_resource"),
        ("/assets/none.js", "no_such_resource"),
    ] {
        assert_eq!(get(address).await.json()["code"], code, "{address}");
    }
}

#[actix_web::test]
async fn a_method_that_is_not_allowed_is_told_which_are() {
    for address in ["/api/v1/city", "/", "/assets/tiny-1a2b.js"] {
        let answer = ask(TestRequest::delete().uri(address)).await;
        assert_eq!((answer.status, answer.header("allow")), (StatusCode::METHOD_NOT_ALLOWED, "GET, HEAD"), "{address}");
    }
    assert_eq!(ask(TestRequest::post().uri("/api/v2")).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_request_with_content_or_an_endless_address_is_refused_unread() {
    let with_content = ask(TestRequest::get().uri("/api/v1/city").insert_header(("content-length", "1"))).await;
    assert_eq!(with_content.status, StatusCode::PAYLOAD_TOO_LARGE);
    let endless = get(&format!("/api/v1/city?{}", "x".repeat(8_000))).await;
    assert_eq!(endless.status, StatusCode::URI_TOO_LONG);
    assert!(endless.header("content-security-policy").contains("default-src"));
}
