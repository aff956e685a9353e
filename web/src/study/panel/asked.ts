/** What was asked, in a line, with the way back to the form. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { formWords } from '../../i18n/study/form';
import { clock } from '../../format/clock';
import { nowWords } from '../../i18n/study/now';
import { wishWords } from '../../i18n/study/wishes';
import { StudyElement } from '../base';
import { endNow } from '../going-on';
import { study } from '../state';
import { changeAndAsk } from '../steps';
import type { FieldName } from '../words/assumed';
import { dateInWords } from '../words/day';

/** Opens the form at a field, else at its beginning. */
export function openForm(field: FieldName | 'date' | null): void {
  study.set({ editing: true });
  requestAnimationFrame(() => {
    const form = document.querySelector<HTMLElement>('yuren-study-form');
    const input = field && form?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    const folded = input?.closest('details');
    if (folded) folded.open = true;
    const goal = input ?? form?.querySelector<HTMLElement>('h2');
    goal?.scrollIntoView({ block: 'center' });
    goal?.focus({ preventScroll: true });
  });
}

@customElement('yuren-study-asked')
export class Asked extends StudyElement {
  /** What makes this day another than the usual: each taken off by a tap. */
  private special(): TemplateResult | typeof nothing {
    const n = this.words(nowWords);
    const v = this.words(wishWords);
    const { view, answer } = this.state;
    const { now, question } = view;
    const many = (answer?.plan?.groups.length ?? 1) > 1;
    const chip = (id: string, text: string, off: string, take: () => void) => html`<li><button class="chip on" data-testid=${id} aria-label=${`${text}${this.w.colon}${off}`} title=${off} @click=${take}>${text}${sign('close')}</button></li>`;
    if (!question.rain && !now) return nothing;
    return html`<ul class="plain-list assumed-chips special">
      ${question.rain ? chip('rain-chip', v.rainChip, v.noRain, () => changeAndAsk({ rain: false })) : nothing}
      ${now ? chip('now-chip', many ? n.chipOf(now.group + 1, clock(now.at)) : n.chip(clock(now.at)), n.whole, endNow) : nothing}
    </ul>`;
  }

  override render() {
    const f = this.words(formWords);
    const { view, answer, schoolName } = this.state;
    const { question } = view;
    return html`<section class="asked">
      <p class="asked-line" data-testid="summary">${f.summary(answer?.school.name ?? schoolName?.name ?? f.unnamed, question.date ? dateInWords(question.date, this.language) : '', question.pupils, f[question.travel])}</p>
      <button class="button" data-testid="edit-question" @click=${() => openForm(null)}>${sign('pencil')}${f.change}</button>
      ${answer?.past
        ? html`<div class="banner past-day" data-testid="past-day"><p>${f.pastDay}</p><button class="button" data-testid="another-day" @click=${() => openForm('date')}>${f.anotherDay}</button></div>`
        : nothing}
      ${this.special()}
      <yuren-study-by-route></yuren-study-by-route>
    </section>`;
  }
}
