//! What a map of the city shows first, and how far it reaches.

use yuren_index::Snapshot;

/// Extent and first view, in WGS-84 degrees.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// `[west, south, east, north]` around everything that is drawn.
    pub(crate) bounds: [f64; 4],
    /// `[lon, lat]` of the city's middle.
    pub(crate) center: [f64; 2],
    /// The zoom at which the city's box is about as wide as a small screen.
    pub(crate) zoom: u8,
}

impl View {
    pub(crate) fn new(snapshot: &Snapshot) -> Self {
        let city = snapshot.city().bbox;
        let [west, south, east, north] = city;
        let width = (east - west).max(north - south).max(1e-3);
        let places = snapshot.places().iter().map(|place| place.position.point);
        let labels = snapshot.regions().iter().filter_map(|region| region.position.as_ref()).map(|p| p.point);
        let polygons = snapshot.regions().iter().flat_map(|region| region.polygons.iter().flatten().flatten());
        let water = snapshot.layers().water.iter().flat_map(|body| body.rings.iter().flatten());
        let positions = places.chain(labels).map(|point| [point.lon(), point.lat()]);
        let bounds = positions
            .chain(polygons.chain(water).copied())
            .fold(city, |[w, s, e, n], [lon, lat]| [w.min(lon), s.min(lat), e.max(lon), n.max(lat)]);
        Self {
            bounds,
            center: [f64::midpoint(west, east), f64::midpoint(south, north)],
            // A zoom's tile is 360°/2^z wide, drawn on 512 px.
            zoom: (360.0 / width).log2().floor().clamp(0.0, 14.0) as u8,
        }
    }
}
