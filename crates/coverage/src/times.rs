//! How long each demand point needs to each site.

use std::sync::Arc;

use thiserror::Error;

/// The time to a site that cannot be reached, or not within what was looked at.
pub const NEVER: u32 = u32::MAX;

/// Why columns make no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the times to site {site} are {found}; there are {demand} demand points")]
pub struct TimesError {
    /// The site.
    pub site: usize,
    /// How many times it has.
    pub found: usize,
    /// How many it should have.
    pub demand: usize,
}

/// The times from every demand point to every site, a column a site, so that a site is added, moved or taken away without
/// computing the others again. In tenths of a second, or [`NEVER`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    demand: usize,
    columns: Vec<Arc<[u32]>>,
}

impl Times {
    /// A table of so many demand points. Every column has a time for each of them.
    pub fn new(demand: usize, columns: Vec<Arc<[u32]>>) -> Result<Self, TimesError> {
        match columns.iter().position(|column| column.len() != demand) {
            Some(site) => Err(TimesError { site, found: columns[site].len(), demand }),
            None => Ok(Self { demand, columns }),
        }
    }

    /// How many demand points there are.
    pub fn demand(&self) -> usize {
        self.demand
    }

    /// How many sites there are.
    pub fn sites(&self) -> usize {
        self.columns.len()
    }

    /// The times to one site.
    pub fn column(&self, site: usize) -> &[u32] {
        &self.columns[site]
    }

    /// Adds a site, as the last.
    pub fn add(&mut self, column: Arc<[u32]>) -> Result<(), TimesError> {
        self.check(self.columns.len(), &column)?;
        self.columns.push(column);
        Ok(())
    }

    /// Moves a site to where these times are its own. A site that there is not is a mistake of the caller's.
    pub fn replace(&mut self, site: usize, column: Arc<[u32]>) -> Result<(), TimesError> {
        self.check(site, &column)?;
        self.columns[site] = column;
        Ok(())
    }

    /// Takes a site away; those behind it move up by one. A site that there is not is a mistake of the caller's.
    pub fn remove(&mut self, site: usize) {
        self.columns.remove(site);
    }

    fn check(&self, site: usize, column: &[u32]) -> Result<(), TimesError> {
        let (found, demand) = (column.len(), self.demand);
        if found == demand { Ok(()) } else { Err(TimesError { site, found, demand }) }
    }
}
