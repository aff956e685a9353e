//! The models as mixed-integer linear programmes.

use std::collections::BTreeMap;

use highs::{Col, RowProblem};

use super::ladder::Ladder;
use crate::siting::objective::served_before;
use crate::siting::{Model, SitingProblem};

/// A model of a problem, stated.
pub(super) struct Milp {
    pub(super) rows: RowProblem,
    /// By candidate: whether it is chosen, 0 or 1.
    pub(super) sites: Vec<Col>,
    /// What is to be added to the programme's objective.
    pub(super) base: f64,
}

impl Milp {
    pub(super) fn new(problem: &SitingProblem<'_>, model: &Model) -> Self {
        let mut milp = Self { rows: RowProblem::default(), sites: Vec::new(), base: 0.0 };
        let cost = if matches!(model, Model::SetCover { .. }) { 1.0 } else { 0.0 };
        milp.sites = (0..problem.candidates.sites()).map(|_| milp.rows.add_integer_column(cost, 0.0..=1.0)).collect();
        if let Some(sites) = model.sites() {
            let all: Vec<(Col, f64)> = milp.sites.iter().map(|site| (*site, 1.0)).collect();
            milp.rows.add_row(..=sites as f64, all);
        }
        match model {
            Model::MaxCover { within, .. } => milp.max_cover(problem, *within),
            Model::SetCover { within } => milp.set_cover(problem, *within),
            Model::PMedian { .. } => milp.p_median(problem),
            Model::PCenter { .. } => milp.p_center(problem),
            Model::CapacitatedMaxCover { within, capacities, .. } => {
                milp.capacitated_max_cover(problem, *within, capacities);
            }
        }
        milp
    }

    /// The candidates within a time of a demand point.
    fn near(problem: &SitingProblem<'_>, point: usize, within: u32) -> Vec<usize> {
        (0..problem.candidates.sites()).filter(|site| problem.candidates.column(*site)[point] <= within).collect()
    }

    /// Served only beside a chosen site (R. Church and C. `ReVelle`, 1974).
    fn max_cover(&mut self, problem: &SitingProblem<'_>, within: u32) {
        self.base = served_before(problem, within);
        for (point, weight) in problem.wanting(within) {
            let served = self.rows.add_column(weight, 0.0..=1.0);
            let near = Self::near(problem, point, within).into_iter().map(|site| (self.sites[site], -1.0));
            self.rows.add_row(..=0.0, near.chain([(served, 1.0)]));
        }
    }

    /// One chosen site at least for everyone who can have one (C. Toregas and others, 1971).
    fn set_cover(&mut self, problem: &SitingProblem<'_>, within: u32) {
        for (point, _) in problem.wanting(within) {
            let near = Self::near(problem, point, within);
            if !near.is_empty() {
                self.rows.add_row(1.0.., near.into_iter().map(|site| (self.sites[site], 1.0)));
            }
        }
    }

    fn p_median(&mut self, problem: &SitingProblem<'_>) {
        for (point, weight) in problem.counting() {
            let ladder = Ladder::new(problem, point);
            self.base += weight * f64::from(ladder.shortest());
            ladder.state(&mut self.rows, &self.sites, |time, next| weight * f64::from(next - time));
        }
    }

    /// The longest time goes up a ladder of its own, of all the times that anybody may have; it is no shorter than anybody's (S.
    /// Elloumi, M. Labbé and Y. Pochet, "A new formulation and resolution method for the p-center problem", 2004).
    fn p_center(&mut self, problem: &SitingProblem<'_>) {
        let reachable = problem.reachable_weights();
        let weights = reachable.as_ref().unwrap_or(problem.weights);
        let problem = &SitingProblem { weights, ..*problem };
        let ladders: Vec<Ladder> = problem.counting().map(|(point, _)| Ladder::new(problem, point)).collect();
        let least = ladders.iter().map(Ladder::shortest).max().unwrap_or(0);
        self.base = f64::from(least);
        let mut reached_by: BTreeMap<u32, Vec<Col>> = BTreeMap::new();
        for ladder in ladders {
            for step in ladder.state(&mut self.rows, &self.sites, |_, _| 0.0) {
                if step.next > least {
                    reached_by.entry(step.next).or_default().push(step.is_longer);
                }
            }
        }
        let mut before: Option<(u32, Col)> = None;
        for (time, longer) in reached_by {
            let from = before.map_or(least, |(time, _)| time);
            let is_reached = self.rows.add_column(f64::from(time - from), 0.0..=1.0);
            if let Some((_, before)) = before {
                self.rows.add_row(0.0.., [(before, 1.0), (is_reached, -1.0)]);
            }
            for is_longer in longer {
                self.rows.add_row(0.0.., [(is_reached, 1.0), (is_longer, -1.0)]);
            }
            before = Some((time, is_reached));
        }
    }

    /// Shares of each demand point, none from a site that is not chosen, and no more to one than it has room for (J. Current and
    /// J. Storbeck, 1988).
    fn capacitated_max_cover(&mut self, problem: &SitingProblem<'_>, within: u32, capacities: &[f64]) {
        self.base = served_before(problem, within);
        let mut loads: Vec<Vec<(Col, f64)>> = vec![Vec::new(); capacities.len()];
        for (point, weight) in problem.wanting(within) {
            let near = Self::near(problem, point, within);
            let mut shares = Vec::with_capacity(near.len());
            for site in near {
                let share = self.rows.add_column(weight, 0.0..=1.0);
                self.rows.add_row(..=0.0, [(share, 1.0), (self.sites[site], -1.0)]);
                loads[site].push((share, weight));
                shares.push((share, 1.0));
            }
            self.rows.add_row(..=1.0, shares);
        }
        for (site, (load, capacity)) in loads.into_iter().zip(capacities).enumerate() {
            self.rows.add_row(..=0.0, load.into_iter().chain([(self.sites[site], -capacity)]));
        }
    }
}
