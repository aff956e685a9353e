//! Who is served within a threshold: the share of all, and of each group.

use crate::{Groups, LengthError, NEVER, Weights};

/// Whether a demand point is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Within the threshold lies a site that is known to be open.
    Served,
    /// Only sites of which nobody knows whether they are open lie within it.
    Perhaps,
    /// A site lies within it only straight across water, where nobody can go.
    AcrossWater,
    /// None does.
    Unserved,
}

/// The times by which demand points are read, one a demand point in each list, in tenths of a second.
#[derive(Clone, Copy, Debug)]
pub struct Readings<'a> {
    /// The time to the nearest site known to be open.
    pub known: &'a [u32],
    /// The same, with sites whose hours nobody knows.
    pub perhaps: &'a [u32],
    /// The same as `perhaps`, were water no barrier; `None` = the times go by streets, which cross water on bridges
    /// alone.
    pub straight: Option<&'a [u32]>,
}

impl Readings<'_> {
    /// The status of each demand point at a threshold, whose own tenth of a second is still within it.
    pub fn statuses(&self, within: u32) -> Result<Vec<Status>, LengthError> {
        let demand = self.known.len();
        LengthError::check("times with unknown hours", self.perhaps.len(), demand)?;
        if let Some(straight) = self.straight {
            LengthError::check("times across water", straight.len(), demand)?;
        }
        let is_within = |time: u32| time <= within && time != NEVER;
        let status = |point: usize| {
            if is_within(self.known[point]) {
                Status::Served
            } else if is_within(self.perhaps[point]) {
                Status::Perhaps
            } else if self.straight.is_some_and(|straight| is_within(straight[point])) {
                Status::AcrossWater
            } else {
                Status::Unserved
            }
        };
        Ok((0..demand).map(status).collect())
    }
}

/// How many demand points, and how much weight, have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    /// Those served.
    pub served: Amount,
    /// Those perhaps served.
    pub perhaps: Amount,
    /// Those that only a way across water would serve.
    pub across_water: Amount,
    /// Those that nothing serves.
    pub unserved: Amount,
}

/// So many demand points, and what they weigh.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Amount {
    /// How many.
    pub points: usize,
    /// Their weight.
    pub weight: f64,
}

impl Tally {
    /// Counts all demand points.
    pub fn of(statuses: &[Status], weights: &Weights) -> Result<Self, LengthError> {
        LengthError::check("statuses", statuses.len(), weights.len())?;
        let mut tally = Self::default();
        for (&status, &weight) in statuses.iter().zip(weights.as_slice()) {
            tally.add(status, weight);
        }
        Ok(tally)
    }

    /// Counts the demand points of each group.
    pub fn by_group(statuses: &[Status], weights: &Weights, groups: &Groups) -> Result<Vec<Self>, LengthError> {
        LengthError::check("statuses", statuses.len(), weights.len())?;
        LengthError::check("groups", groups.demand(), weights.len())?;
        let mut tallies = vec![Self::default(); groups.count()];
        for (point, group) in groups.members() {
            tallies[group].add(statuses[point], weights.as_slice()[point]);
        }
        Ok(tallies)
    }

    fn add(&mut self, status: Status, weight: f64) {
        let amount = match status {
            Status::Served => &mut self.served,
            Status::Perhaps => &mut self.perhaps,
            Status::AcrossWater => &mut self.across_water,
            Status::Unserved => &mut self.unserved,
        };
        amount.points += 1;
        amount.weight += weight;
    }

    fn amounts(&self) -> [Amount; 4] {
        [self.served, self.perhaps, self.across_water, self.unserved]
    }

    /// All of them.
    pub fn all(&self) -> Amount {
        let amounts = self.amounts();
        Amount {
            points: amounts.iter().map(|amount| amount.points).sum(),
            weight: amounts.iter().map(|amount| amount.weight).sum(),
        }
    }

    /// The share of the weight that is served (覆盖率), from 0 to 1; `None` where nothing weighs anything.
    pub fn served_share(&self) -> Option<f64> {
        self.share(self.served)
    }

    /// The share of the weight that is perhaps served, beside what is served.
    pub fn perhaps_share(&self) -> Option<f64> {
        self.share(self.perhaps)
    }

    fn share(&self, part: Amount) -> Option<f64> {
        let all = self.all().weight;
        (all > 0.0).then(|| (part.weight / all).min(1.0))
    }
}

/// The demand points that are not served (未覆盖清单), whatever the reason: the heaviest first, of equal ones the first.
pub fn unserved(statuses: &[Status], weights: &Weights) -> Result<Vec<usize>, LengthError> {
    LengthError::check("statuses", statuses.len(), weights.len())?;
    let mut points: Vec<usize> = (0..statuses.len()).filter(|&point| statuses[point] != Status::Served).collect();
    let weights = weights.as_slice();
    points.sort_by(|&one, &other| weights[other].total_cmp(&weights[one]));
    Ok(points)
}
