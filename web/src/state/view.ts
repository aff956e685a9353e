/**
 * What the page shows, and its writing in the URL's *fragment*: a browser never sends that part to a server, so a shared
 * link gives a point away only once the page itself asks what is near it.
 *
 * `#p=119.43920,32.39450&n=文昌阁&r=venue,heritage&f=free&g=321002&d=2000&o=now&m=cycle&s=p-1&c=119.43920,32.39450,13.00&lang=en&theme=dark&big=1`
 */
import type { Filters } from '../api/client';
import type { Fee, LonLat, TravelMode } from '../api/types';
import { isRoleKind } from '../roles';
import { DISPLAY_READERS, displayPairs, type Display } from './display';

export type PointLabel = { kind: 'map' | 'mine' | 'shared' } | { kind: 'named'; name: string };

/** When one wants to get in; `school` = after school. */
export const OPEN_CHOICES = ['now', 'today', 'weekend', 'school'] as const;
export type OpenChoice = (typeof OPEN_CHOICES)[number];

/** How a family may travel, the usual way first. */
export const MODES: readonly TravelMode[] = ['walk', 'cycle', 'drive'];

export interface View extends Display {
  /** Where the family starts; `null` until chosen. */
  point: { at: LonLat; label: PointLabel } | null;
  filters: Filters;
  /** Farthest distance listed, metres. */
  maxM: number | null;
  /** Only places that let one in then are listed; it takes effect once there is a point. */
  open: OpenChoice | null;
  mode: TravelMode;
  /** Id of the place whose card is open. */
  selected: string | null;
  camera: { at: LonLat; zoom: number } | null;
}

/** Distances on offer, metres. */
export const RADII = [1000, 2000, 5000, 10_000, 20_000] as const;

export const FIRST_VIEW: View = {
  point: null,
  filters: { roles: [], fees: [], regions: [] },
  maxM: null,
  open: null,
  mode: 'walk',
  selected: null,
  camera: null,
  lang: 'zh',
  theme: 'auto',
  large: false,
};

const LIST_CAP = 32;
const NAME_CAP = 40;

function lonLat(texts: readonly string[]): LonLat | null {
  const [lon, lat] = texts.map((text) => (/^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN));
  if (lon === undefined || lat === undefined || !(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) return null;
  return [lon, lat];
}

function list<T extends string>(text: string, allowed: (item: string) => item is T): T[] {
  return [...new Set(text.split(','))].filter(allowed).slice(0, LIST_CAP);
}

const isFee = (text: string): text is Fee => text === 'free' || text === 'paid' || text === 'unknown';
const isDistrict = (text: string): text is string => /^\d{6}$/.test(text);

type Reader = (text: string, view: View) => View | null;

/** One reader a key; `null` where the value makes no sense. */
const READERS: Record<string, Reader> = {
  p: (text, view) => {
    const at = lonLat(text.split(','));
    return at && { ...view, point: { at, label: view.point?.label ?? { kind: 'shared' } } };
  },
  n: (text, view) =>
    view.point && text.trim() ? { ...view, point: { at: view.point.at, label: { kind: 'named', name: text.slice(0, NAME_CAP) } } } : null,
  r: (text, view) => ({ ...view, filters: { ...view.filters, roles: list(text, isRoleKind) } }),
  f: (text, view) => ({ ...view, filters: { ...view.filters, fees: list(text, isFee) } }),
  g: (text, view) => ({ ...view, filters: { ...view.filters, regions: list(text, isDistrict) } }),
  d: (text, view) => ((RADII as readonly number[]).includes(Number(text)) ? { ...view, maxM: Number(text) } : null),
  o: (text, view) => ((OPEN_CHOICES as readonly string[]).includes(text) ? { ...view, open: text as OpenChoice } : null),
  m: (text, view) => ((MODES as readonly string[]).includes(text) ? { ...view, mode: text as TravelMode } : null),
  s: (text, view) => (/^[\w-]{1,64}$/.test(text) ? { ...view, selected: text } : null),
  c: (text, view) => {
    const parts = text.split(',');
    const at = lonLat(parts.slice(0, 2));
    const zoom = Number(parts[2] ?? NaN);
    return at && zoom >= 0 && zoom <= 22 ? { ...view, camera: { at, zoom } } : null;
  },
  ...Object.fromEntries(
    Object.entries(DISPLAY_READERS).map(([key, read]): [string, Reader] => [
      key,
      (text, view) => {
        const patch = read(text);
        return patch && { ...view, ...patch };
      },
    ]),
  ),
};

/** Reads a fragment over `base`. Parts that make no sense are left out, and `skipped` says that there were some. */
export function decodeFragment(fragment: string, base: View = FIRST_VIEW): { view: View; skipped: boolean } {
  const parameters = new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'));
  let view = base;
  let skipped = false;
  // In the readers' order, whatever the link's: a name needs its point first.
  for (const [key, read] of Object.entries(READERS)) {
    const text = parameters.get(key);
    if (text === null) continue;
    const next = read(text, view);
    skipped ||= next === null;
    view = next ?? view;
  }
  return { view, skipped };
}

const fixed = (at: LonLat) => at.map((value) => value.toFixed(5)).join(',');
const escape = (text: string) => text.replace(/[%&#+\s"<>`]/g, encodeURIComponent);

/** The fragment (without `#`) that says this view: coordinates to about a metre, defaults left out. */
export function encodeFragment(view: View): string {
  const { point, filters, camera } = view;
  const pairs: [string, string | false | null | undefined][] = [
    ['p', point && fixed(point.at)],
    ['n', point?.label.kind === 'named' && point.label.name],
    ['r', filters.roles.join(',')],
    ['f', filters.fees.join(',')],
    ['g', filters.regions.join(',')],
    ['d', view.maxM !== null && String(view.maxM)],
    ['o', view.open],
    ['m', view.mode !== FIRST_VIEW.mode && view.mode],
    ['s', view.selected],
    ['c', camera && `${fixed(camera.at)},${camera.zoom.toFixed(2)}`],
    ...displayPairs(view),
  ];
  return pairs.flatMap(([key, value]) => (value ? [`${key}=${escape(value)}`] : [])).join('&');
}
