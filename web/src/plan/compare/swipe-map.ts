/**
 * One map with the dots of two answers over it: A's left of a line, B's right of it. The dots are drawn on two canvases, so
 * that the line moves by clipping alone.
 */
import type { Map as MapLibre } from 'maplibre-gl';
import { styleUrl } from '../../api/client';
import { flatMap } from '../../map/flat-map';
import type { ClosedStretch, CoverageAnswer } from '../answer';
import { classOfMinutes, RAMP } from '../classes';
import { statusAt } from '../counting';
import { groundStyle } from '../../map/ground';

/** Radius of a site's ring, pixels. */
const SITE = 7;
const INKS = { light: { paper: '#FFFEFB', ink: '#1B2A2F', edge: '#8B9498', closed: '#B3261E' }, dark: { paper: '#182226', ink: '#F0EBE1', edge: '#7C8B91', closed: '#FF9A8F' } };

type Inks = (typeof INKS)['light'];

export type Side = 'a' | 'b';

export interface Shown {
  answer: CoverageAnswer;
  threshold: number;
}

export interface SwipeLook {
  lang: string;
  theme: 'light' | 'dark';
}

export class SwipeMap {
  readonly #map: MapLibre;
  readonly #canvases: Record<Side, HTMLCanvasElement>;
  readonly #shown: Partial<Record<Side, Shown>> = {};
  #look: SwipeLook;

  /** Throws where the device cannot draw with WebGL. */
  constructor(container: HTMLElement, canvases: Record<Side, HTMLCanvasElement>, look: SwipeLook, bounds: [number, number, number, number], title: string) {
    this.#look = look;
    this.#canvases = canvases;
    this.#map = flatMap({ container, bounds, fitBoundsOptions: { padding: 32 }, maxZoom: 17 }, title, () => this.#look.theme);
    this.#restyle();
    this.#map.on('move', () => this.#draw());
    this.#map.on('resize', () => this.#draw());
  }

  #restyle(): void {
    const { lang, theme } = this.#look;
    this.#map.setStyle(styleUrl(lang, theme), { diff: false, transformStyle: (_, style) => groundStyle(style) });
  }

  setLook(look: SwipeLook): void {
    const before = this.#look;
    if (before.lang === look.lang && before.theme === look.theme) return;
    this.#look = look;
    this.#restyle();
    this.#draw();
  }

  show(side: Side, shown: Shown): void {
    this.#shown[side] = shown;
    this.#draw();
  }

  zoomBy(step: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step });
  }

  remove(): void {
    this.#map.remove();
  }

  #draw(): void {
    for (const side of ['a', 'b'] as const) {
      const shown = this.#shown[side];
      if (shown) this.#drawSide(this.#canvases[side], shown);
    }
  }

  #drawSide(canvas: HTMLCanvasElement, { answer, threshold }: Shown): void {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const ratio = Math.min(3, Math.max(1, devicePixelRatio));
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across) canvas.width = across;
    if (canvas.height !== down) canvas.height = down;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    const { theme } = this.#look;
    const inks = INKS[theme];
    const hatch = hatched(context, inks.paper, inks.edge);
    const { points, sites, method, closed } = answer;
    const dot = dotAt(this.#map.getZoom());
    const isServed = points.id.map((_, index) => statusAt(points, index, threshold) === 'served');
    const draw = (index: number) => {
      const { x, y } = this.#map.project([points.lon[index] ?? 0, points.lat[index] ?? 0]);
      if (x < -dot || y < -dot || x > width + dot || y > height + dot) return;
      context.beginPath();
      context.arc(x, y, dot, 0, 2 * Math.PI);
      context.fillStyle = isServed[index] ? (RAMP[theme][classOfMinutes(points.minutes[index] ?? null, method.mode)] ?? inks.ink) : hatch;
      context.fill();
      context.strokeStyle = isServed[index] ? inks.paper : inks.edge;
      context.stroke();
    };
    context.lineWidth = 1;
    // Who is served comes last, so that the many who are not do not cover them.
    isServed.forEach((served, index) => served || draw(index));
    isServed.forEach((served, index) => served && draw(index));
    this.#drawClosed(context, closed, inks);
    for (const site of sites.filter(({ added, moved }) => added || moved)) {
      const { x, y } = this.#map.project([site.lon, site.lat]);
      context.beginPath();
      context.arc(x, y, SITE, 0, 2 * Math.PI);
      context.lineWidth = 5;
      context.strokeStyle = inks.paper;
      context.stroke();
      context.lineWidth = 2.5;
      context.strokeStyle = inks.ink;
      context.stroke();
    }
  }

  /** Closed streets are barred, so that they are told from others in grey. */
  #drawClosed(context: CanvasRenderingContext2D, closed: readonly ClosedStretch[], { paper, closed: ink }: Inks): void {
    for (const { line } of closed) {
      context.beginPath();
      for (const at of line) {
        const { x, y } = this.#map.project(at);
        context.lineTo(x, y);
      }
      context.strokeStyle = paper;
      context.lineWidth = 8;
      context.stroke();
      context.strokeStyle = ink;
      context.lineWidth = 5;
      context.setLineDash([5, 3]);
      context.stroke();
      context.setLineDash([]);
    }
  }
}

/** Radius of a demand point's dot, pixels: small where the whole city is in sight. */
function dotAt(zoom: number): number {
  return Math.min(7, Math.max(2.5, zoom - 5.5));
}

/** The pattern of what is not served. */
function hatched(context: CanvasRenderingContext2D, paper: string, edge: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 4;
  const pen = tile.getContext('2d');
  if (!pen) return paper;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, 4, 4);
  pen.strokeStyle = edge;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-4, 0, 4]) {
    pen.moveTo(shift, 4);
    pen.lineTo(shift + 4, 0);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? paper;
}
