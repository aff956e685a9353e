/** Rows of the table of places: a place and one role of it. */
import type { Place, Role } from '../../api/types';
import { agingFacts, overdueFacts, standingOf, type AgingFact, type Calendar, type Standing } from '../checking';
import type { Filter } from './filter';

export interface Row {
  /** The same row has the same key whatever was changed. */
  key: string;
  place: Place;
  /** `null` = the place bears no role that stands. */
  role: Role | null;
  /** How many roles the place bears beside it. */
  more: number;
  standing: Standing | null;
  /** Facts checked too long ago. */
  overdue: AgingFact[];
  /** The last day on which any fact of the role was checked. */
  checkedOn: string | null;
  synthetic: boolean;
}

export function rowOf(place: Place, role: Role | null, calendar: Calendar): Row {
  const days = role ? agingFacts(role).flatMap(([, { checked_on }]) => checked_on ?? []) : [];
  return {
    key: role ? `${place.id}/${role.id}` : place.id,
    place,
    role,
    more: place.properties.roles.length - (role ? 1 : 0),
    standing: role && standingOf(role, calendar),
    overdue: role ? overdueFacts(role, calendar) : [],
    checkedOn: days.sort().at(-1) ?? null,
    synthetic: place.properties.synthetic || (role?.synthetic ?? false),
  };
}

/**
 * A row for each role of the kind that is chosen; else one a place, with the first role that the filter is about.
 */
export function rowsOf(places: readonly Place[], { kind, check, status }: Filter, calendar: Calendar): Row[] {
  const rows = places.flatMap((place) => {
    const all = place.properties.roles.map((role) => rowOf(place, role, calendar));
    const wanted = all.filter(({ role, standing }) => (!kind || role?.kind === kind) && (!check || standing === check));
    if (kind) return wanted;
    return wanted[0] ?? all[0] ?? rowOf(place, null, calendar);
  });
  return status ? rows.filter((row) => statusOf(row) === status) : rows;
}

/** A place that does not stand takes its roles with it. */
export function statusOf({ place, role }: Row) {
  const { status } = place.properties;
  return status === 'active' ? (role?.status ?? status) : status;
}

/** The district and the town, or whatever region is known. */
export function whereOf({ place }: Row): string {
  const { regions } = place.properties;
  const within = regions.filter(({ level }) => level === 'district' || level === 'town');
  return (within.length ? within : regions).map(({ name }) => name).join(' · ');
}

/** The row anew, after its place was changed. A role that is gone stays in view, as withdrawn. */
export function renewed(row: Row, place: Place, calendar: Calendar): Row {
  const role = place.properties.roles.find(({ id }) => id === row.role?.id) ?? (row.role && { ...row.role, status: 'withdrawn' as const });
  const gone = role && !place.properties.roles.includes(role) ? 1 : 0;
  const now = rowOf(place, role, calendar);
  return { ...now, key: row.key, more: now.more + gone };
}
