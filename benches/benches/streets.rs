//! How fast a street graph answers: on a generated grid of 400 by 400 nodes, and on Liechtenstein's streets where
//! `YUREN_EXTRA_DATA` names a folder that has `osm/liechtenstein-latest.osm.pbf`.
//!
//! The grid: times from 1,437 demand points to 1,296 sites from nothing, a search for each site. Liechtenstein: times from 250
//! places to 1,296 by contraction, equal to a search from each; the area within 15 minutes' walk.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::Instant;

use criterion::{Criterion, criterion_group, criterion_main};
use yuren_benches::Random;
use yuren_geodesy::{BBox, LonLat};
use yuren_network::{
    Barriers, Closed, Direction, Graph, GridCity, Matrix, NEVER, Profile, Scratch, Snap, Snapper, build, grid_city,
    isochrone, isochrones, reach, times_to_each,
};

const SEED: u64 = 20_250_214;
const DEMAND: usize = 1_437;
const SITES: usize = 1_296;
/// 60 minutes: what is looked at beyond any threshold up to 20.
const HORIZON: u32 = 36_000;
const QUARTER_HOUR: u32 = 9_000;
const TOLERANCE_M: f64 = 25.0;

/// So many places, each within about 100 m of a node drawn at random, so that there are more where there are more streets.
fn places(graph: &Graph, snapper: &Snapper, count: usize, seed: u64) -> Vec<Snap> {
    let random = &mut Random::new(seed);
    let draw = || {
        let node = graph.position(random.below(graph.node_count() as u64) as u32);
        let mut near = |degrees: f64| degrees + (random.unit() - 0.5) * 0.002;
        let at = LonLat::new(near(node.lon()), near(node.lat())).expect("a place beside a node");
        snapper.snap(graph, at, 300.0)
    };
    std::iter::repeat_with(draw).flatten().take(count).collect()
}

fn grid(c: &mut Criterion) {
    // Blocks of 100 m, walked at 4.5 km/h.
    let graph = grid_city(GridCity { columns: 400, rows: 400, block_m: 100.0, block_time: 800 });
    let snapper = Snapper::new(&graph, &Barriers::default());
    let sites = places(&graph, &snapper, SITES, SEED);
    let demand: Vec<_> = places(&graph, &snapper, DEMAND, SEED + 1).into_iter().map(Some).collect();
    let closed = Closed::default();
    let mut group =
        c.benchmark_group(format!("grid of 400 by 400 nodes/{SITES} sites by {DEMAND} points from nothing"));
    group.sample_size(10);
    for (name, limit) in [("60 minutes", HORIZON), ("15 minutes", QUARTER_HOUR)] {
        group.bench_function(name, |b| b.iter(|| black_box(times_to_each(&graph, &sites, &demand, limit, &closed))));
    }
}

/// The extract, if there is one to be had.
fn extract() -> Option<Vec<u8>> {
    const FILE: &str = "osm/liechtenstein-latest.osm.pbf";
    let Some(folder) = std::env::var_os("YUREN_EXTRA_DATA") else {
        println!("not run: Liechtenstein's streets; YUREN_EXTRA_DATA names no folder");
        return None;
    };
    let path = PathBuf::from(folder).join(FILE);
    match std::fs::read(&path) {
        Ok(bytes) => {
            println!("streets of {}", path.display());
            Some(bytes)
        }
        Err(error) => {
            println!("not run: Liechtenstein's streets; {}: {error}", path.display());
            None
        }
    }
}

fn liechtenstein(c: &mut Criterion) {
    let Some(pbf) = extract() else { return };
    let world = BBox::new(-180.0, -90.0, 180.0, 90.0).expect("a box");
    let (streets, _) = build(&pbf, world, &mut |_| ControlFlow::Continue(())).expect("an extract");
    let graph = streets.graph(Profile::Walk);
    println!("on foot: {:?}", streets.about().of(Profile::Walk));
    let began = Instant::now();
    let snapper = Snapper::new(graph, streets.barriers());
    println!("the tree of its segments, and of {} barriers: {:?}", streets.barriers().lines.len(), began.elapsed());
    let (from, to) = (places(graph, &snapper, 250, SEED), places(graph, &snapper, SITES, SEED + 1));
    let began = Instant::now();
    let matrix = Matrix::new(graph, streets.order(Profile::Walk)).expect("an order");
    println!("its shortcuts and their times: {:?}", began.elapsed());

    let closed = Closed::default();
    let mut scratch = Scratch::new();
    let began = Instant::now();
    let rows = from.iter().flat_map(|from| {
        let found = reach(graph, from, NEVER, Direction::From, &closed, &mut scratch);
        to.iter().map(|to| found.time_at(graph, to)).collect::<Vec<_>>()
    });
    let searched: Vec<_> = rows.collect();
    println!("250 by {SITES} by a search from each: {:?}", began.elapsed());
    assert_eq!(matrix.times(graph, &from, &to), searched, "the matrix and the searches differ");

    let mut group = c.benchmark_group("Liechtenstein on foot");
    group.bench_function(format!("250 by {SITES}"), |b| b.iter(|| black_box(matrix.times(graph, &from, &to))));
    group.bench_function("a street closed", |b| {
        b.iter(|| black_box(matrix.with_closed(graph, [from[0].edge].into_iter().collect())));
    });
    let mut next = from.iter().cycle();
    group.bench_function("a place to its street", |b| {
        b.iter(|| black_box(snapper.snap(graph, next.next().expect("a cycle").place, 300.0)));
    });
    group.bench_function("15 minutes: reach", |b| {
        b.iter(|| {
            let from = next.next().expect("a cycle");
            black_box(reach(graph, from, QUARTER_HOUR, Direction::From, &closed, &mut scratch).edges(graph).count())
        });
    });
    group.bench_function("15 minutes: reach and area", |b| {
        b.iter(|| {
            let from = next.next().expect("a cycle");
            let found = reach(graph, from, QUARTER_HOUR, Direction::From, &closed, &mut scratch);
            black_box(isochrone(graph, &found, TOLERANCE_M))
        });
    });
    group.bench_function("5, 10 and 15 minutes: reach and areas", |b| {
        b.iter(|| {
            let from = next.next().expect("a cycle");
            let found = reach(graph, from, QUARTER_HOUR, Direction::From, &closed, &mut scratch);
            black_box(isochrones(graph, &found, &[3_000, 6_000, QUARTER_HOUR], TOLERANCE_M))
        });
    });
}

criterion_group!(benches, grid, liechtenstein);
criterion_main!(benches);
