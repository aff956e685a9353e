//! Problem and plan as the checker reads them. These are not the structures that plans are made with, on purpose: a mistake there
//! is not to be shared here. Every list has a bound, so that few bytes cannot ask for much memory; the rest is serde's, which
//! refuses what is nested deeply, unknown fields, a field twice, and numbers that are negative, broken or too large.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use serde::de::{DeserializeOwned, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::Unreadable;

/// The longest problem that is read, in bytes: one at every bound at once is shorter.
const MOST_PROBLEM: usize = 64 << 20;
/// The longest plan that is read, in bytes: twelve routes of 400 visits, indented, are below 2 MiB.
const MOST_PLAN: usize = 4 << 20;

/// A list of `MOST` entries at most.
pub(super) struct List<T, const MOST: usize>(Vec<T>);

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T, const MOST: usize> Deref for List<T, MOST> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for List<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T, const MOST: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for Entries<T, MOST> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of {MOST} entries at most")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Vec<T>, A::Error> {
                let mut read = Vec::new();
                while let Some(entry) = entries.next_element()? {
                    if read.len() == MOST {
                        return Err(A::Error::invalid_length(MOST + 1, &self));
                    }
                    read.push(entry);
                }
                Ok(read)
            }
        }
        deserializer.deserialize_seq(Entries::<T, MOST>(PhantomData)).map(Self)
    }
}

/// A table from node to node.
pub(super) type Table = List<List<u32, 420>, 420>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub(super) groups: List<Party, 12>,
    pub(super) end: usize,
    pub(super) back_by: u32,
    pub(super) points: List<Venue, 400>,
    pub(super) travel: Table,
    #[serde(default)]
    pub(super) walk_m: Table,
    #[serde(default)]
    pub(super) once: bool,
    #[serde(default)]
    pub(super) before: List<(usize, usize), 1000>,
    #[serde(default)]
    pub(super) one_of: List<Choice, 1000>,
    #[serde(default)]
    pub(super) max_leg: Option<u32>,
    #[serde(default)]
    pub(super) max_walk_m: Option<u32>,
    #[serde(default)]
    pub(super) max_without_toilet: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Party {
    pub(super) people: u32,
    pub(super) start: usize,
    pub(super) leave_from: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Venue {
    pub(super) node: usize,
    pub(super) score: u32,
    pub(super) stay: Length,
    pub(super) windows: List<Hours, 1000>,
    #[serde(default)]
    pub(super) group_min: Option<u32>,
    #[serde(default)]
    pub(super) group_max: Option<u32>,
    #[serde(default)]
    pub(super) at_once: Option<u32>,
    #[serde(default)]
    pub(super) slots: List<Admission, 1000>,
    #[serde(default)]
    pub(super) must: bool,
    #[serde(default)]
    pub(super) toilet: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Length {
    pub(super) base: u32,
    #[serde(default)]
    pub(super) per_person: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    pub(super) open: u32,
    pub(super) last_entry: u32,
    pub(super) close: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Admission {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) people: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Choice {
    pub(super) points: List<usize, 400>,
    pub(super) must: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub(super) score: u64,
    pub(super) routes: Vec<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Day {
    pub(super) leave: u64,
    pub(super) visits: Vec<Call>,
    pub(super) back: u64,
    pub(super) travel: u64,
    pub(super) walk_m: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Call {
    pub(super) point: u64,
    pub(super) arrive: u64,
    pub(super) start: u64,
    pub(super) end: u64,
}

/// Reads a plan.
pub(super) fn answer(json: &[u8]) -> Result<Answer, Unreadable> {
    read("plan", json, MOST_PLAN)
}

/// Reads a problem, and sees that what it names is there.
pub(super) fn asked(json: &[u8]) -> Result<Asked, Unreadable> {
    let asked: Asked = read("problem", json, MOST_PROBLEM)?;
    let nodes = asked.travel.len();
    square("travel", &asked.travel, nodes)?;
    if !asked.walk_m.is_empty() {
        square("walk_m", &asked.walk_m, nodes)?;
    }
    let starts = asked.groups.iter().map(|group| group.start);
    let node = starts.chain(asked.points.iter().map(|point| point.node)).chain([asked.end]);
    named("node", node, nodes)?;
    let ordered = asked.before.iter().flat_map(|&(first, second)| [first, second]);
    named("point", ordered.chain(asked.one_of.iter().flat_map(|set| set.points.iter().copied())), asked.points.len())?;
    Ok(asked)
}

fn read<T: DeserializeOwned>(what: &'static str, json: &[u8], most: usize) -> Result<T, Unreadable> {
    if json.len() > most {
        return Err(Unreadable::TooLong { what, bytes: json.len(), most });
    }
    serde_json::from_slice(json).map_err(|error| Unreadable::Json { what, error: error.to_string() })
}

fn square(table: &'static str, rows: &Table, nodes: usize) -> Result<(), Unreadable> {
    let lengths = std::iter::once(rows.len()).chain(rows.iter().map(|row| row.len()));
    match lengths.into_iter().find(|&length| length != nodes) {
        Some(length) => Err(Unreadable::Table { table, length, nodes }),
        None => Ok(()),
    }
}

fn named(what: &'static str, numbers: impl IntoIterator<Item = usize>, count: usize) -> Result<(), Unreadable> {
    match numbers.into_iter().find(|&number| number >= count) {
        Some(number) => Err(Unreadable::Unknown { what, number, count }),
        None => Ok(()),
    }
}
