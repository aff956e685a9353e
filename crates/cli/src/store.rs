//! The city's store: where it is, opened, and filled on its first start.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::Utc;
use yuren_server::catalog::CityPack;
use yuren_server::store::{Store, StoreAddress, fingerprint, open};

use crate::terminal::tell;

/// Where stores are kept that nobody named.
const FOLDER: &str = "var";

/// The address as told, else the file of this city's folder under `var`, which is made.
pub(crate) fn address(told: Option<&StoreAddress>, city: &Path) -> Result<StoreAddress, String> {
    if let Some(address) = told {
        return Ok(address.clone());
    }
    let whole = city.canonicalize().map_err(|error| format!("{} cannot be found: {error}", city.display()))?;
    let name = whole.file_name().map_or_else(|| "city".into(), |name| name.to_string_lossy().into_owned());
    fs::create_dir_all(FOLDER).map_err(|error| {
        format!("the folder {FOLDER} for edits cannot be made ({error}); name another place with --store sqlite:PATH")
    })?;
    format!("sqlite:{FOLDER}/{name}.db").parse().map_err(|error| format!("{error}"))
}

/// Opens the city's store, and puts the pack in if it is empty.
pub(crate) async fn open_with(address: &StoreAddress, pack: &CityPack) -> Result<Arc<dyn Store>, String> {
    let said = |error| format!("the store {address}: {error}");
    let store = open(address, &pack.city.adcode).await.map_err(said)?;
    if store.head().await.map_err(said)?.revision == 0 {
        store.seed(pack, Utc::now()).await.map_err(said)?;
    } else if store.pack().await.map_err(said)?.as_deref() != Some(fingerprint(pack).as_str()) {
        tell(&format!(
            "the city's folder is not the one that {address} began with; its places are served as the store has them"
        ));
    }
    Ok(store)
}
