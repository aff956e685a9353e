//! A position in a pack's file: `[longitude, latitude]` in WGS-84 degrees, rounded to 7 decimals (about 1 cm) both when
//! read and when written, so that a pack read and written again has the same bytes.

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use yuren_geodesy::{LonLat, Wgs84};

/// Steps in a degree.
const STEPS: f64 = 1e7;

/// A coordinate as a file has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coordinate(LonLat<Wgs84>);

impl From<LonLat<Wgs84>> for Coordinate {
    fn from(point: LonLat<Wgs84>) -> Self {
        Self(point)
    }
}

impl From<Coordinate> for LonLat<Wgs84> {
    fn from(coordinate: Coordinate) -> Self {
        coordinate.0
    }
}

/// Rings of the domain as a file has them. Anything that is no coordinate is left out; reading lets none in.
pub(super) fn rings_to_file(rings: &[Vec<[f64; 2]>]) -> Vec<Vec<Coordinate>> {
    let to_file = |&[lon, lat]: &[f64; 2]| LonLat::new(lon, lat).ok().map(Coordinate);
    rings.iter().map(|ring| ring.iter().filter_map(to_file).collect()).collect()
}

/// The inverse of [`rings_to_file`].
pub(super) fn rings_from_file(rings: Vec<Vec<Coordinate>>) -> Vec<Vec<[f64; 2]>> {
    rings.into_iter().map(|ring| ring.into_iter().map(|Coordinate(p)| [p.lon(), p.lat()]).collect()).collect()
}

/// The nearest whole step; zero has no sign.
fn rounded(degrees: f64) -> f64 {
    (degrees * STEPS).round() / STEPS + 0.0
}

impl Serialize for Coordinate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [rounded(self.0.lon()), rounded(self.0.lat())].serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Coordinate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(CoordinateVisitor)
    }
}

struct CoordinateVisitor;

impl<'de> Visitor<'de> for CoordinateVisitor {
    type Value = Coordinate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[longitude, latitude] in WGS-84 degrees")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut numbers: A) -> Result<Coordinate, A::Error> {
        let lon: f64 = numbers.next_element()?.ok_or_else(|| A::Error::invalid_length(0, &self))?;
        let lat: f64 = numbers.next_element()?.ok_or_else(|| A::Error::invalid_length(1, &self))?;
        let mut length = 2;
        while numbers.next_element::<serde::de::IgnoredAny>()?.is_some() {
            length += 1;
        }
        if length > 2 {
            return Err(A::Error::invalid_length(length, &self));
        }
        let as_degrees = |lon, lat| LonLat::new(rounded(lon), rounded(lat));
        as_degrees(lon, lat).map(Coordinate).map_err(|error| match as_degrees(lat, lon) {
            // East of 90° E, as in China, this is what numbers in the other order come to.
            Ok(_) => A::Error::custom(format_args!("{error}; allowed: longitude first, then latitude")),
            Err(_) => A::Error::custom(format_args!("{error}; allowed: WGS-84 degrees")),
        })
    }
}
