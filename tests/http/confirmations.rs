//! A place's staff say by a link that what is known of it is still right.

use std::thread;

use serde_json::{Value, json};
use yuren_tests::{Answer, Editor, Scratch, Server, run, until};

const OFFICE: &str = "个园管理处";

/// A request of somebody who has not signed in.
fn post(server: &Server, path: &str, body: &Value) -> Answer {
    server.send("POST", path, &[("Content-Type", "application/json")], body.to_string().into_bytes())
}

fn read(server: &Server, token: &str) -> Answer {
    post(server, "/api/v1/confirmations/read", &json!({ "token": token }))
}

fn confirm(server: &Server, token: &str, facts: &[&str]) -> Answer {
    post(server, "/api/v1/confirmations", &json!({ "token": token, "facts": facts }))
}

/// 个园, a real place, of which an editor has found out the hours, last year; its fee is an example.
fn garden(editor: &Editor<'_>, server: &Server) -> String {
    let id = server.get("/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1").ids().remove(0);
    let (mut place, tag) = editor.place(&id);
    place["properties"]["roles"][0]["hours"] = json!({
        "value": "Mo-Su 07:15-18:00", "source": "editors", "checked_on": "2025-01-31", "checked_by": "市文旅局"
    });
    place["properties"]["roles"][0]["fee"] = json!({ "value": "paid", "source": "synthetic" });
    assert_eq!(editor.put(&place, &tag, "asked by telephone").status, 200);
    id
}

/// What a request for a link is answered.
fn order(editor: &Editor<'_>, place: &str, order: &Value) -> Answer {
    editor.send("POST", &format!("/api/v1/admin/places/{place}/confirmation-link"), &[], order)
}

/// The token of a new link.
fn token(server: &Server, editor: &Editor<'_>, place: &str) -> String {
    let link = order(editor, place, &json!({ "office": OFFICE, "days": 30 })).json();
    let page = format!("{}/confirm.html#t=", server.base());
    link["url"].as_str().and_then(|url| url.strip_prefix(&page)).unwrap_or_else(|| panic!("{link}")).to_owned()
}

/// The names of the facts that can be confirmed.
fn confirmable(opened: &Value) -> Vec<&str> {
    let facts = opened["facts"].as_array().expect("facts").iter();
    facts.filter(|fact| fact["is_synthetic"] == false).filter_map(|fact| fact["fact"].as_str()).collect()
}

/// How many changes a place has had.
fn changes(editor: &Editor<'_>, place: &str) -> usize {
    let history = editor.get(&format!("/api/v1/admin/places/{place}/history")).json();
    history["entries"].as_array().expect("entries").len()
}

#[test]
fn opening_a_link_confirms_nothing_and_a_tap_moves_the_day_of_the_facts_named() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let token = token(&server, &editor, &id);

    let opened = read(&server, &token).json();
    assert_eq!(read(&server, &token).json(), opened);
    assert_eq!(changes(&editor, &id), 2, "the pack's and the editor's");
    assert_eq!((&opened["place"], &opened["office"]), (&id.as_str().into(), &OFFICE.into()));
    let (place, _) = editor.place(&id);
    let role = place["properties"]["roles"][0]["id"].as_str().expect("an id").to_owned();
    let [claim, hours, fee] = ["claim", "hours", "fee"].map(|fact| format!("{role}/{fact}"));
    assert_eq!(confirmable(&opened), ["name", "position", &claim, &hours]);
    let fact = |opened: &Value, name: &str| {
        let facts = opened["facts"].as_array().expect("facts").iter();
        facts.clone().find(|fact| fact["fact"] == name).unwrap_or_else(|| panic!("{name}: {opened}")).clone()
    };
    let told = fact(&opened, &hours);
    assert_eq!(told["known"], json!({ "what": "hours", "value": "Mo-Su 07:15-18:00" }));
    assert_eq!((&told["checked_on"], &told["checked_by"]), (&"2025-01-31".into(), &"市文旅局".into()));
    assert_eq!(told["role"]["id"], role.as_str());
    assert_eq!(fact(&opened, &fee)["known"], json!({ "what": "fee", "value": "paid" }));
    assert_eq!(fact(&opened, &fee)["is_synthetic"], true);

    let today = &opened["today"];
    let confirmed = confirm(&server, &token, &["name", &hours]).json();
    assert_eq!(confirmed, json!({ "revision": 3, "checked_on": today }));
    let shown = server.get(&format!("/api/v1/places/{id}")).json()["properties"].clone();
    for provenance in [&shown["name_source"], &shown["roles"][0]["hours"]["source"]] {
        assert_eq!((&provenance["checked_on"], &provenance["checked_by"]), (today, &OFFICE.into()), "{shown}");
    }
    assert_eq!(shown["position"]["checked_on"], Value::Null, "what was not named was not checked");
    assert_eq!(shown["roles"][0]["hours"]["value"], "Mo-Su 07:15-18:00");

    let history = editor.get(&format!("/api/v1/admin/places/{id}/history")).json();
    let newest = &history["entries"][0];
    assert_eq!((&newest["revision"], &newest["by"]), (&3.into(), &format!("[link] {OFFICE}").into()));
    assert!(newest["why"].as_str().is_some_and(|why| why.contains("li")), "it says who made the link: {newest}");

    assert_eq!(confirm(&server, &token, &["name", &hours]).json(), confirmed, "a second tap does nothing more");
    assert_eq!(changes(&editor, &id), 3);
}

