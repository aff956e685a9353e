//! `/api/v1/study-routes` and its editors' side: the library of study routes.

use serde_json::{Value, json};
use yuren_tests::{Answer, Editor, PackCopy, Scratch, Server, encoded};

const ROUTES: &str = "/api/v1/study-routes";
const ADMIN: &str = "/api/v1/admin/study-routes";
/// 示例线路：沿运河看漕运, by 东关古渡, 文峰塔 and 中国大运河博物馆.
pub(crate) const GRAIN: &str = "s-y315t2g2q5hs";
pub(crate) const FERRY: &str = "p-vh4bcba56qed";
pub(crate) const PAGODA: &str = "p-tanrp49acjfh";
pub(crate) const MUSEUM: &str = "p-48h877e1vnz3";

fn list(query: &str) -> Value {
    Server::shared().get(&format!("{ROUTES}{query}")).json()
}

/// The titles of a list, in its order.
fn titles(answer: &Value) -> Vec<&str> {
    let features = answer["features"].as_array().expect("features").iter();
    features.map(|route| route["properties"]["title"].as_str().expect("a title")).collect()
}

/// A route as its editors see it, and its entity tag.
pub(crate) fn editable(editor: &Editor<'_>, id: &str) -> (Value, String) {
    let answer = editor.get(&format!("{ADMIN}/{id}"));
    (answer.json()["route"].clone(), answer.header("etag").expect("an entity tag").to_owned())
}

pub(crate) fn put(editor: &Editor<'_>, route: &Value, tag: &str) -> Answer {
    let path = format!("{ADMIN}/{}", route["id"].as_str().expect("an id"));
    editor.send("PUT", &path, &[("If-Match", tag)], &json!({ "route": route, "why": "for a test" }))
}

/// A route that an editor makes up, without an id.
fn new_route() -> Value {
    json!({
        "title": "水边的一天", "title_en": "A day by the water", "theme": "nature", "subjects": ["science"], "grades": [3, 4],
        "aim": "会记录水边的植物。", "provenance": { "source": "editors" },
        "stops": [{ "place": FERRY, "minutes": 30, "task": "数一数。" }, { "place": PAGODA }],
    })
}

fn make(editor: &Editor<'_>, route: &Value) -> Answer {
    editor.send("POST", ADMIN, &[], &json!({ "route": route, "why": "asked for by teachers" }))
}

/// The id of a route that was made.
fn made_id(made: &Answer) -> String {
    assert_eq!(made.status, 201, "{made}");
    let body: Value = serde_json::from_str(&made.text()).expect("JSON");
    body["id"].as_str().expect("an id").to_owned()
}

/// Withdraws a place, or puts it back.
pub(crate) fn set_status(editor: &Editor<'_>, place: &str, status: &str) {
    let (mut place, tag) = editor.place(place);
    place["properties"]["status"] = status.into();
    assert_eq!(editor.put(&place, &tag, "for a test").status, 200);
}

#[test]
fn the_library_is_listed_by_theme_and_title_and_every_route_of_the_sample_city_is_an_example() {
    let answer = list("");
    let features = answer["features"].as_array().expect("features");
    assert_eq!((&answer["numberMatched"], &answer["numberReturned"]), (&9.into(), &9.into()));
    assert!(features.iter().all(|route| route["properties"]["synthetic"] == true));
    assert!(titles(&answer).iter().all(|title| title.starts_with("示例")));
    let keys: Vec<(usize, &str)> = features
        .iter()
        .map(|route| {
            // In the order of the nine themes.
            let order = ["canal", "history", "nature", "literature", "architecture"];
            let theme = order.iter().position(|theme| route["properties"]["theme"] == *theme).expect("a theme");
            (theme, route["properties"]["title"].as_str().expect("a title"))
        })
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    assert_eq!(keys.iter().filter(|(theme, _)| *theme == 0).count(), 5);
    assert_eq!(answer["sources"]["synthetic"]["synthetic"], true);
    let few = list("?limit=2");
    assert_eq!((&few["numberMatched"], &few["numberReturned"]), (&9.into(), &2.into()));
}

