//! A sheet as it comes out of a file: its header not looked for yet.

use std::sync::Arc;

use crate::Row;

/// A sheet whose header has not been looked for.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// Its name.
    pub(crate) name: Arc<str>,
    /// Its columns' names, where the format has them apart from its rows.
    pub(crate) columns: Option<Vec<String>>,
    /// Its rows that are not blank, in order.
    pub(crate) rows: Vec<Row>,
}
