/** 地点: the table of places, with its filters, changes in place, changes of many, and a file of what is listed. */
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { frameWords } from '../../i18n/edit/frame';
import { placesWords } from '../../i18n/edit/places';
import * as api from '../api';
import { EditElement } from '../base';
import { inWords } from '../failure';
import { MOST } from '../places/bulk';
import '../places/bulk-dialog';
import type { BulkDone } from '../places/bulk-dialog';
import { Changes } from '../places/changes';
import { csv, download } from '../places/csv';
import type { Field } from '../places/fields';
import { filterOf, NO_FILTER, pageOf, sortOf, sortText } from '../places/filter';
import '../places/filters';
import type { Filtered } from '../places/filters';
import { known, MOST_LISTED, PlacesList } from '../places/list';
import { pager } from '../places/pager';
import type { Row } from '../places/rows';
import { isInScope } from '../places/scope';
import { sheetLines } from '../places/sheet';
import '../places/table';
import type { PlacesTable } from '../places/table';
import type { RowDone, RowsPicked, Sorted } from '../places/table-events';
import '../places/toolbar';
import type { Selecting } from '../places/toolbar';
import { edit, may, refine } from '../state';

const ROWS_A_PAGE = 100;

@customElement('yuren-places')
export class PlacesView extends EditElement {
  @state() private selected: ReadonlySet<string> = new Set();
  /** The rows that the dialog is about. */
  @state() private many: readonly Row[] | null = null;
  @state() private renewals = 0;
  private list = new PlacesList(this);
  private heard = edit.state.news;
  /** Of the last session of an editor: what is being written outlives its end. */
  private account: api.Session | null = null;
  private changes = new Changes(
    this.list,
    () => (this.renewals += 1),
    () => document.activeElement === document.body && this.table?.focus(),
  );

  private loading = new Task(this, {
    task: ([region, kind, check, name], { signal }) => known({ region, kind, check, name }, signal),
    args: () => {
      const { region, kind, check, name } = filterOf(this.parameters);
      return [region || (edit.state.city?.adcode ?? ''), kind, check, name, this.renewals] as const;
    },
    onComplete: (found) => {
      this.list.take(found, this.parameters);
    },
  });

  private get parameters(): Readonly<Record<string, string>> {
    return this.state.route.parameters;
  }

  protected override willUpdate(): void {
    const { news } = this.state;
    if (news && news !== this.heard) this.changes.hear(news);
    this.heard = news;
    if (this.state.session) this.account = may('editor') ? this.state.session : null;
    this.list.arrange(this.parameters);
  }

  private get table(): PlacesTable | null {
    return this.querySelector('yuren-places-table');
  }

  /** Whether the rows may go: not while one holds what is not saved, which then says so. */
  private mayGo(): boolean {
    return this.table?.mayGo() ?? true;
  }

  private show(parameters: Record<string, string>): void {
    if (this.mayGo()) refine(parameters);
    else this.requestUpdate();
  }

  private onFiltered({ detail }: Filtered): void {
    this.show(detail);
  }

  private clear(): void {
    this.show(NO_FILTER);
    this.focusTitle();
  }

  private async turn(page: number): Promise<void> {
    this.show({ p: page > 1 ? String(page) : '' });
    await this.updateComplete;
    this.querySelector('.places-box')?.scrollIntoView({ block: 'start' });
  }

  private renew = (): void => {
    if (!this.mayGo()) return;
    this.renewals += 1;
    this.focusTitle();
  };

  /** For a button that goes with what it did. */
  private focusTitle(): void {
    this.querySelector('h2')?.focus();
  }

  private editable = (row: Row, field: Field | null = null): boolean => this.account !== null && isInScope(this.account, row, field);

  /** The selected rows that are listed. */
  private chosen(): Row[] {
    return this.list.rows.filter(({ key }) => this.selected.has(key));
  }

  /** The rows of which something may be changed. */
  private pickable(): Row[] {
    return this.account ? this.list.rows.filter((row) => this.editable(row)) : [];
  }

