//! What building a street graph came to.

use crate::Profile;

/// What became of an extract's ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaysRead {
    /// Ways in the file.
    pub read: usize,
    /// Neither street nor ferry: buildings, rivers, fields.
    pub no_street: usize,
    /// Streets that are planned, being built, or no longer there.
    pub not_there: usize,
    /// Streets whose line is the rim of an area (`area=yes`), squares apart: those are walked along their rim.
    pub areas: usize,
    /// Values of `highway` that are no way to travel on: a raceway, a bus stop, a misspelling.
    pub no_way: usize,
    /// Streets that no profile may use: private, for buses alone, for climbers.
    pub closed: usize,
    /// Nodes of the other ways that the file does not hold: those ways are cut there.
    pub nodes_missing: usize,
}

/// What a profile's graph lost and kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GraphReport {
    /// Nodes of every way that the profile may use, islands among them.
    pub nodes_before: usize,
    /// Pieces of way between two such nodes.
    pub edges_before: usize,
    /// Nodes where one can turn off.
    pub nodes: usize,
    /// Edges between those.
    pub edges: usize,
    /// Pieces longer than any is believed, which were left out.
    pub too_long: usize,
    /// Parts that cannot be reached and left again from most others, which were dropped.
    pub islands: Islands,
}

/// Parts of a graph that are cut off from the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Islands {
    /// How many.
    pub count: usize,
    /// Pieces of way on them, and between them and the rest.
    pub edges: usize,
    /// The length of those in km.
    pub km: f64,
}

/// What building a street graph came to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct BuildReport {
    /// What became of the ways.
    pub ways: WaysRead,
    /// Lines that may not be crossed off the streets.
    pub barriers: usize,
    /// In the order of [`Profile::ALL`].
    pub graphs: [GraphReport; 3],
}

impl BuildReport {
    /// What a profile's graph lost and kept.
    pub fn of(&self, profile: Profile) -> &GraphReport {
        &self.graphs[profile as usize]
    }
}