#[test]
fn a_route_is_found_by_theme_subject_grade_place_and_words_and_all_must_hold() {
    let count = |query: &str| list(query)["numberMatched"].as_u64().expect("a number");
    assert_eq!(count("?theme=canal"), 5);
    assert_eq!(count("?theme=canal,history"), 6);
    assert_eq!(titles(&list("?theme=canal&subject=mathematics")), ["示例线路：宝应的桥与街"]);
    assert_eq!(count("?grade=3"), 1);
    assert_eq!(count("?grade=12"), 0);
    assert_eq!(titles(&list(&format!("?place={MUSEUM}"))), ["示例线路：沿运河看漕运"]);
    assert_eq!(titles(&list(&format!("?q={}", encoded("MATHEMATICS")))), ["示例线路：园林里的数学"]);
    assert_eq!(titles(&list(&format!("?q={}", encoded("文峰塔")))), ["示例线路：沿运河看漕运"], "a stop's name");
    assert_eq!(titles(&list(&format!("?q={}", encoded("说明牌")))), ["示例线路：城门、城墙与陵"], "the aim");
    assert_eq!(count(&format!("?theme=history&place={MUSEUM}")), 0);
    let server = Server::shared();
    let problem = server.get(&format!("{ROUTES}?place=p-nowhere")).problem(404);
    assert_eq!((&problem["code"], &problem["value"]), (&"no_such_place".into(), &"p-nowhere".into()));
    let problem = server.get(&format!("{ROUTES}?theme=canals")).problem(400);
    assert!(problem["allowed"].as_str().is_some_and(|allowed| allowed.contains("architecture")), "{problem}");
}

#[test]
fn a_route_s_points_are_its_stops_and_its_numbers_add_up() {
    let server = Server::shared();
    let route = server.get(&format!("{ROUTES}/{GRAIN}")).json();
    let properties = &route["properties"];
    let stops = properties["stops"].as_array().expect("stops");
    let points = route["geometry"]["coordinates"].as_array().expect("points");
    assert_eq!((&route["geometry"]["type"], points.len()), (&"MultiPoint".into(), 3));
    let mut metres = 0.0;
    for (i, stop) in stops.iter().enumerate() {
        let place = server.get(&format!("/api/v1/places/{}", stop["place"].as_str().expect("an id"))).json();
        assert_eq!(place["geometry"]["coordinates"], json!([stop["lon"], stop["lat"]]));
        assert_eq!(points[i], json!([stop["lon"], stop["lat"]]));
        assert_eq!((&stop["name"], &stop["status"]), (&place["properties"]["name"], &"active".into()));
        assert_eq!(stop["synthetic"], false, "a real place");
        assert!(stop["task"].as_str().is_some_and(|task| task.chars().count() > 10));
        if i > 0 {
            // The same distance by another question.
            let before = &stops[i - 1];
            let from = format!("lon={}&lat={}", before["lon"], before["lat"]);
            let place = server.get(&format!("/api/v1/places/{}?{from}", stop["place"].as_str().expect("an id"))).json();
            metres += place["properties"]["distance_m"].as_f64().expect("metres");
        }
    }
    assert!((properties["metres"].as_f64().expect("metres") - metres).abs() < 0.01, "{metres}: {properties}");
    assert_eq!(properties["minutes"], 40 + 40 + 90);
    assert_eq!(properties["grades"], json!([5, 6]));
    let gcj = server.get(&format!("{ROUTES}/{GRAIN}?datum=gcj02")).json();
    let far = gcj["geometry"]["coordinates"][0][0].as_f64().expect("lon") - points[0][0].as_f64().expect("lon");
    assert!(far.abs() > 0.003 && gcj["datum"] == "gcj02", "{far}");
    assert_eq!(gcj["properties"]["metres"], properties["metres"]);
    for id in ["s-nowhere", "NOT%20AN%20ID"] {
        assert_eq!(server.get(&format!("{ROUTES}/{id}")).problem(404)["code"], "no_such_study_route");
    }
}

