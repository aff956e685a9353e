//! Instances of the orienteering problem with time windows, as P. Vansteenwegen's collection writes them: a line `k v N t`, a line
//! `D Q`, then a line a point, `i x y duration score f a list… open close` with `a` entries in the list. Point 0 is start and end, and
//! its closing time the longest day. Travel is the straight line, cut off after one decimal; after two in files named `pr…`.

use yuren_itinerary::{Group, Point, Problem, Stay, Window};

/// An instance, in ticks of which `1 / decimal` make its unit.
pub(crate) struct Instance {
    pub(crate) set: String,
    pub(crate) name: String,
    pub(crate) problem: Problem,
}

struct Row {
    x: f64,
    y: f64,
    duration: f64,
    score: f64,
    open: f64,
    close: f64,
}

/// Reads an instance for so many routes; which line is wrong, and why, if it is none.
pub(crate) fn read(set: &str, name: &str, text: &str, routes: usize) -> Result<Instance, String> {
    let rows = (text.lines().enumerate().skip(2))
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| row(line).map_err(|why| format!("line {}: {why}", number + 1)))
        .collect::<Result<Vec<Row>, String>>()?;
    let ticks = if name.starts_with("pr") { 100.0 } else { 10.0 };
    let problem = problem(&rows, ticks, routes)?;
    problem.checked().map_err(|defect| defect.to_string())?;
    Ok(Instance { set: set.to_owned(), name: name.to_owned(), problem })
}

fn row(line: &str) -> Result<Row, String> {
    let fields = line
        .split_whitespace()
        .map(|field| field.parse::<f64>().map_err(|_| format!("{field:?} is no number")))
        .collect::<Result<Vec<f64>, String>>()?;
    let field = |at: usize| {
        fields.get(at).copied().ok_or_else(|| format!("{} fields; field {} is missing", fields.len(), at + 1))
    };
    let after = 7 + field(6)? as usize;
    // The first row has no time of opening in some files and one closing time at its end in all.
    let (open, close) = match fields.len().saturating_sub(after) {
        0 => return Err("no opening and closing time after the list".into()),
        1 => (0.0, field(after)?),
        _ => (field(after)?, field(after + 1)?),
    };
    Ok(Row { x: field(1)?, y: field(2)?, duration: field(3)?, score: field(4)?, open, close })
}

/// The problem: node 0 is start and end, and point `i` of the file is point `i - 1` here.
pub(crate) fn problem_of(at: &[[f64; 2]], ticks: f64, routes: usize, back_by: u32, points: Vec<Point>) -> Problem {
    let travel = |a: &[f64; 2], b: &[f64; 2]| ((a[0] - b[0]).hypot(a[1] - b[1]) * ticks + 1e-6).floor() as u32;
    Problem {
        groups: vec![Group { people: 1, start: 0, leave_from: 0 }; routes],
        end: 0,
        back_by,
        points,
        travel: at.iter().map(|a| at.iter().map(|b| travel(a, b)).collect()).collect(),
        walk_m: Vec::new(),
        once: true,
        before: Vec::new(),
        one_of: Vec::new(),
        max_leg: None,
        max_walk_m: None,
        max_without_toilet: None,
    }
}

fn problem(rows: &[Row], ticks: f64, routes: usize) -> Result<Problem, String> {
    let (start, others) = rows.split_first().ok_or("no points")?;
    let whole = |value: f64| (value * ticks).round() as u32;
    let point = |(number, row): (usize, &Row)| Point {
        node: number + 1,
        score: row.score.round() as u32,
        stay: Stay { base: whole(row.duration), per_person: 0 },
        windows: vec![Window {
            open: whole(row.open),
            last_entry: whole(row.close),
            close: whole(row.close) + whole(row.duration),
        }],
        group_min: None,
        group_max: None,
        at_once: None,
        slots: Vec::new(),
        must: false,
        toilet: false,
    };
    let at: Vec<[f64; 2]> = rows.iter().map(|row| [row.x, row.y]).collect();
    let points = others.iter().enumerate().map(point).collect();
    Ok(problem_of(&at, ticks, routes, whole(start.close), points))
}
