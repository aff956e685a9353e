/** Spans of time and legs in words. */
import { distance } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { dayWords } from '../../i18n/study/day';
import type { Leg } from '../answer';
import type { Travel } from '../question';

/** `1 小时 5 分`; under an hour minutes alone. */
export function spanInWords(minutes: number, lang: Lang): string {
  const d = said(dayWords, lang);
  return minutes < 60 ? d.minutes(minutes) : d.hoursMinutes(Math.floor(minutes / 60), minutes % 60);
}

/** `乘车约 23 分钟 · 12.1 公里 · 直线估算`. */
export function legInWords({ minutes, distance_m: metres, kind }: Leg, travel: Travel, lang: Lang): string {
  const d = said(dayWords, lang);
  if (minutes === null) return d.noWay;
  if (minutes === 0) return d.sameSpot;
  const way = { coach: d.coach, walk: d.walk, cycle: d.cycle }[travel](minutes);
  return [way, ...(metres === null ? [] : [distance(metres, words(lang))]), { estimate: d.estimate, network: d.network }[kind]].join(' · ');
}
