//! Small problems drawn from a seed: any of them may have an answer or none.

use yuren_itinerary::{Group, OneOf, Point, Problem, Slot, Stay, Window};

/// When everybody is back.
pub(crate) const BACK_BY: u32 = 40;

/// Numbers of which the whole sequence follows from a seed.
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number from 0 up to and including `most` (xorshift64*: S. Vigna, 2016).
    pub(crate) fn up_to(&mut self, most: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 40) as u32 % (most + 1)
    }

    pub(crate) fn index(&mut self, count: usize) -> usize {
        self.up_to(count as u32 - 1) as usize
    }

    /// Whether, once in so many times.
    pub(crate) fn once_in(&mut self, times: u32) -> bool {
        self.up_to(times - 1) == 0
    }
}

/// A problem of one group with every kind of limit, now and then.
pub(crate) fn problem(seed: u64, points: usize) -> Problem {
    let draw = &mut Draw::new(seed);
    let nodes = 6;
    let metric = draw.once_in(2);
    let at: Vec<[u32; 2]> = (0..nodes).map(|_| [draw.up_to(7), draw.up_to(7)]).collect();
    let mut table = |scale: u32| -> Vec<Vec<u32>> {
        let mut leg = |from: usize, to: usize| {
            let apart = at[from][0].abs_diff(at[to][0]) + at[from][1].abs_diff(at[to][1]);
            if metric || from == to { apart * scale } else { draw.up_to(9) * scale }
        };
        (0..nodes).map(|from| (0..nodes).map(|to| leg(from, to)).collect()).collect()
    };
    let (travel, walk_m) = (table(1), table(100));
    let points = (0..points).map(|_| point(draw, nodes)).collect::<Vec<_>>();
    let pick = |draw: &mut Draw| draw.index(points.len());
    let before = (0..draw.up_to(3)).map(|_| [pick(draw), pick(draw)]).collect();
    let one_of = (0..draw.up_to(2))
        .map(|_| OneOf { points: (0..=draw.up_to(2)).map(|_| pick(draw)).collect(), must: draw.once_in(2) })
        .collect();
    Problem {
        groups: vec![Group { people: 10 + draw.up_to(10), start: draw.index(nodes), leave_from: draw.up_to(5) }],
        end: draw.index(nodes),
        back_by: BACK_BY,
        points,
        travel,
        walk_m,
        once: draw.once_in(2),
        before,
        one_of,
        max_leg: draw.once_in(3).then(|| 5 + draw.up_to(4)),
        max_walk_m: draw.once_in(3).then(|| 500 + draw.up_to(2_000)),
        max_without_toilet: draw.once_in(3).then(|| 8 + draw.up_to(16)),
    }
}

fn point(draw: &mut Draw, nodes: usize) -> Point {
    let mut windows = Vec::new();
    let mut from = 0;
    for _ in 0..=draw.up_to(2) {
        let open = from + draw.up_to(10);
        let last_entry = open + draw.up_to(9);
        let close = last_entry + draw.up_to(9);
        windows.push(Window { open, last_entry, close });
        from = close + draw.up_to(3);
    }
    let slots = if draw.once_in(4) {
        (0..6).map(|slot| Slot { from: slot * 7, to: slot * 7 + 5, people: 5 + draw.up_to(25) }).collect()
    } else {
        Vec::new()
    };
    Point {
        node: draw.index(nodes),
        score: draw.up_to(9),
        stay: Stay { base: draw.up_to(5), per_person: u32::from(draw.once_in(9)) },
        windows: if draw.once_in(12) { Vec::new() } else { windows },
        group_min: draw.once_in(6).then(|| 8 + draw.up_to(8)),
        group_max: draw.once_in(6).then(|| 12 + draw.up_to(10)),
        at_once: draw.once_in(6).then(|| 12 + draw.up_to(30)),
        slots,
        must: draw.once_in(9),
        toilet: draw.once_in(3),
    }
}
