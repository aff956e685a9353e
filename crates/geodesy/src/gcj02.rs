//! GCJ-02 (国测局坐标): the offset that maps published in mainland China bear.
//!
//! The official algorithm is not published. The series below is folklore: reverse-engineered, in circulation since about
//! 2010 (as "evil transform", "wgtochina"), and shared by every open implementation. It works on the Krasovsky 1940
//! ellipsoid, and meets the answers that 高德 and 百度 gave to 0.12 m and 0.7 m (see this crate's tests). Outside mainland
//! China (see [`crate::mainland`]) GCJ-02 equals WGS-84.

use std::f64::consts::PI;

use crate::ellipsoid::{Curvature, KRASOVSKY};
use crate::{Gcj02, LonLat, Wgs84, mainland};

/// The series' origin in degrees.
const ORIGIN: [f64; 2] = [105.0, 35.0];

impl LonLat<Wgs84> {
    /// The same spot in GCJ-02; outside mainland China the same numbers.
    pub fn to_gcj02(self) -> LonLat<Gcj02> {
        if !mainland::contains(self.lon(), self.lat()) {
            return self.with_same_numbers();
        }
        let [east, north] = offset(self.lon(), self.lat());
        LonLat::new(self.lon() + east, self.lat() + north).expect("the mainland is far from 180° and the poles")
    }
}

impl LonLat<Gcj02> {
    /// The same spot in WGS-84: the inverse of [`LonLat::to_gcj02`] to under a micrometre for every spot of mainland China.
    ///
    /// Numbers that a spot inside bears are read as that spot; all others are kept, as outside, where the datums are
    /// equal. So within an offset's length of the outline (at most some 700 m) not every number comes back: where the offset leads
    /// out of the mainland, a spot just outside shares its numbers with one inside, and that one is meant; where it leads
    /// in, numbers just inside belong to no spot at all, and are kept.
    pub fn to_wgs84(self) -> LonLat<Wgs84> {
        self.spot_inside().unwrap_or_else(|| self.with_same_numbers())
    }

    /// The spot of mainland China that bears these numbers, if there is one.
    pub(crate) fn spot_inside(self) -> Option<LonLat<Wgs84>> {
        let [mut lon, mut lat] = [self.lon(), self.lat()];
        // The offset changes by under 1 % of a move, so each round gains two digits: ten are beyond f64.
        for _ in 0..10 {
            let [east, north] = offset(lon, lat);
            [lon, lat] = [self.lon() - east, self.lat() - north];
        }
        // By a pole the series blows up, and could land anywhere; in the mainland no offset is longer.
        let settled = (lon - self.lon()).hypot(lat - self.lat()) < LONGEST_OFFSET;
        let spot = LonLat::new(lon, lat).ok()?;
        (settled && mainland::contains(lon, lat)).then_some(spot)
    }
}

/// No offset in mainland China is longer, in degrees; the longest measured is 0.009.
const LONGEST_OFFSET: f64 = 0.02;

/// By how many degrees [east, north] GCJ-02 shifts a WGS-84 point of mainland China.
fn offset(lon: f64, lat: f64) -> [f64; 2] {
    let (x, y) = (lon - ORIGIN[0], lat - ORIGIN[1]);
    let root = x.abs().sqrt();
    let ripple = 20.0 * (6.0 * x * PI).sin() + 20.0 * (2.0 * x * PI).sin();
    // A sum of sines with periods of 2, 6, 24 and 60 degrees; the two long ones' amplitudes differ by axis.
    let waves = |t: f64, amplitude_24: f64, amplitude_60: f64| {
        20.0 * (t * PI).sin()
            + 40.0 * (t / 3.0 * PI).sin()
            + amplitude_24 * (t / 12.0 * PI).sin()
            + amplitude_60 * (t / 30.0 * PI).sin()
    };
    let east_m =
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + 2.0 / 3.0 * (ripple + waves(x, 150.0, 300.0));
    let north_m = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * root
        + 2.0 / 3.0 * (ripple + waves(y, 160.0, 320.0));
    let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
    let Curvature { prime_vertical_m, meridian_m } = KRASOVSKY.curvature(sin_lat);
    [(east_m / (prime_vertical_m * cos_lat)).to_degrees(), (north_m / meridian_m).to_degrees()]
}
