/**
 * The teacher's question as written in the URL's fragment, so that a link shares a day, and its arrangement:
 *
 * `#s=p-049ztk9dwdgb&d=2026-12-03&p=60&g=5&m=coach&t=canal.history&w=运河&y=p-1&n=p-2&st=p-1:50&o=p-1,lunch:p-3,p-3;p-3,lunch:p-1,p-1&z=p-1&i=1;11:20;p-1;p-1;`
 *
 * There is no field for anybody's name.
 */
import type { LonLat } from '../api/types';
import { ROLE_KINDS } from '../roles';
import { DISPLAY_READERS, displayPairs, type Display } from '../state/display';
import { ids, isId, number } from './fragment-values';
import { nowText, readNow, type Now } from './now';
import { isLunch } from './order';
import { pairsText, readPairs } from './pairs';
import {
  FIRST_QUESTION,
  GRADES,
  hasUsualRoles,
  LONGEST_STAY,
  LONGEST_WALK,
  MOST_ADULTS,
  MOST_GROUPS,
  MOST_LISTED,
  MOST_PUPILS,
  MOST_WORDS,
  THEMES,
  TRAVELS,
  type Order,
  type School,
  type StudyQuestion,
  type Theme,
} from './question';
import { isTime } from './times';

export interface StudyView {
  question: StudyQuestion;
  /** The arrangement by hand; `null` = the server's own. */
  order: Order | null;
  /** Ids of the places that keep their order among each other. */
  pinned: readonly string[];
  /** From when and where a group's day goes on; `null` = the day is planned from its beginning. */
  now: Now | null;
}

export const FIRST_VIEW: StudyView = { question: FIRST_QUESTION, order: null, pinned: [], now: null };

/** Stops of a group at most. */
const MOST_STOPS = 40;
const LONGEST_NAME = 40;

function school(text: string): School | null {
  if (isId(text)) return { place: text };
  const [lon = '', lat = '', ...name] = text.split(',');
  const at = [lon, lat].map((part) => (/^-?\d{1,3}(\.\d+)?$/.test(part) ? Number(part) : NaN)) as LonLat;
  return Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90 ? { name: name.join(',').slice(0, LONGEST_NAME), at } : null;
}

function stays(text: string): Record<string, number> | null {
  const pairs = text.split(',').map((part) => {
    const [id = '', minutes = ''] = part.split(':');
    return [id, number(minutes, LONGEST_STAY)] as const;
  });
  const sound = pairs.length <= MOST_LISTED && pairs.every(([id, minutes]) => isId(id) && minutes !== null);
  return sound ? (Object.fromEntries(pairs) as Record<string, number>) : null;
}

function order(text: string): Order | null {
  const groups = text.split(';').map((sequence) => (sequence === '' ? [] : sequence.split(',')));
  const sound = groups.length <= MOST_GROUPS && groups.every((sequence) => sequence.length <= MOST_STOPS && sequence.every((stop) => isId(stop.replace(/^lunch:/, ''))));
  return sound ? groups : null;
}

function themes(text: string): Theme[] | null {
  const found = text.split('.').filter((theme): theme is Theme => (THEMES as readonly string[]).includes(theme));
  return found.length ? [...new Set(found)] : null;
}

function roles(text: string): StudyQuestion['roles'] | null {
  const chosen = text.split('.');
  const found = ROLE_KINDS.filter((kind) => chosen.includes(kind));
  return found.length === new Set(chosen).size ? found : null;
}

type Reader = (text: string) => Partial<StudyQuestion> | null;

/** `field` of the question, where the value was understood. */
function field<K extends keyof StudyQuestion>(name: K, read: (text: string) => StudyQuestion[K] | null): Reader {
  return (text) => {
    const value = read(text);
    return value === null ? null : ({ [name]: value } as Partial<StudyQuestion>);
  };
}

const time = (text: string): string | null => (isTime(text) ? text : null);
const yes = (text: string): true | null => (text === '1' ? true : null);

