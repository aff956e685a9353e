//! `GET /api/v1/days`: what kind of day it is, and whose word that is.

use serde_json::{Value, json};
use yuren_tests::{PackCopy, Scratch, Server, run};

fn day(date: &str) -> Value {
    Server::shared().get(&format!("/api/v1/days/{date}")).json()
}

#[test]
fn a_make_up_workday_is_told_with_its_holiday_school_dismissal_notice_and_words() {
    assert_eq!(
        day("2026-10-10"),
        json!({
            "date": "2026-10-10",
            "weekday": 6,
            "kind": "makeup_workday",
            "announced": true,
            "off_reason": null,
            "statutory": false,
            "holiday": { "zh": "国庆节", "en": "National Day" },
            "school_day": true,
            "school": "school",
            "dismissal": [
                { "stage": "primary", "time": "16:30" },
                { "stage": "junior", "time": "17:30" },
                { "stage": "senior", "time": "18:00" },
            ],
            "notice": {
                "title": "国务院办公厅关于2026年部分节假日安排的通知",
                "number": "国办发明电〔2025〕7号",
                "issued_on": "2025-11-04",
                "url": "https://www.gov.cn/zhengce/content/202511/content_7047090.htm",
            },
            "school_year": {
                "title": "2026—2027学年校历(示例)",
                "title_en": "School year 2026–2027 (example)",
                "issuer": "示例",
                "example": true,
            },
            "words": { "zh": "国庆节调休上班", "en": "Make-up workday for National Day" },
        })
    );
}

#[test]
fn each_sort_of_day_off_says_why() {
    for (date, reason, statutory, words) in [
        ("2026-10-01", "statutory", true, "国庆节（法定节假日）"),
        ("2026-10-04", "weekend", false, "国庆节假期（周末）"),
        ("2026-10-05", "substitute", false, "国庆节补休"),
        ("2026-10-06", "bridged", false, "国庆节调休放假"),
    ] {
        let day = day(date);
        assert_eq!(
            (&day["kind"], &day["off_reason"], &day["statutory"], &day["words"]["zh"]),
            (&json!("off_day"), &json!(reason), &json!(statutory), &json!(words)),
            "{date}"
        );
        assert_eq!((&day["school_day"], &day["dismissal"]), (&json!(false), &json!([])), "{date}");
    }
}

#[test]
fn a_day_past_the_last_notice_is_not_announced_yet_and_never_guessed() {
    for date in ["2027-01-01", "2027-05-03", "9999-12-31"] {
        let day = day(date);
        assert_eq!(
            (&day["kind"], &day["announced"], &day["notice"]),
            (&Value::Null, &json!(false), &Value::Null),
            "{date}"
        );
        assert_eq!((&day["school_day"], &day["statutory"]), (&Value::Null, &json!(false)), "{date}");
        let year = &date[..4];
        assert_eq!(day["words"]["zh"], format!("{year} 年放假安排尚未公布"));
    }
    let before = day("1900-01-01");
    assert_eq!((&before["kind"], &before["words"]["zh"]), (&Value::Null, &json!("没有 1900 年的放假安排")));
    assert_eq!(day("2027-02-06")["school"], "winter_break", "a break is known all the same");
}

#[test]
fn days_come_in_order_each_as_it_is_alone() {
    let answer = Server::shared().get("/api/v1/days?from=2025-12-30&to=2026-01-05");
    let days = answer.json();
    assert_eq!((&days["from"], &days["to"]), (&json!("2025-12-30"), &json!("2026-01-05")));
    let days = days["days"].as_array().expect("days");
    assert_eq!(days.len(), 7);
    for told in days {
        assert_eq!(*told, day(told["date"].as_str().expect("a date")));
    }
    let kinds: Vec<_> = days.iter().map(|day| day["kind"].as_str().unwrap_or_default()).collect();
    assert_eq!(kinds, ["workday", "workday", "off_day", "off_day", "off_day", "makeup_workday", "workday"]);
}

#[test]
fn an_answer_of_days_is_kept_until_it_changes() {
    let server = Server::shared();
    for path in ["/api/v1/days/2026-10-10", "/api/v1/days?from=2026-01-01&to=2026-12-31"] {
        let answer = server.get(path);
        assert_eq!(answer.header("cache-control"), Some("no-cache"), "{answer}");
        let tag = answer.header("etag").expect("an entity tag");
        assert_eq!(server.request("GET", path, &[("If-None-Match", tag)]).status, 304, "{path}");
    }
}

