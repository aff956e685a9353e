//! Hashes and random draws that are the same on every machine and in every version.
//!
//! Each entity draws from a stream seeded by its own stable key, so that an entity added elsewhere changes nothing here.

/// FNV-1a over the parts, each closed by a unit separator so that `["ab","c"]` and `["a","bc"]` differ, then mixed by the
/// finaliser of splitmix64, since FNV's high bits are weak in short texts.
///
/// Sources: Fowler, Noll and Vo, `draft-eastlake-fnv`; Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (2014).
pub(super) fn hash(parts: &[&str]) -> u64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    mix(state)
}

/// Twelve characters of base 32 (a–z without i, l, o and u, and 0–9) of the hash: 60 bits.
pub(super) fn short_id(parts: &[&str]) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let hash = hash(parts);
    (0..12).map(|i| char::from(DIGITS[(hash >> (5 * i)) as usize & 31])).collect()
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

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
