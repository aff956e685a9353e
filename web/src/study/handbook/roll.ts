/** The roll-call sheets: numbers, blank names, and a box to tick for the start, each stop and the return. */
import { html, type TemplateResult } from 'lit';
import { handbookWordsOf, type Handbook } from './content';
import type { Leaf } from './leaf';

/** Rows that fit on a page. */
export const ROWS = 30;
/** Stops that have a column of their own. */
const MOST_COLUMNS = 10;

/** How many pages a group's sheets take. */
export function rollPages(pupils: number): number {
  return Math.max(1, Math.ceil(pupils / ROWS));
}

export function rollLeaves(handbook: Handbook, lane: number): Leaf[] {
  const group = handbook.plan.groups[lane];
  if (!group) return [];
  const h = handbookWordsOf(handbook.lang);
  const stops = group.stops.slice(0, MOST_COLUMNS);
  const title = handbook.plan.groups.length > 1 ? h.rollOf(lane + 1) : h.roll;
  const boxes = (): TemplateResult[] => Array.from({ length: stops.length + 2 }, () => html`<td class="tick"></td>`);
  return Array.from({ length: rollPages(group.pupils) }, (_, page): Leaf => {
    const from = page * ROWS;
    const count = Math.min(ROWS, group.pupils - from);
    const body = html`<p class="quiet">${h.rollHint}</p>
      <table class="leaf-table roll" data-testid="roll">
        <thead>
          <tr><th scope="col">${h.rollNumber}</th><th scope="col">${h.rollName}</th><th scope="col">${h.depart}</th>${stops.map(({ n }) => html`<th scope="col"><span class="leaf-number">${n}</span></th>`)}<th scope="col">${h.arriveBack}</th></tr>
        </thead>
        <tbody>
          ${Array.from({ length: count }, (__, row) => html`<tr data-testid="roll-row"><td class="number">${from + row + 1}</td><td class="roll-name"></td>${boxes()}</tr>`)}
          <tr><td></td><th scope="row">${h.rollTotal}</th>${boxes()}</tr>
        </tbody>
      </table>`;
    return { kind: 'roll', title, body };
  });
}
