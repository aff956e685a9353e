//! Coordinates: two numbers, in one cell or two, in degrees or in degrees, minutes and seconds.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{CellValue, Field, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    if let Some(text) = judged.text(Field::Coordinate) {
        let parts: Vec<&str> = text.split([',', '，', ' ', ';', '；', '/']).filter(|part| !part.is_empty()).collect();
        if let [first, second] = parts.as_slice() {
            let numbers = [first, second].map(|part| degrees(judged, Field::Coordinate, part));
            judged.draft.numbers = numbers[0].zip(numbers[1]).map(<[f64; 2]>::from);
        } else {
            tell(judged, Field::Coordinate, &text);
        }
        return;
    }
    let lon = number(judged, Field::Lon);
    let lat = number(judged, Field::Lat);
    match (lon, lat) {
        (Given::Degrees(lon), Given::Degrees(lat)) => judged.draft.numbers = Some([lon, lat]),
        (Given::Degrees(_), Given::Nothing) => one_is_missing(judged, Field::Lat),
        (Given::Nothing, Given::Degrees(_)) => one_is_missing(judged, Field::Lon),
        _ => {}
    }
}

enum Given {
    Nothing,
    Degrees(f64),
    /// Something that is no number; a finding tells.
    Other,
}

fn number(judged: &mut Judged<'_>, field: Field) -> Given {
    let cell = judged.context.mapping.column(field).map(|column| judged.row.cell(column));
    if let Some(CellValue::Number(number)) = cell.map(|cell| &cell.value) {
        return Given::Degrees(*number);
    }
    let Some(text) = judged.text(field) else { return Given::Nothing };
    degrees(judged, field, &text).map_or(Given::Other, Given::Degrees)
}

/// Degrees as a number; told if they were written otherwise or are none.
fn degrees(judged: &mut Judged<'_>, field: Field, text: &str) -> Option<f64> {
    if let Some(number) = text.parse::<f64>().ok().filter(|number| number.is_finite()) {
        return Some(number);
    }
    let Some(number) = degrees_minutes(text) else {
        tell(judged, field, text);
        return None;
    };
    let meaning = said(
        format!("度分秒写法，按 {number:.7} 度处理"),
        format!("degrees and minutes, taken as {number:.7} degrees"),
    );
    let mend = said("建议改为小数度", "write decimal degrees");
    judged.say(Severity::Note, RuleName::DegreesMinutes, Some(field), text, meaning, mend);
    Some(number)
}

/// `119°26′17.5″`, `119度26分17秒`, `E119°26'17"`, `32°24.5′N`, `119.44°` as degrees.
fn degrees_minutes(text: &str) -> Option<f64> {
    let mut text = text.trim().to_uppercase();
    for side in ["东经", "北纬", "E", "N"] {
        text = text.replace(side, "");
    }
    let mut value = 0.0;
    let mut rest = text.trim();
    let marks: [(&[char], f64); 3] =
        [(&['°', '度', 'º'], 1.0), (&['′', '\'', '’', '分'], 60.0), (&['″', '"', '”', '秒'], 3_600.0)];
    let mut found = 0;
    for (mark, per_degree) in marks {
        let Some(at) = rest.find(mark) else { continue };
        let number: f64 = rest[..at].trim().parse().ok()?;
        if !(number >= 0.0 && (per_degree < 2.0 || number < 60.0)) {
            return None;
        }
        value += number / per_degree;
        rest = rest[at..].trim_start_matches(mark).trim_start();
        found += 1;
    }
    // Two single quotation marks after seconds leave nothing either: they were trimmed with the minutes' mark.
    (found > 0 && rest.is_empty()).then_some(value)
}

fn tell(judged: &mut Judged<'_>, field: Field, value: &str) {
    let meaning = said("不是坐标", "it is no coordinate");
    let mend = said("请写小数度，如 119.4382 和 32.4012", "write decimal degrees, such as 119.4382 and 32.4012");
    judged.say(Severity::Error, RuleName::CoordinateForm, Some(field), value, meaning, mend);
}

fn one_is_missing(judged: &mut Judged<'_>, field: Field) {
    let meaning = said("经纬度只填了一个", "one of longitude and latitude is missing");
    let mend = said("请补上，或两个都留空", "write it, or leave both blank");
    judged.say(Severity::Error, RuleName::CoordinateForm, Some(field), "", meaning, mend);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_minutes_and_seconds_are_read_however_they_are_marked() {
        let exact = [
            ("119°26′18″", 119.438_333_333),
            ("东经119度26分18秒", 119.438_333_333),
            ("E119°26'18\"", 119.438_333_333),
            ("32°24.5′N", 32.408_333_333),
            ("119.4382°", 119.4382),
        ];
        for (text, wanted) in exact {
            let got = degrees_minutes(text).unwrap_or_else(|| panic!("{text}"));
            assert!((got - wanted).abs() < 1e-8, "{text}: {got}");
        }
        for text in ["", "119", "度", "119°61′", "119°26′18″W", "-1°", "个园"] {
            assert_eq!(degrees_minutes(text), None, "{text}");
        }
    }
}
