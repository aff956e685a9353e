/** Times of one day, `HH:MM` as answers write them, in minutes after midnight. */

/** Minutes after midnight of `09:05`, also of an hour past 24; NaN of anything else. */
export function minutesOf(time: string): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(time) ?? [];
  return hours ? Number(hours) * 60 + Number(minutes) : NaN;
}

/** `09:05` of so many minutes after midnight. */
export function timeOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** Whether it is a time of a day's own. */
export function isTime(text: string): boolean {
  return minutesOf(text) < 24 * 60;
}
