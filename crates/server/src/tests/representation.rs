//! Entity tags, encodings, security headers, the page.

use std::io::Read;

use actix_web::http::StatusCode;
use actix_web::test::TestRequest;

use super::{ask, get};

const SHRINKING: [&str; 3] =
    ["/api/v1/city", "/api/v1/places/nearest?lon=119.4&lat=32.4", "/api/v1/tiles/places/0/0/0.mvt"];

#[actix_web::test]
async fn every_answer_has_a_tag_and_is_not_sent_again_to_who_has_it() {
    for address in
        SHRINKING.into_iter().chain(["/", "/assets/tiny-1a2b.js", "/openapi.json", "/docs", "/api/v1/style.json"])
    {
        let first = get(address).await;
        let tag = first.header("etag");
        assert!(tag.starts_with("W/\""), "{address}");
        let again = ask(TestRequest::get().uri(address).insert_header(("if-none-match", tag))).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{address}");
        for kept in ["etag", "vary", "cache-control"] {
            assert_eq!(again.header(kept), first.header(kept), "{address} {kept}");
        }
    }
}

#[actix_web::test]
async fn an_encoded_answer_is_the_same_answer() {
    for address in SHRINKING {
        let plain = get(address).await;
        assert_eq!((plain.header("content-encoding"), plain.header("vary")), ("", "Accept-Encoding"), "{address}");
        for (accept, encoding) in [("gzip, br", "br"), ("gzip", "gzip")] {
            let answer = ask(TestRequest::get().uri(address).insert_header(("accept-encoding", accept))).await;
            assert_eq!(answer.header("content-encoding"), encoding, "{address}");
            assert_eq!(answer.header("etag"), plain.header("etag"), "{address}");
            let mut decoded = Vec::new();
            match encoding {
                "br" => brotli::Decompressor::new(&answer.body[..], 4096).read_to_end(&mut decoded).unwrap(),
                _ => flate2::read::GzDecoder::new(&answer.body[..]).read_to_end(&mut decoded).unwrap(),
            };
            assert_eq!(decoded, plain.body, "{address}");
        }
    }
}

#[actix_web::test]
async fn a_head_is_answered_with_the_headers_of_a_get() {
    let get = get("/api/v1/city").await;
    let head = ask(TestRequest::default().method(actix_web::http::Method::HEAD).uri("/api/v1/city")).await;
    assert_eq!((head.status, head.header("etag")), (get.status, get.header("etag")));
}

#[actix_web::test]
async fn a_hashed_file_is_kept_for_ever_and_the_page_is_asked_for_again() {
    assert!(get("/assets/tiny-1a2b.js").await.header("cache-control").contains("immutable"));
    assert_eq!(get("/").await.header("cache-control"), "no-cache");
    assert_eq!(get("/?utm=1").await.status, StatusCode::OK);
}

#[actix_web::test]
async fn an_answer_about_a_point_is_kept_by_no_cache_between() {
    for address in ["/api/v1/places/nearest?lon=1&lat=1", "/api/v1/search?q=a", "/api/v1/places?near=1,1&radius_m=1"] {
        assert!(get(address).await.header("cache-control").contains("private"), "{address}");
    }
}

#[actix_web::test]
async fn no_inline_script_runs_anywhere() {
    for address in ["/", "/api/v1/city", "/docs", "/docs/problems", "/nowhere"] {
        let answer = get(address).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("script-src 'self';"), "{address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{address}");
        let body = String::from_utf8_lossy(&answer.body);
        assert!(!body.contains("<script>"), "{address}");
    }
    assert!(!get("/").await.header("content-security-policy").contains("unsafe"));
}

#[actix_web::test]
async fn metrics_tell_routes_and_never_what_was_asked() {
    // Each `ask` has a server of its own, so this asks twice of one.
    use crate::site::app;
    use actix_web::{body::to_bytes, test, web::Data};
    let (state, _scratch) = super::tiny_state().await;
    let app = test::init_service(app(Data::new(state))).await;
    for address in ["/api/v1/search?q=secret&lon=119.123456&lat=32.4", "/api/v1/places/p-01", "/secret"] {
        test::call_service(&app, TestRequest::get().uri(address).to_request()).await;
    }
    let answer = test::call_service(&app, TestRequest::get().uri("/metrics").to_request()).await;
    let body = to_bytes(answer.into_body()).await.ok().expect("the body is whole");
    let text = String::from_utf8(body.to_vec()).unwrap();
    assert!(text.contains(r#"yuren_http_requests_total{route="/api/v1/search",status="200"} 1"#), "{text}");
    assert!(text.contains(r#"route="/api/v1/places/{id}""#) && text.contains("yuren_places 12"), "{text}");
    assert!(!text.contains("secret") && !text.contains("119.1") && !text.contains("p-01"), "{text}");
}
