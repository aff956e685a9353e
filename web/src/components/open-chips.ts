/** When one wants to get in: four chips, one choice at a time; pressed again it is taken back. */
import { html, type TemplateResult } from 'lit';
import { said } from '../i18n/edit/book';
import type { Lang } from '../i18n';
import { openWords } from '../i18n/open';
import { setOpen } from '../state/actions';
import { OPEN_CHOICES, type OpenChoice } from '../state/view';

/** The places that a chip is for, as they stand in a sentence. */
export function thoseOf(choice: OpenChoice, lang: Lang): string {
  const o = said(openWords, lang);
  return { now: o.thoseNow, today: o.thoseToday, weekend: o.thoseWeekend, school: o.thoseSchool }[choice];
}

export function openChips(chosen: OpenChoice | null, lang: Lang): TemplateResult {
  const o = said(openWords, lang);
  const names = { now: o.now, today: o.today, weekend: o.weekend, school: o.school };
  return html`<div class="chips" role="group" aria-label=${o.when}>
    ${OPEN_CHOICES.map(
      (choice) =>
        html`<button
          class="chip choice ${choice === chosen ? 'on' : ''}"
          data-testid="open-${choice}"
          aria-pressed=${choice === chosen}
          @click=${() => setOpen(choice === chosen ? null : choice)}
        >
          ${names[choice]}
        </button>`,
    )}
  </div>`;
}
