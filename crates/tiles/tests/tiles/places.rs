//! What `places` tiles hold: every matching place once, alone or counted, in few bytes.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use yuren_catalog::{Fee, Place, Precision, RoleKind, RoleKindSet, Status};
use yuren_geodesy::TileCoord;
use yuren_index::{Filter, Snapshot};
use yuren_tiles::{MAX_TILE_BYTES, MAX_ZOOM, TileLayer, Tiles};

use crate::decode::{Feature, Property, features};
use crate::fixture::{BBOX, city, covering, place, provenance, tile_at};

fn tiles(places: Vec<Place>) -> Tiles {
    Tiles::new(Arc::new(Snapshot::new(city(places, Vec::new()), 1)))
}

fn encode(tiles: &Tiles, tile: TileCoord, filter: &Filter) -> Vec<u8> {
    tiles.tile(TileLayer::Places, tile, filter)
}

/// The kinds by which the place matches; none = it does not. Written from the filter's description, not its code.
fn matching_kinds(place: &Place, filter: &Filter) -> BTreeSet<RoleKind> {
    let region = filter.regions.is_empty()
        || filter.regions.iter().any(|wanted| place.region.as_str().starts_with(wanted.as_str()));
    if place.status == Status::Withdrawn || !region {
        return BTreeSet::new();
    }
    let kinds = place.roles.iter().filter(|role| role.status != Status::Withdrawn);
    kinds
        .filter(|role| filter.roles.is_empty() || filter.roles.iter().any(|kind| kind == role.kind))
        .filter(|role| filter.fees.is_empty() || filter.fees.iter().any(|fee| fee == role.fee()))
        .map(|role| role.kind)
        .collect()
}

/// Places and places per kind in some tiles, as a map would add them up.
fn totals(tiles: &Tiles, places: &[Place], wanted: &BTreeSet<TileCoord>, filter: &Filter) -> (u64, [u64; 10]) {
    let mut seen = BTreeSet::new();
    let (mut total, mut by_kind) = (0, [0; 10]);
    for &tile in wanted {
        let bytes = encode(tiles, tile, filter);
        assert!(bytes.len() <= MAX_TILE_BYTES);
        for feature in features(&bytes) {
            assert!(feature.point().iter().all(|along| (0.0..4096.0).contains(along)), "{feature:?}");
            if feature.is_cluster() {
                let count = feature.count("count");
                assert!(count > 1, "a cluster of one: {feature:?}");
                total += count;
                for kind in RoleKind::ALL {
                    let key = format!("n_{kind}");
                    by_kind[kind as usize] +=
                        if feature.properties.contains_key(&key) { feature.count(&key) } else { 0 };
                }
            } else {
                let id = feature.text("id");
                assert!(seen.insert(id.to_owned()), "{id} is in two tiles of zoom {}", tile.z());
                total += 1;
                let place = places.iter().find(|place| place.id.as_str() == id).unwrap();
                for kind in matching_kinds(place, filter) {
                    by_kind[kind as usize] += 1;
                }
            }
        }
    }
    (total, by_kind)
}

fn expected(places: &[Place], filter: &Filter) -> (u64, [u64; 10]) {
    let (mut total, mut by_kind) = (0, [0; 10]);
    for kinds in places.iter().map(|place| matching_kinds(place, filter)).filter(|kinds| !kinds.is_empty()) {
        total += 1;
        for kind in kinds {
            by_kind[kind as usize] += 1;
        }
    }
    (total, by_kind)
}

/// The tiles that hold the places, and those around each: where a place on an edge could be a second time.
fn around(places: &[Place], z: u8) -> BTreeSet<TileCoord> {
    let last = (1_i64 << z) - 1;
    let tile = |x: i64, y: i64| TileCoord::new(z, x.clamp(0, last) as u32, y.clamp(0, last) as u32).unwrap();
    let steps = || [-1, 0, 1].into_iter();
    let centres = places.iter().map(|place| TileCoord::containing(place.position.point, z));
    centres
        .flat_map(|at| {
            steps().flat_map(move |dx| steps().map(move |dy| tile(i64::from(at.x()) + dx, i64::from(at.y()) + dy)))
        })
        .collect()
}

fn any_kind() -> impl Strategy<Value = RoleKind> {
    (0..RoleKind::ALL.len()).prop_map(|index| RoleKind::ALL[index])
}

