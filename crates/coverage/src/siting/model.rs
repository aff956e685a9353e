//! What is wanted of a placement.

/// What is wanted of a placement (选址模型). Times are tenths of a second.
///
/// A demand point of weight 0 asks for nothing in any model. Where `sites` are to be placed, fewer are when another one would
/// not make the objective better: two candidates with the same times are never both chosen for it.
#[derive(Clone, Debug, PartialEq)]
pub enum Model {
    /// Serve as much weight as can be within a time (最大覆盖, MCLP; R. Church and C. `ReVelle`, "The maximal covering
    /// location problem", 1974). The objective is the weight served, by existing sites or new ones.
    MaxCover {
        /// How many sites may be placed.
        sites: usize,
        /// The longest time that counts as served.
        within: u32,
    },
    /// Serve everyone who can be served within a time with as few new sites as can be (集合覆盖, LSCP; C. Toregas and others,
    /// "The location of emergency service facilities", 1971). The objective is how many are placed. Whom neither an existing
    /// site nor any candidate serves is named in the placement and left out.
    SetCover {
        /// The longest time that counts as served.
        within: u32,
    },
    /// Make the sum of weight × time to the nearest site as small as can be (p-中位; S. L. Hakimi, "Optimum locations of
    /// switching centers", 1964). The objective is that sum; a time beyond the problem's horizon counts as the horizon.
    PMedian {
        /// How many sites may be placed.
        sites: usize,
    },
    /// Make the longest time to the nearest site as short as can be (p-中心; Hakimi 1964). The objective is that time, weights
    /// or none; a time beyond the problem's horizon counts as the horizon. Whom nothing reaches within it is left out.
    PCenter {
        /// How many sites may be placed.
        sites: usize,
    },
    /// As [`Self::MaxCover`], but a new site serves no more than its capacity (有容量的最大覆盖; J. Current and J. Storbeck,
    /// "Capacitated covering models", 1988). A demand point stands for many people: several sites may share it. The capacity
    /// of existing sites is not known here: whoever is within reach of one is served by it.
    CapacitatedMaxCover {
        /// How many sites may be placed.
        sites: usize,
        /// The longest time that counts as served.
        within: u32,
        /// The most weight that each candidate serves.
        capacities: Vec<f64>,
    },
}

impl Model {
    /// How many sites may be placed, where the model says it.
    pub(crate) fn sites(&self) -> Option<usize> {
        match self {
            Self::MaxCover { sites, .. }
            | Self::PMedian { sites }
            | Self::PCenter { sites }
            | Self::CapacitatedMaxCover { sites, .. } => Some(*sites),
            Self::SetCover { .. } => None,
        }
    }

    /// The longest time that counts as served, where the model says it.
    pub(crate) fn within(&self) -> Option<u32> {
        match self {
            Self::MaxCover { within, .. } | Self::SetCover { within } | Self::CapacitatedMaxCover { within, .. } => {
                Some(*within)
            }
            Self::PMedian { .. } | Self::PCenter { .. } => None,
        }
    }

    /// Whether a larger objective is a better one.
    pub fn is_maximum(&self) -> bool {
        matches!(self, Self::MaxCover { .. } | Self::CapacitatedMaxCover { .. })
    }
}
