//! Opening hours in Chinese words, as data: where that is certain, and where not, which part is in doubt.
//!
//! `plain` brings a text into one form, `lexer` cuts it into tokens by `word_list` and `numbers`, `reading` gets statements from
//! them in whatever order they stand (`opening`, `entry`, `visit`, of `days`, `span` and `season`), `sheet` finds out which is about
//! which, and `assembly` makes data of them all.
//! Whatever has two readings, or says more than there are fields for, is left as text: a wrong reading is worse than none.

mod assembly;
mod closing;
mod cursor;
mod days;
mod doubt;
mod entry;
mod follows;
mod grammar;
mod lexer;
mod numbers;
mod opening;
mod plain;
mod reading;
mod season;
mod settled;
mod sheet;
mod span;
mod statement;
mod token;
mod visit;
mod visit_data;
mod week;
mod word_list;
mod words;
mod written;

use yuren_calendar::Admission;
use yuren_catalog::{Audience, Booking};

pub use self::doubt::{HoursDoubt, HoursPart};

/// Longest text in characters, as in OpenStreetMap.
pub(crate) const LONGEST: usize = 255;

/// What a text about opening hours (开放时间) says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursText {
    /// When it is open, in OpenStreetMap's `opening_hours` grammar. `PH` is what `admission.holidays` says.
    pub opening_hours: String,
    /// What that grammar cannot say; `None` = the text says nothing of the sort.
    pub admission: Option<Admission>,
    /// How one books; `None` = the text does not say.
    pub booking: Option<Booking>,
    /// Whom it is for; `None` = the text does not say.
    pub audience: Option<Audience>,
}

impl HoursText {
    /// Reads a text of at most 255 characters, such as `周二至周日 9:00-17:00(16:30停止入馆),周一闭馆(法定节假日除外)`. Unless all of it
    /// is understood and certain, the answer is the part that is not.
    pub fn parse(text: &str) -> Result<Self, HoursDoubt> {
        if text.chars().count() > LONGEST {
            return Err(HoursDoubt { part: text.to_owned(), about: HoursPart::Length });
        }
        let plain = plain::Plain::of(text);
        let lexemes = lexer::lex(&plain);
        let original = |from: usize, to: usize| {
            // From the word before on: particles have no token.
            let first = from.checked_sub(1).map_or(0, |before| lexemes[before].to);
            let last = lexemes[..to.min(lexemes.len())].last().map_or(0, |lexeme| lexeme.to);
            plain.original(text, first.min(last), last).to_owned()
        };
        let said = reading::statements(&lexemes)
            .map_err(|(from, to)| HoursDoubt { part: original(from, to), about: HoursPart::Words })?;
        assembly::assemble(&said).map_err(|(about, at)| {
            let part = at.map_or_else(|| text.trim().to_owned(), |i| original(said[i].from, said[i].to));
            HoursDoubt { part, about }
        })
    }
}