#[test]
fn examples_and_what_is_unknown_cannot_be_confirmed_and_the_refusal_says_what_can() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let token = token(&server, &editor, &id);
    let opened = read(&server, &token).json();
    let facts = opened["facts"].as_array().expect("facts");
    let example = facts.iter().find(|fact| fact["is_synthetic"] == true).expect("an example")["fact"].clone();
    for wrong in [example.as_str().expect("a name"), "r-nowhere/hours", "capacity", "=1+1"] {
        let problem = confirm(&server, &token, &["name", wrong]).problem(400);
        assert_eq!((&problem["parameter"], &problem["value"]), (&"facts[1]".into(), &wrong.into()), "{problem}");
        assert_eq!(problem["allowed"], confirmable(&opened).join(", "));
    }
    for facts in [vec![], vec!["name"; 501]] {
        assert_eq!(confirm(&server, &token, &facts).problem(400)["parameter"], "facts");
    }
    assert_eq!(changes(&editor, &id), 2, "nothing was changed");
}

#[test]
fn a_forged_link_is_refused_alike_whatever_is_wrong_with_it() {
    let server = Server::start(None, &[]);
    let elsewhere = Server::start(None, &[]);
    let nothing_yet = read(&server, "1.A.A").problem(403);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let ours = token(&server, &editor, &id);
    let other = Editor::new(&elsewhere, "li", &["--role", "editor"]);
    let theirs = token(&elsewhere, &other, &id);
    let (body, signature) = ours.rsplit_once('.').expect("a signature");
    let another_signature = theirs.rsplit_once('.').expect("a signature").1;
    for forged in [
        theirs.clone(),
        format!("{body}.{another_signature}"),
        format!("2.{}.{signature}", body.split_once('.').expect("a version").1),
        body.to_owned(),
        ours[..ours.len() - 1].to_owned(),
        String::new(),
        "字".repeat(1_000),
    ] {
        assert_eq!(read(&server, &forged).problem(403), nothing_yet, "{forged}");
        assert_eq!(confirm(&server, &forged, &["name"]).problem(403), nothing_yet, "{forged}");
    }
    assert_eq!(nothing_yet["code"], "invalid_link");
    assert_eq!(read(&server, &ours).status, 200);
}

#[test]
fn a_link_lasts_no_longer_than_the_right_to_make_it_and_the_place() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let token = token(&server, &editor, &id);
    let user = |arguments: &[&str]| {
        let ended = run(&[&["user"], arguments, &["--store", server.store()]].concat());
        assert!(ended.status.success(), "{}", ended.stderr);
    };
    let refused = |code: &str| {
        assert_eq!(read(&server, &token).problem(410)["code"], code);
        assert_eq!(confirm(&server, &token, &["name"]).problem(410)["code"], code);
    };
    user(&["access", "li", "--role", "viewer"]);
    refused("revoked_link");
    user(&["access", "li", "--role", "editor", "--districts", "321003"]);
    refused("revoked_link");
    user(&["access", "li", "--role", "editor", "--kinds", "school"]);
    refused("revoked_link");
    user(&["access", "li", "--role", "editor"]);
    assert_eq!(read(&server, &token).status, 200);
    user(&["disable", "li"]);
    refused("revoked_link");
    user(&["enable", "li"]);

    let editor = Editor::sign_in(&server, "li");
    let (mut place, tag) = editor.place(&id);
    place["properties"]["status"] = "withdrawn".into();
    assert_eq!(editor.put(&place, &tag, "closed for good").status, 200);
    refused("withdrawn_place");
    let refused = order(&editor, &id, &json!({ "office": OFFICE, "days": 30 })).problem(410);
    assert_eq!(refused["code"], "withdrawn_place");
}

#[test]
fn only_an_editor_of_the_whole_place_makes_a_link_for_an_office_and_for_a_time() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let sound = json!({ "office": OFFICE, "days": 400 });
    for (name, options) in [
        ("viewer", &["--role", "viewer"][..]),
        ("elsewhere", &["--role", "editor", "--districts", "321003"]),
        ("schools", &["--role", "editor", "--kinds", "school"]),
    ] {
        let other = Editor::new(&server, name, options);
        assert_eq!(order(&other, &id, &sound).problem(403)["code"], "not_allowed", "{name}");
    }
    let path = format!("/api/v1/admin/places/{id}/confirmation-link");
    assert_eq!(post(&server, &path, &sound).problem(401)["code"], "not_signed_in");
    let headers = [("Cookie", editor.cookie()), ("Content-Type", "application/json")];
    let forged = server.send("POST", &path, &headers, sound.to_string().into_bytes());
    assert_eq!(forged.problem(403)["code"], "forged_request");

    for (body, parameter) in [
        (json!({ "office": "馆", "days": 30 }), "office"),
        (json!({ "office": "馆".repeat(61), "days": 30 }), "office"),
        (json!({ "office": "个园\n管理处", "days": 30 }), "office"),
        (json!({ "office": OFFICE, "days": 0 }), "days"),
        (json!({ "office": OFFICE, "days": 401 }), "days"),
        (json!({ "office": OFFICE, "days": 70_000 }), "days"),
        (json!({ "office": OFFICE, "days": 30, "person": "li" }), "person"),
    ] {
        assert_eq!(order(&editor, &id, &body).problem(400)["parameter"], parameter, "{body}");
    }
    assert_eq!(order(&editor, "p-nowhere", &sound).problem(404)["code"], "no_such_place");
    assert!(order(&editor, &id, &sound).json()["expires_on"].as_str().is_some_and(|day| day.len() == 10));
}

