//! How long a way takes, as long as no streets are known.

/// A way of travelling, as an estimate from the straight distance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Metres covered in a minute.
    pub metres_a_minute: f64,
    /// How much longer the way is than the straight line.
    pub detour: f64,
}

impl Pace {
    /// Whole minutes for a straight distance in metres, rounded up: nobody is told to be earlier than they are.
    pub fn minutes(&self, distance_m: f64) -> u32 {
        // No distance on Earth gives more than fits.
        (distance_m * self.detour / self.metres_a_minute).ceil().min(f64::from(u32::MAX)) as u32
    }

    /// The straight distance in metres that can be covered in so many minutes.
    pub fn reach_m(&self, minutes: f64) -> f64 {
        minutes * self.metres_a_minute / self.detour
    }
}
