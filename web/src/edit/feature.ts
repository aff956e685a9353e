/**
 * A place as its editors hold it: a GeoJSON feature as in a city pack, and its facts one by one. Nothing is changed in
 * place. Points are `[lon, lat]` in WGS-84 degrees.
 */
import type { Fee, LonLat, RoleKind, Wheelchair } from '../api/types';
import type { Precision, Status } from '../api/schema';
import type { Admission, Audience, Booking, Notice } from './fact-values';

export interface Provenance {
  source: string;
  /** Day, as `2026-11-24`. */
  checked_on?: string;
  /** An office, never a private person. */
  checked_by?: string;
}

export type Sourced<T> = { value: T } & Provenance;

export interface Contact {
  phone?: string;
  website?: string;
}

export interface Role {
  id: string;
  kind: RoleKind;
  name?: string;
  status?: Status;
  claim: Provenance;
  hours?: Sourced<string>;
  admission?: Sourced<Admission>;
  notices?: readonly Sourced<Notice>[];
  fee?: Sourced<Fee>;
  audience?: Sourced<Audience>;
  booking?: Sourced<Booking>;
  capacity?: Sourced<number>;
  visit_minutes?: Sourced<number>;
  wheelchair?: Sourced<Wheelchair>;
  contact?: Sourced<Contact>;
}

export interface Feature {
  type: 'Feature';
  id: string;
  geometry: { type: 'Point'; coordinates: LonLat };
  properties: {
    name: string;
    name_source: Provenance;
    name_en?: string;
    aliases?: string[];
    address?: string;
    position: { precision: Precision; radius_m: number } & Provenance;
    entrances?: LonLat[];
    region: string;
    status?: Status;
    source_keys?: Record<string, string>;
    roles: Role[];
  };
}

export interface Position {
  point: LonLat;
  precision: Precision;
  radius_m: number;
}

/** What a place can say of itself, and what a role can; in the order in which they are shown. */
export const PLACE_FACTS = ['name', 'name_en', 'aliases', 'address', 'status', 'position', 'entrances', 'region', 'source_keys'] as const;
export const ROLE_FACTS = ['claim', 'role_name', 'role_status', 'hours', 'admission', 'notices', 'fee', 'contact', 'audience', 'booking', 'capacity', 'visit_minutes', 'wheelchair'] as const;
export type FactName = (typeof PLACE_FACTS)[number] | (typeof ROLE_FACTS)[number];

/** One fact; `undefined` = nothing is said. */
export interface Fact {
  name: FactName;
  /** Id of the role that says it; `null` = the place. */
  role: string | null;
  value: unknown;
  /** Who says so, for facts that carry it. */
  provenance: Provenance | null;
}

/** A fact's name within its place: `hours` of a role is `r-7c1d/hours`. */
export function pathOf({ role, name }: Pick<Fact, 'role' | 'name'>): string {
  return role === null ? name : `${role}/${name}`;
}

function provenanceOf({ source, checked_on, checked_by }: Provenance): Provenance {
  return { source, ...(checked_on === undefined ? {} : { checked_on }), ...(checked_by === undefined ? {} : { checked_by }) };
}

function placeFact(feature: Feature, name: (typeof PLACE_FACTS)[number]): Fact {
  const { properties } = feature;
  const own = (value: unknown, provenance: Provenance | null = null): Fact => ({ name, role: null, value, provenance });
  switch (name) {
    case 'name':
      return own(properties.name, provenanceOf(properties.name_source));
    case 'position': {
      const { precision, radius_m } = properties.position;
      return own({ point: feature.geometry.coordinates, precision, radius_m } satisfies Position, provenanceOf(properties.position));
    }
    case 'status':
      return own(properties.status ?? 'active');
    default:
      return own(properties[name]);
  }
}

function roleFact(role: Role, name: (typeof ROLE_FACTS)[number]): Fact {
  const own = (value: unknown, provenance: Provenance | null = null): Fact => ({ name, role: role.id, value, provenance });
  switch (name) {
    case 'claim':
      return own(role.kind, provenanceOf(role.claim));
    case 'role_name':
      return own(role.name);
    case 'role_status':
      return own(role.status ?? 'active');
    case 'notices':
      // Each of them says itself whose word it is.
      return own(role.notices);
    default: {
      const sourced = role[name];
      return own(sourced?.value, sourced ? provenanceOf(sourced) : null);
    }
  }
}

