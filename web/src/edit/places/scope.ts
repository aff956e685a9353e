/** What an account may change in the table: within its districts and kinds, as the server judges it. */
import type { Session } from '../api';
import { pathOf, type Field } from './fields';
import type { Row } from './rows';

/** Whether the row's field may be changed; without one, whether anything of its role may. */
export function isInScope({ districts, kinds }: Pick<Session, 'districts' | 'kinds'>, row: Row, field: Field | null = null): boolean {
  const { regions, roles } = row.place.properties;
  if (districts.length > 0 && !regions.some(({ code }) => districts.includes(code))) return false;
  if (kinds.length === 0) return true;
  // A change of the place itself touches all its roles.
  const ofPlace = field !== null && !pathOf(row, field)?.includes('/');
  const touched = ofPlace || !row.role ? roles : [row.role];
  return touched.every(({ kind }) => kinds.includes(kind));
}