#[test]
fn no_route_of_the_sample_city_is_shorter_by_its_stops_in_another_order() {
    /// All orders of so many things.
    fn orders(count: usize) -> Vec<Vec<usize>> {
        (1..count).fold(vec![vec![0]], |orders, next| {
            let at = |order: Vec<usize>| (0..=next).map(move |i| [&order[..i], &[next], &order[i..]].concat());
            orders.into_iter().flat_map(at).collect()
        })
    }
    for route in list("")["features"].as_array().expect("features") {
        let stops = route["properties"]["stops"].as_array().expect("stops");
        let degrees = |stop: &Value, name: &str| stop[name].as_f64().expect("degrees");
        // Within a few kilometres the ground is flat.
        let apart = |one: &usize, other: &usize| {
            let (one, other) = (&stops[*one], &stops[*other]);
            let lat = f64::midpoint(degrees(one, "lat"), degrees(other, "lat"));
            let east = (degrees(one, "lon") - degrees(other, "lon")) * lat.to_radians().cos();
            east.hypot(degrees(one, "lat") - degrees(other, "lat"))
        };
        let length = |order: &[usize]| order.windows(2).map(|pair| apart(&pair[0], &pair[1])).sum::<f64>();
        let told = length(&(0..stops.len()).collect::<Vec<_>>());
        let shortest = orders(stops.len()).iter().map(|order| length(order)).fold(f64::INFINITY, f64::min);
        assert!(told <= shortest + 1e-9, "{}: {told} and {shortest} degrees", route["properties"]["title"]);
    }
}

#[test]
fn an_editor_makes_a_route_changes_it_and_takes_it_off_the_list() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let made = make(&editor, &new_route());
    let id = made_id(&made);
    assert_eq!(made.header("location"), Some(format!("{ADMIN}/{id}").as_str()));
    assert!(id.starts_with("s-") && id.len() == 14, "{id}");
    let shown = server.get(&format!("{ROUTES}/{id}")).json();
    assert_eq!((&shown["properties"]["synthetic"], &shown["revision"]), (&false.into(), &2.into()));
    assert_eq!(shown["sources"]["editors"]["title"], "本图编辑核实");
    assert_eq!(server.get(&format!("{ROUTES}?theme=nature")).json()["numberMatched"], 2);

    let (mut route, tag) = editable(&editor, &id);
    assert_eq!(made.header("etag"), Some(tag.as_str()));
    let mut expected = new_route();
    expected["id"] = id.as_str().into();
    assert_eq!(route, expected);
    route["status"] = "withdrawn".into();
    let changed = put(&editor, &route, &tag);
    assert_eq!(changed.json(), json!({ "revision": 3, "warnings": [] }));
    assert_eq!(server.get(&format!("{ROUTES}?theme=nature")).json()["numberMatched"], 1);
    assert_eq!(server.get(&format!("{ROUTES}/{id}")).json()["properties"]["status"], "withdrawn");

    let all = editor.get(ADMIN).json();
    let all = all["routes"].as_array().expect("routes");
    assert_eq!(all.len(), 10);
    let mine = all.iter().find(|entry| entry["route"]["id"] == id.as_str()).expect("the route");
    assert_eq!((&mine["revision"], &mine["route"]["status"]), (&3.into(), &"withdrawn".into()));

    let history = editor.get(&format!("{ADMIN}/{id}/history")).json();
    let entries = history["entries"].as_array().expect("entries");
    let told: Vec<_> = entries.iter().map(|entry| (&entry["revision"], &entry["by"], &entry["why"])).collect();
    let li = json!("li");
    assert_eq!(told, [(&json!(3), &li, &json!("for a test")), (&json!(2), &li, &json!("asked for by teachers"))]);
    assert_eq!((&entries[1]["before"], &entries[0]["before"]), (&Value::Null, &expected));
    assert_eq!(entries[0]["after"], route);
}

#[test]
fn a_change_of_something_older_is_refused_and_one_without_its_state_too() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (mut route, tag) = editable(&editor, GRAIN);
    route["title"] = "示例线路：沿运河看漕运（一）".into();
    assert_eq!(put(&editor, &route, &tag).status, 200);
    let problem = put(&editor, &route, &tag).problem(412);
    assert_eq!((&problem["code"], &problem["value"]), (&"changed_meanwhile".into(), &GRAIN.into()));
    let body = json!({ "route": route, "why": "" });
    let path = format!("{ADMIN}/{GRAIN}");
    assert_eq!(editor.send("PUT", &path, &[], &body).problem(428)["code"], "precondition_required");
    let problem = editor.send("PUT", &format!("{ADMIN}/s-other"), &[("If-Match", "\"r1\"")], &body).problem(400);
    assert_eq!((&problem["parameter"], &problem["value"]), (&"route.id".into(), &GRAIN.into()));
}

