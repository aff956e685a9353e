/** In the question bar: whose ways count, and the way to others. */
import { html, type TemplateResult } from 'lit';
import { sign } from '../../components/icons';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { ownWords } from '../../i18n/plan/own';
import { plan } from '../state';
import { list } from './lists';

export function demandChip(demand: string | null, lang: Lang): TemplateResult {
  const o = said(ownWords, lang);
  const name = demand === null ? o.villageUnits : (list(demand)?.name ?? o.notHere);
  return html`<button class="chip demand-button ${demand === null ? '' : 'on'}" data-testid="demand" aria-haspopup="dialog" @click=${() => plan.set({ choosing: 'demand' })}>
    <span class="quiet">${o.whose}</span><span class="needs-said">${name}</span>${sign('down')}
  </button>`;
}
