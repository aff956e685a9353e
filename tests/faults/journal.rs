//! What editors were told, kept outside of the servers.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard};

use serde_json::Value;
use yuren_catalog::Revision;
use yuren_tests::{Answer, Editor};

/// An edit that a server said it had committed.
#[derive(Clone, Debug)]
pub(crate) struct Acknowledged {
    pub(crate) place: String,
    pub(crate) revision: Revision,
    /// The reason, and the end of the place's name: no two edits have the same.
    pub(crate) text: String,
}

/// All edits of a test.
#[derive(Default)]
pub(crate) struct Edits {
    pub(crate) acknowledged: Vec<Acknowledged>,
    /// Texts of all that were sent, however they were answered.
    pub(crate) sent: HashSet<String>,
    /// Texts of those that a server said it had not committed.
    pub(crate) refused: HashSet<String>,
}

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Its number among all that were acknowledged, from 1.
    Acknowledged(usize),
    /// Somebody else was faster.
    Late,
    /// The database was away: answered 503, with `Retry-After`.
    Unavailable,
    /// The server went away; whether the edit was committed nobody knows.
    Gone,
}

/// A journal that many editors write.
#[derive(Default)]
pub(crate) struct Journal(Mutex<Edits>);

impl Journal {
    pub(crate) fn edits(&self) -> MutexGuard<'_, Edits> {
        self.0.lock().expect("nobody panics with the journal")
    }

    /// How many edits are acknowledged.
    pub(crate) fn count(&self) -> usize {
        self.edits().acknowledged.len()
    }

    /// Reads a place and changes it, honouring its entity tag.
    pub(crate) fn edit(&self, editor: &Editor<'_>, id: &str) -> Outcome {
        let read = match editor.try_get(&format!("/api/v1/admin/places/{id}")) {
            Ok(read) if read.status == 503 => return unavailable(&read),
            Ok(read) => read,
            Err(_) => return Outcome::Gone,
        };
        let tag = read.header("etag").unwrap_or_else(|| panic!("{read}: no entity tag")).to_owned();
        let text = self.new_text();
        let place = renamed(&read.json()["place"], &text);
        match editor.try_put(&place, &tag, &text) {
            Ok(answer) => self.told(id, text, &answer),
            Err(_) => Outcome::Gone,
        }
    }

    /// Notes how an edit was answered.
    pub(crate) fn told(&self, id: &str, text: String, answer: &Answer) -> Outcome {
        match answer.status {
            200 => {
                let revision = answer.json()["revision"].as_u64().expect("a revision");
                let acknowledged = &mut self.edits().acknowledged;
                acknowledged.push(Acknowledged { place: id.to_owned(), revision, text });
                Outcome::Acknowledged(acknowledged.len())
            }
            412 => {
                self.edits().refused.insert(text);
                Outcome::Late
            }
            503 => {
                let detail = answer.problem(503)["detail"].to_string();
                // Otherwise it asks to read again before repeating.
                if detail.contains("nothing was changed") {
                    self.edits().refused.insert(text);
                }
                unavailable(answer)
            }
            _ => panic!("{answer}"),
        }
    }

    /// A text that no other edit has.
    pub(crate) fn new_text(&self) -> String {
        let mut edits = self.edits();
        let text = format!("#{}", edits.sent.len());
        edits.sent.insert(text.clone());
        text
    }
}

/// The place with this text at the end of its name instead of the one it has.
pub(crate) fn renamed(place: &Value, text: &str) -> Value {
    let mut place = place.clone();
    let name = place["properties"]["name"].as_str().expect("a name");
    let name = name.split(" #").next().expect("a name before the text");
    place["properties"]["name"] = format!("{name} {text}").into();
    place
}

fn unavailable(answer: &Answer) -> Outcome {
    assert_eq!(answer.problem(503)["code"], "store_unavailable", "{answer}");
    let seconds = answer.header("retry-after").and_then(|seconds| seconds.parse::<u32>().ok());
    assert!(seconds.is_some_and(|seconds| seconds > 0), "{answer}: no Retry-After");
    Outcome::Unavailable
}
