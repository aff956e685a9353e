//! What each candidate would do for each demand point, where it does anything.

use super::SitingProblem;

/// What each candidate would do for each demand point (a row) beyond what existing sites do, kept by row and by candidate;
/// only where that is more than nothing.
///
/// A gain is `weight × units`: 1 unit where a threshold is met, tenths of a second saved where times are added up. With the
/// units whole numbers, sums of gains are exact while weights are whole.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gains {
    /// Each row's weight.
    weights: Vec<f64>,
    rows: Lists<u16>,
    columns: Lists<u32>,
}

/// Lists of `(index, units)` one after another (compressed sparse rows).
#[derive(Clone, Debug, Default)]
struct Lists<I> {
    starts: Vec<u32>,
    indices: Vec<I>,
    units: Vec<u32>,
}

impl<I: Copy> Lists<I> {
    fn list(&self, number: usize) -> (&[I], &[u32]) {
        let range = self.starts[number] as usize..self.starts[number + 1] as usize;
        (&self.indices[range.clone()], &self.units[range])
    }
}

impl Gains {
    /// One unit for each demand point that counts and is within a time of a candidate and of no existing site.
    pub(crate) fn of_cover(problem: &SitingProblem<'_>, within: u32) -> Self {
        let points: Vec<(usize, f64)> = problem.wanting(within).collect();
        Self::collect(problem, &points, |_, time| u32::from(time <= within))
    }

    /// As [`Self::of_cover`], with weight 1 for each: what counts is to cover all of them.
    pub(crate) fn of_full_cover(problem: &SitingProblem<'_>, within: u32) -> Self {
        let mut gains = Self::of_cover(problem, within);
        gains.weights.fill(1.0);
        gains
    }

    /// The tenths of a second that a candidate saves a demand point that counts.
    pub(crate) fn of_times(problem: &SitingProblem<'_>) -> Self {
        let points: Vec<(usize, f64)> = problem.counting().collect();
        Self::collect(problem, &points, |point, time| problem.clip(problem.existing[point]).saturating_sub(time))
    }

    fn collect(problem: &SitingProblem<'_>, points: &[(usize, f64)], units: impl Fn(usize, u32) -> u32) -> Self {
        let candidates = problem.candidates.sites();
        let mut columns = Lists { starts: vec![0], indices: Vec::new(), units: Vec::new() };
        // Rows that no candidate does anything for fall out: numbers are given when a row is first met.
        let mut counts = vec![0_u32; points.len()];
        for candidate in 0..candidates {
            let times = problem.candidates.column(candidate);
            for (row, (point, _)) in points.iter().enumerate() {
                let units = units(*point, times[*point]);
                if units > 0 {
                    counts[row] += 1;
                    columns.indices.push(row as u32);
                    columns.units.push(units);
                }
            }
            columns.starts.push(columns.indices.len() as u32);
        }
        let mut number_of = vec![0_u32; points.len()];
        let mut weights = Vec::new();
        for (row, (_, weight)) in points.iter().enumerate().filter(|(row, _)| counts[*row] > 0) {
            number_of[row] = weights.len() as u32;
            weights.push(*weight);
        }
        for index in &mut columns.indices {
            *index = number_of[*index as usize];
        }
        Self::from_columns(weights, columns)
    }

    fn from_columns(weights: Vec<f64>, columns: Lists<u32>) -> Self {
        let mut starts = vec![0_u32; weights.len() + 1];
        for row in &columns.indices {
            starts[*row as usize + 1] += 1;
        }
        for row in 0..weights.len() {
            starts[row + 1] += starts[row];
        }
        let mut next = starts.clone();
        let mut rows = Lists { starts, indices: vec![0; columns.indices.len()], units: vec![0; columns.indices.len()] };
        for candidate in 0..columns.starts.len() - 1 {
            let (indices, units) = columns.list(candidate);
            for (row, units) in indices.iter().zip(units) {
                let at = &mut next[*row as usize];
                rows.indices[*at as usize] = candidate as u16;
                rows.units[*at as usize] = *units;
                *at += 1;
            }
        }
        Self { weights, rows, columns }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.weights.len()
    }

