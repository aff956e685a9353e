//! Opening hours are read where that is certain; all else stays text, and the part in doubt is found.

use super::Judged;
use crate::finding::{Severity, said};
use crate::{Field, HoursDoubt, HoursPart, HoursText, RuleName};

pub(super) fn check(judged: &mut Judged<'_>) {
    let Some(text) = judged.text(Field::Hours) else { return };
    match HoursText::parse(&text) {
        Ok(HoursText { opening_hours, admission, booking, audience }) => {
            judged.draft.hours = Some(opening_hours);
            judged.draft.admission = admission;
            judged.draft.booking_in_hours = booking;
            judged.draft.audience_in_hours = audience;
        }
        Err(_) if is_in_grammar(&text) => judged.draft.hours = Some(text),
        Err(doubt) => {
            let is_kept = doubt.about != HoursPart::Length;
            tell(judged, &text, &doubt);
            judged.draft.hours = is_kept.then_some(text);
        }
    }
}

fn tell(judged: &mut Judged<'_>, text: &str, HoursDoubt { part, about }: &HoursDoubt) {
    let ((meaning_zh, meaning_en), (mend_zh, mend_en)) = (about.meaning(), about.mend());
    let meaning = if *about == HoursPart::Length {
        said(meaning_zh, meaning_en)
    } else {
        said(
            format!("“{part}”{meaning_zh}；文字照原样保留"),
            format!("of \"{part}\" {meaning_en}; the text is kept as it is"),
        )
    };
    judged.say(Severity::Warning, RuleName::Hours, Some(Field::Hours), text, meaning, said(mend_zh, mend_en));
}

/// Whether the text is in OpenStreetMap's grammar and speaks of hours: a bare year, or a month, would be in it too.
fn is_in_grammar(text: &str) -> bool {
    let speaks_of_hours = [":", "24/7", "off", "closed", "sun"].iter().any(|word| text.contains(word));
    text.chars().count() <= crate::hours_text::LONGEST && speaks_of_hours && opening_hours_syntax::parse(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_in_the_grammar_are_told_from_other_texts() {
        for text in ["Tu-Su 09:00-17:00", "Mo-Fr 09:00-17:00; PH off", "24/7", "sunrise-sunset"] {
            assert!(is_in_grammar(text), "{text}");
        }
        for text in ["0514-87654321", "请电话咨询", "2025", "May", "：", ""] {
            assert!(!is_in_grammar(text), "{text}");
        }
    }
}