#[test]
fn a_route_that_breaks_a_rule_is_refused_with_field_and_mend() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    for (pointer, value, field) in [
        ("/title", json!(" "), "title"),
        ("/title", json!("示例线路"), "provenance.source"),
        ("/stops", json!([{ "place": FERRY }]), "stops"),
        ("/stops/1/place", json!(FERRY), "stops[1].place"),
        ("/stops/1/place", json!("p-nowhere"), "stops[1].place"),
        ("/stops/0/minutes", json!(0), "stops[0].minutes"),
        ("/stops/0/task", json!("看".repeat(501)), "stops[0].task"),
        ("/subjects", json!(["science", "science"]), "subjects"),
        ("/provenance/source", json!("hearsay"), "provenance.source"),
        ("/provenance/checked_on", json!("9999-12-31"), "provenance.checked_on"),
    ] {
        let mut spoilt = new_route();
        match spoilt.pointer_mut(pointer) {
            Some(there) => *there = value,
            None => spoilt["provenance"]["checked_on"] = value,
        }
        let problem = make(&editor, &spoilt).problem(422);
        assert_eq!(problem["code"], "unfit_study_route", "{pointer}");
        let finding = &problem["findings"][0];
        assert_eq!(finding["field"], field, "{pointer}: {problem}");
        assert!(finding["mend"].as_str().is_some_and(|mend| mend.len() > 5), "{finding}");
    }
    let mut misshapen = new_route();
    misshapen["theme"] = "canals".into();
    assert_eq!(make(&editor, &misshapen).problem(400)["parameter"], "route.theme");
    let mut unknown = new_route();
    unknown["stops"][0]["tasks"] = "a slip".into();
    let problem = make(&editor, &unknown).problem(400);
    assert!(problem["parameter"].as_str().is_some_and(|at| at.starts_with("route.stops[0]")), "{problem}");
    let mut named = new_route();
    named["id"] = "s-mine".into();
    assert_eq!(make(&editor, &named).problem(400)["parameter"], "route.id");
    assert_eq!(server.get(ROUTES).json()["numberMatched"], 9, "nothing was changed");
}

#[test]
fn only_who_may_edit_does_and_only_with_the_session_s_second_token() {
    let server = Server::start(None, &[]);
    assert_eq!(server.get(ADMIN).problem(401)["code"], "not_signed_in");
    let viewer = Editor::new(&server, "wang", &["--role", "viewer"]);
    assert_eq!(viewer.get(ADMIN).json()["routes"].as_array().map(Vec::len), Some(9));
    assert_eq!(make(&viewer, &new_route()).problem(403)["code"], "not_allowed");
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let body = json!({ "route": new_route(), "why": "" }).to_string().into_bytes();
    let headers = [("Cookie", editor.cookie()), ("Content-Type", "application/json")];
    assert_eq!(server.send("POST", ADMIN, &headers, body).problem(403)["code"], "forged_request");
}

#[test]
fn an_account_of_a_district_or_kind_saves_routes_within_it_and_is_told_which_stop_is_outside() {
    let server = Server::start(None, &[]);
    let local = Editor::new(&server, "guangling", &["--role", "editor", "--districts", "321002"]);
    assert_eq!(make(&local, &new_route()).status, 201);
    let mut across = new_route();
    // 扬州博物馆, in 邗江区.
    across["stops"][1]["place"] = "p-5ny1n29vkdk5".into();
    let problem = make(&local, &across).problem(403);
    assert_eq!((&problem["code"], &problem["parameter"]), (&"not_allowed".into(), &"route.stops[1].place".into()));
    let detail = problem["detail"].as_str().expect("a detail");
    assert!(detail.contains("扬州博物馆") && detail.contains("321003"), "{detail}");
    // Nor may it make another's route its own by dropping the stops that are not.
    let (mut museum, tag) = editable(&Editor::new(&server, "all", &["--role", "editor"]), "s-tw3p83g3q9gf");
    museum["stops"] = new_route()["stops"].clone();
    assert_eq!(put(&local, &museum, &tag).problem(403)["code"], "not_allowed");

    let venues = Editor::new(&server, "venues", &["--role", "editor", "--kinds", "venue"]);
    let problem = make(&venues, &new_route()).problem(403);
    assert_eq!(problem["parameter"], "route.stops[0].place", "东关古渡 is heritage");
    let mut houses = new_route();
    houses["stops"] = json!([{ "place": MUSEUM }, { "place": "p-5ny1n29vkdk5" }]);
    assert_eq!(make(&venues, &houses).status, 201);
}

