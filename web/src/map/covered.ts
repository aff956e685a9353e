/** What of a map's frame lies under something else: there nothing is brought. */
import type { PaddingOptions } from 'maplibre-gl';

/** Something brought into sight keeps so much room around it on what is left, CSS pixels. */
const LEAST = 120;

/** Which parts of the page may lie over a map; each by its selector. */
export interface Covering {
  /** Above, in the page. */
  above: string;
  /** Below, within the map's frame. */
  below: string;
  /** Between what is brought and the rim of what is left, CSS pixels. */
  edge: number;
}

/** On a phone the panel is a sheet over the map, and the tools lie over its top; elsewhere both stand beside it. */
export function coveredBy(frame: HTMLElement, { above, below, edge }: Covering): Required<PaddingOptions> {
  const map = frame.getBoundingClientRect();
  const tools = document.querySelector(above)?.getBoundingClientRect();
  const panel = document.querySelector('.panel')?.getBoundingClientRect();
  const isOver = tools && panel && panel.width > map.width - 2;
  const top = isOver ? Math.max(0, tools.bottom - map.top) : 0;
  const bottom = isOver ? Math.min(map.height - top - LEAST, Math.max(0, map.bottom - panel.top)) : 0;
  const foot = frame.querySelector(below)?.clientHeight ?? 0;
  // On a low screen what stands at the foot takes most of the map: what is brought may then lie under some of it, else nothing is brought at all.
  const most = Math.max(0, map.height - top - edge - LEAST);
  return { top: top + edge, bottom: Math.min(most, Math.max(0, bottom) + foot + edge), left: edge, right: edge };
}
