/** What whoever imports says of the list: which it is, in which datum, who checked it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { City } from '../../api/types';
import { datumField } from '../../components/datum-field';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { importWords } from '../../i18n/edit/imports';
import { freshKey, knownLists, type ListOptions } from './list';

export function aboutList(
  options: ListOptions,
  fileName: string,
  day: string,
  city: City | null,
  lang: Lang,
  change: (patch: Partial<ListOptions>) => void,
): TemplateResult {
  const e = said(importWords, lang);
  const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const known = knownLists(city);
  const isKnown = known.some(([key]) => key === options.source);
  const list = (event: Event): void => {
    const key = value(event);
    const title = known.find(([other]) => other === key)?.[1];
    change(title === undefined ? { source: freshKey(day, city) } : { source: key, title });
  };
  return html`<div class="about-list">
    <label class="field">
      <span>${e.list}</span>
      <select data-testid="list" aria-describedby="list-note" @change=${list}>
        <option value="" ?selected=${!isKnown}>${e.newList}</option>
        ${known.map(([key, title]) => html`<option value=${key} ?selected=${key === options.source}>${title}</option>`)}
      </select>
      <small class="quiet" id="list-note">${e.listNote}</small>
    </label>
    ${isKnown
      ? nothing
      : html`<label class="field">
            <span>${e.title}</span>
            <input maxlength="80" data-testid="list-title" placeholder=${fileName} .value=${options.title} @change=${(event: Event) => change({ title: value(event) })} />
          </label>
          <label class="field">
            <span>${e.licence}</span>
            <input maxlength="80" placeholder=${e.licencePlaceholder} .value=${options.licence} @change=${(event: Event) => change({ licence: value(event) })} />
          </label>`}
    ${datumField(options.datum, lang, (datum) => change({ datum }))}
    <label class="field">
      <span>${e.checkedOn}</span>
      <input type="date" max=${day} data-testid="list-checked-on" .value=${options.checkedOn} @change=${(event: Event) => change({ checkedOn: value(event) })} />
    </label>
    <label class="field">
      <span>${e.checkedBy}</span>
      <input maxlength="60" data-testid="list-checked-by" .value=${options.checkedBy} @change=${(event: Event) => change({ checkedBy: value(event) })} />
    </label>
    ${Boolean(options.checkedOn) === Boolean(options.checkedBy.trim()) ? nothing : html`<p class="trouble">${e.checkedBoth}</p>`}
    <label class="check whole">
      <input type="checkbox" data-testid="overrules" .checked=${options.overrules} @change=${() => change({ overrules: !options.overrules })} />
      <span>${e.overrules}</span>
    </label>
  </div>`;
}
