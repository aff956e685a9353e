//! A span of one day in which it is open.

use std::sync::Arc;

use opening_hours::schedule::Schedule;
use opening_hours_syntax::RuleKind;

/// Minutes of a day.
pub(crate) const DAY: u16 = 24 * 60;

/// A span of one day in which it is open, or perhaps open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Its first minute after midnight.
    pub from: u16,
    /// The minute after its last, at most 1,440.
    pub to: u16,
    /// What the hours say beside it in quotes (`"by appointment"`), or nothing. Something = it is not certain that one gets in.
    pub remark: Arc<str>,
    /// Whether the hours say that it is certainly open.
    pub certain: bool,
}

impl Span {
    /// Whether the minute lies in it.
    pub(crate) fn holds(&self, minute: u16) -> bool {
        (self.from..self.to).contains(&minute)
    }
}

/// The open and perhaps open spans, in order.
pub(super) fn of_schedule(schedule: Schedule) -> Vec<Span> {
    let spans = schedule.into_iter().filter(|range| range.kind != RuleKind::Closed).map(|range| Span {
        from: range.range.start.mins_from_midnight().min(DAY),
        to: range.range.end.mins_from_midnight().min(DAY),
        certain: range.kind == RuleKind::Open && range.comment.is_empty(),
        remark: range.comment,
    });
    spans.filter(|span| span.from < span.to).collect()
}

/// Two lists of spans as one: in order, touching alike ones joined, certain ones above those that are not.
pub(crate) fn union(mut spans: Vec<Span>, more: Vec<Span>) -> Vec<Span> {
    if more.is_empty() {
        return spans;
    }
    spans.extend(more);
    let mut edges: Vec<u16> = spans.iter().flat_map(|span| [span.from, span.to]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut joined: Vec<Span> = Vec::new();
    for edge in edges.windows(2) {
        let over = spans.iter().filter(|span| span.holds(edge[0]));
        let Some(best) = over.max_by_key(|span| span.certain) else { continue };
        match joined.last_mut() {
            Some(last) if last.to == edge[0] && last.certain == best.certain && last.remark == best.remark => {
                last.to = edge[1];
            }
            _ => joined.push(Span { from: edge[0], to: edge[1], remark: best.remark.clone(), certain: best.certain }),
        }
    }
    joined
}
