//! The streets of one extract: a graph for each profile, and what belongs to them.

use yuren_geodesy::BBox;

use crate::{Barriers, Graph, GraphReport, Profile};

/// What whoever shows anything made of these streets must state.
const ATTRIBUTION: &str = "© OpenStreetMap contributors (ODbL 1.0)";

/// Everything of one extract: a graph for each profile, what may not be crossed off the streets, where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct Streets {
    about: StreetsAbout,
    barriers: Barriers,
    /// In the order of [`Profile::ALL`].
    own: [Own; 3],
}

/// What belongs to one profile.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Own {
    pub(crate) graph: Graph,
    /// The nodes in the order of contraction.
    pub(crate) order: Vec<u32>,
}

/// Where streets came from, and what was kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StreetsAbout {
    /// When the data was taken from OpenStreetMap, in seconds since 1970: what the file states, else when the newest of
    /// its ways was edited.
    pub time: Option<i64>,
    /// The box of all streets.
    pub extent: BBox,
    /// Nodes and edges before and after contraction, and islands, in the order of [`Profile::ALL`].
    pub graphs: [GraphReport; 3],
}

impl StreetsAbout {
    /// What must be stated beside anything made of these streets.
    pub fn attribution(&self) -> &'static str {
        ATTRIBUTION
    }

    /// Nodes and edges of a profile, before and after contraction.
    pub fn of(&self, profile: Profile) -> &GraphReport {
        &self.graphs[profile as usize]
    }
}

impl Streets {
    pub(crate) fn new(about: StreetsAbout, barriers: Barriers, own: [Own; 3]) -> Self {
        Self { about, barriers, own }
    }

    /// The streets as a profile may use them.
    pub fn graph(&self, profile: Profile) -> &Graph {
        &self.own[profile as usize].graph
    }

    /// What may not be crossed on the way from a place to its street: motorways, water.
    pub fn barriers(&self) -> &Barriers {
        &self.barriers
    }

    /// Where they came from.
    pub fn about(&self) -> &StreetsAbout {
        &self.about
    }

    /// The nodes of a profile's graph in the order in which a contraction hierarchy (`cch`) contracts them.
    pub fn order(&self, profile: Profile) -> &[u32] {
        &self.own[profile as usize].order
    }
}
