//! At a million places, of which one in a hundred thousand matches, nearest looks at a handful of them.
//!
//! What is counted is [`yuren_index::Nearest::visited`]: every tree node and entry whose distance was bounded. Where one
//! place in 100,000 matches it is at most 32, from anywhere on Earth. Where many match it is at most 600 from inside the
//! city and 6,000 from far outside, where thousands of places are almost equally far.

use std::collections::BTreeSet;

use yuren_catalog::{Fee, Place, RegionCode, RoleKind, SourceKey};
use yuren_geodesy::{LonLat, Wgs84};
use yuren_index::{Filter, Snapshot};

use crate::support;

const PLACES: usize = 1_000_000;
/// One in 100,000.
const MATCHING: usize = 10;

/// The rare combination: a free counselling station in this town. Each of the three alone is common.
const TOWN: &str = "321084100";
const KIND: RoleKind = RoleKind::Counselling;
const FEE: Fee = Fee::Free;

/// Numbers without a pattern, the same ones every time (`SplitMix64`, Steele et al. 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) as usize % limit
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.below(1 << 52) as f64 / (1_u64 << 52) as f64
    }
}

/// Codes of 7 districts with 14 towns of 15 villages each, [`TOWN`] among them.
fn villages() -> Vec<RegionCode> {
    let districts = ["321002", "321003", "321012", "321023", "321071", "321081", "321084"];
    let towns = districts.iter().flat_map(|district| (100..114).map(move |town| format!("{district}{town}")));
    towns.flat_map(|town| (200..215).map(move |village| support::code(&format!("{town}{village}")))).collect()
}

/// Half of the places crowd in a few square kilometres of the old town, half are spread over the city. The matching ones
/// stand by themselves in the far north. Around them in their own town, and everywhere else, are free places that are no
/// counselling stations, and counselling stations that cost something or of which nobody knows: some of those at one place
/// with another role that is free, so that a filter which looked at places instead of roles would take them.
fn million() -> Vec<Place> {
    let villages = villages();
    let source = SourceKey::from("synthetic");
    let mut numbers = Numbers(42);
    let others = [RoleKind::Venue, RoleKind::ParentSchool, RoleKind::School, RoleKind::Heritage];
    let mut places = Vec::with_capacity(PLACES);
    for i in 0..PLACES {
        let village = &villages[numbers.below(villages.len())];
        let in_town = village.as_str().starts_with(TOWN);
        let (lon, lat) = if i % 2 == 0 {
            (numbers.between(119.42, 119.46), numbers.between(32.38, 32.41))
        } else {
            (numbers.between(119.0, 120.0), numbers.between(32.1, 33.4))
        };
        let id = format!("p-{i:07}");
        let name = format!("示例图书馆 {i:06} · 高邮市");
        let mut place = support::place(&id, &name, lon, lat, village, &source);
        let other = others[numbers.below(others.len())];
        place.roles = match i % 3 {
            0 => vec![support::role("r-1", other, Some(FEE), &source)],
            1 => vec![
                support::role("r-1", KIND, Some(Fee::Paid), &source),
                support::role("r-2", other, Some(FEE), &source),
            ],
            _ if in_town => vec![support::role("r-1", KIND, None, &source)],
            _ => vec![support::role("r-1", KIND, Some(FEE), &source)],
        };
        places.push(place);
    }
    for i in 0..MATCHING {
        let place = &mut places[i * (PLACES / MATCHING)];
        let village = support::code(&format!("{TOWN}{}", 200 + i));
        let name = format!("示例润心站 {i}");
        *place = support::place(place.id.as_str(), &name, 119.5 + i as f64 / 100.0, 33.9, &village, &source);
        place.roles = vec![support::role("r-1", KIND, Some(FEE), &source)];
    }
    places
}

fn at(lon: f64, lat: f64) -> LonLat<Wgs84> {
    LonLat::new(lon, lat).expect("a point")
}

#[test]
fn what_does_not_match_is_not_visited_at_a_million_places() {
    let snapshot = Snapshot::new(support::pack(million(), Vec::new()), 1);
    let rare = Filter {
        roles: [KIND].into_iter().collect(),
        fees: [FEE].into_iter().collect(),
        regions: vec![support::code(TOWN)],
    };
    assert_eq!(snapshot.matching(&rare).len(), MATCHING);

    // Common kinds and fees, nested and overlapping regions, every tree of the city at once.
    let common = [
        Filter::default(),
        Filter { fees: [FEE].into_iter().collect(), ..Filter::default() },
        Filter { roles: [KIND].into_iter().collect(), ..Filter::default() },
        Filter { regions: vec![support::code(TOWN), support::code("321084"), support::code("321002")], ..rare.clone() },
    ];
    // From the crowded old town, among the matching places, and the open country; then from 1,000 km off, the antipode
    // and a pole.
    let inside = [at(119.44, 32.40), at(119.55, 33.9), at(119.3, 32.85)];
    let outside = [at(119.4, 23.4), at(-60.56, -32.4), at(0.0, 90.0)];
    for (origins, at_most) in [(inside, 600), (outside, 6_000)] {
        let mut most = [0, 0];
        for origin in origins {
            let found = snapshot.nearest(origin, MATCHING, None, &rare);
            assert_eq!(found.hits.len(), MATCHING);
            most[0] = most[0].max(found.visited);
            for filter in &common {
                let found = snapshot.nearest(origin, MATCHING, None, filter);
                let places: BTreeSet<_> = found.hits.iter().map(|hit| hit.place).collect();
                assert_eq!(places.len(), MATCHING);
                most[1] = most[1].max(found.visited);
            }
        }
        println!("of {PLACES} places visited: {} where one in 100,000 matches, {} where many do", most[0], most[1]);
        assert!(most[0] <= 32 && most[1] <= at_most, "visited {most:?}");
    }

    assert_eq!(snapshot.nearest(at(119.44, 32.40), MATCHING, Some(1_000.0), &rare).hits, []);
    let nowhere = Filter { roles: [RoleKind::PracticeCentre].into_iter().collect(), ..Filter::default() };
    assert_eq!(snapshot.nearest(at(119.44, 32.40), MATCHING, None, &nowhere).visited, 0);
}
