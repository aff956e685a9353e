/** Images that the style names and nobody ships: role markers, and the rings of clusters. Drawn when first asked for. */
import type { Map as MapLibre } from 'maplibre-gl';
import { isRoleKind, ROLE_KINDS, ROLE_LOOKS, type RoleKind } from '../roles';

/** Room around the 26 px marker for its paper edge, CSS pixels. */
const MARGIN = 2;
const RING_WIDTH = 4;
/** A ring is drawn in so many parts: the share of a kind is rounded to them, so that few images serve many clusters. */
const PARTS = 10;

/** Sharp on dense screens, and no larger than need be. */
function pixelRatio(): number {
  return Math.min(3, Math.max(2, Math.ceil(devicePixelRatio)));
}

function canvas(side: number): CanvasRenderingContext2D | null {
  const element = document.createElement('canvas');
  element.width = element.height = Math.ceil(side * pixelRatio());
  const context = element.getContext('2d');
  context?.scale(pixelRatio(), pixelRatio());
  return context;
}

function pixels(context: CanvasRenderingContext2D): ImageData {
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

function drawRole(kind: RoleKind, edge: string): ImageData | null {
  const { colour, shape, glyph, glyphSize, glyphY } = ROLE_LOOKS[kind];
  const context = canvas(26 + 2 * MARGIN);
  if (!context) return null;
  context.translate(MARGIN, MARGIN);
  const outline = new Path2D(shape);
  context.lineJoin = 'round';
  context.lineWidth = 2.5;
  context.strokeStyle = edge;
  context.stroke(outline);
  context.fillStyle = colour;
  context.fill(outline);
  context.translate(13 - glyphSize / 2, glyphY - glyphSize / 2);
  context.scale(glyphSize / 15, glyphSize / 15);
  context.fillStyle = '#fff';
  context.fill(new Path2D(glyph));
  return pixels(context);
}

/** `ring-16-3.0.1.…`: the disc's radius, then each kind's parts in the order of `ROLE_KINDS`. */
function drawRing(radius: number, parts: readonly number[]): ImageData | null {
  const outer = radius + RING_WIDTH + 1;
  const context = canvas(2 * outer + 2);
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (!context || total === 0) return null;
  context.translate(outer + 1, outer + 1);
  context.lineWidth = RING_WIDTH;
  let angle = -Math.PI / 2;
  parts.forEach((part, index) => {
    const kind = ROLE_KINDS[index];
    if (!part || !kind) return;
    const turn = (2 * Math.PI * part) / total;
    context.strokeStyle = ROLE_LOOKS[kind].colour;
    context.beginPath();
    context.arc(0, 0, radius + RING_WIDTH / 2 + 0.5, angle, angle + turn);
    context.stroke();
    angle += turn;
  });
  return pixels(context);
}

function draw(id: string, edge: string): ImageData | null {
  const kind = id.replace(/^role-/, '');
  if (id !== kind) return isRoleKind(kind) ? drawRole(kind, edge) : null;
  const [, radius, parts] = /^ring-(\d+)-([\d.]+)$/.exec(id) ?? [];
  return radius && parts ? drawRing(Number(radius), parts.split('.').map(Number)) : null;
}

/** Gives the map its images as it asks for them; `edge` is the colour around markers in the theme in use. */
export function supplyImages(map: MapLibre, edge: () => string): void {
  map.setMissingStyleImageResolver((id) => {
    const image = draw(id, edge());
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: pixelRatio() });
  });
}

/** The `icon-image` of a cluster's ring, from its counts a kind; `radius` is the expression of the disc's radius. */
export function ringImage(radius: unknown): unknown[] {
  const count = (kind: RoleKind) => ['coalesce', ['get', `n_${kind}`], 0];
  const total = ['max', 1, ['+', ...ROLE_KINDS.map(count)]];
  const parts = ROLE_KINDS.flatMap((kind, index) => [
    ...(index ? ['.'] : []),
    ['to-string', ['case', ['>', count(kind), 0], ['max', 1, ['round', ['/', ['*', PARTS, count(kind)], total]]], 0]],
  ]);
  return ['concat', 'ring-', ['to-string', ['round', radius]], '-', ...parts];
}
