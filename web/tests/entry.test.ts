import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, Entry, RoleDay } from '../src/api/types';
import { admissionInWords, noticeInWords, noticesDiffer } from '../src/format/admission';
import { clock, dayWord, daysFrom, moment, plusDays, timeIn, todayThere, weekday } from '../src/format/clock';
import { entryLine } from '../src/format/entry';
import { wholeDay } from '../src/format/role-day';
import { wayInWords } from '../src/format/travel';
import { words } from '../src/i18n';
import { said } from '../src/i18n/edit/book';
import { openWords } from '../src/i18n/open';
import { nextAfterSchool, weekendSpan } from '../src/state/entry-span';
import { aPlace } from './edit-samples';

const zh = words('zh');
const en = words('en');
const [oZh, oEn] = [said(openWords, 'zh'), said(openWords, 'en')];

/** Saturday 28 November 2026, 15:17 in the city. */
const NOW = new Date('2026-11-28T07:17:00Z');
const at = (text: string) => `2026-${text}:00+08:00`;

function entry(patch: Partial<Entry>): Entry {
  return { state: 'open', at: at('11-28T15:29'), until: null, last_entry: null, next: null, reasons: [], reason: { zh: '为什么', en: 'Why' }, ...patch };
}

function aDay(date: string, patch: Partial<Day>): Day {
  const nothing = { off_reason: null, statutory: false, holiday: null, school_day: null, school: null, dismissal: [], notice: null, school_year: null };
  return { date, weekday: weekday(date) + 1, kind: null, announced: true, words: { zh: '', en: '' }, ...nothing, ...patch };
}

/** The line as one reads it, the mark first. */
function line(patch: Partial<Entry>, arriving = false, lang: 'zh' | 'en' = 'zh'): string {
  const { mark, tone, word, time, why } = entryLine(entry(patch), { arriving }, lang, words(lang), NOW);
  return [`${mark}/${tone}`, [word, time].filter(Boolean).join(' · '), why].filter(Boolean).join(' | ');
}

describe('whether one can go in', () => {
  const open = { until: at('11-28T17:00'), last_entry: at('11-28T16:30') };
  const tomorrow = at('11-29T09:00');
  it.each<[Partial<Entry>, string, string]>([
    [open, 'full/open | 开放中 · 至 17:00（16:30 停止入馆）', 'full/open | Open · until 17:00 (last admission 16:30)'],
    [{ until: at('11-28T16:29') }, 'full/soon | 快关门 · 至 16:29', 'full/soon | Closing soon · until 16:29'],
    [{ until: at('11-28T16:30') }, 'full/open | 开放中 · 至 16:30', 'full/open | Open · until 16:30'],
    [{ until: at('11-29T00:00') }, 'full/open | 开放中 · 至 24:00', 'full/open | Open · until 24:00'],
    [{}, 'full/open | 开放中 · 关门时间未知', 'full/open | Open · closing time unknown'],
    [{ reasons: ['always'] }, 'full/open | 全天开放', 'full/open | Always open'],
    [{ state: 'booking_only', until: at('11-28T17:00') }, 'full/open | 须预约 · 至 17:00', 'full/open | Booking required · until 17:00'],
    [{ state: 'closes_before_entry', next: tomorrow }, 'half/soon | 已停止入馆 · 明天 9:00 开', 'half/soon | No more admission · opens tomorrow 9:00'],
    [{ state: 'opens_later', next: at('11-28T16:00') }, 'ring/shut | 16:00 开', 'ring/shut | Opens 16:00'],
    [{ state: 'closed', next: tomorrow }, 'ring/shut | 今天闭馆 · 明天 9:00 开', 'ring/shut | Closed today · opens tomorrow 9:00'],
    [{ state: 'closed' }, 'ring/shut | 今天闭馆 · 下次开放时间未知', 'ring/shut | Closed today · next opening unknown'],
    [{ state: 'closed', next: at('12-05T09:00') }, 'ring/shut | 今天闭馆 · 12月5日（周六） 9:00 开', 'ring/shut | Closed today · opens Sat 5 Dec 9:00'],
    [{ state: 'unknown', reasons: ['hours_unknown'] }, 'question/unknown | 为什么', 'question/unknown | Why'],
    [{ state: 'closed', reasons: ['suspended'] }, 'ring/shut | 为什么', 'ring/shut | Why'],
  ])('%j is said with a mark, a word and a time', (patch, chinese, english) => {
    expect(line(patch)).toBe(chinese);
    expect(line(patch, false, 'en')).toBe(english);
  });

  it('is said of the arrival where one still has to get there', () => {
    expect(line(open, true)).toBe('full/open | 15:29 到时开放 · 至 17:00（16:30 停止入馆）');
    expect(line({ state: 'closes_before_entry', next: tomorrow }, true)).toBe('half/soon | 15:29 到时已停止入馆 · 明天 9:00 开');
    expect(line(open, true, 'en')).toBe('full/open | Open when you arrive (15:29) · until 17:00 (last admission 16:30)');
    expect(line({ at: at('11-30T16:55'), until: at('11-30T21:00') }, true)).toBe('full/open | 周一 16:55 到时开放 · 至 21:00');
  });

  it('names the day that it is about where that is not today', () => {
    const saturday = at('12-05T00:13');
    expect(line({ state: 'opens_later', at: saturday, next: at('12-05T09:00') }, true)).toBe('ring/shut | 12月5日（周六） 9:00 开');
    expect(line({ state: 'closed', at: at('11-29T00:13'), next: at('11-30T09:00') }, true)).toBe('ring/shut | 明天闭馆 · 周一 9:00 开');
    expect(line({ state: 'booking_only', at: at('11-30T16:55') }, true)).toBe('full/open | 周一 须预约');
  });

  it('does not call a day closed on which one could have gone in earlier', () => {
    const over = entry({ state: 'closed', next: at('11-29T09:00') });
    expect(entryLine(over, { arriving: false, hadHours: true }, 'zh', zh, NOW).word).toBe('今天已闭馆');
    expect(entryLine(over, { arriving: false, hadHours: true }, 'en', en, NOW).word).toBe('Closed for today');
  });

  it('says why on a day that is not like any other, and not on others', () => {
    expect(line({ ...open, reasons: ['makeup_workday'] })).toMatch(/ \| 为什么$/);
    expect(line({ ...open, reasons: ['last_admission'] })).not.toMatch(/为什么/);
  });
});

