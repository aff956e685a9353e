//! `GET /api/v1/tiles/…` and `/api/v1/style.json`. What is inside a tile is read by other people's decoders in
//! `tests/interop`.

use serde_json::Value;
use yuren_tests::{Answer, Server};

/// A tile over the old town.
const OLD_TOWN: &str = "/api/v1/tiles/places/12/3406/1657.mvt";

#[test]
fn tile_json_says_where_tiles_are_and_what_is_in_them() {
    let server = Server::shared();
    for (layer, source_layers) in
        [("places", &["places"][..]), ("boundaries", &["district", "region"]), ("water", &["water", "water_name"])]
    {
        let answer = server.get(&format!("/api/v1/tiles/{layer}.json"));
        assert_eq!(answer.media_type(), "application/json");
        let json = answer.json();
        assert_eq!(json["tilejson"], "3.0.0", "{answer}");
        let template = json["tiles"][0].as_str().expect("a template");
        assert_eq!(template, format!("{}/api/v1/tiles/{layer}/{{z}}/{{x}}/{{y}}.mvt", server.base()));
        assert_eq!((&json["minzoom"], &json["maxzoom"]), (&0.into(), &16.into()), "{answer}");
        let ids: Vec<_> = json["vector_layers"].as_array().into_iter().flatten().map(|l| l["id"].as_str()).collect();
        assert_eq!(ids, source_layers.iter().map(|&id| Some(id)).collect::<Vec<_>>());
        assert!(json["bounds"].as_array().is_some_and(|bounds| bounds.len() == 4), "{answer}");
        assert!(json["attribution"].is_string(), "{answer}");
    }
}

#[test]
fn a_filter_goes_from_tile_json_into_its_tiles() {
    let server = Server::shared();
    let json = server.get("/api/v1/tiles/places.json?role=venue,heritage&fee=free&region=321002").json();
    let template = json["tiles"][0].as_str().expect("a template");
    let tile = template.replace("{z}", "12").replace("{x}", "3406").replace("{y}", "1657");
    let filtered = server.get(tile.trim_start_matches(server.base()));
    assert_eq!(filtered.status, 200, "{filtered}");
    let whole = server.get(OLD_TOWN);
    assert!(filtered.body != whole.body && filtered.body.len() < whole.body.len());
}

#[test]
fn a_tile_is_a_vector_tile() {
    let server = Server::shared();
    for tile in [OLD_TOWN, "/api/v1/tiles/boundaries/9/425/207.mvt", "/api/v1/tiles/water/9/425/207.mvt"] {
        let answer = server.get(tile);
        assert_eq!(answer.status, 200, "{answer}");
        assert_eq!(answer.media_type(), "application/vnd.mapbox-vector-tile");
        assert!(!answer.body.is_empty() && answer.body.len() <= 50_000, "{} bytes", answer.body.len());
    }
}

#[test]
fn a_tile_with_nothing_in_it_has_no_content() {
    let server = Server::shared();
    for layer in ["places", "boundaries", "water"] {
        let answer = server.get(&format!("/api/v1/tiles/{layer}/9/0/0.mvt"));
        assert_eq!((answer.status, answer.body.len()), (204, 0), "{answer}");
    }
}

#[test]
fn a_tile_that_there_cannot_be_is_refused() {
    let server = Server::shared();
    for tile in
        ["0/1/0", "0/0/1", "3/8/0", "17/0/0", "99/0/0", "9/425/512", "4294967296/0/0", "1/18446744073709551616/0"]
    {
        let answer = server.get(&format!("/api/v1/tiles/places/{tile}.mvt"));
        assert!(answer.status == 400 || answer.status == 404, "{answer}");
        answer.problem(answer.status);
    }
    for odd in ["-1/0/0", "a/b/c", "1.0/0/0", "9/425/207.png", "9/425"] {
        let answer = server.get(&format!("/api/v1/tiles/places/{odd}.mvt"));
        assert!(answer.status == 400 || answer.status == 404, "{answer}");
        answer.problem(answer.status);
    }
}

#[test]
fn tiles_refuse_filters_that_are_wrong() {
    let server = Server::shared();
    for (query, parameter) in
        [("role=library", "role"), ("fee=gratis", "fee"), ("region=1", "region"), ("region=110101", "region")]
    {
        for path in [OLD_TOWN, "/api/v1/tiles/places.json"] {
            let problem = server.get(&format!("{path}?{query}")).problem(400);
            assert_eq!(problem["parameter"], parameter, "{path}?{query}");
        }
    }
    assert_eq!(server.get("/api/v1/tiles/water/9/425/207.mvt?role=venue").problem(400)["parameter"], "role");
}

/// Every string in a document.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(strings).collect(),
        Value::Object(members) => members.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

fn style(server: &Server, query: &str) -> Answer {
    server.get(&format!("/api/v1/style.json{query}"))
}

#[test]
fn the_style_is_maplibre_s_and_asks_nobody_but_this_server() {
    let server = Server::shared();
    for query in ["", "?theme=light&lang=zh", "?theme=dark", "?lang=en&theme=dark"] {
        let answer = style(&server, query);
        let json = answer.json();
        assert_eq!(json["version"], 8);
        assert!(json.get("glyphs").is_none() && json.get("sprite").is_none(), "glyphs and sprites would be fetched");
        let sources: Vec<&String> = json["sources"].as_object().expect("sources").keys().collect();
        assert_eq!(sources, ["boundaries", "places", "water"]);
        for text in strings(&json["sources"]) {
            let is_address = text.starts_with("http") && !text.contains("openstreetmap.org/copyright");
            assert!(!is_address || text.starts_with(server.base()), "{text}");
        }
        let layers = json["layers"].as_array().expect("layers");
        for layer in layers {
            let source = layer["source"].as_str();
            assert!(
                layer["type"] == "background" || source.is_some_and(|s| sources.iter().any(|k| *k == s)),
                "{layer}"
            );
        }
        let ids: std::collections::HashSet<_> = layers.iter().map(|layer| layer["id"].as_str()).collect();
        assert_eq!(ids.len(), layers.len(), "every layer has an id of its own");
    }
}

#[test]
fn themes_and_languages_give_styles_of_their_own() {
    let server = Server::shared();
    let styles = ["?theme=light&lang=zh", "?theme=dark&lang=zh", "?theme=light&lang=en"]
        .map(|query| style(&server, query).text());
    assert!(styles[0] != styles[1] && styles[0] != styles[2]);
    assert_eq!(style(&server, "").text(), styles[0], "light and Chinese where nothing is said");
    for (query, parameter) in [("?theme=sepia", "theme"), ("?lang=fr", "lang")] {
        assert_eq!(style(&server, query).problem(400)["parameter"], parameter);
    }
}
