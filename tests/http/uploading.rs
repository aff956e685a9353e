//! `/api/v1/admin/imports…`: a list uploaded, shown, answered, taken in; and everything that is refused on the way.

use std::io::{Cursor, Write};
use std::thread;

use calamine::{Reader, Xlsx};
use serde_json::{Value, json};
use yuren_tests::{Answer, Editor, Form, Server, encoded};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PREVIEW: &str = "/api/v1/admin/imports/preview";
const COMMIT: &str = "/api/v1/admin/imports";
const REPORT: &str = "/api/v1/admin/imports/report";

/// Two venues of 广陵区 in WGS-84, and a garden that stands on the map already.
const LIST: &str = "编号,名称,区县,乡镇,类别,经度,纬度,收费\n\
    A1,新风图书馆,广陵区,东关街道,场馆,119.4501,32.3951,免费\n\
    A2,新风美术馆,广陵区,东关街道,场馆,119.4512,32.3962,收费\n\
    A3,个园,广陵区,东关街道,场馆,119.4382,32.4012,收费\n";

fn server() -> Server {
    Server::start(None, &[])
}

fn editor(server: &Server) -> Editor<'_> {
    Editor::new(server, "li", &["--role", "editor"])
}

/// A list and what is asked of it.
fn form(list: &str, options: &Value) -> Form {
    Form::default().file("file", "list.csv", list.as_bytes()).field("options", &options.to_string())
}

/// What is asked of most lists, and more.
fn options(more: Value) -> Value {
    let mut options = json!({ "datum": "wgs84" });
    let Value::Object(more) = more else { panic!("{more} is no object") };
    options.as_object_mut().expect("an object").extend(more);
    options
}

/// Shows what a list would do, and does it.
fn import(editor: &Editor<'_>, list: &str, mut options: Value) -> Value {
    options["plan"] = editor.post(PREVIEW, &form(list, &options)).json()["plan"].clone();
    editor.post(COMMIT, &form(list, &options)).json()
}

fn revision(server: &Server) -> u64 {
    server.get("/api/v1/city").json()["revision"].as_u64().expect("a revision")
}

fn found(server: &Server, name: &str) -> Vec<Value> {
    let mut found = server.get(&format!("/api/v1/search?q={}", encoded(name))).features();
    found.retain(|place| place["properties"]["name"] == name);
    found
}

/// The tile of zoom 16 around a point.
fn tile(lon: f64, lat: f64) -> String {
    let side = 2_f64.powi(16);
    let y = (1.0 - lat.to_radians().tan().asinh() / std::f64::consts::PI) / 2.0;
    format!("/api/v1/tiles/places/16/{}/{}.mvt", ((lon + 180.0) / 360.0 * side).floor(), (y * side).floor())
}

fn counts(preview: &Value) -> [u64; 4] {
    ["added", "changed", "unchanged", "to_confirm"].map(|part| preview["counts"][part].as_u64().expect("a number"))
}

