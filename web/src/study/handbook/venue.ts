/** A page for each place visited: the way there, what one must know, what to see, and room to write. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Course, Provenance } from '../../api/types';
import { courseInWords } from '../../format/activity';
import { clock } from '../../format/clock';
import { date } from '../../format/units';
import { words } from '../../i18n';
import { activityWords } from '../../i18n/activities';
import { said } from '../../i18n/edit/book';
import { roleName } from '../../i18n/roles';
import { dayWords } from '../../i18n/study/day';
import { faultInWords, faultsAt } from '../words/fault';
import { legInWords } from '../words/spans';
import { admitsInWords, bookingInWords, feeOf, fitInWords, hoursInWords, troublesAt } from '../words/stop';
import { handbookWordsOf, hasLegMaps, type Handbook, type Known, type Venue } from './content';
import { lines, type Leaf } from './leaf';
import { legMap } from './print-map';

/** Courses that fit. */
const MOST_COURSES = 4;
/** A task of more characters takes the room of the map of the way there, which the day's map shows too. */
const LONG_TASK = 240;
/** Times of groups that are named. */
const MOST_TIMES = 6;

function sourceInWords(provenance: Provenance, { sources }: Known, handbook: Handbook): string {
  const h = handbookWordsOf(handbook.lang);
  const source = sources[provenance.source];
  const title = (handbook.lang === 'en' && source?.title_en) || source?.title || provenance.source;
  return h.sourceOf(title, provenance.checked_on ? h.checkedOn(date(provenance.checked_on, words(handbook.lang))) : h.unchecked);
}

function toSee(handbook: Handbook, courses: readonly Course[]): TemplateResult {
  const { lang } = handbook;
  const h = handbookWordsOf(lang);
  const a = said(activityWords, lang);
  const w = words(lang);
  if (!courses.length) return html`<section><h2>${h.toSee}</h2><p>${h.noCourses}</p>${lines(3)}</section>`;
  return html`<section>
    <h2>${h.toSee}</h2>
    <ul class="leaf-courses">
      ${courses.slice(0, MOST_COURSES).map(
        (course) => html`<li data-testid="handbook-course"><strong>${h.courseLine(course.title, courseInWords(course, lang, w, a))}</strong>${course.summary ? html`<br />${course.summary}` : nothing}${course.synthetic ? html` <span class="leaf-badge">${w.badgeSynthetic}</span>` : nothing}</li>`,
      )}
    </ul>
  </section>`;
}

/** What the route of the library has pupils do there. */
function toDo(handbook: Handbook, task: string): TemplateResult {
  return html`<section data-testid="handbook-task"><h2>${handbookWordsOf(handbook.lang).task}</h2><p class="leaf-task">${task}</p></section>`;
}

/** Those that the plan names come first: they are for the grade or on a theme. */
function coursesOf(known: Known | undefined, named: readonly string[]): Course[] {
  const courses = known?.place.properties.courses ?? [];
  return courses.toSorted((one, other) => Number(named.includes(other.id)) - Number(named.includes(one.id)));
}

export function venueLeaf(handbook: Handbook, { stop, times }: Venue): Leaf {
  const { lang, answer, plan, places, names } = handbook;
  const h = handbookWordsOf(lang);
  const d = said(dayWords, lang);
  const w = words(lang);
  const known = places[stop.place];
  const many = plan.groups.length > 1;
  const when = times.slice(0, MOST_TIMES).map(({ group, stop: one }) => `${many ? h.stopOfGroup(group + 1, one.n) : h.stopOf(one.n)} ${clock(one.start)}–${clock(one.end)}`);
  const [first] = times;
  const troubles = [...times.flatMap(({ group, stop: one }) => faultsAt(answer.faults, group, one).map((fault) => faultInWords(fault, names, lang))), ...troublesAt(stop, lang)];
  const fact = (name: string, value: unknown) => html`<dt>${name}</dt><dd>${value}</dd>`;
  const fit = fitInWords(stop, lang);
  // What there is to do is what there is to see, unless courses say more.
  const task = answer.study_route?.tasks[stop.place] ?? '';
  const courses = coursesOf(known, stop.courses);
  const position = known?.place.properties.position;
  const role = known?.place.properties.roles.find(({ id }) => id === stop.role);
  const sources = known ? [...new Set([known.place.properties.name_source, ...(role?.hours ? [role.hours.source] : []), ...(role ? [role.claim] : [])].map((one) => sourceInWords(one, known, handbook)))] : [h.unchecked];
  const body = html`<p class="venue-when">${when.join(w.listComma)}</p>
    <p class="quiet">${roleName(stop.kind, lang)} ${stop.synthetic ? html`<span class="leaf-badge">${w.badgeSynthetic}</span>` : nothing} ${position?.precision === 'approximate' ? html`<span class="leaf-badge">${d.positionApproximate}</span>` : nothing}</p>
    ${troubles.length ? html`<div class="leaf-flag"><strong>${h.faultsHere}</strong> ${[...new Set(troubles)].join(w.ruleStop)}</div>` : nothing}
    ${first && hasLegMaps(plan) && task.length <= LONG_TASK ? html`${legMap(handbook, first.group, first.index)}<p class="quiet">${legInWords(stop.leg, answer.mode, lang)}</p>` : nothing}
    <dl class="leaf-facts">
      ${fact(h.address, known?.place.properties.address ?? h.addressUnknown)} ${fact(d.hours, hoursInWords(stop, lang))} ${fact(d.booking, bookingInWords(stop, lang))} ${fact(d.admits, admitsInWords(stop, lang))}
      ${fact(w.feeTitle, feeOf(stop, lang))} ${fact(d.phone, stop.phone ?? d.phoneUnknown)} ${fit.length ? fact(d.fit, fit.join(w.comma)) : nothing} ${fact(h.source, sources.join(w.ruleStop))}
    </dl>
    ${task ? toDo(handbook, task) : nothing} ${task && !courses.length ? nothing : toSee(handbook, courses)}
    <section class="venue-write"><h2>${h.iSaw}</h2>${lines()}<h2>${h.iAsk}</h2>${lines()}</section>`;
  return { kind: 'venue', title: stop.name, body };
}
