//! `GET /api/v1/activities`, `/activities.ics`, `/courses`, and both at a place.

use std::collections::HashSet;

use serde_json::{Value, json};
use yuren_tests::{Editor, Server, encoded};

use crate::number;

/// The first weekend of December 2026, for which the sample city has talks, workshops and exhibitions.
const WEEKEND: &str = "from=2026-12-05&to=2026-12-06";
/// The practice centre of the sample city.
const CENTRE: &str = "p-58b9trajxgyn";

fn text<'a>(feature: &'a Value, name: &str) -> &'a str {
    feature["properties"][name].as_str().unwrap_or_else(|| panic!("{feature} has no {name}"))
}

#[test]
fn a_weekend_holds_what_begins_or_goes_on_in_it_by_beginning() {
    let answer = Server::shared().get(&format!("/api/v1/activities?{WEEKEND}&limit=1000"));
    let json = answer.json();
    assert_eq!(
        (&json["from"], &json["to"]),
        (&json!("2026-12-05T00:00:00+08:00"), &json!("2026-12-07T00:00:00+08:00"))
    );
    assert_eq!(json["numberMatched"], json["numberReturned"]);
    let features = answer.features();
    assert!(features.len() >= 10, "{answer}");
    assert!(features.is_sorted_by_key(|feature| text(feature, "starts").to_owned()), "{answer}");
    for feature in &features {
        assert!(text(feature, "starts") < "2026-12-07" && text(feature, "ends") > "2026-12-05", "{feature}");
        assert_eq!(feature["properties"]["synthetic"], true, "{feature}");
        assert!(text(feature, "title").starts_with("示例"), "{feature}");
    }
    assert_eq!(json["sources"]["synthetic"]["synthetic"], true);
    let kinds: HashSet<&str> = features.iter().map(|feature| text(feature, "kind")).collect();
    assert!(kinds.contains("talk") && kinds.contains("workshop") && kinds.contains("exhibition"), "{kinds:?}");
    assert_eq!(answer.ids().iter().collect::<HashSet<_>>().len(), features.len(), "an id came twice");
}

