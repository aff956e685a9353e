//! The demand points, districts and sites as rows of cells.

use std::collections::HashMap;

use yuren_catalog::{Precision, RegionLevel};

use crate::answer::coverage::CoverageAnswer;
use crate::answer::coverage::points::StatusAnswer;
use crate::answer::coverage::sites::OpenWord;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// A header and rows below it.
pub(super) struct Table {
    pub(super) header: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// The demand points.
pub(super) fn points(answer: &CoverageAnswer<'_>) -> Table {
    let mut header = vec![
        "编号 id",
        "名称 name",
        "经度 lon",
        "纬度 lat",
        "权重 weight",
        "区县 district",
        "镇街 town",
        "分钟 minutes",
        "含开放时间未知的 perhaps minutes",
        "状态 status",
        "最近设施 nearest",
        "位置精度 precision",
    ];
    let points = &answer.points;
    header.extend(points.nth_minutes.as_ref().map(|_| "第 n 近分钟 nth minutes"));
    header.extend(points.access.as_ref().map(|_| "可达性 access"));
    let names: HashMap<&str, &str> = answer.regions.iter().map(|region| (region.code.as_str(), region.name)).collect();
    let name = |code: &Option<String>| {
        let code = code.as_deref().unwrap_or_default();
        text(names.get(code).copied().unwrap_or(code))
    };
    let row = |i: usize| {
        let nearest = usize::try_from(points.nearest[i]).ok().map(|site| answer.sites[site].name);
        let mut row = vec![
            text(points.id[i]),
            text(points.name[i]),
            Cell::Number(points.lon[i]),
            Cell::Number(points.lat[i]),
            Cell::Number(points.weight[i]),
            name(&points.district[i]),
            name(&points.town[i]),
            points.minutes[i].into(),
            points.perhaps_minutes[i].into(),
            text(status(points.status[i])),
            nearest.map_or(Cell::Empty, text),
            text(precision(points.precision[i])),
        ];
        row.extend(points.nth_minutes.as_ref().map(|nth| nth[i].into()));
        row.extend(points.access.as_ref().map(|access| Cell::Number(access[i])));
        row
    };
    Table { header, rows: (0..points.id.len()).map(row).collect() }
}

/// The districts and towns.
pub(super) fn regions(answer: &CoverageAnswer<'_>) -> Table {
    let header = vec![
        "编码 code",
        "级别 level",
        "名称 name",
        "点数 points",
        "权重 weight",
        "已覆盖点数 served points",
        "已覆盖权重 served weight",
        "覆盖率 served share",
        "可能覆盖率 perhaps share",
        "中位分钟 median minutes",
        "九成分钟 p90 minutes",
    ];
    let row = |region: &crate::answer::coverage::regions::RegionCoverage<'_>| {
        let level = if region.level == RegionLevel::District { "区县 district" } else { "镇街 town" };
        vec![
            text(region.code.as_str()),
            text(level),
            text(region.name),
            Cell::Number(region.points as f64),
            Cell::Number(region.weight),
            Cell::Number(region.served_points as f64),
            Cell::Number(region.served_weight),
            Cell::Number(region.served_share),
            Cell::Number(region.perhaps_share),
            region.median_minutes.into(),
            region.p90_minutes.into(),
        ]
    };
    Table { header, rows: answer.regions.iter().map(row).collect() }
}

/// The sites.
pub(super) fn sites(answer: &CoverageAnswer<'_>) -> Table {
    let header = vec![
        "编号 id",
        "名称 name",
        "经度 lon",
        "纬度 lat",
        "方案 scenario",
        "时段内开放 open",
        "覆盖权重 served weight",
    ];
    let row = |site: &crate::answer::coverage::sites::SiteAnswer<'_>| {
        let scenario = match (site.added, site.moved, site.removed) {
            (true, _, _) => "新增 added",
            (_, _, true) => "撤除 removed",
            (_, true, _) => "移动 moved",
            _ => "",
        };
        let open = match site.open {
            OpenWord::Yes => "是 yes",
            OpenWord::No => "否 no",
            OpenWord::Unknown => "未知 unknown",
        };
        vec![
            text(site.id),
            text(site.name),
            Cell::Number(site.lon),
            Cell::Number(site.lat),
            text(scenario),
            text(open),
            Cell::Number(site.served_weight),
        ]
    };
    Table { header, rows: answer.sites.iter().map(row).collect() }
}

fn status(status: StatusAnswer) -> &'static str {
    match status {
        StatusAnswer::Served => "已覆盖 served",
        StatusAnswer::Perhaps => "可能覆盖 perhaps",
        StatusAnswer::AcrossWater => "隔水 across_water",
        StatusAnswer::Unserved => "未覆盖 unserved",
    }
}

fn precision(precision: Option<Precision>) -> &'static str {
    match precision {
        None => "",
        Some(Precision::Surveyed) => "实测 surveyed",
        Some(Precision::Osm) => "OpenStreetMap osm",
        Some(Precision::Approximate) => "区划中心 approximate",
        Some(Precision::Synthetic) => "示例 synthetic",
    }
}
