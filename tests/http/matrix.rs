//! `POST /api/v1/matrix`.

use serde_json::json;
use yuren_tests::Server;

use crate::planning::{check_refused, post};

const MATRIX: &str = "/api/v1/matrix";

#[test]
fn times_are_estimated_from_the_straight_line_row_by_row() {
    // 0.005° of latitude is 554.5 m: 9.98 min on foot, told as 10.0; at 13 km/h 3.45, told as 3.5.
    let points = json!([[119.6, 32.4], [119.6, 32.405]]);
    let answer = post(MATRIX, &json!({ "mode": "walk", "from": [[119.6, 32.4]], "to": points })).json();
    assert_eq!((&answer["travel_kind"], &answer["minutes"]), (&json!("estimate"), &json!([[0.0, 10.0]])));
    let answer = post(MATRIX, &json!({ "mode": "cycle", "from": points, "to": points })).json();
    assert_eq!(answer["minutes"], json!([[0.0, 3.5], [3.5, 0.0]]));
}

#[test]
fn a_matrix_comes_compressed_to_whoever_takes_it_so() {
    let points: Vec<[f64; 2]> = (0..40).map(|i| [119.4 + 0.003 * f64::from(i), 32.4]).collect();
    let body = json!({ "mode": "walk", "from": points, "to": points }).to_string().into_bytes();
    let ask = |encoding: &str, body: &[u8]| {
        let headers = [("Content-Type", "application/json"), ("Accept-Encoding", encoding)];
        Server::shared().send("POST", MATRIX, &headers, body.to_vec())
    };
    let plain = ask("identity", &body);
    assert_eq!((plain.status, plain.header("content-encoding")), (200, None));
    for encoding in ["gzip", "br"] {
        let packed = ask(encoding, &body);
        assert_eq!((packed.status, packed.header("content-encoding")), (200, Some(encoding)));
        assert!(packed.list("vary").contains(&"accept-encoding".to_owned()), "{packed}");
        assert!(packed.body.len() < plain.body.len() / 2, "{} of {} bytes", packed.body.len(), plain.body.len());
        assert_eq!(packed.json(), plain.json());
    }
    let short = json!({ "mode": "walk", "from": [points[0]], "to": [points[0]] }).to_string();
    assert_eq!(ask("gzip", short.as_bytes()).header("content-encoding"), None, "it saves nothing");
}

#[test]
fn a_matrix_has_bounds() {
    let side = |count: usize| vec![[119.4, 32.4]; count];
    let refused = |from: usize, to: usize, parameter: &str| {
        let body = json!({ "mode": "walk", "from": side(from), "to": side(to) });
        check_refused(MATRIX, &body, "invalid_parameter", parameter);
    };
    refused(0, 1, "/from");
    refused(1, 2_501, "/to");
    refused(2_500, 2_000, "/to");
    let body = json!({ "mode": "walk", "from": [[119.4, 32.4], [0, 95]], "to": side(1) });
    check_refused(MATRIX, &body, "invalid_parameter", "/from/1");
    let body = json!({ "mode": "walk", "from": side(1), "to": side(1), "kind": "network" });
    check_refused(MATRIX, &body, "invalid_parameter", "/kind");
    let closing = |count: usize| {
        let close = vec![json!({ "lon": 119.4, "lat": 32.4 }); count];
        json!({ "mode": "walk", "from": side(1), "to": side(1), "close": close })
    };
    check_refused(MATRIX, &closing(1), "conflicting_parameters", "/close");
    check_refused(MATRIX, &closing(201), "invalid_parameter", "/close");
    check_refused(MATRIX, &json!({ "mode": "fly", "from": side(1), "to": side(1) }), "invalid_content", "mode");
}