#[test]
fn a_list_is_shown_mapped_answered_and_taken_in_and_the_same_list_again_changes_nothing() {
    let server = server();
    let editor = editor(&server);
    let list = LIST.replace("名称", "甲栏");
    let shown = editor.post(PREVIEW, &form(&list, &options(json!({})))).json();
    assert_eq!(
        (&shown["is_refused"], &shown["format"]),
        (&true.into(), &"csv".into()),
        "no column is the name: {shown}"
    );
    let sheet = &shown["sheets"][0];
    assert_eq!((&sheet["sheet"], &sheet["rows"], &sheet["header_row"]), (&"list.csv".into(), &3.into(), &1.into()));
    assert_eq!(sheet["sample"][0][1], "新风图书馆");
    let mut mapping = sheet["mapping"].clone();
    assert_eq!(mapping["columns"][1], json!({ "header": "甲栏", "field": null }));

    mapping["columns"][1]["field"] = "name".into();
    let mapped = options(json!({ "mappings": { "list.csv": mapping } }));
    let shown = editor.post(PREVIEW, &form(&list, &mapped)).json();
    assert_eq!((counts(&shown), &shown["changes"]), ([2, 0, 0, 1], &2.into()), "{shown}");
    assert_eq!((&shown["sheets"][0]["datum"], &shown["is_refused"]), (&"wgs84".into(), &false.into()));
    let source = json!({ "key": "list", "title": "list.csv", "licence": "Not stated", "is_known": false });
    assert_eq!(shown["source"], source);
    let question = &shown["to_confirm"][0];
    assert_eq!((&question["doubt"], &question["candidate_name"]), (&"same_name".into(), &"个园".into()), "{shown}");
    let rule = |rule: &str| {
        let rules = shown["counts_by_rule"].as_array().expect("rules");
        rules.iter().find(|found| found["rule"] == rule).cloned()
    };
    let asked = json!({
        "rule": "to-confirm", "name": "待确认", "name_en": "To be confirmed", "count": 1, "severity": "warning",
    });
    assert_eq!(rule("to-confirm"), Some(asked));
    assert_eq!(revision(&server), 1, "a preview does nothing");

    let key = question["key"].as_str().expect("a key");
    let mut answered = mapped.clone();
    answered["answers"] = json!({ key: "same" });
    answered["why"] = "the spring list".into();
    let shown = editor.post(PREVIEW, &form(&list, &answered)).json();
    assert_eq!(shown["changes"], 3, "{shown}");
    let done = import(&editor, &list, answered);
    assert_eq!([&done["revision"], &done["changes"], &done["added"], &done["changed"]], [2, 3, 2, 1], "{done}");

    let library = found(&server, "新风图书馆").remove(0);
    assert_eq!(library["properties"]["roles"][0]["fee"], "free");
    let id = library["id"].as_str().expect("an id");
    let drawn = server.get(&tile(119.4501, 32.3951)).decoded();
    assert!(drawn.windows(id.len()).any(|piece| piece == id.as_bytes()), "{id} is in its tile");
    let history = editor.get(&format!("/api/v1/admin/places/{id}/history")).json();
    assert_eq!(
        (&history["entries"][0]["by"], &history["entries"][0]["why"]),
        (&"li".into(), &"the spring list".into())
    );

    let again = import(&editor, &list, mapped);
    assert_eq!((&again["revision"], &again["changes"]), (&Value::Null, &0.into()), "{again}");
    assert_eq!(revision(&server), 2);
}

#[test]
fn a_city_that_changed_between_preview_and_commit_is_told_and_nothing_is_done() {
    let server = server();
    let editor = editor(&server);
    import(&editor, LIST, options(json!({})));
    let changed = LIST.replace("119.4501,32.3951", "119.4503,32.3953");
    let mut asked = options(json!({}));
    asked["plan"] = editor.post(PREVIEW, &form(&changed, &asked)).json()["plan"].clone();
    let id = found(&server, "新风图书馆")[0]["id"].as_str().expect("an id").to_owned();
    let (mut place, tag) = editor.place(&id);
    place["properties"]["name_en"] = "Xinfeng Library".into();
    assert_eq!(editor.put(&place, &tag, "between the two").status, 200);
    let problem = editor.post(COMMIT, &form(&changed, &asked)).problem(412);
    assert_eq!((&problem["code"], &problem["parameter"]), (&"changed_meanwhile".into(), &"plan".into()), "{problem}");
    let other_file = editor.post(COMMIT, &form(LIST, &asked)).problem(412);
    assert_eq!(other_file["code"], "changed_meanwhile");
    assert_eq!(revision(&server), 3, "nothing was done");
    assert_eq!(import(&editor, &changed, options(json!({})))["changed"], 1);
}

#[test]
fn only_editors_import_and_only_into_their_own_districts() {
    let server = server();
    let elsewhere = Editor::new(&server, "wang", &["--role", "editor", "--districts", "321003"]);
    let mut asked = options(json!({}));
    asked["plan"] = elsewhere.post(PREVIEW, &form(LIST, &asked)).json()["plan"].clone();
    let problem = elsewhere.post(COMMIT, &form(LIST, &asked)).problem(403);
    assert_eq!((&problem["code"], &problem["allowed"]), (&"not_allowed".into(), &"321003".into()), "{problem}");
    let viewer = Editor::new(&server, "zhao", &["--role", "viewer"]);
    let kind = Form::content_type();
    for path in [PREVIEW, COMMIT, REPORT] {
        assert_eq!(viewer.post(path, &form(LIST, &asked)).problem(403)["code"], "not_allowed", "{path}");
        let body = form(LIST, &asked).body();
        let cookie = [("Cookie", elsewhere.cookie()), ("Content-Type", &kind)];
        assert_eq!(server.send("POST", path, &cookie, body.clone()).problem(403)["code"], "forged_request", "{path}");
        let stranger = server.send("POST", path, &[("Content-Type", &kind)], body);
        assert_eq!(stranger.problem(401)["code"], "not_signed_in", "{path}");
    }
    assert_eq!(revision(&server), 1, "nothing was imported");
}

