//! `GET /api/v1/isochrone`.

use yuren_tests::Server;

use crate::number;

#[test]
fn without_streets_an_isochrone_is_a_circle_and_says_so() {
    let answer = Server::shared().get("/api/v1/isochrone?lon=119.6&lat=32.4&mode=walk&minutes=15,5");
    let features = answer.features();
    let minutes: Vec<_> = features.iter().map(|feature| number(&feature["properties"]["minutes"])).collect();
    assert_eq!(minutes, [15.0, 5.0], "the longest first");
    for feature in &features {
        assert_eq!(feature["properties"]["travel_kind"], "estimate");
        assert_eq!(feature["properties"]["across_water_ignored"], true);
        // The northernmost corner: minutes × 75 m ÷ 1.35, over 110,894 m a degree.
        let ring = feature["geometry"]["coordinates"][0][0].as_array().expect("a ring");
        let north = ring.iter().map(|at| number(&at[1])).fold(0.0, f64::max);
        let expected = number(&feature["properties"]["minutes"]) * 75.0 / 1.35 / 110_894.0;
        assert!((north - 32.4 - expected).abs() < 0.006 * expected, "{north}");
        assert_eq!(ring.first(), ring.last());
    }
    assert!(answer.json()["note"].as_str().is_some_and(|note| note.contains("estimate")));
}

#[test]
fn an_estimate_may_be_asked_for_and_streets_are_refused_where_there_are_none() {
    let server = Server::shared();
    let ask = |more: &str| server.get(&format!("/api/v1/isochrone?lon=119.6&lat=32.4&mode=walk&minutes=5{more}"));
    assert_eq!(ask("&kind=estimate").json(), ask("").json());
    for (more, code, parameter) in [
        ("&kind=network", "invalid_parameter", "kind"),
        ("&kind=guess", "invalid_parameter", "kind"),
        ("&close=119.6;32.4", "conflicting_parameters", "close"),
        ("&close=119.6", "invalid_parameter", "close"),
        ("&close=119.6;95", "invalid_parameter", "close"),
        ("&close=NaN;32.4", "invalid_parameter", "close"),
        ("&close=119.6;32.4;1", "invalid_parameter", "close"),
    ] {
        let problem = ask(more).problem(400);
        assert_eq!((&problem["code"], &problem["parameter"]), (&code.into(), &parameter.into()), "{more}");
    }
}

#[test]
fn times_of_an_isochrone_have_bounds() {
    let server = Server::shared();
    for minutes in ["0", "-5", "1000000000", "NaN", "5,,10", "1,2,3,4,5,6,7,8,9,10,11"] {
        let path = format!("/api/v1/isochrone?lon=119.6&lat=32.4&mode=walk&minutes={minutes}");
        let problem = server.get(&path).problem(400);
        assert_eq!((&problem["code"], &problem["parameter"]), (&"invalid_parameter".into(), &"minutes".into()));
    }
    for (query, parameter) in [("lon=1&lat=1&mode=walk", "minutes"), ("lon=1&lat=1&minutes=5", "mode")] {
        let problem = server.get(&format!("/api/v1/isochrone?{query}")).problem(400);
        assert_eq!((&problem["code"], &problem["parameter"]), (&"missing_parameter".into(), &parameter.into()));
    }
}
