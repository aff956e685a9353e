//! Coordinates on their way in and out: in the datum that was asked for, rounded.

use yuren_geodesy::{Bd09, CoordinateError, DatumName, Gcj02, LonLat, Wgs84};

/// A point given in some datum.
pub(crate) fn to_wgs84(datum: DatumName, lon: f64, lat: f64) -> Result<LonLat<Wgs84>, CoordinateError> {
    Ok(match datum {
        DatumName::Wgs84 => LonLat::<Wgs84>::new(lon, lat)?,
        DatumName::Gcj02 => LonLat::<Gcj02>::new(lon, lat)?.to_wgs84(),
        DatumName::Bd09 => LonLat::<Bd09>::new(lon, lat)?.to_wgs84(),
    })
}

/// `[lon, lat]` in degrees of the datum, to seven decimals: a centimetre.
pub(crate) fn in_datum(datum: DatumName, point: LonLat<Wgs84>) -> [f64; 2] {
    exactly_in_datum(datum, point).map(|degrees| (degrees * 1e7).round() / 1e7)
}

/// `[lon, lat]` in degrees of the datum, unrounded.
pub(crate) fn exactly_in_datum(datum: DatumName, point: LonLat<Wgs84>) -> [f64; 2] {
    match datum {
        DatumName::Wgs84 => [point.lon(), point.lat()],
        DatumName::Gcj02 => {
            let point = point.to_gcj02();
            [point.lon(), point.lat()]
        }
        DatumName::Bd09 => {
            let point = point.to_bd09();
            [point.lon(), point.lat()]
        }
    }
}

/// Metres to the millimetre.
pub(crate) fn rounded_m(metres: f64) -> f64 {
    (metres * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A point by its printed digits, which is how answers carry it.
    fn printed(datum: DatumName, point: LonLat<Wgs84>) -> String {
        format!("{:?}", in_datum(datum, point))
    }

    #[test]
    fn a_point_comes_back_in_the_datum_in_which_it_went_in() {
        for datum in DatumName::ALL {
            let point = to_wgs84(datum, 119.438_2, 32.401_2).unwrap();
            assert_eq!(printed(datum, point), "[119.4382, 32.4012]", "{datum}");
        }
    }

    #[test]
    fn datums_differ_in_the_mainland() {
        let point = to_wgs84(DatumName::Wgs84, 119.438_2, 32.401_2).unwrap();
        let [wgs84, gcj02, bd09] = DatumName::ALL.map(|datum| printed(datum, point));
        assert!(wgs84 != gcj02 && gcj02 != bd09 && bd09 != wgs84);
    }
}
