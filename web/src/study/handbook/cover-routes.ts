/** Where each group goes, as the cover has it: in full where that fits beside everything else, else in a line a group. */
import { html, type TemplateResult } from 'lit';
import { clock } from '../../format/clock';
import { words } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { dayWords } from '../../i18n/study/day';
import type { Stop, StudyGroup } from '../answer';
import { handbookWordsOf, type Handbook } from './content';

/** Groups whose places stand in a list; of more there is a table. */
const MOST_LISTS = 2;
/** Places of a list in large type. */
const MOST_LARGE = 9;
/** Characters of names in the table; where there are more, the places are counted, and the timetables name them. */
const MOST_CHARACTERS = 600;

const visitsOf = ({ stops }: StudyGroup): Stop[] => stops.filter(({ what }) => what === 'visit');

function list(title: string, visits: readonly Stop[]): TemplateResult {
  return html`<section>
    <h2>${title}</h2>
    <ol class="cover-stops">${visits.map((stop) => html`<li><span class="leaf-number">${stop.n}</span> ${stop.name} <span class="quiet">${clock(stop.start)}–${clock(stop.end)}</span></li>`)}</ol>
  </section>`;
}

function table({ lang, plan }: Handbook): TemplateResult {
  const h = handbookWordsOf(lang);
  const d = said(dayWords, lang);
  const comma = words(lang).listComma;
  const names = plan.groups.map((group) => visitsOf(group).map(({ name }) => name).join(comma));
  const areNamed = names.join('').length <= MOST_CHARACTERS;
  const row = (group: StudyGroup, lane: number) =>
    html`<tr><th scope="row">${d.group(lane + 1)}</th><td>${d.people(group.pupils, group.adults)}</td><td class="number">${clock(group.leave)} → ${clock(group.back)}</td><td>${areNamed ? names[lane] : h.placeCount(visitsOf(group).length)}</td></tr>`;
  return html`<section>
    <h2>${h.route}</h2>
    <table class="leaf-table cover-groups">
      <thead><tr><th scope="col">${d.groups}</th><th scope="col">${h.people}</th><th scope="col">${h.outAndBack}</th><th scope="col">${h.where}</th></tr></thead>
      <tbody>${plan.groups.map(row)}</tbody>
    </table>
  </section>`;
}

export function coverRoutes(handbook: Handbook): TemplateResult {
  const { lang, plan } = handbook;
  const h = handbookWordsOf(lang);
  const { groups } = plan;
  if (groups.length > MOST_LISTS) return table(handbook);
  const days = groups.map(visitsOf);
  const isDense = groups.length > 1 || days.some((visits) => visits.length > MOST_LARGE);
  return html`<div class="cover-routes ${isDense ? 'dense' : ''}">${days.map((visits, lane) => list(groups.length > 1 ? h.routeOf(lane + 1) : h.route, visits))}</div>`;
}
