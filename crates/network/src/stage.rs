//! How far the building of a street graph has come.

use std::ops::ControlFlow;

use crate::{BuildError, Profile};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BuildStage {
    /// Streets are looked for: so many of so many bytes.
    Ways {
        /// Bytes of the extract read.
        done: usize,
        /// Bytes of the extract.
        of: usize,
    },
    /// The nodes of those streets are looked up: so many of so many bytes.
    Nodes {
        /// Bytes of the extract read.
        done: usize,
        /// Bytes of the extract.
        of: usize,
    },
    /// Streets are joined to a graph.
    Joining(Profile),
    /// The graph's nodes are put into the order in which matrices contract them.
    Ordering(Profile),
}

/// Told of every stage; it stops the work by [`ControlFlow::Break`].
pub(crate) type Watch<'a> = &'a mut dyn FnMut(BuildStage) -> ControlFlow<()>;

/// Tells of a stage.
pub(crate) fn tell(watch: Watch<'_>, stage: BuildStage) -> Result<(), BuildError> {
    match watch(stage) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(BuildError::Stopped),
    }
}
