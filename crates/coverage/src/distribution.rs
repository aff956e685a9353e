//! How times are spread: histogram (直方图), quantiles (分位数), mean, and how unequally.

use thiserror::Error;

use crate::{Groups, LengthError, Lorenz, NEVER, Weights};

/// The most edges a histogram has.
pub const MOST_EDGES: usize = 1_000;
/// Sums of weights are taken as equal where they differ by less than this part of the total: that is rounding.
const ROUNDING: f64 = 1e-12;

/// The times of weighted demand points, in order. Those that reach nothing are kept apart: they have no time.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Each time that there is, with the weight at it and below it, both above 0.
    steps: Vec<Step>,
    /// The weight of those that reach nothing.
    beyond: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    time: u32,
    weight: f64,
    up_to: f64,
}

/// Why edges are none of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EdgesError {
    /// Too few or too many.
    #[error("there are {0} edges; allowed: 2 to {MOST_EDGES}")]
    Count(usize),
    /// They do not begin at 0.
    #[error("the first edge is {0}; it must be 0, so that no time lies below")]
    First(u32),
    /// They do not go up, or reach [`NEVER`].
    #[error("edge {index} is {edge}; it must be above the one before, and below {NEVER}")]
    Order {
        /// Which, from 0.
        index: usize,
        /// What it is.
        edge: u32,
    },
}

/// A weighted histogram.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// The weight between each edge and the next. A time on an edge counts below it, as a threshold does, and 0 in the
    /// first.
    pub weights: Vec<f64>,
    /// The weight beyond the last edge, with those that reach nothing.
    pub beyond: f64,
}

impl Distribution {
    /// The times of all demand points.
    pub fn new(times: &[u32], weights: &Weights) -> Result<Self, LengthError> {
        LengthError::check("times", times.len(), weights.len())?;
        Ok(Self::of(times.iter().copied().zip(weights.as_slice().iter().copied()).collect()))
    }

    /// The times of the demand points of each group.
    pub fn by_group(times: &[u32], weights: &Weights, groups: &Groups) -> Result<Vec<Self>, LengthError> {
        LengthError::check("times", times.len(), weights.len())?;
        LengthError::check("groups", groups.demand(), weights.len())?;
        let mut members = vec![Vec::new(); groups.count()];
        for (point, group) in groups.members() {
            members[group].push((times[point], weights.as_slice()[point]));
        }
        Ok(members.into_iter().map(Self::of).collect())
    }

    fn of(mut pairs: Vec<(u32, f64)>) -> Self {
        pairs.retain(|(_, weight)| *weight > 0.0);
        pairs.sort_unstable_by_key(|(time, _)| *time);
        let reached = pairs.partition_point(|(time, _)| *time != NEVER);
        let beyond = pairs[reached..].iter().map(|(_, weight)| weight).sum();
        let mut steps = Vec::new();
        let mut up_to = 0.0;
        for same in pairs[..reached].chunk_by(|one, other| one.0 == other.0) {
            let weight: f64 = same.iter().map(|(_, weight)| weight).sum();
            up_to += weight;
            steps.push(Step { time: same[0].0, weight, up_to });
        }
        Self { steps, beyond }
    }

    /// The weight of those that reach something.
    pub fn reached_weight(&self) -> f64 {
        self.steps.last().map_or(0.0, |step| step.up_to)
    }

    /// The weight of those that reach nothing.
    pub fn beyond_weight(&self) -> f64 {
        self.beyond
    }

    /// The weight of those that reach something within a time, that tenth of a second still in it.
    pub fn weight_within(&self, time: u32) -> f64 {
        let above = self.steps.partition_point(|step| step.time <= time);
        above.checked_sub(1).map_or(0.0, |last| self.steps[last].up_to)
    }

    /// The quantile at a share from 0 to 1 by the inverse of the distribution function: the smallest time within which
    /// at least that share of the weight reaches something. The median is the quantile at 0.5. Those that reach nothing
    /// come last; `None` where the quantile is one of them, where nothing weighs anything, or for a share outside 0 to
    /// 1.
    ///
    /// It is always a time that somebody has, never one between two.
    pub fn quantile(&self, share: f64) -> Option<u32> {
        if !(0.0..=1.0).contains(&share) {
            return None;
        }
        let total = self.reached_weight() + self.beyond;
        let wanted = share * total - ROUNDING * total;
        self.steps.get(self.steps.partition_point(|step| step.up_to < wanted)).map(|step| step.time)
    }

    /// The weighted mean of the times of those that reach something, in tenths of a second; `None` where nobody does.
    ///
    /// It leaves out whoever reaches nothing: it is told beside [`Distribution::beyond_weight`], or misleads.
    pub fn mean(&self) -> Option<f64> {
        let sum: f64 = self.steps.iter().map(|step| f64::from(step.time) * step.weight).sum();
        (!self.steps.is_empty()).then(|| sum / self.reached_weight())
    }

    /// The weight between edges, which begin at 0 and go up.
    pub fn histogram(&self, edges: &[u32]) -> Result<Histogram, EdgesError> {
        if !(2..=MOST_EDGES).contains(&edges.len()) {
            return Err(EdgesError::Count(edges.len()));
        }
        if edges[0] != 0 {
            return Err(EdgesError::First(edges[0]));
        }
        let is_out_of_order = |index: &usize| edges[*index] <= edges[index - 1] || edges[*index] == NEVER;
        if let Some(index) = (1..edges.len()).find(is_out_of_order) {
            return Err(EdgesError::Order { index, edge: edges[index] });
        }
        let mut histogram = Histogram { weights: vec![0.0; edges.len() - 1], beyond: self.beyond };
        for step in &self.steps {
            // The first edge that the time is not above; nothing is below 0.
            let edge = edges.partition_point(|edge| *edge < step.time).max(1);
            *histogram.weights.get_mut(edge - 1).unwrap_or(&mut histogram.beyond) += step.weight;
        }
        Ok(histogram)
    }

    /// How unequally the times are spread among those that reach something; `None` where nobody does.
    pub fn lorenz(&self) -> Option<Lorenz> {
        Lorenz::of_ascending(self.steps.iter().map(|step| (f64::from(step.time), step.weight)))
    }
}
