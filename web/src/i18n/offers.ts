/** What kinds of activities and subjects of courses are called. */
import type { Activity, Course } from '../api/types';
import type { Lang } from './index';

const KINDS: Record<Activity['kind'], Record<Lang, string>> = {
  talk: { zh: '讲座', en: 'Talk' },
  exhibition: { zh: '展览', en: 'Exhibition' },
  workshop: { zh: '工作坊', en: 'Workshop' },
  class: { zh: '课程', en: 'Class' },
  visit: { zh: '参观', en: 'Visit' },
  other: { zh: '其他活动', en: 'Event' },
};

const SUBJECTS: Record<Course['subject'], Record<Lang, string>> = {
  chinese: { zh: '语文', en: 'Chinese' },
  mathematics: { zh: '数学', en: 'Mathematics' },
  english: { zh: '英语', en: 'English' },
  science: { zh: '科学', en: 'Science' },
  history: { zh: '历史', en: 'History' },
  geography: { zh: '地理', en: 'Geography' },
  morality_and_law: { zh: '道德与法治', en: 'Morality and law' },
  art: { zh: '美术', en: 'Art' },
  music: { zh: '音乐', en: 'Music' },
  pe_and_health: { zh: '体育与健康', en: 'Sport and health' },
  labour: { zh: '劳动', en: 'Practical work' },
  information_technology: { zh: '信息科技', en: 'Computing' },
  family_education: { zh: '家庭教育', en: 'Family education' },
  comprehensive: { zh: '综合实践', en: 'Projects' },
};

/** The name of a kind of activity. */
export function activityKindName(kind: Activity['kind'], lang: Lang): string {
  return KINDS[kind][lang];
}

/** Every subject, in the order in which lists show them. */
export const ALL_SUBJECTS = Object.keys(SUBJECTS) as Course['subject'][];

/** The name of a subject. */
export function subjectName(subject: Course['subject'], lang: Lang): string {
  return SUBJECTS[subject][lang];
}
