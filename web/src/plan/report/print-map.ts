/**
 * The report's map, drawn for paper: dots as vectors over a picture of the ground. What is not served is hatched, so that it
 * prints in grey.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { nameIn } from '../../i18n';
import type { CoverageSite } from '../answer';
import { RAMP, classOfMinutes } from '../classes';
import { statusAt } from '../counting';
import { amount } from '../charts/text';
import { keyOf } from '../charts/key';
import { roundStep } from '../charts/scale';
import { reportWordsOf, type ReportContent } from './content';
import { boundsOf, framed, metresPerPixel, type Frame } from '../../print/frame';

/** The drawing's own units; the sheet stretches it to its place. */
export const MAP_WIDTH = 860;
export const MAP_HEIGHT = 840;
const PADDING = 36;
const DOT = 4.2;
/** More existing sites than these would hide the dots. */
const MOST_SITES = 400;

export function mapFrame({ answer }: ReportContent): Frame | null {
  const bounds = boundsOf(answer.points.lon, answer.points.lat);
  return bounds && framed(bounds, MAP_WIDTH, MAP_HEIGHT, PADDING);
}

/** One symbol each, so that a dot is one mark however it looks. Their names are the whole document's. */
function symbols(): TemplateResult {
  return svg`<defs>
    ${RAMP.light.map((colour, index) => svg`<circle id="report-dot-${index}" r=${DOT} fill=${colour} stroke="#fff" stroke-width="0.8"></circle>`)}
    <g id="report-dot-unserved">
      <circle r=${DOT} fill="#fff" stroke="#5b6470" stroke-width="0.9"></circle>
      <path d="M-3 0.9L0.9 -3M-0.9 3L3 -0.9" stroke="#5b6470" stroke-width="0.7" fill="none"></path>
    </g>
    <g id="report-dot-across_water">
      <circle r=${DOT} fill="#fff" stroke="#5b6470" stroke-width="0.9"></circle>
      <path d="M-2.8 -2.8L2.8 2.8M-2.8 2.8L2.8 -2.8" stroke="#1b2a2f" stroke-width="1.2" fill="none"></path>
    </g>
    <g id="report-dot-perhaps">
      <circle r=${DOT} fill="#fff" stroke="#0b6e6e" stroke-width="1.6"></circle><circle r="1.5" fill="#0b6e6e"></circle>
    </g>
    <g id="report-closed">
      <path class="map-closed-bed" d="M-7 0H7"></path>
      <path class="map-closed" d="M-7 0H7"></path>
    </g>
    <path id="report-site" d="M0 -4.2L3.8 2.8H-3.8z" fill="#1b2a2f" stroke="#fff" stroke-width="0.8"></path>
    <g id="report-site-removed">
      <circle r="7.5" fill="#fff" stroke="#1b2a2f" stroke-width="1.5"></circle>
      <path d="M-4 -4L4 4M-4 4L4 -4" stroke="#1b2a2f" stroke-width="2" fill="none"></path>
    </g>
  </defs>`;
}

function mark(symbol: string, [x, y]: [number, number]): TemplateResult {
  return svg`<use href="#report-${symbol}" x=${x.toFixed(1)} y=${y.toFixed(1)}></use>`;
}

/** Existing sites lie over the many that they do not serve, and under those that they do. */
function dots(content: ReportContent, frame: Frame): TemplateResult[] {
  const { answer, threshold } = content;
  const { points, method } = answer;
  const drawn = points.id.map((_, index) => {
    const status = statusAt(points, index, threshold);
    const symbol = status === 'served' ? `dot-${classOfMinutes(points.minutes[index] ?? null, method.mode)}` : `dot-${status}`;
    return { isServed: status === 'served', mark: mark(symbol, frame.project(points.lon[index] ?? 0, points.lat[index] ?? 0)) };
  });
  const marks = (served: boolean) => drawn.filter(({ isServed }) => isServed === served).map((dot) => dot.mark);
  return [...marks(false), ...sitesShown(content).map((site) => mark('site', frame.project(site.lon, site.lat))), ...marks(true)];
}

/** Whether existing sites are few enough to be drawn. */
function sitesShown({ answer }: ReportContent): CoverageSite[] {
  const existing = answer.sites.filter(({ added, moved, removed }) => !added && !moved && !removed);
  return existing.length <= MOST_SITES ? existing : [];
}

