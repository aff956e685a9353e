/** Whether one can go in, as a line: a mark, a word and a time, and why where the day is not like any other. */
import type { Entry, EntryReason } from '../api/types';
import type { Lang, Words } from '../i18n';
import { said } from '../i18n/edit/book';
import { openWords } from '../i18n/open';
import { clock, dayWord, moment, todayThere } from './clock';

/** The marks differ in shape, so that nobody need see their colours. */
export type EntryMark = 'full' | 'half' | 'ring' | 'question';
export type EntryTone = 'open' | 'soon' | 'shut' | 'unknown';

export interface EntryLine {
  mark: EntryMark;
  tone: EntryTone;
  /** `开放中`. */
  word: string;
  /** `至 17:00（16:30 停止入馆）`; `null` where the word says all. */
  time: string | null;
  /** Why, in a sentence, on a day that is not like any other. */
  why: string | null;
}

/** Reasons that a reader could not have known. */
const UNUSUAL: ReadonlySet<EntryReason> = new Set([
  'off_day',
  'makeup_workday',
  'school_break',
  'no_school',
  'notice',
  'notices_differ',
  'notice_not_understood',
  'hours_uncertain',
  'not_announced',
  'school_year_unknown',
  'makeup_not_stated',
  'makeup_hours_differ',
]);

/** It closes soon when it does within so many minutes. */
const SOON_MINUTES = 60;

const minutesFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

/** What is known beside the answer: that it is about the arrival, not about this moment; that the day had hours. */
export interface Beside {
  arriving: boolean;
  hadHours?: boolean;
}

/** The line of an answer. */
export function entryLine(entry: Entry, { arriving, hadHours = false }: Beside, lang: Lang, w: Words, now = new Date()): EntryLine {
  const o = said(openWords, lang);
  const { state, at, until, last_entry: last, next, reasons } = entry;
  const sentence = entry.reason[lang];
  const why = reasons.some((reason) => UNUSUAL.has(reason)) ? sentence : null;
  if (state === 'unknown') return { mark: 'question', tone: 'unknown', word: sentence, time: null, why: null };
  if (reasons.includes('suspended')) return { mark: 'ring', tone: 'shut', word: sentence, time: null, why: null };

  const today = todayThere(at, now);
  const about = at.slice(0, 10);
  const time = (instant: string) => moment(instant, about, today, w);
  const then = about === today ? clock(at) : `${dayWord(about, today, w)} ${clock(at)}`;
  const onArrival = (word: string, here: string) => (arriving ? o.onArrival(then, word) : here);
  const nextTime = next === null ? o.nextUnknown : o.opens(moment(next, about, today, w));
  switch (state) {
    case 'open': {
      if (reasons.includes('always')) return { mark: 'full', tone: 'open', word: w.always, time: null, why };
      const soon = until !== null && minutesFrom(at, until) <= SOON_MINUTES;
      const word = soon ? onArrival(o.closingSoon, o.closingSoon) : onArrival(o.open, o.openNow);
      const end = until === null ? o.untilUnknown : o.until(time(until), last === null ? null : time(last));
      return { mark: 'full', tone: soon ? 'soon' : 'open', word, time: end, why };
    }
    case 'booking_only':
      return { mark: 'full', tone: 'open', word: about === today ? w.bookingRequired : `${dayWord(about, today, w)} ${w.bookingRequired}`, time: until === null ? null : o.until(time(until), last === null ? null : time(last)), why };
    case 'closes_before_entry':
      return { mark: 'half', tone: 'soon', word: onArrival(o.noMoreEntry, o.noMoreEntry), time: nextTime, why };
    case 'opens_later':
      // On another day than today the day is said with the time.
      return { mark: 'ring', tone: 'shut', word: next === null ? o.closedOn(dayWord(about, today, w)) : o.opensAt(about === today ? clock(next) : moment(next, today, today, w)), time: null, why };
    default:
      return { mark: 'ring', tone: 'shut', word: (hadHours ? o.closedAlready : o.closedOn)(dayWord(about, today, w)), time: nextTime, why };
  }
}
