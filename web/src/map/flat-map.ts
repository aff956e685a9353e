/**
 * What all maps of the pages share: flat and north up, with the page's own markers.
 *
 * While one works, `<html data-map-state>` is `busy`; once every tile and image is drawn, `idle`.
 */
import { Map as MapLibre, setWorkerUrl, type MapOptions } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { supplyImages } from './images';

setWorkerUrl(workerUrl);

/** A map without a style yet. Throws where the device cannot draw with WebGL. */
export function flatMap(options: MapOptions, title: string, theme: () => 'light' | 'dark'): MapLibre {
  const map = new MapLibre({
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    minZoom: 6,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
    locale: { 'Map.Title': title },
    ...options,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  supplyImages(map, () => (theme() === 'dark' ? '#10171A' : '#FAF8F4'));
  const note = (state: string) => () => (document.documentElement.dataset['mapState'] = state);
  map.on('idle', note('idle'));
  map.on('movestart', note('busy'));
  map.on('dataloading', note('busy'));
  return map;
}
