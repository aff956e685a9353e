//! Every spatial answer equals brute force.
//!
//! The oracle shares no code with the crates under test. Distances come from `geographiclib-rs` called directly, on plain
//! numbers: our own types, conversions, chords, bounds and boxes have no part in it. (Our geodesy crate calls the same
//! library for the geodesic itself, so each distance answered is held against a second opinion too: Vincenty's formulae
//! from the `geo` crate, another algorithm by other hands, wherever those converge.) Filters are done anew on strings, and
//! polygons by `geo`.

use std::collections::BTreeMap;

use geo::{Intersects, LineString, Point, Polygon, VincentyDistance};
use geographiclib_rs::{Geodesic, InverseGeodesic};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use yuren_catalog::{Fee, Place, RegionCode, Role, RoleKind, SourceKey, Status};
use yuren_geodesy::{BBox, LonLat, Wgs84};
use yuren_index::{Filter, Hit, PlaceIx, Snapshot};

use crate::support;

const REGIONS: [&str; 9] = [
    "321000",
    "321002",
    "321002001",
    "321002001001",
    "321002001002",
    "321012114",
    "321012114201",
    "321071150",
    "321084",
];

/// Yangzhou, its antipode, the poles, 180° from both sides, and where the equator meets the zero meridian.
const CENTRES: [[f64; 2]; 7] =
    [[119.44, 32.40], [-60.56, -32.40], [0.0, 90.0], [77.0, -90.0], [180.0, 10.0], [-180.0, 10.0], [0.0, 0.0]];

const STATUSES: [Status; 3] = [Status::Active, Status::Suspended, Status::Withdrawn];
const KINDS: [RoleKind; 4] = [RoleKind::Venue, RoleKind::ParentSchool, RoleKind::School, RoleKind::Counselling];

fn status() -> impl Strategy<Value = Status> {
    prop::sample::select(&[STATUSES[0], STATUSES[0], STATUSES[0], STATUSES[1], STATUSES[2]])
}

fn fee() -> impl Strategy<Value = Option<Fee>> {
    prop::option::of(prop::sample::select(&Fee::ALL))
}

/// A point on Earth this far, in degrees, from a centre.
fn offset([lon, lat]: [f64; 2], [east, north]: [f64; 2]) -> [f64; 2] {
    let lon = lon + east;
    let wrapped = if lon.abs() > 180.0 { lon - 360.0_f64.copysign(lon) } else { lon };
    [wrapped, (lat + north).clamp(-90.0, 90.0)]
}

/// Clustered points: copies of a centre, a lattice around it (many ties), a small cloud, a large cloud.
fn point() -> impl Strategy<Value = [f64; 2]> {
    let lattice = (-2..=2_i32, -2..=2_i32).prop_map(|(x, y)| [f64::from(x) * 1e-4, f64::from(y) * 1e-4]);
    let cloud = |size: f64| (-size..size, -size..size).prop_map(|(x, y)| [x, y]);
    let around = prop_oneof![Just([0.0, 0.0]), lattice, cloud(0.002), cloud(0.3), cloud(20.0)];
    (prop::sample::select(&CENTRES), around).prop_map(|(centre, around)| offset(centre, around))
}

/// Roles by kind, fee and status.
type RoleDraft = (RoleKind, Option<Fee>, Status);

