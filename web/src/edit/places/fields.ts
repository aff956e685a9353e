/** What can be changed in the table: a text a field, read from a row and laid into the place as its editors hold it. */
import { editorsProvenance, EXAMPLE, isSynthetic } from '../checking';
import { factAt, factsOf, withFact, type Contact, type Fact, type Feature } from '../feature';
import type { Row } from './rows';

export const FIELDS = ['name', 'status', 'hours', 'fee', 'phone'] as const;
export type Field = (typeof FIELDS)[number];

/** The values of the fields that have few. */
export const CHOICES = {
  status: ['active', 'suspended', 'withdrawn'],
  fee: ['free', 'paid', 'unknown'],
} as const;

/** The path of the fact behind a field, as {@link factAt} reads it; `null` = the row has no role that could say it. */
export function pathOf({ place, role, more }: Row, field: Field): string | null {
  if (field === 'name') return 'name';
  // A place with one role goes with it; among several each role stands for itself.
  if (field === 'status') return !role || place.properties.status !== 'active' || (role.status === 'active' && more === 0) ? 'status' : `${role.id}/role_status`;
  if (!role) return null;
  return `${role.id}/${field === 'phone' ? 'contact' : field}`;
}

/** What the row says; empty = nothing. */
export function shown(row: Row, field: Field): string {
  const { place, role } = row;
  switch (field) {
    case 'name':
      return place.properties.name;
    case 'status':
      return pathOf(row, field) === 'status' ? place.properties.status : (role?.status ?? 'active');
    case 'hours':
      return role?.hours?.value ?? '';
    case 'fee':
      return role?.fee ?? 'unknown';
    case 'phone':
      return role?.contact?.value.phone ?? '';
  }
}

/** What the fact says in the same words as {@link shown}. */
function textOf(field: Field, { value }: Fact): string {
  if (field === 'phone') return (value as Contact | undefined)?.phone ?? '';
  return (value as string | undefined) ?? (field === 'fee' ? 'unknown' : '');
}

/** What the place's editors' state says at this path; `null` = the role is not there. */
export function textAt(feature: Feature, path: string, field: Field): string | null {
  const fact = factAt(feature, path);
  return fact && textOf(field, fact);
}

function valueOf(field: Field, text: string, before: Fact): unknown {
  if (field === 'phone') {
    const { phone: _, ...rest } = (before.value as Contact | undefined) ?? {};
    const contact: Contact = text ? { ...rest, phone: text } : rest;
    return Object.keys(contact).length ? contact : undefined;
  }
  if (field === 'fee' && text === 'unknown') return undefined;
  return text || undefined;
}

/** An example keeps the source that says so, as long as it is called one. */
function provenanceOf(field: Field, text: string, before: Fact) {
  if (field === 'status') return null;
  const staysExample = field === 'name' && text.startsWith(EXAMPLE) && before.provenance && isSynthetic(before.provenance.source);
  return staysExample ? before.provenance : editorsProvenance();
}

/** The place with this text at the path of a fact that it has. */
export function withText(feature: Feature, path: string, field: Field, text: string): Feature {
  const before = factAt(feature, path);
  if (!before) return feature;
  return withFact(feature, { ...before, value: valueOf(field, text, before), provenance: provenanceOf(field, text, before) });
}

/** Facts of a role that somebody can have checked; who says so beside them. */
function checkable(feature: Feature, roleId: string): Fact[] {
  return factsOf(feature).filter(({ role, provenance, value }) => role === roleId && provenance !== null && value !== undefined && !isSynthetic(provenance.source));
}

/** The place with every such fact checked today; what the sources said stays theirs. */
export function checkedToday(feature: Feature, roleId: string): Feature {
  return checkable(feature, roleId).reduce((whole, fact) => withFact(whole, { ...fact, provenance: editorsProvenance(fact.provenance?.source) }), feature);
}
