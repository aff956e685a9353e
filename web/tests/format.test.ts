import { describe, expect, it } from 'vitest';
import { ago, today } from '../src/format/ago';
import { hoursInWords } from '../src/format/hours';
import { date, distance, roundDistance } from '../src/format/units';
import { audienceInWords, bookingInWords, feeInWords, wheelchairInWords } from '../src/format/visit';
import { words } from '../src/i18n';

const zh = words('zh');
const en = words('en');

describe('a distance', () => {
  it.each([
    [0, '不到 50 米', 'under 50 m'],
    [49.9, '不到 50 米', 'under 50 m'],
    [50, '50 米', '50 m'],
    [433.5, '450 米', '450 m'],
    [974, '950 米', '950 m'],
    [975, '1.0 公里', '1.0 km'],
    [1249, '1.2 公里', '1.2 km'],
    [99_949, '99.9 公里', '99.9 km'],
    [1_234_567, '1,235 公里', '1,235 km'],
  ])('of %d m is %s', (metres, chinese, english) => {
    expect(distance(metres, zh)).toBe(chinese);
    expect(distance(metres, en)).toBe(english);
  });

  it('that someone chose stays round', () => {
    expect(roundDistance(2000, zh)).toBe('2 公里');
    expect(roundDistance(500, en)).toBe('500 m');
  });
});

describe('a date', () => {
  it('is written out, and left alone when it is none', () => {
    expect(date('2025-02-14', zh)).toBe('2025年2月14日');
    expect(date('2025-02-14', en)).toBe('14 Feb 2025');
    expect(date('2025', zh)).toBe('2025');
  });
});

describe('how long ago a day was', () => {
  it.each([
    ['2026-05-31', '今天', 'today'],
    ['2026-05-30', '昨天', 'yesterday'],
    ['2026-05-02', '29 天前', '29 days ago'],
    ['2026-05-01', '1 个月前', '1 month ago'],
    ['2026-02-28', '3 个月前', '3 months ago'],
    ['2025-06-01', '11 个月前', '11 months ago'],
    ['2025-05-31', '1 年前', '1 year ago'],
    ['2023-06-01', '2 年前', '2 years ago'],
    ['2026-06-01', '2026年6月1日', '1 Jun 2026'],
    ['soon', 'soon', 'soon'],
  ])('%s is %s on 31 May 2026', (day, chinese, english) => {
    expect(ago(day, '2026-05-31', zh)).toBe(chinese);
    expect(ago(day, '2026-05-31', en)).toBe(english);
  });

  it('is counted from the day where the reader is', () => {
    expect(today(new Date(2026, 0, 5, 0, 30))).toBe('2026-01-05');
  });
});

describe('opening hours', () => {
  it.each([
    ['Tu-Su 09:00-17:00', '周二至周日 9:00–17:00', 'Tue–Sun 9:00–17:00'],
    ['24/7', '全天开放', 'Always open'],
    ['08:00-18:00', '每天 8:00–18:00', 'Daily 8:00–18:00'],
    ['Mo-Su 06:00-21:00', '每天 6:00–21:00', 'Daily 6:00–21:00'],
    ['Mo-Fr 09:00-11:30,14:00-17:00; PH off', '周一至周五 9:00–11:30、14:00–17:00；法定节假日 不开放', 'Mon–Fri 9:00–11:30, 14:00–17:00; public holidays closed'],
    ['Sa,Su,PH 10:00-16:00', '周六、周日、法定节假日 10:00–16:00', 'Sat, Sun, public holidays 10:00–16:00'],
    ['Sa[1,3] 09:00-11:00', '每月第一、第三个周六 9:00–11:00', '1st and 3rd Sat of the month 9:00–11:00'],
    ['SH Mo-Fr 09:00-11:00', '寒暑假周一至周五 9:00–11:00', 'school holidays: Mon–Fri 9:00–11:00'],
    ['Apr-Oct 08:30-17:30; Nov-Mar 09:00-16:30', '4月至10月 8:30–17:30；11月至3月 9:00–16:30', 'Apr–Oct 8:30–17:30; Nov–Mar 9:00–16:30'],
    ['May-Sep Tu-Su 09:00-18:00', '5月至9月 周二至周日 9:00–18:00', 'May–Sep Tue–Sun 9:00–18:00'],
    ['Oct 01-07 off', '10月1日至10月7日 不开放', '1 Oct–7 Oct closed'],
  ])('%s are said in words', (text, chinese, english) => {
    expect(hoursInWords(text, zh)).toBe(chinese);
    expect(hoursInWords(text, en)).toBe(english);
  });

  it.each(['', 'sunrise-sunset', 'Tu-Su 09:00-17:00 "凭票"', 'Mo-Fr 9-17', 'week 1-10 Mo 09:00-10:00', 'Mo-Fr 09:00+', 'easter off'])(
    '%s are left as they stand',
    (text) => {
      expect(hoursInWords(text, zh)).toBeNull();
    },
  );
});

describe('the terms of a visit', () => {
  const rules = { min_age: null, max_age: null, alone_from_age: null, adult_required: false };
  const booking = { required: false, walk_in: true, days_ahead: null, lead_days: null, release_time: null, slots: [], group_min: null, group_max: null, group_notice_days: null };

  it('never call an unknown fee free', () => {
    expect(feeInWords('unknown', zh)).toBe('收费未知');
    expect(feeInWords('free', en)).toBe('Free');
  });

  it('say whether a wheelchair gets in', () => {
    expect(wheelchairInWords('yes', zh)).toBe('可以进');
    expect(wheelchairInWords('limited', zh)).toBe('部分可以');
    expect(wheelchairInWords('no', en)).toBe('Cannot get in');
  });

  it('say ages and who must be accompanied', () => {
    expect(audienceInWords(rules, zh)).toBe('不限年龄');
    expect(audienceInWords({ ...rules, min_age: 6, alone_from_age: 12 }, zh)).toBe('6 岁起，12 岁以下须大人陪同');
    expect(audienceInWords({ ...rules, min_age: 6, max_age: 12 }, en)).toBe('Ages 6 to 12');
    expect(audienceInWords({ ...rules, max_age: 3 }, zh)).toBe('3 岁及以下');
    expect(audienceInWords({ ...rules, alone_from_age: 12, adult_required: true }, zh)).toBe('不限年龄，须大人陪同');
  });

  it('say how to book', () => {
    expect(bookingInWords(booking, zh)).toBe('无需预约');
    expect(bookingInWords({ ...booking, required: true, walk_in: false, days_ahead: 7 }, zh)).toBe('须预约，提前 7 天起可约');
    const slots = [
      { from: '09:00', to: '11:00' },
      { from: '14:00', to: '16:00' },
    ];
    expect(bookingInWords({ ...booking, required: true, walk_in: false, release_time: '08:30', lead_days: 1, slots }, zh)).toBe(
      '须预约，每天 8:30 放号，最晚提前 1 天预约，分场次：9:00–11:00、14:00–16:00',
    );
    expect(bookingInWords({ ...booking, required: true, group_min: 10, group_max: 60, group_notice_days: 1 }, en)).toBe(
      'Book ahead, or come if there is room, groups of 10 to 60, groups: 1 day notice',
    );
  });
});