/// Point, region, status and roles.
type PlaceDraft = ([f64; 2], &'static str, Status, Vec<RoleDraft>);

fn place() -> impl Strategy<Value = PlaceDraft> {
    let role = (prop::sample::select(&KINDS), fee(), status());
    (point(), prop::sample::select(&REGIONS), status(), prop::collection::vec(role, 1..=3))
}

fn places() -> impl Strategy<Value = Vec<Place>> {
    prop::collection::vec(place(), 0..160).prop_map(|drafts| {
        let source = SourceKey::from("synthetic");
        let make = |(i, ([lon, lat], region, status, roles)): (usize, PlaceDraft)| {
            // Ids whose order is not the order of making.
            let id = format!("p-{:03}", (i * 77) % 160);
            let mut place = support::place(&id, "示例", lon, lat, &support::code(region), &source);
            place.status = status;
            place.roles = roles.into_iter().map(|draft| make_role(draft, &source)).collect();
            place
        };
        drafts.into_iter().enumerate().map(make).collect()
    })
}

fn make_role((kind, fee, status): RoleDraft, source: &SourceKey) -> Role {
    Role { status, ..support::role("r-1", kind, fee, source) }
}

fn filter() -> impl Strategy<Value = Filter> {
    let kinds = prop::collection::vec(prop::sample::select(&KINDS), 0..3);
    let fees = prop::collection::vec(prop::sample::select(&Fee::ALL), 0..3);
    let codes = [&REGIONS[..], &["321099", "321084001"]].concat();
    let regions = prop::collection::vec(prop::sample::select(codes), 0..4);
    (kinds, fees, regions).prop_map(|(kinds, fees, regions)| Filter {
        roles: kinds.into_iter().collect(),
        fees: fees.into_iter().collect(),
        regions: regions.into_iter().map(support::code).collect(),
    })
}

/// Where questions are asked from: among the places, 1,000 km off, at their antipodes, at the poles, on 180°, anywhere.
fn origin() -> impl Strategy<Value = [f64; 2]> {
    let far = (point(), prop::sample::select(&[[0.0, 9.0], [0.0, -9.0], [10.6, 0.0], [-7.0, 6.0]]));
    let antipode = point().prop_map(|[lon, lat]| [if lon > 0.0 { lon - 180.0 } else { lon + 180.0 }, -lat]);
    prop_oneof![
        4 => point(),
        2 => far.prop_map(|(centre, around)| offset(centre, around)),
        1 => antipode,
        1 => prop::sample::select(&CENTRES),
        1 => (-180.0..=180.0, -90.0..=90.0).prop_map(|(lon, lat)| [lon, lat]),
    ]
}

fn lon_lat([lon, lat]: [f64; 2]) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).expect("a point")
}

fn coordinates(place: &Place) -> [f64; 2] {
    [place.position.point.lon(), place.position.point.lat()]
}

fn matches(filter: &Filter, place: &Place) -> bool {
    let lies_in = |region: &RegionCode| {
        let digits = if region.as_str() == "321000" { "3210" } else { region.as_str() };
        place.region.as_str().starts_with(digits)
    };
    let role_matches = |role: &Role| {
        let fee = role.fee.as_ref().map_or(Fee::Unknown, |fee| fee.value);
        role.status != Status::Withdrawn
            && (filter.roles.is_empty() || filter.roles.iter().any(|kind| kind == role.kind))
            && (filter.fees.is_empty() || filter.fees.iter().any(|f| f == fee))
    };
    place.status != Status::Withdrawn
        && (filter.regions.is_empty() || filter.regions.iter().any(lies_in))
        && place.roles.iter().any(role_matches)
}

/// Matching places that pass a test of their coordinates, by id.
fn brute(snapshot: &Snapshot, filter: &Filter, inside: impl Fn([f64; 2]) -> bool) -> Vec<PlaceIx> {
    let numbered = (0..).zip(snapshot.places());
    numbered.filter(|(_, p)| matches(filter, p) && inside(coordinates(p))).map(|(ix, _)| ix).collect()
}

/// Matching places within a distance: whole millimetres and id, in order.
fn brute_by_distance(snapshot: &Snapshot, from: [f64; 2], max_m: f64, filter: &Filter) -> Vec<(i64, PlaceIx)> {
    let wgs84 = Geodesic::wgs84();
    let distance_m = |[lon, lat]: [f64; 2]| -> f64 { wgs84.inverse(from[1], from[0], lat, lon) };
    let within = brute(snapshot, filter, |at| distance_m(at) <= max_m);
    let mut ranked: Vec<(i64, PlaceIx)> = within
        .into_iter()
        .map(|ix| {
            let millimetres = distance_m(coordinates(&snapshot.places()[ix as usize])) * 1000.0;
            #[allow(clippy::cast_possible_wrap)]
            (millimetres.round() as i64, ix)
        })
        .collect();
    ranked.sort_by(|a, b| (a.0, &snapshot.places()[a.1 as usize].id).cmp(&(b.0, &snapshot.places()[b.1 as usize].id)));
    ranked
}

