//! The city's store: where it is, opened, and filled on its first start.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use yuren_server::catalog::CityPack;
use yuren_server::store::{Store, StoreAddress, StoreError, open};
use yuren_server::{PackUpdate, take_in};

use crate::terminal::tell;

/// Where stores are kept that nobody named.
const FOLDER: &str = "var";
/// How often a changed folder is tried to be taken in while others edit.
const ATTEMPTS: u32 = 5;
/// Places named at most whose facts were kept.
const SHOWN: usize = 20;

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

/// Opens the city's store, and puts the pack in if it is empty; a pack that has changed since is taken in, editors' facts
/// first.
pub(crate) async fn open_with(address: &StoreAddress, pack: &CityPack) -> Result<Arc<dyn Store>, String> {
    let said = |error| format!("the store {address}: {error}");
    let store = open(address, &pack.city.adcode).await.map_err(said)?;
    if store.head().await.map_err(said)?.revision == 0 {
        match store.seed(pack, yuren_server::now()).await {
            // Another server on the same store was first.
            Ok(_) | Err(StoreError::NotEmpty(_)) => return Ok(store),
            Err(error) => return Err(said(error)),
        }
    }
    let mut attempt = 1;
    loop {
        match take_in(pack, &*store, yuren_server::now()).await {
            Ok(None) => return Ok(store),
            Ok(Some(update)) => {
                tell(&in_words(&update));
                return Ok(store);
            }
            // An edit came between, or another server took it in at the same time.
            Err(StoreError::Conflict { .. }) if attempt < ATTEMPTS => attempt += 1,
            Err(error) => return Err(said(error)),
        }
    }
}

/// What taking in a changed folder came to.
fn in_words(update: &PackUpdate) -> String {
    let mut lines = vec![format!(
        "The city's folder has changed: {} places and {} study routes were brought up to date.",
        update.changed, update.changed_study_routes
    )];
    let count = update.kept.len();
    if count > 0 {
        lines.push(format!("Of {count} places editors' facts differ and were kept; they wait for the reviewers:"));
        let kept = update.kept.iter().take(SHOWN);
        lines.extend(kept.map(|(place, facts)| format!("  {place}: {}", facts.join(", "))));
    }
    if count > SHOWN {
        lines.push(format!("  … and {} more", count - SHOWN));
    }
    for route in &update.kept_study_routes {
        lines.push(format!("Study route {route}: editors changed it too, and theirs was kept."));
    }
    lines.join("\n")
}
