//! What the tiles hold: the one table that `TileJSON` publishes and that the tests hold the tiles to.

use crate::TileLayer;

/// A source-layer of a tile.
#[derive(Debug)]
pub(crate) struct SourceLayer {
    pub(crate) id: &'static str,
    pub(crate) description: &'static str,
    pub(crate) min_zoom: u8,
    /// Name and description of every property.
    pub(crate) fields: &'static [(&'static str, &'static str)],
}

const PLACES: &[SourceLayer] = &[SourceLayer {
    id: "places",
    description: "A point is a place, or, where `cluster` is true, several places near it.",
    min_zoom: 0,
    fields: &[
        ("id", "Place: its id"),
        ("name", "Place: its name in Chinese, at most 60 characters"),
        ("name_en", "Place: its name in English where it has one, at most 60 characters"),
        ("kind", "Place: kind of its first matching role"),
        ("kinds", "Place: kinds of all its roles, comma-separated"),
        ("fee", "Place: free, paid or unknown, of its first matching role"),
        ("synthetic", "Place: true if its position or that role is an example"),
        ("precision", "Place: surveyed, osm, approximate or synthetic"),
        ("cluster", "Cluster: true"),
        ("count", "Cluster: number of places"),
        ("n_venue", "Cluster: places with a matching role of kind venue"),
        ("n_parent_school", "Cluster: places with a matching role of kind parent_school"),
        ("n_waiting_station", "Cluster: places with a matching role of kind waiting_station"),
        ("n_school", "Cluster: places with a matching role of kind school"),
        ("n_lead_parent_school", "Cluster: places with a matching role of kind lead_parent_school"),
        ("n_heritage", "Cluster: places with a matching role of kind heritage"),
        ("n_demo_community", "Cluster: places with a matching role of kind demo_community"),
        ("n_demo_station", "Cluster: places with a matching role of kind demo_station"),
        ("n_counselling", "Cluster: places with a matching role of kind counselling"),
        ("n_practice_centre", "Cluster: places with a matching role of kind practice_centre"),
    ],
}];

const BOUNDARIES: &[SourceLayer] = &[
    SourceLayer {
        id: "district",
        description: "Polygons of districts and counties",
        min_zoom: 0,
        fields: &[("code", "Six digits"), ("name", "Name in Chinese"), ("name_en", "Name in English, where known")],
    },
    SourceLayer {
        id: "region",
        description: "Where the names of regions stand: towns from zoom 9, villages from zoom 13",
        min_zoom: 0,
        fields: &[
            ("code", "6, 9 or 12 digits"),
            ("name", "Name in Chinese"),
            ("name_en", "Name in English, where known"),
            ("level", "city, district, town or village"),
            ("district", "Towns and villages: code of their district"),
        ],
    },
];

const WATER_FIELDS: &[(&str, &str)] =
    &[("name", "Name in Chinese, where known"), ("name_en", "Name in English, where known")];

const WATER: &[SourceLayer] = &[
    SourceLayer { id: "water", description: "Polygons of lakes and rivers", min_zoom: 0, fields: WATER_FIELDS },
    SourceLayer {
        id: "water_name",
        description: "Where the names of waters stand, from the zoom at which they have room",
        min_zoom: 0,
        fields: WATER_FIELDS,
    },
];

/// The source-layers of a layer's tiles.
pub(crate) fn source_layers(layer: TileLayer) -> &'static [SourceLayer] {
    match layer {
        TileLayer::Places => PLACES,
        TileLayer::Boundaries => BOUNDARIES,
        TileLayer::Water => WATER,
    }
}
