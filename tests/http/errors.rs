//! Requests that are refused: each names what is wrong with which parameter, the value found, and what is allowed.

use yuren_tests::{Server, encoded};

const NEAREST: &str = "/api/v1/places/nearest?lon=119.4&lat=32.4";
const PLACES: &str = "/api/v1/places?region=321000";

/// Asserts that the request is refused with this code, that the problem names the parameter and what is allowed, and
/// that it repeats the value (`None`: there was none to repeat).
fn check(path: &str, code: &str, parameter: &str, value: Option<&str>) {
    let server = Server::shared();
    let answer = server.get(path);
    let problem = answer.problem(400);
    assert_eq!(problem["code"], code, "{answer}");
    assert_eq!(problem["parameter"], parameter, "{answer}");
    assert!(problem["allowed"].as_str().is_some_and(|allowed| !allowed.is_empty()), "{answer}");
    if let Some(value) = value {
        assert_eq!(problem["value"], value, "{answer}");
    }
    let detail = problem["detail"].as_str().unwrap_or_default();
    assert!(detail.contains(parameter), "the sentence names the parameter: {answer}");
}

#[test]
fn a_point_needs_both_coordinates() {
    check("/api/v1/places/nearest?lat=32.4", "missing_parameter", "lon", None);
    check("/api/v1/places/nearest?lon=119.4", "missing_parameter", "lat", None);
    check("/api/v1/search?q=sxh&lon=119.4", "missing_parameter", "lat", None);
    check("/api/v1/search?q=sxh&lat=32.4", "missing_parameter", "lon", None);
}

#[test]
fn a_coordinate_is_a_finite_number_on_the_earth() {
    for lat in ["91", "-90.0001", "NaN", "nan", "inf", "-inf", "infinity", "1e400", "north", "32,4", "0x20", "３２"] {
        let path = format!("/api/v1/places/nearest?lon=119.4&lat={}", encoded(lat));
        check(&path, "invalid_parameter", "lat", Some(lat));
    }
    for lon in ["180.0000001", "-181", "NaN", "119.4°", "119.4E", "1;2"] {
        let path = format!("/api/v1/places/nearest?lat=32.4&lon={}", encoded(lon));
        check(&path, "invalid_parameter", "lon", Some(lon));
    }
}

#[test]
fn k_is_a_whole_number_from_one_to_a_hundred() {
    for k in ["0", "101", "1000000000", "-1", "1.5", "ten", "99999999999999999999999", "+5", " 5"] {
        check(&format!("{NEAREST}&k={}", encoded(k)), "invalid_parameter", "k", Some(k));
    }
}

#[test]
fn a_limit_has_bounds_of_its_own_in_each_list() {
    for limit in ["0", "1001", "-5", "1e3"] {
        check(&format!("{PLACES}&limit={limit}"), "invalid_parameter", "limit", Some(limit));
    }
    for limit in ["0", "51", "1000000000"] {
        check(&format!("/api/v1/search?q=sxh&limit={limit}"), "invalid_parameter", "limit", Some(limit));
    }
}

#[test]
fn a_distance_is_positive_and_no_longer_than_half_the_earth() {
    for distance in ["0", "-1", "20037510", "NaN", "inf", "1km"] {
        check(&format!("{NEAREST}&max_m={distance}"), "invalid_parameter", "max_m", Some(distance));
        let near = format!("/api/v1/places?near=119.4,32.4&radius_m={distance}");
        check(&near, "invalid_parameter", "radius_m", Some(distance));
    }
}

#[test]
fn a_role_a_fee_and_a_datum_are_of_those_there_are() {
    for path in [NEAREST, PLACES] {
        check(&format!("{path}&role=library"), "invalid_parameter", "role", Some("library"));
        check(&format!("{path}&role=venue,library"), "invalid_parameter", "role", Some("venue,library"));
        check(&format!("{path}&role=Venue"), "invalid_parameter", "role", Some("Venue"));
        check(&format!("{path}&role=venue,"), "invalid_parameter", "role", Some("venue,"));
        check(&format!("{path}&fee=gratis"), "invalid_parameter", "fee", Some("gratis"));
        check(&format!("{path}&datum=cgcs2000"), "invalid_parameter", "datum", Some("cgcs2000"));
    }
    check("/api/v1/search?q=sxh&datum=WGS84", "invalid_parameter", "datum", Some("WGS84"));
}

#[test]
fn a_problem_lists_the_role_kinds_that_there_are() {
    let problem = Server::shared().get(&format!("{NEAREST}&role=library")).problem(400);
    let allowed = problem["allowed"].as_str().unwrap_or_default();
    for kind in crate::ROLE_KINDS {
        assert!(allowed.contains(kind), "{kind} is not in {allowed}");
    }
}

