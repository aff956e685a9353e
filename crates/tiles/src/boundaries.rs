//! The `boundaries` tiles: district polygons, and where the names of regions stand.

use fast_mvt::MvtValueRef;
use yuren_catalog::{Region, RegionLevel, RegionTree};
use yuren_geodesy::world_xy;

use crate::frame::Frame;
use crate::mvt::{LayerWriter, first_that_fits, label, optional_label};
use crate::shape::Shape;

/// Names in a tile at most, before coarser attempts ask for fewer: villages go first, the city last.
const MAX_LABELS: usize = 400;

/// Attempts at making a tile fit, each coarser than the one before. The last one leaves no polygon and three names.
const ATTEMPTS: std::ops::Range<u32> = 0..8;

/// A city's regions as its map shows them.
#[derive(Debug)]
pub(crate) struct Boundaries {
    districts: Vec<District>,
    /// City first, then districts, towns and villages.
    labels: Vec<Label>,
}

#[derive(Debug)]
struct District {
    code: String,
    name: String,
    name_en: Option<String>,
    shape: Shape,
}

#[derive(Debug)]
struct Label {
    world: [f64; 2],
    code: String,
    name: String,
    name_en: Option<String>,
    level: RegionLevel,
}

impl Boundaries {
    pub(crate) fn new(regions: &RegionTree) -> Self {
        let districts: Vec<_> = regions
            .iter()
            .filter(|region| region.code.level() == RegionLevel::District && !region.polygons.is_empty())
            .map(|region| District {
                code: region.code.to_string(),
                name: region.name.clone(),
                name_en: region.name_en.clone(),
                shape: Shape::new(&region.polygons),
            })
            .collect();
        let mut labels: Vec<_> = regions.iter().filter_map(Label::new).collect();
        labels.sort_by_key(|label| label.level);
        Self { districts, labels }
    }

    pub(crate) fn encode(&self, frame: &Frame) -> Vec<u8> {
        first_that_fits(ATTEMPTS, |coarseness| {
            let districts = self.districts.iter().fold(LayerWriter::new("district"), |layer, district| {
                let tags = [
                    ("code", label(&district.code)),
                    ("name", label(&district.name)),
                    ("name_en", optional_label(district.name_en.as_deref())),
                ];
                layer.polygons(&district.shape.outlines(frame, coarseness), &tags)
            });
            let shown =
                self.labels.iter().filter(|label| frame.zoom() >= min_zoom(label.level) && frame.holds(label.world));
            let names = shown.take(MAX_LABELS >> coarseness).fold(LayerWriter::new("region"), |layer, region| {
                let district = match region.level {
                    RegionLevel::Town | RegionLevel::Village => label(&region.code[..6]),
                    RegionLevel::City | RegionLevel::District => MvtValueRef::Null,
                };
                let tags = [
                    ("code", label(&region.code)),
                    ("name", label(&region.name)),
                    ("name_en", optional_label(region.name_en.as_deref())),
                    ("level", MvtValueRef::String(level_name(region.level))),
                    ("district", district),
                ];
                layer.point(frame.cell(region.world), &tags)
            });
            [districts.encode(), names.encode()].concat()
        })
    }
}

impl Label {
    /// Where the region's own position is, or else inside its largest polygon; `None` if nothing says where it is.
    fn new(region: &Region) -> Option<Self> {
        let world = match &region.position {
            Some(position) => world_xy(position.point),
            None => Shape::new(&region.polygons).label_point()?,
        };
        let level = region.code.level();
        let (code, name, name_en) = (region.code.to_string(), region.name.clone(), region.name_en.clone());
        Some(Self { world, code, name, name_en, level })
    }
}

/// The first zoom whose tiles name regions of this level.
fn min_zoom(level: RegionLevel) -> u8 {
    match level {
        RegionLevel::City | RegionLevel::District => 0,
        RegionLevel::Town => 9,
        RegionLevel::Village => 13,
    }
}

fn level_name(level: RegionLevel) -> &'static str {
    match level {
        RegionLevel::City => "city",
        RegionLevel::District => "district",
        RegionLevel::Town => "town",
        RegionLevel::Village => "village",
    }
}
