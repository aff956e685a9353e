//! First reading: the ways that matter, told by their tags.

use std::collections::HashSet;
use std::ops::Range;

use osmpbf::{PrimitiveBlock, RelMemberType, Relation, Way};

use super::limits;
use crate::profile::{Class, Pace, Profile, Tags, Unusable, pace, seconds};
use crate::{BuildError, EdgeKind, WaysRead};

/// A street, path or ferry that some profile may use.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Road {
    /// The way's number.
    pub(crate) id: i64,
    /// Its nodes in the list of all nodes named.
    pub(crate) nodes: Range<usize>,
    /// Speeds of each profile, in the order of [`Profile::ALL`].
    pub(crate) pace: [Pace; 3],
    /// What it is.
    pub(crate) kind: EdgeKind,
    /// How many seconds it takes from end to end, if it says so: a ferry.
    pub(crate) duration_s: Option<f64>,
}

/// What the first reading finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) roads: Vec<Road>,
    /// Lines that may not be crossed, by their nodes in the list of all nodes named.
    pub(super) lines: Vec<Range<usize>>,
    /// The nodes that roads and lines name, one after another.
    pub(super) named: Vec<i64>,
    /// Ways that an outline of water is made of.
    pub(super) outlines: HashSet<i64>,
    /// What became of the ways.
    pub(super) counts: WaysRead,
    /// When the newest way was edited, in seconds since 1970.
    pub(super) newest: Option<i64>,
}

impl Found {
    /// Takes the ways of a block, and the outlines that its relations name.
    pub(super) fn take(&mut self, block: &PrimitiveBlock) -> Result<(), BuildError> {
        let mut tags = Vec::new();
        for group in block.groups() {
            for way in group.ways() {
                tags.clear();
                tags.extend(way.tags().take(limits::TAGS));
                self.way(&way, Tags(&tags))?;
            }
            for relation in group.relations() {
                tags.clear();
                tags.extend(relation.tags().take(limits::TAGS));
                self.relation(&relation, Tags(&tags))?;
            }
        }
        Ok(())
    }

    /// Takes the ways of a block that outline water, and that were not taken for tags of their own.
    pub(super) fn take_outlines(&mut self, block: &PrimitiveBlock) -> Result<(), BuildError> {
        let mut tags = Vec::new();
        for way in block.groups().flat_map(|group| group.ways()) {
            tags.clear();
            tags.extend(way.tags().take(limits::TAGS));
            if self.outlines.contains(&way.id()) && !is_barrier(Tags(&tags)) {
                self.line(&way)?;
            }
        }
        Ok(())
    }

    fn way(&mut self, way: &Way<'_>, tags: Tags<'_>) -> Result<(), BuildError> {
        self.counts.read += 1;
        let edited = way.info().milli_timestamp().map(|time| time / 1000);
        self.newest = self.newest.max(edited.filter(|time| is_date(*time)));
        if is_barrier(tags) {
            self.line(way)?;
        }
        match Class::of(tags) {
            None => self.counts.no_street += 1,
            Some(Err(Unusable::NotThere)) => self.counts.not_there += 1,
            Some(Err(Unusable::Area)) => self.counts.areas += 1,
            Some(Err(Unusable::NoWay)) => self.counts.no_way += 1,
            Some(Ok(class)) => {
                let pace = Profile::ALL.map(|profile| pace(profile, class, tags));
                if pace.as_flattened().iter().all(|kmh| *kmh <= 0.0) {
                    self.counts.closed += 1;
                    return Ok(());
                }
                let duration_s = tags.get("duration").filter(|_| class == Class::Ferry).and_then(seconds);
                let nodes = self.name(way)?;
                self.roads.push(Road { id: way.id(), nodes, pace, kind: class.kind(tags), duration_s });
            }
        }
        Ok(())
    }

    /// Water whose outline is made of several ways: the Yangtze, a lake with islands.
    fn relation(&mut self, relation: &Relation<'_>, tags: Tags<'_>) -> Result<(), BuildError> {
        if is_water(tags) {
            let ways = relation.members().filter(|member| member.member_type == RelMemberType::Way);
            self.outlines.extend(ways.map(|member| member.member_id));
            if self.outlines.len() > limits::OUTLINES {
                return Err(BuildError::TooMuch { what: "ways around water", most: limits::OUTLINES });
            }
        }
        Ok(())
    }

    fn line(&mut self, way: &Way<'_>) -> Result<(), BuildError> {
        let line = self.name(way)?;
        self.lines.push(line);
        Ok(())
    }

    /// Notes the nodes of a way.
    fn name(&mut self, way: &Way<'_>) -> Result<Range<usize>, BuildError> {
        let first = self.named.len();
        if self.roads.len() + self.lines.len() >= limits::WAYS {
            return Err(BuildError::TooMuch { what: "ways", most: limits::WAYS });
        }
        if way.raw_refs().len() > limits::NODES - first {
            return Err(BuildError::TooMuch { what: "nodes of ways", most: limits::NODES });
        }
        self.named.extend(way.refs());
        Ok(first..self.named.len())
    }
}

/// Whether so many seconds since 1970 can be when OpenStreetMap was edited: before 2100.
pub(super) fn is_date(time: i64) -> bool {
    (1..4_102_444_800).contains(&time)
}

/// Whether a way is a line that nobody crosses off the streets: a shore, a river's or canal's middle, a motorway. One
/// can walk over what runs underground.
fn is_barrier(tags: Tags<'_>) -> bool {
    let is_river = matches!(tags.get("waterway"), Some("river" | "canal"));
    let is_shore = is_water(tags) || tags.is("natural", "coastline");
    let is_motorway = matches!(Class::of(tags), Some(Ok(class)) if class.is_motor_only(tags));
    (is_shore || is_river || is_motorway) && !tags.has("tunnel")
}

/// Whether it is an area of water.
fn is_water(tags: Tags<'_>) -> bool {
    tags.is("natural", "water") || tags.is("waterway", "riverbank")
}