/** Sites that the scenario adds or moves, in the order of their numbers on the map and in the list. */
export function changedSites({ answer }: Pick<ReportContent, 'answer'>): CoverageSite[] {
  return [...answer.sites.filter(({ added }) => added), ...answer.sites.filter(({ added, moved }) => moved && !added)];
}

/** A closed street: barred, so that it is told from others in grey, with its number in the list. */
function closedStreets({ answer }: ReportContent, frame: Frame): TemplateResult[] {
  return answer.closed.map(({ lon, lat, line }, index) => {
    const [x, y] = frame.project(lon, lat);
    const path = `M${line.map(([lon, lat]) => frame.project(lon, lat).map((at) => at.toFixed(1)).join(' ')).join('L')}`;
    return svg`<path class="map-closed-bed" d=${path}></path><path class="map-closed" d=${path}></path>
      <text class="map-closed-number" x=${(x + 7).toFixed(1)} y=${(y - 5).toFixed(1)}>×${index + 1}</text>`;
  });
}

function names({ answer, lang }: ReportContent, frame: Frame): TemplateResult[] {
  return answer.regions
    .filter(({ level }) => level === 'district')
    .map((region) => {
      const [x, y] = frame.project(...region.centre);
      return svg`<text class="map-district" text-anchor="middle" x=${x.toFixed(1)} y=${y.toFixed(1)}>${nameIn(lang, region)}</text>`;
    });
}

function scaleBar({ lang }: ReportContent, frame: Frame): TemplateResult {
  const metre = metresPerPixel(frame.center[1], frame.zoom);
  const km = roundStep((160 * metre) / 1000, 1) / 2;
  const length = (km * 1000) / metre;
  const [x, y] = [MAP_WIDTH - 24 - length, MAP_HEIGHT - 20];
  return svg`<path class="map-scale" d="M${x} ${y - 6}v6h${length}v-6"></path>
    <text class="map-scale-word" text-anchor="middle" x=${x + length / 2} y=${y - 9}>${reportWordsOf(lang).kilometres(amount(km))}</text>`;
}

/** The map; `ground` is the address of its picture, or `null` where there is none. */
export function printMap(content: ReportContent, ground: string | null, told: string): TemplateResult {
  const frame = mapFrame(content);
  return html`<svg class="report-map" data-testid="report-map" role="img" aria-label=${told} viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}">
    ${symbols()}
    <rect class="map-ground" width=${MAP_WIDTH} height=${MAP_HEIGHT}></rect>
    ${ground ? svg`<image href=${ground} width=${MAP_WIDTH} height=${MAP_HEIGHT} preserveAspectRatio="none"></image>` : nothing}
    ${frame
      ? svg`${dots(content, frame)} ${closedStreets(content, frame)}
        ${content.answer.sites.filter(({ removed }) => removed).map((site) => mark('site-removed', frame.project(site.lon, site.lat)))}
        ${names(content, frame)}
        ${changedSites(content).map((site, index) => {
          const [x, y] = frame.project(site.lon, site.lat);
          return svg`<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})">
            <circle class="map-added" r="11"></circle><text class="map-number" text-anchor="middle" y="5">${index + 1}</text>
          </g>`;
        })}
        ${scaleBar(content, frame)}`
      : nothing}
  </svg>`;
}

/** What the marks mean: those alone that are on the map. */
export function mapKey(content: ReportContent): { symbol: string; meaning: string }[] {
  const { answer, threshold, lang } = content;
  const r = reportWordsOf(lang);
  const statuses = new Set(answer.points.id.map((_, index) => statusAt(answer.points, index, threshold)));
  const has = (yes: boolean, symbol: string, meaning: string) => (yes ? [{ symbol, meaning }] : []);
  return [
    ...keyOf(answer.method.mode, threshold, 'light').map(({ from, to }, index) => ({ symbol: `dot-${index}`, meaning: r.minutesKey(amount(from), amount(to)) })),
    ...has(statuses.has('perhaps'), 'dot-perhaps', r.perhapsKey),
    ...has(statuses.has('across_water'), 'dot-across_water', r.waterKey),
    ...has(statuses.has('unserved'), 'dot-unserved', r.unservedKey),
    ...has(sitesShown(content).length > 0, 'site', r.siteKey),
    ...has(changedSites(content).length > 0, 'added', r.addedKey),
    ...has(
      answer.sites.some(({ removed }) => removed),
      'site-removed',
      r.removedKey,
    ),
    ...has(answer.closed.length > 0, 'closed', r.closedKey),
  ];
}
