//! A city as its store has it: the pack's ground, the store's places.

use std::collections::HashMap;

use yuren_catalog::{CityPack, PlaceId, Revision};
use yuren_index::Snapshot;
use yuren_store::{Contents, Head, Store, StoreError};

/// A city with the places that its store holds.
#[derive(Debug)]
pub struct StoredCity {
    /// The city, indexed.
    pub snapshot: Snapshot,
    /// Where it stands in the store.
    pub head: Head,
    /// Which commit last changed a place.
    pub revisions: HashMap<PlaceId, Revision>,
}

impl StoredCity {
    /// Reads the places of this pack's city, and the sources that the store has beside the pack's own.
    pub async fn read(pack: CityPack, store: &dyn Store) -> Result<Self, StoreError> {
        let Contents { head, places, sources } = store.contents().await?;
        let revisions = places.iter().map(|revised| (revised.place.id.clone(), revised.revision)).collect();
        let places = places.into_iter().map(|revised| revised.place).collect();
        // What the pack says of its own sources is newer than what the store took of them once.
        let sources = sources.into_iter().chain(pack.sources).collect();
        let snapshot = Snapshot::new(CityPack { places, sources, ..pack }, head.revision);
        Ok(Self { snapshot, head, revisions })
    }
}
