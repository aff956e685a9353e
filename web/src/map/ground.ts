/** The ground alone: the server's style without its places, with the page's own type. */
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { fontFaces } from './fonts';

/** A unit's name stands below or above its dot, not on it; ems. */
const BESIDE: ['top', [number, number], 'bottom', [number, number]] = ['top', [0, 0.8], 'bottom', [0, -0.8]];

/** A layer of the server's style, where it names units beside the dots that the planner's maps have for them. */
export function besideDot(layer: LayerSpecification): LayerSpecification {
  return layer.id === 'village-name' && layer.type === 'symbol' ? { ...layer, layout: { ...layer.layout, 'text-variable-anchor-offset': BESIDE } } : layer;
}

export function groundStyle(style: StyleSpecification): StyleSpecification {
  const { places: _, ...sources } = style.sources;
  const layers = style.layers.filter((layer) => !('source' in layer) || layer.source in sources).map(besideDot);
  return { ...style, sources, layers, 'font-faces': fontFaces() } as StyleSpecification;
}
