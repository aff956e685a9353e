/** The part of the form about one role, and the adding of another. */
import { html, nothing, type TemplateResult } from 'lit';
import { roleMarker } from '../../components/icons';
import { hoursInWords } from '../../format/hours';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { roleName } from '../../i18n/roles';
import { ROLE_KINDS, type RoleKind } from '../../roles';
import { fieldId } from '../desk/field';
import type { Role } from '../feature';
import { edit, say } from '../state';
import { statuses } from './about';
import { comingDays } from './coming-days';
import { foot, wrongLines } from './fact';
import { choiceFact, contactFact, numberFact, textFact } from './field';
import { isOfKinds } from '../scope';
import { noticesFact } from './notices';
import { admissionFact, audienceFact, bookingFact } from './rules';
import { pairAt, type Sheet } from './sheet';

function hours(sheet: Sheet, path: string): TemplateResult {
  const { e, w } = sheet;
  const value = pairAt(sheet, path).now?.value;
  const meaning = typeof value === 'string' ? hoursInWords(value, w) : null;
  const words = value === undefined ? e.hoursHint : meaning === null ? e.hoursAsWritten : e.hoursMeaning(meaning);
  return textFact(sheet, path, { longest: 300, lang: 'en', hint: html`<span data-testid="hours-meaning">${words}</span>` });
}

/** That the place has this role: whose word that is. */
function claim(sheet: Sheet, path: string): TemplateResult {
  const id = fieldId(path);
  return html`<div class="fact ${path in sheet.draft.edits ? 'edited' : ''}" id="${id}-fact">
    <p id=${id} tabindex="-1" class="quiet">${sheet.e.claim}</p>
    ${wrongLines(sheet, path)} ${foot(sheet, path)}
  </div>`;
}

export function rolePart(sheet: Sheet, role: Role): TemplateResult {
  const { desk, draft, e, lang } = sheet;
  const f = said(factWords, lang);
  const path = (name: string): string => `${role.id}/${name}`;
  const name = roleName(role.kind, lang);
  const isNew = draft.added.some(({ id }) => id === role.id);
  const drop = (): void => {
    desk.dropRole(role.id);
    say(e.roleDropped(name));
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-testid=add-role-kind]')?.focus());
  };
  return html`<section class="part" aria-labelledby="role-${role.id}" data-testid="role-part" data-kind=${role.kind}>
    <h3 id="role-${role.id}" tabindex="-1" class="role-title">${roleMarker(role.kind)}<span>${name}</span></h3>
    ${isNew
      ? html`<p class="notice-line">${e.newRole} <button type="button" class="button" data-testid="drop-role" @click=${drop}>${e.dropRole}</button></p>`
      : nothing}
    ${claim(sheet, path('claim'))}
    <div class="facts-grid">
      ${textFact(sheet, path('role_name'), { hint: e.ownName, longest: 120 })} ${choiceFact(sheet, path('role_status'), statuses(lang))}
      ${hours(sheet, path('hours'))}
      ${choiceFact(sheet, path('fee'), [
        ['', f.unknown],
        ['free', f.free],
        ['paid', f.paid],
      ])}
      ${comingDays(sheet, role)} ${admissionFact(sheet, path('admission'))} ${noticesFact(sheet, path('notices'))}
      ${contactFact(sheet, path('contact'), { phone: f.phone, website: f.website })}
      ${numberFact(sheet, path('capacity'))} ${numberFact(sheet, path('visit_minutes'))}
      ${choiceFact(sheet, path('wheelchair'), [
        ['', f.unknown],
        ['yes', f.yes],
        ['limited', f.limited],
        ['no', f.no],
      ])}
      ${audienceFact(sheet, path('audience'))} ${bookingFact(sheet, path('booking'))}
    </div>
  </section>`;
}

/** A role of a kind that the place does not have; one that is there is withdrawn by its status, never taken away. */
export function addRole(sheet: Sheet): TemplateResult | typeof nothing {
  const { desk, feature, e, lang } = sheet;
  const { session } = edit.state;
  const there = new Set(feature.properties.roles.map(({ kind }) => kind));
  const left = ROLE_KINDS.filter((kind) => !there.has(kind) && session && isOfKinds(session, kind));
  if (!left.length) return html`<p class="quiet part">${e.allKinds}</p>`;
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const kind = new FormData(event.target as HTMLFormElement).get('kind') as RoleKind;
    const id = desk.addRole(kind);
    say(e.roleAdded(roleName(kind, lang)));
    requestAnimationFrame(() => document.getElementById(`role-${id}`)?.focus());
  };
  return html`<form class="part add-role" @submit=${add}>
    <div class="field"><label for="add-role"><strong>${e.addRole}</strong></label>
      <select id="add-role" name="kind" aria-label="${e.addRole}: ${e.addRoleKind}" data-testid="add-role-kind">
        ${left.map((kind) => html`<option value=${kind}>${roleName(kind, lang)}</option>`)}
      </select>
    </div>
    <button class="button" data-testid="add-role">${e.addRoleButton}</button>
  </form>`;
}
