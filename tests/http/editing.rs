//! Signing in, changing places, their history, and how others hear of it.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use serde_json::{Value, json};
use yuren_tests::editor::{PASSWORD, add_account, sign_in};
use yuren_tests::{Editor, Server, encoded};

use crate::study_routes::{GRAIN, editable, put};

/// A server of its own, since its city will change.
fn server() -> Server {
    Server::start(None, &[])
}

/// The id of 个园, a real place.
fn garden(server: &Server) -> String {
    server.get("/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1").ids().remove(0)
}

fn renamed(place: &Value, name: &str) -> Value {
    let mut place = place.clone();
    place["properties"]["name"] = name.into();
    place
}

#[test]
fn a_change_is_in_every_answer_by_the_time_it_is_acknowledged() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&server);
    let (mut place, tag) = editor.place(&id);
    place["properties"]["name"] = "个园改".into();
    place["geometry"]["coordinates"] = json!([119.47, 32.405]);
    let committed = editor.put(&place, &tag, "moved for a test").json();
    assert_eq!((&committed["revision"], &committed["warnings"]), (&2.into(), &json!([])));

    let shown = server.get(&format!("/api/v1/places/{id}")).json();
    assert_eq!((&shown["properties"]["name"], &shown["revision"]), (&"个园改".into(), &2.into()));
    let nearest = server.get("/api/v1/places/nearest?lon=119.47&lat=32.405&k=1").ids();
    assert_eq!(nearest, std::slice::from_ref(&id));
    let found = server.get(&format!("/api/v1/search?q={}", encoded("个园改"))).ids();
    assert_eq!(found, [id]);
}

#[test]
fn what_an_editor_found_out_today_is_the_editors_own_and_its_source_is_named_with_it() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&server);
    let (mut place, tag) = editor.place(&id);
    let today = server.get("/api/v1/ledger").json()["day"].clone();
    place["properties"]["roles"][0]["hours"] =
        json!({ "value": "Mo-Su 07:15-18:00", "source": "editors", "checked_on": today, "checked_by": "市文旅局" });
    assert_eq!(editor.put(&place, &tag, "asked by telephone").status, 200);
    let shown = server.get(&format!("/api/v1/places/{id}")).json();
    let hours = &shown["properties"]["roles"][0]["hours"];
    assert_eq!((&hours["value"], &hours["source"]["checked_on"]), (&"Mo-Su 07:15-18:00".into(), &today));
    assert_eq!(shown["sources"]["editors"]["title"], "本图编辑核实");

    let (mut place, tag) = editor.place(&id);
    place["properties"]["roles"][0]["hours"]["checked_on"] = "9999-12-31".into();
    let problem = editor.put(&place, &tag, "checked in time to come").problem(422);
    assert_eq!(problem["findings"][0]["field"], "roles[0].hours.checked_on");
}

#[test]
fn a_change_of_something_older_is_refused_and_nothing_is_lost() {
    let server = server();
    let (one, other) =
        (Editor::new(&server, "one", &["--role", "editor"]), Editor::new(&server, "other", &["--role", "editor"]));
    let id = garden(&server);
    let (place, tag) = one.place(&id);
    assert_eq!(one.put(&renamed(&place, "个园一"), &tag, "first").status, 200);
    let problem = other.put(&renamed(&place, "个园二"), &tag, "second").problem(412);
    assert_eq!((&problem["code"], &problem["value"]), (&"changed_meanwhile".into(), &id.as_str().into()));
    assert_eq!(one.place(&id).0["properties"]["name"], "个园一");
    let (fresh, tag) = other.place(&id);
    assert_eq!(other.put(&renamed(&fresh, "个园二"), &tag, "second, knowing of the first").status, 200);
}

#[test]
fn a_change_without_its_precondition_is_refused() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&server);
    let (place, _) = editor.place(&id);
    let path = format!("/api/v1/admin/places/{id}");
    let body = json!({ "place": place, "why": "" });
    for headers in [&[][..], &[("If-Match", "*")], &[("If-Match", "r1")], &[("If-None-Match", "\"r1\"")]] {
        let problem = editor.send("PUT", &path, headers, &body).problem(428);
        assert_eq!(problem["code"], "precondition_required", "{headers:?}");
    }
    let problem = editor.send("PUT", &path, &[("If-None-Match", "*")], &body).problem(412);
    assert_eq!(problem["code"], "changed_meanwhile", "it is there already");
}

