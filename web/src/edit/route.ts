/** Which view the editors' page shows and what of it, as written in the URL's fragment: `#v=places&g=321002&r=venue&lang=en`. */
import { DISPLAY_READERS, displayPairs, type Display } from '../state/display';

export const VIEWS = ['ledger', 'places', 'place', 'routes', 'reports', 'imports'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface Route {
  view: ViewName;
  /** What the view itself understands, such as filters or an id. */
  parameters: Readonly<Record<string, string>>;
}

export const HOME: Route = { view: 'ledger', parameters: {} };

const isView = (text: string | null): text is ViewName => (VIEWS as readonly (string | null)[]).includes(text);

/** Reads a fragment; `display` holds what it says of the display. */
export function decodeRoute(fragment: string): { route: Route; display: Partial<Display> } {
  const { v = null, ...rest } = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, ''))) as Record<string, string>;
  let display: Partial<Display> = {};
  for (const [key, read] of Object.entries(DISPLAY_READERS)) {
    display = { ...display, ...read(rest[key] ?? '') };
    delete rest[key];
  }
  return { route: isView(v) ? { view: v, parameters: rest } : HOME, display };
}

/** The fragment (without `#`) of a view; empty parameters are left out. */
export function encodeRoute({ view, parameters }: Route, display: Display): string {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== '');
  return new URLSearchParams([['v', view], ...pairs, ...displayPairs(display)]).toString();
}