/** Every fact, said or not. */
export function factsOf(feature: Feature): Fact[] {
  const roles = feature.properties.roles.flatMap((role) => ROLE_FACTS.map((name) => roleFact(role, name)));
  return [...PLACE_FACTS.map((name) => placeFact(feature, name)), ...roles];
}

/** The fact at a path; `null` = there is no such role. */
export function factAt(feature: Feature, path: string): Fact | null {
  return factsOf(feature).find((fact) => pathOf(fact) === path) ?? null;
}

/** Without what is `undefined`, as it stands in a file. */
function stated<T extends object>(thing: T): T {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined)) as T;
}

function withPlaceFact(feature: Feature, { name, value, provenance }: Fact): Feature {
  const { properties } = feature;
  const say = (patch: object): Feature => ({ ...feature, properties: stated({ ...properties, ...patch }) as Feature['properties'] });
  switch (name) {
    case 'name':
      return say({ name: value, name_source: provenance ?? properties.name_source });
    case 'position': {
      const { point, precision, radius_m } = value as Position;
      const position = { precision, radius_m, ...(provenance ?? provenanceOf(properties.position)) };
      return { ...say({ position }), geometry: { type: 'Point', coordinates: point } };
    }
    case 'status':
      return say({ status: value === 'active' ? undefined : value });
    default:
      return say({ [name]: value });
  }
}

function withRoleFact(role: Role, { name, value, provenance }: Fact): Role {
  switch (name) {
    case 'claim':
      return { ...role, claim: provenance ?? role.claim };
    case 'role_name':
      return stated({ ...role, name: value }) as Role;
    case 'role_status':
      return stated({ ...role, status: value === 'active' ? undefined : value }) as Role;
    case 'notices':
      return stated({ ...role, notices: value }) as Role;
    default:
      return stated({ ...role, [name]: value === undefined ? undefined : { value, ...provenance } }) as Role;
  }
}

/** The place with this fact in the stead of the one that it has. */
export function withFact(feature: Feature, fact: Fact): Feature {
  if (fact.role === null) return withPlaceFact(feature, fact);
  const roles = feature.properties.roles.map((role) => (role.id === fact.role ? withRoleFact(role, fact) : role));
  return { ...feature, properties: { ...feature.properties, roles } };
}

/** One thing as text in which equal things are equal, whatever the order of their members. */
export function canonical(thing: unknown): string {
  return JSON.stringify(thing, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

export interface Change {
  path: string;
  /** `null` = the place, or its role, was not there. */
  before: Fact | null;
  after: Fact | null;
  /** Only who says so changed, or when it was checked. */
  onlyProvenance: boolean;
}

/** What differs between two states of a place, fact by fact. */
export function changesBetween(before: Feature | null, after: Feature | null): Change[] {
  const old = new Map((before ? factsOf(before) : []).map((fact) => [pathOf(fact), fact]));
  const now = new Map((after ? factsOf(after) : []).map((fact) => [pathOf(fact), fact]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [one, other] = [old.get(path) ?? null, now.get(path) ?? null];
    const sameValue = canonical(one?.value) === canonical(other?.value);
    if (sameValue && canonical(one?.provenance ?? null) === canonical(other?.provenance ?? null)) return [];
    return [{ path, before: one, after: other, onlyProvenance: sameValue }];
  });
}

/**
 * My changes of `base` laid over what another made of it meanwhile. `clashes` are the paths that both changed, and
 * differently: there mine stands in `feature`. A role that I added is added; one that the other took away is gone.
 */
export function carryOver(base: Feature, mine: Feature, theirs: Feature): { feature: Feature; clashes: string[] } {
  const others = new Map(changesBetween(base, theirs).map((change) => [change.path, change]));
  const known = new Set([...base.properties.roles, ...theirs.properties.roles].map((role) => role.id));
  const added = mine.properties.roles.filter((role) => !known.has(role.id));
  let feature: Feature = { ...theirs, properties: { ...theirs.properties, roles: [...theirs.properties.roles, ...added] } };
  const clashes: string[] = [];
  for (const { path, after } of changesBetween(base, mine)) {
    if (!after || !factAt(theirs, path)) continue;
    const other = others.get(path);
    if (other && canonical(other.after) !== canonical(after)) clashes.push(path);
    feature = withFact(feature, after);
  }
  return { feature, clashes };
}

