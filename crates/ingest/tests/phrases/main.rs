//! Phrases about opening hours as public notices write them, held against what they mean.

mod generated;
mod meaning;
mod table;
mod variation;

use yuren_ingest::HoursText;

/// So many phrases of all tables must be read, and nine of ten of those that can be said in data.
const LEAST_READ: usize = 120;

#[test]
fn no_phrase_is_read_wrongly_and_most_are_read() {
    let rows = table::rows();
    let (mut right, mut wrong, mut missed) = (0, Vec::new(), 0);
    for row in &rows {
        match (HoursText::parse(&row.phrase), &row.meaning) {
            (Ok(read), Some(meaning)) => match meaning::difference(&meaning::Meaning::of(read), meaning) {
                None => right += 1,
                Some(difference) => wrong.push(format!("{row}: {difference}")),
            },
            (Ok(read), None) => wrong.push(format!("{row}: is to stay text, and is read as {read:?}")),
            (Err(doubt), Some(_)) => {
                missed += 1;
                println!("left as text: {row}: {:?} in {:?}", doubt.about, doubt.part);
            }
            (Err(_), None) => {}
        }
    }
    println!("of {} phrases {right} are read, {missed} are left as text that need not be", rows.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right >= LEAST_READ && right >= 9 * missed, "only {right} are read, and {missed} are missed");
}

#[test]
fn a_doubt_names_the_part_that_is_not_understood() {
    let cases = [
        ("9:00-17:00，春节期间另行通知", "春节期间另行通知"),
        ("周二至周日9:00-17:00（16:00停止售票）", "16:00停止售票"),
        ("夏季9:00-18:00", "夏季9:00-18:00"),
        ("９：００－１７：００，请 电话 咨询", "请 电话 咨询"),
    ];
    for (phrase, part) in cases {
        assert_eq!(HoursText::parse(phrase).expect_err(phrase).part, part);
    }
}
