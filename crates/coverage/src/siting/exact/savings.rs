//! The relaxation where a row is served by the best of its sites: maximal covering and p-median.

use super::meter::Meter;
use super::relaxation::{Instance, Relaxation};
use crate::siting::gains::Gains;
use crate::siting::quick::interchange;

/// What each candidate saves each row, `weight × units`, the largest first, and the best of the chosen counts (G. Cornuejols,
/// M. Fisher and G. Nemhauser, "Location of bank accounts to optimize float", 1977).
pub(super) struct Savings<'a> {
    gains: &'a Gains,
    rows: Rows,
    /// Multipliers to begin with stand between a row's largest saving and the one at this place.
    place: usize,
}

/// Savings by row, the largest first.
#[derive(Default)]
struct Rows {
    starts: Vec<usize>,
    candidates: Vec<u16>,
    savings: Vec<f64>,
}

impl Rows {
    fn row(&self, row: usize) -> impl Iterator<Item = (u16, f64)> {
        let range = self.starts[row]..self.starts[row + 1];
        self.candidates[range.clone()].iter().copied().zip(self.savings[range].iter().copied())
    }

    fn push_row(&mut self, row: impl Iterator<Item = (u16, f64)>) {
        for (candidate, saving) in row {
            self.candidates.push(candidate);
            self.savings.push(saving);
        }
        self.starts.push(self.candidates.len());
    }
}

impl<'a> Savings<'a> {
    /// Of so many sites to be chosen. `None` = the watcher stopped it.
    pub(super) fn new(gains: &'a Gains, sites: usize, meter: &mut Meter<'_>) -> Option<Self> {
        let mut rows = Rows { starts: vec![0], ..Rows::default() };
        for row in 0..gains.rows() {
            let mut list: Vec<(usize, u32)> = gains.row(row).collect();
            list.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            if !meter.look(list.len()) {
                return None;
            }
            let weight = gains.weight(row);
            rows.push_row(list.into_iter().map(|(candidate, units)| (candidate as u16, weight * f64::from(units))));
        }
        // Of all candidates, about one in so many is the nearest to a row that was chosen.
        Some(Self { gains, rows, place: (gains.candidates() / (2 * sites)).max(1) })
    }
}

impl Instance for Savings<'_> {
    type Relaxation = RelaxedSavings;

    fn candidates(&self) -> usize {
        self.gains.candidates()
    }

    fn start(&self) -> Vec<f64> {
        let start = |row: usize| {
            let range = self.rows.starts[row]..self.rows.starts[row + 1];
            let list = &self.rows.savings[range];
            let (most, there) = (list[0], list[self.place.min(list.len() - 1)]);
            if there < most { there } else { most / 2.0 }
        };
        (0..self.gains.rows()).map(start).collect()
    }

    fn relax(&self, taken: &[u16], free: &[u16]) -> RelaxedSavings {
        let mut number_of = vec![u16::MAX; self.candidates()];
        for (number, candidate) in free.iter().enumerate() {
            number_of[usize::from(*candidate)] = number as u16;
        }
        let mut floor = vec![0.0_f64; self.gains.rows()];
        for candidate in taken {
            for (row, units) in self.gains.column(usize::from(*candidate)) {
                floor[row] = floor[row].max(self.gains.weight(row) * f64::from(units));
            }
        }
        let mut relaxed = RelaxedSavings { columns: vec![Vec::new(); free.len()], ..RelaxedSavings::default() };
        relaxed.rows.starts.push(0);
        for (row, floor) in floor.iter().enumerate() {
            // What is no more than a taken candidate saves can save nothing more.
            let more = self.rows.row(row).take_while(|(_, saving)| saving > floor);
            let more = more.map(|(candidate, saving)| (number_of[usize::from(candidate)], saving));
            relaxed.rows.push_row(more.filter(|(number, _)| *number < u16::MAX));
            let range = relaxed.rows.starts[row]..relaxed.rows.starts[row + 1];
            relaxed
                .ceiling
                .push(relaxed.rows.savings.get(range.start).filter(|_| !range.is_empty()).map_or(*floor, |most| *most));
            for at in range {
                let column = &mut relaxed.columns[usize::from(relaxed.rows.candidates[at])];
                column.push((row as u32, relaxed.rows.savings[at]));
            }
        }
        relaxed.floor = floor;
        relaxed
    }

    fn complete(&self, chosen: Vec<u16>) -> Vec<u16> {
        chosen
    }

    fn is_monotone(&self) -> bool {
        true
    }

    fn worth(&self, chosen: &[u16]) -> f64 {
        let chosen: Vec<u32> = chosen.iter().map(|candidate| u32::from(*candidate)).collect();
        self.gains.worth(&chosen)
    }

    fn improve(&self, chosen: Vec<u16>) -> Vec<u16> {
        let improved = interchange(self.gains, chosen.into_iter().map(u32::from).collect());
        improved.into_iter().map(|candidate| candidate as u16).collect()
    }
}

/// With multipliers `u`, at least what the taken candidates save: `Σ u + Σ max(0, saving − u)` over the chosen ones' savings.
#[derive(Default)]
pub(super) struct RelaxedSavings {
    rows: Rows,
    columns: Vec<Vec<(u32, f64)>>,
    floor: Vec<f64>,
    ceiling: Vec<f64>,
}

impl Relaxation for RelaxedSavings {
    fn evaluate(&mut self, multipliers: &[f64], values: &mut [f64]) -> f64 {
        values.fill(0.0);
        for (row, multiplier) in multipliers.iter().enumerate() {
            for (candidate, saving) in self.rows.row(row) {
                let more = saving - multiplier;
                if more <= 0.0 {
                    break;
                }
                values[usize::from(candidate)] += more;
            }
        }
        multipliers.iter().sum()
    }

    fn slope(&mut self, multipliers: &[f64], chosen: &[usize], slope: &mut [f64]) {
        slope.fill(1.0);
        for candidate in chosen {
            for (row, saving) in &self.columns[*candidate] {
                if *saving > multipliers[*row as usize] {
                    slope[*row as usize] -= 1.0;
                }
            }
        }
    }

    fn range(&self) -> (&[f64], &[f64]) {
        (&self.floor, &self.ceiling)
    }
}