  private async onBulkDone({ detail: { done, reread } }: BulkDone): Promise<void> {
    this.many = null;
    if (reread) this.list.outdated = true;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=bulk]')?.focus();
    await this.changes.many(done);
  }

  private pick({ detail: { keys, on } }: RowsPicked): void {
    const next = new Set(this.chosen().map(({ key }) => key));
    const pickable = new Set(this.pickable().map(({ key }) => key));
    for (const key of keys) {
      if (!on) next.delete(key);
      else if (next.size < MOST && pickable.has(key)) next.add(key);
    }
    this.selected = next;
  }

  private askMany(): void {
    if (!this.mayGo()) return;
    this.many = this.chosen();
    this.changes.begin();
  }

  private export = (): void => {
    const { known, rows } = this.list;
    if (!known) return;
    const e = this.words(placesWords);
    const { g, r, check } = this.parameters;
    const name = [e.exportName, g, r, check, known.calendar.day].filter(Boolean).join('-');
    download(`${name}.csv`, csv(sheetLines(rows, known, this.language)));
  };

  private summary(): TemplateResult {
    const e = this.words(placesWords);
    const { known, rows, outdated } = this.list;
    const listed = known?.places.length ?? 0;
    const count = known ? (known.matched > listed ? e.tooMany(MOST_LISTED, known.matched) : e.found(rows.length)) : '';
    return html`<div class="list-line">
      <p role="status" class="summary" data-testid="count">${count}</p>
      ${outdated ? html`<p class="renewal"><span role="status">${e.renewAsked}</span> <button class="button" data-testid="renew" @click=${this.renew}>${e.renew}</button></p>` : nothing}
      <button class="button plain" data-testid="export" ?disabled=${rows.length === 0} @click=${this.export}>${sign('download')}${e.export}</button>
    </div>`;
  }

  private rows(): TemplateResult {
    const e = this.words(placesWords);
    const { rows } = this.list;
    const page = pageOf(this.parameters['p'], rows.length, ROWS_A_PAGE);
    if (!rows.length) {
      return html`<div class="notice" data-testid="empty">
        <p>${e.empty}</p>
        <button class="button" @click=${this.clear}>${e.clear}</button>
      </div>`;
    }
    return html`<yuren-places-table
        .rows=${rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)}
        .sort=${sortOf(this.parameters['sort'])}
        .selected=${this.selected}
        .editable=${this.account ? this.editable : null}
        @sorted=${({ detail }: Sorted) => this.show({ sort: sortText(detail), p: '' })}
        @picked=${this.pick}
        @row-begun=${() => this.changes.begin()}
        @row-done=${({ detail }: RowDone) => void this.changes.cell(detail)}
      ></yuren-places-table>
      ${pager(page, Math.ceil(rows.length / ROWS_A_PAGE), this.language, (to) => void this.turn(to))}`;
  }

  override render() {
    const e = this.words(placesWords);
    const { known } = this.list;
    const trouble = (error: unknown): TemplateResult => html`<div class="trouble" role="alert">
      <p>${inWords(error, this.language, false)}</p>
      <button class="button" @click=${() => void this.loading.run()}>${this.words(frameWords).retry}</button>
    </div>`;
    const pickable = this.pickable();
    return html`<h2 tabindex="-1">${this.words(frameWords).places}</h2>
      <yuren-places-filters .parameters=${this.parameters} @filtered=${this.onFiltered} @cleared=${this.clear}></yuren-places-filters>
      ${this.summary()}
      ${this.account
        ? html`<yuren-places-toolbar
            .all=${pickable.length}
            .selected=${this.chosen().length}
            @selecting=${({ detail }: Selecting) => (this.selected = new Set(pickable.slice(0, detail).map(({ key }) => key)))}
            @bulk-asked=${this.askMany}
          ></yuren-places-toolbar>`
        : nothing}
      ${this.loading.render({ error: trouble })}
      <div aria-busy=${this.loading.status === TaskStatus.PENDING}>${known ? this.rows() : this.loading.status === TaskStatus.ERROR ? nothing : html`<p class="notice quiet">${e.loading}</p>`}</div>
      ${this.many ? html`<yuren-bulk .rows=${this.many} @bulk-done=${this.onBulkDone}></yuren-bulk>` : nothing}`;
  }
}
