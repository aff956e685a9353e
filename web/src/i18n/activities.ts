/** Words about what is on, and about courses. */
import { book } from './edit/book';

const DIGITS = '一二三四五六七八九';
const NAMES = { 10: '高一', 11: '高二', 12: '高三' } as Record<number, string>;
const grade = (number: number): string => NAMES[number] ?? `${DIGITS[number - 1] ?? ''}年级`;
const many = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

export const activityWords = book(
  {
    views: '看什么',
    places: '地方',
    whatsOn: '活动',
    title: '活动',
    weekend: '本周末',
    fortnight: '两周内',
    foundWithin: (distance: string, count: number) => `${distance}内有 ${count} 场活动`,
    foundCity: (count: number) => `全市有 ${count} 场活动`,
    listedFirst: (count: number) => `先列最早的 ${count} 场`,
    noneWithin: (distance: string) => `${distance}内这段时间没有活动。`,
    noneCity: '这段时间没有活动。',
    seeFortnight: '看两周内的',
    seeCity: '看全市的',
    seePlaces: '看地方',
    pointHint: '选一个出发点，就看附近的。',
    until: (day: string) => `至${day}，在开放时间内`,
    over: (from: string, to: string) => `${from}至${to}`,
    repeats: '定期举办',
    called_off: '暂停举办',
    addToCalendar: '加入日历',
    addToCalendarOf: (place: string) => `把${place}的活动加入日历`,
    next: '接下来的活动',
    furtherTimes: (count: number) => `另有 ${count} 次`,
    more: (count: number) => `还有 ${count} 场，加入日历可看全部。`,
    courses: '课程资源',
    moreCourses: '更多课程',
    grade,
    grades: (list: string) => `${list}`,
    gradeAmong: grade,
    gradeSpan: (from: number, to: number) => `${NAMES[to] ? grade(from) : (DIGITS[from - 1] ?? '')}${to === from + 1 ? '、' : '至'}${grade(to)}`,
  },
  {
    views: 'What to see',
    places: 'Places',
    whatsOn: 'Events',
    title: "What's on",
    weekend: 'This weekend',
    fortnight: 'Next two weeks',
    foundWithin: (distance: string, count: number) => `${many(count, 'event')} within ${distance}`,
    foundCity: (count: number) => `${many(count, 'event')} in the city`,
    listedFirst: (count: number) => `the first ${count} are listed`,
    noneWithin: (distance: string) => `Nothing is on within ${distance} in that time.`,
    noneCity: 'Nothing is on in that time.',
    seeFortnight: 'See the next two weeks',
    seeCity: 'See the whole city',
    seePlaces: 'See places',
    pointHint: 'Choose a starting point to see what is near.',
    until: (day: string) => `until ${day}, during opening hours`,
    over: (from: string, to: string) => `${from} to ${to}`,
    repeats: 'held regularly',
    called_off: 'called off for now',
    addToCalendar: 'Add to calendar',
    addToCalendarOf: (place: string) => `Add what is on at ${place} to a calendar`,
    next: "What's on next",
    furtherTimes: (count: number) => `and ${many(count, 'time')} more`,
    more: (count: number) => `${count} more; the calendar has all of them.`,
    courses: 'Courses',
    moreCourses: 'More courses',
    grade: (number: number) => `grade ${number}`,
    grades: (list: string) => `grades ${list}`,
    gradeAmong: (number: number) => `${number}`,
    gradeSpan: (from: number, to: number) => `${from}–${to}`,
  },
);

/** The words about what is on, in a language. */
export type ActivityWords = (typeof activityWords)['en'];
