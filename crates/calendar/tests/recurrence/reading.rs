//! What is taken for a rule.

use yuren_calendar::{Recurrence, RecurrenceEnd};

#[test]
fn a_rule_reads_as_it_is_written() {
    for text in [
        "FREQ=DAILY",
        "FREQ=WEEKLY;COUNT=8;BYDAY=SA",
        "FREQ=WEEKLY;UNTIL=20270115;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=2SA,-1SU",
        "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SU",
    ] {
        assert_eq!(text.parse::<Recurrence>().unwrap().to_string(), text);
    }
}

#[test]
fn the_order_of_the_parts_does_not_matter() {
    let rule: Recurrence = "COUNT=8;BYDAY=+1SA,1SA;FREQ=MONTHLY".parse().unwrap();
    assert_eq!(rule.to_string(), "FREQ=MONTHLY;COUNT=8;BYDAY=1SA");
    assert_eq!(rule.end(), RecurrenceEnd::Count(8));
}

#[test]
fn what_is_not_followed_is_refused_by_name() {
    for (text, problem) in [
        ("", "\"\" is no part of one"),
        ("每周六", "\"每周六\" is no part of one"),
        ("BYDAY=SA", "it has no FREQ"),
        ("FREQ=HOURLY", "FREQ is \"HOURLY\""),
        ("FREQ=SECONDLY;COUNT=2", "FREQ is \"SECONDLY\""),
        ("FREQ=weekly", "FREQ is \"weekly\""),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL is \"0\""),
        ("FREQ=DAILY;INTERVAL=65535", "INTERVAL is \"65535\""),
        ("FREQ=DAILY;COUNT=-1", "COUNT is \"-1\""),
        ("FREQ=DAILY;COUNT=99999999999999999999", "COUNT is \"99999999999999999999\""),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "it has both COUNT and UNTIL"),
        ("FREQ=DAILY;UNTIL=20270101T090000Z", "UNTIL is \"20270101T090000Z\""),
        ("FREQ=DAILY;UNTIL=20270229", "UNTIL is \"20270229\""),
        ("FREQ=DAILY;BYMONTH=13", "BYMONTH is \"13\""),
        ("FREQ=DAILY;BYMONTHDAY=0", "BYMONTHDAY is \"0\""),
        ("FREQ=MONTHLY;BYDAY=6SA", "BYDAY is \"6SA\""),
        ("FREQ=MONTHLY;BYDAY=六", "BYDAY is \"六\""),
        ("FREQ=WEEKLY;BYDAY=2SA", "an nth weekday is one of a month"),
        ("FREQ=YEARLY;BYDAY=20MO", "BYDAY is \"20MO\""),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "a weekly rule has no BYMONTHDAY"),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1", "there is no \"BYSETPOS\" here"),
        ("FREQ=DAILY;BYHOUR=9", "there is no \"BYHOUR\" here"),
        ("FREQ=DAILY;FREQ=DAILY", "FREQ stands twice"),
        ("FREQ=DAILY;", "\"\" is no part of one"),
        ("RRULE:FREQ=DAILY", "there is no \"RRULE:FREQ\" here"),
    ] {
        assert_eq!(text.parse::<Recurrence>().unwrap_err().problem, problem, "{text:?}");
    }
    let long = format!("FREQ=DAILY;BYMONTHDAY={}", "1,".repeat(200));
    assert_eq!(long.parse::<Recurrence>().unwrap_err().problem, "it has 422 bytes");
}
