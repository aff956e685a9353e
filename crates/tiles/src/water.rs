//! The `water` tiles: lakes and rivers, and where their names stand.

use std::collections::BTreeMap;

use yuren_catalog::Layers;

use crate::frame::Frame;
use crate::mvt::{LayerWriter, first_that_fits, optional_label};
use crate::shape::Shape;

/// A lake is named from the zoom at which its area is a square of this many units (40 px).
const NAMED_FROM: f64 = 320.0;

/// Names in a tile at most, before coarser attempts ask for fewer.
const MAX_LABELS: usize = 200;

/// Attempts at making a tile fit, each coarser than the one before. The last one leaves no polygon and one name.
const ATTEMPTS: std::ops::Range<u32> = 0..8;

/// A city's waters as its map shows them.
#[derive(Debug)]
pub(crate) struct Water {
    bodies: Vec<Body>,
    /// Largest water first.
    labels: Vec<Label>,
}

#[derive(Debug)]
struct Body {
    name: Option<String>,
    name_en: Option<String>,
    shape: Shape,
}

#[derive(Debug)]
struct Label {
    /// Index of the body.
    body: usize,
    world: [f64; 2],
    area: f64,
}

impl Water {
    pub(crate) fn new(layers: &Layers) -> Self {
        let bodies: Vec<_> = layers
            .water
            .iter()
            .map(|body| Body {
                name: body.name.clone(),
                name_en: body.name_en.clone(),
                shape: Shape::new(std::slice::from_ref(&body.rings)),
            })
            .collect();
        let labels = labels(&bodies);
        Self { bodies, labels }
    }

    pub(crate) fn encode(&self, frame: &Frame) -> Vec<u8> {
        first_that_fits(ATTEMPTS, |coarseness| {
            let water = self.bodies.iter().fold(LayerWriter::new("water"), |layer, body| {
                layer.polygons(&body.shape.outlines(frame, coarseness), &body.tags())
            });
            let shown = self
                .labels
                .iter()
                .filter(|label| label.area.sqrt() * frame.units_per_world() >= NAMED_FROM && frame.holds(label.world));
            let names = shown.take(MAX_LABELS >> coarseness).fold(LayerWriter::new("water_name"), |layer, label| {
                layer.point(frame.cell(label.world), &self.bodies[label.body].tags())
            });
            [water.encode(), names.encode()].concat()
        })
    }
}

impl Body {
    fn tags(&self) -> [crate::mvt::Tag<'_>; 2] {
        [("name", optional_label(self.name.as_deref())), ("name_en", optional_label(self.name_en.as_deref()))]
    }
}

/// One label a name, in the largest of the parts that bear it: sources cut lakes into pieces.
fn labels(bodies: &[Body]) -> Vec<Label> {
    let mut largest: BTreeMap<&str, Label> = BTreeMap::new();
    for (index, body) in bodies.iter().enumerate() {
        let (Some(name), Some(world)) = (&body.name, body.shape.label_point()) else { continue };
        let area = body.shape.area();
        if largest.get(name.as_str()).is_none_or(|known| known.area < area) {
            largest.insert(name, Label { body: index, world, area });
        }
    }
    let mut labels: Vec<_> = largest.into_values().collect();
    labels.sort_by(|a, b| b.area.total_cmp(&a.area));
    labels
}
