/** Whether the stored hours are understood, and what becomes of them in the coming days: as the server says, and never worked out here. */
import { html, nothing, type TemplateResult } from 'lit';
import { weekStrip } from '../../components/week-strip';
import { said } from '../../i18n/edit/book';
import { ruleWords } from '../../i18n/edit/rules';
import { openWords } from '../../i18n/open';
import type { Role } from '../feature';
import type { Sheet } from './sheet';

/** Facts that decide when it is open. */
const DECIDING = ['hours', 'admission', 'notices'] as const;

export function comingDays({ draft, week, lang, w }: Sheet, { id }: Role): TemplateResult | typeof nothing {
  const r = said(ruleWords, lang);
  const isEdited = DECIDING.some((name) => `${id}/${name}` in draft.edits);
  const stored = draft.base.feature.properties.roles.find((role) => role.id === id);
  const note = (text: string): TemplateResult => html`<p class="quiet" data-testid="coming-note">${text}</p>`;
  if (!stored?.hours && !stored?.notices?.length) return isEdited ? html`<div class="coming" role="status">${note(r.comingLater)}</div>` : nothing;
  if (week === 'failed') return html`<div class="coming">${note(said(openWords, lang).daysFailed)}</div>`;
  const days = week?.roles.find(({ role }) => role === id)?.days;
  if (!week || !days) return nothing;
  const isRead = !days.some(({ reasons }) => reasons.includes('hours_not_understood'));
  return html`<div class="coming" data-testid="coming-days">
    <h4>${r.coming}</h4>
    ${isRead ? nothing : html`<p class="notice-line" data-testid="hours-not-understood">${r.notUnderstood}</p>`}
    <div role="status">${isEdited ? note(r.comingEdited) : nothing}</div>
    ${weekStrip(week, id, lang, w)}
  </div>`;
}
