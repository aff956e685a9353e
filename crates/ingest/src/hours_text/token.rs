//! The words of opening hours, as the grammar takes them.

/// A word of opening hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A weekday, 0 = Monday.
    Weekday(u8),
    /// 每天
    EveryDay,
    /// 工作日
    Workdays,
    /// 上学日
    SchoolDays,
    /// 周末、双休日
    Weekend,
    /// 节假日、法定节假日
    Holidays,
    /// 法定节日当天
    StatutoryDays,
    /// 寒暑假
    Breaks,
    /// 调休上班日
    MakeupDays,
    /// 每、逢、遇
    Each,
    /// 每月
    EachMonth,
    /// 第二个, 第一、三个; -1 = 最后一个.
    Nth(Vec<i8>),
    /// 夏季
    Season,
    /// 上午、下午
    Period(Period),
    /// 次日
    NextDay,
    /// 次年
    NextYear,
    /// A clock time as it is written.
    Clock(Clock),
    /// `8.30`: a clock time, or a date.
    Dotted(u32, u32),
    /// A number without a unit.
    Number(u32),
    /// 5月
    Month(u32),
    /// 5月1日
    MonthDay(u32, u32),
    /// 30分钟、半小时, in minutes.
    Minutes(u32),
    /// 3天
    DayCount(u32),
    /// 14岁、14周岁
    Age(u32),
    /// - 至 到
    To,
    /// 、
    Pause,
    /// ,
    Comma,
    /// 。 ; /
    Stop,
    /// :
    Colon,
    /// (
    Opening,
    /// )
    Closing,
    /// 和 及
    And,
    /// 闭馆
    Closed,
    /// 清场
    Cleared,
    /// 闭馆日
    ClosedLabel,
    /// 不闭馆
    NotClosed,
    /// 开放
    Open,
    /// 免费开放, which on some days may be about the fee
    FreeOpen,
    /// 照常
    AsUsual,
    /// 按…时间
    By,
    /// 开放时间
    Label,
    /// 全天、24小时
    AllDay,
    /// 全年无休
    NeverClosed,
    /// 除外
    Excepted,
    /// 除…外: its first word
    Except,
    /// 除…外: its last word
    Outside,
    /// 不含
    Without,
    /// 含
    Including,
    /// 仅、只
    Only,
    /// 停止入馆、最后入馆
    LastAdmission,
    /// 时间
    Time,
    /// 闭馆前
    BeforeClosing,
    /// 之后、起
    After,
    /// 提前
    Ahead,
    /// 需、须
    Must,
    /// 可
    May,
    /// 至少
    AtLeast,
    /// 最多
    AtMost,
    /// 预约
    Book,
    /// 无需预约
    NoBooking,
    /// 开放预约、放号
    Release,
    /// 预约时段
    SlotLabel,
    /// 团队
    Group,
    /// 散客、个人
    Single,
    /// 未成年人
    Minor,
    /// 儿童
    Child,
    /// 以下
    Below,
    /// 及以下
    AtOrBelow,
    /// 未满
    Under,
    /// 以上
    AndAbove,
    /// 适合、面向
    Suits,
    /// 由家长陪同
    Accompanied,
    /// 谢绝入馆
    Refused,
    /// Something else.
    Unknown,
}

/// The part of a day that a 12-hour clock leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    /// 凌晨
    Night,
    /// 上午
    Morning,
    /// 中午
    Noon,
    /// 下午
    Afternoon,
    /// 晚上
    Evening,
}

/// A clock time as it is written: `9:00`, 九点半.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: u32,
    /// Whether the hour has two digits, the first of them 0, as on clocks of 24 hours.
    pub(super) is_padded: bool,
}

/// A token and the plain characters that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) token: Token,
    pub(super) from: usize,
    pub(super) to: usize,
}
