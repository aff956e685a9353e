/** One role on a card: its terms in words, each unknown said to be unknown, and its sources. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Role, Sources } from '../api/types';
import { admissionInWords } from '../format/admission';
import { audienceInWords, bookingInWords, feeInWords, wheelchairInWords } from '../format/visit';
import type { Lang, Words } from '../i18n';
import { said as saidIn } from '../i18n/edit/book';
import { openWords } from '../i18n/open';
import { roleName } from '../i18n/roles';
import { roleMarker } from './icons';
import { distinct, provenanceLine } from './provenance';
import { roleHours, type Shown } from './role-hours';

/** A fact that may be unknown: a row all the same. */
function fact(term: string, text: string | null, w: Words): TemplateResult {
  return html`<div><dt>${term}</dt><dd class=${text === null ? 'quiet' : ''}>${text ?? w.unknown}</dd></div>`;
}

export function roleSection(role: Role, placeName: string, sources: Sources, lang: Lang, w: Words, shown: Shown | null = null): TemplateResult {
  const { contact } = role;
  const o = saidIn(openWords, lang);
  const admission = role.admission && admissionInWords(role.admission.value, w, o);
  // Where one source stands behind everything, it is said once.
  const parts = [role.hours?.source, role.admission?.source, ...role.notices.map(({ source }) => source), role.fee_source, role.audience?.source, role.booking?.source, role.wheelchair?.source].flatMap((from) => (from ? [from] : []));
  const said = distinct([role.claim, ...parts]);
  return html`<section class="card-part role" data-testid="role" data-kind=${role.kind}>
    <h3>${roleMarker(role.kind)}<span>${roleName(role.kind, lang)}</span></h3>
    ${role.name && role.name !== placeName ? html`<p class="role-name">${w.roleNamed(role.name)}</p>` : nothing}
    ${role.status === 'suspended' ? html`<p><span class="badge alarm">${w.badgeSuspended}</span></p>` : nothing}
    ${roleHours(role, shown, lang, w)}
    <dl class="facts">
      ${admission ? fact(o.admission, admission, w) : nothing}
      ${fact(w.feeTitle, role.fee === 'unknown' ? null : feeInWords(role.fee, w), w)}
      ${fact(w.audience, role.audience && audienceInWords(role.audience.value, w), w)}
      ${fact(w.booking, role.booking && bookingInWords(role.booking.value, w), w)}
      ${role.visit_minutes ? fact(w.visit, w.minutes(role.visit_minutes.value), w) : nothing}
      ${role.capacity ? fact(w.capacity, w.persons(role.capacity.value), w) : nothing}
      ${role.wheelchair ? fact(w.wheelchair, wheelchairInWords(role.wheelchair.value, w), w) : nothing}
      ${contact?.value.phone ? fact(w.phone, contact.value.phone, w) : nothing}
      ${contact?.value.website && /^https?:/.test(contact.value.website)
        ? html`<div><dt>${w.website}</dt><dd><a href=${contact.value.website} target="_blank" rel="noopener noreferrer">${contact.value.website}</a></dd></div>`
        : nothing}
    </dl>
    <p class="quiet source-line">${said.map((from) => html`<span>${w.source}${w.colon}${provenanceLine(from, sources, lang, w)}</span>`)}</p>
    ${role.synthetic ? html`<p class="quiet">${w.syntheticRole}</p>` : nothing}
  </section>`;
}
