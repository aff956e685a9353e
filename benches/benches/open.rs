//! How fast 100,000 places are filtered by "open when one arrives there on foot", on one core.
//!
//! Twice: with sixty different hours among them, as lists have them, and with every place's hours its own. Each with the day's
//! schedules worked out before, and on a day that nobody has asked about yet.

use std::hint::black_box;
use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveDateTime};
use criterion::{Criterion, criterion_group, criterion_main};
use yuren_benches::{Random, city};
use yuren_catalog::calendar::{Admission, PublicCalendar, YearNotice};
use yuren_catalog::{CityPack, Sourced};
use yuren_geodesy::LonLat;
use yuren_index::{Filter, Hit, Pace, Snapshot, Visit};

const SEED: u64 = 20_250_214;
const PLACES: usize = 100_000;
/// On foot, 4.5 km/h over 1.35 times the straight line.
const WALK: Pace = Pace { metres_a_minute: 75.0, detour: 1.35 };

/// A city whose places are open on weekdays and at times of their own, so many of them different.
fn open_city(different: u64) -> CityPack {
    let mut pack = city(PLACES, SEED);
    let random = &mut Random::new(SEED);
    let notice = YearNotice::from_toml(include_bytes!("../../data/calendar/cn-2026.toml")).expect("the notice of 2026");
    pack.calendar.public = PublicCalendar::new(vec![notice]).expect("one notice");
    for place in &mut pack.places {
        let provenance = place.name_provenance.clone();
        let number = random.below(different);
        for role in &mut place.roles {
            let (opens, closes) = (7 * 60 + number % 180, 16 * 60 + number / 180 % 300);
            let saturday = number / 54_000 % 60;
            let hours = format!(
                "Tu-Fr {:02}:{:02}-{:02}:{:02}; Sa,Su 09:{saturday:02}-16:00; PH 10:00-16:00",
                opens / 60,
                opens % 60,
                closes / 60,
                closes % 60
            );
            role.hours = Some(Sourced { value: hours, provenance: provenance.clone() });
            let admission = Admission { last_admission_minutes: Some(30), ..Admission::default() };
            role.admission = Some(Sourced { value: admission, provenance: provenance.clone() });
        }
    }
    pack
}

fn at(date: NaiveDate) -> NaiveDateTime {
    date.and_hms_opt(13, 20, 0).expect("a time of day")
}

fn visit(leaves: NaiveDateTime) -> Visit {
    Visit { leaves, pace: Some(WALK), until: None, would_book: false }
}

fn open_on_arrival(c: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2026, 3, 4).expect("a date");
    let centre = LonLat::new(119.45, 32.8).expect("a coordinate");
    let filter = Filter::default();
    for (name, different) in [("60 hours", 60), ("every place's own hours", 1_000_000)] {
        let snapshot = Snapshot::new(open_city(different), 1);
        let hits = snapshot.within_radius(centre, 200_000.0, &filter);
        assert_eq!(hits.len(), PLACES);
        let count = |hits: &[Hit], leaves: NaiveDateTime| {
            let visit = visit(leaves);
            let mut lets_in = snapshot.lets_in(&filter, &visit);
            hits.iter().filter(|hit| lets_in(hit.place, Some(hit.distance_m))).count()
        };
        println!("{name}: {} of {PLACES} let one in", count(&hits, at(day)));

        // A day is new only once, so this is no loop of Criterion's.
        let mut first: Vec<_> = (1..=21)
            .map(|week| {
                let began = Instant::now();
                black_box(count(&hits, at(day + Days::new(7 * week))));
                began.elapsed()
            })
            .collect();
        first.sort_unstable();
        println!("{name}: on a day that nobody has asked about, median {:?}, worst {:?}", first[10], first[20]);

        let mut group = c.benchmark_group(format!("open on arrival 100k/{name}"));
        group.sample_size(10);
        group.bench_function("the day known", |b| b.iter(|| black_box(count(&hits, at(day)))));
        group.bench_function("measured and in order", |b| {
            b.iter(|| black_box(snapshot.within_radius_open(centre, 200_000.0, &filter, &visit(at(day)))));
        });
        group.bench_function("the nearest 10", |b| {
            b.iter(|| black_box(snapshot.nearest_open(centre, 10, None, &filter, &visit(at(day)))));
        });
    }
}

criterion_group!(benches, open_on_arrival);
criterion_main!(benches);