#[test]
fn a_link_made_at_one_server_or_on_the_command_line_opens_at_every_server_of_the_store() {
    let scratch = Scratch::new();
    let [one, other] = [(); 2].map(|()| Server::start_on(&scratch.store(), None, &[]));
    let editor = Editor::new(&one, "li", &["--role", "editor"]);
    let id = garden(&editor, &one);
    let token = token(&one, &editor, &id);
    assert_eq!(confirm(&other, &token, &["name"]).json()["revision"], 3);
    let checked_by = |server: &Server| {
        let shown = server.get(&format!("/api/v1/places/{id}")).json();
        shown["properties"]["name_source"]["checked_by"].clone()
    };
    assert_eq!(checked_by(&other), OFFICE);
    until("the other server has heard of it", || (checked_by(&one) == OFFICE).then_some(()));

    let made = run(&["link", &id, "--office", "市文旅局", "--days", "7", "--store", &scratch.store()]);
    assert!(made.status.success(), "{}", made.stderr);
    let printed = made.stdout.trim().strip_prefix("/confirm.html#t=").expect("the page's path and the token");
    assert_eq!(confirm(&one, printed, &["name"]).json()["revision"], 4);
    assert_eq!(checked_by(&one), "市文旅局");
    let whole = ["link", &id, "--office", "市文旅局", "--public-url", "https://map.example.cn", "--store"];
    let made = run(&[&whole[..], &[&scratch.store()]].concat());
    assert!(made.stdout.starts_with("https://map.example.cn/confirm.html#t=1."), "{}", made.stdout);
    for (place, days, wrong) in [("p-nowhere", "7", "p-nowhere"), (id.as_str(), "0", "1 to 400")] {
        let refused = run(&["link", place, "--office", "市文旅局", "--days", days, "--store", &scratch.store()]);
        assert!(!refused.status.success() && refused.stderr.contains(wrong), "{}", refused.stderr);
    }
}

#[test]
fn staff_and_an_editor_at_one_place_lose_nothing_of_each_other() {
    const TIMES: usize = 20;
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let made = |office: &str| {
        let link = order(&editor, &id, &json!({ "office": office, "days": 30 })).json();
        link["url"].as_str().and_then(|url| url.split_once("#t=")).expect("a link").1.to_owned()
    };
    let tokens = ["个园管理处", "市文旅局"].map(made);
    let confirmed: Vec<u64> = thread::scope(|scope| {
        let staff = scope.spawn(|| {
            let tap = |i: usize| confirm(&server, &tokens[i % 2], &["name"]);
            let taken = |answer: Answer| match answer.status {
                // Twice somebody else was first: its maker taps again.
                412 => None,
                _ => answer.json()["revision"].as_u64(),
            };
            (0..TIMES).map(tap).filter_map(taken).collect()
        });
        for i in 0..TIMES {
            let (mut place, tag) = editor.place(&id);
            place["properties"]["address"] = format!("盐阜东路 {i} 号").into();
            let answer = editor.put(&place, &tag, &format!("address {i}"));
            assert!(matches!(answer.status, 200 | 412), "{answer}");
        }
        staff.join().expect("the staff's taps")
    });
    assert!(!confirmed.is_empty());
    let history = editor.get(&format!("/api/v1/admin/places/{id}/history?limit=1000")).json();
    let entries = history["entries"].as_array().expect("entries");
    for revision in &confirmed {
        let entry = entries.iter().find(|entry| entry["revision"] == *revision).expect("an entry");
        let [before, after] = ["before", "after"].map(|state| entry[state]["properties"].clone());
        if entry["by"].as_str().is_some_and(|by| by.starts_with("[link]")) {
            assert_eq!(before["address"], after["address"], "a tap takes back no edit: {entry}");
        }
    }
    println!("{} of {TIMES} taps were taken beside {} changes", confirmed.len(), entries.len());
}

#[test]
fn no_token_is_in_the_log() {
    let server = Server::start(None, &[("YUREN_LOG", "debug")]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&editor, &server);
    let token = token(&server, &editor, &id);
    confirm(&server, &token, &["name"]).json();
    read(&server, &format!("{token}A")).problem(403);
    let logged = server.stop().stderr;
    assert!(logged.contains("/api/v1/confirmations"), "it logs requests: {logged}");
    assert!(!logged.contains(&token[2..40]), "{logged}");
}
