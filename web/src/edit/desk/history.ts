/** What was done to a place or a route, newest first: who, when, why, fact by fact; and the taking back of each. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../../api/request';
import { PageElement } from '../../components/base';
import { sign } from '../../components/icons';
import { ago, today } from '../../format/ago';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';
import { frameWords } from '../../i18n/edit/frame';
import { historyAt, type HistoryEntry } from '../api';
import { changedMeanwhile, inWords } from '../failure';
import { authorText, CITY_PACK } from './author';
import type { AnyDesk } from './desk';
import { namedFindings } from './findings';
import { lineField } from './line';
import { LONGEST_WHY } from './writing';

/** What the history is of, and how it is told. */
export interface Past<T> {
  desk: AnyDesk;
  lang: Lang;
  words: Record<'made' | 'unchanged' | 'undoNewest' | 'undoMaking' | 'undoMeanwhile' | 'undoUnfit', string> & { undoOlder: (later: number) => string };
  /** Hears of what the history says, before it is shown. */
  heard?: (entries: readonly HistoryEntry<T>[]) => void;
  /** What a change did, fact by fact; `null` = nothing. */
  changes: (before: T, after: T) => TemplateResult | null;
  /** What taking a change back would do to it as it stands. */
  consequences: (before: T) => TemplateResult | null;
  mayUndo: (entry: HistoryEntry<T>) => boolean;
  /** What a field of it that the server names is called. */
  nameOf: (field: string | null, was: T) => string;
  /** Why going back to what it was is refused, in words. */
  refusal: (error: unknown, was: T) => string;
}

@customElement('yuren-history')
export class History<T> extends PageElement {
  @property({ attribute: false }) past!: Past<T>;
  /** The change whose undoing is being asked about. */
  @state() private asking: number | null = null;
  @state() private why = '';
  @state() private trouble = '';
  @state() private busy = false;

  private entries = new Task(this, {
    task: async ([at]) => {
      const entries = await historyAt<T>(at);
      this.past.heard?.(entries);
      return entries;
    },
    args: () => [this.past.desk.at, this.past.desk.newest?.revision] as const,
  });
  /** What was last told stays while it is asked anew. */
  private known: readonly HistoryEntry<T>[] | null = null;

  private get e() {
    return said(deskWords, this.past.lang);
  }

  private ask(revision: number): void {
    this.asking = revision;
    this.why = '';
    this.trouble = '';
    // Its buttons too, clear of what stands at the edges of a phone.
    void this.updateComplete.then(() => {
      this.querySelector('.undoing')?.scrollIntoView({ block: 'center' });
      this.querySelector<HTMLElement>('.undoing input')?.focus({ preventScroll: true });
    });
  }

  private leave(): void {
    const { asking } = this;
    this.asking = null;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(`[data-revision="${asking}"] [data-testid=undo]`)?.focus());
  }

  private async undo(event: SubmitEvent, entry: HistoryEntry<T>): Promise<void> {
    event.preventDefault();
    const { past } = this;
    if (this.busy) return;
    if (!this.why.trim()) {
      this.trouble = this.e.whyNeeded;
      this.querySelector<HTMLElement>('.undoing input')?.focus();
      return;
    }
    this.busy = true;
    try {
      await past.desk.undo(entry.revision, this.why.trim());
      this.asking = null;
      this.querySelector<HTMLElement>('#history-title')?.focus();
    } catch (error) {
      this.trouble = this.refusal(error, entry);
      if (changedMeanwhile(error)) await past.desk.follow();
    } finally {
      this.busy = false;
    }
  }

  /** Why it was not taken back: somebody was quicker, what it was breaks a rule by now, or what every refusal says. */
  private refusal(error: unknown, { before, after }: HistoryEntry<T>): string {
    const { words, lang, nameOf, refusal } = this.past;
    const was = before ?? after;
    if (changedMeanwhile(error)) return words.undoMeanwhile;
    const findings = error instanceof Problem ? (error.parts.findings ?? []) : [];
    const sentences = namedFindings(findings, (field) => nameOf(field, was), lang);
    return sentences.length ? [words.undoUnfit, ...new Set(sentences)].join(' ') : refusal(error, was);
  }

  private undoing(entry: HistoryEntry<T>, later: number): TemplateResult {
    const { e } = this;
    const { words: own, consequences } = this.past;
    const write = (text: string): void => {
      this.why = text;
      this.trouble = '';
    };
    return html`<form class="undoing form" novalidate @submit=${(event: SubmitEvent) => void this.undo(event, entry)}>
      <p>${entry.before === null ? own.undoMaking : later === 0 ? own.undoNewest : own.undoOlder(later)}</p>
      ${entry.before === null ? nothing : (consequences(entry.before) ?? nothing)}
      ${lineField({ id: 'undo-why', label: e.undoWhy, text: this.why, longest: LONGEST_WHY, testid: 'undo-why', wrong: this.trouble, write })}
      <div class="button-row">
        <button class="button primary" data-testid="undo-now" aria-disabled=${this.busy}>${e.undoNow}</button>
        <button type="button" class="button" data-testid="keep-it" @click=${() => this.leave()}>${e.keepIt}</button>
      </div>
    </form>`;
  }

  private entry(entry: HistoryEntry<T>, later: number): TemplateResult {
    const { e } = this;
    const { lang, words: own, changes, mayUndo } = this.past;
    const at = new Date(entry.at);
    const when = ago(today(at), today(), words(lang));
    const who = authorText(entry.by, lang);
    // The city's data gives no reason but itself.
    const why = entry.by === CITY_PACK ? nothing : html` · <span class=${entry.why ? '' : 'quiet'}>${entry.why || e.noReason}</span>`;
    return html`<li data-testid="history-entry" data-revision=${entry.revision}>
      <p><strong>${who}</strong> <time datetime=${entry.at} title=${at.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN')}>${when}</time>${why}</p>
      ${entry.before === null ? html`<p>${own.made}</p>` : (changes(entry.before, entry.after) ?? html`<p class="quiet">${own.unchanged}</p>`)}
      ${this.asking === entry.revision
        ? this.undoing(entry, later)
        : mayUndo(entry)
          ? html`<button type="button" class="button" data-testid="undo" aria-label=${e.undoOf(who, when)} @click=${() => this.ask(entry.revision)}>${sign('undo')}${e.undo}</button>`
          : nothing}
    </li>`;
  }

  private list(entries: readonly HistoryEntry<T>[]): TemplateResult {
    return html`<ol class="plain-list history">${entries.map((entry, later) => this.entry(entry, later))}</ol>`;
  }

  override render() {
    const { e } = this;
    return html`<section class="part" aria-labelledby="history-title">
      <h3 id="history-title" tabindex="-1">${e.history}</h3>
      ${this.entries.render({
        pending: () => (this.known ? this.list(this.known) : html`<p class="quiet">${e.historyLoading}</p>`),
        complete: (entries) => this.list((this.known = entries)),
        error: (error) =>
          html`<p class="trouble" role="alert">${inWords(error, this.past.lang, false)} <button type="button" class="button" @click=${() => void this.entries.run()}>${said(frameWords, this.past.lang).retry}</button></p>
            ${this.known ? this.list(this.known) : nothing}`,
      })}
    </section>`;
  }
}
