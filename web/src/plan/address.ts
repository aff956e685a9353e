/**
 * The planner's view as written in the URL's fragment, so that a link shares a question with its scenario:
 *
 * `#d=own.0123456789abcdef&n=venue,heritage;parent_school&m=cycle&s=saturday&t=500m&k=estimate&g=321002&a=119.43920,32.39450,venue.heritage,社区书屋&x=p-1,p-2&w=p-3,119.4,32.4&b=119.44,32.4&i=119.43,32.39&q=方案一&u=321002001001&l=towns&v=gaps&c=119.4,32.4,11.00&lang=en`
 */
import type { LonLat, TravelMode } from '../api/types';
import { isRoleKind } from '../roles';
import { DISPLAY_READERS, displayPairs, type Display } from '../state/display';
import { MODES } from '../state/view';
import { SLICES, type AddedSite, type Slice } from './answer';
import { FIRST_QUESTION, FIRST_THRESHOLD, LONGEST_METRES, LONGEST_MINUTES, MOST_NEEDS, type Question, type Threshold } from './question';
import { LIST_ID } from './own/list';
import { MOST_CLOSED } from './scenario/closing';
import { LONGEST_NAME, MOST_CHANGES, NO_SCENARIO, type Scenario } from './scenario/scenario';

/** What the map draws: a dot a demand point, towns, hexagons. */
export const SURFACES = ['dots', 'towns', 'hexes'] as const;
export type Surface = (typeof SURFACES)[number];

/** The parts of the panel. */
export const TABS = ['towns', 'gaps', 'charts', 'trial'] as const;
export type Tab = (typeof TABS)[number];

export interface PlanView {
  question: Question;
  threshold: Threshold;
  scenario: Scenario;
  /** Id of the demand point whose gap is explained. */
  unit: string | null;
  /** From where it is drawn how far one gets. */
  reach: LonLat | null;
  surface: Surface;
  tab: Tab;
  camera: { at: LonLat; zoom: number } | null;
}

export const FIRST_PLAN: PlanView = {
  question: FIRST_QUESTION,
  threshold: FIRST_THRESHOLD,
  scenario: NO_SCENARIO,
  unit: null,
  reach: null,
  surface: 'dots',
  tab: 'towns',
  camera: null,
};

const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** A name in a list whose marks are `,`, `;` and `.`. */
const listed = (name: string): string => name.replace(/[,;%]/g, encodeURIComponent);

