//! A day in words, for people.

use chrono::Datelike;

use crate::{Coverage, Day, DayKind, OffReason};

/// The same said in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Day<'_> {
    /// What the public calendar says of the day: `国庆节调休上班`. Where it says nothing, that it does, and why.
    pub fn words(&self) -> Words {
        let name = self.public.holiday.map_or("", |holiday| &holiday.name);
        let name_en = self.public.holiday.map_or("", |holiday| &holiday.name_en);
        let year = self.date.year();
        let (zh, en) = match (self.public.kind, self.public.off_reason) {
            (None, _) if self.public.coverage == Coverage::NotYet => {
                (format!("{year} 年放假安排尚未公布"), format!("The days off of {year} have not been announced yet"))
            }
            (None, _) => {
                (format!("没有 {year} 年的放假安排"), format!("No notice on the days off of {year} is held here"))
            }
            (Some(DayKind::Workday), _) => ("工作日".to_owned(), "Workday".to_owned()),
            (Some(DayKind::Weekend), _) => ("周末".to_owned(), "Weekend".to_owned()),
            (Some(DayKind::MakeupWorkday), _) => (format!("{name}调休上班"), format!("Make-up workday for {name_en}")),
            (Some(DayKind::OffDay), Some(OffReason::Statutory)) => {
                (format!("{name}（法定节假日）"), format!("{name_en} (statutory holiday)"))
            }
            (Some(DayKind::OffDay), Some(OffReason::Substitute)) => {
                (format!("{name}补休"), format!("Day off for {name_en}, which falls on a weekend"))
            }
            (Some(DayKind::OffDay), Some(OffReason::Bridged)) => {
                (format!("{name}调休放假"), format!("Day off for {name_en}, made up for on another day"))
            }
            (Some(DayKind::OffDay), _) => (format!("{name}假期（周末）"), format!("Weekend of {name_en}")),
        };
        Words { zh, en }
    }
}
