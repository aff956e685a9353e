//! How unequally something is spread: the Lorenz curve (洛伦兹曲线) and the Gini coefficient (基尼系数).
//!
//! The curve (Lorenz, "Methods of Measuring the Concentration of Wealth", 1905) takes people from the one with the
//! least to the one with the most: at a share F of the people it stands at the share L of all that they have. The Gini
//! coefficient (Gini, "Variabilità e mutabilità", 1912) is twice the area between the curve and the diagonal; between
//! points the curve is straight:
//!
//! G = 1 − Σ (Fᵢ − Fᵢ₋₁) (Lᵢ + Lᵢ₋₁)
//!
//! With equal weights that is Σ (2i − n − 1) xᵢ / (n Σ xᵢ), the mean difference between two people over twice the mean,
//! without a correction for few of them; so does PySAL's `inequality`. 0 = all have the same.

use thiserror::Error;

use crate::LengthError;

/// Why there is no Lorenz curve of these values.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum LorenzError {
    /// There is not one weight for each value.
    #[error(transparent)]
    Length(#[from] LengthError),
    /// A value or a weight is no number, below 0 or infinite.
    #[error("the {what} at {index} is {value}; allowed: a finite number from 0 on")]
    NotAllowed {
        /// `value` or `weight`.
        what: &'static str,
        /// Where, from 0.
        index: usize,
        /// What it is.
        value: f64,
    },
}

/// A Lorenz curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Lorenz {
    /// Shares of the people and of what they have, both from 0 to 1, from (0, 0) to (1, 1).
    points: Vec<[f64; 2]>,
}

impl Lorenz {
    /// The curve of values that so many people each (`weights`) have; `None` where no value has a weight.
    pub fn new(values: &[f64], weights: &[f64]) -> Result<Option<Self>, LorenzError> {
        LengthError::check_of("weights", weights.len(), values.len(), "values")?;
        for (what, numbers) in [("value", values), ("weight", weights)] {
            if let Some(index) = numbers.iter().position(|number| !(number.is_finite() && *number >= 0.0)) {
                return Err(LorenzError::NotAllowed { what, index, value: numbers[index] });
            }
        }
        let pairs = values.iter().copied().zip(weights.iter().copied());
        let mut ascending: Vec<(f64, f64)> = pairs.filter(|(_, weight)| *weight > 0.0).collect();
        ascending.sort_by(|one, other| one.0.total_cmp(&other.0));
        Ok(Self::of_ascending(ascending.into_iter()))
    }

    /// The curve of values in order, with their weights, all above 0.
    pub(crate) fn of_ascending(ascending: impl Iterator<Item = (f64, f64)> + Clone) -> Option<Self> {
        let mut sums = [0.0; 2];
        let mut points = vec![sums];
        for (value, weight) in ascending {
            sums = [sums[0] + weight, sums[1] + weight * value];
            points.push(sums);
        }
        if points.len() == 1 {
            return None;
        }
        for point in &mut points {
            // Where nobody has anything, all have the same.
            let share = point[0] / sums[0];
            *point = [share, if sums[1] > 0.0 { point[1] / sums[1] } else { share }];
        }
        Some(Self { points })
    }

    /// Its corners: shares of the people, and of what they have.
    pub fn points(&self) -> &[[f64; 2]] {
        &self.points
    }

    /// What share of all the least provided `share` of the people have, each from 0 to 1.
    pub fn at(&self, share: f64) -> f64 {
        let above = self.points.partition_point(|point| point[0] < share).clamp(1, self.points.len() - 1);
        let ([x0, y0], [x1, y1]) = (self.points[above - 1], self.points[above]);
        let along = if x1 > x0 { ((share - x0) / (x1 - x0)).clamp(0.0, 1.0) } else { 1.0 };
        y0 + along * (y1 - y0)
    }

    /// The Gini coefficient, from 0 (all have the same) to 1.
    pub fn gini(&self) -> f64 {
        let under: f64 = self.points.windows(2).map(|pair| (pair[1][0] - pair[0][0]) * (pair[0][1] + pair[1][1])).sum();
        (1.0 - under).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gini(values: &[f64], weights: &[f64]) -> Option<f64> {
        Lorenz::new(values, weights).unwrap().map(|lorenz| lorenz.gini())
    }

    #[test]
    fn of_two_people_of_whom_one_has_all_the_gini_is_a_half() {
        // The curve goes (0, 0), (1/2, 0), (1, 1): a quarter of the square lies under it, and the diagonal halves the
        // square.
        let lorenz = Lorenz::new(&[5.0, 0.0], &[1.0, 1.0]).unwrap().unwrap();
        assert_eq!(lorenz.points(), [[0.0, 0.0], [0.5, 0.0], [1.0, 1.0]]);
        assert_eq!(gini(&[5.0, 0.0], &[1.0, 1.0]), Some(0.5));
        assert_eq!((lorenz.at(0.0), lorenz.at(0.25), lorenz.at(0.75), lorenz.at(1.0)), (0.0, 0.0, 0.5, 1.0));
    }

    #[test]
    fn where_all_have_the_same_or_nothing_the_gini_is_none() {
        assert_eq!(gini(&[3.0, 3.0, 3.0], &[1.0, 2.0, 5.0]), Some(0.0));
        assert_eq!(gini(&[0.0, 0.0], &[1.0, 1.0]), Some(0.0));
        assert_eq!(gini(&[7.0], &[0.5]), Some(0.0));
    }

    #[test]
    fn a_weight_of_two_is_two_people() {
        // 1, 1, 3 and 5: Σ (2i − n − 1) x = −3 − 1 + 3 + 15 = 14, over 4 × 10.
        let people = [
            gini(&[5.0, 1.0, 3.0], &[1.0, 2.0, 1.0]),
            gini(&[1.0, 1.0, 3.0, 5.0], &[1.0; 4]),
            gini(&[1.0, 1.0, 3.0, 5.0, 99.0], &[1.0, 1.0, 1.0, 1.0, 0.0]),
        ];
        assert!(people.iter().all(|gini| (gini.unwrap() - 14.0 / 40.0).abs() < 1e-15), "{people:?}");
    }

    #[test]
    fn what_is_no_value_is_refused_by_its_place() {
        let problem = Lorenz::new(&[1.0, f64::NAN], &[1.0, 1.0]).unwrap_err().to_string();
        assert_eq!(problem, "the value at 1 is NaN; allowed: a finite number from 0 on");
        let problem = Lorenz::new(&[1.0, 2.0], &[-1.0, 1.0]).unwrap_err().to_string();
        assert_eq!(problem, "the weight at 0 is -1; allowed: a finite number from 0 on");
        let problem = Lorenz::new(&[1.0], &[]).unwrap_err().to_string();
        assert_eq!(problem, "there are 0 weights; there must be one for each of 1 values");
        assert_eq!(Lorenz::new(&[1.0], &[0.0]), Ok(None));
    }
}
