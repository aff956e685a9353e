/** The listed rows as lines of a file, with a last one that says where they come from and which are examples. */
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { placesWords } from '../../i18n/edit/places';
import { roleName } from '../../i18n/roles';
import { sourceTitle } from '../../components/provenance';
import { agingFacts } from '../checking';
import type { Listing } from '../api';
import { shown } from './fields';
import { statusOf, type Row } from './rows';
import { valueText } from './texts';

/** Keys of the sources that the row's facts name. */
function sourcesOf({ place, role }: Row): string[] {
  const { name_source, position } = place.properties;
  const all = [name_source, position, ...(role ? agingFacts(role).map(([, from]) => from) : [])];
  return [...new Set(all.map(({ source }) => source))];
}

export function sheetLines(rows: readonly Row[], { sources, dataDate }: Pick<Listing, 'sources' | 'dataDate'>, lang: Lang): string[][] {
  const [e, f] = [said(placesWords, lang), said(factWords, lang)];
  const titles = (keys: readonly string[]): string => keys.map((key) => sourceTitle(key, sources, lang)).join(e.comma);
  const head = [
    [f.name, e.kind, e.exportRoleName, e.exportDistrict, e.exportTown, e.exportAddress, f.status, f.hours, f.fee, f.phone],
    [e.exportCheckedOn, e.exportCheckedBy, e.exportOverdue, e.exportExample, e.exportPrecision, e.exportSource, e.exportId],
  ].flat();
  const line = (row: Row): string[] => {
    const { place, role } = row;
    const { name, regions, address, position } = place.properties;
    const region = (level: string): string => regions.find((one) => one.level === level)?.name ?? '';
    const by = role ? agingFacts(role).flatMap(([, from]) => (from.checked_on === row.checkedOn && from.checked_by) || []) : [];
    return [
      [name, role ? roleName(role.kind, lang) : '', role?.name ?? '', region('district'), region('town'), address ?? ''],
      // Hours as they are written, so that the file can be taken in again.
      [valueText('status', statusOf(row), lang), shown(row, 'hours'), valueText('fee', shown(row, 'fee'), lang), shown(row, 'phone')],
      [row.checkedOn ?? '', row.checkedOn ? [...new Set(by)].join(e.comma) : ''],
      [row.overdue.map((fact) => f[fact]).join(e.comma), row.synthetic ? e.yes : e.no, f[position.precision], titles(sourcesOf(row)), place.id],
    ].flat();
  };
  const used = [...new Set(rows.flatMap(sourcesOf))];
  return [head, ...rows.map(line), [e.exportNote(titles(used), dataDate)]];
}
