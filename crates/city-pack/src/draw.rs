//! Random draws that are the same on every machine and in every version.
//!
//! Each entity draws from a stream seeded by its own stable key, so that an entity added elsewhere changes nothing here.

use yuren_catalog::stable::{hash, mix};

/// A stream of random numbers (splitmix64).
pub(super) struct Draw(u64);

impl Draw {
    /// The stream that belongs to this key.
    pub(super) fn of(key: &[&str]) -> Self {
        Self(hash(key))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// In [0, 1), in steps of 2⁻⁵³.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// In [low, high).
    pub(super) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.unit() * (high - low)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, chance: u8) -> bool {
        self.unit() * 100.0 < f64::from(chance)
    }

    /// One of these, all equally likely.
    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[(self.unit() * of.len() as f64) as usize]
    }
}
