//! The `MapLibre` style: a map on paper, with the data the only thing that shouts.
//!
//! Layer ids are part of the interface (the page hangs clicks, filters and feature-state on them); the README lists them.

mod ground;
mod markers;
mod names;
mod palette;

use serde_json::{Map, Value, json};
use yuren_index::Snapshot;

use crate::credit::attribution;
use crate::tile_json::tiles_url;
use crate::view::View;
use crate::{Lang, MAX_ZOOM, Theme, TileLayer};

use palette::Palette;

pub(crate) fn style(snapshot: &Snapshot, view: &View, theme: Theme, lang: Lang, api_base: &str) -> Value {
    let city = snapshot.city();
    let palette = Palette::of(theme);
    let layers: Vec<Value> =
        [ground::layers(snapshot, palette), names::layers(palette, lang), markers::layers(palette, lang)].concat();
    json!({
        "version": 8,
        "name": match lang { Lang::Zh => &city.name, Lang::En => &city.name_en },
        "center": view.center,
        "zoom": view.zoom,
        "metadata": metadata(snapshot),
        "sources": sources(snapshot, view, api_base),
        "layers": layers,
    })
}

/// What a page may want to say about the data without another request.
fn metadata(snapshot: &Snapshot) -> Value {
    let city = snapshot.city();
    let sources: Map<_, _> = snapshot
        .sources()
        .iter()
        .map(|(key, source)| {
            let said = json!({
                "title": source.title,
                "title_en": source.title_en,
                "licence": source.licence,
                "attribution": source.attribution,
                "url": source.url,
                "synthetic": source.synthetic,
            });
            (key.as_str().to_owned(), said)
        })
        .collect();
    json!({
        "yuren:adcode": city.adcode,
        "yuren:data_date": city.data_date,
        "yuren:map_approval": city.map_approval,
        "yuren:revision": snapshot.revision(),
        "yuren:sample": city.sample,
        "yuren:sources": sources,
    })
}

/// A vector source a layer, under the layer's name. Places and districts answer to feature-state by id and code.
fn sources(snapshot: &Snapshot, view: &View, api_base: &str) -> Value {
    let source = |layer: TileLayer| {
        let promoted = match layer {
            TileLayer::Places => json!({"places": "id"}),
            TileLayer::Boundaries => json!({"district": "code", "region": "code"}),
            TileLayer::Water => json!({}),
        };
        let source = json!({
            "type": "vector",
            "tiles": [tiles_url(layer, api_base, "")],
            "minzoom": 0,
            "maxzoom": MAX_ZOOM,
            "bounds": view.bounds,
            "attribution": attribution(snapshot),
            "promoteId": promoted,
        });
        (layer.as_str().to_owned(), source)
    };
    Value::Object(TileLayer::ALL.iter().copied().map(source).collect())
}

/// Values along the zoom, with straight lines between: `[zoom, value]` pairs, zooms rising.
fn by_zoom(stops: &[(f64, f64)]) -> Value {
    let mut expression = vec![json!("interpolate"), json!(["linear"]), json!(["zoom"])];
    expression.extend(stops.iter().flat_map(|&(zoom, value)| [json!(zoom), json!(value)]));
    Value::Array(expression)
}

/// 1 while the feature's state has the flag set, else 0.
fn while_state(flag: &str) -> Value {
    json!(["case", ["boolean", ["feature-state", flag], false], 1, 0])
}