#[test]
fn a_place_that_breaks_a_rule_is_refused_with_field_and_mend() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (place, tag) = editor.place(&garden(&server));
    for (pointer, value, field) in [
        ("/properties/name", json!(" "), "name"),
        ("/geometry/coordinates", json!([121.5, 31.2]), "geometry.coordinates"),
        ("/properties/region", json!("321002999"), "region"),
        ("/properties/name_source/source", json!("hearsay"), "name_source.source"),
        ("/properties/roles/0/kind", json!("waiting_station"), "roles[0].kind"),
    ] {
        let mut spoilt = place.clone();
        *spoilt.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
        let problem = editor.put(&spoilt, &tag, "").problem(422);
        let findings = problem["findings"].as_array().unwrap_or_else(|| panic!("{problem}"));
        let finding = findings.iter().find(|finding| finding["field"] == field);
        let finding = finding.unwrap_or_else(|| panic!("{pointer}: {problem}"));
        assert!(finding["mend"].as_str().is_some_and(|mend| mend.len() > 5), "{finding}");
    }
    let mut misshapen = place.clone();
    misshapen["properties"]["position"]["precision"] = "good".into();
    let problem = editor.put(&misshapen, &tag, "").problem(400);
    assert_eq!(problem["parameter"], "place.position.precision", "{problem}");
    assert_eq!(editor.place(&garden(&server)).1, tag, "nothing was changed");
}

#[test]
fn a_member_that_a_place_does_not_have_is_refused_by_name_wherever_it_stands() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (place, tag) = editor.place(&garden(&server));
    // A status beside the properties would withdraw nothing, and a system of coordinates that nobody reads would move the place.
    for (around, name, parameter) in [
        ("", "status", "place.status"),
        ("", "crs", "place.crs"),
        ("/geometry", "datum", "place.geometry.datum"),
        ("/properties", "fee", "place.fee"),
    ] {
        let mut slip = place.clone();
        slip.pointer_mut(around).expect("an object")[name] = "withdrawn".into();
        let problem = editor.put(&slip, &tag, "").problem(400);
        assert_eq!(
            (&problem["code"], &problem["parameter"]),
            (&"invalid_content".into(), &parameter.into()),
            "{problem}"
        );
        assert!(problem["allowed"].as_str().is_some_and(|allowed| allowed.len() > 5), "{problem}");
        let change = json!({ "changes": [{ "place": slip, "expected": 1 }], "why": "" });
        let problem = editor.send("POST", "/api/v1/admin/changes", &[], &change).problem(400);
        assert_eq!(problem["parameter"], parameter, "one of many");
    }
    let body = json!({ "place": place, "why": "", "because": "" });
    let path = format!("/api/v1/admin/places/{}", garden(&server));
    let problem = editor.send("PUT", &path, &[("If-Match", &tag)], &body).problem(400);
    assert_eq!((&problem["code"], &problem["parameter"]), (&"invalid_content".into(), &"because".into()));
    assert_eq!(editor.place(&garden(&server)), (place, tag), "nothing was changed");
}

#[test]
fn many_places_are_changed_together_or_not_at_all() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let ids = server.get("/api/v1/places?region=321002&limit=3").ids();
    let change = |id: &String, name: &str, expected: u64| {
        let mut place = renamed(&editor.place(id).0, name);
        // The name is not made up any more, so that its source must not be either.
        place["properties"]["name_source"] = json!({ "source": "stats" });
        json!({ "place": place, "expected": expected })
    };
    let post = |changes: Vec<Value>| {
        editor.send("POST", "/api/v1/admin/changes", &[], &json!({ "changes": changes, "why": "a list" }))
    };
    let names = ["甲社区", "乙社区", "丙社区"];
    let all = |last: u64| ids.iter().zip(names).zip([1, 1, last]).map(|((id, name), e)| change(id, name, e)).collect();
    assert_eq!(post(all(7)).problem(412)["code"], "changed_meanwhile");
    assert!(ids.iter().all(|id| editor.place(id).1 == "\"r1\""), "none was changed");
    assert_eq!(post(all(1)).json()["revision"], 2);
    for (id, name) in ids.iter().zip(names) {
        assert_eq!(server.get(&format!("/api/v1/places/{id}")).json()["properties"]["name"], name);
    }
    assert_eq!(post(Vec::new()).problem(400)["parameter"], "changes");
}

