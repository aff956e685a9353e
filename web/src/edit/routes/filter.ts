/** Which routes the list shows, and in which order. */
import { THEMES } from '../../study/question';
import type { Tagged } from './draft';

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

/** Those that fit, by theme and title. */
export function shownRoutes(all: readonly Tagged[], { q, theme, status }: Filter): Tagged[] {
  const sought = q.toLowerCase();
  const fits = ({ route }: Tagged): boolean => {
    const texts = [route.title, route.title_en, route.aim, ...route.stops.map(({ task }) => task)];
    const isFound = sought === '' || texts.some((text) => text?.toLowerCase().includes(sought));
    return isFound && (theme === '' || route.theme === theme) && (status === '' || (route.status ?? 'active') === status);
  };
  return all.filter(fits).toSorted(({ route: one }, { route: other }) => rank(one.theme) - rank(other.theme) || one.title.localeCompare(other.title, 'zh-CN'));
}
