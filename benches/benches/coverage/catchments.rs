//! Floating catchment areas of Porto Alegre's schools, by its population and its streets.

use std::sync::Arc;

use serde_json::{Map, json};
use yuren_coverage::access::{Decay, two_step};
use yuren_coverage::{NEVER, Times, Weights};
use yuren_geodesy::LonLat;
use yuren_network::{Closed, Profile, Scratch, Snap, Snapper, Streets, times_to};

use crate::input::Hexagon;
use crate::record::{Record, shortest};

/// Half an hour on foot, in tenths of a second.
const LIMIT: u32 = 18_000;
/// What is looked at: two hours.
const HORIZON: u32 = 72_000;
/// No street farther off than this, in metres: a hexagon is about 350 m across.
const WITHIN_M: f64 = 1_000.0;

/// Population and schools by hexagon, with the times between them on foot.
pub(crate) struct Table {
    pub(crate) population: Vec<f64>,
    pub(crate) supply: Vec<f64>,
    /// From each hexagon with people to each with schools.
    pub(crate) times: Times,
    /// From each hexagon with people to each other one.
    pub(crate) between: Times,
}

/// Works out the times.
pub(crate) fn table(hexagons: &[Hexagon], streets: &Streets) -> Table {
    let graph = streets.graph(Profile::Walk);
    let snapper = Snapper::new(graph, streets.barriers());
    let snap =
        |hexagon: &Hexagon| snapper.snap(graph, LonLat::new(hexagon.lon, hexagon.lat).expect("a point"), WITHIN_M);
    let snapped: Vec<(&Hexagon, Option<Snap>)> = hexagons.iter().map(|hexagon| (hexagon, snap(hexagon))).collect();
    let lived_in: Vec<_> = snapped.iter().filter(|(hexagon, _)| hexagon.population > 0.0).collect();
    let taught_in: Vec<_> = snapped.iter().filter(|(hexagon, _)| hexagon.schools > 0.0).collect();
    let demand: Vec<_> = lived_in.iter().map(|(_, snap)| *snap).collect();
    let (closed, mut scratch) = (Closed::default(), Scratch::new());
    let mut column = |site: &Option<Snap>| -> Arc<[u32]> {
        match site {
            Some(site) => times_to(graph, site, &demand, HORIZON, &closed, &mut scratch).into(),
            None => vec![NEVER; demand.len()].into(),
        }
    };
    let mut columns = |of: &[&(&Hexagon, Option<Snap>)]| {
        let columns = of.iter().map(|(_, snap)| column(snap)).collect();
        Times::new(demand.len(), columns).expect("columns of the demand")
    };
    let (times, between) = (columns(&taught_in), columns(&lived_in));
    println!(
        "porto-alegre: {} hexagons with people, {} with schools, {} of all {} without a street within {WITHIN_M} m",
        lived_in.len(),
        taught_in.len(),
        snapped.iter().filter(|(_, snap)| snap.is_none()).count(),
        snapped.len()
    );
    Table {
        population: lived_in.iter().map(|(hexagon, _)| hexagon.population).collect(),
        supply: taught_in.iter().map(|(hexagon, _)| hexagon.schools).collect(),
        times,
        between,
    }
}

/// Two-step floating catchment areas, plain and with PySAL's Gaussian.
pub(crate) fn measure(table: &Table, record: &mut Record) {
    let Table { population, supply, times, .. } = table;
    let name = "porto-alegre";
    let weights = Weights::new(population.clone()).expect("a population");
    let half = f64::from(LIMIT) / 2.0;
    let decays = [("2sfca", Decay::Step { limit: LIMIT }), ("gaussian", Decay::Bell { sigma: half, limit: LIMIT })];
    let mut methods = Map::new();
    for (method, decay) in decays {
        let (took, access) = shortest(5, || two_step(times, &weights, supply, &decay).expect("a table"));
        record.fractions(&format!("catchments.{name}.{method}"), access);
        methods.insert(method.to_owned(), json!(took));
    }
    let minutes = |time: u32| if time == NEVER { f64::INFINITY } else { f64::from(time) / 600.0 };
    let rows = (0..times.demand()).flat_map(|row| (0..times.sites()).map(move |site| times.column(site)[row]));
    record.fractions(&format!("catchments.{name}.demand"), population.iter().copied());
    record.fractions(&format!("catchments.{name}.supply"), supply.iter().copied());
    record.fractions(&format!("catchments.{name}.minutes"), rows.map(minutes));
    record.add("catchments", json!({ "name": name, "limit_minutes": f64::from(LIMIT) / 600.0, "methods": methods }));
}
