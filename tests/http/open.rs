//! Whether one can go in: `open` in every answer, `open_at` and those beside it, a place's days.

use serde_json::Value;
use yuren_tests::{PackCopy, Server, encoded};

use crate::{number, roles};

const NEAREST: &str = "/api/v1/places/nearest?lon=119.4382&lat=32.4012";

/// The time of day in an answer's time, in minutes.
fn minutes(time: &Value) -> i64 {
    let text = time.as_str().unwrap_or_else(|| panic!("{time} is no time"));
    assert!(text.ends_with("+08:00"), "{text}");
    text[11..13].parse::<i64>().unwrap() * 60 + text[14..16].parse::<i64>().unwrap()
}

#[test]
fn those_open_on_arrival_are_the_ones_that_say_so_of_themselves_one_by_one() {
    let server = Server::shared();
    // A Saturday on which people work, in the afternoon.
    let moment = "open_at=2026-10-10T15:40&mode=walk";
    let open = server.get(&format!("{NEAREST}&k=15&role=venue,waiting_station,parent_school&{moment}"));
    let found = open.ids();
    assert_eq!(found.len(), 15, "{open}");
    let candidates = server.get(&format!("{NEAREST}&k=100&role=venue,waiting_station,parent_school")).ids();
    let let_in = |id: &&String| {
        let place = server.get(&format!("/api/v1/places/{id}?lon=119.4382&lat=32.4012&{moment}")).json();
        let wanted = ["venue", "waiting_station", "parent_school"];
        let of_kind = |role: &&Value| role["kind"].as_str().is_some_and(|kind| wanted.contains(&kind));
        roles(&place).iter().filter(of_kind).any(|role| role["open"]["state"] == "open")
    };
    let expected: Vec<&String> = candidates.iter().filter(let_in).take(15).collect();
    assert_eq!(found.iter().collect::<Vec<_>>(), expected[..expected.len().min(15)], "of the hundred nearest");
    for feature in open.features() {
        let properties = &feature["properties"];
        assert_eq!(properties["travel_kind"], "estimate");
        // 4.5 km/h over 1.35 times the straight line, in whole minutes rounded up.
        let walked = (number(&properties["distance_m"]) * 1.35 / 75.0).ceil();
        assert!((number(&properties["travel_minutes"]) - walked).abs() < 0.5, "{feature}");
        let role = &roles(&feature)[0];
        assert_eq!(
            (&role["matched"], &role["open"]["state"]),
            (&true.into(), &"open".into()),
            "it comes first: {feature}"
        );
        assert_eq!(
            minutes(&role["open"]["at"]),
            15 * 60 + 40 + walked as i64,
            "the status is of the arrival: {feature}"
        );
    }
}

#[test]
fn without_a_wish_every_role_says_whether_it_is_open_now() {
    for feature in Server::shared().get(&format!("{NEAREST}&k=100")).features() {
        assert!(feature["properties"].get("travel_minutes").is_none(), "nobody said how they travel");
        for role in roles(&feature) {
            let open = &role["open"];
            let state = open["state"].as_str().expect("a state");
            assert!(open["reason"]["zh"].as_str().is_some_and(|words| !words.is_empty()), "{open}");
            if role["hours"].is_null() && role["notices"].as_array().is_some_and(Vec::is_empty) {
                assert_eq!(state, "unknown", "unknown hours are never shown as open: {role}");
            }
        }
    }
}

