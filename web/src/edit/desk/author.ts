/** Who made a change, in words. */
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';

/** The city's own data, which gives no reason but itself. */
export const CITY_PACK = '[city pack]';

/** An account by its name, all others in words. */
export function authorText(by: string, lang: Lang): string {
  const e = said(deskWords, lang);
  const [, whom = ''] = /^\[link\]\s*(.*)$/.exec(by) ?? [];
  if (by.startsWith('[link]')) return whom ? e.link(whom) : e.linkOnly;
  return { '[operator]': e.operator, [CITY_PACK]: e.cityPack }[by] ?? by;
}
