//! Kinds, subjects, grades and ages as lists write them. `None` = it cannot be read.

use yuren_catalog::{ActivityKind, Grades, Subject};

/// Words in a kind's name; the first that is there counts.
const KINDS: [(ActivityKind, &[&str]); 6] = [
    (ActivityKind::Talk, &["讲座", "讲堂", "讲坛", "报告", "沙龙", "talk", "lecture"]),
    (ActivityKind::Exhibition, &["展览", "展", "exhibition"]),
    (ActivityKind::Workshop, &["工作坊", "手工", "体验", "workshop"]),
    (ActivityKind::Class, &["课程", "课", "培训", "班", "class"]),
    (ActivityKind::Visit, &["参观", "研学", "导览", "visit", "tour"]),
    (ActivityKind::Other, &["其他", "其它", "活动", "other"]),
];

pub(super) fn kind(text: &str) -> Option<ActivityKind> {
    let text = text.to_lowercase();
    KINDS.iter().find(|(_, words)| words.iter().any(|word| text.contains(word))).map(|&(kind, _)| kind)
}

/// Other names of subjects, beside the standard's and the interface's.
const SUBJECTS: [(Subject, &[&str]); 9] = [
    (Subject::MoralityAndLaw, &["道法", "思政", "政治", "品德"]),
    (Subject::Science, &["物理", "化学", "生物", "自然"]),
    (Subject::PeAndHealth, &["体育"]),
    (Subject::InformationTechnology, &["信息技术", "信息", "编程"]),
    (Subject::Comprehensive, &["综合", "研学", "综合实践活动"]),
    (Subject::FamilyEducation, &["家教", "亲子"]),
    (Subject::Labour, &["劳动教育", "劳技"]),
    (Subject::Art, &["艺术", "书法"]),
    (Subject::English, &["外语"]),
];

pub(super) fn subject(text: &str) -> Option<Subject> {
    let text = text.trim().to_lowercase();
    let own = Subject::ALL.into_iter().find(|subject| {
        [subject.name_zh(), subject.as_str()].contains(&text.as_str()) || subject.name_en().to_lowercase() == text
    });
    own.or_else(|| SUBJECTS.iter().find(|(_, words)| words.contains(&text.as_str())).map(|&(subject, _)| subject))
}

/// `3-6年级`, `三至六年级`, `七年级`, `初一`, `小学`, `4,5,6`.
pub(super) fn grades(text: &str) -> Option<Grades> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    match text.as_str() {
        "小学" => return Grades::range(1, 6).ok(),
        "初中" => return Grades::range(7, 9).ok(),
        "高中" => return Grades::range(10, 12).ok(),
        "中小学" | "全学段" => return Grades::range(1, 12).ok(),
        _ => {}
    }
    let mut all = Vec::new();
    for part in text.replace("年级", "").split(['、', ',', '，', '/']) {
        let ends: Vec<&str> = part.split(['-', '—', '–', '~', '～', '至', '到']).collect();
        match ends[..] {
            [one] => all.push(grade(one)?),
            [first, last] => {
                all.extend(Grades::range(grade(first)?, grade(last)?).ok().filter(|g| !g.is_empty())?.iter());
            }
            _ => return None,
        }
    }
    Grades::try_from(all).ok()
}

fn grade(text: &str) -> Option<u8> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |text: &str| {
        let mut chars = text.chars();
        let digit = chars.next().and_then(|c| DIGITS.iter().position(|&known| known == c));
        digit.filter(|_| chars.next().is_none()).map(|i| i as u8 + 1)
    };
    if let Some(rest) = text.strip_prefix('初') {
        return digit(rest).filter(|year| *year <= 3).map(|year| year + 6);
    }
    if let Some(rest) = text.strip_prefix('高') {
        return digit(rest).filter(|year| *year <= 3).map(|year| year + 9);
    }
    digit(text).or_else(|| text.parse().ok()).filter(|grade| (1..=Grades::LAST).contains(grade))
}

/// The youngest and the oldest age: `6-12岁`, `6岁以上`, `12岁以下`, `8`.
pub(super) fn ages(text: &str) -> Option<(Option<u8>, Option<u8>)> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if ["不限", "全年龄", "所有人", "公众"].contains(&text.as_str()) {
        return Some((None, None));
    }
    let plain = text.replace("周岁", "").replace('岁', "");
    let age = |text: &str| text.parse::<u8>().ok().filter(|age| *age <= 99);
    if let Some(youngest) =
        plain.strip_suffix("以上").or_else(|| plain.strip_suffix("及以上")).or_else(|| plain.strip_suffix('+'))
    {
        return age(youngest.trim_end_matches('及')).map(|age| (Some(age), None));
    }
    if let Some(oldest) = plain.strip_suffix("以下") {
        return age(oldest.trim_end_matches('及')).map(|age| (None, Some(age)));
    }
    match plain.split(['-', '—', '–', '~', '～', '至', '到']).collect::<Vec<_>>()[..] {
        [one] => age(one).map(|age| (Some(age), None)),
        [youngest, oldest] => Some((Some(age(youngest)?), Some(age(oldest)?))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_subjects_grades_and_ages_are_read_as_lists_write_them() {
        assert_eq!(kind("家庭教育讲座"), Some(ActivityKind::Talk));
        assert_eq!(kind("Workshop"), Some(ActivityKind::Workshop));
        assert_eq!(kind("演出"), None);
        assert_eq!(subject("道德与法治"), Some(Subject::MoralityAndLaw));
        assert_eq!(subject("体育"), Some(Subject::PeAndHealth));
        assert_eq!(subject("家政"), None);
        for (text, wanted) in [
            ("3-6年级", &[3, 4, 5, 6][..]),
            ("三至五年级", &[3, 4, 5]),
            ("七年级", &[7]),
            ("初一、初二", &[7, 8]),
            ("高一", &[10]),
            ("4,5", &[4, 5]),
            ("小学", &[1, 2, 3, 4, 5, 6]),
        ] {
            assert_eq!(grades(text).map(|grades| grades.iter().collect::<Vec<_>>()).as_deref(), Some(wanted), "{text}");
        }
        for text in ["", "13", "六至三年级", "大一", "初四", "0", "3-"] {
            assert_eq!(grades(text), None, "{text}");
        }
        assert_eq!(ages("6-12岁"), Some((Some(6), Some(12))));
        assert_eq!(ages("6岁以上"), Some((Some(6), None)));
        assert_eq!(ages("12周岁及以下"), Some((None, Some(12))));
        assert_eq!(ages("不限"), Some((None, None)));
        assert_eq!(ages("少儿"), None);
    }
}
