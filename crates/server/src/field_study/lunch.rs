//! Lunch (午餐) in a day of field study.

use super::assumed::{Assumed, Why};
use super::body::{FieldStudyBody, LunchAtBody, LunchBody};
use super::clock_text;
use super::reading::{clock, minutes};
use crate::planning::refusal::invalid;
use crate::problem::Problem;

/// 11:00.
const USUAL_FROM: u32 = 11 * 60;
/// 13:00.
const USUAL_TO: u32 = 13 * 60;
/// How long lunch takes.
const USUAL_MINUTES: u32 = 40;

/// Lunch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lunch {
    /// It begins then at the earliest, in minutes after midnight.
    pub(crate) from: u32,
    /// It is over then at the latest.
    pub(crate) to: u32,
    pub(crate) minutes: u32,
    pub(crate) at: LunchAtBody,
}

impl Lunch {
    /// The lunch of a question, of a day that is spent away between two times. Who leaves later than it can begin has had it, and who
    /// is back before it must have ended has it at school.
    pub(crate) fn of_body(
        body: &FieldStudyBody,
        (leave_from, back_by): (u32, u32),
        assumed: &mut Vec<Assumed>,
    ) -> Result<Option<Self>, Problem> {
        let given = match &body.lunch {
            Some(None) => return Ok(None),
            Some(Some(given)) => given,
            None => &LunchBody::default(),
        };
        let lunch = Self::read(given)?;
        let is_away = leave_from <= lunch.to - lunch.minutes && lunch.to <= back_by;
        if !is_away {
            assumed.push(Assumed::new("lunch", "at school", Why::Usual));
            return Ok(None);
        }
        if body.lunch.is_none() {
            let Self { from, to, minutes, .. } = lunch;
            let value = format!("{minutes} min, {}–{}", clock_text(from), clock_text(to));
            assumed.push(Assumed::new("lunch", value, Why::Usual));
        }
        Ok(Some(lunch))
    }

    fn read(given: &LunchBody) -> Result<Self, Problem> {
        let time = |pointer: &str, text: &Option<String>, usual| {
            text.as_deref().map_or(Ok(usual), |text| clock(pointer, text))
        };
        let from = time("/lunch/from", &given.from, USUAL_FROM)?;
        let to = time("/lunch/to", &given.to, USUAL_TO)?;
        let minutes = given.minutes.map_or(Ok(USUAL_MINUTES), |value| minutes("/lunch/minutes", value))?;
        if from + minutes > to {
            let reason = format!("is too early for {minutes} minutes from {}", clock_text(from));
            let allowed = format!("{} or later", clock_text(from + minutes));
            return Err(invalid("/lunch/to", clock_text(to), &reason, allowed));
        }
        Ok(Self { from, to, minutes, at: given.at })
    }
}
