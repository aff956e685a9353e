//! Filling routes up: of all points that still go in somewhere, the one that is worth most for the time it costs, again and again.

use super::day::Day;
use super::insert::{Fit, Shifted};
use super::model::Model;
use super::random::Random;
use super::toilets;

/// How fits are set beside each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// The power of what a point is worth, over the time it costs (P. Vansteenwegen et al., "Iterated local search for the team
    /// orienteering problem with time windows", 2009, with 2).
    pub(super) power: Power,
    /// By how much of itself each comparison is made greater or smaller at random, at most.
    pub(super) noise: f64,
}

/// A power.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Power {
    One,
    Two,
    Three,
}

impl Rule {
    /// How good a fit is.
    pub(super) fn merit(self, fit: &Fit, random: &mut Random) -> f64 {
        let gain = fit.gain as f64;
        let power = match self.power {
            Power::One => gain,
            Power::Two => gain * gain,
            Power::Three => gain * gain * gain,
        };
        let noise = if self.noise > 0.0 { 1.0 + self.noise * (2.0 * random.unit() - 1.0) } else { 1.0 };
        power * noise / f64::from(fit.shift.max(1))
    }
}

/// Fills the routes of some groups up. What is worth nothing stays out. False if times went wrong: the day is then of no use.
pub(super) fn fill(
    model: &Model<'_>,
    day: &mut Day,
    groups: &[usize],
    rule: Rule,
    random: &mut Random,
    fits: &mut Vec<Fit>,
) -> bool {
    fits.clear();
    for &group in groups {
        fits.extend((0..model.points).filter(|&point| model.may_pay(point)).filter_map(|point| {
            let fit = day.best_fit(model, group, point)?;
            (fit.gain > 0).then_some(fit)
        }));
    }
    let mut ends = Vec::new();
    while !fits.is_empty() {
        let mut best = (0, -1.0);
        for (number, fit) in fits.iter().enumerate() {
            let merit = rule.merit(fit, random);
            if merit > best.1 {
                best = (number, merit);
            }
        }
        let Fit { group, point, position, .. } = fits.swap_remove(best.0);
        ends.clear();
        ends.extend(&day.lines[group].end[position..]);
        if model.without_toilet.is_some() {
            if !toilets::insert(model, day, group, point, position) {
                continue;
            }
        } else {
            day.insert(model, group, position, point);
            if !day.retime(model, group) {
                return false;
            }
        }
        let shifted = Shifted::after(day, group, position, &ends);
        fits.retain_mut(|fit| match day.refit(model, fit, &shifted) {
            Some(again) if again.gain > 0 => {
                *fit = again;
                true
            }
            _ => false,
        });
    }
    true
}