#[test]
fn a_region_is_a_code_of_this_city() {
    for region in ["32100", "abcdef", "3210021", "321002,x", "扬州"] {
        check(&format!("{NEAREST}&region={}", encoded(region)), "invalid_parameter", "region", Some(region));
    }
    for path in [NEAREST, PLACES.trim_end_matches("?region=321000")] {
        let separator = if path.contains('?') { '&' } else { '?' };
        check(&format!("{path}{separator}region=110101"), "unknown_region", "region", None);
        check(&format!("{path}{separator}region=321002,321099"), "unknown_region", "region", None);
    }
}

#[test]
fn a_box_has_four_numbers_in_order_and_does_not_cross_180_degrees() {
    for bbox in [
        "119,32,120",
        "119,32,120,33,34",
        "119,32,120,north",
        "119,32,NaN,33",
        "119,32,,33",
        "119,-91,120,33",
        "119,32,181,33",
        "170,-10,-170,10",
        "120,32,119,33",
        "119,33,120,32",
    ] {
        check(&format!("/api/v1/places?bbox={bbox}"), "invalid_parameter", "bbox", Some(bbox));
    }
    let crossing = Server::shared().get("/api/v1/places?bbox=170,-10,-170,10").problem(400);
    assert!(crossing["detail"].as_str().is_some_and(|detail| detail.contains("180")), "{crossing}");
}

#[test]
fn a_circle_needs_its_centre_and_its_radius() {
    check("/api/v1/places?near=119.4,32.4", "missing_parameter", "radius_m", None);
    check("/api/v1/places?radius_m=500", "missing_parameter", "near", None);
    for near in ["119.4", "119.4,32.4,5", "119.4,91", "a,b"] {
        check(&format!("/api/v1/places?near={near}&radius_m=500"), "invalid_parameter", "near", Some(near));
    }
}

#[test]
fn a_list_of_places_needs_an_area() {
    let problem = Server::shared().get("/api/v1/places?role=venue").problem(400);
    assert_eq!(problem["code"], "missing_parameter");
    let said = format!("{} {}", problem["detail"], problem["allowed"]);
    assert!(["bbox", "near", "region"].iter().all(|area| said.contains(area)), "{problem}");
}

#[test]
fn a_box_and_a_circle_are_not_asked_for_at_once() {
    let path = "/api/v1/places?bbox=119,32,120,33&near=119.4,32.4&radius_m=500";
    assert_eq!(Server::shared().get(path).problem(400)["code"], "conflicting_parameters");
}

#[test]
fn a_cursor_is_one_of_ours() {
    for cursor in ["x", "0", "AAAA", "../../etc", "%F0%9F%8F%AF", &"A".repeat(500)] {
        check(&format!("{PLACES}&cursor={cursor}"), "broken_cursor", "cursor", None);
    }
    let server = Server::shared();
    let json = server.get(&format!("{PLACES}&limit=5")).json();
    let next = json["next"].as_str().expect("a next page").trim_start_matches(server.base()).to_owned();
    let (start, end) = next.split_once("cursor=").expect("a cursor");
    let mut cursor: Vec<char> = end.split('&').next().unwrap_or_default().chars().collect();
    for position in 0..cursor.len() {
        let kept = cursor[position];
        cursor[position] = if kept == 'A' { 'B' } else { 'A' };
        let changed: String = cursor.iter().collect();
        cursor[position] = kept;
        let answer = server.get(&format!("{start}cursor={changed}"));
        // Where it still reads as a cursor it is some other page; never is it the server's failure.
        assert!(answer.status == 400 || answer.status == 200, "{answer}");
    }
    let cut: String = cursor[..cursor.len() / 3].iter().collect();
    check(&format!("{start}cursor={cut}"), "broken_cursor", "cursor", None);
}

#[test]
fn search_text_has_one_to_sixty_four_characters() {
    check("/api/v1/search", "missing_parameter", "q", None);
    check("/api/v1/search?q=", "empty_parameter", "q", None);
    check("/api/v1/search?q=%20%20", "invalid_parameter", "q", None);
    check(&format!("/api/v1/search?q={}", "a".repeat(65)), "invalid_parameter", "q", None);
    check(&format!("{PLACES}&q={}", encoded(&"湖".repeat(65))), "invalid_parameter", "q", None);
}

#[test]
fn a_list_has_at_most_thirty_two_entries() {
    let many = vec!["venue"; 33].join(",");
    check(&format!("{NEAREST}&role={many}"), "invalid_parameter", "role", None);
    let enough = vec!["venue"; 32].join(",");
    assert_eq!(Server::shared().get(&format!("{NEAREST}&role={enough}")).status, 200);
}

