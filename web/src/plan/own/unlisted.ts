/** What is said where a link counts by a list that this browser does not have. */
import { html, type TemplateResult } from 'lit';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { ownWords } from '../../i18n/plan/own';
import { setQuestion } from '../asking';
import { plan } from '../state';

export function unlisted(lang: Lang): TemplateResult {
  const o = said(ownWords, lang);
  return html`<section class="plan-part unlisted" role="status" data-testid="unlisted">
    <h2 class="part-title">${o.unlisted}</h2>
    <p>${o.unlistedMore}</p>
    <div class="button-row">
      <button class="button primary" data-testid="unlisted-open" @click=${() => plan.set({ choosing: 'demand' })}>${o.open}</button>
      <button class="button" data-testid="unlisted-villages" @click=${() => setQuestion({ demand: null })}>${o.byVillages}</button>
    </div>
  </section>`;
}
