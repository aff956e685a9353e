//! A longitude and a latitude whose datum is part of the type.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use thiserror::Error;

mod sealed {
    pub trait Sealed {}
}

/// A geodetic datum (大地基准). Sealed: the three below are all there are.
pub trait Datum: sealed::Sealed + Copy + fmt::Debug + 'static {
    /// The datum as a value, for messages and requests.
    const NAME: DatumName;
}

macro_rules! datum {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {}
        impl sealed::Sealed for $name {}
        impl Datum for $name {
            const NAME: DatumName = DatumName::$name;
        }
    };
}

datum! {
    /// World Geodetic System 1984: what GPS reports, what OpenStreetMap and this project store.
    Wgs84
}
datum! {
    /// GCJ-02 (国测局坐标): the offset datum that maps published in mainland China must use (高德, 腾讯, Apple in China).
    Gcj02
}
datum! {
    /// BD-09 (百度坐标): Baidu's further offset on top of GCJ-02.
    Bd09
}

/// A datum named at run time, as requests and import declarations do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatumName {
    /// See [`Wgs84`].
    Wgs84,
    /// See [`Gcj02`].
    Gcj02,
    /// See [`Bd09`].
    Bd09,
}

impl DatumName {
    /// Every datum, in the order in which messages list them.
    pub const ALL: [Self; 3] = [Self::Wgs84, Self::Gcj02, Self::Bd09];

    /// The name used in requests and files: `wgs84`, `gcj02` or `bd09`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wgs84 => "wgs84",
            Self::Gcj02 => "gcj02",
            Self::Bd09 => "bd09",
        }
    }
}

impl fmt::Display for DatumName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text names no datum we know.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is not a datum; allowed: wgs84, gcj02, bd09")]
pub struct UnknownDatum(pub String);

impl FromStr for DatumName {
    type Err = UnknownDatum;

    fn from_str(text: &str) -> Result<Self, UnknownDatum> {
        Self::ALL.into_iter().find(|d| d.as_str() == text).ok_or_else(|| UnknownDatum(text.to_owned()))
    }
}

/// Why two numbers are not a coordinate.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum CoordinateError {
    /// Longitude is NaN, infinite or outside ±180°.
    #[error("longitude {0} is not a finite number between -180 and 180")]
    Longitude(f64),
    /// Latitude is NaN, infinite or outside ±90°.
    #[error("latitude {0} is not a finite number between -90 and 90")]
    Latitude(f64),
}

/// A point in degrees of datum `D`: longitude in [-180, 180], latitude in [-90, 90], both finite.
///
/// Datums do not mix:
///
/// ```compile_fail
/// # use yuren_geodesy::{Gcj02, LonLat, geodesic_m};
/// let shifted = LonLat::<Gcj02>::new(119.4437, 32.3993)?;
/// geodesic_m(shifted, shifted); // expected `LonLat<Wgs84>`
/// # Ok::<(), yuren_geodesy::CoordinateError>(())
/// ```
///
/// ```
/// # use yuren_geodesy::{Gcj02, LonLat, geodesic_m};
/// let shifted = LonLat::<Gcj02>::new(119.4437, 32.3993)?;
/// assert_eq!(geodesic_m(shifted.to_wgs84(), shifted.to_wgs84()), 0.0);
/// # Ok::<(), yuren_geodesy::CoordinateError>(())
/// ```
pub struct LonLat<D: Datum> {
    lon: f64,
    lat: f64,
    datum: PhantomData<D>,
}

impl<D: Datum> LonLat<D> {
    /// A point from degrees.
    pub fn new(lon: f64, lat: f64) -> Result<Self, CoordinateError> {
        if !(-180.0..=180.0).contains(&lon) {
            return Err(CoordinateError::Longitude(lon));
        }
        if !(-90.0..=90.0).contains(&lat) {
            return Err(CoordinateError::Latitude(lat));
        }
        Ok(Self { lon, lat, datum: PhantomData })
    }

    /// Longitude in degrees, east positive.
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Latitude in degrees, north positive.
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// The same numbers in another datum: right only where the two datums are equal, outside mainland China.
    pub(crate) fn with_same_numbers<E: Datum>(self) -> LonLat<E> {
        LonLat { lon: self.lon, lat: self.lat, datum: PhantomData }
    }
}

// Written out, because a derive would ask the same of `D`.
#[allow(clippy::expl_impl_clone_on_copy)]
impl<D: Datum> Clone for LonLat<D> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<D: Datum> Copy for LonLat<D> {}
impl<D: Datum> PartialEq for LonLat<D> {
    fn eq(&self, other: &Self) -> bool {
        self.lon == other.lon && self.lat == other.lat
    }
}
impl<D: Datum> fmt::Debug for LonLat<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({}, {})", D::NAME, self.lon, self.lat)
    }
}
