//! `/openapi.json` and `/docs`: true today.

use std::fs;

use serde_json::Value;
use yuren_tests::{Editor, Server, encoded, repository};

fn document() -> Value {
    Server::shared().get("/openapi.json").json()
}

#[test]
fn the_committed_description_is_the_one_served() {
    let path = repository().join("crates/server/openapi.json");
    let committed = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let committed: Value = serde_json::from_str(&committed).expect("JSON");
    assert!(committed == document(), "crates/server/openapi.json is not what the server serves: write it anew");
}

#[test]
fn the_description_names_every_call_of_the_contract() {
    let document = document();
    assert!(document["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")), "{}", document["openapi"]);
    let paths = document["paths"].as_object().expect("paths");
    for path in [
        "/api/v1/city",
        "/api/v1/places/nearest",
        "/api/v1/places",
        "/api/v1/places/{id}",
        "/api/v1/search",
        "/api/v1/activities",
        "/api/v1/activities.ics",
        "/api/v1/courses",
        "/api/v1/style.json",
        "/healthz",
        "/readyz",
        "/metrics",
    ] {
        assert!(paths.contains_key(path), "{path} is not described");
    }
    assert!(paths.keys().any(|path| path.starts_with("/api/v1/tiles/") && path.contains(".mvt")), "tiles");
}

/// Every `$ref` in a document.
fn references<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(values) => values.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[test]
fn every_reference_in_the_description_leads_somewhere() {
    let document = document();
    let mut found = Vec::new();
    references(&document, &mut found);
    assert!(!found.is_empty());
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{reference} leads outside"));
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
}

/// A parameter's example as it stands in an address: in the place that `OpenAPI` has for it, or in its description.
fn example(parameter: &Value) -> Option<String> {
    let text = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Array(values) => {
            Some(values.iter().map(|v| v.as_str().map_or(v.to_string(), str::to_owned)).collect::<Vec<_>>().join(","))
        }
        other => Some(other.to_string()),
    };
    let schema = &parameter["schema"];
    let described = || {
        let (_, after) = parameter["description"].as_str()?.split_once("Example: `")?;
        Some(after.split('`').next()?.to_owned())
    };
    text(&parameter["example"])
        .or_else(|| text(&schema["example"]))
        .or_else(|| text(&schema["examples"][0]))
        .or_else(described)
}

/// Parameters that mean nothing by themselves, with what they need beside them.
const TOGETHER: [(&str, &str); 8] = [
    ("lon", "lat=32.4012"),
    ("lat", "lon=119.4382"),
    ("near", "radius_m=2000"),
    ("radius_m", "near=119.4382,32.4012"),
    ("to", "from=2026-12-05"),
    ("open_until", "open_at=2026-10-10T09:00"),
    ("booking", "open_at=2026-10-10T09:00"),
    ("max_minutes", "mode=walk"),
];

/// A point to start from, for what needs one, where the call does not already ask for it.
fn point_to_start_from(path: &str, parameter: &str) -> Option<&'static str> {
    match path {
        _ if !["mode", "max_minutes"].contains(&parameter) => None,
        "/api/v1/places" => Some("near=119.4382,32.4012&radius_m=2000"),
        "/api/v1/places/{id}" | "/api/v1/search" => Some("lon=119.4382&lat=32.4012"),
        _ => None,
    }
}

