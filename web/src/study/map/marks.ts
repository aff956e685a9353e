/** The marks over the teacher's map: the school's pin, and the numbered stops, so placed that none hides another. */
import { Marker, type Map as MapLibre } from 'maplibre-gl';
import type { LonLat } from '../../api/types';
import { apart, DOT } from '../../map/apart';
import type { Body, Spot } from '../../map/bodies';
import { originMarker } from '../../map/markers';
import type { Mark } from './drawn';

export interface Labels {
  mark(mark: Mark): string;
  school: string;
}

/** Half of a mark's height as it is seen; its button is larger, for a finger, by this much on every side. */
const RADIUS = 15;
const MARGIN = 7;
/** The pin stands on its point. */
const PIN = { halfWidth: 13, halfHeight: 19, radius: 13 };
const SVG = 'http://www.w3.org/2000/svg';

interface Drawn {
  key: string;
  mark: Mark;
  element: HTMLElement;
  marker: Marker;
  leader: HTMLElement;
  leaderMarker: Marker;
}

/** The line from a point to the mark that stands beside it, and a dot on the point; of no size itself. */
function leader(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'study-leader';
  element.dataset['testid'] = 'map-leader';
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('aria-hidden', 'true');
  for (const className of ['leader-edge', 'leader-line']) {
    const line = document.createElementNS(SVG, 'line');
    line.setAttribute('class', className);
    drawing.append(line);
  }
  const dot = document.createElementNS(SVG, 'circle');
  dot.setAttribute('class', 'leader-dot');
  dot.setAttribute('r', String(DOT));
  drawing.append(dot);
  element.append(drawing);
  return element;
}

export class StudyMarks {
  readonly #map: MapLibre;
  readonly #chosen: (place: string) => void;
  #marks: Drawn[] = [];
  #school: { key: string; at: LonLat; marker: Marker } | null = null;

  constructor(map: MapLibre, chosen: (place: string) => void) {
    this.#map = map;
    this.#chosen = chosen;
    // While one zooms they stay as they are, each with the line to its point: nothing jumps about under the eye.
    map.on('zoomend', () => this.#place());
  }

  setSchool(at: LonLat | null, { school }: Labels): void {
    const key = JSON.stringify([at, school]);
    if (this.#school?.key === key) return;
    this.#school?.marker.remove();
    this.#school = at && { key, at, marker: new Marker({ element: originMarker(school), anchor: 'bottom' }).setLngLat(at).addTo(this.#map) };
    this.#place();
  }

  setMarks(marks: readonly Mark[], chosen: string | null, labels: Labels): void {
    const keys = marks.map((mark) => JSON.stringify([mark, labels.mark(mark)]));
    if (keys.join() !== this.#marks.map(({ key }) => key).join()) {
      for (const { marker, leaderMarker } of this.#marks) {
        marker.remove();
        leaderMarker.remove();
      }
      this.#marks = marks.map((mark, index) => this.#draw(mark, keys[index] ?? '', labels.mark(mark)));
      this.#place();
    }
    for (const { mark, element } of this.#marks) element.classList.toggle('chosen', mark.place !== null && mark.place === chosen);
  }

  #draw(mark: Mark, key: string, label: string): Drawn {
    const line = leader();
    const element = this.#button(mark, label);
    const leaderMarker = new Marker({ element: line }).setLngLat(mark.at).addTo(this.#map);
    return { key, mark, element, marker: new Marker({ element }).setLngLat(mark.at).addTo(this.#map), leader: line, leaderMarker };
  }

  #button({ numbers, place, kind }: Mark, label: string): HTMLElement {
    const element = document.createElement('button');
    element.className = `study-mark ${place ? (kind ? `kind-${kind}` : 'of-route') : 'lunch'}`;
    element.dataset['testid'] = 'map-stop';
    element.dataset['numbers'] = numbers.join(',');
    element.textContent = numbers.join('·');
    element.setAttribute('aria-label', label);
    element.title = label;
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      if (place) this.#chosen(place);
    });
    return element;
  }

  /** Stands each on its point, or beside it: by how they lie at this zoom, wherever on the screen. */
  #place(): void {
    const project = (at: LonLat): Spot => {
      const { x, y } = this.#map.project(at);
      return { x, y };
    };
    const bodies = this.#marks.map(({ mark, element }): Body => ({ ...project(mark.at), halfWidth: element.offsetWidth / 2 - MARGIN, halfHeight: RADIUS, radius: RADIUS }));
    const school = this.#school && project(this.#school.at);
    const stands = apart(bodies, school ? [{ ...PIN, x: school.x, y: school.y - PIN.halfHeight }] : []);
    this.#marks.forEach(({ marker, leader: line }, index) => {
      const { x: fromX = 0, y: fromY = 0 } = bodies[index] ?? {};
      const { x: toX = 0, y: toY = 0 } = stands[index] ?? {};
      const [x, y] = [toX - fromX, toY - fromY];
      marker.setOffset([x, y]);
      line.hidden = x === 0 && y === 0;
      for (const stroke of line.querySelectorAll('line')) {
        stroke.setAttribute('x2', x.toFixed(1));
        stroke.setAttribute('y2', y.toFixed(1));
      }
    });
  }
}
