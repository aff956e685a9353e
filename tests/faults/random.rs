//! Numbers that follow from a seed.

use std::ops::Range;

/// SplitMix64.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Others that follow from these.
    pub(crate) fn fork(&mut self) -> Self {
        Self(self.next())
    }

    /// A number of this range, which is not empty.
    pub(crate) fn within(&mut self, range: Range<usize>) -> usize {
        let number = usize::try_from(self.next() >> 33).expect("31 bits");
        range.start + number % range.len()
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
