/** The timetable of a group, and its map with a table of the legs. */
import { html, nothing, type TemplateResult } from 'lit';
import { clock } from '../../format/clock';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { dayWords } from '../../i18n/study/day';
import type { Stop, StudyGroup } from '../answer';
import { linesIn } from '../map/drawn';
import { minutesOf } from '../times';
import { dayFaultInWords, faultInWords, faultsAt, faultsOfDay } from '../words/fault';
import { legInWords, spanInWords } from '../words/spans';
import { hoursInWords, toAsk, troublesAt } from '../words/stop';
import { handbookWordsOf, type Handbook } from './content';
import type { Leaf } from './leaf';
import { dayMap } from './print-map';

/** Stops that fit on a page when much is to be said of each; English takes more lines. */
const ON_A_PAGE: Record<Lang, number> = { zh: 8, en: 7 };
/** Less to spare than this is no room for a jam, minutes. */
const TIGHT = 15;

/** What stands beside a stop: what does not fit first, then until when one is let in, booking and phone. */
function notes(handbook: Handbook, group: number, stop: Stop): TemplateResult {
  const { lang, answer, names } = handbook;
  const d = said(dayWords, lang);
  const faults = faultsAt(answer.faults, group, stop).map((fault) => faultInWords(fault, names, lang));
  const troubles = [...faults, ...(stop.what === 'visit' ? troublesAt(stop, lang) : [])];
  const ask = stop.what === 'visit' ? toAsk(stop, lang) : null;
  const plain = stop.what === 'visit' ? [hoursInWords(stop, lang), ...(stop.booking.required ? [d.bookingNeeded] : []), stop.phone ?? d.phoneUnknown, ...(ask ? [ask] : [])] : [];
  return html`${troubles.map((text) => html`<strong class="leaf-fault">${text}</strong><br />`)}${plain.join(' · ')}`;
}

function rows(handbook: Handbook, group: StudyGroup, lane: number, stops: readonly Stop[], ends: { first: boolean; last: boolean }): TemplateResult {
  const { lang, answer } = handbook;
  const h = handbookWordsOf(lang);
  const d = said(dayWords, lang);
  const leg = (of: Parameters<typeof legInWords>[0]) => html`<tr class="leg-row"><td></td><td></td><td colspan="3">${legInWords(of, answer.mode, lang)}</td></tr>`;
  const edge = (time: string, what: string) => html`<tr><td class="number">${clock(time)}</td><td>${what}</td><td>${answer.school.name}</td><td></td><td class="tick"></td></tr>`;
  return html`${ends.first ? edge(group.leave, h.depart) : nothing}
  ${stops.map(
    (stop) =>
      html`${leg(stop.leg)}<tr data-testid="timetable-stop"><td class="number">${clock(stop.start)}–${clock(stop.end)}</td><td>${stop.what === 'lunch' ? d.lunch : h.visit} ${spanInWords(minutesOf(stop.end) - minutesOf(stop.start), lang)}</td><td><span class="leaf-number">${stop.n}</span> ${stop.name}</td><td>${notes(handbook, lane, stop)}</td><td class="tick"></td></tr>`,
  )}
  ${ends.last ? html`${leg(group.home)}${edge(group.back, h.arriveBack)}` : nothing}`;
}

function after(handbook: Handbook, group: StudyGroup, lane: number): TemplateResult {
  const { lang, answer, names } = handbook;
  const h = handbookWordsOf(lang);
  const isLate = minutesOf(group.back) > minutesOf(answer.back_by);
  const whole = faultsOfDay(answer.faults, lane, group.stops);
  return html`<p>${isLate ? html`<strong class="leaf-fault">${h.lateLine(clock(answer.back_by))}</strong>` : (group.slack_minutes < TIGHT ? h.tightLine : h.slackLine)(group.slack_minutes, clock(answer.back_by))}</p>
    ${whole.map((fault) => html`<p><strong class="leaf-fault">${dayFaultInWords(fault, names, lang)}</strong></p>`)}
    <p class="quiet">${answer.travel_kind === 'network' ? h.networkLine : h.estimateLine}</p>`;
}

/** The pages of a group's timetable; a long day takes several. */
export function timetableLeaves(handbook: Handbook, lane: number): Leaf[] {
  const group = handbook.plan.groups[lane];
  if (!group) return [];
  const h = handbookWordsOf(handbook.lang);
  const most = ON_A_PAGE[handbook.lang];
  const pages = Math.max(1, Math.ceil(group.stops.length / most));
  const title = handbook.plan.groups.length > 1 ? h.timetableOf(lane + 1) : h.timetable;
  return Array.from({ length: pages }, (_, page): Leaf => {
    const stops = group.stops.slice(page * most, (page + 1) * most);
    const ends = { first: page === 0, last: page === pages - 1 };
    const body = html`<table class="leaf-table timetable" data-testid="timetable">
        <thead>
          <tr><th scope="col">${h.time}</th><th scope="col">${h.what}</th><th scope="col">${h.where}</th><th scope="col">${h.note}</th><th scope="col">${h.tick}</th></tr>
        </thead>
        <tbody>${rows(handbook, group, lane, stops, ends)}</tbody>
      </table>
      ${ends.last ? after(handbook, group, lane) : nothing}`;
    return { kind: 'timetable', title, body };
  });
}

/** The ways of a group's day, from where to where; by their numbers, as a name may have had no room on the map. */
function legs(handbook: Handbook, group: StudyGroup, lang: Lang): TemplateResult[] {
  const h = handbookWordsOf(lang);
  const { school, mode } = handbook.answer;
  const names = [school.name, ...group.stops.map(({ n, name }) => `${n}. ${name}`), school.name];
  const ways = [...group.stops.map(({ leg }) => leg), group.home];
  return ways.flatMap((way, index) => (way.minutes === 0 ? [] : [html`<tr><td>${h.fromTo(names[index] ?? '', names[index + 1] ?? '')}</td><td>${legInWords(way, mode, lang)}</td></tr>`]));
}

export function mapLeaf(handbook: Handbook, lane: number): Leaf[] {
  const group = handbook.plan.groups[lane];
  if (!group) return [];
  const { lang, grounds } = handbook;
  const h = handbookWordsOf(lang);
  const body = html`${dayMap(handbook, lane)} ${grounds === null ? html`<p class="quiet">${h.noGround}</p>` : nothing}
    <p class="quiet" data-testid="lines-note">${{ streets: h.streets, straight: h.straight, both: h.both }[linesIn({ ...handbook.plan, groups: [group] })]}</p>
    <table class="leaf-table">
      <thead><tr><th scope="col">${h.leg}</th><th scope="col">${h.legs}</th></tr></thead>
      <tbody>${legs(handbook, group, lang)}</tbody>
    </table>`;
  return [{ kind: 'map', title: handbook.plan.groups.length > 1 ? h.mapOf(lane + 1) : h.map, body }];
}