#[test]
fn each_time_of_a_repeated_activity_is_an_entry_and_the_days_left_out_are_none() {
    let server = Server::shared();
    let month = server.get("/api/v1/activities?from=2027-01-01&to=2027-01-31&kind=workshop&limit=1000").features();
    let weekly: Vec<&Value> = month
        .iter()
        .filter(|it| it["properties"]["repeats"].as_str().is_some_and(|rule| rule.contains("WEEKLY;UNTIL")))
        .collect();
    let one = text(weekly[0], "id");
    let times: Vec<&str> =
        weekly.iter().filter(|it| text(it, "id") == one).map(|it| &text(it, "starts")[..10]).collect();
    // The term's last three weekends; the holiday's is left out.
    assert_eq!(times.len(), 3, "{times:?}");
    let except: Vec<&str> =
        weekly[0]["properties"]["except"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(except.iter().any(|day| day.starts_with("2027-01")), "{except:?}");
    assert!(times.iter().all(|day| !except.contains(day)), "{times:?} {except:?}");
}

#[test]
fn near_a_point_every_entry_says_how_far_it_is_and_none_is_farther_than_asked() {
    let server = Server::shared();
    let all = server.get(&format!("/api/v1/activities?{WEEKEND}&limit=1000"));
    assert!(all.features().iter().all(|feature| feature["properties"].get("distance_m").is_none()), "{all}");
    let near = server.get(&format!("/api/v1/activities?{WEEKEND}&near=119.4382,32.4012&radius_m=8000&limit=1000"));
    let features = near.features();
    assert!(!features.is_empty() && features.len() < all.features().len(), "{near}");
    for feature in &features {
        assert!(number(&feature["properties"]["distance_m"]) <= 8_000.0, "{feature}");
        assert_eq!(feature["properties"]["distance_kind"], "straight");
    }
    assert!(
        features.is_sorted_by_key(|it| (text(it, "starts").to_owned(), number(&it["properties"]["distance_m"]) as u64)),
        "{near}"
    );
    assert_eq!(near.header("cache-control"), Some("private, no-cache"));
}

#[test]
fn filters_leave_what_they_say_and_a_limit_says_how_many_there_were() {
    let server = Server::shared();
    let term = "from=2026-09-01&to=2027-07-31&limit=1000";
    let talks = server.get(&format!("/api/v1/activities?{term}&kind=talk"));
    let lectures = talks.features().iter().filter(|it| it["properties"]["series"] == "家庭教育大讲堂").count();
    assert_eq!(lectures, 54);
    let here = server.get(&format!("/api/v1/activities?{term}&place={CENTRE}")).features();
    assert!(!here.is_empty() && here.iter().all(|it| it["properties"]["place"]["id"] == CENTRE));
    let district = server.get(&format!("/api/v1/activities?{term}&region=321081&role=parent_school")).features();
    assert!(!district.is_empty());
    for feature in &district {
        assert!(
            feature["properties"]["place"]["region"].as_str().is_some_and(|code| code.starts_with("321081")),
            "{feature}"
        );
        assert_eq!(feature["properties"]["role"]["kind"], "parent_school", "{feature}");
    }
    let few = server.get(&format!("/api/v1/activities?{WEEKEND}&limit=2")).json();
    assert_eq!(few["numberReturned"], 2);
    assert!(few["numberMatched"].as_u64().is_some_and(|matched| matched >= 10), "{few}");
}

#[test]
fn a_time_of_day_or_an_offset_cuts_as_finely_as_it_says() {
    let server = Server::shared();
    let count =
        |window: &str| server.get(&format!("/api/v1/activities?{window}&kind=talk&limit=1000")).features().len();
    let day = count("from=2026-12-05&to=2026-12-05");
    assert!(day >= 1);
    assert_eq!(count("from=2026-12-05T00:00&to=2026-12-06T00:00"), day);
    assert_eq!(count("from=2026-12-04T16:00:00Z&to=2026-12-05T16:00:00Z"), day);
    assert_eq!(count("from=2026-12-05T00:00&to=2026-12-05T08:00"), 0);
}

#[test]
fn without_a_window_it_is_the_two_weeks_from_now_on() {
    let server = Server::shared();
    assert_eq!(server.get("/api/v1/activities?from=2026-12-25").json()["to"], "2027-01-08T00:00:00+08:00");
    let now = server.get("/api/v1/activities").json();
    let from = encoded(now["from"].as_str().expect("a time"));
    assert_eq!(server.get(&format!("/api/v1/activities?from={from}")).json()["to"], now["to"]);
}

#[test]
fn a_window_that_cannot_be_is_refused_with_its_value_and_what_is_allowed() {
    let server = Server::shared();
    for (query, parameter) in [
        ("from=2026-12-06&to=2026-12-05", "to"),
        ("from=2026-01-01&to=2027-01-02", "to"),
        ("from=0000-01-01", "from"),
        ("from=1899-12-31", "from"),
        ("from=2026-02-30", "from"),
        ("from=tomorrow", "from"),
        ("to=99999-01-01", "to"),
        ("kind=concert", "kind"),
        ("near=119.4,32.4", "radius_m"),
        ("limit=1001", "limit"),
        ("place=P-1", "place"),
    ] {
        let problem = server.get(&format!("/api/v1/activities?{query}")).problem(400);
        assert_eq!(problem["parameter"], parameter, "{query}: {problem}");
        assert!(problem["allowed"].is_string(), "{query}: {problem}");
    }
    for far in ["from=1900-01-01&to=1900-12-31", "from=9999-12-01&to=9999-12-31"] {
        assert_eq!(server.get(&format!("/api/v1/activities?{far}")).json()["numberMatched"], 0, "{far}");
    }
    assert_eq!(server.get("/api/v1/activities?place=p-none").problem(404)["code"], "no_such_place");
}

/// The unfolded lines of a calendar.
fn lines(server: &Server, query: &str) -> Vec<String> {
    let answer = server.get(&format!("/api/v1/activities.ics?{query}"));
    assert_eq!(answer.header("content-type"), Some("text/calendar; charset=utf-8"), "{answer}");
    let text = answer.text();
    assert!(text.ends_with("END:VCALENDAR\r\n"), "{answer}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{answer}");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_has_an_event_an_activity_with_its_zone_its_rule_and_the_days_left_out() {
    let server = Server::shared();
    let lines = lines(&server, "region=321000");
    let count = |line: &str| lines.iter().filter(|said| *said == line).count();
    assert_eq!(count("BEGIN:VEVENT"), 150);
    assert_eq!((count("BEGIN:VTIMEZONE"), count("TZID:Asia/Shanghai")), (1, 1));
    let ids: HashSet<&String> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(ids.len(), 150);
    assert!(lines.iter().any(|line| line.starts_with("DTSTART;TZID=Asia/Shanghai:2026")));
    // The last day of a rule, in UTC: 24 January in Shanghai ends at 16:00 there.
    assert!(count("RRULE:FREQ=WEEKLY;UNTIL=20270124T155959Z;BYDAY=SA") >= 1);
    assert!(lines.iter().any(|line| line.starts_with("EXDATE;TZID=Asia/Shanghai:")));
    assert!(lines.iter().any(|line| line.starts_with("DTSTART;VALUE=DATE:")), "exhibitions take whole days");
    assert!(lines.iter().filter(|line| line.starts_with("SUMMARY:")).all(|line| line.contains("示例")));
    assert!(lines.iter().filter(|line| line.starts_with("CATEGORIES:")).all(|line| line.ends_with("示例")));
}

#[test]
fn a_calendar_of_a_place_is_the_same_each_time_and_asks_to_be_told_of_what() {
    let server = Server::shared();
    let query = format!("place={CENTRE}");
    let first = lines(&server, &query);
    assert_eq!(first, lines(&server, &query));
    assert!(first.iter().any(|line| line.starts_with("X-WR-CALNAME:扬州市 · 示例校家社协同育人实践中心")), "{first:?}");
    assert_eq!(server.get("/api/v1/activities.ics").problem(400)["code"], "missing_parameter");
    let empty = lines(&server, "role=waiting_station");
    assert!(empty.iter().all(|line| line != "BEGIN:VEVENT"), "{empty:?}");
}

#[test]
fn courses_are_found_by_subject_grade_place_and_words() {
    let server = Server::shared();
    let all = server.get("/api/v1/courses?limit=1000");
    assert_eq!(all.json()["numberMatched"], 100);
    let science = server.get("/api/v1/courses?subject=science&grade=4").features();
    assert!(!science.is_empty());
    for course in &science {
        assert_eq!(course["properties"]["subject"], "science", "{course}");
        assert!(course["properties"]["grades"].as_array().expect("grades").contains(&json!(4)), "{course}");
        assert_eq!(course["properties"]["synthetic"], true, "{course}");
    }
    let bridges = server.get(&format!("/api/v1/courses?q={}", encoded("桥"))).features();
    assert!(!bridges.is_empty() && bridges.iter().all(|course| text(course, "title").contains('桥')));
    assert_eq!(
        server.get("/api/v1/courses?q=BRIDGE").features().len(),
        server.get("/api/v1/courses?q=bridge").features().len()
    );
    let here = server.get(&format!("/api/v1/courses?place={CENTRE}")).features();
    assert!(!here.is_empty() && here.iter().all(|course| course["properties"]["place"]["id"] == CENTRE));
    assert_eq!(server.get("/api/v1/courses?grade=13").problem(400)["parameter"], "grade");
}

#[test]
fn a_place_tells_its_next_times_and_its_courses() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    // Two weeks from now: soon, whenever this runs.
    let soon = server.get("/api/v1/activities").json()["to"].as_str().expect("a time")[..10].to_owned();
    let (mut place, tag) = editor.place(CENTRE);
    place["properties"]["activities"] = json!([{
        "id": "a-daily", "kind": "visit", "title": "开放日", "starts": format!("{soon}T14:00"),
        "ends": format!("{soon}T15:00"), "repeats": "FREQ=DAILY;COUNT=20", "fee": "free",
        "provenance": { "source": "editors" },
    }]);
    let put = editor.put(&place, &tag, "there is an open day");
    assert_eq!(put.status, 200, "{put}");
    let answer = server.get(&format!("/api/v1/places/{CENTRE}")).json();
    let properties = &answer["properties"];
    assert_eq!(properties["activities_total"], 20, "{properties}");
    let activities = properties["activities"].as_array().expect("activities");
    assert_eq!(
        (activities.len(), &activities[0]["title"], &activities[0]["synthetic"]),
        (10, &json!("开放日"), &json!(false))
    );
    assert!(properties["courses"].as_array().is_some_and(|courses| !courses.is_empty()), "{properties}");
    let listed = server.get("/api/v1/places?region=321003005&limit=1000");
    assert!(listed.features().iter().all(|it| it["properties"].get("activities").is_none()), "{listed}");
}

#[test]
fn the_ledger_sets_what_is_declared_beside_what_is_on_the_map() {
    let ledger = Server::shared().get("/api/v1/ledger").json();
    let fact = |name: &str| {
        let facts = ledger["facts"].as_array().expect("facts");
        facts.iter().find(|fact| fact["name"] == name).unwrap_or_else(|| panic!("{name}")).clone()
    };
    let numbers = |name: &str| {
        let fact = fact(name);
        ["count", "located", "synthetic"].map(|column| fact[column].as_u64().expect("a number"))
    };
    assert_eq!(numbers("家庭教育大讲堂"), [54, 54, 54]);
    assert_eq!(numbers("家庭教育微讲坛"), [139, 12, 12]);
    assert_eq!(numbers("课程资源包"), [1_000, 100, 100]);
    assert_eq!(fact("课程资源包")["bound"], "floor");
}