#[test]
fn a_parameter_that_there_is_not_is_refused_by_name() {
    // Those of later issues are unknown today, and so is another spelling of a known one.
    for (path, name) in [
        (NEAREST, "isochrone"),
        (NEAREST, "K"),
        (NEAREST, "limit"),
        (PLACES, "k"),
        ("/api/v1/search?q=sxh", "role"),
        ("/api/v1/city?", "lang"),
        ("/api/v1/style.json?", "colour"),
        ("/api/v1/tiles/water.json?", "role"),
        ("/api/v1/tiles/places/9/425/207.mvt?", "k"),
        ("/healthz?", "verbose"),
    ] {
        let separator = if path.ends_with('?') { "" } else { "&" };
        check(&format!("{path}{separator}{name}=1"), "unknown_parameter", name, Some("1"));
    }
}

#[test]
fn a_parameter_is_given_once_and_not_empty() {
    check(&format!("{NEAREST}&k=5&k=5"), "repeated_parameter", "k", Some("5"));
    check(&format!("{NEAREST}&lon=1"), "repeated_parameter", "lon", None);
    check(&format!("{NEAREST}&role="), "empty_parameter", "role", Some(""));
    check(&format!("{NEAREST}&k"), "empty_parameter", "k", Some(""));
}

#[test]
fn a_long_value_is_not_repeated_in_full() {
    let long = "x".repeat(2000);
    let answer = Server::shared().get(&format!("{NEAREST}&role={long}"));
    answer.problem(400);
    assert!(answer.body.len() < 1500, "{} bytes", answer.body.len());
}

#[test]
fn an_address_that_leads_nowhere_is_a_problem_too() {
    let server = Server::shared();
    for path in [
        "/nowhere",
        "/api",
        "/api/v1",
        "/api/v1/",
        "/api/v2/city",
        "/api/v1/city/",
        "/api/v1/tiles/roads.json",
        "/api/v1/tiles/roads/1/1/1.mvt",
        "/assets/none.js",
        "/assets/../Cargo.toml",
        "/assets/%2e%2e%2fCargo.toml",
        "/index.php",
        "/.git/config",
    ] {
        assert_eq!(server.get(path).problem(404)["code"], "no_such_resource", "{path}");
    }
}

#[test]
fn a_method_that_is_not_for_reading_is_refused_with_those_that_are() {
    let server = Server::shared();
    for path in ["/", "/api/v1/city", NEAREST, "/api/v1/tiles/places/9/425/207.mvt", "/healthz", "/openapi.json"] {
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            let head = format!("{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            let (status, text) = server.raw(head.as_bytes());
            assert_eq!(status, 405, "{method} {path}: {text}");
            assert!(text.contains("\"method_not_allowed\"") && text.contains("application/problem+json"), "{text}");
            let allow = text.lines().find(|line| line.to_lowercase().starts_with("allow:")).unwrap_or_default();
            assert!(allow.contains("GET") && allow.contains("HEAD"), "{text}");
        }
    }
}

#[test]
fn requests_that_are_not_http_are_turned_away_and_the_server_stays() {
    let server = Server::start(None, &[]);
    let long = format!("GET /api/v1/search?q={} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "a".repeat(9000));
    let (status, text) = server.raw(long.as_bytes());
    assert_eq!(status, 414, "{text}");
    let (status, _) = server.raw(b"\x16\x03\x01\x00\xa5\x01\x00\x00\xa1\x03\x03");
    assert!(status == 0 || status == 400, "TLS on a plain port: {status}");
    for bytes in [
        &b"GET / HTTP/9.9\r\n\r\n"[..],
        b"NONSENSE\r\n\r\n",
        b"GET /api/v1/search?q=\xff\xfe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"GET /api/v1/city HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
        b"GET /api/v1/city HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc",
    ] {
        let (status, text) = server.raw(bytes);
        assert!(status == 0 || (400..500).contains(&status), "{}: {text}", String::from_utf8_lossy(bytes));
    }
    let (status, text) = server.raw(b"GET /api/v1/search?q=%ff%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assert!(status == 400 || status == 200, "bytes that are no UTF-8 are refused or searched for: {text}");
    assert_eq!(server.get("/api/v1/city").status, 200, "the server still answers");
}

#[test]
fn a_body_is_neither_needed_nor_taken() {
    let server = Server::start(None, &[]);
    let head = "GET /api/v1/city HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\nConnection: close\r\n\r\n";
    let (status, text) = server.raw(format!("{head}{}", "x".repeat(1000)).as_bytes());
    assert_eq!(status, 413, "{text}");
}
