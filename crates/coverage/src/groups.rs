//! Which group each demand point is in.

use thiserror::Error;

/// A demand point is in a group that there is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("demand point {index} is in group {group}; there are {count} groups, counted from 0")]
pub struct GroupsError {
    /// Which demand point, from 0.
    pub index: usize,
    /// Its group.
    pub group: u32,
    /// How many groups there are.
    pub count: usize,
}

/// The group that each demand point is in: its district, or its town.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    of: Vec<Option<u32>>,
    count: usize,
}

impl Groups {
    /// The group of each demand point, from 0 up to `count`; `None` = it is in none.
    pub fn new(of: Vec<Option<u32>>, count: usize) -> Result<Self, GroupsError> {
        let outside = |group: &Option<u32>| group.is_some_and(|group| group as usize >= count);
        match of.iter().position(outside) {
            Some(index) => Err(GroupsError { index, group: of[index].unwrap_or_default(), count }),
            None => Ok(Self { of, count }),
        }
    }

    /// How many demand points there are.
    pub fn demand(&self) -> usize {
        self.of.len()
    }

    /// How many groups there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Each demand point that is in a group, with its group.
    pub(crate) fn members(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.of.iter().enumerate().filter_map(|(point, group)| group.map(|group| (point, group as usize)))
    }
}
