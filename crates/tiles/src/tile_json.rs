//! `TileJSON` 3.0.0 documents.

use serde_json::{Map, Value, json};
use yuren_index::Snapshot;

use crate::credit::attribution;
use crate::schema::source_layers;
use crate::view::View;
use crate::{MAX_ZOOM, TileLayer};

pub(crate) fn tile_json(snapshot: &Snapshot, view: &View, layer: TileLayer, api_base: &str, query: &str) -> Value {
    let city = snapshot.city();
    let vector_layers: Vec<_> = source_layers(layer)
        .iter()
        .map(|source_layer| {
            let fields: Map<_, _> =
                source_layer.fields.iter().map(|&(name, meaning)| (name.to_owned(), meaning.into())).collect();
            json!({
                "id": source_layer.id,
                "description": source_layer.description,
                "minzoom": source_layer.min_zoom,
                "maxzoom": MAX_ZOOM,
                "fields": fields,
            })
        })
        .collect();
    json!({
        "tilejson": "3.0.0",
        "name": format!("{} {layer}", city.name_en),
        "description": format!("{layer} of {} as of {}", city.name, city.data_date),
        "attribution": attribution(snapshot),
        "scheme": "xyz",
        "tiles": [tiles_url(layer, api_base, query)],
        "minzoom": 0,
        "maxzoom": MAX_ZOOM,
        "bounds": view.bounds,
        "center": [view.center[0], view.center[1], f64::from(view.zoom)],
        "vector_layers": vector_layers,
    })
}

/// The address of a layer's tiles, with `{z}`, `{x}` and `{y}` to be filled in.
pub(crate) fn tiles_url(layer: TileLayer, api_base: &str, query: &str) -> String {
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{api_base}/tiles/{layer}/{{z}}/{{x}}/{{y}}.mvt{mark}{query}")
}