#[test]
fn a_new_place_is_put_on_the_map_and_withdrawn_again() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (mut place, _) = editor.place(&garden(&server));
    place["id"] = "p-new-library".into();
    place["properties"]["name"] = "新图书馆".into();
    place["geometry"]["coordinates"] = json!([119.45, 32.41]);
    let path = "/api/v1/admin/places/p-new-library";
    let absent = [("If-None-Match", "*")];
    let taken = editor.send("PUT", path, &absent, &json!({ "place": place, "why": "new" })).problem(422);
    assert!(taken["findings"][0]["problem"].as_str().is_some_and(|problem| problem.contains("already")), "{taken}");
    place["properties"]["roles"][0]["id"] = "r-new-library".into();
    assert_eq!(editor.send("PUT", path, &absent, &json!({ "place": place, "why": "new" })).status, 200);
    let near = "/api/v1/places/nearest?lon=119.45&lat=32.41&k=1";
    assert_eq!(server.get(near).ids(), ["p-new-library"]);

    let (mut place, tag) = editor.place("p-new-library");
    place["properties"]["status"] = "withdrawn".into();
    assert_eq!(editor.put(&place, &tag, "closed").status, 200);
    assert_ne!(server.get(near).ids(), ["p-new-library"]);
    assert_eq!(server.get("/api/v1/places/p-new-library").json()["properties"]["status"], "withdrawn");
}

#[test]
fn the_history_says_who_when_what_and_why_and_a_change_is_taken_back_by_a_new_one() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&server);
    let (place, tag) = editor.place(&id);
    assert_eq!(editor.put(&renamed(&place, "错名"), &tag, "by mistake").status, 200);
    let (_, tag) = editor.place(&id);
    let undo = |revision: u64, tag: &str| {
        let body = json!({ "revision": revision, "why": "it was right before" });
        editor.send("POST", &format!("/api/v1/admin/places/{id}/undo"), &[("If-Match", tag)], &body)
    };
    assert_eq!(undo(99, &tag).problem(404)["code"], "no_such_change");
    assert_eq!(undo(2, "\"r1\"").problem(412)["code"], "changed_meanwhile");
    assert_eq!(undo(2, &tag).json()["revision"], 3);
    assert_eq!(editor.place(&id).0, place);

    let history = editor.get(&format!("/api/v1/admin/places/{id}/history")).json();
    let entries = history["entries"].as_array().expect("entries");
    let told: Vec<_> = entries.iter().map(|e| (e["revision"].as_u64(), e["by"].as_str(), e["why"].as_str())).collect();
    assert_eq!(told[0], (Some(3), Some("li"), Some("it was right before")));
    assert_eq!(told[1], (Some(2), Some("li"), Some("by mistake")));
    assert_eq!((told[2].0, told[2].1), (Some(1), Some("[city pack]")));
    assert_eq!(entries[1]["before"], place);
    assert_eq!(entries[1]["after"], renamed(&place, "错名"));
    assert_eq!(entries[2]["before"], Value::Null);
}

#[test]
fn edits_outlive_the_server_and_the_city_pack_is_put_in_once() {
    let scratch = yuren_tests::Scratch::new();
    let store = scratch.store();
    let first = Server::start_on(&store, None, &[]);
    let id = garden(&first);
    let editor = Editor::new(&first, "li", &["--role", "editor"]);
    let (place, tag) = editor.place(&id);
    assert_eq!(editor.put(&renamed(&place, "个园改"), &tag, "to stay").status, 200);
    first.stop();
    let second = Server::start_on(&store, None, &[]);
    let shown = second.get(&format!("/api/v1/places/{id}")).json();
    assert_eq!((&shown["properties"]["name"], &shown["revision"]), (&"个园改".into(), &2.into()));
}

