/** The ground of a printed map as a picture: drawn out of sight, sharp enough for paper. */
import type { Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { styleUrl } from '../api/client';
import { flatMap } from '../map/flat-map';
import { groundStyle } from '../map/ground';
import type { Frame } from './frame';

/** Pixels of the picture to a pixel of the frame. */
const SHARPNESS = 2;
/** Milliseconds after which the map goes without its ground. */
const PATIENCE_MS = 20_000;

/** Names would lie under what is drawn over it: only those of waters stay. */
function quiet(style: StyleSpecification): StyleSpecification {
  return { ...style, layers: style.layers.filter((layer) => layer.type !== 'symbol' || layer.id === 'water-name') };
}

/** Draws what the map looks at, once all of it is there. */
async function drawn(map: MapLibre): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the ground did not come in time')), PATIENCE_MS);
    map.once('idle', () => {
      clearTimeout(timer);
      resolve();
    });
    map.triggerRepaint();
  });
  const blob = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture is empty');
  return URL.createObjectURL(blob);
}

/** A view, and how many pixels of the page it takes. */
export interface View {
  frame: Frame;
  width: number;
  height: number;
}

/**
 * The addresses (`blob:`) of the pictures of some views. Rejects where the device cannot draw with WebGL, or the ground does not
 * come.
 */
export async function groundPictures(views: readonly View[], lang: string): Promise<string[]> {
  const [first] = views;
  if (!first) return [];
  const container = document.createElement('div');
  container.className = 'ground-picture';
  container.setAttribute('aria-hidden', 'true');
  const size = ({ width, height }: View): void => {
    container.style.width = `${width}px`;
    container.style.height = `${height}px`;
  };
  size(first);
  document.body.append(container);
  const pictures: string[] = [];
  try {
    const map = flatMap(
      {
        container,
        center: first.frame.center,
        zoom: first.frame.zoom,
        interactive: false,
        trackResize: false,
        fadeDuration: 0,
        minZoom: 0,
        pixelRatio: SHARPNESS,
        canvasContextAttributes: { preserveDrawingBuffer: true },
      },
      '',
      () => 'light',
    );
    try {
      map.setStyle(styleUrl(lang, 'light'), { diff: false, transformStyle: (_, style) => quiet(groundStyle(style)) });
      for (const view of views) {
        size(view);
        map.resize();
        map.jumpTo({ center: view.frame.center, zoom: view.frame.zoom });
        pictures.push(await drawn(map));
      }
      return pictures;
    } finally {
      map.remove();
    }
  } catch (error) {
    pictures.forEach((picture) => URL.revokeObjectURL(picture));
    throw error;
  } finally {
    container.remove();
  }
}