function unlisted(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lonLat(lon = '', lat = ''): LonLat | null {
  const [x, y] = [lon, lat].map((text) => (/^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN)) as [number, number];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : null;
}

/** `119.4,32.4`, and nothing more. */
function spot(text: string): LonLat | null {
  const [lon, lat, ...more] = text.split(',');
  return more.length ? null : lonLat(lon, lat);
}

function needs(text: string): Question['needs'] | null {
  const found = text.split(';').map((need) => [...new Set(need.split(','))].filter(isRoleKind));
  return found.length <= MOST_NEEDS && found.every((need) => need.length > 0) ? found : null;
}

function threshold(text: string): Threshold | null {
  const [, digits, metres] = /^(\d{1,5}(?:\.\d)?)(m?)$/.exec(text) ?? [];
  const value = Number(digits ?? 0);
  if (!(value > 0)) return null;
  if (metres) return value <= LONGEST_METRES ? { metres: value } : null;
  return value <= LONGEST_MINUTES ? { minutes: value } : null;
}

/** All of a list, or nothing where a part of it makes no sense. */
function every<T>(text: string, read: (item: string, index: number) => T | null): T[] | null {
  const items = text.split(';').slice(0, MOST_CHANGES).map(read);
  return items.includes(null) ? null : (items as T[]);
}

function added(text: string): AddedSite[] | null {
  return every(text, (item, index) => {
    const [lon, lat, roles = '', ...name] = item.split(',');
    const at = lonLat(lon, lat);
    const kinds = roles.split('.').filter(isRoleKind);
    return at && kinds.length ? { id: `a${index + 1}`, name: unlisted(name.join(',')).slice(0, LONGEST_NAME), lon: at[0], lat: at[1], roles: kinds } : null;
  });
}

function moved(text: string): Scenario['move'] | null {
  return every(text, (item) => {
    const [place = '', lon, lat] = item.split(',');
    const at = lonLat(lon, lat);
    return at && isId(place) ? { place, lon: at[0], lat: at[1] } : null;
  });
}

function removed(text: string): string[] | null {
  const ids = [...new Set(text.split(','))];
  return ids.every(isId) ? ids.slice(0, MOST_CHANGES) : null;
}

function closed(text: string): Scenario['close'] | null {
  const spots = every(text, (item) => or(spot(item), ([lon, lat]) => ({ lon, lat })));
  return spots && spots.slice(0, MOST_CLOSED);
}

type Reader = (text: string, view: PlanView) => PlanView | null;

const asked = (part: Partial<Question> | null): Reader => (_, view) => part && { ...view, question: { ...view.question, ...part } };
const tried = (part: Partial<Scenario> | null): Reader => (_, view) => part && { ...view, scenario: { ...view.scenario, ...part } };
const one = <T extends string>(text: string, of: readonly T[]): T | null => of.find((item) => item === text) ?? null;

/** `part` where the value was understood. */
function or<T, P>(value: T | null, part: (value: T) => P): P | null {
  return value === null ? null : part(value);
}

/** One reader a key; `null` where the value makes no sense. */
const READERS: Record<string, Reader> = {
  d: (text, view) => asked(LIST_ID.test(text) ? { demand: text } : null)(text, view),
  n: (text, view) => asked(or(needs(text), (found) => ({ needs: found })))(text, view),
  m: (text, view) => asked(or(one<TravelMode>(text, MODES), (mode) => ({ mode })))(text, view),
  s: (text, view) => asked(or(one<Slice>(text, SLICES), (slice) => ({ slice })))(text, view),
  k: (text, view) => asked(or(one(text, ['estimate', 'network'] as const), (kind) => ({ kind })))(text, view),
  g: (text, view) => asked(/^\d{6,9}$/.test(text) ? { region: text } : null)(text, view),
  t: (text, view) => or(threshold(text), (value) => ({ ...view, threshold: value })),
  a: (text, view) => tried(or(added(text), (add) => ({ add })))(text, view),
  x: (text, view) => tried(or(removed(text), (remove) => ({ remove })))(text, view),
  w: (text, view) => tried(or(moved(text), (move) => ({ move })))(text, view),
  b: (text, view) => tried(or(closed(text), (close) => ({ close })))(text, view),
  i: (text, view) => or(spot(text), (reach) => ({ ...view, reach })),
  q: (text, view) => tried(text.trim() ? { name: text.slice(0, LONGEST_NAME) } : null)(text, view),
  u: (text, view) => (isId(text) ? { ...view, unit: text } : null),
  l: (text, view) => or(one(text, SURFACES), (surface) => ({ ...view, surface })),
  v: (text, view) => or(one(text, TABS), (tab) => ({ ...view, tab })),
  c: (text, view) => {
    const [lon, lat, level = ''] = text.split(',');
    const at = lonLat(lon, lat);
    const zoom = level === '' ? NaN : Number(level);
    return at && zoom >= 0 && zoom <= 22 ? { ...view, camera: { at, zoom } } : null;
  },
};

/** Reads a fragment; parts that make no sense are left out, and `skipped` says that there were some. */
export function decodePlan(fragment: string): { view: PlanView; display: Partial<Display>; skipped: boolean } {
  const parameters = new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'));
  let view = FIRST_PLAN;
  let display: Partial<Display> = {};
  let skipped = false;
  for (const [key, text] of parameters) {
    const read = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    const next = read ? read(text, view) : view;
    skipped ||= next === null;
    view = next ?? view;
    if (Object.hasOwn(DISPLAY_READERS, key)) display = { ...display, ...DISPLAY_READERS[key as keyof typeof DISPLAY_READERS](text) };
  }
  return { view, display, skipped };
}

const fixed = (lon: number, lat: number): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;
const escape = (text: string): string => text.replace(/[%&#+\s"<>`]/g, encodeURIComponent);

/**
 * The fragment (without `#`) that says this view: coordinates to about a metre, what is usual left out. Of a list of one's own points it
 * has the id, and nothing that tells where one of them is.
 */
export function encodePlan({ question, threshold: limit, scenario, unit, reach, surface, tab, camera }: PlanView, display: Display): string {
  const { demand, mode, slice, kind, region } = question;
  const { add, remove, move, close, name } = scenario;
  const needed = question.needs.map((need) => need.join(',')).join(';');
  const pairs: [string, string | false | null][] = [
    ['n', needed],
    ['d', demand],
    ['m', mode !== FIRST_QUESTION.mode && mode],
    ['s', slice !== FIRST_QUESTION.slice && slice],
    ['k', kind],
    ['g', region],
    ['t', 'metres' in limit ? `${limit.metres}m` : String(limit.minutes)],
    ['a', add.map((site) => `${fixed(site.lon, site.lat)},${site.roles.join('.')},${listed(site.name)}`).join(';')],
    ['x', remove.join(',')],
    ['w', move.map(({ place, lon, lat }) => `${place},${fixed(lon, lat)}`).join(';')],
    ['b', close.map(({ lon, lat }) => fixed(lon, lat)).join(';')],
    // Which of one's own points was looked at is nobody else's business, and where the map stands or an area begins tells it too.
    ['i', demand === null && reach && fixed(...reach)],
    ['q', name],
    ['u', demand === null && unit],
    ['l', surface !== FIRST_PLAN.surface && surface],
    ['v', tab !== FIRST_PLAN.tab && tab],
    ['c', demand === null && camera && `${fixed(...camera.at)},${camera.zoom.toFixed(2)}`],
    ...displayPairs(display),
  ];
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${escape(value)}`] : [])).join('&');
}
