//! A city as its store has it: the pack's ground, the store's places and study routes.

use std::collections::{BTreeMap, HashMap};

use yuren_catalog::{CityPack, Place, PlaceId, Revision, Source, SourceKey};
use yuren_index::Snapshot;
use yuren_store::{Contents, Head, Store, StoreError};

/// A city with the places and study routes that its store holds.
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
    /// Reads the places and study routes of this pack's city, and the sources that the store has beside the pack's own.
    pub async fn read(pack: CityPack, store: &dyn Store) -> Result<Self, StoreError> {
        Ok(Self::indexed(store.contents().await?, |places, sources, revision| {
            // What the pack says of its own sources is newer than what the store took of them once.
            let sources = sources.into_iter().chain(pack.sources).collect();
            Snapshot::new(CityPack { places, study_routes: Vec::new(), sources, ..pack }, revision)
        }))
    }

    /// The same city, of which there is a snapshot already, with what its store holds by now.
    pub(crate) fn again(before: &Snapshot, contents: Contents) -> Self {
        Self::indexed(contents, |places, sources, revision| before.restocked(places, sources, revision))
    }

    fn indexed(
        contents: Contents,
        index: impl FnOnce(Vec<Place>, BTreeMap<SourceKey, Source>, Revision) -> Snapshot,
    ) -> Self {
        let Contents { head, places, study_routes, sources } = contents;
        let revisions = places.iter().map(|revised| (revised.place.id.clone(), revised.revision)).collect();
        let places = places.into_iter().map(|revised| revised.place).collect();
        let study_routes = study_routes.into_iter().map(|revised| revised.route).collect();
        let snapshot = index(places, sources, head.revision).with_study_routes(study_routes);
        Self { snapshot, head, revisions }
    }
}