fn ranked(hits: &[Hit]) -> Vec<(i64, PlaceIx)> {
    hits.iter().map(|hit| ((hit.distance_m * 1000.0).round() as i64, hit.place)).collect()
}

/// Vincenty's own accuracy is half a millimetre; near antipodes it does not converge and has no opinion.
fn agrees_with_vincenty(snapshot: &Snapshot, from: [f64; 2], hits: &[Hit]) -> Result<(), TestCaseError> {
    for hit in hits {
        let [lon, lat] = coordinates(&snapshot.places()[hit.place as usize]);
        if let Ok(vincenty_m) = Point::new(from[0], from[1]).vincenty_distance(&Point::new(lon, lat)) {
            let difference_m = (hit.distance_m - vincenty_m).abs();
            prop_assert!(difference_m < 0.001, "{from:?} to {lon},{lat}: {} or {vincenty_m}", hit.distance_m);
        }
    }
    Ok(())
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 512,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nearest_is_what_brute_force_finds(
        places in places(),
        from in origin(),
        k in prop::sample::select(&[0, 1, 2, 5, 17, 1000]),
        max_m in prop::option::of(prop::sample::select(&[0.0, 11.1, 500.0, 30_000.0, 1_000_000.0, 20_003_931.0])),
        filter in filter(),
    ) {
        let snapshot = Snapshot::new(support::pack(places, Vec::new()), 1);
        let mut expected = brute_by_distance(&snapshot, from, max_m.unwrap_or(f64::INFINITY), &filter);
        expected.truncate(k);
        let found = snapshot.nearest(lon_lat(from), k, max_m, &filter);
        prop_assert_eq!(ranked(&found.hits), expected);
        agrees_with_vincenty(&snapshot, from, &found.hits)?;
    }

    #[test]
    fn within_radius_is_what_brute_force_finds(
        places in places(),
        from in origin(),
        radius_m in prop_oneof![
            Just(0.0), Just(11.131_949), Just(20_037_509.0), 0.0..300.0, 0.0..50_000.0, 0.0..20_100_000.0
        ],
        filter in filter(),
    ) {
        let snapshot = Snapshot::new(support::pack(places, Vec::new()), 1);
        let found = snapshot.within_radius(lon_lat(from), radius_m, &filter);
        prop_assert_eq!(ranked(&found), brute_by_distance(&snapshot, from, radius_m, &filter));
    }

    #[test]
    fn within_bbox_is_what_brute_force_finds(
        places in places(),
        (corner, opposite) in (point(), point()),
        filter in filter(),
    ) {
        let [west, east] = [corner[0].min(opposite[0]), corner[0].max(opposite[0])];
        let [south, north] = [corner[1].min(opposite[1]), corner[1].max(opposite[1])];
        let snapshot = Snapshot::new(support::pack(places, Vec::new()), 1);
        let bbox = BBox::new(west, south, east, north).expect("a box");
        let inside = |[lon, lat]: [f64; 2]| west <= lon && lon <= east && south <= lat && lat <= north;
        prop_assert_eq!(snapshot.within_bbox(&bbox, &filter), brute(&snapshot, &filter, inside));
    }

    /// Star-shaped polygons with a hole of the same shape.
    #[test]
    fn within_polygon_is_what_brute_force_finds(
        places in places(),
        centre in point(),
        reaches in prop::collection::vec(0.05..1.0_f64, 3..12),
        size in prop::sample::select(&[1e-4, 0.01, 1.0, 30.0]),
        hole in prop::option::of(0.1..0.9_f64),
        filter in filter(),
    ) {
        let ring = |scale: f64| -> Vec<[f64; 2]> {
            let corner = |(i, reach): (usize, &f64)| {
                let (sin, cos) = (i as f64 / reaches.len() as f64 * std::f64::consts::TAU).sin_cos();
                [centre[0] + scale * reach * cos, centre[1] + scale * reach * sin]
            };
            reaches.iter().enumerate().map(corner).collect()
        };
        let rings: Vec<_> = std::iter::once(ring(size)).chain(hole.map(|scale| ring(scale * size))).collect();
        let line = |ring: &Vec<[f64; 2]>| ring.iter().copied().collect::<LineString>();
        let polygon = Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
        let snapshot = Snapshot::new(support::pack(places, Vec::new()), 1);
        let inside = |[lon, lat]: [f64; 2]| polygon.intersects(&Point::new(lon, lat));
        prop_assert_eq!(snapshot.within_polygon(&rings, &filter), brute(&snapshot, &filter, inside));
    }

    #[test]
    fn an_edited_snapshot_answers_as_one_made_of_the_edited_city(
        before in places(),
        edit in places(),
        from in origin(),
        filter in filter(),
    ) {
        let edited = Snapshot::new(support::pack(before.clone(), Vec::new()), 1).edited(edit.clone(), BTreeMap::new(), 2);
        let untouched = before.into_iter().filter(|place| edit.iter().all(|edited| edited.id != place.id));
        let whole = Snapshot::new(support::pack(untouched.chain(edit.clone()).collect(), Vec::new()), 2);
        prop_assert_eq!(edited.places(), whole.places());
        prop_assert_eq!(edited.matching(&filter), whole.matching(&filter));
        let nearest = |snapshot: &Snapshot| snapshot.nearest(lon_lat(from), 20, None, &filter).hits;
        prop_assert_eq!(nearest(&edited), nearest(&whole));
        let found = |snapshot: &Snapshot| edit.first().map(|place| snapshot.search(&place.name, None, 20));
        prop_assert_eq!(found(&edited), found(&whole));
    }

    #[test]
    fn matching_and_counts_are_what_brute_force_finds(places in places(), filter in filter()) {
        let snapshot = Snapshot::new(support::pack(places, Vec::new()), 1);
        prop_assert_eq!(snapshot.matching(&filter), brute(&snapshot, &filter, |_| true));
        for kind in RoleKind::ALL {
            let standing = snapshot.places().iter().filter(|place| place.status != Status::Withdrawn);
            let roles = standing.flat_map(|place| &place.roles);
            let expected = roles.filter(|role| role.kind == kind && role.status != Status::Withdrawn).count();
            prop_assert_eq!(snapshot.count(kind), expected);
        }
    }
}

