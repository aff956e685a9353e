//! Streets to bytes.

use super::{HEAD_BYTES, MAGIC, VERSION};
use crate::{Edge, Graph, GraphReport, Profile, Streets};

pub(super) fn file(streets: &Streets) -> Vec<u8> {
    let mut out = MAGIC.to_vec();
    out.extend(VERSION.to_le_bytes());
    out.extend([0; 4]);
    let about = streets.about();
    out.extend(about.time.unwrap_or(0).to_le_bytes());
    out.extend(about.extent.to_array().into_iter().flat_map(f64::to_le_bytes));
    about.graphs.iter().for_each(|graph| report(&mut out, graph));
    let lines = &streets.barriers().lines;
    count(&mut out, lines.len());
    for line in lines {
        points(&mut out, line);
    }
    for profile in Profile::ALL {
        graph(&mut out, streets.graph(profile));
        out.extend(streets.order(profile).iter().flat_map(|node| node.to_le_bytes()));
    }
    let checksum = crc32fast::hash(&out[HEAD_BYTES..]);
    out[HEAD_BYTES - 4..HEAD_BYTES].copy_from_slice(&checksum.to_le_bytes());
    out
}

fn count(out: &mut Vec<u8>, count: usize) {
    out.extend((count as u32).to_le_bytes());
}

fn points(out: &mut Vec<u8>, points: &[[i32; 2]]) {
    count(out, points.len());
    out.extend(points.as_flattened().iter().flat_map(|units| units.to_le_bytes()));
}

fn report(out: &mut Vec<u8>, report: &GraphReport) {
    let GraphReport { nodes_before, edges_before, nodes, edges, too_long, islands } = *report;
    for number in [nodes_before, edges_before, nodes, edges, too_long, islands.count, islands.edges] {
        out.extend((number as u64).to_le_bytes());
    }
    out.extend(islands.km.to_le_bytes());
}

fn graph(out: &mut Vec<u8>, graph: &Graph) {
    points(out, graph.nodes());
    count(out, graph.edges().len());
    let mut end = 0;
    for (number, edge) in (0..).zip(graph.edges()) {
        let Edge { tail, head, length_m, forward, backward, kind, way } = *edge;
        end += graph.shape(number).len() as u32;
        for word in [tail, head, length_m.to_bits(), forward, backward, end] {
            out.extend(word.to_le_bytes());
        }
        out.extend(way.to_le_bytes());
        out.push(kind as u8);
    }
    count(out, end as usize);
    for number in 0..graph.edges().len() as u32 {
        out.extend(graph.shape(number).as_flattened().iter().flat_map(|units| units.to_le_bytes()));
    }
}
