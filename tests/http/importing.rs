//! `yuren import` beside a running server: a list becomes places, and stays in step with them.

use std::fs;

use serde_json::{Value, json};
use yuren_tests::{Scratch, Server, encoded, run, run_with};

/// A list of three venues of 广陵区 in WGS-84, the last without a position of its own.
const LIST: &str = "编号,名称,区县,乡镇,类别,经度,纬度,收费,开放时间\n\
    A1,新风图书馆,广陵区,东关街道,场馆,119.4501,32.3951,免费,9:00-17:00\n\
    A2,新风美术馆,广陵区,东关街道,场馆,119.4512,32.3962,收费,\n\
    A3,新风科技馆,广陵区,汤汪街道,场馆,,,免费,\n";

/// What an import of this list says, as JSON.
fn import(scratch: &Scratch, list: &str, options: &[&str]) -> Value {
    let file = scratch.path().join("list.csv");
    fs::write(&file, list).expect("the list");
    let file = file.to_str().expect("a plain path");
    let store = scratch.store();
    let ended = run(&[&["import", file, "--store", &store, "--datum", "wgs84", "--json"], options].concat());
    serde_json::from_str(&ended.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", ended.stdout, ended.stderr))
}

fn counts(plan: &Value) -> [usize; 4] {
    let many = |part: &str| plan[part].as_array().unwrap_or_else(|| panic!("{part}: {plan}")).len();
    [
        many("added"),
        many("changed"),
        many("withdrawn"),
        plan["counts"]["unchanged"].as_u64().unwrap_or_default() as usize,
    ]
}

/// The first place that a search finds, once it is as wanted: another process's change takes a moment to arrive.
fn until(server: &Server, name: &str, wanted: impl Fn(&Value) -> bool) -> Value {
    let address = format!("/api/v1/search?q={}", encoded(name));
    let end = std::time::Instant::now() + std::time::Duration::from_mins(1);
    loop {
        let found = server.get(&address).features().into_iter().next().unwrap_or_default();
        if wanted(&found) || std::time::Instant::now() > end {
            assert!(wanted(&found), "{name}: {found}");
            return found;
        }
    }
}

#[test]
fn a_list_goes_onto_the_map_of_a_running_server_and_a_second_time_changes_nothing() {
    let scratch = Scratch::new();
    let server = Server::start_on(&scratch.store(), None, &[]);
    let dry = import(&scratch, LIST, &["--dry-run"]);
    assert_eq!((counts(&dry), &dry["revision"]), ([3, 0, 0, 0], &Value::Null), "{dry}");
    assert!(
        server.get(&format!("/api/v1/search?q={}", encoded("新风图书馆"))).ids().is_empty(),
        "a dry run does nothing"
    );

    let plan = import(&scratch, LIST, &[]);
    assert_eq!((counts(&plan), &plan["revision"]), ([3, 0, 0, 0], &2.into()), "{plan}");
    let library = until(&server, "新风图书馆", |found| found["properties"]["name"] == "新风图书馆");
    let properties = &library["properties"];
    assert_eq!(properties["roles"][0]["fee"], "free");
    assert_eq!(properties["roles"][0]["hours"]["value"], "Mo-Su 09:00-17:00");
    assert_eq!(properties["synthetic"], false);
    let centre = until(&server, "新风科技馆", |found| found["properties"]["name"] == "新风科技馆");
    assert_eq!(centre["properties"]["position"]["precision"], "approximate", "it stands at its town's centre");
    assert_eq!(plan["approximate"], json!([{ "place": centre["id"], "name": "新风科技馆" }]));

    let again = import(&scratch, LIST, &[]);
    assert_eq!((counts(&again), &again["changes"], &again["revision"]), ([0, 0, 0, 3], &0.into(), &Value::Null));
}

#[test]
fn a_row_that_changed_changes_its_place_and_one_that_is_gone_withdraws_it() {
    let scratch = Scratch::new();
    let server = Server::start_on(&scratch.store(), None, &[]);
    import(&scratch, LIST, &[]);
    let id = until(&server, "新风美术馆", Value::is_object)["id"].as_str().expect("an id").to_owned();
    let shorter = LIST
        .replace("9:00-17:00", "9:30-17:00")
        .lines()
        .filter(|line| !line.starts_with("A2"))
        .fold(String::new(), |list, line| list + line + "\n");
    let plan = import(&scratch, &shorter, &[]);
    assert_eq!(counts(&plan), [0, 1, 1, 1], "{plan}");
    assert_eq!(plan["changed"][0]["fields"][0]["field"], "roles.venue.hours", "{plan}");
    until(&server, "新风图书馆", |found| found["properties"]["roles"][0]["hours"]["value"] == "Mo-Su 09:30-17:00");
    let gone = server.get(&format!("/api/v1/places/{id}")).json();
    assert_eq!(gone["properties"]["status"], "withdrawn", "withdrawn, not deleted");
}

#[test]
fn a_bad_row_is_told_with_row_column_and_mend_and_the_others_go_on() {
    let scratch = Scratch::new();
    let swapped = LIST.replace("119.4512,32.3962", "32.3962,119.4512").replace("新风科技馆", "");
    let plan = import(&scratch, &swapped, &["--dry-run"]);
    let found =
        |rule: &str| plan["counts_by_rule"].as_array()?.iter().find(|found| found["rule"] == rule)?["count"].as_u64();
    assert_eq!((found("swapped"), found("missing-name")), (Some(1), Some(1)), "{plan}");
    let findings = plan["findings"].as_array().expect("findings");
    let nameless = findings.iter().find(|finding| finding["rule"] == "missing-name").expect("the finding");
    assert_eq!((&nameless["row"], &nameless["column"]), (&4.into(), &1.into()));
    for member in ["meaning_zh", "meaning_en", "mend_zh", "mend_en"] {
        assert!(nameless[member].as_str().is_some_and(|text| !text.is_empty()), "{nameless}");
    }
    assert_eq!(plan["counts"]["refused"], 1, "{plan}");
}

#[test]
fn a_file_that_cannot_be_used_is_refused_in_a_sentence_and_changes_nothing() {
    let scratch = Scratch::new();
    let store = scratch.store();
    let refused = |name: &str, content: &[u8], said: &str| {
        let file = scratch.path().join(name);
        fs::write(&file, content).expect("the file");
        let ended = run(&["import", file.to_str().expect("a plain path"), "--store", &store]);
        assert!(!ended.status.success(), "{name}: {}", ended.stdout);
        let text = ended.stdout + &ended.stderr;
        assert!(text.contains(said) && !text.contains("panicked"), "{name}: {text}");
    };
    refused("nul.csv", b"a,b\n1,\0\n", "nul");
    refused("empty.csv", b"", "no-rows");
    refused("broken.xlsx", b"PK\x03\x04 and then nothing", "unreadable");
    refused("名单.csv", LIST.as_bytes(), "--source");
    let missing = run(&["import", "nowhere.csv", "--store", &store]);
    assert!(!missing.status.success() && missing.stderr.contains("nowhere.csv"), "{}", missing.stderr);
}

#[test]
fn a_mapping_that_was_shown_is_handed_back_changed() {
    let scratch = Scratch::new();
    let list = LIST.replace("名称", "甲栏");
    let shown = import(&scratch, &list, &["--dry-run"]);
    assert_eq!(
        (&shown["is_refused"], &shown["mappings"]["list.csv"]["columns"][1]["field"]),
        (&true.into(), &Value::Null)
    );
    let mapping = scratch.path().join("mapping.json");
    let file = mapping.to_str().expect("a plain path");
    let mut mappings = shown["mappings"].clone();
    mappings["list.csv"]["columns"][1]["field"] = "name".into();
    fs::write(&mapping, mappings.to_string()).expect("a mapping");
    assert_eq!(counts(&import(&scratch, &list, &["--dry-run", "--mapping", file])), [3, 0, 0, 0]);

    let store = scratch.store();
    let refused = |content: &str, said: &str| {
        fs::write(&mapping, content).expect("a mapping");
        let list = scratch.path().join("list.csv");
        let list = list.to_str().expect("a plain path");
        let ended = run(&["import", list, "--store", &store, "--dry-run", "--mapping", file]);
        assert!(!ended.status.success() && ended.stderr.contains(said), "{}", ended.stderr);
    };
    refused("[]", "--mapping");
    refused(&mappings.to_string().replace("甲栏", "乙栏"), "mappings.list.csv.columns");
}

#[test]
fn a_run_that_nobody_watches_shows_no_progress() {
    let scratch = Scratch::new();
    let list = scratch.path().join("list.csv");
    fs::write(&list, LIST).expect("the list");
    let list = list.to_str().expect("a plain path");
    let ended = run(&["import", list, "--store", &scratch.store(), "--datum", "wgs84", "--dry-run"]);
    assert!(ended.stdout.starts_with("3 added, 0 changed"), "{}", ended.stdout);
    assert_eq!(ended.stderr, "");
}

#[test]
fn a_report_is_a_workbook() {
    let scratch = Scratch::new();
    let report = scratch.path().join("report.xlsx");
    import(&scratch, LIST, &["--dry-run", "--report", report.to_str().expect("a plain path")]);
    assert_eq!(fs::read(report).expect("a report")[..4], *b"PK\x03\x04");
}

#[test]
fn accounts_are_made_listed_and_shut_by_the_command_line_alone() {
    let scratch = Scratch::new();
    let store = scratch.store();
    let user =
        |arguments: &[&str], input: &str| run_with(&[&["user"], arguments, &["--store", &store]].concat(), input);
    let short = user(&["add", "li", "--role", "editor"], "short");
    assert!(!short.status.success() && short.stderr.contains("15"), "{}", short.stderr);
    assert!(
        user(&["add", "li", "--role", "editor", "--districts", "321002"], "long enough to be taken").status.success()
    );
    let twice = user(&["add", "li", "--role", "admin"], "long enough to be taken");
    assert!(!twice.status.success() && twice.stderr.contains("already"), "{}", twice.stderr);
    let listed = user(&["list"], "").stdout;
    assert!(listed.contains("li") && listed.contains("editor") && listed.contains("321002"), "{listed}");
    assert!(user(&["disable", "li"], "").status.success());
    assert!(user(&["list"], "").stdout.contains("shut"));
    assert!(!user(&["disable", "wang"], "").status.success());
}

#[test]
fn a_list_of_activities_and_one_of_hours_in_words_come_in_by_the_same_command() {
    let scratch = Scratch::new();
    let server = Server::start_on(&scratch.store(), None, &[]);
    let list = "编号,活动名称,地点,类型,日期,时间,适合年龄,收费\n\
        H1,一起修古书,示例校家社协同育人实践中心 01 · 邗江区,工作坊,2026年12月5日,14:00-15:30,8-14岁,免费\n\
        H2,看不见的地方,没有这个地方,讲座,2026-12-05,14:00-15:30,,免费\n";
    let plan = import(&scratch, list, &[]);
    assert_eq!((plan["changed"].as_array().map(Vec::len), &plan["revision"]), (Some(1), &2.into()), "{plan}");
    let told = plan["findings"].to_string();
    assert!(told.contains("没有这个地方"), "a row whose place nobody knows is told: {told}");
    let address = format!("/api/v1/activities?from=2026-12-05&to=2026-12-05&place={}", "p-58b9trajxgyn");
    let end = std::time::Instant::now() + std::time::Duration::from_mins(1);
    let workshop = loop {
        let features = server.get(&address).features();
        let found = features.into_iter().find(|feature| feature["properties"]["title"] == "一起修古书");
        if let Some(found) = found {
            break found;
        }
        assert!(std::time::Instant::now() < end, "the workshop never came");
    };
    assert_eq!(workshop["properties"]["starts"], "2026-12-05T14:00:00+08:00", "{workshop}");
    assert_eq!(workshop["properties"]["synthetic"], false, "{workshop}");
    let again = import(&scratch, list, &[]);
    assert_eq!((&again["changes"], &again["revision"]), (&0.into(), &Value::Null), "the same list again: {again}");

    let words =
        LIST.replace("免费,9:00-17:00", "免费,\"周二至周日 9:00-17:00(16:30停止入馆),周一闭馆(法定节假日除外)\"");
    import(&scratch, &words, &["--source", "venues"]);
    let library = until(&server, "新风图书馆", |found| found["properties"]["name"] == "新风图书馆");
    let role = &library["properties"]["roles"][0];
    assert_eq!(role["hours"]["value"], "Tu-Su 09:00-17:00; PH 09:00-17:00", "{role}");
    assert_eq!(role["admission"]["value"]["last_admission_minutes"], 30, "{role}");
}
