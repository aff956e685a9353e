//! How fast a city answers: nearest, tiles, search and the making of a snapshot, at the sample city's size and at a million places.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use yuren_benches::{Random, city};
use yuren_catalog::{Fee, RoleKind};
use yuren_geodesy::{LonLat, TileCoord};
use yuren_index::{Filter, Snapshot};
use yuren_tiles::{TileLayer, Tiles};

const SEED: u64 = 20_250_214;
const SIZES: [(&str, usize); 2] = [("2k", 2_000), ("1M", 1_000_000)];

fn cities(c: &mut Criterion) {
    for (size, places) in SIZES {
        let snapshot = Arc::new(Snapshot::new(city(places, SEED), 1));
        nearest(c, size, &snapshot);
        search(c, size, &snapshot);
        tiles(c, size, &snapshot);
    }
    c.benchmark_group("snapshot").sample_size(10).bench_function("2k", |b| {
        b.iter_batched(|| city(2_000, SEED), |pack| Snapshot::new(pack, 1), BatchSize::LargeInput);
    });
}

fn nearest(c: &mut Criterion, size: &str, snapshot: &Snapshot) {
    let free_venue = Filter {
        roles: [RoleKind::Venue].into_iter().collect(),
        fees: [Fee::Free].into_iter().collect(),
        regions: vec![],
    };
    let rare = Filter {
        roles: [RoleKind::PracticeCentre].into_iter().collect(),
        fees: [Fee::Paid].into_iter().collect(),
        regions: vec!["329901".parse().expect("a code")],
    };
    let mut group = c.benchmark_group(format!("nearest 10/{size}"));
    for (name, filter) in [("any", Filter::default()), ("free venue", free_venue), ("rare in a district", rare)] {
        let random = &mut Random::new(SEED);
        group.bench_function(name, |b| b.iter(|| black_box(snapshot.nearest(random.point(), 10, None, &filter))));
    }
}

fn search(c: &mut Criterion, size: &str, snapshot: &Snapshot) {
    let mut group = c.benchmark_group(format!("search/{size}"));
    for query in ["候学驿站", "houxueyizhan", "hxyz", "0001999"] {
        group.bench_function(query, |b| b.iter(|| black_box(snapshot.search(query, None, 10))));
    }
}

fn tiles(c: &mut Criterion, size: &str, snapshot: &Arc<Snapshot>) {
    let tiles = Tiles::new(Arc::clone(snapshot));
    let middle = LonLat::new(119.5, 32.7).expect("a coordinate");
    let mut group = c.benchmark_group(format!("tile/{size}"));
    group.sample_size(10);
    for zoom in [8, 10, 13, 16] {
        let coord = TileCoord::containing(middle, zoom);
        group.bench_function(format!("z{zoom}"), |b| {
            b.iter(|| black_box(tiles.tile(TileLayer::Places, coord, &Filter::default())));
        });
    }
}

criterion_group!(benches, cities);
criterion_main!(benches);
