/** The dialog for lists of one's own points: those that are kept here, and a file to make another of. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { ImportDatum, PointColumns, PointsOfFile } from '../../api/schema';
import { cancel, Superseded } from '../../api/request';
import { datumField } from '../../components/datum-field';
import { fileChooser } from '../../components/file-chooser';
import { sign } from '../../components/icons';
import { today } from '../../format/ago';
import { ownWords } from '../../i18n/plan/own';
import * as api from '../api';
import { setQuestion } from '../asking';
import { PlanElement } from '../base';
import { amount } from '../charts/text';
import { failureOf } from '../failure';
import { VILLAGE_UNITS } from '../answer';
import { setWish } from '../scenario/proposing';
import { plan, say } from '../state';
import { columnsPart } from './columns';
import { listOf, type ListUse, type OwnList } from './list';
import { forget, isMissing, learn, take } from './lists';
import { listRows } from './rows';
import { readPart } from './reading';
import { troublePart, type FileTrouble } from './trouble';

/** The server takes no larger file, bytes. */
const LARGEST_FILE = 16 << 20;
/** The server takes no more points. */
const MOST_POINTS: Record<ListUse, number> = { demand: 20_000, candidates: 5_000 };

@customElement('yuren-plan-own')
export class OwnDialog extends PlanElement {
  @state() private file: File | null = null;
  @state() private datum: ImportDatum = 'auto';
  /** Which column is what, where somebody said so. */
  @state() private columns: PointColumns = {};
  @state() private read: PointsOfFile | null = null;
  /** What the reader says of the weights; `null` = as the file has it. */
  @state() private people: boolean | null = null;
  @state() private isReading = false;
  @state() private trouble: FileTrouble | null = null;
  /** What has just been done, in words. */
  @state() private told = '';
  private use: ListUse = 'demand';
  private isShown = false;

  protected override willUpdate(): void {
    const { choosing } = this.state;
    if (choosing && !this.isShown) {
      this.use = choosing;
      this.start(null);
      void learn();
    }
    this.isShown = choosing !== null;
  }

  protected override updated(_changed: PropertyValues): void {
    const dialog = this.querySelector('dialog');
    if (this.state.choosing && dialog && !dialog.open) dialog.showModal();
    else if (!this.state.choosing && dialog?.open) dialog.close();
  }

  private start(file: File | null): void {
    cancel('points');
    // What was said of one file is not said of another.
    if (file !== this.file) this.columns = {};
    this.file = file;
    this.read = null;
    this.people = null;
    this.trouble = null;
    this.isReading = false;
    this.told = '';
    if (!file) this.datum = 'auto';
  }

  private close = (): void => {
    if (!this.state.choosing) return;
    this.start(null);
    plan.set({ choosing: null });
  };

