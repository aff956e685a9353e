/** The marks of a map on paper with their names: each on its point, or beside it with a line to it. */
import { nothing, svg, type TemplateResult } from 'lit';
import type { LonLat } from '../../api/types';
import { textWidth } from '../../format/text-width';
import { apart, DOT } from '../../map/apart';
import type { Body, Spot } from '../../map/bodies';
import type { Frame } from '../../print/frame';
import { namesBeside } from '../../print/names';

/** The size of a name's letters, and how high it stands with their white edge. */
const TYPE = 15;
const NAME_HEIGHT = 20;

export interface PrintedMark {
  at: LonLat;
  text: string;
  /** `null` = the mark says it. */
  name: string | null;
  isSchool: boolean;
}

function bodyOf(frame: Frame, { at, text, isSchool }: PrintedMark): Body {
  const [x, y] = frame.project(...at);
  return isSchool ? { x, y, halfWidth: 14, halfHeight: 14, radius: 4 } : { x, y, halfWidth: Math.max(13, 6 + text.length * 5), halfHeight: 13, radius: 13 };
}

const px = (value: number): string => value.toFixed(1);

function drawn({ x, y, halfWidth, halfHeight, radius }: Body, { text, isSchool }: PrintedMark): TemplateResult {
  return svg`<g transform="translate(${px(x)} ${px(y)})" data-testid="print-mark">
    <rect class=${isSchool ? 'map-school' : 'map-added'} x=${-halfWidth} y=${-halfHeight} width=${2 * halfWidth} height=${2 * halfHeight} rx=${radius}></rect>
    <text class="map-number ${isSchool ? 'of-school' : ''}" text-anchor="middle" y="5">${text}</text>
  </g>`;
}

function leader(point: Spot, { x, y }: Spot): TemplateResult {
  const d = `M${px(point.x)} ${px(point.y)}L${px(x)} ${px(y)}`;
  return svg`<path class="map-leader-edge" d=${d}></path><path class="map-leader" d=${d}></path><circle class="map-leader-dot" cx=${px(point.x)} cy=${px(point.y)} r=${DOT}></circle>`;
}

/** The pieces of a line on paper. */
function pieces(frame: Frame, line: readonly LonLat[]): [Spot, Spot][] {
  const spots = line.map((at): Spot => {
    const [x, y] = frame.project(...at);
    return { x, y };
  });
  return spots.slice(1).map((to, index) => [spots[index] ?? to, to]);
}

/** `fixed` is what else is drawn over the map, `ways` the lines under it. Those that come first stay on their points rather. */
export function printedMarks(frame: Frame, marks: readonly PrintedMark[], ways: readonly (readonly LonLat[])[], fixed: readonly Body[], size: { width: number; height: number }): TemplateResult {
  const points = marks.map((mark) => bodyOf(frame, mark));
  const stands = apart(points, fixed, size);
  const bodies = points.map((point, index): Body => ({ ...point, ...stands[index] }));
  const lines = points.flatMap((point, index): [Spot, Spot][] => {
    const body = bodies[index] ?? point;
    return body.x === point.x && body.y === point.y ? [] : [[point, body]];
  });
  const named = marks.flatMap(({ name }, index) => (name === null ? [] : [{ name, mark: bodies[index] as Body, width: textWidth(name, TYPE), height: NAME_HEIGHT }]));
  const spots = namesBeside(named, [...bodies, ...fixed], [...lines, ...ways.flatMap((way) => pieces(frame, way))], size);
  const names = named.map(({ name }, index) => {
    const spot = spots[index];
    return spot ? svg`<text class="map-name" text-anchor="middle" x=${px(spot.x)} y=${px(spot.y + TYPE / 3)}>${name}</text>` : nothing;
  });
  return svg`${lines.length ? lines.map((line) => leader(...line)) : nothing}${names}${marks.map((mark, index) => drawn(bodies[index] as Body, mark))}`;
}
