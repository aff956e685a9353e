/** 导入: a list put in, what it would change shown, then taken in. Nothing is changed before the last button. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Imported, ImportAnswer, ImportPreview } from '../../api/schema';
import { Problem } from '../../api/request';
import { fileChooser } from '../../components/file-chooser';
import { frameWords } from '../../i18n/edit/frame';
import { importWords } from '../../i18n/edit/imports';
import * as api from '../api';
import { EditElement } from '../base';
import { today } from '../checking';
import { inDetail } from '../failure';
import { aboutList } from '../imports/about-list';
import { changesPart } from '../imports/changes';
import { findingsPart } from '../imports/findings';
import { firstOptions, uploadOf, type ListOptions } from '../imports/list';
import { mappingTable } from '../imports/mapping';
import { questionsPart } from '../imports/questions';
import { edit, hrefOf } from '../state';

/** A change of what is said waits so long for the next before the list is checked anew. */
const PAUSE_MS = 500;

@customElement('yuren-imports')
export class ImportsView extends EditElement {
  @state() private file: File | null = null;
  @state() private options!: ListOptions;
  @state() private preview: ImportPreview | null = null;
  @state() private phase: 'idle' | 'checking' | 'committing' | 'reporting' = 'idle';
  @state() private trouble = '';
  @state() private notice = '';
  @state() private done: { answer: Imported; approximate: ImportPreview['approximate'] } | null = null;
  @state() private why = '';
  /** The newest check: an older one's answer is let be. */
  private check = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    edit.set({ unsaved: false });
  }

  private take(file: File): void {
    this.file = file;
    this.options = firstOptions(file.name, today(), this.state.city);
    this.preview = null;
    this.done = null;
    this.why = '';
    this.notice = '';
    edit.set({ unsaved: true });
    void this.checkNow();
  }

  private change(patch: Partial<ListOptions>): void {
    this.options = { ...this.options, ...patch };
    this.phase = 'checking';
    this.check += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.checkNow(), PAUSE_MS);
  }

  private answer = (keys: readonly string[], as: ImportAnswer | null): void => {
    const others = Object.entries(this.options.answers).filter(([key]) => !keys.includes(key));
    const given = as === null ? [] : keys.map((key): [string, ImportAnswer] => [key, as]);
    this.change({ answers: Object.fromEntries([...others, ...given]) });
  };

  private checkNow = async (): Promise<void> => {
    const { file, options } = this;
    if (!file) return;
    clearTimeout(this.timer);
    const own = (this.check += 1);
    this.phase = 'checking';
    this.trouble = '';
    try {
      const preview = await api.previewImport(uploadOf(file, options, null));
      if (own === this.check) this.preview = preview;
    } catch (error) {
      if (own === this.check) this.trouble = `${this.words(importWords).checkFailed} ${inDetail(error, this.language, false)}`;
    } finally {
      if (own === this.check) this.phase = 'idle';
    }
  };

  private commit = async (): Promise<void> => {
    const { file, options, preview } = this;
    if (!file || !preview || this.phase !== 'idle') return;
    const e = this.words(importWords);
    this.phase = 'committing';
    this.trouble = '';
    this.notice = '';
    try {
      const why = this.why.trim() || e.whyUsual(file.name);
      const answer = await api.commitImport(uploadOf(file, options, { plan: preview.plan, why }));
      this.done = { answer, approximate: preview.approximate };
      this.file = null;
      this.preview = null;
      edit.set({ unsaved: false, city: await api.city() });
      await this.updateComplete;
      this.querySelector<HTMLElement>('[data-testid=imported]')?.focus();
    } catch (error) {
      const code = error instanceof Problem ? error.code : '';
      this.phase = 'idle';
      if (code === 'changed_meanwhile') {
        await this.checkNow();
        this.notice = e.changedMeanwhile;
      } else this.trouble = code === 'unfit_place' ? `${e.unfit} ${(error as Problem).detail}` : inDetail(error, this.language);
    } finally {
      this.phase = 'idle';
    }
  };

  private download = async (): Promise<void> => {
    const { file, options } = this;
    if (!file || this.phase !== 'idle') return;
    this.phase = 'reporting';
    try {
      const workbook = await api.importReport(uploadOf(file, options, null));
      const link = document.createElement('a');
      link.href = URL.createObjectURL(workbook);
      link.download = `${file.name.replace(/\.\w+$/, '')}-${this.words(importWords).reportName}.xlsx`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      this.trouble = inDetail(error, this.language, false);
    } finally {
      this.phase = 'idle';
    }
  };

  private progress(text: string): TemplateResult {
    return html`<div class="progress" role="status"><progress aria-label=${text}></progress><span>${text}</span></div>`;
  }

  private counts({ counts }: ImportPreview): TemplateResult {
    const e = this.words(importWords);
    const shown: [string, number, string][] = [
      [e.added, counts.added, 'added'],
      [e.changed, counts.changed, 'changed'],
      [e.withdrawn, counts.withdrawn, 'withdrawn'],
      [e.unchanged, counts.unchanged, 'unchanged'],
      [e.to_confirm, counts.to_confirm, 'to-confirm'],
      [e.refusedRows, counts.refused, 'refused'],
      [e.keptCount, counts.kept, 'kept'],
      [e.approximateCount, counts.approximate, 'approximate'],
    ];
    return html`<dl class="numbers">
      ${shown.map(([name, count, id]) => html`<div class=${count ? '' : 'none'}><dt>${name}</dt><dd data-testid="count-${id}">${count.toLocaleString('en-GB')}</dd></div>`)}
    </dl>`;
  }

  private checked(preview: ImportPreview): TemplateResult {
    const e = this.words(importWords);
    const lang = this.language;
    return html`<section class="preview" aria-busy=${this.phase === 'checking'} data-testid="preview" data-plan=${preview.plan}>
      <p role="status">${preview.is_refused ? e.refused : e.checked(preview.counts.rows)}</p>
      ${preview.is_refused ? nothing : this.counts(preview)}
      <h3>${e.problems}</h3>
      ${findingsPart(preview, lang)}
      ${preview.counts_by_rule.length
        ? html`<button class="button report-file" data-testid="report-file" aria-disabled=${this.phase !== 'idle'} @click=${this.download}>
            ${this.phase === 'reporting' ? e.downloading : e.report}
          </button>`
        : nothing}
      ${preview.sheets.length ? html`<h3>${e.columns}</h3>` : nothing}
      ${preview.sheets.map((sheet) =>
        mappingTable(sheet, this.options.mappings[sheet.sheet] ?? sheet.mapping, lang, (mapping) => this.change({ mappings: { ...this.options.mappings, [sheet.sheet]: mapping } })),
      )}
      ${preview.counts.to_confirm ? html`<h3>${e.questions}</h3>${questionsPart(preview.to_confirm, preview.counts.to_confirm, this.options.answers, lang, this.answer)}` : nothing}
      ${preview.is_refused ? nothing : html`<h3>${e.changes}</h3>${changesPart(preview, lang)}${this.committing(preview)}`}
    </section>`;
  }

  private committing(preview: ImportPreview): TemplateResult {
    const e = this.words(importWords);
    if (!preview.changes) return html`<p class="notice">${e.nothing}</p>`;
    const busy = this.phase !== 'idle';
    const text = { idle: e.commit(preview.changes), reporting: e.commit(preview.changes), checking: e.checking, committing: e.committing }[this.phase];
    return html`<div class="form commit">
      <label class="field">
        <span>${e.why}</span>
        <input maxlength="500" data-testid="why" placeholder=${e.whyUsual(this.file?.name ?? '')} .value=${this.why} @input=${(event: Event) => (this.why = (event.target as HTMLInputElement).value)} />
      </label>
      <button class="button primary" data-testid="commit" aria-disabled=${busy} @click=${this.commit}>${text}</button>
    </div>`;
  }

  private finished({ answer, approximate }: NonNullable<typeof this.done>): TemplateResult {
    const e = this.words(importWords);
    return html`<section class="form" data-testid="imported" tabindex="-1">
      <h3>${e.done(answer.changes)}</h3>
      <p>${e.doneCounts(answer.added, answer.changed, answer.withdrawn)}</p>
      ${approximate.length
        ? html`<p>${e.toFix}</p>
            <ul>
              ${approximate.map(({ place, name }) => html`<li><a href=${hrefOf('place', { id: place })}>${name}</a></li>`)}
            </ul>`
        : nothing}
      <div class="button-row">
        <a class="button" href=${hrefOf('ledger')}>${e.seeLedger}</a>
        <a class="button" href="/">${this.words(frameWords).toMap}</a>
      </div>
      <p class="quiet">${e.next}${this.w.colon}</p>
    </section>`;
  }

  override render() {
    const e = this.words(importWords);
    const { file, phase, preview } = this;
    // The datum is chosen there.
    const asksDatum = preview?.counts_by_rule.some(({ rule, severity }) => rule === 'datum' && severity === 'error') ?? false;
    return html`<h2>${this.words(frameWords).imports}</h2>
      <p class="quiet">${e.intro}</p>
      ${this.done ? this.finished(this.done) : nothing} ${fileChooser(file, '.xlsx,.xlsm,.csv,.txt,.geojson,.json,.pbf', this.language, (chosen) => this.take(chosen))}
      ${file
        ? html`<details class="rule" ?open=${!preview || asksDatum}>
            <summary><span>${e.details}</span></summary>
            ${aboutList(this.options, file.name, today(), this.state.city, this.language, (patch) => this.change(patch))}
          </details>`
        : nothing}
      ${phase === 'checking' ? this.progress(e.checking) : nothing} ${phase === 'committing' ? this.progress(e.committing) : nothing}
      <p class="notice-box" role="status">${this.notice}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      ${this.trouble && file ? html`<button class="button" data-testid="recheck" @click=${this.checkNow}>${e.recheck}</button>` : nothing}
      ${preview ? this.checked(preview) : nothing}`;
  }
}