fn any_fee() -> impl Strategy<Value = Fee> {
    (0..Fee::ALL.len()).prop_map(|index| Fee::ALL[index])
}

/// Anywhere in the city, or exactly on the corner of a tile, or at one of few spots that many places share.
fn any_spot() -> impl Strategy<Value = [f64; 2]> {
    let anywhere = || [BBOX[0]..BBOX[2], BBOX[1]..BBOX[3]];
    prop_oneof![
        anywhere(),
        (anywhere(), 0..=MAX_ZOOM).prop_map(|(at, z)| {
            let bounds = tile_at(at, z).bounds();
            [bounds.west(), bounds.north()]
        }),
        (0..3_u8).prop_map(|n| [119.4 + f64::from(n) * 1e-5, 32.4]),
    ]
}

fn any_place() -> impl Strategy<Value = Place> {
    let roles = prop::collection::vec((any_kind(), any_fee()), 1..4);
    let withdrawn = (prop::bool::weighted(0.05), prop::bool::weighted(0.1));
    (any_spot(), roles, withdrawn, prop::bool::ANY).prop_map(|(at, roles, (place_gone, role_gone), east)| {
        let mut made = place(0, at, &roles, &"list".into());
        if place_gone {
            made.status = Status::Withdrawn;
        }
        if role_gone {
            made.roles[0].status = Status::Withdrawn;
        }
        if east {
            made.region = "321012001".parse().unwrap();
        }
        made
    })
}

