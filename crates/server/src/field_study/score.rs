//! What a visit is worth (评分), from 0 to 1000.
//!
//! | for | points |
//! | --- | --- |
//! | the role's kind: heritage; practice centre; venue; any other | 200; 180; 160; 100 |
//! | the first of the themes asked for that it has; each further one, up to one | 250; 50 |
//! | one of the words sought | 200 |
//! | a course in a subject of a theme asked for | 60 |
//! | a course for the grade | 80 |
//! | what is known of it: verified; stale; unchecked; example | 60; 30; 15; 0 |
//! | nearness to the school in a straight line: at it; falling evenly to 30 km | 100; 0 |
//!
//! Where themes or words are asked for and a place has none of them, a fifth of its sum counts: it fills a day, and never outweighs a
//! place that was meant. The weights are this project's own.

use yuren_catalog::{Course, Place, Role, RoleKind, Status, Theme};
use yuren_geodesy::ruler_m;
use yuren_index::Snapshot;

use super::limits::COURSES;
use super::question::FieldStudy;
use super::themes::{subjects, words};
use crate::standing::Standing;

const FIRST_THEME: u32 = 250;
const FURTHER_THEME: u32 = 50;
const WORD: u32 = 200;
const SUBJECT: u32 = 60;
const GRADE: u32 = 80;
const NEAR: f64 = 100.0;
const FAR_M: f64 = 30_000.0;
/// What is left of the sum where nothing matches that was asked for, as a divisor.
const UNMATCHED: u32 = 5;

/// What a visit is worth, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Worth {
    pub(crate) score: u32,
    /// In words such as `theme:canal`, `subject:history`, `words`, `grade`, `fresh`.
    pub(crate) fit: Vec<String>,
    /// Ids of its courses for the grade or on a theme.
    pub(crate) courses: Vec<String>,
}

/// What a visit to a role of a place is worth.
pub(crate) fn worth(question: &FieldStudy, snapshot: &Snapshot, place: &Place, role: &Role) -> Worth {
    let mut fit = Vec::new();
    let courses: Vec<&Course> = offered(place, role).collect();
    let names = names(place, role, &courses);
    let mut score = match role.kind {
        RoleKind::Heritage => 200,
        RoleKind::PracticeCentre => 180,
        RoleKind::Venue => 160,
        _ => 100,
    };
    let themes: Vec<Theme> = question.themes.iter().copied().filter(|theme| has(&names, words(*theme))).collect();
    fit.extend(themes.iter().map(|theme| format!("theme:{}", theme.as_str())));
    score += match themes.len() {
        0 => 0,
        1 => FIRST_THEME,
        _ => FIRST_THEME + FURTHER_THEME,
    };
    let has_words = question.words.iter().any(|word| names.iter().any(|name| name.contains(word.as_str())));
    if has_words {
        fit.push("words".to_owned());
        score += WORD;
    }
    let is_on_theme = |course: &Course| question.themes.iter().any(|theme| subjects(*theme).contains(&course.subject));
    let subject = courses.iter().find(|course| is_on_theme(course)).map(|course| course.subject);
    if let Some(subject) = subject {
        fit.push(format!("subject:{subject}"));
        score += SUBJECT;
    }
    let is_for_grade = |course: &Course| question.grade.is_some_and(|grade| course.grades.contains(grade));
    if courses.iter().any(|course| is_for_grade(course)) {
        fit.push("grade".to_owned());
        score += GRADE;
    }
    let standing = Standing::of(snapshot, role, question.today);
    if standing == Standing::Verified {
        fit.push("fresh".to_owned());
    }
    score += [60, 30, 15, 0][standing as usize];
    let metres = ruler_m(question.school.at, place.position.point);
    score += (NEAR * (1.0 - metres / FAR_M).max(0.0)) as u32;
    let is_asked = !question.themes.is_empty() || !question.words.is_empty();
    if is_asked && themes.is_empty() && !has_words && subject.is_none() {
        score /= UNMATCHED;
    }
    let told = courses.iter().filter(|course| is_for_grade(course) || is_on_theme(course));
    Worth { score, fit, courses: told.take(COURSES).map(|course| course.id.to_string()).collect() }
}

/// The courses that stand and belong to the role, or to no role in particular.
fn offered<'a>(place: &'a Place, role: &'a Role) -> impl Iterator<Item = &'a Course> {
    let is_here = |course: &&Course| {
        course.status == Status::Active && course.role.as_ref().is_none_or(|offering| *offering == role.id)
    };
    place.courses.iter().filter(is_here)
}

/// Everything that it is called, in lower case.
fn names(place: &Place, role: &Role, courses: &[&Course]) -> Vec<String> {
    let titles = courses.iter().map(|course| course.title.as_str());
    let own = [Some(place.name.as_str()), place.name_en.as_deref(), role.name.as_deref()];
    let all = own.into_iter().flatten().chain(place.aliases.iter().map(String::as_str)).chain(titles);
    all.map(str::to_lowercase).collect()
}

fn has(names: &[String], words: &[&str]) -> bool {
    words.iter().any(|word| names.iter().any(|name| name.contains(word)))
}