#[test]
fn every_call_answers_its_own_examples() {
    let server = Server::start(None, &[]);
    // Somebody who has signed in may ask everything.
    let editor = Editor::new(&server, "li", &["--role", "reviewer"]);
    let document = document();
    let place = server.get("/api/v1/places/nearest?lon=119.43&lat=32.4&k=1").ids().remove(0);
    let mut asked = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let operation = &item["get"];
        // Events have no end, a report has an id of its own, and signing in by a provider takes one: all are followed
        // elsewhere. What only changes something has no example to ask.
        let elsewhere = ["/api/v1/events", "{report}", "/api/v1/session/oidc/"];
        if operation.is_null() || elsewhere.iter().any(|part| path.contains(part)) {
            continue;
        }
        let parameters: Vec<&Value> = operation["parameters"].as_array().into_iter().flatten().collect();
        let name = |parameter: &Value| parameter["name"].as_str().expect("a name").to_owned();
        let value = |parameter: &Value| match name(parameter).as_str() {
            // An id of today's data, which a description cannot hold.
            "id" if path.contains("study-routes") => crate::study_routes::GRAIN.to_owned(),
            "id" => place.clone(),
            name => example(parameter).unwrap_or_else(|| panic!("{path}: {name} has no example")),
        };
        let in_path = parameters.iter().filter(|parameter| parameter["in"] == "path");
        let address = in_path.fold(path.clone(), |address, p| address.replace(&format!("{{{}}}", name(p)), &value(p)));
        let (required, optional): (Vec<&Value>, Vec<&Value>) =
            parameters.iter().filter(|parameter| parameter["in"] == "query").partition(|p| p["required"] == true);
        let mut always: Vec<String> = required.iter().map(|p| format!("{}={}", name(p), encoded(&value(p)))).collect();
        if ["/api/v1/places", "/api/v1/activities.ics"].contains(&path.as_str()) {
            always.push("region=321002".to_owned());
        }
        let mut queries = vec![always.clone()];
        // A cursor is an example of its own page only, and is followed elsewhere; the sample city has no street to close.
        for parameter in optional.into_iter().filter(|p| p["name"] != "cursor" && p["name"] != "close") {
            let mut query = always.clone();
            query.retain(|given| !given.starts_with(&format!("{}=", name(parameter))));
            query.push(format!("{}={}", name(parameter), encoded(&value(parameter))));
            let beside = TOGETHER.iter().find(|(alone, _)| parameter["name"] == *alone);
            let is_new = |beside: &&str| !query.iter().any(|given| given.split('=').next() == beside.split('=').next());
            query.extend(beside.map(|(_, beside)| *beside).filter(is_new).map(str::to_owned));
            query.extend(point_to_start_from(path, &name(parameter)).map(str::to_owned));
            queries.push(query);
        }
        for query in queries {
            let separator = if query.is_empty() { "" } else { "?" };
            let answer = editor.get(&format!("{address}{separator}{}", query.join("&")));
            let documented = operation["responses"].as_object().expect("responses");
            assert!(documented.contains_key(&answer.status.to_string()), "{answer}");
            assert!(answer.status < 300, "{answer}");
            asked += 1;
        }
    }
    assert!(asked >= 30, "{asked} requests");
}

#[test]
fn the_docs_are_read_without_the_internet() {
    let server = Server::shared();
    let first = server.get("/docs");
    let page = if first.status == 200 {
        first
    } else {
        let to = first.header("location").unwrap_or_else(|| panic!("{first}")).to_owned();
        server.get(to.trim_start_matches(server.base()))
    };
    assert_eq!((page.status, page.media_type()), (200, "text/html"), "{page}");
    let text = page.text();
    for part in text.split("src=\"").skip(1).chain(text.split("<link").skip(1)) {
        let address = part.split('"').find(|word| word.starts_with("http") || word.starts_with("//"));
        assert!(address.is_none(), "{address:?}");
    }
}

#[test]
fn a_problem_says_where_it_is_explained_and_there_it_is() {
    let server = Server::shared();
    let problem = server.get("/api/v1/places/nearest?lat=91").problem(400);
    let uri = problem["type"].as_str().expect("a type");
    let page = server.get(uri.split('#').next().unwrap_or_default());
    assert!((200..400).contains(&page.status), "{page}");
    if page.status == 200 {
        assert!(page.text().contains(problem["code"].as_str().expect("a code")), "{page}");
    }
}
