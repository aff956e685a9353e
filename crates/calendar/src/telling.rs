//! An answer in words (说法), in Chinese and in English.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

use crate::{Day, Entry, EntryState, Reason, SchoolDay, Words};

/// What the words are said about, and when.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// The day on which they are read.
    pub today: NaiveDate,
    /// The day that the answer is about.
    pub day: Day<'a>,
    /// What the role is called, in Chinese and in English.
    pub subject: [&'a str; 2],
}

const WEEKDAYS_ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
const WEEKDAYS_EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Telling<'_> {
    /// The day as one calls it today: 今天, 明天, a weekday of the coming week, else the date.
    fn day_name(&self, date: NaiveDate) -> Words {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let away = date.signed_duration_since(self.today).num_days();
        let (zh, en) = match away {
            0 => ("今天".to_owned(), "today".to_owned()),
            1 => ("明天".to_owned(), "tomorrow".to_owned()),
            2..=6 => (WEEKDAYS_ZH[weekday].to_owned(), WEEKDAYS_EN[weekday].to_owned()),
            _ => {
                let (month, day) = (date.month(), date.day());
                let (year_zh, year_en) = if date.year() == self.today.year() {
                    (String::new(), String::new())
                } else {
                    (format!("{}年", date.year()), format!(" {}", date.year()))
                };
                (
                    format!("{year_zh}{month}月{day}日（{}）", WEEKDAYS_ZH[weekday]),
                    format!("{} {day} {}{year_en}", WEEKDAYS_EN[weekday], MONTHS_EN[date.month0() as usize]),
                )
            }
        };
        Words { zh, en }
    }

    /// A time of the day that the answer is about, or a day with its time.
    fn time(&self, at: NaiveDateTime) -> Words {
        let clock = format!("{}:{:02}", at.hour(), at.minute());
        if at.date() == self.day.date {
            return Words { zh: clock.clone(), en: clock };
        }
        // Midnight is the end of the day that it closes.
        if at.hour() == 0 && at.minute() == 0 && Some(at.date()) == self.day.date.succ_opt() {
            return Words { zh: "24:00".to_owned(), en: "24:00".to_owned() };
        }
        let day = self.day_name(at.date());
        Words { zh: format!("{} {clock}", day.zh), en: format!("{} {clock}", day.en) }
    }

    /// What is special about the day, as it stands after its name: `补班`.
    fn special(&self, reasons: &[Reason]) -> Option<Words> {
        let words = |zh: &str, en: &str| Some(Words { zh: zh.to_owned(), en: en.to_owned() });
        let holiday = self.day.public.holiday;
        reasons.iter().find_map(|reason| match reason {
            Reason::Notice => words("按公告", "by its notice"),
            Reason::OffDay => match holiday {
                Some(holiday) => words(&format!("{}放假", holiday.name), &holiday.name_en),
                None => words("放假", "a public holiday"),
            },
            Reason::MakeupWorkday => words("补班", "a make-up workday"),
            Reason::SchoolBreak if self.day.school == Some(SchoolDay::WinterBreak) => words("寒假", "winter break"),
            Reason::SchoolBreak => words("暑假", "summer break"),
            Reason::NoSchool => words("不上学", "no school"),
            _ => None,
        })
    }

    /// The answer in words: whether, until when or from when, and why where the day is not like any other.
    pub fn sentence(&self, entry: &Entry) -> Words {
        if let Some(doubt) = self.doubt(entry) {
            return doubt;
        }
        let day = self.day_name(self.day.date);
        let special = self.special(&entry.reasons);
        let [subject_zh, subject_en] = self.subject;
        // `今天补班，候学驿站` or `今天`.
        let lead_zh = match &special {
            Some(special) => format!("{}{}，{subject_zh}", day.zh, special.zh),
            None => day.zh.clone(),
        };
        let is_special = special.is_some();
        let end_en = special.map(|special| format!(" ({}: {})", day.en, special.en)).unwrap_or_default();
        let next = entry.next.map(|next| self.time(next));
        let (zh, en) = match (entry.state, &next) {
            (EntryState::Open | EntryState::BookingOnly, _) => {
                let until = entry.until.map(|until| self.time(until));
                let always = entry.reasons.contains(&Reason::Always);
                let (mut zh, mut en) = match until {
                    Some(until) => (format!("{lead_zh}开放到 {}", until.zh), format!("Open until {}", until.en)),
                    None if always => ("全天开放".to_owned(), "Always open".to_owned()),
                    None => (format!("{lead_zh}开放，关门时间未知"), "Open; its closing time is unknown".to_owned()),
                };
                if let Some(last) = entry.last_entry.map(|last| self.time(last)) {
                    zh = format!("{zh}（{} 停止入馆）", last.zh);
                    en = format!("{en} (last admission {})", last.en);
                }
                if entry.state == EntryState::BookingOnly {
                    zh = format!("{zh}，须预约");
                    en = format!("{en}, with a booking only");
                }
                (zh, en)
            }
            (EntryState::ClosesBeforeEntry, _) => {
                let until = entry.until.map(|until| self.time(until));
                let (zh, en) = until.map_or_else(
                    || ("已停止入馆".to_owned(), "No more admission".to_owned()),
                    |until| {
                        (format!("已停止入馆，{} 关门", until.zh), format!("No more admission; closes {}", until.en))
                    },
                );
                with_next([zh, en], next.as_ref())
            }
            (EntryState::OpensLater, Some(next)) => {
                (format!("{lead_zh} {} 开放", next.zh), format!("Opens {}", next.en))
            }
            _ => {
                let closed_zh = if is_special { "不开放" } else { "闭馆" };
                with_next([format!("{lead_zh}{closed_zh}"), format!("{subject_en}: closed {}", day.en)], next.as_ref())
            }
        };
        Words { zh, en: format!("{en}{end_en}") }
    }

    /// What is special about the day, or why it is in doubt, in a few words; `None` on a day like any other.
    pub fn why(&self, reasons: &[Reason]) -> Option<Words> {
        let short = reasons.iter().find_map(|reason| {
            let (zh, en) = match reason {
                Reason::Suspended => ("暂停开放", "closed for now"),
                Reason::HoursUnknown => ("开放时间未知", "hours unknown"),
                Reason::HoursNotUnderstood => ("只有文字说明", "text only"),
                Reason::NoticeNotUnderstood => ("看公告", "see its notice"),
                Reason::NotAnnounced => ("放假安排尚未公布", "days off not announced yet"),
                Reason::SchoolYearUnknown => ("校历未知", "school calendar unknown"),
                Reason::MakeupNotStated | Reason::MakeupHoursDiffer => ("补班，未说明", "make-up workday, not stated"),
                _ => return None,
            };
            Some(Words { zh: zh.to_owned(), en: en.to_owned() })
        });
        short.or_else(|| self.special(reasons))
    }

    fn doubt(&self, entry: &Entry) -> Option<Words> {
        let year = self.day.date.year();
        let day = self.day_name(self.day.date);
        let say = |zh: String, en: String| Some(Words { zh, en });
        if entry.reasons.contains(&Reason::Suspended) {
            return say("暂停开放，恢复时间未知".to_owned(), "Closed for now; nobody said until when".to_owned());
        }
        if entry.state != EntryState::Unknown {
            return None;
        }
        entry.reasons.iter().find_map(|reason| match reason {
            Reason::HoursUnknown => {
                say("开放时间未知，请先电话确认".to_owned(), "Opening hours unknown; please ring first".to_owned())
            }
            Reason::HoursNotUnderstood => say(
                "开放时间只有文字说明，请看原文".to_owned(),
                "The opening hours are text only; please read them".to_owned(),
            ),
            Reason::NoticeNotUnderstood => say(
                format!("{}有公告，请看公告原文", day.zh),
                format!("There is a notice about {}; please read it", day.en),
            ),
            Reason::HoursUncertain => say(
                format!("{}这个时间是否开放不确定，请先电话确认", day.zh),
                format!("It is not certain that it is open then ({}); please ring first", day.en),
            ),
            Reason::NotAnnounced => say(
                format!("{year} 年放假安排尚未公布，{}是否开放还不知道", day.zh),
                format!(
                    "The days off of {year} are not announced yet, so it is not known whether it is open {}",
                    day.en
                ),
            ),
            Reason::SchoolYearUnknown => say(
                format!("没有{}的校历，是否开放不知道，请先电话确认", day.zh),
                format!("No school calendar is known for {}; please ring first", day.en),
            ),
            Reason::MakeupNotStated => say(
                format!("{}补班，是否照常开放没有说明，请先电话确认", day.zh),
                format!(
                    "{}: a make-up workday, and nobody said whether it is open; please ring first",
                    capital(&day.en)
                ),
            ),
            Reason::MakeupHoursDiffer => say(
                format!("{}补班，按哪个工作日的时间开放没有说明，请先电话确认", day.zh),
                format!(
                    "{}: a make-up workday, and nobody said by which weekday's hours; please ring first",
                    capital(&day.en)
                ),
            ),
            _ => None,
        })
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn with_next([zh, en]: [String; 2], next: Option<&Words>) -> (String, String) {
    match next {
        Some(next) => (format!("{zh}，{} 开放", next.zh), format!("{en}; opens {}", next.en)),
        None => (format!("{zh}，下次开放时间未知"), format!("{en}; it is not known when it opens next")),
    }
}
