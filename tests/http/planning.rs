//! What tests of coverage, siting and matrices share: a question, posted; and a city that can be worked out by hand.

use serde_json::{Value, json};
use yuren_tests::{Answer, Server};

/// POST of JSON.
pub(crate) fn post(path: &str, body: &Value) -> Answer {
    post_as(path, body, "*/*")
}

/// The same, for who wants an answer of this type.
pub(crate) fn post_as(path: &str, body: &Value, accept: &str) -> Answer {
    let headers = [("Content-Type", "application/json"), ("Accept", accept)];
    Server::shared().send("POST", path, &headers, body.to_string().into_bytes())
}

/// Asserts that a question is refused with this code, at this place in it, and says what is allowed.
pub(crate) fn check_refused(path: &str, body: &Value, code: &str, parameter: &str) {
    let answer = post(path, body);
    let problem = answer.problem(400);
    assert_eq!((&problem["code"], &problem["parameter"]), (&code.into(), &parameter.into()), "{answer}");
    if code != "invalid_content" {
        assert!(problem["allowed"].as_str().is_some_and(|allowed| !allowed.is_empty()), "{answer}");
    }
}

/// Three demand points on a meridian, of weight 1, 2 and 3, and one site that a scenario puts at the first. No place of the city
/// counts: the one practice centre is taken away.
///
/// A degree of latitude at 32.4° N is 110,894 m. Second: 0.005° = 554.5 m; × 1.35 at 75 m a minute = 9.98, told as 10.0 min. Third: 0.02° =
/// 2,217.9 m, 39.92, told as 40.0 min.
pub(crate) fn three_points() -> Value {
    let centre = Server::shared().get("/api/v1/places?region=321000&role=practice_centre").ids();
    json!({
        "demand": { "name": "three", "points": [
            { "id": "a", "lon": 119.6, "lat": 32.4, "weight": 1 },
            { "id": "b", "lon": 119.6, "lat": 32.405, "weight": 2 },
            { "id": "c", "lon": 119.6, "lat": 32.42, "weight": 3 },
        ] },
        "needs": [["practice_centre"]],
        "max_minutes": 15,
        "scenario": {
            "add": [{ "id": "new", "name": "新站", "lon": 119.6, "lat": 32.4, "roles": ["practice_centre"] }],
            "remove": centre,
        },
    })
}
