//! `TileJSON` and styles: that they say what the tiles hold, and refer to nothing that is not there.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;
use yuren_catalog::{Fee, RoleKind, WaterBody};
use yuren_index::{Filter, Snapshot};
use yuren_tiles::{Lang, Theme, TileLayer, Tiles};

use crate::decode::features;
use crate::fixture::{BBOX, city, covering, place, square};

const API: &str = "http://127.0.0.1:8080/api/v1";

fn tiles() -> Tiles {
    let kinds = RoleKind::ALL.map(|kind| (kind, Fee::Free));
    let made = |n: usize| {
        let mut made = place(n, [119.4 + n as f64 * 0.001, 32.4], &kinds, &"synthetic".into());
        made.name_en = Some("Place".into());
        made
    };
    let lake = WaterBody {
        name: Some("湖".into()),
        name_en: Some("Lake".into()),
        rings: square([119.2, 32.5], [119.5, 32.8]),
        source: "osm".into(),
    };
    Tiles::new(Arc::new(Snapshot::new(city((0..40).map(made).collect(), vec![lake]), 3)))
}

fn styles() -> impl Iterator<Item = (Theme, Lang, Value)> {
    let tiles = tiles();
    let pairs = Theme::ALL.iter().flat_map(|&theme| Lang::ALL.iter().map(move |&lang| (theme, lang)));
    pairs.map(move |(theme, lang)| (theme, lang, tiles.style(theme, lang, API)))
}

fn layers(style: &Value) -> &Vec<Value> {
    style["layers"].as_array().unwrap()
}

#[test]
fn tile_json_lists_every_source_layer_and_property_that_tiles_hold() {
    let tiles = tiles();
    for &layer in TileLayer::ALL {
        let document = tiles.tile_json(layer, API, "");
        let declared: BTreeSet<_> = document["vector_layers"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|l| {
                l["fields"].as_object().unwrap().keys().map(|key| (l["id"].as_str().unwrap().to_owned(), key.clone()))
            })
            .collect();
        let mut found = BTreeSet::new();
        for z in [8, 10, 13, 14] {
            for feature in covering(z).into_iter().flat_map(|t| features(&tiles.tile(layer, t, &Filter::default()))) {
                found.extend(feature.properties.keys().map(|key| (feature.source_layer.clone(), key.clone())));
            }
        }
        assert_eq!(found, declared, "{layer}");
    }
}

#[test]
fn tile_json_is_of_version_three_and_has_what_a_map_needs() {
    let document = tiles().tile_json(TileLayer::Places, API, "");
    assert_eq!(document["tilejson"], "3.0.0");
    assert_eq!(document["tiles"][0], format!("{API}/tiles/places/{{z}}/{{x}}/{{y}}.mvt"));
    assert_eq!((&document["minzoom"], &document["maxzoom"]), (&0.into(), &16.into()));
    let bounds: Vec<f64> = serde_json::from_value(document["bounds"].clone()).unwrap();
    assert_eq!(bounds, BBOX);
    assert_eq!(document["center"].as_array().map(Vec::len), Some(3));
    let credit = document["attribution"].as_str().unwrap();
    assert!(credit.contains("© OpenStreetMap contributors</a>"), "{credit}");
}

#[test]
fn a_filter_in_the_query_goes_into_the_tiles_address() {
    let document = tiles().tile_json(TileLayer::Places, API, "role=venue&fee=free");
    let address = document["tiles"][0].as_str().unwrap();
    assert!(address.ends_with("/tiles/places/{z}/{x}/{y}.mvt?role=venue&fee=free"), "{address}");
}

#[test]
fn every_style_layer_draws_from_a_source_layer_that_exists() {
    let tiles = tiles();
    for (theme, lang, style) in styles() {
        for layer in layers(&style).iter().filter(|layer| layer["type"] != "background") {
            let source: TileLayer = layer["source"].as_str().unwrap().parse().unwrap();
            let document = tiles.tile_json(source, API, "");
            let known = document["vector_layers"].as_array().unwrap().iter().map(|l| &l["id"]);
            assert!(known.into_iter().any(|id| *id == layer["source-layer"]), "{theme} {lang}: {}", layer["id"]);
        }
    }
}

#[test]
fn the_layers_that_the_page_takes_hold_of_are_there_in_every_style() {
    let expected = [
        "background",
        "district-fill",
        "water-fill",
        "district-casing",
        "district-border",
        "district-highlight",
        "water-name",
        "village-name",
        "town-name",
        "district-name",
        "city-name",
        "place-name",
        "cluster-disc",
        "cluster-count",
        "place-halo",
        "place-marker",
    ];
    for (theme, lang, style) in styles() {
        let ids: Vec<_> = layers(&style).iter().map(|layer| layer["id"].as_str().unwrap()).collect();
        assert_eq!(ids, expected, "{theme} {lang}");
    }
}

#[test]
fn a_style_asks_the_network_for_nothing_but_our_own_tiles() {
    for (theme, lang, style) in styles() {
        assert!(style.get("glyphs").is_none() && style.get("sprite").is_none(), "{theme} {lang}");
        for (_, source) in style["sources"].as_object().unwrap() {
            assert!(source["tiles"][0].as_str().unwrap().starts_with(API));
        }
        for layer in layers(&style) {
            let fonts = &layer["layout"]["text-font"];
            assert!(fonts.is_null() || fonts[0] == "Noto Sans SC", "{}", layer["id"]);
        }
    }
}

#[test]
fn an_english_map_falls_back_on_the_chinese_name() {
    let named = ["place-name", "water-name", "village-name", "town-name", "district-name", "city-name"];
    for (_, lang, style) in styles() {
        let wanted = match lang {
            Lang::Zh => serde_json::json!(["get", "name"]),
            Lang::En => serde_json::json!(["coalesce", ["get", "name_en"], ["get", "name"]]),
        };
        for id in named {
            let names = layers(&style).iter().find(|layer| layer["id"] == id).unwrap();
            assert_eq!(names["layout"]["text-field"], wanted, "{id}");
        }
    }
}

#[test]
fn light_and_dark_differ_in_colours_only() {
    let bare = |theme: Theme| {
        let mut style = tiles().style(theme, Lang::Zh, API);
        for layer in style["layers"].as_array_mut().unwrap() {
            layer["paint"] = Value::Null;
        }
        style
    };
    assert_eq!(bare(Theme::Light), bare(Theme::Dark));
}

#[test]
fn a_style_carries_sources_and_revision_for_the_page_to_name() {
    let style = tiles().style(Theme::Light, Lang::Zh, API);
    assert_eq!(style["metadata"]["yuren:revision"], 3);
    assert_eq!(style["metadata"]["yuren:sources"]["synthetic"]["synthetic"], true);
    for (name, source) in style["sources"].as_object().unwrap() {
        assert!(source["attribution"].as_str().unwrap().contains("OpenStreetMap"), "{name}");
    }
}

#[test]
fn names_of_layers_themes_and_languages_are_read_as_they_are_written() {
    assert!(TileLayer::ALL.iter().all(|layer| layer.as_str().parse() == Ok(*layer)));
    assert!(Theme::ALL.iter().all(|theme| theme.as_str().parse() == Ok(*theme)));
    assert!(Lang::ALL.iter().all(|lang| lang.as_str().parse() == Ok(*lang)));
    assert!("Places".parse::<TileLayer>().is_err());
}
