/** Answers made by hand for the tests of the teacher's page. */
import type { Day } from '../src/api/types';
import type { FieldStudyDay, Leg, Stop, StudyGroup, StudyPlan } from '../src/study/answer';
import { minutesOf, timeOf } from '../src/study/times';

export const leg = (minutes: number): Leg => ({ minutes, distance_m: minutes * 400, kind: 'estimate', line: null });
/** A leg by streets. */
export const legAlong = (minutes: number, line: Leg['line']): Leg => ({ minutes, distance_m: null, kind: 'network', line });

export function stopOf(patch: Partial<Stop> & Pick<Stop, 'n' | 'place'>): Stop {
  const start = patch.start ?? '09:00';
  return {
    what: 'visit',
    role: `r-${patch.place.slice(2)}`,
    name: `地点${patch.place.slice(2)}`,
    name_en: null,
    kind: 'heritage',
    lon: 119.4 + patch.n / 100,
    lat: 32.4,
    precision: 'osm',
    synthetic: false,
    arrive: start,
    start,
    end: timeOf(minutesOf(start) + 45),
    wait_minutes: 0,
    leg: leg(10),
    hours: [['08:30', '17:00']],
    hours_known: true,
    last_entry: '16:30',
    stay_known: true,
    admits: 60,
    fee: 'free',
    booking: { required: false, group_notice_days: null, book_from: null, book_by: null, too_late: false },
    phone: null,
    fit: [],
    courses: [],
    notes: [],
    ...patch,
  };
}

/** A group's day: each stop after the leg before it, waiting and staying as said. */
export function groupOf(steps: readonly { place: string; travel: number; wait?: number; stay: number; what?: 'visit' | 'lunch' }[], { leave = '08:40', home = 15, backBy = '16:00', pupils = 60, group = 0 } = {}): StudyGroup {
  let now = minutesOf(leave);
  const stops = steps.map(({ place, travel, wait = 0, stay, what = 'visit' }, index) => {
    const arrive = now + travel;
    now = arrive + wait + stay;
    return stopOf({ n: index + 1, place, what, arrive: timeOf(arrive), start: timeOf(arrive + wait), end: timeOf(now), wait_minutes: wait, leg: leg(travel) });
  });
  const back = now + home;
  const travel = steps.reduce((sum, step) => sum + step.travel, home);
  return { group, people: pupils + 6, pupils, adults: 6, leave, back: timeOf(back), travel_minutes: travel, walk_m: 0, slack_minutes: Math.max(0, minutesOf(backBy) - back), stops, home: leg(home) };
}

export const planOf = (...groups: StudyGroup[]): StudyPlan => ({ score: 1, groups });

export const THURSDAY: Day = {
  date: '2026-12-03',
  weekday: 4,
  kind: 'workday',
  announced: true,
  off_reason: null,
  statutory: false,
  holiday: null,
  school_day: true,
  school: 'school',
  dismissal: [
    { stage: 'primary', time: '16:30' },
    { stage: 'junior', time: '17:30' },
  ],
  notice: null,
  school_year: { title: '示例校历', title_en: 'Example', issuer: '示例', example: true },
  words: { zh: '工作日', en: 'Workday' },
};

export function answerOf(plan: StudyPlan | null, patch: Partial<FieldStudyDay> = {}): FieldStudyDay {
  return {
    revision: 1,
    data_date: '2025-02-14',
    school: { place: 'p-school', name: '某小学', name_en: null, lon: 119.4, lat: 32.39 },
    date: '2026-12-03',
    past: false,
    day: THURSDAY,
    leave_from: '08:30',
    back_by: '16:00',
    pupils: 60,
    adults: 6,
    grade: 5,
    mode: 'coach',
    rain: false,
    travel_kind: 'estimate',
    assumed: [],
    outcome: plan ? 'plan' : 'none',
    plan,
    study_route: null,
    faults: [],
    left_out: [],
    left_out_more: 0,
    changes: [],
    alternatives: [],
    checked: true,
    iterations: 1,
    datum: 'wgs84',
    sources: {},
    synthetic: false,
    ...patch,
  };
}
