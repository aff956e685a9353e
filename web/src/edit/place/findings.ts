/** Where in the form of a place a field stands that the server names. */
import type { Feature } from '../feature';

const OF_PLACE: readonly [RegExp, string][] = [
  [/^name(_source\b.*)?$/, 'name'],
  [/^name_en$/, 'name_en'],
  [/^aliases\b/, 'aliases'],
  [/^address$/, 'address'],
  [/^status$/, 'status'],
  [/^position\.radius_m$/, 'position:radius'],
  [/^position\.precision$/, 'position:precision'],
  [/^(position|geometry)\b/, 'position'],
];

const OF_ROLE: readonly [RegExp, string][] = [
  [/^(kind|id|claim)\b/, 'claim'],
  [/^name$/, 'role_name'],
  [/^status$/, 'role_status'],
  [/^contact\.value\.phone$/, 'contact:phone'],
  [/^contact\.value\.website$/, 'contact:website'],
  [/^contact\b/, 'contact:phone'],
  [/^(audience|booking|admission)\.value\.(\w+)/, '$1:$2'],
  [/^(hours|admission|notices|fee|audience|booking|capacity|visit_minutes|wheelchair)\b/, '$1'],
];

function lookedUp(table: readonly [RegExp, string][], field: string): string {
  const row = table.find(([pattern]) => pattern.test(field));
  return row ? (row[0].exec(field)?.slice(1) ?? []).reduce((key, group, i) => key.replace(`$${i + 1}`, group ?? ''), row[1]) : '';
}

/** Where in the form a field such as `roles[0].hours.value` stands. */
export function keyOf(field: string | null, feature: Feature): string {
  const plain = (field ?? '').replace(/^place\./, '').replace(/^properties\./, '');
  const [, index, rest = ''] = /^roles\[(\d+)\]\.(.+)$/.exec(plain) ?? [];
  if (index === undefined) return lookedUp(OF_PLACE, plain);
  const role = feature.properties.roles[Number(index)];
  const name = lookedUp(OF_ROLE, rest);
  return role && name ? `${role.id}/${name}` : '';
}
