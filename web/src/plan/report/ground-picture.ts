/** The ground of the report's map as a picture: drawn once out of sight, sharp enough for paper. */
import type { StyleSpecification } from 'maplibre-gl';
import { styleUrl } from '../../api/client';
import { flatMap } from '../../map/flat-map';
import { groundStyle } from '../ground';
import type { Frame } from './frame';

/** Pixels of the picture to a pixel of the frame. */
const SHARPNESS = 2;
/** Milliseconds after which the map goes without its ground. */
const PATIENCE_MS = 20_000;

/** Names would lie under the dots: the report writes those of districts itself, and keeps those of waters. */
function quiet(style: StyleSpecification): StyleSpecification {
  return { ...style, layers: style.layers.filter((layer) => layer.type !== 'symbol' || layer.id === 'water-name') };
}

/** The address (`blob:`) of the picture. Rejects where the device cannot draw with WebGL, or the ground does not come. */
export async function groundPicture(frame: Frame, width: number, height: number, lang: string): Promise<string> {
  const container = document.createElement('div');
  container.className = 'ground-picture';
  container.setAttribute('aria-hidden', 'true');
  container.style.width = `${width}px`;
  container.style.height = `${height}px`;
  document.body.append(container);
  try {
    const map = flatMap(
      {
        container,
        center: frame.center,
        zoom: frame.zoom,
        interactive: false,
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
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('the ground did not come in time')), PATIENCE_MS);
        map.once('idle', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      const blob = await new Promise<Blob | null>((resolve) => map.getCanvas().toBlob(resolve, 'image/png'));
      if (!blob) throw new Error('the picture is empty');
      return URL.createObjectURL(blob);
    } finally {
      map.remove();
    }
  } finally {
    container.remove();
  }
}