describe('days and clock times', () => {
  it('count as the calendar does, over leap days and years', () => {
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(weekday('2026-11-28')).toBe(5);
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 20_000 }), (count) => daysFrom('2026-11-28', plusDays('2026-11-28', count)) === count));
  });

  it('are those of the city, wherever the reader is', () => {
    expect(timeIn('Asia/Shanghai', new Date('2026-11-28T16:05:00Z'))).toBe('2026-11-29T00:05');
    expect(todayThere('2026-11-28T15:29:00+08:00', new Date('2026-11-28T16:05:00Z'))).toBe('2026-11-29');
    expect(todayThere('2026-11-28T15:29:00-05:00', new Date('2026-11-28T03:05:00Z'))).toBe('2026-11-27');
  });

  it('are said shortly', () => {
    expect(clock('09:05')).toBe('9:05');
    expect(clock('2026-11-28T10:00:00+08:00')).toBe('10:00');
    expect(dayWord('2026-11-30', '2026-11-28', zh)).toBe('周一');
    expect(dayWord('2026-11-27', '2026-11-28', zh)).toBe('11月27日（周五）');
    expect(moment(at('11-29T00:30'), '2026-11-28', '2026-11-28', zh)).toBe('明天 0:30');
  });
});

describe('what a chip means', () => {
  const day = (date: string, time?: string): Day =>
    aDay(date, { kind: 'workday', dismissal: time ? [{ stage: 'junior', time: '17:30' }, { stage: 'primary', time }] : [] });
  const days = [day('2026-11-27', '16:30'), day('2026-11-28'), day('2026-11-29'), day('2026-11-30', '15:40')];

  it('by after school: two hours from when primary schools let out, today while it lasts', () => {
    expect(nextAfterSchool(days, '2026-11-27T08:00')).toMatchObject({ day: '2026-11-27', from: '16:30', to: '18:30' });
    expect(nextAfterSchool(days, '2026-11-27T18:29')).toMatchObject({ day: '2026-11-27' });
    expect(nextAfterSchool(days, '2026-11-27T18:30')).toMatchObject({ day: '2026-11-30', from: '15:40', to: '17:40' });
    expect(nextAfterSchool([{ ...day('2026-11-27', '16:30'), school_year: { title: '', title_en: '', issuer: '', example: true } }], '2026-11-27T08:00')?.example).toBe(true);
    expect(nextAfterSchool([day('2026-11-28')], '2026-11-28T08:00')).toBeNull();
  });

  it('by this weekend: Saturday and Sunday of this week, from now on once it has begun', () => {
    const sunday = '2026-11-29T23:59';
    expect(weekendSpan('2026-11-23T08:00')).toEqual({ at: '2026-11-28T00:00', until: sunday, withBooking: true });
    expect(weekendSpan('2026-11-27T23:59').at).toBe('2026-11-28T00:00');
    expect(weekendSpan('2026-11-28T00:00')).toEqual({ at: 'now', until: sunday, withBooking: true });
    expect(weekendSpan('2026-11-29T20:00')).toEqual({ at: 'now', until: sunday, withBooking: true });
  });
});

