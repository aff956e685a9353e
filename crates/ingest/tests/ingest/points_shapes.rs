//! A planner's points from GeoJSON: points, and areas that count by a point inside them.

use geo::{Contains, Coord, LineString, Polygon, Validation};
use proptest::prelude::*;
use serde_json::{Value, json};
use yuren_geodesy::DatumName;
use yuren_ingest::points::{PointsAsked, PointsReading, read};
use yuren_ingest::{Format, RuleName, Severity};

use crate::points::{demand, ids, refused, told};
use crate::support::city;

/// A collection of these geometries, each of weight 2.
fn collection(geometries: &[Value]) -> PointsReading {
    let feature = |(i, geometry): (usize, &Value)| json!({ "type": "Feature", "id": format!("f{}", i + 1), "properties": { "pop": 2 }, "geometry": geometry });
    let features: Vec<Value> = geometries.iter().enumerate().map(feature).collect();
    let text = json!({ "type": "FeatureCollection", "features": features }).to_string();
    read(text.as_bytes(), "areas.geojson", &demand(), city())
}

fn polygon(rings: &[&[[f64; 2]]]) -> Value {
    json!({ "type": "Polygon", "coordinates": rings })
}

/// A ring about the sample city's middle, in hundredths of a degree, closed.
fn ring(corners: &[[f64; 2]]) -> Vec<[f64; 2]> {
    let mut ring: Vec<[f64; 2]> = corners.iter().map(|[x, y]| [119.4 + x / 100.0, 32.4 + y / 100.0]).collect();
    ring.push(ring[0]);
    ring
}

fn in_geo(ring: &[[f64; 2]]) -> Polygon<f64> {
    Polygon::new(ring.iter().map(|&[x, y]| Coord { x, y }).collect::<LineString>(), Vec::new())
}

/// The point of the only feature.
fn spot(reading: &PointsReading) -> geo::Point<f64> {
    let at = reading.points.first().unwrap_or_else(|| panic!("{:?}", reading.findings)).at;
    geo::Point::new(at.lon(), at.lat())
}

/// Asserts that only the second of two features is taken, and that of the first these words are said.
fn left_out(geometry: &Value, words: &str) {
    let point = json!({ "type": "Point", "coordinates": [119.4, 32.4] });
    let reading = collection(&[geometry.clone(), point]);
    assert_eq!(ids(&reading), ["f2"], "{geometry}");
    assert_eq!(told(&reading, Severity::Error), [(Some(1), RuleName::Geometry)], "{geometry}");
    let said = &reading.findings.told()[0].meaning_en;
    assert!(said.contains(words), "{geometry}: {said}");
}

#[test]
fn a_collection_of_points_is_in_wgs84_and_its_number_property_is_the_weight() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"甲","人口":12},"geometry":{"type":"Point","coordinates":[119.45,32.4,7.5]}},
        {"type":"Feature","properties":{"name":"乙","人口":"8"},"geometry":{"type":"Point","coordinates":[119.44,32.4]}}]}"#;
    let reading = read(text.as_bytes(), "a.geojson", &PointsAsked { datum: None, ..demand() }, city());
    assert_eq!((reading.format, reading.datum), (Format::GeoJson, Some(DatumName::Wgs84)));
    assert_eq!(ids(&reading), ["r1", "r2"]);
    assert!(reading.points.iter().map(|point| point.weight).eq([12.0, 8.0]));
    assert!(reading.is_population);
}

#[test]
fn a_polygon_counts_by_a_point_inside_it_even_where_its_middle_is_outside() {
    // A C, open to the east: the centroid and the middle of its box are in the gap.
    let c = ring(&[[0.0, 0.0], [9.0, 0.0], [9.0, 1.0], [1.0, 1.0], [1.0, 8.0], [9.0, 8.0], [9.0, 9.0], [0.0, 9.0]]);
    let reading = collection(&[polygon(&[&c])]);
    assert!(in_geo(&c).contains(&spot(&reading)));
}

#[test]
fn a_hole_is_no_part_of_its_polygon() {
    let square = ring(&[[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 9.0]]);
    let hole = ring(&[[1.0, 1.0], [8.0, 1.0], [8.0, 8.0], [1.0, 8.0]]);
    let at = spot(&collection(&[polygon(&[&square, &hole])]));
    assert!(in_geo(&square).contains(&at) && !in_geo(&hole).contains(&at), "{at:?}");
}

#[test]
fn of_several_polygons_the_widest_counts() {
    let small = ring(&[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]);
    let large = ring(&[[5.0, 5.0], [9.0, 5.0], [9.0, 9.0]]);
    for parts in [[&small, &large], [&large, &small]] {
        let many = json!({ "type": "MultiPolygon", "coordinates": [[parts[0]], [parts[1]]] });
        assert!(in_geo(&large).contains(&spot(&collection(&[many]))));
    }
}

