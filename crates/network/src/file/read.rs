//! Bytes to streets.

use yuren_geodesy::BBox;

use super::{EDGE_BYTES, FileError, HEAD_BYTES, MAGIC, MOST, VERSION};
use crate::build::LONGEST_TIME;
use crate::streets::Own;
use crate::{Barriers, Deciseconds, Edge, EdgeKind, Graph, GraphReport, Islands, NEVER, Streets, StreetsAbout};

pub(super) fn file(bytes: &[u8]) -> Result<Streets, FileError> {
    if !bytes.starts_with(&MAGIC) {
        return Err(FileError::NotStreets { found: bytes.iter().copied().take(MAGIC.len()).collect() });
    }
    let mut rest = Rest(&bytes[MAGIC.len()..]);
    let found = rest.u32("the version")?;
    if found != VERSION {
        return Err(FileError::Version { found });
    }
    let stated = rest.u32("the checksum")?;
    let found = crc32fast::hash(&bytes[HEAD_BYTES..]);
    if found != stated {
        return Err(FileError::Checksum { found, stated });
    }
    let time = i64::from_le_bytes(rest.take("the time")?);
    let mut edge = || Ok::<_, FileError>(f64::from_le_bytes(rest.take("the box")?));
    let extent = BBox::new(edge()?, edge()?, edge()?, edge()?);
    let extent = extent.map_err(|_| FileError::Value { what: "the box", number: 0, value: 0 })?;
    let graphs = [rest.report()?, rest.report()?, rest.report()?];
    let about = StreetsAbout { time: Some(time).filter(|time| *time != 0), extent, graphs };
    let barriers = rest.barriers()?;
    let own = [rest.own()?, rest.own()?, rest.own()?];
    match rest.0.len() {
        0 => Ok(Streets::new(about, barriers, own)),
        found => Err(FileError::Length { what: "the end", needed: 0, found }),
    }
}

