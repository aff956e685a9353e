/** Members of facts that have several (admission, audience, booking): how they are read from fields, and their bounds. */
import type { Slot } from '../../api/schema';
import type { Booking } from '../fact-values';

/** Least and most of each number, as families could meet it; the server bounds them wider. */
export const BOUNDS = {
  last_admission_minutes: [0, 1439],
  min_age: [0, 120],
  max_age: [0, 120],
  alone_from_age: [0, 120],
  days_ahead: [0, 365],
  lead_days: [0, 365],
  group_min: [1, 9999],
  group_max: [1, 9999],
  group_notice_days: [0, 365],
} as const;
export type NumberPart = keyof typeof BOUNDS;

/** A fact with members; what is typed and cannot be read yet stands in it as text. */
export type Parts = Readonly<Record<string, unknown>>;

/** The fact with another member; `undefined` = nothing is said of it. */
export function withPart(parts: Parts, name: string, value: unknown): Parts {
  const { [name]: _, ...others } = parts;
  return value === undefined ? others : { ...others, [name]: value };
}

/** A number within its bounds; else the text as it was typed, and `undefined` for none. */
export function numberOf(text: string, part: NumberPart): number | string | undefined {
  if (text === '') return undefined;
  const [least, most] = BOUNDS[part];
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : text;
}

const CLOCK = '(?:[01]\\d|2[0-3]):[0-5]\\d|24:00';
const SLOT = new RegExp(`^(${CLOCK})-(${CLOCK})$`);

function slotOf(line: string): Slot | string {
  const [, from, to] = SLOT.exec(line) ?? [];
  return from && to ? { from, to } : line;
}

/** `9:00 — 11:00` as it is written in a record: `09:00-11:00`. */
function tidied(line: string): string {
  return line
    .replace(/[：]/g, ':')
    .replace(/\s*[-–—~～至到]+\s*/, '-')
    .replace(/(^|-)(\d:)/g, '$10$2')
    .trim();
}

/** Slots, one a line; lines that are none stay as they are. `isDone` = the field was left, and they are put in order. */
export function slotsOf(text: string, isDone: boolean): (Slot | string)[] | undefined {
  const lines = isDone ? text.split('\n').map(tidied).filter(Boolean) : text.split('\n');
  return text === '' || !lines.length ? undefined : lines.map(slotOf);
}

/** The lines that {@link slotsOf} reads. */
export function slotsText(slots: readonly (Slot | string)[] = []): string {
  return slots.map((slot) => (typeof slot === 'string' ? slot : `${slot.from}-${slot.to}`)).join('\n');
}

/** How one books, as it is chosen in one step. */
export const BOOKINGS = ['none', 'required', 'walk_in'] as const;
export type BookingWay = (typeof BOOKINGS)[number];

export function wayOf({ required, walk_in }: Booking): BookingWay {
  return !required ? 'none' : walk_in ? 'walk_in' : 'required';
}

export function withWay(booking: Parts, way: BookingWay): Parts {
  return { ...booking, required: way !== 'none', walk_in: way === 'walk_in' };
}

/** Members that cannot be sent as they are, each with what it should be. */
export function partTroubles(value: unknown): [part: string, trouble: 'bounds' | 'slots'][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([part, member]): [string, 'bounds' | 'slots'][] => {
    if (part in BOUNDS && typeof member === 'string') return [[part, 'bounds']];
    return part === 'slots' && (member as (Slot | string)[]).some((slot) => typeof slot === 'string') ? [['slots', 'slots']] : [];
  });
}
