/** Hatching drawn for the map: what is not served shows by lines, not by colour alone, and prints in grey. */
import type { Map as MapLibre } from 'maplibre-gl';
import type { Theme } from './layers';

const RATIO = 2;
const TILE = 8;
const DISC = 22;
/** By night lines are paler, so that what is served stands out. */
const LINES = { light: '#1B2A2F', dark: '#9FB0B5' };

function drawing(side: number, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * RATIO;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.scale(RATIO, RATIO);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Diagonal lines, `gap` apart, over a square. */
function lines(context: CanvasRenderingContext2D, side: number, gap: number): void {
  context.beginPath();
  for (let at = -side; at <= 2 * side; at += gap) {
    context.moveTo(at, side);
    context.lineTo(at + side, 0);
  }
  context.stroke();
}

const DRAWINGS: Record<string, [side: number, draw: (context: CanvasRenderingContext2D, ink: string) => void]> = {
  'plan-hatch': [
    TILE,
    (context, ink) => {
      context.strokeStyle = ink;
      context.lineWidth = 1;
      context.globalAlpha = 0.75;
      lines(context, TILE, TILE);
    },
  ],
  'plan-hatched-disc': [
    DISC,
    (context, ink) => {
      context.beginPath();
      context.arc(DISC / 2, DISC / 2, DISC / 2 - 1, 0, 2 * Math.PI);
      context.clip();
      context.strokeStyle = ink;
      context.lineWidth = 2;
      context.globalAlpha = 0.6;
      lines(context, DISC, DISC / 3);
    },
  ],
};

/** Gives the map its hatching in the theme's ink, once its style is there. */
export function addHatching(map: MapLibre, theme: Theme): void {
  for (const [id, [side, draw]] of Object.entries(DRAWINGS)) {
    const image = drawing(side, (context) => draw(context, LINES[theme]));
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: RATIO });
  }
}
