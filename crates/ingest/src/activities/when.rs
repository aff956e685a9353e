//! Days and times as lists write them: `2026-12-05 14:00`, `2026年12月5日（周六）14:00-16:00`, `下午2点半`, Excel's serial numbers.

use chrono::{Days, NaiveDate, NaiveTime};

use crate::{Cell, CellValue};

/// A day, a time of day, or both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) day: Option<NaiveDate>,
    pub(super) time: Option<NaiveTime>,
}

/// From one to another; the second is empty where only one is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: Point,
    pub(super) to: Point,
}

/// What a cell says; `None` = it cannot be read. A blank cell says nothing.
pub(super) fn read(cell: &Cell) -> Option<Stretch> {
    match &cell.value {
        CellValue::Number(serial) => Some(Stretch { from: serial_number(*serial)?, to: Point::default() }),
        _ => stretch(&cell.trimmed()),
    }
}

/// Days since 1899-12-30, which is how Excel counts from March 1900 on (ECMA-376, part 1, 18.17.4.1), with the time as a fraction.
fn serial_number(serial: f64) -> Option<Point> {
    // From a time without a day to the end of 9999.
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let minutes = (serial.fract() * 1_440.0).round() as u32;
    // 23:59:59.7 rounds to the next midnight.
    let days = serial.trunc() as u64 + u64::from(minutes == 1_440);
    let time = NaiveTime::from_hms_opt(minutes % 1_440 / 60, minutes % 60, 0)?;
    if days == 0 {
        return Some(Point { day: None, time: Some(time) });
    }
    // Before March 1900 Excel counts a day that never was; nobody lists such days.
    let day = (days > 60).then(|| NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days)))??;
    Some(Point { day: Some(day), time: (!minutes.is_multiple_of(1_440)).then_some(time) })
}

/// Longest text that is looked at, in characters.
const LONGEST: usize = 80;

fn stretch(text: &str) -> Option<Stretch> {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        '—' | '–' | '至' | '到' => '~',
        c => c,
    };
    if text.chars().count() > LONGEST {
        return None;
    }
    let text: Vec<char> = text.chars().map(half_width).collect();
    let mut reader = Reader { rest: &text, year: None, is_afternoon: false };
    let from = reader.point();
    let mut to = Point::default();
    reader.spaces();
    if reader.any(&['~', '-']) {
        // A dash may be doubled.
        while reader.any(&['~', '-']) {}
        reader.spaces();
        to = reader.point();
        if to == Point::default() {
            return None;
        }
    }
    reader.spaces();
    reader.rest.is_empty().then_some(Stretch { from, to })
}

/// Reads from the front.
struct Reader<'a> {
    rest: &'a [char],
    /// The year written last: `12月10日` after it is of the same year.
    year: Option<i32>,
    /// Whether 下午 was written last: `下午2:00-4:00` ends in the afternoon, too.
    is_afternoon: bool,
}

