/** How long a way takes and how far it is, in words. */
import type { PlaceProperties, TravelMode } from '../api/types';
import type { Words } from '../i18n';
import type { OpenWords } from '../i18n/open';
import { distance } from './units';

/** From so many minutes on nobody counts them any more. */
const LONG_MINUTES = 180;

function minutesInWords(minutes: number, o: OpenWords): string {
  if (minutes >= LONG_MINUTES) return o.hoursAtLeast(LONG_MINUTES / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return o.about(hours ? o.hoursMinutes(hours, rest) : o.minutes(rest));
}

/** The way in words, and what its figures measure: `步行约 12 分钟 · 850 米`, `直线估算`. */
export interface Way {
  said: string;
  measures: string | null;
}

/** The way to a place; without a time the distance says what it measures itself: `直线 850 米`. `null` = from nowhere. */
export function wayInWords(properties: PlaceProperties, mode: TravelMode, w: Words, o: OpenWords): Way | null {
  const { distance_m: metres, travel_minutes: minutes } = properties;
  if (metres == null) return null;
  const far = distance(metres, w);
  if (minutes == null) return { said: w.straight(far), measures: null };
  const way = { walk: o.wayWalk, cycle: o.wayCycle, drive: o.wayDrive }[mode];
  return { said: `${way(minutesInWords(minutes, o))} · ${far}`, measures: o.estimate };
}
