/** The table of places: a grid in which the arrow keys move; on a phone a list of cards with the same controls. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { sign } from '../../components/icons';
import { placesWords } from '../../i18n/edit/places';
import { EditElement } from '../base';
import { hrefOf } from '../state';
import type { CellDone, CellEditor } from './cell-editor';
import './cell-editor';
import { checkedCell, marksCell, roleCell, statusCell } from './cells';
import { pathOf, type Field } from './fields';
import type { Sort } from './filter';
import { GridKeys } from './grid-keys';
import { columnName, head, sortField } from './heads';
import { whereOf, type Row } from './rows';
import { COLUMNS, type Column } from './columns';
import { RowBegun, RowDone, RowsPicked, Sorted } from './table-events';
import { cellText, fieldName } from './texts';

@customElement('yuren-places-table')
export class PlacesTable extends EditElement {
  @property({ attribute: false }) rows: readonly Row[] = [];
  @property({ attribute: false }) sort!: Sort;
  @property({ attribute: false }) selected: ReadonlySet<string> = new Set();
  /** Whether whoever is signed in may change a row's place; `null` = nobody's. */
  @property({ attribute: false }) editable: ((row: Row, field?: Field) => boolean) | null = null;
  @state() private editing: { row: Row; field: Field } | null = null;

  private keys = new GridKeys(this, '.places-grid');

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.onLink, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.onLink, true);
  }

  /** Nor does a link take away what is being written. */
  private onLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]:not(.skip-link)') : null;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || elsewhere || this.mayGo()) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Whether nothing is lost if the rows go; otherwise what is not saved says so. */
  mayGo(): boolean {
    const open = this.querySelector<CellEditor>('yuren-cell-editor');
    if (open?.dirty) open.remind();
    else open?.leave();
    return !open?.dirty;
  }

  /** Puts the focus where it was last. */
  override focus(): void {
    this.keys.focus();
  }

  /** A row that went from under its editor has been left. */
  protected override willUpdate(): void {
    const { editing } = this;
    if (!editing || this.rows.some(({ key }) => key === editing.row.key)) return;
    this.editing = null;
    this.dispatchEvent(new RowDone(editing.row, editing.field, { committed: null, reread: false }));
  }

  private isOpen(row: Row, field: Field): boolean {
    return this.editing?.row.key === row.key && this.editing.field === field;
  }

  private begin(row: Row, field: Field): void {
    if (this.isOpen(row, field) || !this.editable?.(row, field) || pathOf(row, field) === null || !this.mayGo()) return;
    this.editing = { row, field };
    this.dispatchEvent(new RowBegun());
  }

  private async end(row: Row, field: Field, event: CellDone): Promise<void> {
    event.stopPropagation();
    this.editing = null;
    this.dispatchEvent(new RowDone(row, field, event.detail));
    await this.updateComplete;
    if (!this.editing) this.keys.focusOn(row.key, field);
  }

  private order = (sort: Sort): void => void this.dispatchEvent(new Sorted(sort));

  private heads(): TemplateResult {
    const e = this.words(placesWords);
    const keys = this.rows.map(({ key }) => key);
    const all = keys.length > 0 && keys.every((key) => this.selected.has(key));
    const some = !all && keys.some((key) => this.selected.has(key));
    const box = html`<label class="tick">
      <span class="visually-hidden">${e.selectPage}</span>
      <input
        type="checkbox"
        data-stop="select"
        data-testid="select-page"
        .checked=${live(all)}
        .indeterminate=${some}
        @change=${(event: Event) => this.dispatchEvent(new RowsPicked(keys, (event.target as HTMLInputElement).checked))}
      />
    </label>`;
    return html`<tr role="row" data-row="head">
      ${this.editable ? html`<th role="columnheader" scope="col" class="column-select">${box}</th>` : nothing}
      ${COLUMNS.map((column) => head(column, this.sort, this.language, this.order))}
    </tr>`;
  }

  private cell(column: Column, content: unknown): TemplateResult {
    return html`<td role="gridcell" class="column-${column}" data-label=${columnName(column, this.language)} data-stop=${column} tabindex="-1">${content}</td>`;
  }

  /** A cell that can be changed: by its button, which the keys come to, or by a double click anywhere in it. */
  private editableCell(row: Row, field: Field, content: unknown): TemplateResult {
    const label = columnName(field, this.language);
    if (this.isOpen(row, field)) {
      return html`<td role="gridcell" class="column-${field} editing" data-label=${label}>
        <yuren-cell-editor .row=${row} .field=${field} @cell-done=${(event: CellDone) => void this.end(row, field, event)}></yuren-cell-editor>
      </td>`;
    }
    if (!this.editable?.(row, field) || pathOf(row, field) === null) return this.cell(field, content);
    const name = this.words(placesWords).edit(fieldName(field, this.language), cellText(row, field, this.language));
    return html`<td role="gridcell" class="column-${field} can-edit" data-label=${label} @dblclick=${() => this.begin(row, field)}>
      <div class="cell">
        <div class="cell-words">${content}</div>
        <button class="icon-button pencil" data-stop=${field} tabindex="-1" aria-label=${name} data-testid="edit-${field}" @click=${() => this.begin(row, field)}>
          ${sign('pencil')}
        </button>
      </div>
    </td>`;
  }

  private row(row: Row): TemplateResult {
    const e = this.words(placesWords);
    const { name } = row.place.properties;
    const isSelected = this.selected.has(row.key);
    const link = html`<a href=${hrefOf('place', { id: row.place.id })} data-stop="open" tabindex="-1" data-testid="open-place">${name}</a>`;
    return html`<tr role="row" data-row=${row.key} data-testid="place-row" data-id=${row.place.id} aria-selected=${this.editable ? isSelected : nothing} class=${isSelected ? 'selected' : ''}>
      ${this.editable
        ? html`<td role="gridcell" class="column-select">
            <label class="tick">
              <span class="visually-hidden">${e.selectRow(name)}</span>
              <input
                type="checkbox"
                data-stop="select"
                tabindex="-1"
                data-testid="select-row"
                .checked=${live(isSelected)}
                ?disabled=${!this.editable(row)}
                @change=${(event: Event) => this.dispatchEvent(new RowsPicked([row.key], (event.target as HTMLInputElement).checked))}
              />
            </label>
          </td>`
        : nothing}
      ${this.editableCell(row, 'name', link)} ${this.cell('role', roleCell(row, this.language))} ${this.cell('where', whereOf(row))}
      ${this.editableCell(row, 'status', statusCell(row, this.language))} ${this.editableCell(row, 'hours', cellText(row, 'hours', this.language))}
      ${this.editableCell(row, 'fee', cellText(row, 'fee', this.language))} ${this.editableCell(row, 'phone', cellText(row, 'phone', this.language))}
      ${this.cell('checked', checkedCell(row, this.language))} ${this.cell('marks', marksCell(row, this.language))}
    </tr>`;
  }

  override render() {
    const e = this.words(placesWords);
    return html`${sortField(this.sort, this.language, this.order)}
      <p class="quiet grid-help" id="grid-help">${this.editable ? e.help : e.helpReading}</p>
      <div class="table-box places-box">
        <table class="grid places-grid" role="grid" aria-label=${e.caption} aria-describedby="grid-help" aria-multiselectable=${this.editable ? 'true' : nothing} data-testid="places">
          <thead role="rowgroup">
            ${this.heads()}
          </thead>
          <tbody role="rowgroup">
            ${repeat(this.rows, ({ key }) => key, (row) => this.row(row))}
          </tbody>
        </table>
      </div>`;
  }
}