/** One reader a key. */
const READERS: Record<string, Reader> = {
  s: field('school', school),
  d: field('date', (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null)),
  f: field('leaveFrom', time),
  b: field('backBy', time),
  p: field('pupils', (text) => number(text, MOST_PUPILS)),
  a: field('adults', (text) => number(text, MOST_ADULTS)),
  g: field('grade', (text) => number(text, GRADES)),
  k: field('groups', (text) => number(text, MOST_GROUPS)),
  m: field('travel', (text) => TRAVELS.find((travel) => travel === text) ?? null),
  t: field('themes', themes),
  w: field('words', (text) => (text.length <= MOST_WORDS ? text : null)),
  r: field('region', (text) => (/^\d{6,9}$/.test(text) ? text : null)),
  y: field('must', (text) => ids(text)),
  n: field('not', (text) => ids(text)),
  st: field('stay', stays),
  u: field('lunch', (text) => (text === 'none' || text === 'stops' ? text : null)),
  l: field('maxLeg', (text) => number(text, LONGEST_STAY)),
  lw: field('maxWalk', (text) => number(text, LONGEST_WALK)),
  q: field('askFirst', yes),
  x: field('rain', yes),
  ro: field('roles', roles),
  be: field('before', readPairs),
  lt: field('maxWithoutToilet', (text) => number(text, LONGEST_STAY)),
  tk: field('travelKind', (text) => (text === 'network' || text === 'estimate' ? text : null)),
  sr: field('route', (text) => (isId(text) ? text : null)),
  sb: field('besideRoute', yes),
};

/** Reads a fragment; parts that make no sense are left out, and `skipped` says that there were some. */
export function decodeStudy(fragment: string): { view: StudyView; display: Partial<Display>; skipped: boolean } {
  let { question, order: sequences, pinned, now } = FIRST_VIEW;
  let display: Partial<Display> = {};
  let skipped = false;
  for (const [key, text] of new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'))) {
    if (Object.hasOwn(READERS, key)) {
      const part = READERS[key]?.(text) ?? null;
      skipped ||= part === null;
      question = { ...question, ...part };
    } else if (key === 'o') {
      sequences = order(text);
      skipped ||= sequences === null;
    } else if (key === 'z') {
      const found = ids(text);
      skipped ||= found === null;
      pinned = found ?? [];
    } else if (key === 'i') {
      now = readNow(text);
      skipped ||= now === null;
    } else if (Object.hasOwn(DISPLAY_READERS, key)) {
      display = { ...display, ...DISPLAY_READERS[key as keyof typeof DISPLAY_READERS](text) };
    }
  }
  const inOrder = new Set(sequences?.flat().filter((stop) => !isLunch(stop)));
  // Whose day it is the sequences say; without any there is one group.
  if (now && now.group >= (sequences?.length ?? 1)) [now, skipped] = [null, true];
  return { view: { question, order: sequences, pinned: pinned.filter((id) => inOrder.has(id)), now }, display, skipped };
}

const escape = (text: string): string => text.replace(/[%&#+\s"<>`]/g, encodeURIComponent);

function schoolText(at: School | null): string | null {
  if (!at) return null;
  return 'place' in at ? at.place : `${at.at[0].toFixed(5)},${at.at[1].toFixed(5)},${at.name}`;
}

/** The fragment (without `#`) that says this view; what is usual is left out. */
export function encodeStudy({ question, order: sequences, pinned, now }: StudyView, display: Display): string {
  const stay = Object.entries(question.stay).map(([id, minutes]) => `${id}:${minutes}`);
  const pairs: [string, string | number | false | null][] = [
    ['s', schoolText(question.school)],
    ['d', question.date],
    ['f', question.leaveFrom],
    ['b', question.backBy],
    ['p', question.pupils !== FIRST_QUESTION.pupils && question.pupils],
    ['a', question.adults],
    ['g', question.grade],
    ['k', question.groups],
    ['m', question.travel !== FIRST_QUESTION.travel && question.travel],
    ['t', question.themes.join('.')],
    ['w', question.words],
    ['r', question.region],
    ['y', question.must.join(',')],
    ['n', question.not.join(',')],
    ['st', stay.join(',')],
    ['u', question.lunch],
    ['l', question.maxLeg],
    ['lw', question.maxWalk],
    ['q', question.askFirst && '1'],
    ['x', question.rain && '1'],
    ['ro', !hasUsualRoles(question) && question.roles.join('.')],
    ['be', pairsText(question.before)],
    ['lt', question.maxWithoutToilet],
    ['tk', question.travelKind],
    ['sr', question.route],
    ['sb', question.besideRoute && '1'],
    ['o', sequences && sequences.map((sequence) => sequence.join(',')).join(';')],
    ['z', pinned.join(',')],
    ['i', now && nowText(now)],
    ...displayPairs(display),
  ];
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${escape(String(value))}`] : [])).join('&');
}
