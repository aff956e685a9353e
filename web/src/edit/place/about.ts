/** The part of the form about the place itself: names, address, whether it stands. */
import { html, type TemplateResult } from 'lit';
import type { Status } from '../../api/schema';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import type { Lang } from '../../i18n';
import { choiceFact, linesFact, textFact } from './field';
import type { Sheet } from './sheet';

const STATUSES: readonly Status[] = ['active', 'suspended', 'withdrawn'];

/** What a place or a role can be, with its word. */
export function statuses(lang: Lang): [string, string][] {
  const f = said(factWords, lang);
  return STATUSES.map((status) => [status, f[status]]);
}

export function aboutPlace(sheet: Sheet): TemplateResult {
  return html`<section class="part" aria-labelledby="about-title">
    <h3 id="about-title">${sheet.e.about}</h3>
    <div class="facts-grid">
      ${textFact(sheet, 'name', { longest: 120 })} ${textFact(sheet, 'name_en', { lang: 'en' })} ${linesFact(sheet, 'aliases')}
      ${textFact(sheet, 'address', { longest: 300 })} ${choiceFact(sheet, 'status', statuses(sheet.lang))}
    </div>
  </section>`;
}
