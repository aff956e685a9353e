/**
 * How each role kind looks: colour, shape and glyph. The same outlines serve the map's canvas and the page's SVG. To add
 * a kind: a row here, its two names in `i18n/roles.ts`.
 */
import building from '@mapbox/maki/icons/building.svg?raw';
import college from '@mapbox/maki/icons/college.svg?raw';
import heart from '@mapbox/maki/icons/heart.svg?raw';
import historic from '@mapbox/maki/icons/historic.svg?raw';
import home from '@mapbox/maki/icons/home.svg?raw';
import information from '@mapbox/maki/icons/information.svg?raw';
import museum from '@mapbox/maki/icons/museum.svg?raw';
import residential from '@mapbox/maki/icons/residential-community.svg?raw';
import school from '@mapbox/maki/icons/school.svg?raw';
import watch from '@mapbox/maki/icons/watch.svg?raw';

export const ROLE_KINDS = [
  'venue',
  'parent_school',
  'waiting_station',
  'school',
  'lead_parent_school',
  'heritage',
  'demo_community',
  'demo_station',
  'counselling',
  'practice_centre',
] as const;

export type RoleKind = (typeof ROLE_KINDS)[number];

export interface RoleLook {
  /** Fill of the marker; white on it is 4.5:1 or better, and it stands out on both themes' land. */
  colour: string;
  /** Outline in a 26 × 26 box. */
  shape: string;
  /** Maki glyph, in a 15 × 15 box. */
  glyph: string;
  /** Side of the glyph in the 26 × 26 box: less where the outline is narrow. */
  glyphSize: number;
  /** Centre of the glyph, from the top of the box. */
  glyphY: number;
}

const CIRCLE = 'M13 1.5a11.5 11.5 0 1 1 0 23a11.5 11.5 0 0 1 0-23z';
const ROUNDED = 'M7.5 2h11a5.5 5.5 0 0 1 5.5 5.5v11a5.5 5.5 0 0 1-5.5 5.5h-11a5.5 5.5 0 0 1-5.5-5.5v-11a5.5 5.5 0 0 1 5.5-5.5z';
const SQUARE = 'M3 3h20v20h-20z';
const PENTAGON = 'M13 1l12 9l-4.6 14.5h-14.8l-4.6-14.5z';
const DIAMOND = 'M13 0l13 13l-13 13l-13-13z';
const HEXAGON = 'M7 2.2h12l6.5 10.8l-6.5 10.8h-12l-6.5-10.8z';
const SMALL_HEXAGON = 'M8.3 4.5h9.4l5.1 8.5l-5.1 8.5h-9.4l-5.1-8.5z';
const DROP = 'M13 0c2 4.5 10 8.5 10 15.8a10 10 0 0 1-20 0c0-7.3 8-11.3 10-15.8z';
const SHIELD = 'M3 2.5h20v11.5c0 6-5 9.5-10 11.5c-5-2-10-5.5-10-11.5z';
const STAR =
  'M13.0 0.2L17.9 6.8L25.7 9.5L21.0 16.2L20.9 24.4L13.0 22.0L5.1 24.4L5.0 16.2L0.3 9.5L8.1 6.8z';

function path(svg: string): string {
  return /\sd="([^"]+)"/.exec(svg)?.[1]?.replace(/&#x[0-9a-f]+;/gi, ' ') ?? '';
}

function look(colour: string, shape: string, svg: string, glyphSize = 15, glyphY = 13): RoleLook {
  return { colour, shape, glyph: path(svg), glyphSize, glyphY };
}

export const ROLE_LOOKS: Record<RoleKind, RoleLook> = {
  venue: look('#0B6E6E', CIRCLE, museum),
  parent_school: look('#2B5FA8', ROUNDED, home),
  waiting_station: look('#B8500A', PENTAGON, watch, 13, 13.5),
  school: look('#51626A', SQUARE, school),
  lead_parent_school: look('#96336B', SHIELD, college, 14, 12),
  heritage: look('#9C3B25', DIAMOND, historic, 12),
  demo_community: look('#35702F', HEXAGON, residential, 13),
  demo_station: look('#35702F', SMALL_HEXAGON, information, 11),
  counselling: look('#6C4BA3', DROP, heart, 12, 15.5),
  practice_centre: look('#8A6508', STAR, building, 9, 13.5),
};

export function isRoleKind(text: string): text is RoleKind {
  return Object.hasOwn(ROLE_LOOKS, text);
}
