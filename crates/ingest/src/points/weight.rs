//! How much a point counts: a number greater than 0, of a column that is called so.

use crate::finding::{Said, said};
use crate::mapping::synonyms::plain;
use crate::{Cell, CellValue, Table};

/// What people call a column of weights, likelier ones first.
const WEIGHTS: [&str; 4] = ["权重", "weight", "weights", "demand"];
/// What they call one of people.
const PEOPLE: [&str; 20] = [
    "人口",
    "人口数",
    "人口数量",
    "总人口",
    "总人口数",
    "常住人口",
    "常住人口数",
    "户籍人口",
    "居民数",
    "人数",
    "population",
    "pop",
    "totalpopulation",
    "populationtotal",
    "totalpop",
    "poptotal",
    "popsum",
    "people",
    "residents",
    "inhabitants",
];

/// The column of the weights; one that says so goes before one of people.
pub(super) fn column(table: &Table) -> Option<usize> {
    let names: Vec<String> = table.header.iter().map(|header| plain(header)).collect();
    WEIGHTS.iter().chain(&PEOPLE).find_map(|word| names.iter().position(|name| name == word))
}

/// Whether a column of this name holds numbers of people.
pub(super) fn names_people(header: &str) -> bool {
    PEOPLE.contains(&plain(header).as_str())
}

/// The weight in a cell, up to `most`; or what is wrong with it.
pub(super) fn read(cell: &Cell, most: f64) -> Result<f64, Said> {
    let number = match &cell.value {
        CellValue::Number(number) => *number,
        CellValue::Empty => return Err(said("没有填写权重", "it has no weight")),
        CellValue::Text(_) | CellValue::Bool(_) => match cell.trimmed().parse::<f64>() {
            Ok(number) => number,
            Err(_) if cell.is_blank() => return Err(said("没有填写权重", "it has no weight")),
            Err(_) => return Err(said("权重不是数", "the weight is no number")),
        },
    };
    if number.is_nan() {
        Err(said("权重不是数（NaN）", "the weight is no number (NaN)"))
    } else if number.is_infinite() {
        Err(said("权重是无穷大", "the weight is infinite"))
    } else if number < 0.0 {
        Err(said("权重是负数", "the weight is negative"))
    } else if number == 0.0 {
        Err(said("权重是 0：这一点不计入", "the weight is zero: the point would not count"))
    } else if number > most {
        Err(said(format!("权重大于 {most}"), format!("the weight is greater than {most}")))
    } else {
        Ok(number)
    }
}

/// What would mend a weight.
pub(super) fn mend(most: f64) -> Said {
    said(
        format!("请填写大于 0、不超过 {most} 的数，不带单位和千位分隔符；或删除这一行"),
        format!("write a number greater than 0, up to {most}, without unit and thousands separator, or remove the row"),
    )
}
