//! How long a ferry takes: OpenStreetMap's `duration` (wiki, `Key:duration`).

/// Longest crossing that is believed, in seconds: a week.
const LONGEST_S: f64 = 7.0 * 86_400.0;

/// A duration in seconds: `mm`, `hh:mm`, `hh:mm:ss` or of ISO 8601 (`PT1H30M`); [`None`] if it cannot be read.
pub(crate) fn seconds(value: &str) -> Option<f64> {
    let value = value.trim();
    let seconds = match value.strip_prefix('P') {
        Some(period) => iso(period),
        None => clock(value),
    }?;
    (seconds > 0.0 && seconds <= LONGEST_S).then_some(seconds)
}

/// `mm`, `hh:mm`, `hh:mm:ss`.
fn clock(value: &str) -> Option<f64> {
    let parts: Vec<f64> = value.split(':').take(4).map(number).collect::<Option<_>>()?;
    match parts[..] {
        [minutes] => Some(minutes * 60.0),
        [hours, minutes] => Some(hours * 3600.0 + minutes * 60.0),
        [hours, minutes, seconds] => Some(hours * 3600.0 + minutes * 60.0 + seconds),
        _ => None,
    }
}

/// What follows the `P` of a period in days, hours, minutes and seconds.
fn iso(period: &str) -> Option<f64> {
    let (days, time) = period.split_once('T').unwrap_or((period, ""));
    let sum = |text: &str, units: &[(char, f64)]| {
        let (mut rest, mut sum) = (text, 0.0);
        for &(unit, seconds) in units {
            if let Some((count, after)) = rest.split_once(unit) {
                sum += number(count)? * seconds;
                rest = after;
            }
        }
        rest.is_empty().then_some(sum)
    };
    Some(sum(days, &[('D', 86_400.0)])? + sum(time, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?)
}

/// A number written in digits, with a fraction or without.
fn number(text: &str) -> Option<f64> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn minutes_clock_times_and_iso_periods_are_read() {
        for (value, wanted) in [
            ("25", 1500.0),
            ("0:20", 1200.0),
            ("01:30", 5400.0),
            ("00:05:30", 330.0),
            ("PT20M", 1200.0),
            ("PT1H30M", 5400.0),
            ("P1DT2H", 93_600.0),
            ("PT45S", 45.0),
        ] {
            assert_eq!(seconds(value), Some(wanted), "{value}");
        }
    }

    #[test]
    fn what_is_no_duration_or_no_crossing_is_not_believed() {
        for value in ["", "soon", "1:2:3:4", "-5", "0", "P", "PT", "PT5", "P1Y", "1e3", "inf", "NaN", "200:00", "P30D"]
        {
            assert_eq!(seconds(value), None, "{value}");
        }
    }
}
