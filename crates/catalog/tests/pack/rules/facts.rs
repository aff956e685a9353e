//! Hours, ages, groups, numbers and contacts of a role.

use yuren_catalog::{Audience, Booking, Contact, Role};

use crate::fixture::{MUSEUM, museum, no_finding, one_finding};

#[track_caller]
fn told(change: impl FnOnce(&mut Role), expected: &str) {
    let (severity, rest) = expected.split_once(' ').unwrap();
    one_finding(|pack| change(&mut pack.places[MUSEUM].roles[0]), museum(severity, &format!(", roles[0].{rest}")));
}

fn hours(role: &mut Role, text: &str) {
    text.clone_into(&mut role.hours.as_mut().unwrap().value);
}

fn audience(role: &mut Role) -> &mut Audience {
    &mut role.audience.as_mut().unwrap().value
}

fn booking(role: &mut Role) -> &mut Booking {
    &mut role.booking.as_mut().unwrap().value
}

fn contact(role: &mut Role) -> &mut Contact {
    &mut role.contact.as_mut().unwrap().value
}

#[test]
fn hours_are_one_line_of_at_most_255_characters() {
    told(|role| hours(role, ""), "error hours.value: the hours are empty; leave hours out where they are not known");
    told(
        |role| hours(role, "Mo\nTu"),
        "error hours.value: the hours hold a control character, or a space at an end; write them on one line, such as \
         \"Tu-Su 09:00-17:00\"",
    );
    told(
        |role| hours(role, &"a".repeat(256)),
        "error hours.value: the hours have 256 characters; shorten them to 255 characters",
    );
    no_finding(|pack| hours(&mut pack.places[MUSEUM].roles[0], &"a".repeat(255)));
}

#[test]
fn the_youngest_age_is_not_above_the_oldest() {
    told(
        |role| audience(role).min_age = Some(19),
        "error audience.value.min_age: the youngest age, 19, is above the oldest, 18; correct min_age or max_age",
    );
}

#[test]
fn an_audience_without_ages_is_everybody() {
    no_finding(|pack| *audience(&mut pack.places[MUSEUM].roles[0]) = Audience::default());
}

#[test]
fn the_smallest_group_is_not_above_the_largest() {
    told(
        |role| booking(role).group_min = Some(61),
        "error booking.value.group_min: the smallest group, 61, is above the largest, 60; correct group_min or group_max",
    );
    told(
        |role| booking(role).group_min = Some(0),
        "error booking.value.group_min: a group of nobody; write persons, or leave group_min out",
    );
}

#[test]
fn somebody_fits_in() {
    told(
        |role| role.capacity.as_mut().unwrap().value = 0,
        "error capacity.value: nobody fits in; write a number of persons, or leave capacity out",
    );
}

#[test]
fn a_visit_takes_between_a_minute_and_a_day() {
    for minutes in [0, 1_441] {
        told(
            |role| role.visit_minutes.as_mut().unwrap().value = minutes,
            &format!(
                "error visit_minutes.value: {minutes} minutes is not the length of a visit; write minutes between 1 and \
                 1440"
            ),
        );
    }
    no_finding(|pack| pack.places[MUSEUM].roles[0].visit_minutes.as_mut().unwrap().value = 1_440);
}

#[test]
fn a_contact_that_says_nothing_is_a_warning() {
    told(
        |role| *contact(role) = Contact::default(),
        "warning contact.value: it says nothing; write phone or website, or leave contact out",
    );
}

#[test]
fn a_telephone_number_can_be_dialled() {
    for phone in ["12355", "110", "400-123-4567", "0514-12345678-801"] {
        no_finding(|pack| contact(&mut pack.places[MUSEUM].roles[0]).phone = Some(phone.to_owned()));
    }
    for phone in ["", "0514 12345678", "-12345", "0514--1234", "电话", "12", "+86-514-1234567"] {
        told(
            |role| contact(role).phone = Some(phone.to_owned()),
            &format!(
                "error contact.value.phone: {phone:?} is not a telephone number; write digits and single hyphens, such as \
                 \"0514-12345678\""
            ),
        );
    }
    told(
        |role| contact(role).phone = Some("13800000000".to_owned()),
        "warning contact.value.phone: \"13800000000\" is a mobile number, which is mostly a person's; write the office's \
         number",
    );
}

#[test]
fn a_website_can_be_followed() {
    for url in [
        "www.example.cn",
        "ftp://example.cn/",
        "https://",
        "https://a b.cn/",
        "https://user@example.cn/",
        "https://x.cn/\"><script>",
    ] {
        told(
            |role| contact(role).website = Some(url.to_owned()),
            &format!(
                "error contact.value.website: {url:?} is not a web address; write it in full, such as \
                 \"https://www.example.cn/visit\""
            ),
        );
    }
}
