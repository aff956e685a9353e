/**
 * Opening hours (OpenStreetMap's `opening_hours` grammar) in words. Only the forms that lists really use are put into
 * words: weekdays, holidays, months and clock times. Anything else gives `null`, and the caller shows the text as it
 * stands. Whether a place is open now is not said here.
 */
import type { Words } from '../i18n';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const WEEKDAY = `(?:${DAYS.join('|')})`;
// `Mo-Fr`, `PH`, `Sa[1,3]`: the first and third Saturday of a month.
const DAY = `(?:PH|SH|${WEEKDAY}(?:-${WEEKDAY}|\\[[1-5](?:,[1-5])*\\])?)`;
const DAY_LIST = `${DAY}(?:,\\s?${DAY})*`;
const MONTH = `(?:${MONTHS.join('|')})`;
const MONTH_PART = `${MONTH}(?: \\d{2})?(?:-(?:${MONTH}(?: \\d{2})?|\\d{2}))?`;
const CLOCK = '\\d{2}:\\d{2}';
const TIMES = `${CLOCK}-${CLOCK}(?:,\\s?${CLOCK}-${CLOCK})*`;
const RULE = new RegExp(
  `^(?:(${MONTH_PART}(?:,${MONTH_PART})*):?(?:\\s+|$))?(?:((?:(?:SH|PH) (?=${WEEKDAY}))?${DAY_LIST})(?:\\s+|$))?(24/7|${TIMES}|off|closed)?$`,
);

function dayName(day: string, w: Words): string {
  if (day === 'PH') return w.publicHoliday;
  if (day === 'SH') return w.schoolHoliday;
  return w[`day${day}` as 'dayMo'];
}

function days(text: string, w: Words): string {
  if (text === 'Mo-Su') return w.everyDay;
  const [, holiday, weekdays] = /^(SH|PH) (.+)$/.exec(text) ?? [];
  if (holiday && weekdays) return w.daysOf(dayName(holiday, w), days(weekdays, w));
  return text
    .split(/,\s?(?![^[]*\])/)
    .map((part) => {
      const [, nthDay = '', nths] = /^(..)\[([\d,]+)\]$/.exec(part) ?? [];
      if (nths) return w.nthDays(nths.split(',').map(Number), dayName(nthDay, w));
      const [from = '', to] = part.split('-');
      return to ? w.spanTo(dayName(from, w), dayName(to, w)) : dayName(from, w);
    })
    .join(w.listComma);
}

function monthDay(month: string, day: string | undefined, w: Words): string {
  const number = MONTHS.indexOf(month) + 1;
  return day ? w.monthDay(number, Number(day)) : w.monthName(number);
}

function months(text: string, w: Words): string {
  return text
    .split(',')
    .map((part) => {
      const [from = '', to] = part.split('-');
      const [month = '', day] = from.split(' ');
      const start = monthDay(month, day, w);
      if (!to) return start;
      if (/^\d/.test(to)) return w.spanTo(start, monthDay(month, to, w));
      const [toMonth = '', toDay] = to.split(' ');
      return w.spanTo(start, monthDay(toMonth, toDay, w));
    })
    .join(w.listComma);
}

function times(text: string, w: Words): string {
  if (text === '24/7' || text === '00:00-24:00') return w.always;
  if (text === 'off' || text === 'closed') return w.closedDays;
  return text
    .split(/,\s?/)
    .map((span) => span.replace(/\b0(\d:)/g, '$1').replace('-', '–'))
    .join(w.listComma);
}

function rule(text: string, w: Words): string | null {
  const [whole, month, day, time] = RULE.exec(text) ?? [];
  if (!whole || (!time && !month && !day)) return null;
  const when = [month && months(month, w), day && days(day, w)].filter(Boolean);
  if (!when.length && time !== '24/7') when.push(w.everyDay);
  return [...when, times(time ?? '24/7', w)].join(' ');
}

/** The hours in words, or `null` where some rule is of a form not known here. */
export function hoursInWords(text: string, w: Words): string | null {
  const rules = text.split(';').map((part) => part.trim()).filter(Boolean);
  const said = rules.map((part) => rule(part, w));
  return said.length && said.every((part) => part !== null) ? said.join(w.ruleStop) : null;
}
