/** The table's columns: what they are called, and sorting by them. */
import { html, nothing, type TemplateResult } from 'lit';
import { sign } from '../../components/icons';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { placesWords } from '../../i18n/edit/places';
import type { Sort } from './filter';
import { COLUMNS, type Column } from './columns';

const WORDS = {
  name: 'columnName',
  role: 'columnRole',
  where: 'columnWhere',
  status: 'columnStatus',
  hours: 'columnHours',
  fee: 'columnFee',
  phone: 'columnPhone',
  checked: 'columnChecked',
  marks: 'columnMarks',
} as const satisfies Record<Column, keyof (typeof placesWords)['zh']>;

export function columnName(column: Column, lang: Lang): string {
  return said(placesWords, lang)[WORDS[column]];
}

/** A column's head; pressed again it turns the order round. */
export function head(column: Column, sort: Sort, lang: Lang, tell: (sort: Sort) => void): TemplateResult {
  const isHere = sort.column === column;
  const order = isHere ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const press = (): void => tell({ column, descending: isHere && !sort.descending });
  return html`<th role="columnheader" scope="col" class="column-${column}" aria-sort=${order}>
    <button class="sort" data-stop=${column} tabindex="-1" data-testid="sort-${column}" @click=${press}>
      <span>${columnName(column, lang)}</span>${isHere ? sign(sort.descending ? 'down' : 'up') : nothing}
    </button>
  </th>`;
}

/** The same where there are no heads: on a phone. */
export function sortField({ column, descending }: Sort, lang: Lang, tell: (sort: Sort) => void): TemplateResult {
  const e = said(placesWords, lang);
  const choose = (event: Event): void => tell({ column: (event.target as HTMLSelectElement).value as Column, descending });
  return html`<div class="sort-field">
    <label class="field">
      <span>${e.sortBy}</span>
      <select data-testid="sort-by" @change=${choose}>
        ${COLUMNS.map((one) => html`<option value=${one} .selected=${one === column}>${columnName(one, lang)}</option>`)}
      </select>
    </label>
    <button class="button" data-testid="sort-turn" @click=${() => tell({ column, descending: !descending })}>
      ${sign(descending ? 'down' : 'up')}${descending ? e.descending : e.ascending}
    </button>
  </div>`;
}