fn any_places(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Place>> {
    prop::collection::vec(any_place(), count).prop_map(|mut places| {
        for (number, place) in places.iter_mut().enumerate() {
            place.id = format!("p-{number}").parse().unwrap();
        }
        places
    })
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let roles = prop::collection::vec(any_kind(), 0..4);
    let fees = prop::collection::vec(any_fee(), 0..3);
    let regions = prop::sample::subsequence(vec!["321002", "321012001"], 0..2);
    (roles, fees, regions).prop_map(|(roles, fees, regions)| Filter {
        roles: roles.into_iter().collect(),
        fees: fees.into_iter().collect(),
        regions: regions.into_iter().map(|code| code.parse().unwrap()).collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn at_every_zoom_the_tiles_together_hold_each_matching_place_once(
        places in any_places(0..24),
        filter in any_filter(),
    ) {
        let tiles = tiles(places.clone());
        let expected = expected(&places, &filter);
        for z in 0..=MAX_ZOOM {
            let wanted = around(&places, z);
            prop_assert_eq!(totals(&tiles, &places, &wanted, &filter), expected, "at zoom {}", z);
        }
    }
}

#[test]
fn thousands_of_places_are_conserved_over_all_tiles_that_cover_the_city() {
    let mut places = scattered(3_000);
    for (number, place) in places.iter_mut().enumerate().skip(2_400) {
        // A dense old town, where even the deep zooms cluster.
        *place = self::place(
            number,
            spot_within(number, [119.42, 32.38], 0.02),
            &[(RoleKind::Venue, Fee::Free)],
            &"list".into(),
        );
    }
    let tiles = tiles(places.clone());
    let filter = Filter { roles: RoleKindSet::from_iter([RoleKind::Venue, RoleKind::School]), ..Filter::default() };
    for filter in [Filter::default(), filter] {
        for z in 0..=13 {
            let wanted = covering(z).into_iter().collect();
            assert_eq!(totals(&tiles, &places, &wanted, &filter), expected(&places, &filter), "at zoom {z}");
        }
        for z in 14..=MAX_ZOOM {
            assert_eq!(
                totals(&tiles, &places, &around(&places, z), &filter),
                expected(&places, &filter),
                "at zoom {z}"
            );
        }
    }
}

#[test]
fn places_at_the_ends_of_the_world_are_in_a_tile_too() {
    let corners = [[-180.0, 90.0], [180.0, 90.0], [180.0, -90.0], [-180.0, -90.0], [180.0, 0.0], [0.0, 86.0]];
    let made = |(number, &at): (usize, &[f64; 2])| place(number, at, &[(RoleKind::School, Fee::Free)], &"list".into());
    let places: Vec<_> = corners.iter().enumerate().map(made).collect();
    let tiles = tiles(places.clone());
    for z in 0..=MAX_ZOOM {
        assert_eq!(totals(&tiles, &places, &around(&places, z), &Filter::default()).0, 6, "at zoom {z}");
    }
}

#[test]
fn a_lone_place_stands_where_it_is_with_what_a_map_needs_to_know() {
    let at = [119.4382, 32.4012];
    let roles = [(RoleKind::Heritage, Fee::Paid), (RoleKind::Venue, Fee::Free)];
    let mut lone = place(7, at, &roles, &"list".into());
    lone.name_en = Some("Geyuan".into());
    let tiles = tiles(vec![lone]);
    for z in 0..=MAX_ZOOM {
        let tile = tile_at(at, z);
        let found = features(&encode(&tiles, tile, &Filter::default()));
        let [feature] = found.as_slice() else { panic!("one feature at zoom {z}, not {found:?}") };
        // Web Mercator from its textbook formula, in radians.
        let side = f64::from(1_u32 << z);
        let y = (std::f64::consts::FRAC_PI_4 + at[1].to_radians() / 2.0).tan().ln();
        let exact = [
            ((at[0] + 180.0) / 360.0 * side - f64::from(tile.x())) * 4096.0,
            ((1.0 - y / std::f64::consts::PI) / 2.0 * side - f64::from(tile.y())) * 4096.0,
        ];
        let [dx, dy] = [0, 1].map(|axis| exact[axis] - feature.point()[axis]);
        assert!((-0.01..1.01).contains(&dx) && (-0.01..1.01).contains(&dy), "off by {dx}, {dy} at zoom {z}");
        assert_eq!(feature.text("id"), "p-7");
        assert_eq!((feature.text("name"), feature.text("name_en")), ("地方7", "Geyuan"));
        assert_eq!((feature.text("kind"), feature.text("kinds")), ("heritage", "venue,heritage"));
        assert_eq!((feature.text("fee"), feature.text("precision")), ("paid", "osm"));
        assert_eq!(feature.properties["synthetic"], Property::Flag(false));
    }
}

#[test]
fn a_filter_chooses_the_role_by_which_a_place_is_drawn() {
    let at = [119.44, 32.4];
    let tiles =
        tiles(vec![place(1, at, &[(RoleKind::Heritage, Fee::Paid), (RoleKind::Venue, Fee::Free)], &"list".into())]);
    let free = Filter { fees: [Fee::Free].into_iter().collect(), ..Filter::default() };
    let found = features(&encode(&tiles, tile_at(at, 14), &free));
    assert_eq!((found[0].text("kind"), found[0].text("fee")), ("venue", "free"));
    let paid_venue = Filter {
        roles: RoleKindSet::from_iter([RoleKind::Venue]),
        fees: [Fee::Paid].into_iter().collect(),
        ..Filter::default()
    };
    assert!(encode(&tiles, tile_at(at, 14), &paid_venue).is_empty(), "both must hold on one role");
}

#[test]
fn an_example_says_so_whether_its_position_or_its_role_is_made_up() {
    let roles = [(RoleKind::Venue, Fee::Free)];
    let spots = [[119.41, 32.4], [119.42, 32.4], [119.43, 32.4]];
    let mut by_position = place(0, spots[0], &roles, &"list".into());
    by_position.position.precision = Precision::Synthetic;
    let mut by_role = place(1, spots[1], &roles, &"list".into());
    by_role.roles[0].claim = provenance(&"synthetic".into());
    let tiles = tiles(vec![by_position, by_role, place(2, spots[2], &roles, &"list".into())]);
    let synthetic = spots.map(|at| {
        let found = features(&encode(&tiles, tile_at(at, 16), &Filter::default()));
        found[0].properties["synthetic"] == Property::Flag(true)
    });
    assert_eq!(synthetic, [true, true, false]);
}

#[test]
fn clusters_of_neighbouring_cells_keep_their_distance() {
    let tiles = tiles(scattered(5_000));
    for z in 7..=13 {
        for tile in covering(z) {
            for cluster in features(&encode(&tiles, tile, &Filter::default())).iter().filter(|f| f.is_cluster()) {
                let inside = cluster.point().map(|along| along % 512.0);
                assert!(inside.iter().all(|along| (153.0..=359.0).contains(along)), "{inside:?} at zoom {z}");
            }
        }
    }
}

#[test]
fn two_hundred_places_in_a_deep_tile_stand_alone_and_one_more_makes_clusters() {
    let tile = tile_at([119.44, 32.4], 14);
    let dense = |count: usize| {
        let bounds = tile.bounds();
        let at =
            |n: usize| [bounds.west() + 0.02 * (n as f64 + 1.0) / 300.0, f64::midpoint(bounds.south(), bounds.north())];
        let made = (0..count).map(|n| place(n, at(n), &[(RoleKind::School, Fee::Free)], &"list".into()));
        features(&encode(&tiles(made.collect()), tile, &Filter::default()))
    };
    let (alone, crowded) = (dense(200), dense(201));
    assert_eq!(alone.len(), 200);
    assert!(alone.iter().all(|feature| !feature.is_cluster()));
    assert!(crowded.len() <= 256 && crowded.iter().any(Feature::is_cluster));
}

#[test]
fn names_of_any_length_cannot_make_a_tile_too_large() {
    let at = [119.44, 32.4];
    let places = (0..200).map(|number| {
        let mut made = place(number, spot_within(number, at, 0.01), &[(RoleKind::School, Fee::Free)], &"list".into());
        made.name = format!("{number}{}", "扬".repeat(20_000));
        made.name_en = Some(format!("{number}{}", "Yang ".repeat(20_000)));
        made
    });
    let places: Vec<_> = places.collect();
    let tiles = tiles(places.clone());
    for z in 0..=MAX_ZOOM {
        assert_eq!(totals(&tiles, &places, &around(&places, z), &Filter::default()).0, 200, "at zoom {z}");
    }
}

#[test]
fn a_million_places_stay_under_fifty_thousand_bytes_a_tile_at_every_zoom() {
    let tiles = tiles(scattered(1_000_000));
    let mut largest = 0;
    for z in 0..=MAX_ZOOM {
        // The densest spot, its neighbours, and a spot in the country.
        let dense = tile_at([119.42, 32.38], z);
        let last = (1_u32 << z) - 1;
        let beside = TileCoord::new(z, (dense.x() + 1).min(last), dense.y()).unwrap();
        for tile in [dense, beside, tile_at([119.6, 33.2], z)] {
            largest = largest.max(encode(&tiles, tile, &Filter::default()).len());
        }
        assert!(!encode(&tiles, dense, &Filter::default()).is_empty(), "nothing in the middle of it at zoom {z}");
    }
    assert!(largest <= MAX_TILE_BYTES, "{largest} bytes");
    for z in [0, 9] {
        let clusters: Vec<_> =
            covering(z).iter().flat_map(|&tile| features(&encode(&tiles, tile, &Filter::default()))).collect();
        let total: u64 = clusters.iter().map(|f| if f.is_cluster() { f.count("count") } else { 1 }).sum();
        assert_eq!(total, 1_000_000, "at zoom {z}");
    }
}

#[test]
fn equal_snapshots_give_equal_bytes() {
    let tile = tile_at([119.44, 32.4], 10);
    let [one, other] = [0, 1].map(|_| encode(&tiles(scattered(500)), tile, &Filter::default()));
    assert_eq!(one, other);
}

/// Number `n` of a sequence that fills the unit square evenly (additive recurrence with the plastic number).
fn spread(n: usize) -> [f64; 2] {
    [0.754_877_666_246_693, 0.569_840_290_998_053_3].map(|step| (0.5 + n as f64 * step).fract())
}

fn spot_within(n: usize, corner: [f64; 2], side: f64) -> [f64; 2] {
    let [x, y] = spread(n);
    [corner[0] + x * side, corner[1] + y * side]
}

/// Places all over the city, every third of them in the middle of it, with one to three roles.
fn scattered(count: usize) -> Vec<Place> {
    let source = "list".into();
    (0..count)
        .map(|n| {
            let [x, y] = spread(n);
            let at = match n % 3 {
                0 => [119.42 + (x - 0.5) * 0.2 * y * y, 32.38 + (y - 0.5) * 0.15],
                _ => [BBOX[0] + x * (BBOX[2] - BBOX[0]), BBOX[1] + y * (BBOX[3] - BBOX[1])],
            };
            let kind = |step: usize| RoleKind::ALL[(n / step) % RoleKind::ALL.len()];
            let roles = [(kind(1), Fee::Free), (kind(7), Fee::Paid), (kind(31), Fee::Unknown)];
            place(n, at, &roles[..=n % 3], &source)
        })
        .collect()
}
