/** How one travels: on foot, by bike, by car. */
import { html, type TemplateResult } from 'lit';
import type { TravelMode } from '../api/types';
import { said } from '../i18n/edit/book';
import type { Lang } from '../i18n';
import { openWords } from '../i18n/open';
import { MODES } from '../state/view';

export function travelSwitch(chosen: TravelMode, lang: Lang, choose: (mode: TravelMode) => void): TemplateResult {
  const o = said(openWords, lang);
  return html`<fieldset class="modes">
    <legend class="visually-hidden">${o.mode}</legend>
    ${MODES.map(
      (mode) =>
        html`<label class="mode" data-testid="mode-${mode}">
          <input class="visually-hidden" type="radio" name="mode" value=${mode} .checked=${mode === chosen} @change=${() => choose(mode)} />
          <span>${o[mode]}</span>
        </label>`,
    )}
  </fieldset>`;
}
