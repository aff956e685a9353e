//! `POST /api/v1/matrix`.

use serde_json::json;

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
