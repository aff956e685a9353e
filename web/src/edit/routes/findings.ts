/** Where in the form of a route a field stands that the server names. */
import type { Route } from './route';

/** Where in the form a field such as `stops[2].minutes` stands. */
export function keyOf(field: string | null, { stops }: Pick<Route, 'stops'>): string {
  const plain = (field ?? '').replace(/^route\./, '').replace(/^\/?route\//, '').replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.');
  const [, index, part] = /^stops\[(\d+)\](?:\.(place|minutes|task))?/.exec(plain) ?? [];
  const stop = index === undefined ? undefined : stops[Number(index)];
  if (stop) return part === 'minutes' || part === 'task' ? `${part}:${stop.place}` : `stop:${stop.place}`;
  const [name = ''] = /^[a-z_]+/.exec(plain) ?? [];
  if (name === 'provenance') return 'source';
  return ['title', 'title_en', 'theme', 'subjects', 'grades', 'aim', 'status', 'stops'].includes(name) ? name : '';
}
