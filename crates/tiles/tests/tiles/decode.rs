//! A reader of tiles that shares nothing with their writer.

use std::collections::BTreeMap;

use geo_types::Geometry;
use geozero::ToGeo;
use geozero::mvt::{Message, Tile, tile};

/// A feature as an independent decoder reads it.
#[derive(Debug)]
pub(crate) struct Feature {
    pub(crate) source_layer: String,
    pub(crate) properties: BTreeMap<String, Property>,
    pub(crate) geometry: Geometry<f64>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Property {
    Text(String),
    Count(u64),
    Flag(bool),
}

impl Feature {
    pub(crate) fn text(&self, key: &str) -> &str {
        let Property::Text(text) = &self.properties[key] else { panic!("{key} of {self:?} is no text") };
        text
    }

    pub(crate) fn count(&self, key: &str) -> u64 {
        let Property::Count(count) = self.properties[key] else { panic!("{key} of {self:?} is no count") };
        count
    }

    pub(crate) fn is_cluster(&self) -> bool {
        self.properties.get("cluster") == Some(&Property::Flag(true))
    }

    /// Tile units of a point.
    pub(crate) fn point(&self) -> [f64; 2] {
        let Geometry::Point(point) = self.geometry else { panic!("{self:?} is no point") };
        [point.x(), point.y()]
    }
}

/// The tile as its protobuf message says it.
pub(crate) fn message(bytes: &[u8]) -> Tile {
    Tile::decode(bytes).expect("an MVT")
}

/// All features of a tile; checks what MVT 2.1 asks of every layer on the way.
pub(crate) fn features(bytes: &[u8]) -> Vec<Feature> {
    let mut features = Vec::new();
    for layer in message(bytes).layers {
        assert_eq!((layer.version, layer.extent), (2, Some(4096)));
        assert!(!layer.features.is_empty(), "{} is an empty layer", layer.name);
        for feature in &layer.features {
            let properties = feature.tags.chunks_exact(2).map(|tag| {
                let value = &layer.values[tag[1] as usize];
                (layer.keys[tag[0] as usize].clone(), property(value))
            });
            features.push(Feature {
                source_layer: layer.name.clone(),
                properties: properties.collect(),
                geometry: feature.to_geo().expect("a geometry"),
            });
        }
    }
    features
}

fn property(value: &tile::Value) -> Property {
    match (&value.string_value, value.uint_value, value.bool_value) {
        (Some(text), None, None) => Property::Text(text.clone()),
        (None, Some(count), None) => Property::Count(count),
        (None, None, Some(flag)) => Property::Flag(flag),
        _ => panic!("{value:?} is of a type that no field has"),
    }
}
