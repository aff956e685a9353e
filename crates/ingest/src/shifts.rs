//! What a pair of numbers may mean: the datums, and the two mistakes that people make with them.

use yuren_geodesy::{Bd09, DatumName, Gcj02, LonLat, Wgs84};

/// A way to take a pair of numbers for a spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// In a datum.
    As(DatumName),
    /// Shifted to GCJ-02 when they were in it already.
    ShiftedTwice,
    /// Shifted back from GCJ-02 when they were in WGS-84 already.
    ShiftedBackTwice,
}

impl Taken {
    /// Every way, likelier ones first.
    pub(crate) const ALL: [Self; 5] = [
        Self::As(DatumName::Wgs84),
        Self::As(DatumName::Gcj02),
        Self::As(DatumName::Bd09),
        Self::ShiftedTwice,
        Self::ShiftedBackTwice,
    ];

    /// The spot that the numbers mean so; `None` if they are no coordinate.
    pub(crate) fn spot(self, [lon, lat]: [f64; 2]) -> Option<LonLat<Wgs84>> {
        let gcj02 = |lon, lat| Some(LonLat::<Gcj02>::new(lon, lat).ok()?.to_wgs84());
        match self {
            Self::As(DatumName::Wgs84) => LonLat::new(lon, lat).ok(),
            Self::As(DatumName::Gcj02) => gcj02(lon, lat),
            Self::As(DatumName::Bd09) => Some(LonLat::<Bd09>::new(lon, lat).ok()?.to_wgs84()),
            Self::ShiftedTwice => gcj02(lon, lat).and_then(|once| gcj02(once.lon(), once.lat())),
            Self::ShiftedBackTwice => {
                let spot = LonLat::<Wgs84>::new(lon, lat).ok()?.to_gcj02();
                LonLat::new(spot.lon(), spot.lat()).ok()
            }
        }
    }

    /// How it is called, in Chinese and in English.
    pub(crate) fn name(self) -> [&'static str; 2] {
        match self {
            Self::As(DatumName::Wgs84) => ["WGS-84", "WGS-84"],
            Self::As(DatumName::Gcj02) => ["GCJ-02（高德、腾讯）", "GCJ-02"],
            Self::As(DatumName::Bd09) => ["BD-09（百度）", "BD-09"],
            Self::ShiftedTwice => ["重复偏移的 GCJ-02", "GCJ-02 shifted twice"],
            Self::ShiftedBackTwice => ["重复纠偏的 WGS-84", "WGS-84 shifted back once too often"],
        }
    }
}

/// By how many metres [east, north] one spot lies of another nearby, on a plane through it.
pub(crate) fn offset_m(from: LonLat<Wgs84>, to: LonLat<Wgs84>) -> [f64; 2] {
    const M_PER_DEGREE: f64 = 111_195.080_23;
    let east = (to.lon() - from.lon()) * M_PER_DEGREE * from.lat().to_radians().cos();
    [east, (to.lat() - from.lat()) * M_PER_DEGREE]
}
