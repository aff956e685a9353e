//! Places and clusters of places.

use serde_json::{Value, json};
use yuren_catalog::RoleKind;

use super::names::{FONTS, name};
use super::palette::Palette;
use super::{by_zoom, while_state};
use crate::Lang;

/// Kinds of role from the many to the few. Where markers overlap, the rarer one lies on top; where names do not all have
/// room, the rarer one's is shown.
const RANK: [RoleKind; 10] = [
    RoleKind::ParentSchool,
    RoleKind::School,
    RoleKind::DemoCommunity,
    RoleKind::DemoStation,
    RoleKind::LeadParentSchool,
    RoleKind::WaitingStation,
    RoleKind::Heritage,
    RoleKind::Venue,
    RoleKind::Counselling,
    RoleKind::PracticeCentre,
];

pub(super) fn layers(colours: &Palette, lang: Lang) -> Vec<Value> {
    let rank = rank();
    let is_cluster = json!(["has", "cluster"]);
    let is_place = json!(["!", ["has", "cluster"]]);
    vec![
        json!({
            // Below the markers, because the topmost layer takes its room first: no name covers a marker.
            "id": "place-name", "type": "symbol", "source": "places", "source-layer": "places",
            "minzoom": 14,
            "filter": is_place,
            "layout": {
                "text-field": name(lang),
                "text-font": FONTS,
                "text-size": by_zoom(&[(14.0, 12.0), (17.0, 14.0)]),
                "text-max-width": 9,
                "text-variable-anchor": ["left", "right", "top", "bottom"],
                "text-radial-offset": 1.35,
                "text-justify": "auto",
                "text-padding": 3,
                "symbol-sort-key": ["-", 0, rank],
            },
            "paint": {"text-color": colours.ink, "text-halo-color": colours.paper, "text-halo-width": 1.5},
        }),
        json!({
            "id": "cluster-disc", "type": "circle", "source": "places", "source-layer": "places",
            "filter": is_cluster,
            "layout": {"circle-sort-key": ["get", "count"]},
            "paint": {
                // 2 places 13 px, 100 places 16 px, 10,000 and more 19 px: within the room that the tiles leave them.
                "circle-radius": ["interpolate", ["linear"], ["log10", ["get", "count"]], 0.3, 13, 2, 16, 4, 19],
                "circle-color": colours.disc,
                "circle-stroke-color": colours.quiet,
                "circle-stroke-width": 1,
            },
        }),
        json!({
            "id": "cluster-count", "type": "symbol", "source": "places", "source-layer": "places",
            "filter": is_cluster,
            "layout": {
                "text-field": count(lang),
                "text-font": FONTS,
                "text-size": 12,
                "text-allow-overlap": true,
                // Keeps other names off the disc.
                "text-padding": 5,
            },
            "paint": {"text-color": colours.ink},
        }),
        json!({
            "id": "place-halo", "type": "circle", "source": "places", "source-layer": "places",
            "filter": is_place,
            "paint": {
                "circle-radius": 18,
                "circle-color": colours.accent,
                "circle-opacity": ["*", 0.2, while_either_state()],
                "circle-stroke-color": colours.accent,
                "circle-stroke-width": 2.5,
                "circle-stroke-opacity": while_state("selected"),
            },
        }),
        json!({
            "id": "place-marker", "type": "symbol", "source": "places", "source-layer": "places",
            "filter": is_place,
            "layout": {
                "icon-image": ["concat", "role-", ["get", "kind"]],
                "icon-size": by_zoom(&[(8.0, 0.75), (12.0, 1.0)]),
                // A marker that made way for another would be a place missing from the map.
                "icon-allow-overlap": true,
                "icon-padding": 0,
                "symbol-sort-key": rank,
            },
            // An example at a made-up spot is a little fainter than a place that is there.
            "paint": {"icon-opacity": ["case", ["==", ["get", "precision"], "synthetic"], 0.85, 1]},
        }),
    ]
}

/// The kind's place in [`RANK`].
fn rank() -> Value {
    let mut expression = vec![json!("match"), json!(["get", "kind"])];
    expression.extend(RANK.iter().enumerate().flat_map(|(index, kind)| [json!(kind.as_str()), json!(index + 1)]));
    expression.push(json!(0));
    Value::Array(expression)
}

/// 1 while the place is selected or pointed at, else 0.
fn while_either_state() -> Value {
    json!(["max", while_state("selected"), while_state("hover")])
}

/// A cluster's count, in four characters or fewer.
fn count(lang: Lang) -> Value {
    let (from, unit, digits) = match lang {
        Lang::Zh => (10_000, "万", json!(["<", ["get", "count"], 100_000])),
        Lang::En => (1_000, "k", json!(["<", ["get", "count"], 10_000])),
    };
    let parts = json!(["/", ["get", "count"], from]);
    let shortened = |digits: u8| json!(["number-format", parts, {"max-fraction-digits": digits, "locale": "en"}]);
    json!([
        "case",
        ["<", ["get", "count"], from],
        ["to-string", ["get", "count"]],
        ["concat", ["case", digits, shortened(1), shortened(0)], unit],
    ])
}

#[cfg(test)]
mod tests {
    use yuren_catalog::RoleKind;

    use super::RANK;

    #[test]
    fn every_kind_of_role_has_its_rank() {
        assert!(RoleKind::ALL.iter().all(|kind| RANK.contains(kind)));
    }
}