#[test]
fn a_makeup_workday_and_a_day_off_are_told_in_words() {
    let server = Server::shared();
    let stations = server.get(&format!("{NEAREST}&k=20&role=waiting_station")).features();
    let station = stations.iter().find(|station| roles(station).iter().any(is_a_waiting_station)).expect("a station");
    let id = station["id"].as_str().expect("an id");
    let at = |moment: &str| {
        let place = server.get(&format!("/api/v1/places/{id}?open_at={moment}")).json();
        roles(&place).iter().find(|role| is_a_waiting_station(role)).expect("a station")["open"].clone()
    };
    let makeup = at("2026-10-10T17:00");
    assert_eq!((&makeup["state"], &makeup["reasons"][0]), (&"open".into(), &"makeup_workday".into()), "{makeup}");
    assert!(makeup["reason"]["zh"].as_str().is_some_and(|zh| zh.contains("补班，候学驿站开放到 18:")), "{makeup}");
    assert!(makeup["reason"]["en"].as_str().is_some_and(|en| en.contains("make-up workday")), "{makeup}");
    let off = at("2026-10-05T17:00");
    assert_eq!((&off["state"], &off["reasons"][0]), (&"closed".into(), &"off_day".into()), "{off}");
    assert!(off["next"].as_str().is_some_and(|next| next.starts_with("2026-10-08T")), "{off}");
}

fn is_a_waiting_station(role: &Value) -> bool {
    let follows = &role["admission"]["value"]["follows"];
    role["kind"] == "waiting_station"
        && follows == "school_days"
        && role["hours"]["value"] == "Mo-Fr 16:00-18:30; PH off; SH off"
}

#[test]
fn a_time_without_a_zone_is_the_citys_own() {
    let server = Server::shared();
    let ids = |moment: &str| server.get(&format!("{NEAREST}&k=30&open_at={}", encoded(moment))).ids();
    let here = ids("2026-11-28T15:00");
    assert!(!here.is_empty());
    for same in ["2026-11-28T15:00:00", "2026-11-28T15:00:00+08:00", "2026-11-28T07:00:00Z"] {
        assert_eq!(ids(same), here, "{same}");
    }
    assert_ne!(ids("2026-11-28T15:00:00Z"), here, "eleven in the evening there");
}

#[test]
fn a_span_finds_what_opens_in_it_and_booking_what_one_must_book() {
    let server = Server::shared();
    let count = |query: &str| {
        server.get(&format!("/api/v1/places?region=321000&role=venue&limit=1&{query}")).json()["numberMatched"]
            .as_u64()
            .expect("a number")
    };
    let morning = count("open_at=2026-11-28T05:00");
    let day = count("open_at=2026-11-28T05:00&open_until=2026-11-28T23:59");
    let booked = count("open_at=2026-11-28T05:00&open_until=2026-11-28T23:59&booking=include");
    let all = count("");
    assert!(morning < day && day < booked && booked < all, "{morning} {day} {booked} {all}");
}

#[test]
fn minutes_bound_the_way() {
    let server = Server::shared();
    let far = server.get(&format!("{NEAREST}&k=100&mode=walk&max_minutes=30"));
    for feature in far.features() {
        assert!(number(&feature["properties"]["travel_minutes"]) <= 30.0, "{feature}");
    }
    let circle = server.get("/api/v1/places?near=119.4382,32.4012&radius_m=20000&mode=walk&max_minutes=30&limit=1000");
    assert!(circle.ids().len() >= far.ids().len(), "{circle}");
    let by_car = server.get(&format!("{NEAREST}&k=100&mode=drive&max_minutes=30"));
    assert!(by_car.ids().len() > far.ids().len() || far.ids().len() == 100);
}

