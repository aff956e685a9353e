//! Paper, land, water and borders.

use serde_json::{Value, json};
use yuren_catalog::RegionLevel;
use yuren_index::Snapshot;

use super::palette::Palette;
use super::{by_zoom, while_state};

pub(super) fn layers(snapshot: &Snapshot, colours: &Palette) -> Vec<Value> {
    let joined = json!({"line-join": "round", "line-cap": "round"});
    vec![
        json!({"id": "background", "type": "background", "paint": {"background-color": colours.paper}}),
        json!({
            "id": "district-fill", "type": "fill", "source": "boundaries", "source-layer": "district",
            "paint": {"fill-color": land(snapshot, colours)},
        }),
        json!({
            "id": "water-fill", "type": "fill", "source": "water", "source-layer": "water",
            "paint": {"fill-color": colours.water},
        }),
        json!({
            "id": "district-casing", "type": "line", "source": "boundaries", "source-layer": "district",
            "layout": joined,
            "paint": {
                "line-color": colours.border,
                "line-width": by_zoom(&[(6.0, 2.0), (10.0, 5.0), (14.0, 9.0)]),
                "line-opacity": 0.18,
            },
        }),
        json!({
            "id": "district-border", "type": "line", "source": "boundaries", "source-layer": "district",
            "layout": joined,
            "paint": {"line-color": colours.border, "line-width": by_zoom(&[(6.0, 0.6), (10.0, 1.0), (14.0, 1.6)])},
        }),
        json!({
            "id": "district-highlight", "type": "line", "source": "boundaries", "source-layer": "district",
            "layout": joined,
            "paint": {
                "line-color": colours.accent,
                "line-width": by_zoom(&[(6.0, 1.5), (12.0, 3.0)]),
                "line-opacity": while_state("selected"),
            },
        }),
    ]
}

/// The districts' tints, in turn by code.
fn land(snapshot: &Snapshot, colours: &Palette) -> Value {
    let districts = snapshot.regions().iter().filter(|region| region.code.level() == RegionLevel::District);
    let mut tints = districts
        .zip(colours.land.iter().cycle())
        .flat_map(|(district, tint)| [json!(district.code), json!(tint)])
        .peekable();
    if tints.peek().is_none() {
        return json!(colours.land[0]);
    }
    let mut expression = vec![json!("match"), json!(["get", "code"])];
    expression.extend(tints);
    expression.push(json!(colours.land[0]));
    Value::Array(expression)
}
