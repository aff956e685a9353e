//! GeoJSON: features to rows, their properties to columns.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use yuren_catalog::Place;

use super::Purpose;
use super::encoding;
use super::limits::{self, Bounds, MAX_POINT_ROWS, Refusal, too_large, unreadable};
use crate::Cell;
use crate::finding::said;
use crate::sheet::Sheet;

/// Only the outermost shape: each feature is parsed when its turn comes, so that one at a time is in memory.
#[derive(Deserialize)]
struct Collection<'a> {
    #[serde(rename = "type")]
    kind: String,
    #[serde(borrow, default)]
    features: Features<'a>,
}

/// At most [`MAX_POINT_ROWS`] features, none of them parsed.
#[derive(Default)]
struct Features<'a>(Vec<&'a RawValue>);

impl<'de: 'a, 'a> Deserialize<'de> for Features<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Vec<&'de RawValue>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of features")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut features = Vec::new();
                while let Some(feature) = list.next_element()? {
                    if features.len() == MAX_POINT_ROWS {
                        return Err(A::Error::custom(format!("there are more than {MAX_POINT_ROWS} features")));
                    }
                    features.push(feature);
                }
                Ok(features)
            }
        }
        deserializer.deserialize_seq(List).map(Self)
    }
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    geometry: Value,
    #[serde(default)]
    properties: Option<Map<String, Value>>,
}

/// Largest feature in bytes: its numbers take some twenty times as much in memory.
const LONGEST_FEATURE: usize = 4 << 20;

/// The columns that a feature's own members fill.
const OWN: [&str; 3] = ["id", "lon", "lat"];

pub(super) fn sheets(bytes: &[u8], file: &Arc<str>, purpose: &mut Purpose<'_>) -> Result<Vec<Sheet>, Refusal> {
    let text = encoding::decode(bytes)?;
    let collection: Collection<'_> = serde_json::from_str(&text).map_err(unreadable)?;
    if collection.kind != "FeatureCollection" {
        return Err(unreadable(format!("type is {:?}, and must be \"FeatureCollection\"", collection.kind)));
    }
    let features = collection.features.0;
    if features.len() > purpose.max_rows {
        return Err(unreadable(format!("there are more than {} features", purpose.max_rows)));
    }
    let mut sheet = Sheet::new(Arc::clone(file));
    let mut columns: Vec<String> = OWN.map(str::to_owned).into();
    let mut numbers: HashMap<String, usize> = columns.iter().cloned().zip(0..).collect();
    let mut bounds = Bounds::new(purpose.max_rows);
    for (i, raw) in features.into_iter().enumerate() {
        let number = i as u32 + 1;
        if raw.get().len() > LONGEST_FEATURE {
            let mib = LONGEST_FEATURE >> 20;
            let meaning = said(format!("一个要素超过 {mib} MiB"), format!("a feature is larger than {mib} MiB"));
            return Err(too_large("", meaning).in_row(number));
        }
        let feature: Feature = serde_json::from_str(raw.get()).map_err(|error| unreadable(error).in_row(number))?;
        let place = own_place(&feature, raw.get());
        let Feature { id, geometry, properties } = feature;
        let [lon, lat] = (purpose.spot)(number, &geometry)?.map_or([None, None], |[lon, lat]| [Some(lon), Some(lat)]);
        let own = [cell(&id), number_cell(lon), number_cell(lat)];
        for (column, cell) in own.into_iter().enumerate() {
            sheet.put(number, column, cell, &mut bounds)?;
        }
        for (name, value) in properties.unwrap_or_default() {
            let next = columns.len();
            let column = *numbers.entry(name.clone()).or_insert(next);
            if column == next {
                limits::column(next).map_err(|refusal| refusal.in_row(number))?;
                columns.push(name);
            }
            sheet.put(number, column, cell(&value), &mut bounds)?;
        }
        if let Some(row) = sheet.rows.last_mut().filter(|row| row.number == number) {
            row.place = place;
        }
    }
    sheet.columns = Some(columns);
    Ok(vec![sheet])
}

/// The place that a feature of a city pack is.
fn own_place(feature: &Feature, text: &str) -> Option<Box<Place>> {
    let properties = feature.properties.as_ref()?;
    let looks_own = properties.get("roles").is_some_and(Value::is_array) && properties.contains_key("name_source");
    if looks_own { Place::from_feature_json(text).ok().map(Box::new) } else { None }
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::default(),
        Value::Bool(yes) => Cell { value: crate::CellValue::Bool(*yes), note: None },
        Value::Number(number) => number_cell(number.as_f64()),
        Value::String(text) => Cell::text(text),
        other => Cell::text(&other.to_string()),
    }
}

fn number_cell(number: Option<f64>) -> Cell {
    number.map_or_else(Cell::default, Cell::number)
}

/// A point's coordinate; of anything larger the middle of its box.
pub(super) fn centre(geometry: &Value) -> Option<[f64; 2]> {
    let mut extent = None;
    widen(geometry.get("coordinates")?, &mut extent);
    extent.map(|[west, south, east, north]: [f64; 4]| [f64::midpoint(west, east), f64::midpoint(south, north)])
}

fn widen(coordinates: &Value, extent: &mut Option<[f64; 4]>) {
    let Some(list) = coordinates.as_array() else { return };
    if let [Value::Number(x), Value::Number(y), ..] = list.as_slice() {
        if let (Some(x), Some(y)) = (x.as_f64(), y.as_f64()) {
            let [west, south, east, north] = extent.unwrap_or([x, y, x, y]);
            *extent = Some([west.min(x), south.min(y), east.max(x), north.max(y)]);
        }
        return;
    }
    for part in list {
        widen(part, extent);
    }
}