/// What is left to read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    /// So many bytes.
    fn bytes(&mut self, what: &'static str, needed: usize) -> Result<&'a [u8], FileError> {
        let cut = self.0.split_at_checked(needed);
        let (taken, rest) = cut.ok_or(FileError::Length { what, needed, found: self.0.len() })?;
        self.0 = rest;
        Ok(taken)
    }

    /// The bytes of a number.
    fn take<const N: usize>(&mut self, what: &'static str) -> Result<[u8; N], FileError> {
        Ok(self.bytes(what, N)?.try_into().expect("as many bytes as were asked for"))
    }

    fn u32(&mut self, what: &'static str) -> Result<u32, FileError> {
        self.take(what).map(u32::from_le_bytes)
    }

    /// The bytes of a list of things of this size, after their count.
    fn list(&mut self, what: &'static str, size: usize) -> Result<&'a [u8], FileError> {
        let count = self.u32(what)?;
        if count as usize > MOST {
            return Err(FileError::Value { what, number: 0, value: count.into() });
        }
        self.bytes(what, count as usize * size)
    }

    /// A list of points, each a coordinate.
    fn points(&mut self, what: &'static str) -> Result<Vec<[i32; 2]>, FileError> {
        let points: Vec<[i32; 2]> = self
            .list(what, 8)?
            .chunks_exact(8)
            .map(|at| [word(at, 0), word(at, 4)])
            .map(|at| at.map(u32::cast_signed))
            .collect();
        let is_coordinate =
            |[lon, lat]: &[i32; 2]| lon.unsigned_abs() <= 1_800_000_000 && lat.unsigned_abs() <= 900_000_000;
        match points.iter().position(|at| !is_coordinate(at)) {
            None => Ok(points),
            Some(number) => {
                let [lon, lat] = points[number].map(i64::from);
                let value = if lon.abs() > 1_800_000_000 { lon } else { lat };
                Err(FileError::Value { what, number, value })
            }
        }
    }

    fn report(&mut self) -> Result<GraphReport, FileError> {
        let what = "a report";
        let mut number = || self.take(what).map(|bytes| u64::from_le_bytes(bytes) as usize);
        let (nodes_before, edges_before, nodes, edges, too_long) =
            (number()?, number()?, number()?, number()?, number()?);
        let (count, islands_edges) = (number()?, number()?);
        let km = f64::from_le_bytes(self.take(what)?);
        if !km.is_finite() {
            return Err(FileError::Value { what: "the length of islands", number: 0, value: 0 });
        }
        let islands = Islands { count, edges: islands_edges, km };
        Ok(GraphReport { nodes_before, edges_before, nodes, edges, too_long, islands })
    }

    fn barriers(&mut self) -> Result<Barriers, FileError> {
        let count = self.u32("the number of barriers")? as usize;
        // A line takes four bytes at least.
        self.0.get(..count.saturating_mul(4)).ok_or(FileError::Length {
            what: "the barriers",
            needed: count.saturating_mul(4),
            found: self.0.len(),
        })?;
        let lines = (0..count).map(|_| self.points("a barrier's point")).collect::<Result<_, _>>()?;
        Ok(Barriers { lines })
    }

    fn own(&mut self) -> Result<Own, FileError> {
        let nodes = self.points("a node's coordinate")?;
        let (mut edges, mut first_shape) = (Vec::new(), vec![0]);
        let records = self.list("the edges", EDGE_BYTES)?;
        edges.reserve_exact(records.len() / EDGE_BYTES);
        first_shape.reserve_exact(records.len() / EDGE_BYTES);
        for (number, record) in records.chunks_exact(EDGE_BYTES).enumerate() {
            edges.push(edge(number, record)?);
            first_shape.push(word(record, 20));
        }
        let shapes = self.points("a coordinate of a shape")?;
        if let Some(number) = first_shape.windows(2).position(|pair| pair[0] > pair[1]) {
            return Err(FileError::Value { what: "the end of shape", number, value: first_shape[number + 1].into() });
        }
        let end = first_shape.last().copied().unwrap_or(0);
        if end as usize != shapes.len() {
            return Err(FileError::Value { what: "the end of shape", number: edges.len(), value: end.into() });
        }
        let order = self.bytes("the order", nodes.len() * 4)?.chunks_exact(4);
        let order: Vec<u32> = order.map(|node| word(node, 0)).collect();
        is_order(&order)?;
        Ok(Own { graph: Graph::from_parts(nodes, edges, first_shape, shapes)?, order })
    }
}

/// An edge without its shape.
fn edge(number: usize, record: &[u8]) -> Result<Edge, FileError> {
    let kind = match record[32] {
        0 => EdgeKind::Street,
        1 => EdgeKind::Passage,
        2 => EdgeKind::Ferry,
        value => return Err(FileError::Value { what: "the kind of edge", number, value: value.into() }),
    };
    let time = |offset: usize| -> Result<Deciseconds, FileError> {
        let time = word(record, offset);
        let is_believed = time <= LONGEST_TIME || time == NEVER;
        let value = time.into();
        if is_believed { Ok(time) } else { Err(FileError::Value { what: "the time of edge", number, value }) }
    };
    let way = i64::from_le_bytes(record[24..32].try_into().expect("eight bytes"));
    Ok(Edge {
        tail: word(record, 0),
        head: word(record, 4),
        length_m: f32::from_bits(word(record, 8)),
        forward: time(12)?,
        backward: time(16)?,
        kind,
        way,
    })
}

/// Four bytes as a number.
fn word(bytes: &[u8], offset: usize) -> u32 {
    u32::from_le_bytes(bytes[offset..offset + 4].try_into().expect("four bytes"))
}

/// Each node stands in an order once.
fn is_order(order: &[u32]) -> Result<(), FileError> {
    let mut is_there = vec![false; order.len()];
    for (number, node) in order.iter().enumerate() {
        match is_there.get_mut(*node as usize) {
            Some(seen) if !*seen => *seen = true,
            _ => return Err(FileError::Value { what: "the node in the order at", number, value: (*node).into() }),
        }
    }
    Ok(())
}
