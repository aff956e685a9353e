//! Why a text about opening hours is left as text.

/// The part of a text that keeps it from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursDoubt {
    /// The part, as it is written.
    pub part: String,
    /// What about it is in doubt.
    pub about: HoursPart,
}

/// What is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HoursPart {
    /// It is too long.
    Length,
    /// Its words are not understood, or there is no field for what they say.
    Words,
    /// It names no times.
    Times,
    /// Two things are said of the same days, or it is not clear of which days something is said.
    Days,
    /// Seasons overlap, leave days out, or have no dates.
    Seasons,
    /// It is not clear what holds on holidays.
    Holidays,
    /// It is not clear what holds on make-up workdays (调休上班日).
    MakeupDays,
    /// The last admission is not one number of minutes before every closing.
    LastAdmission,
    /// Two things are said of booking, or of whom it is for.
    Visit,
}

impl HoursPart {
    /// What is in doubt, in Chinese and in English.
    pub(crate) fn meaning(self) -> (&'static str, &'static str) {
        match self {
            Self::Length => ("太长", "it is too long"),
            Self::Words => ("看不懂，或没有对应的字段", "it is not understood, or there is no field for it"),
            Self::Times => ("没有写明几点到几点", "it names no times"),
            Self::Days => (
                "不清楚说的是哪些日子，或同一天有两种说法",
                "it is not clear of which days this is said, or two things are said of one day",
            ),
            Self::Seasons => {
                ("季节没有写明起止日期，或有重叠、遗漏", "the seasons have no dates, overlap or leave days out")
            }
            Self::Holidays => ("不清楚节假日怎样开放", "it is not clear what holds on holidays"),
            Self::MakeupDays => ("不清楚调休上班日怎样开放", "it is not clear what holds on make-up workdays"),
            Self::LastAdmission => {
                ("停止入馆时间与各个闭馆时间之差不一致", "the last admission is not the same time before every closing")
            }
            Self::Visit => ("预约或适合对象有两种说法", "two things are said of booking, or of whom it is for"),
        }
    }

    /// How to write it, in Chinese and in English.
    pub(crate) fn mend(self) -> (&'static str, &'static str) {
        match self {
            Self::Length => ("请缩短到 255 个字符", "shorten it to 255 characters"),
            Self::Words => (
                "请写成如“周二至周日 9:00-17:00，周一闭馆（法定节假日除外）”，其他说明写在备注",
                "write such as \"Tu-Su 09:00-17:00; PH 09:00-17:00\", and the rest as a remark",
            ),
            Self::Times => ("请写明时间，如“9:00-17:00”", "write the times, such as 9:00-17:00"),
            Self::Days => (
                "请逐日写明，如“周二至周五 9:00-17:00，周六、周日 10:00-16:00”",
                "write each day once, such as \"Tu-Fr 09:00-17:00; Sa,Su 10:00-16:00\"",
            ),
            Self::Seasons => (
                "请写全起止日期，如“4月1日-10月31日 9:00-17:30，11月1日-次年3月31日 9:00-17:00”",
                "write dates for the whole year, such as \"Apr-Oct 09:00-17:30; Nov-Mar 09:00-17:00\"",
            ),
            Self::Holidays => (
                "请写明，如“法定节假日 9:00-17:00”或“法定节假日闭馆”",
                "write it out, such as \"PH 09:00-17:00\" or \"PH off\"",
            ),
            Self::MakeupDays => {
                ("请写明，如“调休上班日按工作日时间开放”", "write whether make-up workdays count as workdays")
            }
            Self::LastAdmission => ("请写成如“闭馆前30分钟停止入馆”", "write how many minutes before closing"),
            Self::Visit => ("请只保留一种说法，如“需提前3天预约”", "say one thing of it"),
        }
    }
}
