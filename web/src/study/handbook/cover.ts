/** The cover: whose day, when, where to, what was assumed, and whether all of it still holds. */
import { html, nothing, type TemplateResult } from 'lit';
import { clock } from '../../format/clock';
import { date } from '../../format/units';
import { nameIn, words } from '../../i18n';
import { activityWords } from '../../i18n/activities';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import { qrOf } from '../../print/qr';
import { assumedInWords } from '../words/assumed';
import { kindOfDay, wholeDateInWords } from '../words/day';
import { handbookWordsOf, venuesOf, type Handbook } from './content';
import { coverRoutes } from './cover-routes';
import type { Leaf } from './leaf';

/** What came of asking once more. */
function state(handbook: Handbook): TemplateResult {
  const h = handbookWordsOf(handbook.lang);
  const w = words(handbook.lang);
  const { checked, answer } = handbook;
  const list = (names: readonly string[]): string => names.join(w.listComma);
  const flags = [
    ...(checked.gone.length ? [html`<strong>${h.goneShort}</strong> ${h.gone(list(checked.gone))}`] : []),
    ...(answer.faults.length ? [html`${h.newFaults(answer.faults.length)}`] : []),
    ...(checked.changed.length ? [html`${h.freshChanged(list(checked.changed))}`] : []),
    ...(!checked.asked ? [html`${h.notChecked}`] : []),
  ];
  if (!flags.length) return html`<p class="leaf-note" data-testid="checked">${h.fresh(date(handbook.today, w))}</p>`;
  return html`<div class="leaf-flag" data-testid="flags">${flags.map((flag) => html`<p>${flag}</p>`)}</div>`;
}

function code({ link, lang }: Handbook): TemplateResult {
  const h = handbookWordsOf(lang);
  const found = qrOf(link);
  if (!found) return html`<p class="leaf-code quiet">${h.noCode}</p>`;
  return html`<figure class="leaf-code" data-testid="handbook-code">
    <svg viewBox="0 0 ${found.side} ${found.side}" role="img" aria-label=${h.back} shape-rendering="crispEdges">
      <rect width=${found.side} height=${found.side} fill="#fff"></rect>
      <path d=${found.path} fill="#000"></path>
    </svg>
    <figcaption>${h.back}</figcaption>
  </figure>`;
}

export function coverLeaf(handbook: Handbook): Leaf {
  const { lang, answer, plan, question } = handbook;
  const h = handbookWordsOf(lang);
  const f = said(formWords, lang);
  const a = said(activityWords, lang);
  const w = words(lang);
  const groups = plan.groups.length;
  const examples = venuesOf(plan).filter(({ stop }) => stop.synthetic).length;
  const times = plan.groups.map((group) => `${clock(group.leave)} → ${clock(group.back)}`);
  const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
  const body = html`${state(handbook)} ${answer.synthetic ? html`<p class="leaf-example">${h.sample} ${examples ? h.examples(examples) : nothing}</p>` : nothing}
    <div class="cover-facts">
      <dl class="leaf-facts">
        ${fact(h.day, html`${wholeDateInWords(answer.date, lang)} <span class="quiet">${kindOfDay(answer.day, answer.grade, lang).join(' · ')}</span>`)}
        ${fact(h.people, groups > 1 ? h.peopleGroups(answer.pupils, answer.adults, groups) : h.peopleOf(answer.pupils, answer.adults))}
        ${answer.grade === null ? nothing : fact(h.grade, a.grade(answer.grade))} ${fact(h.travel, f[answer.mode])} ${fact(h.outAndBack, [...new Set(times)].join(w.listComma))} ${fact(h.leader, html`<span class="blank"></span>`)}
      </dl>
      ${code(handbook)}
    </div>
    ${answer.study_route ? html`<p data-testid="cover-study-route">${h.byRoute(nameIn(lang, { name: answer.study_route.title, name_en: answer.study_route.title_en }))}</p>` : nothing}
    ${question.themes.length ? html`<p>${h.themesOf(question.themes.map((theme) => f[theme]).join(w.listComma))}</p>` : nothing}
    ${coverRoutes(handbook)}
    ${answer.assumed.length ? html`<section class="cover-assumed"><h2>${h.assumed}</h2><ul>${answer.assumed.map((one) => html`<li>${assumedInWords(one, lang).text}</li>`)}</ul></section>` : nothing}
    <p class="quiet leaf-last">${h.noNames}</p>`;
  return { kind: 'cover', title: h.coverTitle(answer.school.name), body };
}