#[test]
fn a_date_that_is_none_is_refused_with_what_is_allowed() {
    let server = Server::shared();
    for date in
        ["2026-02-29", "1899-12-31", "2026-1-1", "10000-01-01", "today", "2026-10-10T00:00", "%E4%BB%8A%E5%A4%A9"]
    {
        let alone = server.get(&format!("/api/v1/days/{date}")).problem(400);
        assert_eq!((&alone["code"], &alone["parameter"]), (&json!("invalid_parameter"), &json!("date")), "{date}");
        let first = server.get(&format!("/api/v1/days?from={date}&to=2026-10-10")).problem(400);
        assert_eq!((&first["code"], &first["parameter"]), (&json!("invalid_parameter"), &json!("from")), "{date}");
        let allowed = json!("a date YYYY-MM-DD from 1900-01-01 to 9999-12-31");
        assert_eq!((&alone["allowed"], &first["allowed"]), (&allowed, &allowed), "{date}");
    }
}

#[test]
fn days_run_forwards_and_are_at_most_400() {
    let server = Server::shared();
    assert_eq!(
        server.get("/api/v1/days?from=2026-01-01&to=2027-02-04").json()["days"].as_array().map(Vec::len),
        Some(400)
    );
    assert_eq!(
        server.get("/api/v1/days?from=9999-12-31&to=9999-12-31").json()["days"].as_array().map(Vec::len),
        Some(1)
    );
    for (from, to, said) in [
        ("2026-01-01", "2027-02-05", "makes 401 days"),
        ("1900-01-01", "9999-12-31", "makes 2958464 days"),
        ("2026-01-02", "2026-01-01", "lies before 2026-01-02"),
    ] {
        let problem = server.get(&format!("/api/v1/days?from={from}&to={to}")).problem(400);
        assert_eq!((&problem["code"], &problem["parameter"]), (&json!("invalid_parameter"), &json!("to")), "{to}");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(said)), "{problem}");
        assert!(problem["allowed"].as_str().is_some_and(|allowed| allowed.contains("at most 400 days")), "{problem}");
    }
    assert_eq!(server.get("/api/v1/days?from=2026-01-01").problem(400)["parameter"], "to");
    assert_eq!(server.get("/api/v1/days/2026-01-01?lang=zh").problem(400)["code"], "unknown_parameter");
}

#[test]
fn a_city_without_a_calendar_says_of_no_day_what_it_is() {
    let pack = PackCopy::new();
    pack.write("city.toml", &pack.read("city.toml").replace("calendar = \"cn\"\n", ""));
    let server = Server::start(Some(pack.folder()), &[]);
    let day = server.get("/api/v1/days/2026-10-10").json();
    assert_eq!((&day["kind"], &day["announced"], &day["school"]), (&Value::Null, &json!(false), &Value::Null));
    assert_eq!(server.get("/api/v1/days/2026-02-10").json()["school"], "winter_break");
}

#[test]
fn a_calendar_of_which_there_is_no_sound_file_stops_the_start_with_what_would_mend_it() {
    let empty = Scratch::new();
    let folder = empty.path().to_str().expect("temporary folders have plain names");
    let serve = || run(&["serve", "--calendar", folder, "--listen", "127.0.0.1:0"]);
    let ended = serve();
    assert!(!ended.status.success());
    assert!(ended.stderr.contains("has no notice") && ended.stderr.contains("cn-2026.toml"), "{}", ended.stderr);

    let notice =
        std::fs::read_to_string(yuren_tests::repository().join("data/calendar/cn-2026.toml")).expect("a notice");
    let write = |name: &str, text: &str| std::fs::write(empty.path().join(name), text).expect("a file");
    write("cn-2026.toml", &notice.replace("\"2026-10-10\"", "\"2026-10-12\""));
    let said = serve().stderr;
    assert!(said.contains("cn-2026.toml: holiday[6].makeup_workdays[1]: 2026-10-12 is a Monday"), "{said}");
    write("cn-2026.toml", "");
    write("cn-2027.toml", &notice);
    std::fs::remove_file(empty.path().join("cn-2026.toml")).expect("a file");
    let said = serve().stderr;
    assert!(said.contains("cn-2027.toml: year: it is 2026; allowed: 2027"), "{said}");
}

#[test]
fn the_command_line_says_a_day_in_plain_words() {
    let ended = run(&["day", "2026-10-10"]);
    assert!(ended.status.success(), "{}", ended.stderr);
    for words in [
        "Saturday, 2026-10-10",
        "国庆节调休上班 · Make-up workday for National Day",
        "School day: primary until 16:30",
        "nobody's real school year",
        "国办发明电〔2025〕7号",
    ] {
        assert!(ended.stdout.contains(words), "{words:?} is not in {}", ended.stdout);
    }
    assert!(run(&["day", "2027-10-01"]).stdout.contains("not been announced yet"));
    let today = run(&["day"]);
    assert!(today.status.success() && !today.stdout.is_empty());
    let refused = run(&["day", "2026-02-30"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stderr.contains("\"2026-02-30\" is no date; allowed: YYYY-MM-DD"), "{}", refused.stderr);
}
