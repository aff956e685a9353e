//! OpenStreetMap extracts: nodes, and closed ways by the middle of their box. Relations are not read.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::Arc;

use osmpbf::{BlobDecode, BlobReader, PrimitiveBlock};

use super::guard::guarded;
use super::limits::{Bounds, MAX_ROWS, Refusal, too_large, unreadable};
use super::osm_found::Found;
use super::osm_tags::{COLUMNS, kinds};
use super::osm_twins::unite;
use crate::Cell;
use crate::finding::said;
use crate::sheet::Sheet;

/// Most bytes of text that all blocks together may unpack to, in each of the two readings.
const MAX_BLOCK_TEXT: usize = 1 << 30;
/// Most nodes, ways and relations in each of the two readings.
const MAX_ELEMENTS: usize = 100_000_000;
/// Most corners of all ways that are places.
const MAX_CORNERS: usize = 10_000_000;

pub(super) fn sheets(bytes: &[u8], file: &Arc<str>) -> Result<Vec<Sheet>, Refusal> {
    guarded(|| {
        let mut found = places(bytes)?;
        place_ways(bytes, &mut found)?;
        table(unite(found), file)
    })
}

/// Everything that has a kind, ways without their points.
fn places(bytes: &[u8]) -> Result<Vec<Found>, Refusal> {
    let mut found: Vec<Found> = Vec::new();
    let mut corners = 0;
    blocks(bytes, |block| {
        for group in block.groups() {
            for node in group.nodes() {
                let at = degrees(node.decimicro_lon(), node.decimicro_lat());
                found.extend(place(format!("node/{}", node.id()), Some(at), &node.tags()));
            }
            for node in group.dense_nodes() {
                let at = degrees(node.decimicro_lon(), node.decimicro_lat());
                found.extend(place(format!("node/{}", node.id()), Some(at), &node.tags()));
            }
            for way in group.ways() {
                let refs = way.raw_refs();
                // The references are differences: a ring comes back to where it began.
                let is_closed = refs.len() > 3 && refs[1..].iter().fold(0_i64, |sum, d| sum.wrapping_add(*d)) == 0;
                if let Some(mut place) = place(format!("way/{}", way.id()), None, &way.tags()).filter(|_| is_closed) {
                    place.corners = way.refs().collect();
                    corners += place.corners.len();
                    found.push(place);
                }
            }
        }
        if corners > MAX_CORNERS || found.len() > MAX_ROWS {
            let meaning = said("兴趣点太多", "it has too many points of interest");
            return Err(too_large(found.len().to_string(), meaning));
        }
        Ok(())
    })?;
    Ok(found)
}

fn place<'a>(
    key: String,
    lon_lat: Option<[f64; 2]>,
    tags: &(impl Iterator<Item = (&'a str, &'a str)> + Clone),
) -> Option<Found> {
    let kinds = kinds(tags);
    if kinds.is_empty() {
        return None;
    }
    let first = |names: &[&str]| {
        names.iter().find_map(|name| tags.clone().find(|(k, _)| k == name)).map(|(_, value)| value.to_owned())
    };
    let values = COLUMNS.map(|(_, names)| first(names));
    // What has no name is no place that a family could be sent to: benches' plaques, book boxes.
    values[0].is_some().then(|| Found { key, lon_lat, corners: Vec::new(), kinds, values })
}

/// OpenStreetMap's whole numbers as degrees, without the noise of their product.
fn degrees(lon: i32, lat: i32) -> [f64; 2] {
    [lon, lat].map(|decimicro| f64::from(decimicro) / 1e7)
}

/// Gives each way the middle of its box.
fn place_ways(bytes: &[u8], found: &mut [Found]) -> Result<(), Refusal> {
    let mut points: HashMap<i64, Option<[f64; 2]>> =
        found.iter().flat_map(|place| &place.corners).map(|&corner| (corner, None)).collect();
    if points.is_empty() {
        return Ok(());
    }
    blocks(bytes, |block| {
        let mut see = |id: i64, at: [f64; 2]| {
            if let Some(point) = points.get_mut(&id) {
                *point = Some(at);
            }
        };
        for group in block.groups() {
            group.nodes().for_each(|node| see(node.id(), degrees(node.decimicro_lon(), node.decimicro_lat())));
            group.dense_nodes().for_each(|node| see(node.id(), degrees(node.decimicro_lon(), node.decimicro_lat())));
        }
        Ok(())
    })?;
    for place in found {
        let corners = place.corners.iter().filter_map(|corner| *points.get(corner)?);
        let extent = corners.fold(None, |extent: Option<[f64; 4]>, [lon, lat]| {
            let [west, south, east, north] = extent.unwrap_or([lon, lat, lon, lat]);
            Some([west.min(lon), south.min(lat), east.max(lon), north.max(lat)])
        });
        if let Some([west, south, east, north]) = extent {
            place.lon_lat = Some([f64::midpoint(west, east), f64::midpoint(south, north)]);
        }
    }
    Ok(())
}

/// Unpacks block after block, each bounded by the reader and all together by their text and their elements.
fn blocks(bytes: &[u8], mut see: impl FnMut(&PrimitiveBlock) -> Result<(), Refusal>) -> Result<(), Refusal> {
    let (mut text, mut elements) = (0, 0);
    for blob in BlobReader::new(Cursor::new(bytes)) {
        let blob = blob.map_err(unreadable)?;
        let BlobDecode::OsmData(block) = blob.decode().map_err(unreadable)? else { continue };
        text += block.raw_stringtable().iter().map(Vec::len).sum::<usize>();
        elements += block.elements().count();
        if text > MAX_BLOCK_TEXT || elements > MAX_ELEMENTS {
            return Err(too_large("", said("解压后的数据过大", "it unpacks to too much")));
        }
        see(&block)?;
    }
    Ok(())
}

fn table(found: Vec<Found>, file: &Arc<str>) -> Result<Vec<Sheet>, Refusal> {
    let mut sheet = Sheet::new(Arc::clone(file));
    let mut bounds = Bounds::new(MAX_ROWS);
    for (number, place) in (1..).zip(found) {
        let [lon, lat] = place.lon_lat.map_or([None, None], |[lon, lat]| [Some(lon), Some(lat)]);
        let number_cell = |value: Option<f64>| value.map_or_else(Cell::default, Cell::number);
        let kinds: Vec<_> = place.kinds.iter().map(|kind| kind.as_str()).collect();
        let own = [Cell::text(&place.key), number_cell(lon), number_cell(lat), Cell::text(&kinds.join(";"))];
        let values = place.values.iter().map(|value| value.as_deref().map_or_else(Cell::default, Cell::text));
        for (column, cell) in own.into_iter().chain(values).enumerate() {
            sheet.put(number, column, cell, &mut bounds)?;
        }
    }
    let own = ["osm", "lon", "lat", "kind"].into_iter();
    sheet.columns = Some(own.chain(COLUMNS.map(|(name, _)| name)).map(str::to_owned).collect());
    Ok(vec![sheet])
}
