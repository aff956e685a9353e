/** What an account may change in the table. */
import type { Session } from '../api';
import { isInDistricts, isOfKinds } from '../scope';
import { pathOf, type Field } from './fields';
import type { Row } from './rows';

/** Whether the row's field may be changed; without one, whether anything of its role may. */
export function isInScope(access: Pick<Session, 'districts' | 'kinds'>, row: Row, field: Field | null = null): boolean {
  const { region, roles } = row.place.properties;
  // A change of the place itself touches all its roles.
  const ofPlace = field !== null && !pathOf(row, field)?.includes('/');
  const touched = ofPlace || !row.role ? roles : [row.role];
  return isInDistricts(access, region) && touched.every(({ kind }) => isOfKinds(access, kind));
}
