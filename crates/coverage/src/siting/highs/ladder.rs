//! The times that one demand point may end up with.

use highs::{Col, RowProblem};

use crate::siting::SitingProblem;

/// The times that may be a demand point's, rising: those to candidates that are shorter than what it has without any, then that.
pub(super) struct Ladder {
    /// Each time with the candidates that are so far.
    rungs: Vec<(u32, Vec<usize>)>,
    /// The time without any candidate.
    top: u32,
}

/// What is to be paid for a demand point whose time is longer than a rung's.
pub(super) struct Step {
    /// The next rung's time: the least that its time is then.
    pub(super) next: u32,
    /// 1 where its time is longer.
    pub(super) is_longer: Col,
}

impl Ladder {
    pub(super) fn new(problem: &SitingProblem<'_>, point: usize) -> Self {
        let top = problem.clip(problem.existing[point]);
        let candidates = (0..problem.candidates.sites()).map(|site| (problem.candidates.column(site)[point], site));
        let mut shorter: Vec<(u32, usize)> = candidates.filter(|(time, _)| *time < top).collect();
        shorter.sort_unstable();
        let mut rungs: Vec<(u32, Vec<usize>)> = Vec::new();
        for (time, site) in shorter {
            match rungs.last_mut() {
                Some((last, sites)) if *last == time => sites.push(site),
                _ => rungs.push((time, vec![site])),
            }
        }
        Self { rungs, top }
    }

    /// The shortest of them.
    pub(super) fn shortest(&self) -> u32 {
        self.rungs.first().map_or(self.top, |(time, _)| *time)
    }

    /// States that the time is longer than a rung's unless it was no longer than the one before or a candidate so far is chosen
    /// (S. García, M. Labbé and A. Marín, "Solving large p-median problems with a radius formulation", 2011). `cost` is of going
    /// on from one time to the next.
    pub(super) fn state(&self, rows: &mut RowProblem, sites: &[Col], cost: impl Fn(u32, u32) -> f64) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::with_capacity(self.rungs.len());
        for (number, (time, candidates)) in self.rungs.iter().enumerate() {
            let next = self.rungs.get(number + 1).map_or(self.top, |(time, _)| *time);
            let is_longer = rows.add_column(cost(*time, next), 0.0..=1.0);
            let chosen = candidates.iter().map(|candidate| (sites[*candidate], 1.0));
            let terms: Vec<(Col, f64)> = chosen.chain([(is_longer, 1.0)]).collect();
            match steps.last() {
                None => rows.add_row(1.0.., terms),
                Some(before) => rows.add_row(0.0.., terms.into_iter().chain([(before.is_longer, -1.0)])),
            }
            steps.push(Step { next, is_longer });
        }
        steps
    }
}
