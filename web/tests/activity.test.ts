import { describe, expect, it } from 'vitest';
import { courseInWords, firstDay, gradesInWords, timesInWords } from '../src/format/activity';
import { words } from '../src/i18n';
import { activityWords } from '../src/i18n/activities';
import { said } from '../src/i18n/edit/book';
import { timeAsked } from '../src/state/whats-on';

const [zh, en] = [words('zh'), words('en')];
const [aZh, aEn] = [said(activityWords, 'zh'), said(activityWords, 'en')];
const at = (text: string) => `2026-${text}:00+08:00`;

describe('when an activity takes place', () => {
  const talk = { starts: at('12-05T14:00'), ends: at('12-05T15:30'), during_hours: false };
  const exhibition = { starts: at('11-01T00:00'), ends: at('12-20T23:59'), during_hours: true };

  it('is said by the clock, or by its last day where one comes during the opening hours', () => {
    expect(timesInWords(talk, zh, aZh)).toBe('14:00–15:30');
    expect(timesInWords({ ...talk, ends: at('12-06T11:00') }, zh, aZh)).toBe('12月5日 14:00至12月6日 11:00');
    expect(timesInWords(exhibition, zh, aZh)).toBe('至12月20日，在开放时间内');
    expect(timesInWords(exhibition, en, aEn)).toBe('until 20 Dec, during opening hours');
  });

  it('is listed under the first day on which one can still come', () => {
    expect(firstDay(talk, '2026-11-28')).toBe('2026-12-05');
    expect(firstDay(exhibition, '2026-11-28')).toBe('2026-11-28');
  });
});

describe('what is on', () => {
  it('is asked for from now on, for this weekend or two weeks', () => {
    expect(timeAsked('weekend', '2026-12-02T10:00')).toEqual({ from: '2026-12-05T00:00', to: '2026-12-06T23:59' });
    expect(timeAsked('weekend', '2026-12-05T15:00')).toEqual({ from: '2026-12-05T15:00', to: '2026-12-06T23:59' });
    expect(timeAsked('fortnight', '2026-12-02T10:00')).toEqual({ from: '2026-12-02T10:00', to: '2026-12-16' });
  });
});

describe('a course', () => {
  it('is for grades, each run of them one span', () => {
    expect(gradesInWords([3, 4, 5], zh, aZh)).toBe('三至五年级');
    expect(gradesInWords([12, 7, 10, 11], zh, aZh)).toBe('七年级、高一至高三');
    expect(gradesInWords([3, 4], zh, aZh)).toBe('三、四年级');
    expect(gradesInWords([9, 10], zh, aZh)).toBe('九年级、高一');
    expect(gradesInWords([7, 8, 9], en, aEn)).toBe('grades 7–9');
    expect(gradesInWords([12, 7, 10, 11], en, aEn)).toBe('grades 7, 10–12');
    expect([gradesInWords([7], zh, aZh), gradesInWords([7], en, aEn)]).toEqual(['七年级', 'grade 7']);
    expect(gradesInWords([], zh, aZh)).toBe('');
  });

  it('is said with its subject, and its minutes where they are known', () => {
    expect(courseInWords({ subject: 'science', grades: [3, 4], minutes: 40 }, 'zh', zh, aZh)).toBe('科学 · 三、四年级 · 约 40 分钟');
    expect(courseInWords({ subject: 'labour', grades: [], minutes: null }, 'zh', zh, aZh)).toBe('劳动');
  });
});