    /// How many candidates there are, those that do nothing among them.
    pub(crate) fn candidates(&self) -> usize {
        self.columns.starts.len() - 1
    }

    /// How many pairs of a row and a candidate there are.
    pub(crate) fn pairs(&self) -> usize {
        self.rows.indices.len()
    }

    /// A row's weight.
    pub(crate) fn weight(&self, row: usize) -> f64 {
        self.weights[row]
    }

    /// The candidates that do something for a row, and how much.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = (usize, u32)> {
        let (candidates, units) = self.rows.list(row);
        candidates.iter().map(|candidate| usize::from(*candidate)).zip(units.iter().copied())
    }

    /// The rows that a candidate does something for, and how much.
    pub(crate) fn column(&self, candidate: usize) -> impl Iterator<Item = (usize, u32)> {
        let (rows, units) = self.columns.list(candidate);
        rows.iter().map(|row| *row as usize).zip(units.iter().copied())
    }

    /// Only the candidates to keep, numbered anew in the same order, and one row of all those that are then alike, with the sum of
    /// their weights.
    pub(crate) fn merged(&self, keep: &[bool]) -> Self {
        let kept: Vec<usize> = (0..self.candidates()).filter(|candidate| keep[*candidate]).collect();
        let list =
            |row: usize| -> Vec<(usize, u32)> { self.row(row).filter(|(candidate, _)| keep[*candidate]).collect() };
        let mut rows: Vec<(Vec<(usize, u32)>, usize)> = (0..self.rows()).map(|row| (list(row), row)).collect();
        rows.sort();
        let mut number_of = vec![None; self.rows()];
        let mut weights: Vec<f64> = Vec::new();
        for (at, (list, row)) in rows.iter().enumerate().filter(|(_, (list, _))| !list.is_empty()) {
            if at > 0 && rows[at - 1].0 == *list {
                let last = weights.len() - 1;
                weights[last] += self.weight(*row);
            } else {
                number_of[*row] = Some(weights.len() as u32);
                weights.push(self.weight(*row));
            }
        }
        let mut columns = Lists { starts: vec![0], indices: Vec::new(), units: Vec::new() };
        for candidate in kept {
            for (row, units) in self.column(candidate) {
                if let Some(number) = number_of[row] {
                    columns.indices.push(number);
                    columns.units.push(units);
                }
            }
            columns.starts.push(columns.indices.len() as u32);
        }
        Self::from_columns(weights, columns)
    }

    /// These rows alone, each with weight 1.
    pub(crate) fn unweighted(&self, keep: &[bool]) -> Self {
        let mut number_of = vec![u32::MAX; self.rows()];
        let kept: Vec<usize> = (0..self.rows()).filter(|row| keep[*row]).collect();
        for (number, row) in kept.iter().enumerate() {
            number_of[*row] = number as u32;
        }
        let mut columns = Lists { starts: vec![0], indices: Vec::new(), units: Vec::new() };
        for candidate in 0..self.candidates() {
            for (row, units) in self.column(candidate).filter(|(row, _)| keep[*row]) {
                columns.indices.push(number_of[row]);
                columns.units.push(units);
            }
            columns.starts.push(columns.indices.len() as u32);
        }
        Self::from_columns(vec![1.0; kept.len()], columns)
    }

    /// Whether every weight is a whole number, so that every worth is.
    pub(crate) fn is_whole(&self) -> bool {
        self.weights.iter().all(|weight| weight.fract() == 0.0)
    }

    /// What chosen candidates do together, each row served by the one that does most for it.
    pub(crate) fn worth(&self, chosen: &[u32]) -> f64 {
        let mut most = vec![0_u32; self.rows()];
        for candidate in chosen {
            for (row, units) in self.column(*candidate as usize) {
                most[row] = most[row].max(units);
            }
        }
        most.iter().zip(&self.weights).map(|(units, weight)| weight * f64::from(*units)).sum()
    }
}
