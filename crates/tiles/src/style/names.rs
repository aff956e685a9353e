//! Names of waters and regions.

use serde_json::{Value, json};

use super::by_zoom;
use super::palette::Palette;
use crate::Lang;

/// What text is drawn with, first choice first.
pub(super) const FONTS: [&str; 4] = ["Noto Sans SC", "PingFang SC", "Microsoft YaHei", "sans-serif"];

/// What a feature is called in this language.
pub(super) fn name(lang: Lang) -> Value {
    match lang {
        Lang::Zh => json!(["get", "name"]),
        Lang::En => json!(["coalesce", ["get", "name_en"], ["get", "name"]]),
    }
}

pub(super) fn layers(colours: &Palette, lang: Lang) -> Vec<Value> {
    let region = |level: &'static str| Region { level, colours, lang };
    vec![
        json!({
            "id": "water-name", "type": "symbol", "source": "water", "source-layer": "water_name",
            "layout": {
                "text-field": name(lang),
                "text-font": FONTS,
                "text-size": by_zoom(&[(7.0, 11.0), (12.0, 15.0)]),
                "text-letter-spacing": 0.2,
                "text-max-width": 8,
            },
            "paint": {"text-color": colours.water_ink, "text-halo-color": colours.water, "text-halo-width": 1},
        }),
        region("village").layer(13.0, 24.0, &[(13.0, 11.0), (16.0, 13.0)], 0.0, false),
        region("town").layer(9.0, 15.0, &[(9.0, 11.0), (13.0, 14.0)], 0.04, false),
        region("district").layer(7.0, 13.0, &[(7.0, 12.0), (10.0, 16.0), (12.0, 19.0)], 0.16, true),
        region("city").layer(0.0, 7.0, &[(4.0, 12.0), (7.0, 17.0)], 0.2, true),
    ]
}

struct Region<'a> {
    level: &'static str,
    colours: &'a Palette,
    lang: Lang,
}

impl Region<'_> {
    /// The layer `<level>-name`. Where names meet, the later layers of a style win, so coarser levels come later.
    fn layer(&self, min_zoom: f64, max_zoom: f64, sizes: &[(f64, f64)], spacing: f64, leads: bool) -> Value {
        json!({
            "id": format!("{}-name", self.level), "type": "symbol", "source": "boundaries", "source-layer": "region",
            "minzoom": min_zoom,
            "maxzoom": max_zoom,
            "filter": ["==", ["get", "level"], self.level],
            "layout": {
                "text-field": name(self.lang),
                "text-font": FONTS,
                "text-size": by_zoom(sizes),
                "text-letter-spacing": spacing,
                "text-max-width": 9,
                "text-padding": 4,
                "text-variable-anchor-offset": spots(self.level),
                "text-justify": "auto",
            },
            "paint": {
                "text-color": if leads { self.colours.ink } else { self.colours.quiet },
                "text-halo-color": self.colours.paper,
                "text-halo-width": 1.5,
            },
        })
    }
}

/// Where a region's name may stand, first choice first, in ems from its point.
fn spots(level: &str) -> Value {
    let on_it = ["center".into(), json!([0, 0])];
    // Beside the disc or marker that stands there.
    let beside = ["top", "bottom", "left", "right"].into_iter().zip([[0.0, 1.4], [0.0, -1.4], [1.4, 0.0], [-1.4, 0.0]]);
    // Above or below it, a name of three characters about in the middle.
    let further = ["top-left", "bottom-right"].into_iter().zip([[-1.8, 2.6], [1.8, -2.6]]);
    let tried: Vec<_> = match level {
        // What stands on a village's point is mostly the village's own place, and bears the same name.
        "village" => Vec::new(),
        "town" => beside.collect(),
        _ => beside.chain(further).collect(),
    };
    let tried = tried.into_iter().flat_map(|(anchor, offset)| [json!(anchor), json!(offset)]);
    on_it.into_iter().chain(tried).collect()
}
