/** What each column of a sheet is taken for: shown, and changed by whoever imports. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ImportMapping, ImportSheet } from '../../api/schema';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { importWords } from '../../i18n/edit/imports';
import { roleName } from '../../i18n/roles';
import { ROLE_KINDS } from '../../roles';
import { columnLetters } from '../../format/columns';
import { FIELDS, fieldName } from './fields';

/** Rows of the sample that are shown. */
const SAMPLE_ROWS = 3;

/** `mapping` is the sheet's as it was last changed: the sheet may not have been checked with it yet. */
export function mappingTable(sheet: ImportSheet, mapping: ImportMapping, lang: Lang, change: (mapping: ImportMapping) => void): TemplateResult {
  const e = said(importWords, lang);
  const choose = (column: number, field: string): void => {
    // A field is one column's: where another had it, that one is used no more.
    const columns = mapping.columns.map((one, i) => (i === column ? { ...one, field: field || null } : one.field === field ? { ...one, field: null } : one));
    change({ ...mapping, columns } as ImportMapping);
  };
  const options = (chosen: string | null | undefined) => [
    html`<option value="" ?selected=${!chosen}>${e.notUsed}</option>`,
    ...FIELDS.map((field) => html`<option value=${field} ?selected=${field === chosen}>${fieldName(field, lang)}</option>`),
  ];
  const value = (event: Event): string => (event.target as HTMLSelectElement).value;
  return html`<section class="sheet-mapping" data-testid="sheet">
    <h4>${e.columnsOf(sheet.sheet)} <span class="quiet">${e.sheetRows(sheet.rows)} · ${sheet.datum ? e.datumTold(sheet.datum.toUpperCase().replace(/(\D)(\d)/, '$1-$2')) : e.noDatum}</span></h4>
    <label class="field inline">
      <span>${e.roleOfRows}</span>
      <select data-testid="sheet-role" @change=${(event: Event) => change({ ...mapping, role: value(event) || null } as ImportMapping)}>
        <option value="" ?selected=${!mapping.role}>${e.noRole}</option>
        ${ROLE_KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === mapping.role}>${roleName(kind, lang)}</option>`)}
      </select>
    </label>
    <div class="table-box" tabindex="0" role="region" aria-label=${e.columnsOf(sheet.sheet)}>
      <table class="grid mapping">
        <thead>
          <tr><th scope="col">${e.column}</th><th scope="col">${e.header}</th><th scope="col">${e.field}</th><th scope="col">${e.sample}</th></tr>
        </thead>
        <tbody>
          ${mapping.columns.map(
            ({ header, field }, i) =>
              html`<tr>
                <td class="quiet">${columnLetters(i)}</td>
                <th scope="row">${header || html`<span class="quiet">${e.nameless}</span>`}</th>
                <td>
                  <select data-testid="column-${i}" aria-label=${e.columnOf(header || columnLetters(i))} @change=${(event: Event) => choose(i, value(event))}>
                    ${options(field)}
                  </select>
                </td>
                <td class="sample">${sheet.sample.slice(0, SAMPLE_ROWS).map((row) => (row[i] ? html`<span>${row[i]}</span>` : nothing))}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