impl Reader<'_> {
    /// As much of a day, a weekday and a time as stands here.
    fn point(&mut self) -> Point {
        self.spaces();
        let day = self.day();
        self.spaces();
        self.weekday();
        self.any(&['T', ',']);
        self.spaces();
        Point { day, time: self.time() }
    }

    fn day(&mut self) -> Option<NaiveDate> {
        let start = self.rest;
        let day = self.full_day().or_else(|| {
            self.rest = start;
            self.day_of_the_year()
        });
        if day.is_none() {
            self.rest = start;
        }
        day
    }

    /// `2026-12-05`, `2026/12/5`, `2026.12.5`, `2026年12月5日`.
    fn full_day(&mut self) -> Option<NaiveDate> {
        let year = self.number(4)?;
        if year < 1_000 || !self.any(&['-', '/', '.', '年']) {
            return None;
        }
        let month = self.number(2)?;
        if !self.any(&['-', '/', '.', '月']) {
            return None;
        }
        let year = year.cast_signed();
        let day = NaiveDate::from_ymd_opt(year, month, self.number(2)?)?;
        self.any(&['日', '号']);
        self.year = Some(year);
        Some(day)
    }

    /// `12月5日`, after a day with a year.
    fn day_of_the_year(&mut self) -> Option<NaiveDate> {
        let month = self.number(2)?;
        if !self.any(&['月']) {
            return None;
        }
        let day = NaiveDate::from_ymd_opt(self.year?, month, self.number(2)?)?;
        self.any(&['日', '号']);
        Some(day)
    }

    /// `(周六)`, `星期六`: it says nothing that the day does not.
    fn weekday(&mut self) {
        let start = self.rest;
        let bracket = self.any(&['(', '[']);
        let named = self.word("星期") || self.word("周");
        if !(named && self.any(&['一', '二', '三', '四', '五', '六', '日', '天'])) || bracket && !self.any(&[')', ']'])
        {
            self.rest = start;
        }
    }

    /// `14:00`, `14:00:00`, `14点`, `14时30分`, `下午2点半`.
    fn time(&mut self) -> Option<NaiveTime> {
        let start = self.rest;
        let time = self.clock_time();
        if time.is_none() {
            self.rest = start;
        }
        time
    }

    fn clock_time(&mut self) -> Option<NaiveTime> {
        if self.word("上午") || self.word("早上") || self.word("中午") {
            self.is_afternoon = false;
        } else if self.word("下午") || self.word("晚上") || self.word("晚") {
            self.is_afternoon = true;
        }
        self.spaces();
        let hour = self.number(2)?;
        let minute = if self.any(&[':']) {
            let minute = self.number(2)?;
            // Seconds say nothing in a list.
            if self.any(&[':']) {
                self.number(2)?;
            }
            minute
        } else if self.any(&['点', '时']) {
            if self.any(&['半']) {
                30
            } else {
                let minute = self.number(2).unwrap_or(0);
                self.any(&['分']);
                minute
            }
        } else {
            return None;
        };
        NaiveTime::from_hms_opt(if self.is_afternoon && hour < 12 { hour + 12 } else { hour }, minute, 0)
    }

    /// A number of at most so many digits.
    fn number(&mut self, most: usize) -> Option<u32> {
        let count = self.rest.iter().take(most).take_while(|c| c.is_ascii_digit()).count();
        let (digits, rest) = self.rest.split_at(count);
        self.rest = rest;
        digits.iter().collect::<String>().parse().ok()
    }

    fn any(&mut self, wanted: &[char]) -> bool {
        let is_there = self.rest.first().is_some_and(|c| wanted.contains(c));
        self.rest = &self.rest[usize::from(is_there)..];
        is_there
    }

    fn word(&mut self, word: &str) -> bool {
        let length = word.chars().count();
        let is_there = self.rest.len() >= length && word.chars().eq(self.rest[..length].iter().copied());
        self.rest = &self.rest[if is_there { length } else { 0 }..];
        is_there
    }

    fn spaces(&mut self) {
        while self.any(&[' ', '\t', '\n', '\r']) {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `2026-12-05 14:00 ~ - 16:00`: a day or time that is not said is `-`.
    fn said(cell: &Cell) -> Option<String> {
        let point = |point: Point| {
            let day = point.day.map_or("-".to_owned(), |day| day.to_string());
            let time = point.time.map_or("-".to_owned(), |time| time.format("%H:%M").to_string());
            format!("{day} {time}")
        };
        read(cell).map(|stretch| format!("{} ~ {}", point(stretch.from), point(stretch.to)))
    }

    #[test]
    fn days_and_times_are_read_as_lists_write_them() {
        for (text, wanted) in [
            ("2026-12-05", "2026-12-05 - ~ - -"),
            ("2026/12/5", "2026-12-05 - ~ - -"),
            ("2026.12.5", "2026-12-05 - ~ - -"),
            ("2026年12月5日", "2026-12-05 - ~ - -"),
            ("2026-12-05 14:00", "2026-12-05 14:00 ~ - -"),
            ("2026-12-05T14:00:00", "2026-12-05 14:00 ~ - -"),
            ("2026年12月5日 14:00-16:00", "2026-12-05 14:00 ~ - 16:00"),
            ("2026年12月5日（周六）14：00—16：00", "2026-12-05 14:00 ~ - 16:00"),
            ("2026年12月5日星期六下午2点半至4点", "2026-12-05 14:30 ~ - 16:00"),
            ("2026年12月5日至2027年1月10日", "2026-12-05 - ~ 2027-01-10 -"),
            ("2026年12月5日-12月10日", "2026-12-05 - ~ 2026-12-10 -"),
            ("2026-12-05 19:00 ~ 2026-12-06 08:00", "2026-12-05 19:00 ~ 2026-12-06 08:00"),
            ("9:00", "- 09:00 ~ - -"),
            ("9:00-11:30", "- 09:00 ~ - 11:30"),
            ("上午9点到下午4点", "- 09:00 ~ - 16:00"),
            ("14时30分", "- 14:30 ~ - -"),
            ("", "- - ~ - -"),
        ] {
            assert_eq!(said(&Cell::text(text)).as_deref(), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_and_no_time_is_not_guessed() {
        for text in [
            "待定",
            "2026-13-05",
            "2026-02-30",
            "12月5日",
            "每周六",
            "25:00",
            "2026-12-05 14:00-",
            "14",
            "5/12/2026",
            "2026年底",
        ] {
            assert_eq!(said(&Cell::text(text)), None, "{text}");
        }
        assert_eq!(said(&Cell::text(&"9:00 ".repeat(40))), None);
    }

    #[test]
    fn numbers_are_excels_days_and_their_fractions_times() {
        for (serial, wanted) in [
            (46_361.0, Some("2026-12-05 - ~ - -")),
            (46_361.583_333_333_336, Some("2026-12-05 14:00 ~ - -")),
            (0.583_333_333_333, Some("- 14:00 ~ - -")),
            (46_361.999_999, Some("2026-12-06 - ~ - -")),
            (-1.0, None),
            (30.0, None),
            (1e18, None),
            (f64::NAN, None),
        ] {
            assert_eq!(said(&Cell::number(serial)).as_deref(), wanted, "{serial}");
        }
    }
}
