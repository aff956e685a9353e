/** What the page adds to the server's style: dots and areas by class, hatched where not served, sites, ways, what is within reach, closed streets. */
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { fontFaces } from '../../map/fonts';
import { CLASS_COUNT, RAMP } from '../classes';
import { besideDot } from '../../map/ground';

export type Theme = 'light' | 'dark';

export const SOURCES = ['plan-units', 'plan-towns', 'plan-town-borders', 'plan-hexes', 'plan-sites', 'plan-proposed', 'plan-way', 'plan-reach', 'plan-closed'] as const;
export type PlanSource = (typeof SOURCES)[number];

/** Layers of each surface. */
export const SURFACE_LAYERS = {
  dots: ['plan-dot', 'plan-dot-hatched'],
  towns: ['plan-town', 'plan-town-hatch', 'plan-town-border'],
  hexes: ['plan-hex', 'plan-hex-hatch', 'plan-hex-border'],
} as const;

const INKS = {
  light: { edge: '#1B2A2F', paper: '#FAF8F4', site: '#1B2A2F', added: '#B3261E', border: '#51626A', chosen: '#B3261E', reach: '#5B3E96' },
  dark: { edge: '#0B1114', paper: '#10171A', site: '#F0EBE1', added: '#FF9A8F', border: '#AFBCC0', chosen: '#FF9A8F', reach: '#C9B3FF' },
};

const state = (name: string, otherwise: number): ExpressionSpecification => ['coalesce', ['feature-state', name], otherwise];

/** The colour of the class that a feature's state names. */
function byClass(theme: Theme): ExpressionSpecification {
  const last = RAMP[theme][CLASS_COUNT - 1] ?? '#888';
  const pairs = RAMP[theme].slice(0, -1).flatMap((colour, rank) => [rank, colour]);
  return ['match', state('rank', CLASS_COUNT - 1), ...pairs, last] as unknown as ExpressionSpecification;
}

const DOT_RADIUS: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7, 1.6, 8, 3, 11, 5.5, 14, 9];
const CLOSED_WIDTH: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 3, 14, 6, 17, 10];
const CLOSED_BED: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 5, 14, 9, 17, 14];
/** The hatched disc is drawn 22 px wide. */
const DOT_SIZE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7, 0.16, 8, 0.3, 11, 0.52, 14, 0.86];

function areaLayers(name: 'town' | 'hex', source: PlanSource, theme: Theme): LayerSpecification[] {
  const { border } = INKS[theme];
  return [
    { id: `plan-${name}`, type: 'fill', source, paint: { 'fill-color': byClass(theme), 'fill-opacity': 0.86, 'fill-antialias': name === 'hex' } },
    { id: `plan-${name}-hatch`, type: 'fill', source, paint: { 'fill-pattern': 'plan-hatch', 'fill-opacity': state('nobody', 0) } },
    {
      id: `plan-${name}-border`,
      type: 'line',
      source: name === 'town' ? 'plan-town-borders' : source,
      paint: { 'line-color': border, 'line-width': 0.8, 'line-opacity': 0.6 },
    },
  ];
}

function planLayers(theme: Theme): LayerSpecification[] {
  const { edge, paper, site, added, chosen, reach } = INKS[theme];
  const isUnserved = state('unserved', 0);
  return [
    ...areaLayers('town', 'plan-towns', theme),
    ...areaLayers('hex', 'plan-hexes', theme),
    { id: 'plan-reach', type: 'fill', source: 'plan-reach', paint: { 'fill-color': reach, 'fill-opacity': 0.16 } },
    { id: 'plan-reach-rim', type: 'line', source: 'plan-reach', paint: { 'line-color': reach, 'line-width': 1.6 } },
    // A closed street is barred, not only coloured: it is told from others in grey.
    { id: 'plan-closed-bed', type: 'line', source: 'plan-closed', layout: { 'line-cap': 'round' }, paint: { 'line-color': paper, 'line-width': CLOSED_BED } },
    { id: 'plan-closed', type: 'line', source: 'plan-closed', paint: { 'line-color': added, 'line-width': CLOSED_WIDTH, 'line-dasharray': [0.8, 0.5] } },
    {
      id: 'plan-dot',
      type: 'circle',
      source: 'plan-units',
      paint: {
        'circle-color': byClass(theme),
        'circle-radius': DOT_RADIUS,
        'circle-stroke-color': ['case', ['==', state('chosen', 0), 1], chosen, edge],
        'circle-stroke-width': ['case', ['==', state('chosen', 0), 1], 3, 0.5],
      },
    },
    {
      id: 'plan-dot-hatched',
      type: 'symbol',
      source: 'plan-units',
      layout: { 'icon-image': 'plan-hatched-disc', 'icon-size': DOT_SIZE, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
      paint: { 'icon-opacity': isUnserved },
    },
    { id: 'plan-way', type: 'line', source: 'plan-way', paint: { 'line-color': chosen, 'line-width': 2, 'line-dasharray': [2, 1.5] } },
    {
      id: 'plan-site',
      type: 'circle',
      source: 'plan-sites',
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 0.8, 8, 1.3, 10, 2.4, 12, 4, 14, 6],
        'circle-color': paper,
        'circle-stroke-color': ['case', ['get', 'added'], added, ['get', 'moved'], added, site],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 11, 1.8, 14, 3],
        'circle-opacity': ['case', ['get', 'removed'], 0.25, 1],
        'circle-stroke-opacity': ['case', ['get', 'removed'], 0.35, ['==', ['get', 'open'], 'no'], 0.5, 1],
      },
    },
    {
      id: 'plan-proposed',
      type: 'circle',
      source: 'plan-proposed',
      paint: { 'circle-radius': 9, 'circle-opacity': 0, 'circle-stroke-color': added, 'circle-stroke-width': 2.5 },
    },
  ];
}

/** The server's style with the planner's layers below its names, and without the families' places. */
export function planStyle(style: StyleSpecification, theme: Theme): StyleSpecification {
  const layers = style.layers.filter((layer) => !('source' in layer) || layer.source !== 'places').map(besideDot);
  const firstName = layers.findIndex((layer) => layer.type === 'symbol');
  layers.splice(firstName < 0 ? layers.length : firstName, 0, ...planLayers(theme));
  const { places: _, ...sources } = style.sources;
  const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const;
  return {
    ...style,
    sources: { ...sources, ...Object.fromEntries(SOURCES.map((name) => [name, empty])) },
    layers,
    'font-faces': fontFaces(),
  } as StyleSpecification;
}
