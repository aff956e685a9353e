//! A city's streets beside its pack: `streets.yuren`.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use yuren_server::network::Streets;

use crate::folder::STREETS;

/// No file of streets may be larger: those of a whole country take less.
const LARGEST: u64 = 4 << 30;

/// The streets in a city's folder; `None` = there are none. The error is a sentence for people.
pub(crate) fn of_city(city: &Path) -> Result<Option<Arc<Streets>>, String> {
    let path = city.join(STREETS);
    let shown = path.display();
    let mut bytes = Vec::new();
    match File::open(&path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(format!("{shown} cannot be read: {error}")),
        Ok(read) if read as u64 > LARGEST => return Err(format!("{shown} is larger than {LARGEST} bytes")),
        Ok(_) => {}
    }
    let streets = Streets::from_bytes(&bytes).map_err(|error| {
        let city = city.display();
        format!("{shown}: {error}; make it anew by `yuren network build {city} FILE.osm.pbf`, or take it away")
    })?;
    Ok(Some(Arc::new(streets)))
}
