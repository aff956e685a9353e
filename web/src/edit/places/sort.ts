/** The order of the table of places: by any column, and among equals as the list came. */
import { roleName } from '../../i18n/roles';
import type { Column } from './columns';
import { statusOf, type Row } from './rows';

const STATUS_ORDER = ['active', 'suspended', 'withdrawn'];
const FEE_ORDER = ['free', 'paid', 'unknown'];

/** What a row is sorted by; an empty text is nothing known. */
function keyOf(row: Row, column: Column): string {
  const { place, role } = row;
  switch (column) {
    case 'name':
      return place.properties.name;
    case 'role':
      return role ? roleName(role.kind, 'zh') : '';
    case 'where':
      // The code, so that towns stand as the city counts them.
      return place.properties.region;
    case 'status':
      return String(STATUS_ORDER.indexOf(statusOf(row)));
    case 'hours':
      return role?.hours?.value ?? '';
    case 'fee':
      return role ? String(FEE_ORDER.indexOf(role.fee)) : '';
    case 'phone':
      return role?.contact?.value.phone ?? '';
    case 'checked':
      return row.checkedOn ?? '';
    case 'marks':
      return `${row.synthetic ? 1 : 0}${place.properties.position.precision === 'approximate' ? 1 : 0}`;
  }
}

/** By pinyin, and `示例小学 9` before `示例小学 10`. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Sorted anew; what is not known comes last in either direction. */
export function sorted(rows: readonly Row[], { column, descending }: { column: Column; descending: boolean }): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (!a.key || !b.key) return Number(!a.key) - Number(!b.key);
    return sign * collator.compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}
