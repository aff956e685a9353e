//! Random numbers of which the whole sequence follows from a seed, on every platform.

/// `SplitMix64` (G. L. Steele et al., "Fast splittable pseudorandom number generators", 2014).
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`, which is no more than 2³² (Lemire's multiplication; the bias is under 2⁻³²).
    pub(super) fn below(&mut self, bound: usize) -> usize {
        (((self.bits() >> 32) * bound as u64) >> 32) as usize
    }

    /// A number in [0, 1), a multiple of 2⁻²⁴: sums and products of it are the same everywhere.
    pub(super) fn unit(&mut self) -> f64 {
        (self.bits() >> 40) as f64 / f64::from(1u32 << 24)
    }
}
