/** The lists that there are: the village units, where ways are counted, and those of one's own. */
import { html, nothing, type TemplateResult } from 'lit';
import { sign } from '../../components/icons';
import { date } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { ownWords } from '../../i18n/plan/own';
import { VILLAGE_UNITS } from '../answer';
import { amountOf } from './amount';
import type { ListUse, OwnList } from './list';

export interface RowTold {
  /** `null` = the village units. */
  choose(id: string | null): void;
  forget(list: OwnList): void;
}

/** `chosen` is the id that is asked by. */
export function listRows(kept: readonly OwnList[], use: ListUse, chosen: string, lang: Lang, told: RowTold): TemplateResult {
  const o = said(ownWords, lang);
  const row = (id: string | null, name: string, note: string, list: OwnList | null): TemplateResult =>
    html`<li class="kept" data-testid="own-list" data-id=${id ?? VILLAGE_UNITS}>
      <span class="kept-name">${name}<span class="quiet small">${note}</span></span>
      ${chosen === (id ?? VILLAGE_UNITS)
        ? html`<span class="badge met">${o.inUse}</span>`
        : html`<button class="button" data-testid="own-use" aria-label=${o.use(name)} @click=${() => told.choose(id)}>${o.useShort}</button>`}
      ${list ? html`<button class="icon-button" data-testid="own-forget" aria-label=${o.forget(name)} title=${o.forget(name)} @click=${() => told.forget(list)}>${sign('close')}</button>` : nothing}
    </li>`;
  const rows = kept.map((list) => row(list.id, list.name, `${amountOf(list, lang)} · ${o.day(date(list.day, words(lang)))}`, list));
  return html`<h3>${o.lists}</h3>
    <ul class="plain-list">${use === 'demand' ? row(null, o.villageUnits, o.villageNote, null) : nothing} ${rows}</ul>
    ${use === 'candidates' && kept.length === 0 ? html`<p class="quiet">${o.noneKept}</p>` : nothing}`;
}
