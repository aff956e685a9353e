//! Statements put together to data, if all of them agree.

use yuren_calendar::{Admission, HolidayReading};

use super::sheet::{Sheet, Subject};
use super::statement::{Admits, Books, Said, Statement};
use super::{HoursPart, HoursText, LONGEST, follows, grammar, visit_data};

/// What is in doubt, and in which statement; `None` = in all of them together.
type Doubt = (HoursPart, Option<usize>);

/// The data that statements are, if they are certain.
pub(super) fn assemble(said: &[Said]) -> Result<HoursText, Doubt> {
    let (mut books, mut admits): (Vec<&Books>, Vec<&Admits>) = (Vec::new(), Vec::new());
    let mut sheet = Sheet::default();
    let mut subject = Subject::Other;
    for (i, said) in said.iter().enumerate() {
        let taken = match &said.statement {
            Statement::Books(said) => {
                books.push(said);
                Ok(Subject::Other)
            }
            Statement::Admits(said) => {
                admits.push(said);
                Ok(Subject::Other)
            }
            statement => sheet.take(statement, subject),
        };
        subject = taken.map_err(|part| (part, Some(i)))?;
    }
    let whole = |part: HoursPart| (part, None);
    sheet.settle(subject).map_err(whole)?;
    let (opening_hours, followed, holidays) = grammar::written(&sheet).map_err(whole)?;
    let admission = Admission {
        follows: followed,
        makeup_workdays: follows::makeup(&sheet, followed).map_err(whole)?,
        holidays: holidays.filter(|&reading| reading == HolidayReading::Statutory),
        last_admission_minutes: sheet.last_admission().map_err(whole)?,
    };
    // What our grammar makes must be OpenStreetMap's.
    let is_in_grammar = opening_hours.len() <= LONGEST && opening_hours_syntax::parse(&opening_hours).is_ok();
    if !is_in_grammar {
        return Err(whole(HoursPart::Length));
    }
    Ok(HoursText {
        opening_hours,
        admission: (admission != Admission::default()).then_some(admission),
        booking: visit_data::booking(&books).map_err(whole)?,
        audience: visit_data::audience(&admits).map_err(whole)?,
    })
}
