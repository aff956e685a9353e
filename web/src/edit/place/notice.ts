/** A role's notices (公告) while they are edited: a list, of which each says itself whose word it is. */
import type { Notice } from '../fact-values';
import { canonical, type Fact, type Provenance, type Sourced } from '../feature';

/** A notice in a draft; one that somebody wrote has its source chosen, and is checked when it is sent. */
export type WrittenNotice = Sourced<Notice> & { isWritten?: true };

export type NoticeTrouble = 'day' | 'order' | 'hours';

export function noticesOf(fact: Fact | null): readonly WrittenNotice[] {
  return (fact?.value ?? []) as WrittenNotice[];
}

/** Closed on a day, until somebody says more; `source` says so. */
export function newNotice(day: string, source: string): WrittenNotice {
  return { value: { from: day, to: day, issued_on: day, hours: 'off' }, source, isWritten: true };
}

/** The list with a notice that says something else; where it says again what `was` there, that stands. */
export function withNotice(list: readonly WrittenNotice[], index: number, patch: Partial<Notice>, was: readonly WrittenNotice[], ours: string): readonly WrittenNotice[] {
  return list.map((notice, i) => {
    if (i !== index) return notice;
    const { to, text, ...needed } = { ...notice.value, ...patch };
    const value: Notice = { ...needed, ...(to ? { to } : {}), ...(text ? { text } : {}) };
    const before = was.find((one) => canonical(one.value) === canonical(value));
    return before ?? { value, source: notice.isWritten ? notice.source : ours, isWritten: true };
  });
}

/** The list with a notice as the word of this source. */
export function withNoticeSource(list: readonly WrittenNotice[], index: number, source: string): readonly WrittenNotice[] {
  return list.map((notice, i) => (i === index ? { value: notice.value, source, isWritten: true } : notice));
}

/** The notices as they shall stand in the record. */
export function standing(list: readonly WrittenNotice[], checked: (source: string) => Provenance): Sourced<Notice>[] {
  return list.map(({ isWritten, ...notice }) => (isWritten ? { value: notice.value, ...checked(notice.source) } : notice));
}

/** What cannot be sent, by the notice's place in the list and its member: `0.to`. */
export function noticeTroubles(list: readonly WrittenNotice[]): [part: string, trouble: NoticeTrouble][] {
  return list.flatMap(({ value: { from, to, issued_on, hours } }, i) => {
    const found: [string, NoticeTrouble | false][] = [
      [`${i}.from`, !from && 'day'],
      [`${i}.to`, to !== undefined && to < from && 'order'],
      [`${i}.hours`, !hours.trim() && 'hours'],
      [`${i}.issued_on`, !issued_on && 'day'],
    ];
    return found.filter((pair): pair is [string, NoticeTrouble] => pair[1] !== false);
  });
}

/** Pairs that say something else of one day, by their places in the list; the one that counts stands second. One that begins nowhere yet is in none. */
export function contradictions(list: readonly WrittenNotice[]): [number, number][] {
  const end = ({ to }: Notice): string => to ?? '9999-12-31';
  return list.flatMap(({ value: one }, i) =>
    list.flatMap(({ value: other }, j): [number, number][] => {
      const meet = one.from <= end(other) && other.from <= end(one);
      if (j <= i || one.hours === other.hours || !meet || !one.from || !other.from) return [];
      // Of two issued on one day, the one that stands later counts.
      return [one.issued_on > other.issued_on ? [j, i] : [i, j]];
    }),
  );
}

/** Notices that one state of a role has and another has not. */
export function onlyIn(fact: Fact | null, other: Fact | null): readonly WrittenNotice[] {
  const known = new Set(noticesOf(other).map(canonical));
  return noticesOf(fact).filter((notice) => !known.has(canonical(notice)));
}
