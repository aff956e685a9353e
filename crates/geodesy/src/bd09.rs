//! BD-09 (百度坐标): Baidu's turn and stretch on top of GCJ-02.
//!
//! As for GCJ-02 the formula is not official but common to every open implementation. Outside mainland China BD-09 equals
//! WGS-84, as GCJ-02 does.

use std::f64::consts::PI;

use crate::{Bd09, Gcj02, LonLat, Wgs84, mainland};

/// The shift in degrees [east, north] after the turn.
const SHIFT: [f64; 2] = [0.0065, 0.006];
/// Angular rate of the two ripples.
const RATE: f64 = PI * 3000.0 / 180.0;

impl LonLat<Gcj02> {
    /// The same spot in BD-09; outside mainland China the same numbers.
    pub fn to_bd09(self) -> LonLat<Bd09> {
        let spot = self.to_wgs84();
        let [lon, lat] = if mainland::contains(spot.lon(), spot.lat()) {
            forward(self.lon(), self.lat())
        } else {
            [self.lon(), self.lat()]
        };
        LonLat::new(lon, lat).expect("the mainland keeps an offset's breadth from 180° and the poles")
    }
}

impl LonLat<Bd09> {
    /// The same spot in GCJ-02: the inverse of [`LonLat::to_bd09`] to under a micrometre for every spot of mainland China.
    /// Along the boundary it decides as [`LonLat::<Gcj02>::to_wgs84`] does.
    pub fn to_gcj02(self) -> LonLat<Gcj02> {
        let [mut lon, mut lat] = [self.lon() - SHIFT[0], self.lat() - SHIFT[1]];
        // The ripples' slope is under 0.13, so a round gains almost a digit: twenty are beyond f64. The one-step inverse
        // that is often seen is off by up to a metre or two.
        for _ in 0..20 {
            let [there_lon, there_lat] = forward(lon, lat);
            [lon, lat] = [lon + self.lon() - there_lon, lat + self.lat() - there_lat];
        }
        let inside = LonLat::<Gcj02>::new(lon, lat).ok().filter(|gcj02| {
            let spot = gcj02.to_wgs84();
            mainland::contains(spot.lon(), spot.lat())
        });
        inside.unwrap_or_else(|| LonLat::new(self.lon(), self.lat()).expect("these numbers are a coordinate already"))
    }

    /// The same spot in WGS-84.
    pub fn to_wgs84(self) -> LonLat<Wgs84> {
        self.to_gcj02().to_wgs84()
    }
}

impl LonLat<Wgs84> {
    /// The same spot in BD-09; outside mainland China the same numbers.
    pub fn to_bd09(self) -> LonLat<Bd09> {
        self.to_gcj02().to_bd09()
    }
}

/// BD-09 degrees of GCJ-02 degrees in mainland China.
fn forward(lon: f64, lat: f64) -> [f64; 2] {
    let radius = lon.hypot(lat) + 0.000_02 * (lat * RATE).sin();
    let angle = lat.atan2(lon) + 0.000_003 * (lon * RATE).cos();
    [radius * angle.cos() + SHIFT[0], radius * angle.sin() + SHIFT[1]]
}