describe('the way', () => {
  const properties = (distance_m: number | null, travel_minutes: number | null) => ({ ...aPlace('p-1', '某处').properties, distance_m, travel_minutes });

  it('is said with what its figures measure', () => {
    expect(wayInWords(properties(860, 16), 'walk', zh, oZh)).toEqual({ said: '步行约 16 分钟 · 850 米', measures: '直线估算' });
    expect(wayInWords(properties(860, 4), 'cycle', en, oEn)).toEqual({ said: 'About 4 min by bike · 850 m', measures: 'straight-line estimate' });
    expect(wayInWords(properties(860, null), 'walk', zh, oZh)).toEqual({ said: '直线 850 米', measures: null });
    expect(wayInWords(properties(null, null), 'walk', zh, oZh)).toBeNull();
  });

  it('is counted in hours where it is long, and no more where nobody would go', () => {
    expect(wayInWords(properties(5000, 90), 'walk', zh, oZh)?.said).toBe('步行约 1 小时 30 分钟 · 5.0 公里');
    expect(wayInWords(properties(104_000, 1872), 'walk', zh, oZh)?.said).toBe('步行 3 小时以上 · 104 公里');
  });
});

describe('what the hours cannot say', () => {
  const nothing = { follows: null, makeup_workdays: null, holidays: null, last_admission_minutes: null };
  const notice = { from: '2026-11-01', to: '2026-12-15', hours: 'off', issued_on: '2026-10-20', text: '内部改造' };

  it('is put into words', () => {
    expect(admissionInWords({ ...nothing, last_admission_minutes: 30, follows: 'school_days', makeup_workdays: 'as_workday' }, zh, oZh)).toBe(
      '关门前 30 分钟停止入馆，随上学日开放，补班日同工作日',
    );
    expect(admissionInWords({ ...nothing, holidays: 'statutory' }, en, oEn)).toBe('public holidays are the statutory days alone');
    expect(admissionInWords(nothing, zh, oZh)).toBe('');
  });

  it('is announced for some days, with the reason', () => {
    expect(noticeInWords(notice, zh, oZh)).toBe('2026年11月1日至2026年12月15日 不开放（内部改造）');
    expect(noticeInWords({ ...notice, to: null, text: null, hours: 'Tu-Su 10:00-16:00' }, zh, oZh)).toBe('2026年11月1日起，恢复时间另行通知 周二至周日 10:00–16:00');
    expect(noticeInWords({ ...notice, to: '2026-11-01' }, en, oEn)).toBe('1 Nov 2026 closed (内部改造)');
  });

  it('is contradicted by another notice about one of the same days', () => {
    expect(noticesDiffer([notice, { ...notice, from: '2026-12-15', to: null, hours: '09:00-17:00' }])).toBe(true);
    expect(noticesDiffer([notice, { ...notice, from: '2026-12-16', to: null, hours: '09:00-17:00' }])).toBe(false);
    expect(noticesDiffer([notice, { ...notice, issued_on: '2026-10-21' }])).toBe(false);
  });

  it('and a day of a role are heard in full', () => {
    const day: RoleDay = {
      date: '2026-10-01',
      state: 'open',
      spans: [{ from: '09:00', to: '17:00', last_entry: '16:30', certain: true, remark: null }],
      reasons: ['off_day'],
      why: null,
    };
    const kind = aDay(day.date, { kind: 'off_day', holiday: { zh: '国庆节', en: 'National Day' } });
    const role = { role: 'r-1', kind: 'venue' as const, booking_only: true, days: [day] };
    expect(wholeDay(day.date, role, kind, 'zh', zh, oZh)).toBe('10月1日 国庆节 开放 9:00–17:00，16:30 停止入馆，须预约');
    expect(wholeDay(day.date, { ...role, days: [{ ...day, state: 'closed' }] }, { ...kind, kind: 'makeup_workday' }, 'zh', zh, oZh)).toBe('10月1日 补班 闭馆');
    expect(wholeDay(day.date, undefined, undefined, 'en', en, oEn)).toBe('1 Oct unknown');
  });
});
