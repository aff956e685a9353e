//! The same rules by Python's `dateutil`; `dateutil.py` wrote the table.

use crate::beginnings;

const TABLE: &str = include_str!("dateutil.csv");

#[test]
fn every_rule_of_the_table_gives_what_dateutil_gives() {
    let mut rules = 0;
    for line in TABLE.lines().skip(2) {
        let (starts, rest) = line.split_once(",\"").unwrap();
        let (rule, rest) = rest.split_once("\",").unwrap();
        let mut fields = rest.split(',');
        let mut field = || fields.next().unwrap();
        let (from, to, theirs) = (format!("{} 00:00", field()), format!("{} 23:59", field()), field());
        let time = &starts[10..];
        let theirs: Vec<_> = theirs.split(' ').map(|day| format!("{day}{time}")).collect();
        assert_eq!(beginnings(starts, rule, &[], &from, &to), theirs, "{rule}");
        rules += 1;
    }
    assert_eq!(rules, 14);
}
