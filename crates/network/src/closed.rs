//! Streets that one may not use for now.

/// A set of edges that are closed (封闭的路段): nobody travels along them, either way. A place that meets its street on a closed edge
/// gets nowhere; [`crate::Snapper::snap_where`] finds it another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed(Vec<u32>);

impl Closed {
    /// Whether an edge is closed.
    pub fn contains(&self, edge: u32) -> bool {
        !self.0.is_empty() && self.0.binary_search(&edge).is_ok()
    }

    /// Every closed edge, in order.
    pub fn edges(&self) -> &[u32] {
        &self.0
    }
}

impl FromIterator<u32> for Closed {
    fn from_iter<T: IntoIterator<Item = u32>>(edges: T) -> Self {
        let mut edges: Vec<u32> = edges.into_iter().collect();
        edges.sort_unstable();
        edges.dedup();
        Self(edges)
    }
}
