//! The relaxation where a site serves no more than it has room for.

use super::relaxation::{Instance, Relaxation};
use crate::siting::assignment::assign;
use crate::siting::gains::Gains;
use crate::siting::quick::capacity_interchange;

/// Whom each candidate could serve, and for how much of them it has room (after H. Pirkul and D. Schilling, "The maximal covering
/// location problem with capacities on total workload", 1991).
pub(super) struct Rooms<'a> {
    gains: &'a Gains,
    capacities: Vec<f64>,
}

impl<'a> Rooms<'a> {
    /// Capacities are the candidates', in their order.
    pub(super) fn new(gains: &'a Gains, capacities: Vec<f64>) -> Self {
        Self { gains, capacities }
    }
}

impl<'a> Instance for Rooms<'a> {
    type Relaxation = RelaxedRooms<'a>;

    fn candidates(&self) -> usize {
        self.capacities.len()
    }

    fn start(&self) -> Vec<f64> {
        (0..self.gains.rows()).map(|row| self.gains.weight(row) / 2.0).collect()
    }

    fn relax(&self, taken: &[u16], free: &[u16]) -> RelaxedRooms<'a> {
        let mut parts = vec![Part::LeftOut; self.candidates()];
        for candidate in taken {
            parts[usize::from(*candidate)] = Part::Taken;
        }
        for (number, candidate) in free.iter().enumerate() {
            parts[usize::from(*candidate)] = Part::Free(number);
        }
        let rows = self.gains.rows();
        RelaxedRooms {
            gains: self.gains,
            capacities: self.capacities.clone(),
            parts,
            order: Vec::with_capacity(rows),
            floor: vec![0.0; rows],
            ceiling: (0..rows).map(|row| self.gains.weight(row)).collect(),
        }
    }

    fn complete(&self, chosen: Vec<u16>) -> Vec<u16> {
        chosen
    }

    fn is_monotone(&self) -> bool {
        true
    }

    fn worth(&self, chosen: &[u16]) -> f64 {
        let chosen: Vec<u32> = chosen.iter().map(|candidate| u32::from(*candidate)).collect();
        assign(self.gains, &self.capacities, &chosen).served
    }

    fn improve(&self, chosen: Vec<u16>) -> Vec<u16> {
        let chosen = chosen.into_iter().map(u32::from).collect();
        let improved = capacity_interchange(self.gains, &self.capacities, chosen);
        improved.into_iter().map(|candidate| candidate as u16).collect()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    LeftOut,
    Taken,
    /// Its number among the free.
    Free(usize),
}

/// With multipliers `u`, each between 0 and the row's weight `w`: a site that serves a share of a row gains that share of `w − u`,
/// and takes the best shares that it has room for. The bound is `Σ u` and what the chosen sites gain.
pub(super) struct RelaxedRooms<'a> {
    gains: &'a Gains,
    capacities: Vec<f64>,
    parts: Vec<Part>,
    /// The rows at the multipliers last seen, those where most is gained for the room first.
    order: Vec<u32>,
    floor: Vec<f64>,
    ceiling: Vec<f64>,
}

impl RelaxedRooms<'_> {
    /// Goes through what each candidate serves, best first: `(candidate, row, how much, what share of it is gained)`.
    fn serve(
        &self,
        multipliers: &[f64],
        is_wanted: impl Fn(usize) -> bool,
        mut each: impl FnMut(usize, usize, f64, f64),
    ) {
        let mut room = self.capacities.clone();
        for row in self.order.iter().map(|row| *row as usize) {
            let weight = self.gains.weight(row);
            let gained = 1.0 - multipliers[row] / weight;
            if gained <= 0.0 {
                break;
            }
            for (candidate, _) in self.gains.row(row).filter(|(candidate, _)| is_wanted(*candidate)) {
                let served = weight.min(room[candidate]);
                if served > 0.0 {
                    room[candidate] -= served;
                    each(candidate, row, served, gained);
                }
            }
        }
    }
}

impl Relaxation for RelaxedRooms<'_> {
    fn evaluate(&mut self, multipliers: &[f64], values: &mut [f64]) -> f64 {
        let price = |row: &u32| multipliers[*row as usize] / self.gains.weight(*row as usize);
        self.order = (0..multipliers.len() as u32).collect();
        self.order.sort_by(|a, b| price(a).total_cmp(&price(b)));
        values.fill(0.0);
        let mut constant = multipliers.iter().sum();
        self.serve(
            multipliers,
            |candidate| self.parts[candidate] != Part::LeftOut,
            |candidate, _, served, gained| match self.parts[candidate] {
                Part::Free(number) => values[number] += served * gained,
                Part::Taken | Part::LeftOut => constant += served * gained,
            },
        );
        constant
    }

    fn slope(&mut self, multipliers: &[f64], chosen: &[usize], slope: &mut [f64]) {
        slope.fill(1.0);
        let mut is_chosen: Vec<bool> = self.parts.iter().map(|part| *part == Part::Taken).collect();
        for (candidate, part) in self.parts.iter().enumerate() {
            if let Part::Free(number) = part {
                is_chosen[candidate] = chosen.binary_search(number).is_ok();
            }
        }
        self.serve(
            multipliers,
            |candidate| is_chosen[candidate],
            |_, row, served, _| {
                slope[row] -= served / self.gains.weight(row);
            },
        );
    }

    fn range(&self) -> (&[f64], &[f64]) {
        (&self.floor, &self.ceiling)
    }
}