/// Takes a change of a route back.
fn undo(editor: &Editor<'_>, id: &str, revision: u64, tag: &str) -> Answer {
    let body = json!({ "revision": revision, "why": "it was right before" });
    editor.send("POST", &format!("{ADMIN}/{id}/undo"), &[("If-Match", tag)], &body)
}

#[test]
fn a_change_of_a_route_is_taken_back_by_a_new_one_and_so_is_its_making() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (before, tag) = editable(&editor, GRAIN);
    let mut spoilt = before.clone();
    spoilt["stops"].as_array_mut().expect("stops").pop();
    assert_eq!(put(&editor, &spoilt, &tag).status, 200);
    let (_, now) = editable(&editor, GRAIN);
    assert_eq!(undo(&editor, GRAIN, 99, &now).problem(404)["code"], "no_such_change");
    assert_eq!(undo(&editor, "s-nowhere", 2, &now).problem(404)["code"], "no_such_change");
    let problem = undo(&editor, GRAIN, 2, &tag).problem(412);
    assert_eq!((&problem["code"], &problem["value"]), (&"changed_meanwhile".into(), &GRAIN.into()));
    let body = json!({ "revision": 2, "why": "" });
    let path = format!("{ADMIN}/{GRAIN}/undo");
    assert_eq!(editor.send("POST", &path, &[], &body).problem(428)["code"], "precondition_required");

    let undone = undo(&editor, GRAIN, 2, &now);
    assert_eq!(undone.json(), json!({ "revision": 3, "warnings": [] }));
    let (restored, tag) = editable(&editor, GRAIN);
    assert_eq!((restored, undone.header("etag")), (before.clone(), Some(tag.as_str())));
    assert_eq!(
        server.get(&format!("{ROUTES}/{GRAIN}")).json()["properties"]["stops"].as_array().map(Vec::len),
        Some(3)
    );
    let history = editor.get(&format!("{ADMIN}/{GRAIN}/history")).json();
    let entries = history["entries"].as_array().expect("entries");
    assert_eq!(entries.len(), 3, "nothing is taken out of it");
    assert_eq!((&entries[0]["by"], &entries[0]["why"]), (&"li".into(), &"it was right before".into()));
    assert_eq!((&entries[0]["before"], &entries[0]["after"]), (&spoilt, &before));

    let made = make(&editor, &new_route());
    let id = made_id(&made);
    assert_eq!(undo(&editor, &id, 4, made.header("etag").expect("an entity tag")).status, 200);
    assert_eq!(server.get(&format!("{ROUTES}/{id}")).json()["properties"]["status"], "withdrawn");
    assert_eq!(server.get(ROUTES).json()["numberMatched"], 9);
}

#[test]
fn a_change_of_a_route_is_taken_back_only_by_who_may_change_it_and_not_to_a_stop_that_is_gone() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (before, tag) = editable(&editor, GRAIN);
    let mut shorter = before.clone();
    shorter["stops"].as_array_mut().expect("stops").remove(1);
    assert_eq!(put(&editor, &shorter, &tag).status, 200);
    let (_, tag) = editable(&editor, GRAIN);
    let viewer = Editor::new(&server, "wang", &["--role", "viewer"]);
    assert_eq!(undo(&viewer, GRAIN, 2, &tag).problem(403)["code"], "not_allowed");
    // 邗江区, where none of the stops lies.
    let other = Editor::new(&server, "hanjiang", &["--role", "editor", "--districts", "321003"]);
    assert_eq!(undo(&other, GRAIN, 2, &tag).problem(403)["code"], "not_allowed");

    set_status(&editor, PAGODA, "withdrawn");
    let problem = undo(&editor, GRAIN, 2, &tag).problem(422);
    assert_eq!(
        (&problem["code"], &problem["findings"][0]["field"]),
        (&"unfit_study_route".into(), &"stops[1].place".into())
    );
    assert_eq!(editable(&editor, GRAIN), (shorter, tag), "nothing was changed");
    set_status(&editor, PAGODA, "active");
    let (_, tag) = editable(&editor, GRAIN);
    assert_eq!(undo(&editor, GRAIN, 2, &tag).status, 200);
    assert_eq!(editable(&editor, GRAIN).0, before);
}

