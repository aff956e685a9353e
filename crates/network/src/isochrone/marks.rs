//! Which squares, or points, of a lattice are marked: a bit each.

use super::lattice::Lattice;

/// Marks in rows from south to north.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    pub(super) words_a_row: usize,
    words: Vec<u64>,
}

impl Marks {
    pub(super) fn new(lattice: &Lattice) -> Self {
        let [columns, rows] = lattice.squares;
        let words_a_row = columns / 64 + 1;
        Self { words_a_row, words: vec![0; words_a_row * (rows + 1)] }
    }

    /// Every row, from south to north.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.words.chunks_exact(self.words_a_row)
    }

    /// Whether a column of a row is marked.
    pub(super) fn contains(&self, [column, row]: [usize; 2]) -> bool {
        self.words[row * self.words_a_row + column / 64] >> (column % 64) & 1 == 1
    }

    /// Marks the squares that a line of points passes through.
    pub(super) fn mark_line(&mut self, lattice: &Lattice, line: &[[f64; 2]]) {
        let mut last = lattice.place(line[0]);
        self.mark_segment(last, last);
        for &point in &line[1..] {
            let next = lattice.place(point);
            self.mark_segment(last, next);
            last = next;
        }
    }

    fn mark_segment(&mut self, a: [f64; 2], b: [f64; 2]) {
        // Nothing lies west or south of the origin, so that this cuts off as `floor` does.
        let square = |place: [f64; 2]| place.map(|along| along as usize);
        if square(a) == square(b) {
            return self.mark(square(a));
        }
        let [west, east] = if a[0] <= b[0] { [a, b] } else { [b, a] };
        let rise = if east[0] > west[0] { (east[1] - west[1]) / (east[0] - west[0]) } else { 0.0 };
        for column in west[0] as usize..=east[0] as usize {
            let from = if west[0] >= column as f64 { west[1] } else { west[1] + (column as f64 - west[0]) * rise };
            let to =
                if east[0] < (column + 1) as f64 { east[1] } else { west[1] + ((column + 1) as f64 - west[0]) * rise };
            for row in from.min(to) as usize..=from.max(to) as usize {
                self.mark([column, row]);
            }
        }
    }

    fn mark(&mut self, [column, row]: [usize; 2]) {
        self.words[row * self.words_a_row + column / 64] |= 1 << (column % 64);
    }

    /// The points that are corners of marked squares.
    pub(super) fn corners(mut self) -> Self {
        for row in self.words.chunks_exact_mut(self.words_a_row) {
            let mut carried = 0;
            for word in row {
                let east = *word << 1 | carried;
                carried = *word >> 63;
                *word |= east;
            }
        }
        for at in (self.words_a_row..self.words.len()).rev() {
            self.words[at] |= self.words[at - self.words_a_row];
        }
        self
    }
}
