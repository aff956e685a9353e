/** Which routes the list shows, and in which order. */
import { THEMES } from '../../study/question';
import type { Listed } from './api';

/** What stands in the address; empty = any. */
export interface Filter {
  /** Part of a title, of the aim or of a task. */
  q: string;
  /** `t` in the address, where `theme` is the page's own. */
  theme: string;
  status: string;
}

export function filterOf({ q = '', t = '', status = '' }: Readonly<Record<string, string>>): Filter {
  return { q: q.trim(), theme: t, status };
}

const rank = (theme: string): number => (THEMES as readonly string[]).indexOf(theme);

/** How many of its stops want mending: of a route that is withdrawn none does, for nobody goes by it. */
export function stopsToMend({ route, stops_gone }: Listed): number {
  return route.status === 'withdrawn' ? 0 : stops_gone.length;
}

/** Those that fit: first what wants mending, then by theme and title. */
export function shownRoutes(all: readonly Listed[], { q, theme, status }: Filter): Listed[] {
  const sought = q.toLowerCase();
  const fits = ({ route }: Listed): boolean => {
    const texts = [route.title, route.title_en, route.aim, ...route.stops.map(({ task }) => task)];
    const isFound = sought === '' || texts.some((text) => text?.toLowerCase().includes(sought));
    return isFound && (theme === '' || route.theme === theme) && (status === '' || (route.status ?? 'active') === status);
  };
  const isSound = (listed: Listed): number => Number(stopsToMend(listed) === 0);
  return all
    .filter(fits)
    .toSorted((one, other) => isSound(one) - isSound(other) || rank(one.route.theme) - rank(other.route.theme) || one.route.title.localeCompare(other.route.title, 'zh-CN'));
}
