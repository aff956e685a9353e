//! The time to the nearest site, and to the nth nearest.

use std::num::NonZeroUsize;

use crate::{NEVER, Times};

/// The nearest site of a demand point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The time to it, in tenths of a second, or [`NEVER`].
    pub time: u32,
    /// Which site; of equally near ones the first; `None` where none can be reached.
    pub site: Option<u32>,
}

/// The sites that count; `open` has one entry a site, no mask = all.
fn counting<'a>(times: &'a Times, open: Option<&'a [bool]>) -> impl Iterator<Item = usize> + 'a {
    if let Some(open) = open {
        assert_eq!(open.len(), times.sites(), "a mask of open sites has one entry a site");
    }
    (0..times.sites()).filter(move |&site| open.is_none_or(|open| open[site]))
}

/// The nearest of the sites that are open, for each demand point. A mask that has not one entry a site is a mistake of
/// the caller's.
///
/// A column at a time: what is kept, the best so far, stays in the processor's cache.
pub fn nearest(times: &Times, open: Option<&[bool]>) -> Vec<Nearest> {
    let mut best = vec![(NEVER, 0); times.demand()];
    for site in counting(times, open) {
        for (best, &time) in best.iter_mut().zip(times.column(site)) {
            if time < best.0 {
                *best = (time, site as u32);
            }
        }
    }
    best.into_iter().map(|(time, site)| Nearest { time, site: (time != NEVER).then_some(site) }).collect()
}

/// The time to the nth nearest (第 n 近) of the sites that are open, for each demand point: [`NEVER`] where fewer can be
/// reached.
pub fn nth_nearest(times: &Times, open: Option<&[bool]>, n: NonZeroUsize) -> Vec<u32> {
    // No more rows than there are sites to fill them.
    let n = n.get();
    if n > times.sites() {
        return vec![NEVER; times.demand()];
    }
    // The n nearest so far of each demand point, in order.
    let mut best = vec![NEVER; times.demand() * n];
    for site in counting(times, open) {
        for (best, &time) in best.chunks_exact_mut(n).zip(times.column(site)) {
            if time < best[n - 1] {
                let place = best.partition_point(|&other| other <= time);
                best.copy_within(place..n - 1, place + 1);
                best[place] = time;
            }
        }
    }
    best.chunks_exact(n).map(|best| best[n - 1]).collect()
}
