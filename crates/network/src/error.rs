//! Why an extract becomes no street graph.

use thiserror::Error;
use yuren_geodesy::BBox;

/// Why an extract becomes no street graph.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum BuildError {
    /// The file is cut short, or its parts contradict each other.
    #[error("the extract is damaged in blob {blob}, which begins at byte {byte}: {reason}")]
    Damaged {
        /// Where the blob begins in the file.
        byte: usize,
        /// The blob's place in the file, from 0.
        blob: usize,
        /// What is wrong there.
        reason: String,
    },
    /// It holds more than is read.
    #[error("the extract holds more than {most} {what}; cut it smaller (osmium extract)")]
    TooMuch {
        /// Of what.
        what: &'static str,
        /// How many are allowed.
        most: usize,
    },
    /// It needs a feature of the format that is not read here.
    #[error("the extract needs the feature {feature:?}; read are OsmSchema-V0.6 and DenseNodes")]
    Feature {
        /// The feature's name in the file.
        feature: String,
    },
    /// It holds no street with its nodes.
    #[error(
        "the extract holds no street: of {ways} ways none is a street or ferry with two nodes in the file ({missing} \
         of their nodes are missing)"
    )]
    NoStreets {
        /// Ways in the file.
        ways: usize,
        /// Nodes that ways name and the file does not hold.
        missing: usize,
    },
    /// Its streets lie elsewhere.
    #[error("the extract's streets lie in {:?}, the city in {:?} (west, south, east, north): they do not meet",
        .extract.to_array(), .wanted.to_array())]
    Elsewhere {
        /// The box of the extract's streets.
        extract: BBox,
        /// The box that was to be covered.
        wanted: BBox,
    },
    /// Whoever watched stopped it.
    #[error("stopped")]
    Stopped,
}
