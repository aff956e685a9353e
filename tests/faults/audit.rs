//! The journal beside what the store holds.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value;
use yuren_catalog::Revision;
use yuren_store::{AuditRow, Store, open};
use yuren_tests::Editor;

use crate::journal::{Acknowledged, Edits};

/// Runs work of the store on a runtime of its own.
pub(crate) fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(work)
}

/// Fails unless the store at this address holds every acknowledged edit whole, none that was refused, none that nobody sent,
/// and every revision. Answers with how many edits are there that nobody acknowledged.
pub(crate) fn check(store: &str, edits: &Edits) -> usize {
    run(async {
        let store = open(&store.parse().expect("an address"), &"321000".parse().expect("a code")).await;
        let rows = rows(&store.expect("the store opens")).await;
        let by_text: HashMap<&str, &AuditRow> = rows.iter().map(|row| (row.why.as_str(), row)).collect();
        assert_eq!(by_text.len(), rows.len(), "an edit was committed twice");
        for edit in &edits.acknowledged {
            let row = by_text.get(edit.text.as_str()).unwrap_or_else(|| panic!("{edit:?} is lost"));
            assert_eq!((row.revision, row.of.as_str()), (edit.revision, edit.place.as_str()), "{edit:?}");
        }
        for row in &rows {
            assert!(edits.sent.contains(&row.why), "nobody sent {row:?}");
            assert!(!edits.refused.contains(&row.why), "a server said that it had not committed {row:?}");
            assert!(name(&row.after).ends_with(&format!(" {}", row.why)), "half an edit: {row:?}");
        }
        rows.len() - edits.acknowledged.len()
    })
}

/// What every commit after the first did. Fails where a revision is missing, where an edit did not begin with what the one
/// before it had left, or where a place is not as its last edit left it.
async fn rows(store: &Arc<dyn Store>) -> Vec<AuditRow> {
    let contents = store.contents().await.expect("contents");
    let mut last: HashMap<String, (Revision, String)> = HashMap::new();
    let mut rows = Vec::new();
    for revision in 2..=contents.head.revision {
        let commit = store.audit(revision, None, 2).await.expect("a commit");
        assert_eq!(commit.len(), 1, "revision {revision}: {commit:?}");
        for row in commit {
            let before = last.insert(row.of.to_string(), (revision, row.after.clone()));
            if let Some((_, before)) = before {
                assert_eq!(row.before.as_ref(), Some(&before), "revision {revision}");
            }
            rows.push(row);
        }
    }
    for row in &contents.places {
        match last.get(row.place.id.as_str()) {
            Some((revision, after)) => {
                assert_eq!((row.revision, &row.place.to_feature_json()), (*revision, after));
            }
            None => assert_eq!(row.revision, 1, "{}", row.place.id),
        }
    }
    rows
}

/// Fails unless every acknowledged edit is in its place's history, as the server tells it.
pub(crate) fn check_histories(editor: &Editor<'_>, acknowledged: &[Acknowledged]) {
    let places: HashSet<&str> = acknowledged.iter().map(|edit| edit.place.as_str()).collect();
    let mut told = HashSet::new();
    for place in places {
        let history = editor.get(&format!("/api/v1/admin/places/{place}/history?limit=1000")).json();
        let entries = history["entries"].as_array().expect("entries");
        assert!(entries.len() < 1_000, "{place} was changed more often than a history tells");
        told.extend(entries.iter().map(|entry| {
            let text = entry["why"].as_str().expect("a reason").to_owned();
            (place.to_owned(), entry["revision"].as_u64().expect("a revision"), text)
        }));
        assert_eq!(editor.place(place).0, entries[0]["after"], "{place} is not as its last edit left it");
    }
    for Acknowledged { place, revision, text } in acknowledged {
        assert!(
            told.contains(&(place.clone(), *revision, text.clone())),
            "{text} of {place} is lost: revision {revision}"
        );
    }
}

fn name(feature: &str) -> String {
    let feature: Value = serde_json::from_str(feature).expect("a feature");
    feature["properties"]["name"].as_str().expect("a name").to_owned()
}
