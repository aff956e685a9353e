/** Days kept in this browser: opened again, or deleted. */
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { said } from '../../i18n/edit/book';
import { dayWords } from '../../i18n/study/day';
import { decodeStudy, encodeStudy } from '../address';
import { askView } from '../asking';
import { StudyElement } from '../base';
import { allKept, forget, keep, type KeptDay } from '../kept';
import { learnNamed } from '../learning';
import { say, setView, study } from '../state';
import { dateInWords } from '../words/day';

const KEPT = 'study-kept';
const DISPLAY = { lang: 'zh', theme: 'auto', large: false } as const;

/** Keeps the day in front. */
export function keepDay(): void {
  const { view, answer, schoolName, display } = study.state;
  const { date } = view.question;
  if (!date) return;
  keep({ title: `${answer?.school.name ?? schoolName?.name ?? ''} · ${dateInWords(date, 'zh')}`, fragment: encodeStudy(view, DISPLAY) });
  dispatchEvent(new Event(KEPT));
  say(said(dayWords, display.lang).keptNow);
}

@customElement('yuren-study-kept')
export class KeptDays extends StudyElement {
  @state() private kept: readonly KeptDay[] = allKept();

  private readonly again = (): void => {
    this.kept = allKept();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener(KEPT, this.again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener(KEPT, this.again);
  }

  private open({ fragment }: KeptDay): void {
    study.set({ answer: null, growing: null, stop: null, alternatives: null, schoolName: null });
    setView(decodeStudy(fragment).view, true);
    void learnNamed();
    void askView();
  }

  private drop(title: string): void {
    forget(title);
    this.again();
  }

  override render() {
    const d = this.words(dayWords);
    if (!this.kept.length) return nothing;
    return html`<section class="kept-days" aria-labelledby="kept-days-title">
      <h3 id="kept-days-title">${d.kept}</h3>
      <ul class="plain-list">
        ${this.kept.map(
          (day) =>
            html`<li data-testid="kept-day"><span>${day.title}</span>
              <button class="button" data-testid="open-kept-day" aria-label=${`${d.open}${this.w.colon}${day.title}`} @click=${() => this.open(day)}>${d.open}</button>
              <button class="icon-button" data-testid="forget-kept-day" aria-label=${d.forget(day.title)} title=${d.forget(day.title)} @click=${() => this.drop(day.title)}>${sign('close')}</button></li>`,
        )}
      </ul>
    </section>`;
  }
}
