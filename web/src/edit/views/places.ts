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
import { csv, download } from '../places/csv';
import type { Field } from '../places/fields';
import { filterOf, NO_FILTER, pageOf, sortOf, sortText } from '../places/filter';
import '../places/filters';
import type { Filtered } from '../places/filters';
import { known, MOST_LISTED, PlacesList } from '../places/list';
import { NewsKeeper } from '../places/news';
import { about, findingText } from '../places/refusal';
import type { Row } from '../places/rows';
import { changedMeanwhile } from '../places/save';
import { isInScope } from '../places/scope';
import { sheetLines } from '../places/sheet';
import '../places/table';
import type { PlacesTable, RowDone, RowsPicked, Sorted } from '../places/table';
import '../places/toolbar';
import type { Selecting } from '../places/toolbar';
import { edit, may, refine, say } from '../state';

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
  private news = new NewsKeeper((news) => {
    void this.list.hear(news).then((changed) => changed && say(this.words(frameWords).edited));
  });

  private loading = new Task(this, {
    task: ([region, kind, check, name]) => known({ region, kind, check, name }),
    args: () => {
      const { region, kind, check, name } = filterOf(this.parameters);
      return [region || (edit.state.city?.adcode ?? ''), kind, check, name, this.renewals] as const;
    },
    onComplete: (found) => {
      this.list.take(found, this.parameters);
      const keys = new Set(this.list.rows.map(({ key }) => key));
      this.selected = new Set([...this.selected].filter((key) => keys.has(key)));
    },
  });

  private get parameters(): Readonly<Record<string, string>> {
    return this.state.route.parameters;
  }

  protected override willUpdate(): void {
    const { news } = this.state;
    if (news && news !== this.heard) this.news.hear(news);
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

  private async reread(ids: readonly string[]): Promise<void> {
    if (!(await this.list.reread(ids))) this.renewals += 1;
  }

  private editable = (row: Row, field: Field | null = null): boolean => this.account !== null && isInScope(this.account, row, field);

  /** The rows of which something may be changed. */
  private pickable(): Row[] {
    return this.account ? this.list.rows.filter((row) => this.editable(row)) : [];
  }

  /** Takes a change back and says what came of it. */
  private async undo(ids: readonly string[], back: () => Promise<api.Committed>): Promise<void> {
    const e = this.words(placesWords);
    this.news.hold();
    let revision: number | null = null;
    try {
      ({ revision } = await back());
      await this.reread(ids);
      say(e.undone);
    } catch (error) {
      say(changedMeanwhile(error) ? e.undoClash : inWords(error, this.language));
    } finally {
      this.news.release(revision);
      // The button that was pressed is gone.
      if (document.activeElement === document.body) this.table?.focus();
    }
  }

  private async onRowDone({ detail: { row, field, committed, reread } }: RowDone): Promise<void> {
    const e = this.words(placesWords);
    const { id } = row.place;
    this.news.release(committed?.revision ?? null);
    if (reread) await this.reread([id]);
    if (!committed) return;
    const { revision } = committed;
    const warnings = about(committed.warnings, field);
    const run = (): void => void this.undo([id], () => api.undo(id, revision, revision, e.whyUndo));
    say(warnings.length ? e.savedWith(warnings.map(findingText).join(' ')) : e.saved, { text: e.undo, run });
  }

  private async onBulkDone({ detail: { done, reread } }: BulkDone): Promise<void> {
    const e = this.words(placesWords);
    this.many = null;
    this.news.release(done?.committed.revision ?? null);
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-testid=bulk]')?.focus();
    if (!done) {
      if (reread) this.list.outdated = true;
      return this.requestUpdate();
    }
    const ids = done.undo.map(({ feature }) => feature.id);
    await this.reread(ids);
    say(e.bulkDone(ids.length), { text: e.undo, run: () => void this.undo(ids, () => api.putPlaces(done.undo, e.whyUndo)) });
  }

  private pick({ detail: { keys, on } }: RowsPicked): void {
    const next = new Set(this.selected);
    const pickable = new Set(this.pickable().map(({ key }) => key));
    for (const key of keys) {
      if (!on) next.delete(key);
      else if (next.size < MOST && pickable.has(key)) next.add(key);
    }
    this.selected = next;
  }

  private askMany(): void {
    if (!this.mayGo()) return;
    this.many = this.list.rows.filter(({ key }) => this.selected.has(key));
    this.news.hold();
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

  private pager(page: number): TemplateResult | typeof nothing {
    const e = this.words(placesWords);
    const pages = Math.ceil(this.list.rows.length / ROWS_A_PAGE);
    if (pages < 2) return nothing;
    return html`<nav class="pager" aria-label=${e.pages}>
      <button class="button" data-testid="previous-page" aria-disabled=${page === 1} @click=${() => page > 1 && void this.turn(page - 1)}>${sign('back')}${e.previous}</button>
      <span role="status" data-testid="page">${e.page(page, pages)}</span>
      <button class="button" data-testid="next-page" aria-disabled=${page === pages} @click=${() => page < pages && void this.turn(page + 1)}>${e.next}${sign('go')}</button>
    </nav>`;
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
        @row-begun=${() => this.news.hold()}
        @row-done=${this.onRowDone}
      ></yuren-places-table>
      ${this.pager(page)}`;
  }

  override render() {
    const e = this.words(placesWords);
    const { known } = this.list;
    const trouble = (error: unknown): TemplateResult => html`<div class="trouble" role="alert">
      <p>${inWords(error, this.language, false)}</p>
      <button class="button" @click=${() => void this.loading.run()}>${e.retry}</button>
    </div>`;
    const pickable = this.pickable();
    return html`<h2 tabindex="-1">${this.words(frameWords).places}</h2>
      <yuren-places-filters .parameters=${this.parameters} @filtered=${this.onFiltered} @cleared=${this.clear}></yuren-places-filters>
      ${this.summary()}
      ${this.account
        ? html`<yuren-places-toolbar
            .all=${pickable.length}
            .selected=${this.selected.size}
            @selecting=${({ detail }: Selecting) => (this.selected = new Set(pickable.slice(0, detail).map(({ key }) => key)))}
            @bulk-asked=${this.askMany}
          ></yuren-places-toolbar>`
        : nothing}
      ${this.loading.render({ error: trouble })}
      <div aria-busy=${this.loading.status === TaskStatus.PENDING}>${known ? this.rows() : this.loading.status === TaskStatus.ERROR ? nothing : html`<p class="notice quiet">${e.loading}</p>`}</div>
      ${this.many ? html`<yuren-bulk .rows=${this.many} @bulk-done=${this.onBulkDone}></yuren-bulk>` : nothing}`;
  }
}