#[test]
fn a_change_by_another_process_reaches_a_running_server_and_its_open_pages() {
    let scratch = yuren_tests::Scratch::new();
    let store = scratch.store();
    let (one, other) = (Server::start_on(&store, None, &[]), Server::start_on(&store, None, &[]));
    let mut events = Events::listen(&other);
    assert_eq!(events.next(), ("hello".to_owned(), json!({ "revision": 1, "places": [], "study_routes": [] })));
    let editor = Editor::new(&one, "li", &["--role", "editor"]);
    let id = garden(&one);
    let (place, tag) = editor.place(&id);
    assert_eq!(editor.put(&renamed(&place, "个园改"), &tag, "").status, 200);
    assert_eq!(
        events.next(),
        ("edit".to_owned(), json!({ "revision": 2, "places": [id.as_str()], "study_routes": [] }))
    );
    assert_eq!(other.get(&format!("/api/v1/places/{id}")).json()["properties"]["name"], "个园改");
    let (mut route, tag) = editable(&editor, GRAIN);
    route["title"] = "示例线路：改".into();
    assert_eq!(put(&editor, &route, &tag).status, 200);
    assert_eq!(events.next(), ("edit".to_owned(), json!({ "revision": 3, "places": [], "study_routes": [GRAIN] })));
    let shown = other.get(&format!("/api/v1/study-routes/{GRAIN}")).json();
    assert_eq!(shown["properties"]["title"], "示例线路：改");
}

#[test]
fn only_the_tiles_that_an_edit_touches_get_another_entity_tag() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let tiles = ["14/13627/6631", "14/13628/6631", "9/425/207"];
    let id = garden(&server);
    let tag_of = |tile: &str| server.get(&format!("/api/v1/tiles/places/{tile}.mvt")).header("etag").map(str::to_owned);
    let before = tiles.map(tag_of);
    let (place, tag) = editor.place(&id);
    assert_eq!(editor.put(&renamed(&place, "个园改"), &tag, "").status, 200);
    let after = tiles.map(tag_of);
    assert_ne!(before[0], after[0], "the garden's own tile");
    assert_eq!(before[1], after[1], "a tile some streets away");
    assert_eq!(before[2], after[2], "one where it is counted in a cluster as it was");
}

#[test]
fn a_wrong_password_is_refused_as_a_wrong_name_is_and_five_lock_the_account() {
    let server = server();
    add_account(server.store(), "li", &["--role", "editor"]);
    let refused = |name, password| sign_in(&server, name, password).problem(401);
    assert_eq!(refused("li", "wrong"), refused("nobody", "wrong"));
    assert_eq!(refused("NOT A NAME", ""), refused("nobody", "wrong"));
    for _ in 0..3 {
        refused("li", "wrong");
    }
    let locked = sign_in(&server, "li", "wrong");
    assert_eq!(locked.problem(429)["code"], "too_many_attempts");
    assert!(
        locked.header("retry-after").is_some_and(|seconds| seconds.parse::<u32>().is_ok_and(|s| s <= 30)),
        "{locked}"
    );
    sign_in(&server, "li", PASSWORD).problem(429);
}

#[test]
fn nobody_edits_without_signing_in_and_no_other_sites_page_can_have_it_done() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let id = garden(&server);
    for path in [format!("/api/v1/admin/places/{id}"), format!("/api/v1/admin/places/{id}/history")] {
        assert_eq!(server.get(&path).problem(401)["code"], "not_signed_in", "{path}");
    }
    let (place, tag) = editor.place(&id);
    let body = json!({ "place": renamed(&place, "劫"), "why": "" }).to_string().into_bytes();
    let path = format!("/api/v1/admin/places/{id}");
    let with_cookie = [("Cookie", editor.cookie()), ("If-Match", &tag), ("Content-Type", "application/json")];
    assert_eq!(server.send("PUT", &path, &with_cookie, body.clone()).problem(403)["code"], "forged_request");
    let with_wrong_token = [&with_cookie[..], &[("X-CSRF-Token", "guessed")]].concat();
    assert_eq!(server.send("PUT", &path, &with_wrong_token, body).problem(403)["code"], "forged_request");
    let answer = sign_in(&server, "li", PASSWORD);
    let cookie = answer.header("set-cookie").expect("a cookie").to_lowercase();
    assert!(["httponly", "samesite=strict", "path=/api"].iter().all(|part| cookie.contains(part)), "{cookie}");
}

#[test]
fn signing_out_ends_the_session_for_good() {
    let server = server();
    let editor = Editor::new(&server, "li", &["--role", "viewer"]);
    assert_eq!(editor.get("/api/v1/session").json()["name"], "li");
    assert_eq!(editor.send("DELETE", "/api/v1/session", &[], &json!(null)).status, 204);
    assert_eq!(editor.get("/api/v1/session").problem(401)["code"], "not_signed_in");
}

