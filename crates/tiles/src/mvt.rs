//! Writing layers of vector tiles.

use fast_mvt::{MvtCoord, MvtFeatureBuilder, MvtGeomType, MvtLayerBuilder, MvtValueRef};

use crate::MAX_TILE_BYTES;
use crate::shape::Outlines;

/// A property: its name and value; a null is not written.
pub(crate) type Tag<'a> = (&'a str, MvtValueRef<'a>);

/// Characters of a name that go into a tile. A label has no room for more, and a tile's size must not hang on somebody's
/// spelling; the whole name is in the place itself.
const NAME_CHARS: usize = 60;

/// What can be wrong with a feature is its kind of geometry, an empty ring, and 2³² distinct values: none arises here.
const WELL_FORMED: &str = "features are written with the geometry they were begun with, and tiles are small";

/// A layer being written.
pub(crate) struct LayerWriter {
    layer: MvtLayerBuilder,
}

impl LayerWriter {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { layer: MvtLayerBuilder::new(name).expect("source-layers have names") }
    }

    /// Adds a point.
    pub(crate) fn point(self, [x, y]: [i32; 2], tags: &[Tag<'_>]) -> Self {
        let mut feature = self.layer.feature_of(MvtGeomType::Point);
        feature.points([MvtCoord { x, y }]).expect(WELL_FORMED);
        Self::end(feature, tags)
    }

    /// Adds one or several polygons as one feature; none, and nothing is added.
    pub(crate) fn polygons(self, outlines: &Outlines, tags: &[Tag<'_>]) -> Self {
        if outlines.is_empty() {
            return self;
        }
        let mut feature = self.layer.feature_of(MvtGeomType::Polygon);
        for rings in outlines {
            for (index, ring) in rings.iter().enumerate() {
                // The writer turns every ring the way its part asks for.
                feature.ring(ring.iter().map(|&[x, y]| MvtCoord { x, y }), index == 0).expect(WELL_FORMED);
            }
        }
        Self::end(feature, tags)
    }

    fn end(mut feature: MvtFeatureBuilder, tags: &[Tag<'_>]) -> Self {
        for &(key, value) in tags {
            feature.tag_ref(key, value).expect(WELL_FORMED);
        }
        Self { layer: feature.end() }
    }

    /// The layer's bytes, which may follow other layers' in a tile; none for a layer without features.
    pub(crate) fn encode(self) -> Vec<u8> {
        if self.layer.num_features() == 0 { Vec::new() } else { self.layer.encode() }
    }
}

/// A text property, cut to what a label can show.
pub(crate) fn label(text: &str) -> MvtValueRef<'_> {
    let end = text.char_indices().nth(NAME_CHARS).map_or(text.len(), |(end, _)| end);
    MvtValueRef::String(&text[..end])
}

/// A text property that may be missing, cut to what a label can show.
pub(crate) fn optional_label(text: Option<&str>) -> MvtValueRef<'_> {
    text.map_or(MvtValueRef::Null, label)
}

/// The first attempt whose tile fits into [`MAX_TILE_BYTES`], or the last one's, which the caller sees to that it fits.
pub(crate) fn first_that_fits<T>(attempts: impl IntoIterator<Item = T>, encode: impl Fn(T) -> Vec<u8>) -> Vec<u8> {
    let mut tile = Vec::new();
    for attempt in attempts {
        tile = encode(attempt);
        if tile.len() <= MAX_TILE_BYTES {
            break;
        }
    }
    tile
}