  /** Escape closes this alone, and not what is chosen behind it. */
  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') event.stopPropagation();
  }

  private async readFile(file: File | null): Promise<void> {
    if (!file) return;
    this.start(file);
    if (file.size > LARGEST_FILE) {
      this.trouble = 'too_large';
      return;
    }
    this.isReading = true;
    try {
      this.read = await api.readPoints(file, this.use, this.datum, this.columns);
      this.isReading = false;
    } catch (error) {
      // A newer file has taken its place, or the dialog is closed.
      if (error instanceof Superseded) return;
      this.isReading = false;
      this.trouble = failureOf(error);
    }
  }

  private get isPopulation(): boolean {
    const { read } = this;
    return this.use === 'demand' && read?.columns.weight != null && (this.people ?? read.is_population);
  }

  /** The list that is asked by, of this use. */
  private get chosen(): string {
    const { view, placing } = this.state;
    return this.use === 'demand' ? (view.question.demand ?? VILLAGE_UNITS) : placing.candidates;
  }

  private choose(id: string | null): void {
    if (this.use === 'demand') setQuestion({ demand: id });
    else setWish({ candidates: id ?? VILLAGE_UNITS });
    this.close();
  }

  private async takePoints(read: PointsOfFile): Promise<void> {
    const o = this.words(ownWords);
    const list = listOf(read, this.use, this.isPopulation, today());
    const wanted = this.state.view.question.demand;
    const isAnother = this.use === 'demand' && isMissing(wanted) && wanted !== list.id;
    const kept = take(list);
    this.choose(list.id);
    const isKept = await kept;
    const notes = [...(isAnother ? [o.another] : []), ...(isKept ? [] : [o.notKept])];
    if (notes.length) say(notes.join(this.language === 'zh' ? '' : ' '));
  }

  private drop({ id, name }: OwnList): void {
    const { view, placing } = plan.state;
    void forget(id);
    if (view.question.demand === id) setQuestion({ demand: null });
    if (placing.candidates === id) setWish({ candidates: VILLAGE_UNITS });
    this.told = this.words(ownWords).forgotten(name);
    // The button that was pressed is gone.
    this.querySelector<HTMLElement>('#own-title')?.focus();
  }

  private lists(): TemplateResult {
    const kept = this.state.own.filter(({ use }) => use === this.use);
    return listRows(kept, this.use, this.chosen, this.language, { choose: (id) => this.choose(id), forget: (list) => this.drop(list) });
  }

  private fromFile(): TemplateResult {
    const o = this.words(ownWords);
    const { read, use } = this;
    return html`<h3>${o.fromFile}</h3>
      <p class="quiet">${o.intro(amount(MOST_POINTS[use]))} ${use === 'demand' ? o.weightToo : nothing}</p>
      ${fileChooser(this.file, '.csv,.txt,.xlsx,.xlsm,.geojson,.json', this.language, (file) => void this.readFile(file))}
      ${datumField(this.datum, this.language, (datum) => {
        this.datum = datum;
        void this.readFile(this.file);
      })}
      ${this.isReading ? html`<div class="progress" role="status"><progress aria-label=${o.reading}></progress><span>${o.reading}</span></div>` : nothing}
      ${this.trouble ? this.whatWasWrong(this.trouble) : nothing} ${read ? this.whatWasRead(read) : nothing}
      <p class="quiet small own-note">${o.kept}</p>`;
  }

  private columnsOf(used: PointColumns, headers: readonly string[]): TemplateResult {
    return columnsPart(used, headers, this.use, this.language, async (part, header) => {
      this.columns = { ...this.columns, [part]: header };
      await this.readFile(this.file);
      await this.updateComplete;
      // The field that was in use is a new one.
      this.querySelector<HTMLElement>(`[data-testid=own-column-${part}]`)?.focus();
    });
  }

  private whatWasWrong(trouble: FileTrouble): TemplateResult {
    const headers = trouble === 'too_large' ? [] : trouble.headers;
    return html`${troublePart(trouble, this.file?.size ?? 0, this.language, () => void this.readFile(this.file))}
    ${headers.length ? this.columnsOf(this.columns, headers) : nothing}`;
  }

  private whatWasRead(read: PointsOfFile): TemplateResult {
    const o = this.words(ownWords);
    const weights = (): TemplateResult =>
      read.columns.weight == null
        ? html`<p class="quiet">${o.noWeight}</p>`
        : html`<label class="check">
            <input type="checkbox" data-testid="own-population" .checked=${this.isPopulation} @change=${(event: Event) => (this.people = (event.target as HTMLInputElement).checked)} />
            <span>${o.population}</span>
          </label>`;
    return html`${this.use === 'demand' && read.points.length ? weights() : nothing} ${readPart(read, this.columnsOf(read.columns, read.headers), this.use, this.isPopulation, this.language)}
      ${read.points.length ? html`<button class="button primary wide own-take" data-testid="own-take" @click=${() => void this.takePoints(read)}>${o.take}</button>` : nothing}`;
  }

  override render() {
    const o = this.words(ownWords);
    const { choosing } = this.state;
    return html`<dialog class="about own-dialog" data-testid="own-dialog" aria-labelledby="own-title" @close=${this.close} @keydown=${this.onKey}>
      ${choosing
        ? html`<div class="card-bar">
              <h2 id="own-title" tabindex="-1">${this.use === 'demand' ? o.whoseTitle : o.whereTitle}</h2>
              <button class="icon-button" data-testid="own-close" aria-label=${o.close} title=${o.close} @click=${this.close}>${sign('close')}</button>
            </div>
            <p class="quiet" role="status">${this.told}</p>
            ${this.lists()} ${this.fromFile()}`
        : nothing}
    </dialog>`;
  }
}