#[test]
fn a_tied_pair_is_ordered_by_id_and_cut_by_id() {
    let source = SourceKey::from("synthetic");
    let region = support::code("321002");
    // East and west of the origin by the same angle, and once more at the first of them.
    let places = [("p-c", 0.001), ("p-a", -0.001), ("p-b", 0.001)].map(|(id, east)| {
        let mut place = support::place(id, "示例", 119.44 + east, 32.4, &region, &source);
        place.roles.push(support::role("r-1", RoleKind::Venue, None, &source));
        place
    });
    let snapshot = Snapshot::new(support::pack(places.to_vec(), Vec::new()), 1);
    let ids = |k| {
        let found = snapshot.nearest(lon_lat([119.44, 32.4]), k, None, &Filter::default());
        found.hits.iter().map(|hit| snapshot.places()[hit.place as usize].id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(3), ["p-a", "p-b", "p-c"]);
    assert_eq!(ids(2), ["p-a", "p-b"]);
}

#[test]
fn a_snapshot_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Snapshot>();
}

#[test]
fn a_withdrawn_place_is_found_only_by_its_id() {
    let source = SourceKey::from("synthetic");
    let mut place = support::place("p-gone", "示例图书馆", 119.44, 32.4, &support::code("321002"), &source);
    place.roles.push(support::role("r-1", RoleKind::Venue, None, &source));
    place.status = Status::Withdrawn;
    let snapshot = Snapshot::new(support::pack(vec![place], Vec::new()), 1);
    assert!(snapshot.place(&"p-gone".parse().expect("an id")).is_some());
    assert!(snapshot.matching(&Filter::default()).is_empty());
    assert!(snapshot.search("示例图书馆", None, 10).is_empty());
    assert_eq!(snapshot.count(RoleKind::Venue), 0);
}