#[test]
fn an_account_edits_within_its_role_its_districts_and_its_kinds() {
    let server = server();
    let id = garden(&server);
    let refused = |name: &str, options: &[&str], said: &str| {
        let editor = Editor::new(&server, name, options);
        let (place, tag) = editor.place(&id);
        let problem = editor.put(&renamed(&place, "个园改"), &tag, "").problem(403);
        assert_eq!(problem["code"], "not_allowed", "{name}");
        assert!(problem["detail"].as_str().is_some_and(|detail| detail.contains(said)), "{name}: {problem}");
    };
    refused("viewer", &["--role", "viewer"], "editor");
    refused("far", &["--role", "editor", "--districts", "321084"], "321002");
    refused("schools", &["--role", "editor", "--kinds", "school"], "heritage");
    let editor = Editor::new(&server, "near", &["--role", "editor", "--districts", "321002", "--kinds", "heritage"]);
    let (place, tag) = editor.place(&id);
    assert_eq!(editor.put(&renamed(&place, "个园改"), &tag, "").status, 200);
}

/// A page's stream of events.
struct Events(BufReader<TcpStream>);

impl Events {
    fn listen(server: &Server) -> Self {
        let mut stream = TcpStream::connect(server.host()).expect("a connection");
        stream.set_read_timeout(Some(std::time::Duration::from_mins(1))).expect("a deadline");
        write!(stream, "GET /api/v1/events HTTP/1.1\r\nHost: {}\r\n\r\n", server.host()).expect("a request");
        Self(BufReader::new(stream))
    }

    /// The name and the data of the next event.
    fn next(&mut self) -> (String, Value) {
        let mut name = None;
        loop {
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).expect("a line in time") > 0, "the stream ended");
            let line = line.trim_end();
            if let Some(event) = line.strip_prefix("event: ") {
                name = Some(event.to_owned());
            } else if let Some(data) = line.strip_prefix("data: ") {
                let data = serde_json::from_str(data).unwrap_or_else(|error| panic!("{line}: {error}"));
                return (name.expect("an event has a name"), data);
            }
        }
    }
}

#[test]
fn a_changed_city_pack_is_taken_in_and_editors_facts_win() {
    let scratch = yuren_tests::Scratch::new();
    let store = scratch.store();
    let pack = yuren_tests::PackCopy::new();
    let file = "places/321002.geojson";
    let first = Server::start_on(&store, Some(pack.folder()), &[]);
    let id = garden(&first);
    let editor = Editor::new(&first, "li", &["--role", "editor"]);
    let (place, tag) = editor.place(&id);
    assert_eq!(editor.put(&renamed(&place, "编者之园"), &tag, "").status, 200);
    first.stop();

    let mut collection: Value = serde_json::from_str(&pack.read(file)).expect("GeoJSON");
    let features = collection["features"].as_array_mut().expect("features");
    let gone =
        features.iter().position(|f| f["properties"]["name"].as_str().is_some_and(|n| n.starts_with("示例小学")));
    let gone = features.remove(gone.expect("an example school"));
    let garden = features.iter_mut().find(|feature| feature["id"] == id.as_str()).expect("the garden");
    garden["properties"]["name"] = "资料之园".into();
    garden["properties"]["address"] = "盐阜东路10号".into();
    pack.write(file, &collection.to_string());

    let second = Server::start_on(&store, Some(pack.folder()), &[]);
    let shown = second.get(&format!("/api/v1/places/{id}")).json();
    assert_eq!(shown["properties"]["name"], "编者之园", "the editor's");
    assert_eq!(shown["properties"]["address"], "盐阜东路10号", "the pack's");
    let gone = format!("/api/v1/places/{}", gone["id"].as_str().expect("an id"));
    assert_eq!(second.get(&gone).json()["properties"]["status"], "withdrawn");
    let ended = second.stop();
    assert!(ended.stderr.contains(&format!("{id}: name")), "{}", ended.stderr);
    let third = Server::start_on(&store, Some(pack.folder()), &[]);
    assert_eq!(third.get("/readyz").json()["revision"], shown["revision"], "a pack is taken in once");
}
