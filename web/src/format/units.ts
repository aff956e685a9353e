/** Distances and dates in words. */
import type { Words } from '../i18n';

/** Metres in steps of 50 under 1 km, then kilometres with one decimal; whole kilometres from 100 on. */
export function distance(metres: number, w: Words): string {
  const stepped = Math.round(metres / 50) * 50;
  if (metres < 50) return w.lessThan50;
  if (stepped < 1000) return w.metres(stepped);
  const km = metres / 1000;
  return w.kilometres(km >= 99.95 ? Math.round(km).toLocaleString('en-GB') : km.toFixed(1));
}

/** A limit someone chose, which is round: `2 公里`, not `2.0 公里`. */
export function roundDistance(metres: number, w: Words): string {
  return metres < 1000 ? w.metres(metres) : w.kilometres(String(metres / 1000));
}

/** `2025-02-14` as a date in words; anything else as it is. */
export function date(iso: string, w: Words): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  return year ? w.fullDate(Number(year), Number(month), Number(day)) : iso;
}