#[test]
fn a_stop_that_is_withdrawn_later_is_flagged_and_a_route_is_not_saved_with_it() {
    let server = Server::start(None, &[]);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    set_status(&editor, PAGODA, "withdrawn");
    let route = server.get(&format!("{ROUTES}/{GRAIN}")).json();
    let stops = route["properties"]["stops"].as_array().expect("stops");
    let statuses: Vec<_> = stops.iter().map(|stop| stop["status"].as_str().expect("a status")).collect();
    assert_eq!(statuses, ["active", "withdrawn", "active"]);
    assert_eq!(route["geometry"]["coordinates"].as_array().map(Vec::len), Some(2));
    assert_eq!(server.get(&format!("{ROUTES}?theme=canal")).json()["numberMatched"], 5, "it stands");

    let all = editor.get(ADMIN).json();
    let gone: Vec<_> =
        all["routes"].as_array().expect("routes").iter().map(|of| (&of["route"]["id"], &of["stops_gone"])).collect();
    assert!(gone.iter().all(|(id, gone)| **gone == if *id == GRAIN { json!([PAGODA]) } else { json!([]) }), "{gone:?}");
    assert_eq!(editor.get(&format!("{ADMIN}/{GRAIN}")).json()["stops_gone"], json!([PAGODA]));

    let (mut route, tag) = editable(&editor, GRAIN);
    route["aim"] = "另一个目标。".into();
    let problem = put(&editor, &route, &tag).problem(422);
    assert_eq!(problem["findings"][0]["field"], "stops[1].place", "{problem}");
    route["status"] = "suspended".into();
    let suspended = put(&editor, &route, &tag).json();
    assert_eq!(suspended["warnings"][0]["field"], "stops[1].place", "{suspended}");
    assert_eq!(server.get(&format!("{ROUTES}?theme=canal")).json()["numberMatched"], 4);
}

#[test]
fn a_changed_folder_brings_its_routes_and_keeps_those_that_editors_changed() {
    const FILE: &str = "study-routes.toml";
    let (pack, scratch) = (PackCopy::new(), Scratch::new());
    let (store, whole) = (scratch.store(), pack.read(FILE));
    std::fs::remove_file(pack.folder().join(FILE)).expect("the file");
    // A store of a city that had no routes yet.
    let server = Server::start_on(&store, Some(pack.folder()), &[]);
    assert_eq!(server.get(ROUTES).json()["numberMatched"], 0);
    server.stop();

    pack.write(FILE, &whole);
    let server = Server::start_on(&store, Some(pack.folder()), &[]);
    assert_eq!(server.get(ROUTES).json()["numberMatched"], 9);
    let editor = Editor::new(&server, "li", &["--role", "editor"]);
    let (mut mine, tag) = editable(&editor, GRAIN);
    mine["title"] = "示例线路：编辑改过的".into();
    assert_eq!(put(&editor, &mine, &tag).status, 200);
    let made = made_id(&make(&editor, &new_route()));
    server.stop();

    let titles = ["示例线路：沿运河看漕运", "示例线路：园林里的数学", "示例线路：湾头到城南的公园"];
    let (first, last) = whole.rsplit_once("[[route]]").expect("routes");
    assert!(last.contains(titles[2]));
    pack.write(FILE, &first.replace(titles[0], "示例线路：数据包改过的").replace(titles[1], "示例线路：园林与数"));
    let server = Server::start_on(&store, Some(pack.folder()), &[]);
    let shown = server.get(ROUTES).json();
    let shown = self::titles(&shown);
    assert_eq!(shown.len(), 9, "one is gone from the folder, an editor made one: {shown:?}");
    for title in ["示例线路：编辑改过的", "示例线路：园林与数", "水边的一天"] {
        assert!(shown.contains(&title), "{title}: {shown:?}");
    }
    assert!(!shown.contains(&titles[2]));
    assert_eq!(server.get(&format!("{ROUTES}/{made}")).json()["properties"]["status"], "active");
}
