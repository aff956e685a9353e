/** What the signed-in person may change of a place: their districts and kinds, as the server judges them too. */
import type { RoleKind } from '../api/types';
import type { Session } from './api';
import type { Feature } from './feature';

/** Whether the place lies in one of the person's districts; codes begin with those of the regions around them. */
export function isInDistricts({ districts }: Pick<Session, 'districts'>, region: string): boolean {
  return districts.length === 0 || districts.some((code) => region.startsWith(code.replace(/(00){1,2}$/, '')));
}

export function isOfKinds({ kinds }: Pick<Session, 'kinds'>, kind: RoleKind): boolean {
  return kinds.length === 0 || kinds.includes(kind);
}

/** Kinds of the place's roles that are not the person's: a change of the place itself touches them all. */
export function foreignKinds(session: Session, feature: Feature): RoleKind[] {
  const standing = feature.properties.roles.filter(({ status }) => status !== 'withdrawn');
  return [...new Set(standing.map(({ kind }) => kind))].filter((kind) => !isOfKinds(session, kind));
}

/** Whether the person may change the fact at this path. */
export function mayChange(session: Session, feature: Feature, path: string): boolean {
  if (!isInDistricts(session, feature.properties.region)) return false;
  const role = feature.properties.roles.find(({ id }) => path.startsWith(`${id}/`));
  return role ? isOfKinds(session, role.kind) : foreignKinds(session, feature).length === 0;
}
