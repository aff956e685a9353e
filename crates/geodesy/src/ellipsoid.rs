//! An ellipsoid of revolution and its two radii of curvature.

/// An ellipsoid by its size and shape.
pub(crate) struct Ellipsoid {
    /// Semi-major axis in metres.
    pub(crate) semi_major_m: f64,
    /// First eccentricity squared.
    pub(crate) eccentricity_2: f64,
}

/// The radii of curvature at one latitude, in metres.
pub(crate) struct Curvature {
    /// Along the prime vertical: east and west.
    pub(crate) prime_vertical_m: f64,
    /// Along the meridian: north and south.
    pub(crate) meridian_m: f64,
}

/// WGS-84 (NIMA TR8350.2): a = 6 378 137 m, 1/f = 298.257 223 563.
pub(crate) const WGS84: Ellipsoid =
    Ellipsoid { semi_major_m: 6_378_137.0, eccentricity_2: (2.0 - 1.0 / 298.257_223_563) / 298.257_223_563 };

/// Krasovsky 1940, by the figures that GCJ-02's open implementations share.
pub(crate) const KRASOVSKY: Ellipsoid =
    Ellipsoid { semi_major_m: 6_378_245.0, eccentricity_2: 0.006_693_421_622_965_943 };

impl Ellipsoid {
    /// The radii at the latitude with this sine.
    pub(crate) fn curvature(&self, sin_lat: f64) -> Curvature {
        let w2 = 1.0 - self.eccentricity_2 * sin_lat * sin_lat;
        let prime_vertical_m = self.semi_major_m / w2.sqrt();
        Curvature { prime_vertical_m, meridian_m: prime_vertical_m * (1.0 - self.eccentricity_2) / w2 }
    }
}
