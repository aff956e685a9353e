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

impl LonLat<Wgs84> {
    /// The same spot in BD-09; outside mainland China the same numbers.
    pub fn to_bd09(self) -> LonLat<Bd09> {
        if mainland::contains(self.lon(), self.lat()) { shifted(self.to_gcj02()) } else { self.with_same_numbers() }
    }
}

impl LonLat<Gcj02> {
    /// The same spot in BD-09; outside mainland China the same numbers.
    pub fn to_bd09(self) -> LonLat<Bd09> {
        if self.spot_inside().is_some() { shifted(self) } else { self.with_same_numbers() }
    }
}

impl LonLat<Bd09> {
    /// The same spot in GCJ-02: the inverse of [`LonLat::<Gcj02>::to_bd09`] to under a micrometre in mainland China.
    ///
    /// Numbers that a spot inside bears are read as that spot; all others are kept. Near the outline this means what
    /// [`LonLat::<Gcj02>::to_wgs84`] says, within at most some 1.7 km.
    pub fn to_gcj02(self) -> LonLat<Gcj02> {
        self.spot_inside().map_or_else(|| self.with_same_numbers(), |(gcj02, _)| gcj02)
    }

    /// The same spot in WGS-84, read as by [`LonLat::<Bd09>::to_gcj02`].
    pub fn to_wgs84(self) -> LonLat<Wgs84> {
        self.spot_inside().map_or_else(|| self.with_same_numbers(), |(_, wgs84)| wgs84)
    }

    /// The spot of mainland China that bears these numbers, if there is one.
    fn spot_inside(self) -> Option<(LonLat<Gcj02>, LonLat<Wgs84>)> {
        let [mut lon, mut lat] = [self.lon() - SHIFT[0], self.lat() - SHIFT[1]];
        // The ripples change by under 3 % of a move, so twelve rounds are beyond f64. The one-step inverse that is often
        // seen is off by up to 0.23 m.
        for _ in 0..12 {
            let [there_lon, there_lat] = forward(lon, lat);
            [lon, lat] = [lon + self.lon() - there_lon, lat + self.lat() - there_lat];
        }
        let gcj02 = LonLat::<Gcj02>::new(lon, lat).ok()?;
        Some((gcj02, gcj02.spot_inside()?))
    }
}

/// A spot of mainland China in BD-09.
fn shifted(gcj02: LonLat<Gcj02>) -> LonLat<Bd09> {
    let [lon, lat] = forward(gcj02.lon(), gcj02.lat());
    LonLat::new(lon, lat).expect("the mainland is far from 180° and the poles")
}

/// BD-09 degrees of GCJ-02 degrees in mainland China.
fn forward(lon: f64, lat: f64) -> [f64; 2] {
    let radius = lon.hypot(lat) + 0.000_02 * (lat * RATE).sin();
    let angle = lat.atan2(lon) + 0.000_003 * (lon * RATE).cos();
    [radius * angle.cos() + SHIFT[0], radius * angle.sin() + SHIFT[1]]
}
