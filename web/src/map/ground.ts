/** The ground alone: the server's style without its places, with the page's own type. */
import type { StyleSpecification } from 'maplibre-gl';
import { fontFaces } from './fonts';

export function groundStyle(style: StyleSpecification): StyleSpecification {
  const { places: _, ...sources } = style.sources;
  const layers = style.layers.filter((layer) => !('source' in layer) || layer.source in sources);
  return { ...style, sources, layers, 'font-faces': fontFaces() } as StyleSpecification;
}
