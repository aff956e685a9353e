/** Maps on paper: numbered stops and legs as vectors over a picture of the ground. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LonLat } from '../../api/types';
import type { Body } from '../../map/bodies';
import { boundsOf, framed, metresPerPixel, type Frame } from '../../print/frame';
import { bendsOf, legsOf, lineOf, marksOf } from '../map/drawn';
import type { Stop } from '../answer';
import { handbookWordsOf, venuesOf, type Handbook } from './content';
import { printedMarks } from './print-marks';

/** The drawings' own units; the page stretches them to their places. */
export const DAY = { width: 930, height: 640 } as const;
export const LEG = { width: 930, height: 300 } as const;
const PADDING = 60;

export function schoolAt({ answer }: Pick<Handbook, 'answer'>): LonLat {
  return [answer.school.lon, answer.school.lat];
}

function frameOf(points: readonly LonLat[], { width, height }: { width: number; height: number }): Frame | null {
  const bounds = boundsOf(
    points.map(([lon]) => lon),
    points.map(([, lat]) => lat),
  );
  return bounds && framed(bounds, width, height, PADDING);
}

/** The view of a group's day. */
export function dayFrame(handbook: Pick<Handbook, 'answer' | 'plan'>, group: number): Frame | null {
  const stops = handbook.plan.groups[group]?.stops ?? [];
  return frameOf([schoolAt(handbook), ...stops.map(({ lon, lat }): LonLat => [lon, lat]), ...bendsOf(handbook.plan, group)], DAY);
}

/** Where the way to a stop begins: the stop before it, or the school. */
export function before(handbook: Pick<Handbook, 'answer' | 'plan'>, group: number, index: number): { at: LonLat; name: string; number: number | null } {
  const stop = handbook.plan.groups[group]?.stops[index - 1];
  return stop ? { at: [stop.lon, stop.lat], name: stop.name, number: stop.n } : { at: schoolAt(handbook), name: handbook.answer.school.name, number: null };
}

/** The views of the legs to the places visited, by place; those that need no way have none. */
export function legFrames(handbook: Pick<Handbook, 'answer' | 'plan'>): Record<string, Frame> {
  const frames = venuesOf(handbook.plan).flatMap(({ stop, times }) => {
    const [first] = times;
    const line = first ? lineOf(stop.leg, before(handbook, first.group, first.index).at, [stop.lon, stop.lat]) : null;
    const frame = line && frameOf(line, LEG);
    return frame ? [[stop.place, frame] as const] : [];
  });
  return Object.fromEntries(frames);
}

/** A round length for a scale bar of at most `most`: 1, 2 or 5 times a power of ten. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([5, 2].find((times) => times * power <= most) ?? 1);
}

/** The scale bar is no longer than this. */
const SCALE = 180;

/** Where the scale bar stands: no name goes there. */
const scaleRoom = ({ width, height }: { width: number; height: number }): Body => ({ x: width - 24 - SCALE / 2, y: height - 28, halfWidth: SCALE / 2, halfHeight: 16, radius: 0 });

function scaleBar(frame: Frame, { width, height }: { width: number; height: number }, handbook: Handbook): TemplateResult {
  const metre = metresPerPixel(frame.center[1], frame.zoom);
  const km = roundLength((SCALE * metre) / 1000);
  const length = (km * 1000) / metre;
  const [x, y] = [width - 24 - length, height - 20];
  return svg`<path class="map-scale" d="M${x} ${y - 6}v6h${length}v-6"></path>
    <text class="map-scale-word" text-anchor="middle" x=${x + length / 2} y=${y - 9}>${handbookWordsOf(handbook.lang).kilometres(String(km))}</text>`;
}

function path(frame: Frame, points: readonly LonLat[]): string {
  return points.map((at, index) => `${index ? 'L' : 'M'}${frame.project(...at).map((value) => value.toFixed(1)).join(' ')}`).join('');
}

function ground(picture: string | null, { width, height }: { width: number; height: number }): TemplateResult {
  return svg`<rect class="map-ground" width=${width} height=${height}></rect>
    ${picture ? svg`<image href=${picture} width=${width} height=${height} preserveAspectRatio="none"></image>` : nothing}`;
}

/** A group's whole day. */
export function dayMap(handbook: Handbook, group: number): TemplateResult | typeof nothing {
  const h = handbookWordsOf(handbook.lang);
  const frame = dayFrame(handbook, group);
  if (!frame) return nothing;
  const { plan } = handbook;
  const school = { at: schoolAt(handbook), text: h.schoolMark, name: null, isSchool: true };
  const stops = marksOf(plan, group).map(({ at, numbers, name }) => ({ at, text: numbers.join('·'), name, isSchool: false }));
  const legs = legsOf({ ...plan, groups: plan.groups.slice(group, group + 1) }, schoolAt(handbook), 0);
  const ways = legs.features.map(({ geometry }) => geometry.coordinates as LonLat[]);
  const told = h.mapTold((plan.groups[group]?.stops ?? []).map((stop: Stop) => stop.name).join(' → '));
  return html`<svg class="print-map" data-testid="day-map" role="img" aria-label=${told} viewBox="0 0 ${DAY.width} ${DAY.height}">
    ${ground(handbook.grounds?.days[group] ?? null, DAY)}
    ${legs.features.map(({ geometry, properties }) => svg`<path class="map-leg ${properties?.['straight'] ? 'straight' : ''}" d=${path(frame, geometry.coordinates as LonLat[])}></path>`)}
    ${printedMarks(frame, [school, ...stops], ways, [scaleRoom(DAY)], DAY)} ${scaleBar(frame, DAY, handbook)}
  </svg>`;
}

/** The way to a stop. */
export function legMap(handbook: Handbook, group: number, index: number): TemplateResult | typeof nothing {
  const h = handbookWordsOf(handbook.lang);
  const stop = handbook.plan.groups[group]?.stops[index];
  const frame = stop ? legFrames(handbook)[stop.place] : undefined;
  if (!stop || !frame) return nothing;
  const from = before(handbook, group, index);
  const to: LonLat = [stop.lon, stop.lat];
  const way = lineOf(stop.leg, from.at, to) ?? [];
  const ends = [
    { at: from.at, text: from.number === null ? h.schoolMark : String(from.number), name: from.name, isSchool: from.number === null },
    { at: to, text: String(stop.n), name: stop.name, isSchool: false },
  ];
  return html`<svg class="print-map" data-testid="leg-map" role="img" aria-label=${h.legTold(from.name, stop.name)} viewBox="0 0 ${LEG.width} ${LEG.height}">
    ${ground(handbook.grounds?.legs[stop.place] ?? null, LEG)}
    <path class="map-leg ${stop.leg.line?.length ? '' : 'straight'}" d=${path(frame, way)}></path>
    ${printedMarks(frame, ends, [way], [scaleRoom(LEG)], LEG)} ${scaleBar(frame, LEG, handbook)}
  </svg>`;
}
