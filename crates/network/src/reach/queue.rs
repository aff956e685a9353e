//! A queue of nodes by time, for times that never go back.

use crate::Deciseconds;

/// How many tenths of a second lie in the ring: what comes later waits outside. 14 minutes hold all but the longest edges.
const RING: usize = 1 << 13;
const NONE: u32 = u32::MAX;

/// Nodes in buckets a tenth of a second wide (R. B. Dial, "Algorithm 360", 1969), in a ring that starts at the time reached.
#[derive(Clone, Debug)]
pub(super) struct Queue {
    /// The first entry of each bucket; a time's bucket is the time modulo [`RING`].
    heads: Vec<u32>,
    /// Which buckets hold something, a bit each.
    filled: Vec<u64>,
    /// Nodes, each with the next entry of its bucket.
    entries: Vec<(u32, u32)>,
    /// Times beyond the ring, with their nodes.
    later: Vec<(Deciseconds, u32)>,
    /// The time reached: nothing earlier is in the queue.
    now: Deciseconds,
    in_ring: usize,
}

impl Default for Queue {
    fn default() -> Self {
        Self {
            heads: vec![NONE; RING],
            filled: vec![0; RING / 64],
            entries: Vec::new(),
            later: Vec::new(),
            now: 0,
            in_ring: 0,
        }
    }
}

impl Queue {
    /// Readies an empty queue whose times begin at `now`.
    pub(super) fn begin(&mut self, now: Deciseconds) {
        debug_assert!(self.in_ring == 0 && self.later.is_empty(), "a run empties the queue");
        self.entries.clear();
        self.now = now;
    }

    /// Adds a node at a time that is not before the last one taken.
    pub(super) fn push(&mut self, time: Deciseconds, node: u32) {
        debug_assert!(time >= self.now, "times never go back");
        if time - self.now < RING as u32 {
            let bucket = time as usize % RING;
            self.entries.push((node, self.heads[bucket]));
            self.heads[bucket] = self.entries.len() as u32 - 1;
            self.filled[bucket / 64] |= 1 << (bucket % 64);
            self.in_ring += 1;
        } else {
            self.later.push((time, node));
        }
    }

    /// Takes a node of the least time.
    pub(super) fn pop(&mut self) -> Option<(Deciseconds, u32)> {
        if self.in_ring == 0 {
            self.now = self.later.iter().map(|&(time, _)| time).min()?;
            for (time, node) in std::mem::take(&mut self.later) {
                self.push(time, node);
            }
        }
        let bucket = self.next_filled(self.now as usize % RING);
        let (node, next) = self.entries[self.heads[bucket] as usize];
        self.now += ((bucket + RING - self.now as usize % RING) % RING) as u32;
        self.heads[bucket] = next;
        if next == NONE {
            self.filled[bucket / 64] &= !(1 << (bucket % 64));
        }
        self.in_ring -= 1;
        Some((self.now, node))
    }

    /// The first bucket that holds something, from this one on around the ring, which is not empty.
    fn next_filled(&self, from: usize) -> usize {
        let words = self.filled.len();
        let rest = self.filled[from / 64] & (!0 << (from % 64));
        if rest != 0 {
            return from / 64 * 64 + rest.trailing_zeros() as usize;
        }
        // The last word looked at is the first again, for its buckets before `from`.
        let mut word = from / 64;
        loop {
            word = (word + 1) % words;
            if self.filled[word] != 0 {
                return word * 64 + self.filled[word].trailing_zeros() as usize;
            }
        }
    }
}