#[test]
fn more_imports_at_once_than_are_worked_on_wait_for_their_turn() {
    let server = server();
    let editor = editor(&server);
    let form = form(LIST, &options(json!({})));
    let plan = || editor.post(PREVIEW, &form).json()["plan"].clone();
    let plans: Vec<Value> = thread::scope(|scope| {
        let asking: Vec<_> = (0..6).map(|_| scope.spawn(plan)).collect();
        asking.into_iter().map(|asking| asking.join().expect("an answer")).collect()
    });
    assert!(plans.iter().all(|plan| *plan == plans[0] && plan.is_string()), "{plans:?}");
}

/// A workbook of half a megabyte whose sheet unpacks to 512 MiB.
fn bomb() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("xl/worksheets/sheet1.xml", packed).expect("a part");
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..512 {
        zip.write_all(&spaces).expect("spaces");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn a_file_that_cannot_be_used_says_why_and_is_not_imported() {
    let server = server();
    let editor = editor(&server);
    let columns: Vec<String> = (0..10_000).map(|column| format!("列{column}")).collect();
    for (name, bytes, rule) in [
        ("bomb.xlsx", bomb(), "too-large"),
        ("wide.csv", columns.join(",").into_bytes(), "too-large"),
        ("nul.csv", "名称\n馆\0".into(), "nul"),
        ("empty.csv", Vec::new(), "no-rows"),
    ] {
        let form = |options: Value| Form::default().file("file", name, &bytes).field("options", &options.to_string());
        let shown = editor.post(PREVIEW, &form(json!({}))).json();
        assert_eq!((&shown["is_refused"], &shown["changes"]), (&true.into(), &0.into()), "{name}");
        let finding = &shown["findings"][0];
        assert_eq!((&finding["rule"], &finding["severity"]), (&rule.into(), &"error".into()), "{name}: {shown}");
        let refused = editor.post(COMMIT, &form(json!({ "plan": shown["plan"] }))).problem(422);
        assert_eq!(
            (&refused["code"], &refused["findings"][0]["field"]),
            (&"unfit_file".into(), &rule.into()),
            "{name}"
        );
    }
    assert_eq!(revision(&server), 1);
}

#[test]
fn a_form_of_another_shape_is_refused_by_the_name_of_its_part() {
    let server = server();
    let editor = editor(&server);
    let file = Form::default().file("file", "list.csv", LIST.as_bytes());
    let refused = |form: Form, part: &str| {
        let problem = editor.post(PREVIEW, &form).problem(400);
        assert_eq!((&problem["code"], &problem["parameter"]), (&"invalid_content".into(), &part.into()), "{problem}");
    };
    refused(Form::default().field("options", "{}"), "file");
    refused(file.clone(), "options");
    refused(file.clone().file("file", "again.csv", b"a"), "file");
    refused(file.clone().field("options", "{}").field("options", "{}"), "options");
    refused(file.clone().field("options", "{}").field("extra", "1"), "extra");
    refused(Form::default().file("file", "", b"a").field("options", "{}"), "file");
    let json = editor.send("POST", PREVIEW, &[], &json!({})).problem(400);
    assert_eq!(json["parameter"], "Content-Type", "{json}");
    let cut = &file.body()[..200];
    let kind = Form::content_type();
    let token = editor.csrf();
    let headers = [("Cookie", editor.cookie()), ("X-CSRF-Token", token), ("Content-Type", kind.as_str())];
    assert_eq!(server.send("POST", PREVIEW, &headers, cut.to_vec()).problem(400)["code"], "invalid_content");
    // Whoever announces more than is ever read is told before sending it.
    let head = format!(
        "POST {PREVIEW} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\nX-CSRF-Token: {token}\r\nContent-Type: {kind}\r\n\
         Content-Length: 99999999\r\nConnection: close\r\n\r\n",
        server.host(),
        editor.cookie(),
    );
    let (status, text) = server.raw(head.as_bytes());
    assert_eq!(status, 413, "{text}");
    assert!(text.contains("content_too_large"), "{text}");
}

#[test]
fn what_cannot_be_said_of_a_list_is_named() {
    let server = server();
    let editor = editor(&server);
    let misfit = json!({ "columns": [{ "header": "名称", "field": "name" }], "role": null, "header_datum": null });
    for (options, parameter) in [
        (json!({ "sources": "x" }), "sources"),
        (json!({ "source": "My List" }), "source"),
        (json!({ "datum": "utm" }), "datum"),
        (json!({ "title": "\n" }), "title"),
        (json!({ "checked_on": "2026-05-01" }), "checked_by"),
        (json!({ "checked_by": "教育局" }), "checked_on"),
        (json!({ "answers": { "A3": "maybe" } }), "answers.A3"),
        (json!({ "mappings": { "list.csv": misfit } }), "mappings.list.csv.columns"),
        (json!({ "mappings": { "Sheet1": misfit } }), "mappings.Sheet1"),
    ] {
        let problem = editor.post(PREVIEW, &form(LIST, &options)).problem(400);
        assert_eq!(
            (&problem["code"], &problem["parameter"]),
            (&"invalid_content".into(), &parameter.into()),
            "{problem}"
        );
    }
    let named = Form::default().file("file", "名单.csv", LIST.as_bytes());
    assert_eq!(editor.post(PREVIEW, &named.clone().field("options", "{}")).problem(400)["parameter"], "source");
    let shown = editor.post(PREVIEW, &named.field("options", r#"{"source":"spring","title":"春季名单"}"#)).json();
    assert_eq!((&shown["source"]["key"], &shown["source"]["title"]), (&"spring".into(), &"春季名单".into()));
    assert_eq!(editor.post(COMMIT, &form(LIST, &json!({}))).problem(400)["parameter"], "plan");
    let why = "因".repeat(501);
    let mut long = options(json!({ "why": why }));
    long["plan"] = editor.post(PREVIEW, &form(LIST, &long)).json()["plan"].clone();
    assert_eq!(editor.post(COMMIT, &form(LIST, &long)).problem(400)["parameter"], "why");
}

#[test]
fn markup_in_a_name_is_a_text_like_any_other() {
    let server = server();
    let editor = editor(&server);
    let list = LIST.replace("新风图书馆", "新风<img src=x onerror=alert(1)>馆");
    let shown = editor.post(PREVIEW, &form(&list, &options(json!({})))).json();
    let names: Vec<_> = shown["added"].as_array().expect("places").iter().map(|place| &place["name"]).collect();
    assert_eq!(names, ["新风<img src=x onerror=alert(1)>馆", "新风美术馆"]);
    assert!(shown["counts_by_rule"].as_array().is_some_and(|rules| rules.iter().any(|r| r["rule"] == "markup")));
    import(&editor, &list, options(json!({})));
    let place = server.get("/api/v1/places/nearest?lon=119.4501&lat=32.3951&k=1").features().remove(0);
    assert_eq!(place["properties"]["name"], names[0].clone());
}

/// The cells of a workbook's first sheet as texts.
fn summary(report: &Answer) -> Vec<Vec<String>> {
    assert_eq!(report.status, 200, "{report}");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(report.body.clone())).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("its cells");
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn the_report_is_a_workbook_with_the_counts_and_a_name_of_its_own() {
    let server = server();
    let editor = editor(&server);
    let list = LIST.replace("新风图书馆", "").replace("119.4512,32.3962", "32.3962,119.4512");
    let form = Form::default().file("file", "名单 一.csv", list.as_bytes());
    let report = editor.post(REPORT, &form.field("options", &options(json!({ "source": "list" })).to_string()));
    let cells = summary(&report);
    let count = |rule: &str| cells.iter().find(|row| row[1] == rule).map(|row| row[2].as_str());
    assert_eq!((count("missing-name"), count("swapped"), count("to-confirm")), (Some("1"), Some("1"), Some("1")));
    let name = format!("attachment; filename*=UTF-8''{}%2Dfindings.xlsx", encoded("名单 一"));
    assert_eq!(report.header("content-disposition"), Some(name.as_str()));
    assert_eq!(revision(&server), 1, "a report does nothing");
}
