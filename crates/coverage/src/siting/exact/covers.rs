//! The relaxation where every row must be covered by as few sites as can be.

use super::relaxation::{Instance, Relaxation};
use crate::siting::gains::Gains;
use crate::siting::quick::{cover_all, cover_from};

/// A choice that covers every row is worth 1 less for each site in it (M. Fisher and P. Kedia, "Optimal solution of set
/// covering/partitioning problems using dual heuristics", 1990).
pub(super) struct Covers<'a> {
    gains: &'a Gains,
}

impl<'a> Covers<'a> {
    pub(super) fn new(gains: &'a Gains) -> Self {
        Self { gains }
    }
}

impl Instance for Covers<'_> {
    type Relaxation = RelaxedCovers;

    fn candidates(&self) -> usize {
        self.gains.candidates()
    }

    /// A row's price is its part of the site that covers most others with it.
    fn start(&self) -> Vec<f64> {
        let sizes: Vec<usize> = (0..self.candidates()).map(|candidate| self.gains.column(candidate).count()).collect();
        let largest = |row: usize| self.gains.row(row).map(|(candidate, _)| sizes[candidate]).max().unwrap_or(1);
        (0..self.gains.rows()).map(|row| 1.0 / largest(row) as f64).collect()
    }

    fn relax(&self, taken: &[u16], free: &[u16]) -> RelaxedCovers {
        let mut is_covered = vec![false; self.gains.rows()];
        for candidate in taken {
            self.gains.column(usize::from(*candidate)).for_each(|(row, _)| is_covered[row] = true);
        }
        let open = |candidate: &u16| -> Vec<u32> {
            let rows = self.gains.column(usize::from(*candidate)).map(|(row, _)| row);
            rows.filter(|row| !is_covered[*row]).map(|row| row as u32).collect()
        };
        let columns: Vec<Vec<u32>> = free.iter().map(open).collect();
        let mut can_be = is_covered.clone();
        columns.iter().flatten().for_each(|row| can_be[*row as usize] = true);
        let is_possible = can_be.iter().all(|can_be| *can_be);
        let ceiling = is_covered.into_iter().map(|covered| if covered { 0.0 } else { 1.0 }).collect();
        let floor = vec![0.0; self.gains.rows()];
        RelaxedCovers { taken: taken.len(), columns, is_possible, floor, ceiling }
    }

    fn complete(&self, chosen: Vec<u16>) -> Vec<u16> {
        narrow(cover_from(self.gains, &wide(chosen)))
    }

    fn is_monotone(&self) -> bool {
        false
    }

    fn worth(&self, chosen: &[u16]) -> f64 {
        -(chosen.len() as f64)
    }

    fn improve(&self, chosen: Vec<u16>) -> Vec<u16> {
        narrow(cover_all(self.gains, wide(chosen)))
    }
}

fn wide(chosen: Vec<u16>) -> Vec<u32> {
    chosen.into_iter().map(u32::from).collect()
}

fn narrow(chosen: Vec<u32>) -> Vec<u16> {
    chosen.into_iter().map(|candidate| candidate as u16).collect()
}

/// With a price `u` on each row that is still to be covered, a site is worth the prices of its rows less 1, and what is not
/// covered costs its price: the bound is `Σ max(0, Σ u − 1)` less all prices.
pub(super) struct RelaxedCovers {
    taken: usize,
    columns: Vec<Vec<u32>>,
    /// Whether every row is covered or has a free candidate.
    is_possible: bool,
    floor: Vec<f64>,
    ceiling: Vec<f64>,
}

impl Relaxation for RelaxedCovers {
    fn evaluate(&mut self, multipliers: &[f64], values: &mut [f64]) -> f64 {
        for (value, column) in values.iter_mut().zip(&self.columns) {
            *value = column.iter().map(|row| multipliers[*row as usize]).sum::<f64>() - 1.0;
        }
        if !self.is_possible {
            return f64::NEG_INFINITY;
        }
        -(self.taken as f64) - multipliers.iter().sum::<f64>()
    }

    fn slope(&mut self, _: &[f64], chosen: &[usize], slope: &mut [f64]) {
        slope.fill(-1.0);
        for candidate in chosen {
            for row in &self.columns[*candidate] {
                slope[*row as usize] += 1.0;
            }
        }
    }

    fn range(&self) -> (&[f64], &[f64]) {
        (&self.floor, &self.ceiling)
    }
}
