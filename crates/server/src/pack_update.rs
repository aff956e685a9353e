//! A city's folder that has changed since its store took it in: an import in which editors' facts win.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use yuren_catalog::{ChangeSet, CityPack, Expected, Place, PlaceChange, PlaceId, Revision, Status, merge};
use yuren_store::{Author, Contents, Revised, Store, StoreError};

use crate::pack_difference;

/// Newest changes of a place that are looked through for the pack's own.
const LOOKED_THROUGH: u32 = 1_000;

/// What taking in a changed pack came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackUpdate {
    /// The commit; `None` = no place had to change.
    pub revision: Option<Revision>,
    /// How many places changed.
    pub changed: usize,
    /// Facts that editors and the pack both changed, and that stand as editors have them, by place.
    pub kept: BTreeMap<PlaceId, Vec<String>>,
}

/// Takes in the pack, all of it or nothing, if it is not the one that the store took in last; `None` = it is.
///
/// A place that is gone from the pack is withdrawn unless an editor has changed it. What stands as editors have it and the
/// pack has otherwise is reported to the reviewers.
pub async fn take_in(pack: &CityPack, store: &dyn Store, at: DateTime<Utc>) -> Result<Option<PackUpdate>, StoreError> {
    let fingerprint = yuren_store::fingerprint(pack);
    if store.pack().await?.as_deref() == Some(fingerprint.as_str()) {
        return Ok(None);
    }
    let Contents { places, sources, .. } = store.contents().await?;
    let mut update = PackUpdate::default();
    let mut changes = Vec::new();
    let in_pack: BTreeMap<&PlaceId, &Place> = pack.places.iter().map(|place| (&place.id, place)).collect();
    for Revised { place: stored, revision } in &places {
        let packed = in_pack.get(&stored.id).copied();
        if packed == Some(stored) {
            continue;
        }
        let Some(Base { place: base, is_newest }) = base(store, &stored.id).await? else {
            // It never came from a pack.
            continue;
        };
        let place = match packed {
            Some(packed) => {
                let merged = merge(&base, stored, packed);
                if !merged.kept.is_empty() {
                    update.kept.insert(stored.id.clone(), merged.kept);
                }
                merged.place
            }
            None if is_newest => Place { status: Status::Withdrawn, ..stored.clone() },
            None => {
                if base.status != Status::Withdrawn {
                    update.kept.insert(stored.id.clone(), vec!["status".to_owned()]);
                }
                continue;
            }
        };
        if place != *stored {
            changes.push(PlaceChange { place, expected: Expected::AsOf(*revision) });
        }
    }
    let known: BTreeSet<&PlaceId> = places.iter().map(|revised| &revised.place.id).collect();
    let new = pack.places.iter().filter(|place| !known.contains(&place.id));
    changes.extend(new.map(|place| PlaceChange { place: place.clone(), expected: Expected::Absent }));
    let new_sources = pack.sources.iter().filter(|(key, _)| !sources.contains_key(*key));
    let sources: BTreeMap<_, _> = new_sources.map(|(key, source)| (key.clone(), source.clone())).collect();
    update.changed = changes.len();
    if !changes.is_empty() || !sources.is_empty() {
        let set = ChangeSet { changes, sources, why: "the city's folder changed".to_owned(), ..ChangeSet::default() };
        update.revision = Some(store.commit(&set, &Author::CityPack, at).await?);
    }
    for (id, kept) in &update.kept {
        let report = pack_difference::report(&fingerprint, id, in_pack.get(id).copied(), kept)?;
        match store.report(&report, at).await {
            // It was broken off last time after it had told this.
            Ok(()) | Err(StoreError::Exists(_)) => {}
            Err(error) => return Err(error),
        }
    }
    store.took_in(pack).await?;
    Ok(Some(update))
}

/// A place as the pack had it last.
struct Base {
    place: Place,
    /// Whether nobody has changed it since.
    is_newest: bool,
}

async fn base(store: &dyn Store, id: &PlaceId) -> Result<Option<Base>, StoreError> {
    let rows = store.history(id, None, LOOKED_THROUGH).await?;
    let Some((since, row)) = rows.iter().enumerate().find(|(_, row)| row.by == Author::CityPack) else {
        return Ok(None);
    };
    let place = Place::from_feature_json(&row.after)
        .map_err(|_| StoreError::Corrupt(format!("revision {} of place {id} cannot be read", row.revision)))?;
    Ok(Some(Base { place, is_newest: since == 0 }))
}
