/** How well a moved point is known: measured on the spot, or roughly, and then within how many metres. */
import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { fieldId } from '../desk/field';
import type { Position } from '../feature';
import { wrongLines } from './fact';
import { line } from './field';
import type { Sheet } from './sheet';

/** What measuring on the spot leaves open, metres. */
export const SURVEYED_M = 10;

export function precision(sheet: Sheet, now: Position, write: (position: Position) => void): TemplateResult {
  const { e, lang } = sheet;
  const choice = (precision: 'surveyed' | 'approximate', text: string): TemplateResult =>
    html`<label class="check">
      <input type="radio" name="precision" value=${precision} data-testid="precision-${precision}" .checked=${now.precision === precision}
        @change=${() => write({ ...now, precision, radius_m: precision === 'surveyed' ? SURVEYED_M : NaN })} />
      <span>${text}</span>
    </label>`;
  const setRadius = (text: string): void => write({ ...now, radius_m: /^\d+$/.test(text.trim()) ? Number(text) : NaN });
  const radius = Number.isFinite(now.radius_m) ? String(now.radius_m) : '';
  return html`<fieldset class="sure" aria-describedby="${fieldId('position:precision')}-wrong">
    <legend>${e.howSure}</legend>
    ${choice('surveyed', `${e.onSpot} · ${said(factWords, lang).within(SURVEYED_M)}`)} ${choice('approximate', e.roughly)}
    ${wrongLines(sheet, 'position:precision')}
    ${now.precision === 'approximate' ? line(sheet, { key: 'position:radius', label: e.radius, text: radius, mode: 'numeric', longest: 6, testid: 'radius', write: setRadius }) : nothing}
  </fieldset>`;
}
