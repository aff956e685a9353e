/** A site, or a closed street, that can be moved: dragged, or with the arrow keys; Delete removes it. */
import type { Map as MapLibre, Marker } from 'maplibre-gl';
import type { LonLat } from '../../api/types';

/** How far an arrow key moves it, CSS pixels; with Shift farther. */
const STEP = 4;
const FAR = 40;
/** Keys pressed one after another are one move, milliseconds. */
const REST_MS = 350;

export interface MovableSite {
  id: string;
  label: string;
  at: LonLat;
  look: 'place' | 'added' | 'closed';
}

export interface SiteMarker {
  update(site: MovableSite): void;
  remove(): void;
}

export interface Told {
  /** It is under way. */
  dragged(id: string, at: LonLat): void;
  /** It has been let go. */
  moved(id: string, at: LonLat): void;
  removed(id: string): void;
  chosen(id: string): void;
}

const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function siteMarker(site: MovableSite, map: MapLibre, Kind: typeof Marker, told: Told): SiteMarker {
  const element = document.createElement('button');
  element.className = `site-marker ${site.look}`;
  element.dataset['testid'] = site.look === 'closed' ? 'closed-marker' : 'site-marker';
  element.dataset['id'] = site.id;
  element.setAttribute('aria-label', site.label);
  element.title = site.label;
  const marker = new Kind({ element, draggable: true }).setLngLat(site.at).addTo(map);
  const where = (): LonLat => {
    const { lng, lat } = marker.getLngLat();
    return [lng, lat];
  };
  let isDragging = false;
  let dragged = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  marker.on('dragstart', () => (isDragging = dragged = true));
  marker.on('drag', () => told.dragged(site.id, where()));
  marker.on('dragend', () => {
    isDragging = false;
    told.moved(site.id, where());
  });
  element.addEventListener('click', (event) => {
    event.stopPropagation();
    if (!dragged) told.chosen(site.id);
    dragged = false;
  });
  element.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') told.removed(site.id);
    if (!arrow) return;
    // The map would pan by the same key.
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? FAR : STEP;
    const { x, y } = map.project(marker.getLngLat());
    marker.setLngLat(map.unproject([x + arrow[0] * far, y + arrow[1] * far]));
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = undefined;
      told.moved(site.id, where());
    }, REST_MS);
  });
  return {
    update: ({ label, at }) => {
      element.setAttribute('aria-label', label);
      element.title = label;
      // Under a finger it stays where the finger is, and under keys where they brought it.
      if (!isDragging && resting === undefined) marker.setLngLat(at);
    },
    remove: () => {
      clearTimeout(resting);
      marker.remove();
    },
  };
}
