/** The part of the form about the route itself: what it is called, what it is about, for whom, whether it stands, and who says so. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkedLine } from '../../components/provenance';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { placeWords } from '../../i18n/edit/place';
import { activityWords } from '../../i18n/activities';
import { ALL_SUBJECTS, subjectName } from '../../i18n/offers';
import { GRADES, THEMES, type Theme } from '../../study/question';
import { themeName } from '../../study/words/theme';
import type { Status } from '../../api/schema';
import { EDITORS, isSynthetic } from '../checking';
import { fieldId } from '../desk/field';
import { lineField, wrongLine } from '../desk/line';
import { statuses } from '../place/about';
import { titleOf } from '../place/sheet';
import { edit } from '../state';
import * as drafts from './draft';
import { LONGEST_AIM, LONGEST_TITLE, LONGEST_TITLE_EN } from './route';
import { wrongAt, type Sheet } from './sheet';

type Text = 'title' | 'title_en' | 'aim';

function text(sheet: Sheet, name: Text, more: { longest: number; lines?: boolean; lang?: string; hint?: string }): TemplateResult {
  const { desk, draft, e } = sheet;
  const labels: Record<Text, string> = { title: e.title, title_en: e.titleEn, aim: e.aim };
  const write = (typed: string): void => desk.write((now) => drafts.withFact(now, name, typed), name);
  return lineField({ id: fieldId(name), label: labels[name], text: draft.route[name] ?? '', testid: name, wrong: wrongAt(sheet, name), write, ...more });
}

interface Choice {
  path: string;
  label: string;
  value: string;
  values: readonly (readonly [string, string])[];
  choose: (value: string) => void;
}

function choice(sheet: Sheet, { path, label, value, values, choose }: Choice): TemplateResult {
  const id = fieldId(path);
  const wrong = wrongAt(sheet, path);
  return html`<div class="field"><label for=${id}><strong>${label}</strong></label>
    <select id=${id} aria-invalid=${wrong !== ''} aria-describedby="${id}-wrong" data-testid=${path} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${values.map(([key, name]) => html`<option value=${key} .selected=${key === value}>${name}</option>`)}
    </select>
    ${wrongLine(id, wrong)}
  </div>`;
}

/** Some of a few, as buttons that stay pressed. */
function several<T extends string | number>(sheet: Sheet, { path, label, hint }: { path: string; label: string; hint: string }, all: readonly T[], chosen: readonly T[], name: (one: T) => string, set: (chosen: T[]) => void): TemplateResult {
  const toggle = (one: T): void => set(all.filter((other) => (other === one) !== chosen.includes(other)));
  return html`<fieldset class="field" id=${fieldId(path)} data-testid=${path}>
    <legend>${label} <span class="quiet">${hint}</span></legend>
    <div class="chips">${all.map((one) => html`<button type="button" class="chip" data-testid="${path}-${one}" aria-pressed=${chosen.includes(one)} @click=${() => toggle(one)}>${name(one)}</button>`)}</div>
    ${wrongLine(fieldId(path), wrongAt(sheet, path))}
  </fieldset>`;
}

function source(sheet: Sheet): TemplateResult {
  const { desk, draft, lang, w, e } = sheet;
  const sources = edit.state.city?.sources ?? {};
  const was = draft.base.route.provenance;
  const chosen = draft.route.provenance.source;
  const name = (key: string): string => titleOf(key, { sources, lang, e: said(placeWords, lang) });
  const real = [EDITORS, ...Object.keys(sources).filter((key) => key !== EDITORS && !isSynthetic(key))];
  const all = isSynthetic(was.source) ? [was.source, ...real] : real;
  const isStored = draft.base.revision !== null;
  const isExample = isSynthetic(chosen);
  return html`<div class="source-of-route">
    ${choice(sheet, { path: 'source', label: e.source, value: chosen, values: all.map((key) => [key, name(key)] as const), choose: (key) => desk.write((now) => drafts.withSource(now, key), 'source') })}
    ${isExample ? html`<p class="quiet hint">${e.exampleTitle}</p>` : nothing}
    ${isStored && !isSynthetic(was.source) ? html`<p class="quiet" data-testid="route-checked">${checkedLine(was, w)}</p>` : nothing}
    ${isStored && !isExample
      ? html`<label class="check"><input type="checkbox" data-testid="checked-again" .checked=${draft.checked} @change=${() => desk.write((now) => ({ ...now, checked: !now.checked }))} /><span>${e.checkedToday}</span></label>`
      : nothing}
  </div>`;
}

export function aboutRoute(sheet: Sheet): TemplateResult {
  const { desk, draft, lang, e } = sheet;
  const { route } = draft;
  const a = said(activityWords, lang);
  const grades = Array.from({ length: GRADES }, (_, index) => index + 1);
  const themes: readonly (readonly [string, string])[] = [...(route.theme ? [] : [['', e.chooseTheme] as const]), ...THEMES.map((theme) => [theme, themeName(theme, lang)] as const)];
  return html`<section class="part" aria-labelledby="about-title">
    <h3 id="about-title">${e.about}</h3>
    <div class="facts-grid">
      ${text(sheet, 'title', { longest: LONGEST_TITLE })} ${text(sheet, 'title_en', { longest: LONGEST_TITLE_EN, lang: 'en', hint: e.mayBeEmpty })}
      ${choice(sheet, { path: 'theme', label: e.theme, value: route.theme, values: themes, choose: (theme) => desk.write((now) => drafts.withFact(now, 'theme', theme as Theme), 'theme') })}
      ${choice(sheet, { path: 'status', label: said(factWords, lang).status, value: route.status ?? 'active', values: statuses(lang), choose: (status) => desk.write((now) => drafts.withFact(now, 'status', status as Status), 'status') })}
      <div class="whole-row">${text(sheet, 'aim', { longest: LONGEST_AIM, lines: true, hint: e.aimHint(LONGEST_AIM) })}</div>
      <div class="whole-row">${several(sheet, { path: 'grades', label: e.grades, hint: e.mayBeEmpty }, grades, route.grades ?? [], a.grade, (chosen) => desk.write((now) => drafts.withFact(now, 'grades', chosen), 'grades'))}</div>
      <div class="whole-row">${several(sheet, { path: 'subjects', label: e.subjects, hint: e.mayBeEmpty }, ALL_SUBJECTS, route.subjects ?? [], (subject) => subjectName(subject, lang), (chosen) => desk.write((now) => drafts.withFact(now, 'subjects', chosen), 'subjects'))}</div>
      <div class="whole-row">${source(sheet)}</div>
    </div>
  </section>`;
}
