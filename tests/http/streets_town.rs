//! A town with streets that can be walked on paper.
//!
//! ```text
//!                     far (2.8 km from every street)
//!
//!   lat 32.410  ●━━━━━━━━━━━━━━ north ━━━ yard     the north street
//!               ┃ the link
//!   lat 32.400  ● west ━━━━━━━━━━━ you ━━━●        the south street; the yard's door is at this end
//!            lon 119.45              119.479  119.48
//! ```

use std::fs;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use serde_json::{Value, json};
use yuren_tests::extract::{Extract, Tags};
use yuren_tests::{PackCopy, Server, run};

/// Where one asks from: close to the south street's east end.
pub(crate) const YOU: (f64, f64) = (119.479, 32.4);

/// A server of the town, and its folder.
pub(crate) struct Town {
    pub(crate) server: Server,
    _pack: PackCopy,
}

impl Town {
    /// The one that tests share while one of them holds it.
    pub(crate) fn shared() -> Arc<Self> {
        static SHARED: Mutex<Weak<Town>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let town = Arc::new(Self::new(&[]));
            *shared = Arc::downgrade(&town);
            town
        })
    }

    /// One with so many venues more along the north street, and one 2.9 km to the south of where one asks from.
    pub(crate) fn crowded(more: u32) -> Self {
        let at = |i: u32| [119.46 + 0.014 * f64::from(i) / f64::from(more), 32.41];
        let crowd = (0..more).map(|i| place(&format!("north-{i}"), at(i), &["venue"], &[]));
        let south = place("south", [YOU.0, 32.3739], &["venue"], &[]);
        Self::new(&crowd.chain([south]).collect::<Vec<_>>())
    }

    fn new(more: &[Value]) -> Self {
        let pack = PackCopy::new();
        for file in fs::read_dir(pack.folder().join("places")).expect("a folder of the tests'") {
            let nothing = json!({ "type": "FeatureCollection", "features": [] }).to_string();
            fs::write(file.expect("an entry").path(), nothing).expect("a file of the tests'");
        }
        // Routes stop at places that are no more.
        fs::remove_file(pack.folder().join("study-routes.toml")).expect("a file of the tests'");
        pack.write("places/321002.geojson", &town_places(more).to_string());
        let extract = pack.folder().join("town.osm.pbf");
        fs::write(&extract, streets().bytes()).expect("a file of the tests'");
        let built = run(&["network", "build", pack.argument(), extract.to_str().expect("a plain name")]);
        assert!(built.status.success(), "{}", built.stderr);
        Self { server: Server::start(Some(pack.folder()), &[]), _pack: pack }
    }
}

fn streets() -> Extract {
    const STREET: Tags = &[("highway", "residential")];
    let node = |id, lon: f64, lat: f64| (id, [lon, lat].map(|degrees| (degrees * 1e7).round() as i64), [].as_slice());
    Extract {
        nodes: vec![node(1, 119.48, 32.41), node(2, 119.45, 32.41), node(3, 119.45, 32.4), node(4, 119.48, 32.4)],
        ways: vec![(11, vec![1, 2], STREET), (12, vec![2, 3], STREET), (13, vec![3, 4], STREET)],
        ..Extract::default()
    }
}

fn town_places(more: &[Value]) -> Value {
    // The yard's first entrance is 2 km from every street.
    let yard = place("yard", [119.48, 32.41], &["venue", "school"], &[[119.48, 32.43], [119.48, 32.3999]]);
    let west = place("west", [119.45, 32.4], &["venue", "school"], &[]);
    let north = place("north", [119.475, 32.41], &["venue"], &[]);
    let far = place("far", [119.46, 32.435], &["venue"], &[]);
    let features = [&[yard, west, north, far], more].concat();
    json!({ "type": "FeatureCollection", "features": features })
}

/// A place whose roles are open from nine to five every day.
fn place(name: &str, point: [f64; 2], roles: &[&str], entrances: &[[f64; 2]]) -> Value {
    let role = |kind: &&str| {
        json!({
            "id": format!("r-{name}-{kind}"), "kind": kind, "claim": { "source": "synthetic" },
            "hours": { "value": "Mo-Su 09:00-17:00", "source": "synthetic" },
        })
    };
    json!({
        "type": "Feature", "id": format!("p-{name}"), "geometry": { "type": "Point", "coordinates": point },
        "properties": {
            "name": format!("示例院 {name}"), "name_source": { "source": "synthetic" },
            "position": { "precision": "synthetic", "radius_m": 10.0, "source": "synthetic" },
            "region": "321002", "entrances": entrances, "roles": roles.iter().map(role).collect::<Vec<_>>(),
        },
    })
}