#[test]
fn a_polygon_that_is_none_is_left_out_by_name() {
    let bow_tie = ring(&[[0.0, 0.0], [2.0, 2.0], [2.0, 0.0], [0.0, 2.0]]);
    left_out(&polygon(&[&bow_tie]), "crosses or touches itself");
    let pinched = ring(&[[0.0, 0.0], [2.0, 0.0], [1.0, 1.0], [2.0, 2.0], [0.0, 2.0], [1.0, 1.0]]);
    left_out(&polygon(&[&pinched]), "crosses or touches itself");
    let spike = ring(&[[0.0, 0.0], [2.0, 0.0], [4.0, 0.0], [2.0, 0.0], [2.0, 2.0]]);
    left_out(&polygon(&[&spike]), "crosses or touches itself");
    let flat = ring(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]);
    left_out(&polygon(&[&flat]), "crosses or touches itself");
    let square = ring(&[[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]]);
    left_out(&polygon(&[&square[..4]]), "not closed");
    left_out(&polygon(&[&[square[0], square[1], square[0]]]), "fewer than three");
    let far = ring(&[[5.0, 5.0], [6.0, 5.0], [6.0, 6.0]]);
    left_out(&polygon(&[&square, &far]), "outside it");
    let across = ring(&[[1.0, 1.0], [3.0, 1.0], [1.0, 1.5]]);
    left_out(&polygon(&[&square, &across]), "cross each other");
    let (hole, inner) = (ring(&[[0.5, 0.5], [1.5, 0.5], [1.5, 1.5]]), ring(&[[1.0, 0.7], [1.3, 0.7], [1.3, 0.9]]));
    left_out(&polygon(&[&square, &hole, &inner]), "inside another hole");
    let many = json!({ "type": "MultiPolygon", "coordinates": [[square], [bow_tie]] });
    left_out(&many, "crosses or touches itself");
}

#[test]
fn a_geometry_that_is_no_point_and_no_polygon_is_left_out_by_name() {
    left_out(&json!({ "type": "LineString", "coordinates": [[119.4, 32.4], [119.5, 32.4]] }), "only Point, Polygon");
    left_out(&json!({ "type": "MultiPoint", "coordinates": [[119.4, 32.4]] }), "only Point, Polygon");
    left_out(&json!({ "type": "GeometryCollection", "geometries": [] }), "only Point, Polygon");
    for geometry in [
        json!({ "type": "Point", "coordinates": [] }),
        json!({ "type": "Point", "coordinates": ["119.4", "32.4"] }),
        json!({ "type": "Polygon" }),
        json!({ "type": "Polygon", "coordinates": [[]] }),
        json!({ "type": "Polygon", "coordinates": [[[119.4], [119.5]]] }),
        json!({ "type": "MultiPolygon", "coordinates": [] }),
    ] {
        left_out(&geometry, "no coordinates");
    }
    let reading = collection(&[Value::Null]);
    assert_eq!(told(&reading, Severity::Error), [(Some(1), RuleName::NoPosition)]);
}

#[test]
fn polygons_made_to_take_long_are_refused_before_they_do() {
    // A comb, every tooth of which is as wide as the whole: each edge is held against each.
    let teeth = 40_000;
    let mut comb: Vec<[f64; 2]> = (0..teeth).map(|i| [f64::from(i % 2) * 10.0, f64::from(i) * 1e-4]).collect();
    comb.push([20.0, f64::from(teeth) * 1e-4]);
    comb.push([20.0, -1.0]);
    let reading = collection(&[polygon(&[&ring(&comb)])]);
    refused(&reading, RuleName::TooLarge, "corners");
}

#[test]
fn an_outline_of_many_thousand_corners_is_taken() {
    let corner = |i: u32| {
        let angle = f64::from(i) / 50_000.0 * std::f64::consts::TAU;
        let radius = 5.0 + f64::from(i % 7) * 1e-4;
        [radius * angle.cos(), radius * angle.sin()]
    };
    let outline = ring(&(0..50_000).map(corner).collect::<Vec<_>>());
    assert_eq!(collection(&[polygon(&[&outline])]).points.len(), 1);
}

proptest! {
    /// Another implementation (GeoRust's) has the same polygons for sound, and finds our point inside.
    #[test]
    fn any_ring_is_judged_as_another_implementation_judges_it(
        corners in prop::collection::vec([-9.0..9.0_f64, -9.0..9.0_f64], 3..9)
    ) {
        let ring = ring(&corners);
        let polygon_of_geo = in_geo(&ring);
        let reading = collection(&[polygon(&[&ring])]);
        prop_assert_eq!(reading.points.len() == 1, polygon_of_geo.is_valid(), "{:?}", reading.findings);
        if let Some(point) = reading.points.first() {
            // Seven decimals may move the point of a sliver over its edge.
            let at = geo::Point::new(point.at.lon(), point.at.lat());
            let off = geo::Distance::distance(&geo::Euclidean, &at, &polygon_of_geo);
            prop_assert!(off <= 1e-7, "{} off", off);
        }
    }

    /// A star around a point never crosses itself, whatever its rays.
    #[test]
    fn a_star_is_a_polygon(rays in prop::collection::vec(0.5..9.0_f64, 3..40)) {
        let count = rays.len() as f64;
        let corner = |(i, ray): (usize, &f64)| {
            let angle = i as f64 / count * std::f64::consts::TAU;
            [ray * angle.cos(), ray * angle.sin()]
        };
        let ring = ring(&rays.iter().enumerate().map(corner).collect::<Vec<_>>());
        let reading = collection(&[polygon(&[&ring])]);
        prop_assert_eq!(reading.points.len(), 1, "{:?}", reading.findings);
        prop_assert!(in_geo(&ring).contains(&spot(&reading)));
    }
}