#[test]
fn moments_and_ways_that_are_none_are_refused_by_name() {
    let server = Server::shared();
    let check = |query: &str, code: &str, parameter: &str| {
        let answer = server.get(query);
        let problem = answer.problem(400);
        assert_eq!((&problem["code"], &problem["parameter"]), (&code.into(), &parameter.into()), "{answer}");
        assert!(problem["allowed"].as_str().is_some_and(|allowed| !allowed.is_empty()), "{answer}");
    };
    for moment in
        ["tomorrow", "2026-13-01T10:00", "2026-02-29T10:00", "1899-12-31T10:00", "10000-01-01T10:00", "2026-10-10"]
    {
        check(&format!("{NEAREST}&open_at={}", encoded(moment)), "invalid_parameter", "open_at");
    }
    check(&format!("{NEAREST}&open_until=2026-10-10T10:00"), "missing_parameter", "open_at");
    check(
        &format!("{NEAREST}&open_at=2026-10-10T10:00&open_until=2026-10-10T09:00"),
        "invalid_parameter",
        "open_until",
    );
    check(&format!("{NEAREST}&booking=include"), "missing_parameter", "open_at");
    check(&format!("{NEAREST}&mode=swim"), "invalid_parameter", "mode");
    check(&format!("{NEAREST}&max_minutes=10"), "missing_parameter", "mode");
    check(&format!("{NEAREST}&mode=walk&max_minutes=0"), "invalid_parameter", "max_minutes");
    check("/api/v1/places?region=321000&mode=walk", "missing_parameter", "mode");
}

#[test]
fn dates_at_the_ends_of_time_are_answered() {
    let server = Server::shared();
    for moment in ["1900-01-01T10:00", "9999-12-31T23:59"] {
        let answer = server.get(&format!("{NEAREST}&k=100&open_at={moment}&booking=include"));
        for feature in answer.features() {
            // Nothing is known of the days of such a year, so only what is open on any day is.
            assert!(
                roles(&feature)
                    .iter()
                    .any(|role| role["open"]["state"] == "open" || role["open"]["state"] == "booking_only")
            );
        }
    }
}

#[test]
fn a_places_days_say_when_each_role_is_open_and_why_a_day_is_unlike_others() {
    let pack = PackCopy::new();
    let id = pack.spoil("places/321002.geojson", |place| {
        let role = &mut place["properties"]["roles"][0];
        role["hours"] = serde_json::json!({"value": "Tu-Su 09:00-17:00; PH 09:00-17:00", "source": "synthetic"});
        role["admission"] = serde_json::json!({"value": {"last_admission_minutes": 30}, "source": "synthetic"});
        role["notices"] = serde_json::json!([{"value": {"from": "2026-10-09", "to": "2026-10-09",
            "issued_on": "2026-10-01", "hours": "off", "text": "检修"}, "source": "synthetic"}]);
    });
    let server = Server::start(Some(pack.folder()), &[]);
    let answer = server.get(&format!("/api/v1/places/{id}/days?from=2026-10-04&days=6")).json();
    let days = answer["roles"][0]["days"].as_array().expect("days");
    let told: Vec<String> = days
        .iter()
        .map(|day| {
            let span = &day["spans"][0];
            let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            [&day["date"], &day["state"], &span["from"], &span["to"], &span["last_entry"], &day["why"]["zh"]]
                .map(text)
                .join(" ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "2026-10-04 open 09:00 17:00 16:30 -",
            "2026-10-05 open 09:00 17:00 16:30 国庆节放假",
            "2026-10-06 open 09:00 17:00 16:30 -",
            "2026-10-07 open 09:00 17:00 16:30 -",
            "2026-10-08 open 09:00 17:00 16:30 -",
            "2026-10-09 closed - - - 按公告",
        ]
    );
    assert_eq!(answer["days"][1]["kind"], "off_day");
    assert_eq!(answer["days"].as_array().map(Vec::len), Some(6));
}

#[test]
fn seven_days_from_today_come_where_nothing_is_asked_and_the_end_of_time_ends_them() {
    let server = Server::shared();
    let id = server.get(&format!("{NEAREST}&k=1")).ids().remove(0);
    let week = server.get(&format!("/api/v1/places/{id}/days")).json();
    assert_eq!(week["days"].as_array().map(Vec::len), Some(7));
    let last = server.get(&format!("/api/v1/places/{id}/days?from=9999-12-31&days=1")).json();
    assert_eq!(last["days"][0]["date"], "9999-12-31");
    server.get("/api/v1/places/p-none/days").problem(404);
    let answer = server.get(&format!("/api/v1/places/{id}/days?days=63"));
    assert_eq!(answer.problem(400)["parameter"], "days");
}
