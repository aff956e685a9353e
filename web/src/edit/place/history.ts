/** What was done to the place, newest first: who, when, why, fact by fact; and the taking back of each. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { sign } from '../../components/icons';
import { Problem } from '../../api/request';
import { ago, today } from '../../format/ago';
import * as api from '../api';
import { authorText, CITY_PACK } from '../author';
import { inWords } from '../failure';
import { changesBetween } from '../feature';
import { changeList } from './change-list';
import { line } from './field';
import { refusal } from './refusal';
import { titleOf, type Sheet } from './sheet';

@customElement('yuren-history')
export class HistoryPart extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  /** The change whose undoing is being asked about. */
  @state() private asking: number | null = null;
  @state() private why = '';
  @state() private trouble = '';
  @state() private busy = false;

  private entries = new Task(this, {
    task: ([id]) => api.history(id),
    args: () => [this.sheet.desk.id, (this.sheet.state.theirs ?? this.sheet.draft.base).revision] as const,
  });
  /** What was last told stays while it is asked anew. */
  private known: readonly api.HistoryEntry[] | null = null;

  private ask(revision: number): void {
    this.asking = revision;
    this.why = '';
    this.trouble = '';
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.undoing input')?.focus());
  }

  private leave(): void {
    const { asking } = this;
    this.asking = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-revision="${asking}"] [data-testid=undo]`)?.focus());
  }

  private undo = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { desk, e, lang } = this.sheet;
    if (this.asking === null || this.busy) return;
    if (!this.why.trim()) {
      this.trouble = e.whyNeeded;
      this.querySelector<HTMLElement>('.undoing input')?.focus();
      return;
    }
    this.busy = true;
    try {
      await desk.undo(this.asking, this.why.trim());
      this.asking = null;
      this.querySelector<HTMLElement>('#history-title')?.focus();
    } catch (error) {
      const isStale = error instanceof Problem && error.code === 'changed_meanwhile';
      this.trouble = isStale ? e.undoMeanwhile : refusal(error, lang);
      if (isStale) await desk.follow();
    } finally {
      this.busy = false;
    }
  };

  private undoing(entry: api.HistoryEntry, later: number): TemplateResult {
    const { sheet } = this;
    const { e, lang, feature, draft, state: at } = sheet;
    const current = (at.theirs ?? draft.base).feature;
    const consequence = entry.before === null ? e.undoMaking : later === 0 ? e.undoNewest : e.undoOlder(later);
    return html`<form class="undoing form" novalidate @submit=${this.undo}>
      <p>${consequence}</p>
      ${entry.before === null ? nothing : changeList(changesBetween(current, entry.before), feature, lang, (source) => titleOf(source, sheet))}
      ${line(sheet, { key: 'undo-why', label: e.undoWhy, text: this.why, longest: 500, testid: 'undo-why', wrong: this.trouble, write: (text) => {
        this.why = text;
        this.trouble = '';
      } })}
      <div class="button-row">
        <button class="button primary" data-testid="undo-now" aria-disabled=${this.busy}>${e.undoNow}</button>
        <button type="button" class="button" data-testid="keep-it" @click=${() => this.leave()}>${e.keepIt}</button>
      </div>
    </form>`;
  }

  private entry(entry: api.HistoryEntry, later: number): TemplateResult {
    const { sheet } = this;
    const { e, lang, w } = sheet;
    const at = new Date(entry.at);
    const when = ago(today(at), today(), w);
    const who = authorText(entry.by, lang);
    const changes = entry.before ? changesBetween(entry.before, entry.after) : [];
    // The city's data gives no reason but itself.
    const why = entry.by === CITY_PACK ? nothing : html` · <span class=${entry.why ? '' : 'quiet'}>${entry.why || e.noReason}</span>`;
    const mayUndo = sheet.may('name') || sheet.may(changes[0]?.path ?? 'name');
    return html`<li data-testid="history-entry" data-revision=${entry.revision}>
      <p><strong>${who}</strong> <time datetime=${entry.at} title=${at.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN')}>${when}</time>${why}</p>
      ${entry.before === null ? html`<p>${e.made}</p>` : changes.length ? changeList(changes, entry.after, lang, (source) => titleOf(source, sheet)) : html`<p class="quiet">${e.changedNothing}</p>`}
      ${this.asking === entry.revision
        ? this.undoing(entry, later)
        : mayUndo
          ? html`<button type="button" class="button" data-testid="undo" aria-label=${e.undoOf(who, when)} @click=${() => this.ask(entry.revision)}>${sign('undo')}${e.undo}</button>`
          : nothing}
    </li>`;
  }

  private list(entries: readonly api.HistoryEntry[]): TemplateResult {
    return html`<ol class="plain-list history">${entries.map((entry, later) => this.entry(entry, later))}</ol>`;
  }

  override render() {
    const { e, lang } = this.sheet;
    return html`<section class="part" aria-labelledby="history-title">
      <h3 id="history-title" tabindex="-1">${e.history}</h3>
      ${this.entries.render({
        pending: () => (this.known ? this.list(this.known) : html`<p class="quiet">${e.historyLoading}</p>`),
        complete: (entries) => this.list((this.known = entries)),
        error: (error) =>
          html`<p class="trouble" role="alert">${inWords(error, lang, false)} <button type="button" class="button" @click=${() => void this.entries.run()}>${e.retry}</button></p>
            ${this.known ? this.list(this.known) : nothing}`,
      })}
    </section>`;
  }
}
