/** What the map's colours mean: the classes with their breaks, and the hatching. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { TravelMode } from '../../api/types';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { mapWords } from '../../i18n/plan/map';
import type { Surface } from '../address';
import { unitWords, type Unit } from '../counted';
import { CLASS_COUNT, MINUTE_BREAKS, SHARE_BREAKS } from '../classes';

const WIDTH = 22;
const HEIGHT = 14;

function swatch(className: string, hatched = false): TemplateResult {
  return html`<svg class="swatch" width=${WIDTH} height=${HEIGHT} aria-hidden="true">
    <rect class=${className} width=${WIDTH} height=${HEIGHT}></rect>
    ${hatched ? svg`<path class="way-hatch-strokes" d="M-2 14L12 0M5 14L19 0M12 14L26 0"></path>` : nothing}
  </svg>`;
}

/** The names of the classes, the best first. */
export function classNames(surface: Surface, mode: TravelMode, lang: Lang): string[] {
  const m = said(mapWords, lang);
  if (surface === 'dots') {
    const edges = MINUTE_BREAKS[mode];
    return [...edges.map((edge) => m.upTo(String(edge))), m.over(String(edges.at(-1)))];
  }
  const shares = SHARE_BREAKS.map((edge) => `${Math.round(edge * 100)}%`).reverse();
  return [...shares.map((edge) => m.atLeast(edge)), m.under(shares.at(-1) ?? '')];
}

/** `unit` is what the shares are of; whoever has opened or folded it finds it so until there comes to be room for it, or none. */
export function legend(surface: Surface, mode: TravelMode, unit: Unit, isTrying: boolean, isClosing: boolean, hasRoom: boolean, lang: Lang): TemplateResult {
  const m = said(mapWords, lang);
  const names = classNames(surface, mode, lang);
  const points = unitWords(unit === 'village' ? unit : 'point', lang).name;
  const note = { dots: null, towns: m.areasNote(points), hexes: m.hexesNote(points) }[surface];
  // Without room it opens by a tap: the histogram in the panel has the same colours.
  return html`<details class="plan-legend" data-testid="legend" ?open=${hasRoom}>
    <summary><span class="when-folded">${words(lang).legend}</span><span class="when-open">${surface === 'dots' ? m.legendMinutes : m.legendShare(unitWords(unit, lang).name)}</span></summary>
    <ul class="plain-list legend-classes">
      ${Array.from({ length: CLASS_COUNT }, (_, rank) => html`<li>${swatch(`class-${rank}`)}<span class="number">${names[rank]}</span></li>`)}
    </ul>
    <ul class="plain-list legend-classes">
      <li>${swatch(`class-${CLASS_COUNT - 1}`, true)}<span>${surface === 'dots' ? m.hatched : m.hatchedArea}</span></li>
      <li><svg class="swatch" width="14" height="14" aria-hidden="true"><circle class="site-mark" cx="7" cy="7" r="4.5"></circle></svg><span>${m.sites}</span></li>
      ${isTrying ? html`<li><svg class="swatch" width="14" height="14" aria-hidden="true"><circle class="site-mark changed" cx="7" cy="7" r="4.5"></circle></svg><span>${m.changedSites}</span></li>` : nothing}
      ${isClosing ? html`<li><svg class="swatch" width=${WIDTH} height=${HEIGHT} aria-hidden="true"><path class="closed-street" d="M0 7H22"></path></svg><span>${m.closedStreets}</span></li>` : nothing}
    </ul>
    ${note ? html`<p class="quiet small" data-testid="areas-note">${note}</p>` : nothing}
  </details>`;
}
