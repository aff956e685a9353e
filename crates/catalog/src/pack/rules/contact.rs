//! Telephone numbers that can be dialled and web addresses that can be followed.

use crate::pack::draft::Draft;
use crate::pack::explain::cut;
use crate::pack::report::{Report, Spot};

pub(super) fn check(draft: &Draft, report: &mut Report) {
    for entry in &draft.places {
        for (i, role) in entry.value.roles.iter().enumerate() {
            let Some(contact) = role.contact.as_ref().map(|contact| &contact.value) else { continue };
            if let Some(phone) = &contact.phone {
                check_phone(entry.spot(), &format!("roles[{i}].contact.value.phone"), phone, report);
            }
            if let Some(website) = &contact.website {
                check_url(entry.spot(), &format!("roles[{i}].contact.value.website"), website, report);
            }
        }
    }
}

fn check_phone(at: Spot<'_>, field: &str, phone: &str, report: &mut Report) {
    let digits = phone.bytes().filter(u8::is_ascii_digit).count();
    let well_formed = phone.split('-').all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()));
    if !well_formed || !(3..=17).contains(&digits) {
        let problem = format!("{:?} is not a telephone number", cut(phone));
        report.error(at, field, problem, "write digits and single hyphens, such as \"0514-12345678\"");
    } else if digits == 11 && phone.starts_with('1') {
        let problem = format!("{phone:?} is a mobile number, which is mostly a person's");
        report.warning(at, field, problem, "write the office's number");
    }
}

/// Tells what is wrong with a web address that the page will link to.
pub(super) fn check_url(at: Spot<'_>, field: &str, url: &str, report: &mut Report) {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    // A user name before the host makes a link look like another site's.
    let host_fits = host.is_some_and(|host| host.contains('.') && !host.contains('@') && !host.contains(".."));
    let can_be_linked = |c: char| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c);
    if !host_fits || url.len() > 2_048 || !url.chars().all(can_be_linked) {
        let problem = format!("{:?} is not a web address", cut(url));
        report.error(at, field, problem, "write it in full, such as \"https://www.example.cn/visit\"");
    }
}
