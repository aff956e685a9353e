//! Anybody reports that something is wrong; reviewers look it through.

use serde_json::{Value, json};
use yuren_tests::{Answer, Editor, Server};

fn report(server: &Server, body: &Value) -> Answer {
    let headers = [("Content-Type", "application/json")];
    server.send("POST", "/api/v1/corrections", &headers, body.to_string().into_bytes())
}

/// The id of a report that was taken.
fn taken(answer: &Answer) -> String {
    assert_eq!(answer.status, 202, "{answer}");
    let body: Value = serde_json::from_slice(&answer.decoded()).expect("JSON");
    body["id"].as_str().expect("an id").to_owned()
}

fn some_place(server: &Server) -> String {
    server.get("/api/v1/places/nearest?lon=119.4382&lat=32.4012&k=1").ids().remove(0)
}

#[test]
fn a_report_comes_before_a_reviewer_and_its_reporter_hears_what_came_of_it() {
    let server = Server::start(None, &[]);
    let place = some_place(&server);
    let sent = json!({ "place": place, "kind": "hours", "text": "周一不开门", "contact": "0514-12345678" });
    let id = taken(&report(&server, &sent));
    let state = |id: &str| server.get(&format!("/api/v1/corrections/{id}")).json();
    assert_eq!(state(&id), json!({ "place": place, "kind": "hours", "state": "open", "reply": null }));

    let reviewer = Editor::new(&server, "wang", &["--role", "reviewer"]);
    let queue = reviewer.get("/api/v1/admin/corrections").json();
    let [queued] = queue["reports"].as_array().expect("reports").as_slice() else { panic!("{queue}") };
    for member in ["kind", "text", "contact"] {
        assert_eq!(queued[member], sent[member], "{queued}");
    }
    assert_eq!((&queued["id"], &queued["place"]), (&id.as_str().into(), &place.as_str().into()));
    assert!(queued["place_name"].is_string(), "{queued}");
    let in_review = || -> u64 {
        let ledger = server.get("/api/v1/ledger").json();
        let rows = ledger["roles"].as_array().expect("rows").iter();
        rows.map(|row| row["in_review"].as_u64().expect("a count")).sum()
    };
    let roles = server.get(&format!("/api/v1/places/{place}")).json()["properties"]["roles"].as_array().map(Vec::len);
    assert_eq!(Some(in_review() as usize), roles, "each role of the place is in review");

    let close = |verdict: &str| {
        let path = format!("/api/v1/admin/corrections/{id}/close");
        reviewer.send("POST", &path, &[], &json!({ "state": verdict, "reply": "已改，谢谢。" }))
    };
    assert_eq!(close("maybe").problem(400)["allowed"], "accepted, rejected");
    assert_eq!(close("accepted").status, 204);
    assert_eq!(close("rejected").problem(404)["code"], "no_such_report", "it is closed once");
    assert_eq!((&state(&id)["state"], &state(&id)["reply"]), (&"accepted".into(), &"已改，谢谢。".into()));
    assert_eq!(in_review(), 0);
    let closed = reviewer.get("/api/v1/admin/corrections?state=accepted").json();
    assert_eq!(closed["reports"][0]["contact"], Value::Null, "a contact is erased on closing");
    assert_eq!(closed["reports"][0]["closed_by"], "wang");
}

#[test]
fn a_report_is_refused_with_the_field_and_what_is_allowed() {
    let server = Server::start(None, &[]);
    let place = some_place(&server);
    for (body, parameter) in [
        (json!({ "place": place, "kind": "ugly" }), "kind"),
        (json!({ "place": place, "kind": "other", "text": " " }), "text"),
        (json!({ "place": place, "kind": "name", "text": "长".repeat(501) }), "text"),
        (json!({ "place": place, "kind": "name", "contact": "1".repeat(101) }), "contact"),
        (json!({ "place": place, "kind": "moved", "geometry": [119.4, 32.4] }), "geometry"),
    ] {
        assert_eq!(report(&server, &body).problem(400)["parameter"], parameter, "{body}");
    }
    let nowhere = json!({ "place": "p-nowhere", "kind": "closed" });
    assert_eq!(report(&server, &nowhere).problem(404)["code"], "no_such_place");
    assert_eq!(server.get("/api/v1/corrections/made-up").problem(404)["code"], "no_such_report");
}

#[test]
fn nobody_reports_more_than_five_times_an_hour_and_no_address_is_kept() {
    let scratch = yuren_tests::Scratch::new();
    let server = Server::start_on(&scratch.store(), None, &[]);
    let body = json!({ "place": some_place(&server), "kind": "closed" });
    for _ in 0..5 {
        taken(&report(&server, &body));
    }
    let refused = report(&server, &body);
    assert_eq!(refused.problem(429)["code"], "too_many_attempts");
    assert!(refused.header("retry-after").is_some(), "{refused}");
    server.stop();
    for file in std::fs::read_dir(scratch.path()).expect("the store's folder") {
        let bytes = std::fs::read(file.expect("a file").path()).expect("its bytes");
        assert!(!bytes.windows(9).any(|window| window == b"127.0.0.1"), "an address is in the store");
    }
}

#[test]
fn contacts_are_for_reviewers_only() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    assert_eq!(editor.get("/api/v1/admin/corrections").problem(403)["code"], "not_allowed");
    assert_eq!(server.get("/api/v1/admin/corrections").problem(401)["code"], "not_signed_in");
}
